/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-heartbeat.h"

#include <gio/gio.h>

/**
 * MoeiHeartbeat:
 *
 * The file that a watchdog reads.  It is written in another thread, as a disk may
 * hang, and replaced whole, so that who reads it sees the one or the other.
 */
struct _MoeiHeartbeat {
  GObject parent_instance;

  char     *path;
  gboolean  is_busy;
  char     *next;    /* (nullable): what came while it was busy */
  char     *problem; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MoeiHeartbeat, moei_heartbeat, G_TYPE_OBJECT)

typedef struct {
  char *path;
  char *text;
} Beat;

static void
beat_free (Beat *beat)
{
  g_free (beat->path);
  g_free (beat->text);
  g_free (beat);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Beat *beat = task_data;
  g_autofree char *folder = g_path_get_dirname (beat->path);
  GError *error = NULL;

  /* Where the folder cannot be made, writing says why. */
  g_mkdir_with_parents (folder, 0755);
  if (g_file_set_contents_full (beat->path, beat->text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void begin (MoeiHeartbeat *self,
                   char          *text);

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  MoeiHeartbeat *self = MOEI_HEARTBEAT (object);
  g_autoptr (GError) error = NULL;

  self->is_busy = FALSE;
  g_clear_pointer (&self->problem, g_free);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    self->problem = g_strdup (error->message);
  if (self->next != NULL)
    begin (self, g_steal_pointer (&self->next));
}

static void
begin (MoeiHeartbeat *self,
       char          *text)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  Beat *beat = g_new (Beat, 1);

  beat->path = g_strdup (self->path);
  beat->text = text;
  self->is_busy = TRUE;
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, beat, (GDestroyNotify) beat_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
moei_heartbeat_finalize (GObject *object)
{
  MoeiHeartbeat *self = MOEI_HEARTBEAT (object);

  g_free (self->path);
  g_free (self->next);
  g_free (self->problem);

  G_OBJECT_CLASS (moei_heartbeat_parent_class)->finalize (object);
}

static void
moei_heartbeat_class_init (MoeiHeartbeatClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_heartbeat_finalize;
}

static void
moei_heartbeat_init (MoeiHeartbeat *self)
{
}

/**
 * moei_heartbeat_new:
 * @path: (type filename): an absolute path; its folder is made if it is missing
 *
 * Returns: (transfer full): a heartbeat that has not beaten yet
 */
MoeiHeartbeat *
moei_heartbeat_new (const char *path)
{
  MoeiHeartbeat *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MOEI_TYPE_HEARTBEAT, NULL);
  self->path = g_strdup (path);
  return self;
}

/**
 * moei_heartbeat_beat:
 * @self: a heartbeat
 * @pulse: how the display fares
 *
 * Writes it.  While a disk is slow only the latest waits.
 */
void
moei_heartbeat_beat (MoeiHeartbeat   *self,
                     const MoeiPulse *pulse)
{
  char *text;

  g_return_if_fail (MOEI_IS_HEARTBEAT (self));

  text = moei_pulse_format (pulse);
  if (self->is_busy) {
    g_free (self->next);
    self->next = text;
  } else {
    begin (self, text);
  }
}

/**
 * moei_heartbeat_is_busy:
 * @self: a heartbeat
 *
 * Returns: whether it is being written
 */
gboolean
moei_heartbeat_is_busy (MoeiHeartbeat *self)
{
  g_return_val_if_fail (MOEI_IS_HEARTBEAT (self), FALSE);

  return self->is_busy;
}

/**
 * moei_heartbeat_get_problem:
 * @self: a heartbeat
 *
 * Returns: (nullable): why the last beat could not be written
 */
const char *
moei_heartbeat_get_problem (MoeiHeartbeat *self)
{
  g_return_val_if_fail (MOEI_IS_HEARTBEAT (self), NULL);

  return self->problem;
}
