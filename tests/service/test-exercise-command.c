/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "service/moei-bundle-error.h"
#include "service/moei-exercise-command.h"
#include "service/moei-exercise.h"

static void
assert_refused (const char *words,
                GQuark      domain,
                int         code,
                const char *message)
{
  g_auto (GStrv) arguments = g_strsplit (words, " ", -1);
  g_autoptr (GError) error = NULL;

  g_assert_false (moei_exercise_command_run (&arguments, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_options (void)
{
  const int bad_value = G_OPTION_ERROR_BAD_VALUE;

  assert_refused ("moei-service --speed 0", G_OPTION_ERROR, bad_value, "--speed is from 1 to 600");
  assert_refused ("moei-service --speed 601", G_OPTION_ERROR, bad_value, "--speed is from 1 to 600");
  assert_refused ("moei-service --seed -1", G_OPTION_ERROR, bad_value, "--seed is 0 or more");
  assert_refused ("moei-service --start noon", G_OPTION_ERROR, bad_value,
                  "--start \"noon\" is not like 2025-03-20T14:12:00+07:00");
  assert_refused ("moei-service twice", G_OPTION_ERROR, bad_value, "\"twice\" is one argument too many");
}

/* An exercise that cannot begin leaves nothing behind. */
static void
test_cannot_begin (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "moei", NULL);
  g_autoptr (GDir) folder = NULL;

  assert_refused ("moei-service --start 2024-01-01T00:00:00Z --listen 127.0.0.1:0",
                  MOEI_EXERCISE_ERROR, MOEI_EXERCISE_ERROR_START,
                  "the start is not within the operation, "
                  "2025-02-20T00:00:00+07:00 to 2025-04-01T00:00:00+07:00");
  assert_refused ("moei-service --operation /nonexistent --listen 127.0.0.1:0",
                  MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_MISSING,
                  "operation.json: no such file in /nonexistent");

  folder = g_dir_open (parent, 0, NULL);
  g_assert_nonnull (folder);
  g_assert_null (g_dir_read_name (folder));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("moei-cache-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (cache, "moei", NULL);
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/exercise-command/options", test_options);
  g_test_add_func ("/service/exercise-command/cannot-begin", test_cannot_begin);

  result = g_test_run ();
  g_rmdir (folder);
  g_rmdir (cache);
  return result;
}
