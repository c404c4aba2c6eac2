/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-plan-watch.h"

#include <gio/gio.h>

/**
 * MoeiPlanWatch:
 *
 * Whether a settings file says something else than the plan by which a display
 * goes: somebody far away may have replaced it.
 *
 * It looks when it is told to, in another thread, as a disk may hang; whoever
 * replaces the file, and however, needs to tell nobody.  A file with a fault is
 * not taken, and what is wrong with it is said.  One that is just being written
 * differs from what it is a moment later: it counts once two looks found the same.
 */
struct _MoeiPlanWatch {
  GObject parent_instance;

  MoeiWallPlan *plan;
  MoeiWallPlan *fresh;   /* (nullable): what was found last */
  char         *problem; /* (nullable) */
  gboolean      is_busy;
  gboolean      has_changed;
};

G_DEFINE_FINAL_TYPE (MoeiPlanWatch, moei_plan_watch, G_TYPE_OBJECT)

static void
moei_plan_watch_finalize (GObject *object)
{
  MoeiPlanWatch *self = MOEI_PLAN_WATCH (object);

  g_object_unref (self->plan);
  g_clear_object (&self->fresh);
  g_free (self->problem);

  G_OBJECT_CLASS (moei_plan_watch_parent_class)->finalize (object);
}

static void
moei_plan_watch_class_init (MoeiPlanWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_plan_watch_finalize;
}

static void
moei_plan_watch_init (MoeiPlanWatch *self)
{
}

static char *
find_problem (MoeiWallPlan *plan)
{
  const char * const *faults = moei_wall_plan_get_faults (plan);
  guint n_faults = g_strv_length ((char **) faults);

  if (n_faults == 0)
    return NULL;
  if (n_faults == 1)
    return g_strdup_printf ("%s: %s", moei_wall_plan_get_path (plan), faults[0]);
  return g_strdup_printf ("%s: %s; and %u more", moei_wall_plan_get_path (plan), faults[0], n_faults - 1);
}

/**
 * moei_plan_watch_new:
 * @plan: by which the display goes
 *
 * Returns: (transfer full): a watch that has not looked yet; what is wrong with the
 *   file from which @plan comes is known
 */
MoeiPlanWatch *
moei_plan_watch_new (MoeiWallPlan *plan)
{
  MoeiPlanWatch *self;

  g_return_val_if_fail (MOEI_IS_WALL_PLAN (plan), NULL);

  self = g_object_new (MOEI_TYPE_PLAN_WATCH, NULL);
  self->plan = g_object_ref (plan);
  self->problem = find_problem (plan);
  return self;
}

/* The file that the plan is of; or, if there was none, one that has come. */
static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  MoeiPlanWatch *self = source;
  g_autofree char *path = moei_wall_plan_find (moei_wall_plan_get_path (self->plan));

  g_task_return_pointer (task, path != NULL ? moei_wall_plan_load (path) : moei_wall_plan_new (), g_object_unref);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  MoeiPlanWatch *self = MOEI_PLAN_WATCH (object);
  g_autoptr (MoeiWallPlan) fresh = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *problem = find_problem (fresh);

  self->is_busy = FALSE;
  self->has_changed = problem == NULL && !moei_wall_plan_says_the_same (fresh, self->plan) &&
                      self->fresh != NULL && moei_wall_plan_says_the_same (fresh, self->fresh);
  g_set_object (&self->fresh, fresh);
  g_free (self->problem);
  self->problem = g_steal_pointer (&problem);
}

/**
 * moei_plan_watch_look:
 * @self: a watch
 *
 * Looks at the file; what it finds is known a moment later.  While a disk hangs
 * it does not look again.
 */
void
moei_plan_watch_look (MoeiPlanWatch *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MOEI_IS_PLAN_WATCH (self));

  if (self->is_busy)
    return;
  self->is_busy = TRUE;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, moei_plan_watch_look);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * moei_plan_watch_is_busy:
 * @self: a watch
 *
 * Returns: whether it is looking
 */
gboolean
moei_plan_watch_is_busy (MoeiPlanWatch *self)
{
  g_return_val_if_fail (MOEI_IS_PLAN_WATCH (self), FALSE);

  return self->is_busy;
}

/**
 * moei_plan_watch_has_changed:
 * @self: a watch
 *
 * Returns: whether there is a file without a fault that says something else than the plan
 */
gboolean
moei_plan_watch_has_changed (MoeiPlanWatch *self)
{
  g_return_val_if_fail (MOEI_IS_PLAN_WATCH (self), FALSE);

  return self->has_changed;
}

/**
 * moei_plan_watch_get_problem:
 * @self: a watch
 *
 * Returns: (nullable): what is wrong with the file as it is now, which is
 *   therefore not taken
 */
const char *
moei_plan_watch_get_problem (MoeiPlanWatch *self)
{
  g_return_val_if_fail (MOEI_IS_PLAN_WATCH (self), NULL);

  return self->problem;
}
