/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* The program as it is called, and as it answers. */

#define EXIT_REFUSED 1
#define EXIT_USAGE   2

typedef struct {
  char *program;
  char *operation;
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->program = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  fixture->operation = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);
  fixture->folder = g_dir_make_tmp ("moei-command-XXXXXX", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->operation);
  g_free (fixture->program);
}

static GSubprocess *
start (Fixture    *fixture,
       const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s %s", fixture->program, words);
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);
  return process;
}

/* Runs to the end; what it says to the user must contain @part. */
static void
assert_says (Fixture    *fixture,
             const char *words,
             int         status,
             const char *part)
{
  g_autoptr (GSubprocess) process = start (fixture, words);
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_test_message ("%s", words);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  if (strstr (status == 0 ? out : err, part) == NULL)
    g_error ("\"%s\" is not in \"%s\"", part, status == 0 ? out : err);
}

/* Starts to serve; returns what it listens on. */
static char *
wait_ready (GSubprocess *process)
{
  g_autoptr (GDataInputStream) out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = g_data_input_stream_read_line (out, NULL, NULL, NULL);

  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "listening on "));
  return g_strdup (line + strlen ("listening on "));
}

static void
stop (GSubprocess *process,
      int          signal)
{
  g_subprocess_send_signal (process, signal);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  assert_says (fixture, "--help", 0, "Usage: moei-service COMMAND");
  assert_says (fixture, "--version", 0, "moei-service " MOEI_VERSION);
  assert_says (fixture, "serve --help", 0, "--listen");
  assert_says (fixture, "wash", EXIT_USAGE, "there is no command \"wash\"");
  assert_says (fixture, "serve --wash", EXIT_USAGE, "--wash");
  assert_says (fixture, "serve here", EXIT_USAGE, "\"here\" is one argument too many");
  assert_says (fixture, "import", EXIT_USAGE, "no folder is given");
  assert_says (fixture, "export a b", EXIT_USAGE, "\"b\" is one argument too many");
}

static void
test_transfer (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *import = g_strdup_printf ("import --store a.db %s", fixture->operation);
  g_autofree char *replace = g_strdup_printf ("import --replace --store a.db %s", fixture->operation);
  g_autofree char *flights = g_build_filename (fixture->folder, "out", "flights.json", NULL);

  assert_says (fixture, import, 0, "a.db is at revision 2");
  assert_says (fixture, import, EXIT_REFUSED, "--replace");
  assert_says (fixture, replace, 0, "a.db is at revision 2");
  assert_says (fixture, "export --store a.db out", 0, "");
  assert_says (fixture, "import --store b.db out", 0, "b.db is at revision 2");
  assert_says (fixture, "export --store none.db out", EXIT_REFUSED, "none.db");
  assert_says (fixture, "import --store c.db nowhere", EXIT_REFUSED, "operation.json: no such file");

  g_assert_true (g_file_set_contents (flights, "{\"schema\":\"urn:moei:flights:1\",\"flights\":"
                                               "[{\"id\":\"f\",\"scheduled\":\"noon\"}]}", -1, NULL));
  assert_says (fixture, "import --store c.db out", EXIT_REFUSED,
               "flights.json: flights[0].scheduled: not an RFC 3339 time");
}

static void
test_serve (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GSubprocess) process = start (fixture, "serve --store a.db --listen 127.0.0.1:0");
  g_autofree char *uri = wait_ready (process);
  g_autofree char *in_use = g_strdup_printf ("serve --store b.db --listen %s", uri + strlen ("http://"));
  g_autofree char *import = g_strdup_printf ("import --store a.db %s", fixture->operation);

  assert_says (fixture, "serve --store a.db --listen 127.0.0.1:0", EXIT_REFUSED, "a.db: another service has the store");
  assert_says (fixture, import, EXIT_REFUSED, "another service has the store");
  assert_says (fixture, in_use, EXIT_REFUSED, "another program listens on 127.0.0.1:");
  assert_says (fixture, "serve --store b.db --listen 0.0.0.0:0", EXIT_REFUSED, "--allow-remote");
  assert_says (fixture, "export --store a.db out", 0, "");
  stop (process, SIGINT);
}

static void
test_socket (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "socket", NULL);
  g_autoptr (GSubprocess) process = start (fixture, "serve --store a.db --socket socket");
  g_autofree char *where = wait_ready (process);

  g_assert_cmpstr (where, ==, "socket");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  stop (process, SIGTERM);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_bad_store (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.db", NULL);

  g_assert_true (g_file_set_contents (path, "This is a letter, not a store.", -1, NULL));
  assert_says (fixture, "serve --store letter.db", EXIT_REFUSED, "letter.db: file is not a database");
}

#define add_test(name, function) \
  g_test_add ("/command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("usage", test_usage);
  add_test ("transfer", test_transfer);
  add_test ("serve", test_serve);
  add_test ("socket", test_socket);
  add_test ("bad-store", test_bad_store);

  return g_test_run ();
}
