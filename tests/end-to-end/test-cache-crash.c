/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>

#include "feed/moei-feed.h"
#include "operation/moei-collection.h"

/* The feed in a process of its own, killed again and again while it keeps the
 * last good picture.  The next start, without a service, must show it whole. */

#define PATIENCE_S 120
#define N_KILLS    8

typedef struct {
  char        *folder;
  char        *cache;
  GSubprocess *service;
  char        *address;
} Fixture;

static char *self;

static gboolean
out_of_patience (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, #condition); \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE); \
  g_source_remove (patience); \
} G_STMT_END

static void
revision_cb (MoeiOperation *operation)
{
  g_print ("%" G_GINT64_FORMAT "\n", moei_entity_get_revision (MOEI_ENTITY (operation)));
}

/* In the process to be killed: a line each time that a picture is put in, just
 * when it begins to be kept. */
static int
follow (const char *address,
        const char *cache)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiFeed) feed = moei_feed_new (address, operation, cache);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect (operation, "notify::revision", G_CALLBACK (revision_cb), NULL);
  moei_feed_start (feed);
  g_main_loop_run (loop);
  return 0;
}

static char *
read_line (GSubprocess *process)
{
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autoptr (GError) error = NULL;
  char *line;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (output), FALSE);
  /* A byte at a time, so that nothing is lost with the buffer. */
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (output), 1);
  line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  return line;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *program = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  g_autofree char *store = NULL, *line = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("moei-cache-crash-XXXXXX", &error);
  g_assert_no_error (error);
  store = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->cache = g_build_filename (fixture->folder, "cache", NULL);
  fixture->service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "exercise",
                                       "--store", store, "--listen", "127.0.0.1:0", "--speed", "600",
                                       "--start", "2025-03-20T11:00:00+07:00", NULL);
  g_assert_no_error (error);
  line = read_line (fixture->service);
  g_assert_true (g_str_has_prefix (line, "listening on http://"));
  fixture->address = g_strdup (line + strlen ("listening on "));
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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_subprocess_send_signal (fixture->service, SIGTERM);
  g_subprocess_wait (fixture->service, NULL, NULL);
  g_clear_object (&fixture->service);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->cache);
  g_free (fixture->address);
}

/* Follows for @n_pictures more, and is killed while the last is being kept. */
static void
follow_and_kill (Fixture *fixture,
                 guint    n_pictures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self,
                                                      "--follow", fixture->address, fixture->cache, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < n_pictures; i++)
    g_free (read_line (process));
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
}

/* Looks at what is kept, with a service that does not answer. */
static gint64
look (Fixture *fixture)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiFeed) feed = moei_feed_new (fixture->address, operation, fixture->cache);
  gint64 revision;

  g_subprocess_send_signal (fixture->service, SIGSTOP);
  moei_feed_start (feed);
  wait_for (moei_feed_get_state (feed) != MOEI_DATA_STATE_NONE);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (operation)), >, 0);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_flights (operation)), >, 0);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (operation)), ==, 7);
  revision = moei_entity_get_revision (MOEI_ENTITY (operation));
  moei_feed_stop (feed);
  g_subprocess_send_signal (fixture->service, SIGCONT);
  return revision;
}

static guint
count_damaged (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    n += (g_str_has_suffix (name, ".damaged") ? 1 : 0) + count_damaged (inner);
  }
  return n;
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 former = 0;

  /* The first picture must have been kept whole before there is a last good one. */
  follow_and_kill (fixture, 6);
  for (guint i = 0; i < N_KILLS; i++) {
    gint64 revision;

    follow_and_kill (fixture, 1 + i % 4);
    revision = look (fixture);
    g_assert_cmpint (revision, >=, former);
    g_assert_cmpuint (count_damaged (fixture->cache), ==, 0);
    former = revision;
  }
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--follow"))
    return follow (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  self = argv[0];

  g_test_add ("/cache-crash/killed", Fixture, NULL, set_up, test_killed, tear_down);

  return g_test_run ();
}
