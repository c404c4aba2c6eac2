/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "service/moei-exercise-command.h"
#include "service/moei-exercise.h"
#include "service/moei-serving.h"
#include "wire/moei-instant.h"

/* What happened lately is there to be looked back on. */
#define HISTORY (2 * G_TIME_SPAN_DAY)

/* What the command line says of the exercise, and the exercise itself. */
typedef struct {
  char         *operation;
  char         *start;
  int           speed;
  int           seed;
  MoeiExercise *exercise;
} Exercising;

static void
exercising_clear (Exercising *self)
{
  g_clear_pointer (&self->operation, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_object (&self->exercise);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Exercising, exercising_clear)

static void
add_options (Exercising     *self,
             GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "speed", 0, 0, G_OPTION_ARG_INT, &self->speed,
      "How many seconds of the operation pass in one, 1 to 600 (1)", "NUMBER" },
    { "start", 0, 0, G_OPTION_ARG_STRING, &self->start,
      "The instant of the operation to begin at, as RFC 3339 has it", "INSTANT" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self->seed,
      "What delays and halts hang on; the same seed plays the same (1)", "NUMBER" },
    { "operation", 0, 0, G_OPTION_ARG_FILENAME, &self->operation,
      "Play the operation in a folder, not the built-in one", "PATH" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

static gboolean
check_options (Exercising  *self,
               char       **arguments,
               GError     **error)
{
  gint64 start;

  if (arguments[1] != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "\"%s\" is one argument too many", arguments[1]);
  else if (self->speed < MOEI_EXERCISE_MIN_SPEED || self->speed > MOEI_EXERCISE_MAX_SPEED)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "--speed is from %d to %d", MOEI_EXERCISE_MIN_SPEED, MOEI_EXERCISE_MAX_SPEED);
  else if (self->seed < 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--seed is 0 or more");
  else if (self->start != NULL && !moei_instant_parse (self->start, &start))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "--start \"%s\" is not like 2025-03-20T14:12:00+07:00", self->start);
  else
    return TRUE;
  return FALSE;
}

static MoeiBundle *
read_plan (Exercising  *self,
           GError     **error)
{
  g_autoptr (GFile) folder = NULL;

  if (self->operation == NULL)
    return moei_bundle_read_built_in (error);

  folder = g_file_new_for_commandline_arg (self->operation);
  return moei_bundle_read (folder, error);
}

static gint64
choose_start (Exercising *self,
              MoeiBundle *plan)
{
  gint64 start;

  if (self->start != NULL && moei_instant_parse (self->start, &start))
    return start;
  if (self->operation == NULL)
    return moei_exercise_default_start ();
  return moei_document_get_start (moei_bundle_get_document (plan, MOEI_DOCUMENT_OPERATION));
}

static gboolean
begin (MoeiStore         *store,
       MoeiServiceClock  *clock,
       gpointer           user_data,
       GError           **error)
{
  Exercising *self = user_data;
  g_autoptr (MoeiBundle) plan = read_plan (self, error);

  if (plan == NULL)
    return FALSE;

  self->exercise = moei_exercise_new (plan, (guint) self->seed, store, clock);
  moei_exercise_set_history (self->exercise, HISTORY);
  return moei_exercise_begin (self->exercise, choose_start (self, plan), self->speed, error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    g_remove (child);
  }
  g_rmdir (path);
}

/* Unless it is told a store the exercise has one of its own, which goes with
 * it: it must never write into the store of an operation. */
static char *
make_folder (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "moei", NULL);
  g_autofree char *folder = g_build_filename (parent, "exercise-XXXXXX", NULL);

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (folder, 0700) == NULL) {
    int code = errno;

    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                 "%s: %s", parent, g_strerror (code));
    return NULL;
  }
  return g_steal_pointer (&folder);
}

/**
 * moei_exercise_command_run:
 * @arguments: the command line, of which options are taken away
 * @error: return location
 *
 * Serves an exercise until the program is interrupted or terminated.
 *
 * Returns: whether it could, and ended in order
 */
gboolean
moei_exercise_command_run (char   ***arguments,
                           GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("— play an operation and serve it");
  g_auto (MoeiServingOptions) options = { 0 };
  g_auto (Exercising) self = { .speed = 1, .seed = MOEI_EXERCISE_DEFAULT_SEED };
  g_autofree char *folder = NULL;
  gboolean served;

  moei_serving_options_add (&options, context);
  add_options (&self, context);
  if (!g_option_context_parse_strv (context, arguments, error) ||
      !check_options (&self, *arguments, error))
    return FALSE;

  if (options.store == NULL) {
    folder = make_folder (error);
    if (folder == NULL)
      return FALSE;
    options.store = g_build_filename (folder, "moei.db", NULL);
  }

  served = moei_serving_run (&options, begin, &self, error);
  if (folder != NULL)
    remove_folder (folder);
  return served;
}
