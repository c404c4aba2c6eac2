/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <gio/gio.h>

#include "door/moei-rehearsal.h"

#define PROGRAM   "moei-service"
#define LISTENING "listening on "

/**
 * MoeiRehearsal:
 *
 * The exercise on this computer: the service that came with the program, as a
 * child of it, on a port that nobody else has.  It ends with the program.
 */
struct _MoeiRehearsal {
  GObject parent_instance;

  GSubprocess      *process;
  GDataInputStream *said;
};

G_DEFINE_FINAL_TYPE (MoeiRehearsal, moei_rehearsal, G_TYPE_OBJECT)

static void
moei_rehearsal_dispose (GObject *object)
{
  moei_rehearsal_stop (MOEI_REHEARSAL (object));

  G_OBJECT_CLASS (moei_rehearsal_parent_class)->dispose (object);
}

static void
moei_rehearsal_class_init (MoeiRehearsalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_rehearsal_dispose;
}

static void
moei_rehearsal_init (MoeiRehearsal *self)
{
}

/**
 * moei_rehearsal_new:
 *
 * Returns: (transfer full): an exercise that has not started
 */
MoeiRehearsal *
moei_rehearsal_new (void)
{
  return g_object_new (MOEI_TYPE_REHEARSAL, NULL);
}

/* Beside the program, where both are built or installed, or else in the path. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_find_program_in_path (PROGRAM);
}

/* However the program ends, the child must not stay. */
static void
set_up_child (gpointer user_data)
{
#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGTERM);
#endif
}

static void
line_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, &error);

  if (line != NULL && g_str_has_prefix (line, LISTENING))
    g_task_return_pointer (task, g_strdup (line + strlen (LISTENING)), g_free);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s does not say where it listens", PROGRAM);
}

/**
 * moei_rehearsal_start_async:
 * @self: an exercise that does not run
 * @cancellable: (nullable): a cancellable
 * @callback: called when it listens
 * @user_data: for @callback
 *
 * Starts the exercise.
 */
void
moei_rehearsal_start_async (MoeiRehearsal       *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *program = find_program ();
  GError *error = NULL;

  g_return_if_fail (MOEI_IS_REHEARSAL (self) && self->process == NULL);

  g_task_set_source_tag (task, moei_rehearsal_start_async);
  if (program == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s is not installed", PROGRAM);
    return;
  }

  g_subprocess_launcher_set_child_setup (launcher, set_up_child, NULL, NULL);
  self->process = g_subprocess_launcher_spawn (launcher, &error, program, "exercise", "--listen", "127.0.0.1:0", NULL);
  if (self->process == NULL) {
    g_task_return_error (task, error);
    return;
  }
  self->said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_data_input_stream_read_line_async (self->said, G_PRIORITY_DEFAULT, cancellable, line_cb, g_steal_pointer (&task));
}

/**
 * moei_rehearsal_start_finish:
 * @self: an exercise
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the address of the exercise
 */
char *
moei_rehearsal_start_finish (MoeiRehearsal  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * moei_rehearsal_stop:
 * @self: an exercise
 *
 * Ends it.
 */
void
moei_rehearsal_stop (MoeiRehearsal *self)
{
  g_return_if_fail (MOEI_IS_REHEARSAL (self));

  if (self->process != NULL)
    g_subprocess_send_signal (self->process, SIGTERM);
  g_clear_object (&self->said);
  g_clear_object (&self->process);
}
