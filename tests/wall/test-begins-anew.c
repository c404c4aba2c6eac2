/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>

/* A program that takes too much memory while its service is away begins anew: it
 * is the same process, and shows at once the last good picture, with the scene and
 * in the language that it had, over the whole screen; once an hour at most, and not
 * without need.  Called with the programs to run. */

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

/* Which life, and what else it says of itself */
typedef struct {
  int   life;
  int   pid;
  char *size;
  char *shown;
  char *before;
  int   minutes;
} Word;

static void
word_clear (Word *word)
{
  g_free (word->size);
  g_free (word->shown);
  g_free (word->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Word, word_clear)

static void
read_word (GDataInputStream *output,
           Word             *word)
{
  g_autofree char *line = read_line (output);
  g_auto (GStrv) parts = g_strsplit_set (line, " ;", -1);
  guint n_parts = g_strv_length (parts);

  g_test_message ("%s", line);
  g_assert_cmpuint (n_parts, >=, 5);
  *word = (Word) { atoi (parts[0]), atoi (parts[1]), g_strdup (parts[2]), g_strjoin (" ", parts[3], parts[4], NULL) };
  if (n_parts == 9) {
    word->before = g_strjoin (" ", parts[6], parts[7], NULL);
    word->minutes = atoi (parts[8]);
  }
}

static char *
write_settings (const char *folder)
{
  static const char settings[] =
    "[Display]\nmemory-ceiling=128\nrestart-hour=none\ndwell=600\nlanguage-seconds=60\nheartbeat=none\n";
  char *path = g_build_filename (folder, "anew.conf", NULL);

  g_assert_true (g_file_set_contents (path, settings, -1, NULL));
  return path;
}

static void
test_memory (void)
{
  const char *exercise[] = { moei_service, "exercise", "--listen", "127.0.0.1:0", "--speed", "1", NULL };
  g_autoptr (GSubprocess) service = start (exercise);
  g_autoptr (GDataInputStream) served = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  g_autofree char *listening = read_line (served);
  g_autofree char *settings = write_settings (g_getenv ("XDG_CACHE_HOME"));
  const char *wall[] = { anew_wall, "--wall", "--service", listening + strlen ("listening on "),
                         "--wall-settings", settings, NULL };
  g_autoptr (GSubprocess) display = start (wall);
  g_autoptr (GDataInputStream) shown = g_data_input_stream_new (g_subprocess_get_stdout_pipe (display));
  int pid = atoi (g_subprocess_get_identifier (display));

  for (int life = 1; life <= 3; life++) {
    g_auto (Word) word = { 0 };

    read_word (shown, &word);
    g_assert_cmpint (word.life, ==, life);
    g_assert_cmpint (word.pid, ==, pid);
    g_assert_cmpstr (word.size, ==, "full");
    if (life == 1) {
      g_assert_cmpstr (word.shown, ==, "situation en");
      g_subprocess_send_signal (service, SIGKILL);
      g_assert_true (g_subprocess_wait (service, NULL, NULL));
    } else {
      g_assert_cmpstr (word.shown, ==, word.before);
      g_assert_cmpint (word.minutes, >=, 59);
      g_assert_cmpint (word.minutes, <=, 70);
    }
    say (display);
  }
  /* The third life has no more than it may. */
  g_assert_null (g_data_input_stream_read_line_utf8 (shown, NULL, NULL, NULL));
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
  g_setenv ("XDG_STATE_HOME", cache, TRUE);

  g_test_add_func ("/begins-anew/memory", test_memory);
  result = g_test_run ();
  remove_folder (cache);
  return result;
}
