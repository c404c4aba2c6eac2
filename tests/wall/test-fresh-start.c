/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <unistd.h>

#include "wall/moei-fresh-start.h"

/* This program, called with --begin, begins anew thrice; each time it says how
 * it was called, what it kept, and whether a file is still open. */

#define TIMES 3

static int
begin (int    argc,
       char **argv)
{
  g_autoptr (GVariant) kept = moei_fresh_start_resume (G_VARIANT_TYPE ("(us)"));
  g_autoptr (GError) error = NULL;
  const char *words = "";
  guint times = 0;

  if (kept != NULL)
    g_variant_get (kept, "(u&s)", &times, &words);
  g_print ("%d %u %s [%s] [%s] %s\n", (int) getpid (), times, words, argv[argc - 2], argv[argc - 1],
           fcntl (100, F_GETFD) == -1 ? "closed" : "open");
  if (times == TIMES)
    return g_getenv ("MOEI_WALL_KEPT") == NULL ? 0 : 3;
  dup2 (STDOUT_FILENO, 100);
  moei_fresh_start_begin (g_variant_new ("(us)", times + 1, "it's \"here\"\n=;"), &error);
  g_printerr ("%s\n", error->message);
  return 2;
}

static void
test_begins_anew (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *said = NULL;
  const char *pid;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--begin", "", "two words", NULL);
  g_assert_no_error (error);
  pid = g_subprocess_get_identifier (process);
  g_string_printf (expected, "%s 0  [] [two words] closed\n", pid);
  for (guint i = 1; i <= TIMES; i++)
    g_string_append_printf (expected, "%s %u it's \"here\"\n=; [] [two words] closed\n", pid, i);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_cmpstr (said, ==, expected->str);
}

static void
test_nothing_kept (void)
{
  g_assert_null (moei_fresh_start_resume (G_VARIANT_TYPE ("(us)")));
  g_setenv ("MOEI_WALL_KEPT", "not of this kind", TRUE);
  g_assert_null (moei_fresh_start_resume (G_VARIANT_TYPE ("(us)")));
  g_assert_null (g_getenv ("MOEI_WALL_KEPT"));
}

int
main (int    argc,
      char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], "--begin"))
    return begin (argc, argv);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fresh-start/begins-anew", test_begins_anew);
  g_test_add_func ("/fresh-start/nothing-kept", test_nothing_kept);
  return g_test_run ();
}
