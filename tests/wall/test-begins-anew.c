/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>

/* The program begins anew while its service is away: it is the same process, and
 * shows at once the last good picture, with the scene and in the language that it
 * had.  Called with the programs to run. */

static const char *anew_wall, *moei_service;

static GSubprocess *
start (const char * const *arguments)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE,
                                            &error);

  g_assert_no_error (error);
  return process;
}

static char *
read_line (GDataInputStream *output)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (line);
  return line;
}

static void
say (GSubprocess *process)
{
  GOutputStream *input = g_subprocess_get_stdin_pipe (process);

  g_assert_true (g_output_stream_write_all (input, "\n", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_flush (input, NULL, NULL));
}

static void
test_last_good_picture (void)
{
  const char *exercise[] = { moei_service, "exercise", "--listen", "127.0.0.1:0", "--speed", "1", NULL };
  g_autoptr (GSubprocess) service = start (exercise);
  g_autoptr (GDataInputStream) served = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  g_autofree char *listening = read_line (served);
  const char *wall[] = { anew_wall, "--wall", "--service", listening + strlen ("listening on "), NULL };
  g_autoptr (GSubprocess) display = start (wall);
  g_autoptr (GDataInputStream) shown = g_data_input_stream_new (g_subprocess_get_stdout_pipe (display));
  const char *pid = g_subprocess_get_identifier (display);
  g_autofree char *expected = g_strdup_printf ("%s week th", pid);
  g_autofree char *first = g_strdup_printf ("%s situation en", pid);
  g_autofree char *line = read_line (shown);

  g_assert_cmpstr (line, ==, first);
  g_subprocess_send_signal (service, SIGKILL);
  g_assert_true (g_subprocess_wait (service, NULL, NULL));
  say (display);
  g_free (line);
  line = read_line (shown);
  g_assert_cmpstr (line, ==, expected);
  say (display);
  g_assert_true (g_subprocess_wait_check (display, NULL, NULL));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_folder (inner);
  }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("moei-anew-XXXXXX", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  anew_wall = argv[1];
  moei_service = argv[2];
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("XDG_CONFIG_HOME", cache, TRUE);

  g_test_add_func ("/begins-anew/last-good-picture", test_last_good_picture);
  result = g_test_run ();
  remove_folder (cache);
  return result;
}
