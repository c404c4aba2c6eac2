/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-wall-plan.h"

#include "rota/moei-settings-text.h"
#include "rota/moei-wall-values.h"

/**
 * MoeiWallPlan:
 *
 * What a meeting display's settings file says: what is shown, when, in which
 * languages, and how the display looks after itself.  It never changes.
 *
 * Where there is no file, or the file does not say, or says it wrongly, what
 * is good for most rooms holds.
 */
struct _MoeiWallPlan {
  GObject parent_instance;

  char           *path; /* (nullable) */
  GBytes         *text; /* (nullable): what stands in the file */
  GPtrArray      *faults;
  MoeiWallValues  values;
};

G_DEFINE_FINAL_TYPE (MoeiWallPlan, moei_wall_plan, G_TYPE_OBJECT)

static void
moei_wall_plan_finalize (GObject *object)
{
  MoeiWallPlan *self = MOEI_WALL_PLAN (object);

  g_free (self->path);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_ptr_array_unref (self->faults);
  moei_wall_values_clear (&self->values);

  G_OBJECT_CLASS (moei_wall_plan_parent_class)->finalize (object);
}

static void
moei_wall_plan_class_init (MoeiWallPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_wall_plan_finalize;
}

static void
moei_wall_plan_init (MoeiWallPlan *self)
{
  self->faults = g_ptr_array_new_with_free_func (g_free);
  moei_wall_values_init (&self->values);
}

/* The array of faults ends with NULL, so that it can be handed out as it is. */
static MoeiWallPlan *
finish (MoeiWallPlan *self)
{
  g_ptr_array_add (self->faults, NULL);
  return self;
}

/**
 * moei_wall_plan_new:
 *
 * Returns: (transfer full): what holds where there is no settings file
 */
MoeiWallPlan *
moei_wall_plan_new (void)
{
  return finish (g_object_new (MOEI_TYPE_WALL_PLAN, NULL));
}

/**
 * moei_wall_plan_parse:
 * @text: what stands in a settings file; it need not end with a zero
 * @length: its length in bytes
 *
 * Returns: (transfer full): what it says, and its faults
 */
MoeiWallPlan *
moei_wall_plan_parse (const char *text,
                      gsize       length)
{
  MoeiWallPlan *self = g_object_new (MOEI_TYPE_WALL_PLAN, NULL);

  g_return_val_if_fail (text != NULL, finish (self));

  moei_wall_values_read (&self->values, text, length, self->faults);
  return finish (self);
}

/**
 * moei_wall_plan_load_copy:
 * @path: (type filename): a settings file
 * @copy: (type filename): a file in which stands what stood in it
 *
 * Returns: (transfer full): what @copy says, as if it were @path
 */
MoeiWallPlan *
moei_wall_plan_load_copy (const char *path,
                          const char *copy)
{
  MoeiWallPlan *self = g_object_new (MOEI_TYPE_WALL_PLAN, NULL);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (path != NULL && copy != NULL, finish (self));

  self->path = g_strdup (path);
  self->text = moei_settings_text_read (copy, &error);
  if (self->text != NULL)
    moei_wall_values_read (&self->values, g_bytes_get_data (self->text, NULL), g_bytes_get_size (self->text),
                           self->faults);
  else
    g_ptr_array_add (self->faults, g_strdup_printf ("cannot be read: %s", error->message));
  return finish (self);
}

/**
 * moei_wall_plan_load:
 * @path: (type filename): a settings file
 *
 * A file that cannot be read is a fault like another.  It blocks, for as long as
 * reading 64 KiB takes; for a program that begins.
 *
 * Returns: (transfer full): what it says, and its faults
 */
MoeiWallPlan *
moei_wall_plan_load (const char *path)
{
  return moei_wall_plan_load_copy (path, path);
}

/**
 * moei_wall_plan_says_the_same:
 * @self: a plan
 * @other: another
 *
 * Returns: whether in the files of both stands the same, byte for byte
 */
gboolean
moei_wall_plan_says_the_same (MoeiWallPlan *self,
                              MoeiWallPlan *other)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), FALSE);
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (other), FALSE);

  if (self->text == NULL || other->text == NULL)
    return self->text == other->text;
  return g_bytes_equal (self->text, other->text);
}

/**
 * moei_wall_plan_get_path:
 * @self: a plan
 *
 * Returns: (nullable) (type filename): the file that it was loaded from
 */
const char *
moei_wall_plan_get_path (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  return self->path;
}

/**
 * moei_wall_plan_get_faults:
 * @self: a plan
 *
 * Returns: (transfer none) (array zero-terminated=1): every fault of its file
 *   with its place, such as `[Display] dwell: "5": not a whole number from 10 to 600`
 */
const char * const *
moei_wall_plan_get_faults (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  return (const char * const *) self->faults->pdata;
}

/**
 * moei_wall_plan_get_service:
 * @self: a plan
 *
 * Returns: (nullable): the address of the service to follow; `NULL` for the one
 *   that the program follows else
 */
const char *
moei_wall_plan_get_service (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  return self->values.service;
}

/**
 * moei_wall_plan_get_scenes:
 * @self: a plan
 * @monitor: (nullable): a monitor's name, such as "HDMI-1"
 * @n_scenes: (out): how many
 *
 * Returns: (transfer none) (array length=n_scenes): the scenes that are shown
 *   there, in their order; at least one, and one may come more than once
 */
const MoeiSceneKind *
moei_wall_plan_get_scenes (MoeiWallPlan *self,
                           const char   *monitor,
                           guint        *n_scenes)
{
  const MoeiSceneList *list = NULL;

  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  if (monitor != NULL)
    list = g_hash_table_lookup (self->values.monitors, monitor);
  if (list == NULL)
    list = &self->values.scenes;

  *n_scenes = list->n_scenes;
  return list->scenes;
}

/**
 * moei_wall_plan_get_dwell:
 * @self: a plan
 * @scene: a scene
 *
 * Returns: for how many seconds it is shown before the next
 */
guint
moei_wall_plan_get_dwell (MoeiWallPlan  *self,
                          MoeiSceneKind  scene)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 1);
  g_return_val_if_fail (scene < MOEI_N_SCENE_KINDS, 1);

  return (guint) (self->values.dwells[scene] > 0 ? self->values.dwells[scene] : self->values.dwell);
}

/**
 * moei_wall_plan_get_skip_empty:
 * @self: a plan
 *
 * Returns: whether a scene that has nothing to show, such as notices when there
 *   are none, is passed over
 */
gboolean
moei_wall_plan_get_skip_empty (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), FALSE);

  return self->values.skip_empty;
}

/**
 * moei_wall_plan_get_languages:
 * @self: a plan
 * @n_languages: (out): how many
 *
 * Returns: (transfer none) (array length=n_languages): the languages that take
 *   turns, in their order; at least one, and each once
 */
const MoeiLanguage *
moei_wall_plan_get_languages (MoeiWallPlan *self,
                              guint        *n_languages)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  *n_languages = self->values.languages.n_languages;
  return self->values.languages.languages;
}

/**
 * moei_wall_plan_get_language_seconds:
 * @self: a plan
 *
 * Returns: for how many seconds each language is shown
 */
guint
moei_wall_plan_get_language_seconds (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 1);

  return (guint) self->values.language_seconds;
}

/**
 * moei_wall_plan_get_native_digits:
 * @self: a plan
 *
 * Returns: whether a language that has digits of its own is shown with them
 */
gboolean
moei_wall_plan_get_native_digits (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), TRUE);

  return self->values.native_digits;
}

/**
 * moei_wall_plan_get_buddhist_era:
 * @self: a plan
 *
 * Returns: whether Thai years are those of the Buddhist Era
 */
gboolean
moei_wall_plan_get_buddhist_era (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), TRUE);

  return self->values.buddhist_era;
}

/**
 * moei_wall_plan_get_idle_seconds:
 * @self: a plan
 *
 * Returns: how many seconds after the last key scenes and languages turn again
 */
guint
moei_wall_plan_get_idle_seconds (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 1);

  return (guint) self->values.idle_seconds;
}

/**
 * moei_wall_plan_get_office_hours:
 * @self: a plan
 *
 * Returns: (transfer none): when the room is in use
 */
const MoeiOfficeHours *
moei_wall_plan_get_office_hours (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  return &self->values.hours;
}

/**
 * moei_wall_plan_get_blank:
 * @self: a plan
 *
 * Returns: whether the display is dark outside the office hours
 */
gboolean
moei_wall_plan_get_blank (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), FALSE);

  return self->values.blank;
}

/**
 * moei_wall_plan_get_pixel_shift:
 * @self: a plan
 *
 * Returns: by how many pixels the picture strays from its place, against
 *   burn-in; 0 if it stays
 */
guint
moei_wall_plan_get_pixel_shift (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 0);

  return (guint) self->values.pixel_shift;
}

/**
 * moei_wall_plan_get_memory_ceiling:
 * @self: a plan
 *
 * Returns: above how many MiB of resident memory the program begins anew; 0 for none
 */
guint
moei_wall_plan_get_memory_ceiling (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 0);

  return (guint) self->values.memory_ceiling;
}

/**
 * moei_wall_plan_get_restart_hour:
 * @self: a plan
 *
 * Returns: the hour in Bangkok in which the program begins anew each day; -1 for none
 */
int
moei_wall_plan_get_restart_hour (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), -1);

  return self->values.restart_hour;
}

/**
 * moei_wall_plan_get_heartbeat:
 * @self: a plan
 *
 * Returns: (nullable) (type filename): the file that a watchdog reads; `NULL` for none
 */
const char *
moei_wall_plan_get_heartbeat (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), NULL);

  return self->values.heartbeat;
}

/**
 * moei_wall_plan_get_visitor_minutes:
 * @self: a plan
 *
 * Returns: after how many minutes the visitors' scene goes by itself
 */
guint
moei_wall_plan_get_visitor_minutes (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 1);

  return (guint) self->values.visitor_minutes;
}

/**
 * moei_wall_plan_get_withhold_below:
 * @self: a plan
 *
 * Returns: counts below this are withheld from visitors; at least `MOEI_WITHHOLD_MINIMUM`
 */
int
moei_wall_plan_get_withhold_below (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 0);

  return self->values.withhold_below;
}

/**
 * moei_wall_plan_get_occasion:
 * @self: a plan
 * @kind: what happened
 * @seconds: (out) (optional): for how long
 *
 * Returns: what it does to the scenes
 */
MoeiOccasionAction
moei_wall_plan_get_occasion (MoeiWallPlan     *self,
                             MoeiOccasionKind  kind,
                             guint            *seconds)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), MOEI_OCCASION_ACTION_NONE);
  g_return_val_if_fail (kind < MOEI_N_OCCASION_KINDS, MOEI_OCCASION_ACTION_NONE);

  if (seconds != NULL)
    *seconds = (guint) self->values.occasions[kind].seconds;
  return self->values.occasions[kind].action;
}

/**
 * moei_wall_plan_get_take_over:
 * @self: a plan
 *
 * Returns: how severe a notice is that takes the whole screen, or more;
 *   `MOEI_SEVERITY_UNKNOWN` if none does
 */
MoeiSeverity
moei_wall_plan_get_take_over (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), MOEI_SEVERITY_UNKNOWN);

  return self->values.take_over;
}

/**
 * moei_wall_plan_get_take_over_minutes:
 * @self: a plan
 *
 * Returns: for how many minutes a notice without an end takes the screen
 */
guint
moei_wall_plan_get_take_over_minutes (MoeiWallPlan *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (self), 1);

  return (guint) self->values.take_over_minutes;
}
