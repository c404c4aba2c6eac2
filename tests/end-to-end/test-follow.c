/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>

#include "feed/moei-feed.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* The real service in a process of its own, killed, restarted and restored
 * from a copy, while the feed follows it. */

#define PATIENCE_S 120

typedef struct {
  char          *folder;
  char          *store;
  char          *cache;
  GSubprocess   *service;
  char          *address;
  MoeiOperation *operation;
  MoeiFeed      *feed;
  MoeiDurations  durations;
} Fixture;

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

/* Starts the exercise on the store; at the same port if it ran before. */
static void
start_service (Fixture *fixture)
{
  g_autofree char *program = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  const char *listen = fixture->address != NULL ? fixture->address + strlen ("http://") : "127.0.0.1:0";
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  fixture->service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "exercise",
                                       "--store", fixture->store, "--listen", listen, "--speed", "600",
                                       "--start", "2025-03-20T11:00:00+07:00", NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->service));
  line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "listening on http://"));
  g_free (fixture->address);
  fixture->address = g_strdup (line + strlen ("listening on "));
}

static void
end_service (Fixture *fixture,
             int      signum)
{
  g_subprocess_send_signal (fixture->service, signum);
  g_assert_true (g_subprocess_wait (fixture->service, NULL, NULL));
  if (signum == SIGTERM)
    g_assert_true (g_subprocess_get_successful (fixture->service));
  g_clear_object (&fixture->service);
}

static void
start_feed (Fixture *fixture)
{
  fixture->operation = moei_operation_new ();
  fixture->feed = moei_feed_new_with (fixture->address, fixture->operation, fixture->cache, &fixture->durations);
  moei_feed_start (fixture->feed);
}

static void
end_feed (Fixture *fixture)
{
  moei_feed_stop (fixture->feed);
  g_clear_object (&fixture->feed);
  g_clear_object (&fixture->operation);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("moei-end-to-end-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->cache = g_build_filename (fixture->folder, "cache", NULL);
  fixture->durations = moei_durations;
  fixture->durations.shortest_pause = 20;
  fixture->durations.longest_pause = 100;
  fixture->durations.tick = 20;
  start_service (fixture);
  start_feed (fixture);
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
  if (fixture->feed != NULL)
    end_feed (fixture);
  if (fixture->service != NULL)
    end_service (fixture, SIGTERM);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->store);
  g_free (fixture->cache);
  g_free (fixture->address);
}

static gboolean
is_live (Fixture *fixture)
{
  return moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LIVE &&
         moei_collection_size (moei_operation_get_places (fixture->operation)) > 0 &&
         moei_collection_size (moei_operation_get_days (fixture->operation)) == 7;
}

static gint64
get_revision (Fixture *fixture)
{
  return moei_entity_get_revision (MOEI_ENTITY (fixture->operation));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

/* What moves in the exercise moves here, in the objects that were there before. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MoeiFlight) first = NULL;
  guint n_items_changed = 0;
  gint64 revision;

  wait_for (is_live (fixture));
  g_assert_true (moei_operation_get_exercise (fixture->operation));
  g_assert_cmpuint (moei_collection_size (moei_operation_get_flights (fixture->operation)), >=, 5);
  wait_for (moei_collection_size (moei_operation_get_calendar (fixture->operation)) >= 5 * 7 &&
            moei_collection_size (moei_operation_get_schedule (fixture->operation)) >=
            2 * moei_collection_size (moei_operation_get_flights (fixture->operation)));

  first = g_object_ref (moei_collection_get (moei_operation_get_flights (fixture->operation), 0));
  g_signal_connect (moei_operation_get_flights (fixture->operation), "items-changed",
                    G_CALLBACK (count_cb), &n_items_changed);
  revision = get_revision (fixture);
  wait_for (moei_flight_get_state (first) == MOEI_FLIGHT_STATE_DEPARTED);
  g_assert_cmpint (get_revision (fixture), >, revision);
  g_assert_cmpuint (n_items_changed, ==, 0);
}

static void
test_killed_and_restarted (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *problem = NULL;
  g_autofree char *epoch = NULL;
  guint n_places;
  gint64 revision;

  wait_for (is_live (fixture));
  n_places = moei_collection_size (moei_operation_get_places (fixture->operation));
  epoch = g_strdup (moei_operation_get_epoch (fixture->operation));
  revision = get_revision (fixture);

  end_service (fixture, SIGKILL);
  wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (problem);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (fixture->operation)), ==, n_places);

  start_service (fixture);
  wait_for (is_live (fixture) && get_revision (fixture) > revision);
  g_assert_cmpstr (moei_operation_get_epoch (fixture->operation), ==, epoch);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A service restored from a copy knows less than the display has seen; its
 * new epoch makes the display read everything anew. */
static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *epoch = NULL;
  gint64 revision;

  wait_for (is_live (fixture));
  epoch = g_strdup (moei_operation_get_epoch (fixture->operation));
  end_service (fixture, SIGTERM);
  copy_file (fixture->store, copy);

  start_service (fixture);
  revision = get_revision (fixture);
  wait_for (is_live (fixture) && get_revision (fixture) > revision + 3);
  end_service (fixture, SIGTERM);

  copy_file (copy, fixture->store);
  start_service (fixture);
  wait_for (is_live (fixture) && g_strcmp0 (moei_operation_get_epoch (fixture->operation), epoch) != 0);
  wait_for (moei_collection_size (moei_operation_get_flights (fixture->operation)) >= 5);
}

/* Whether a file below a folder holds a document of this address.  What the
 * feed shows it saves in a thread, a moment later. */
static gboolean
has_saved (const char *path,
           const char *href)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *contents = NULL;
  gboolean found = FALSE;
  const char *name;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    found = has_saved (inner, href);
  }
  if (dir == NULL && g_str_has_suffix (path, ".document") && g_file_get_contents (path, &contents, NULL, NULL))
    found = strstr (contents, href) != NULL;
  return found;
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* A start without the service shows the last picture at once, marked. */
static void
test_last_good (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_places, look_again;

  wait_for (is_live (fixture));
  n_places = moei_collection_size (moei_operation_get_places (fixture->operation));
  look_again = g_timeout_add (20, look_again_cb, NULL);
  wait_for (has_saved (fixture->cache, "/v1/places\n") && has_saved (fixture->cache, "/v1/weeks/2025-W12\n"));
  g_source_remove (look_again);
  end_feed (fixture);
  end_service (fixture, SIGTERM);

  start_feed (fixture);
  wait_for (moei_collection_size (moei_operation_get_places (fixture->operation)) == n_places);
  wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (fixture->operation)), ==, 7);
  g_assert_cmpint (moei_feed_get_last_heard (fixture->feed), >=, 0);
}

#define add(name, function) g_test_add ("/follow/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("follows", test_follows);
  add ("killed-and-restarted", test_killed_and_restarted);
  add ("restored", test_restored);
  add ("last-good", test_last_good);

  return g_test_run ();
}
