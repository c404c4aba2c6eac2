/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-feed.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"

#include "fixture/moei-test-board.h"

#define SITUATION "/v1/situation"
#define EVENTS    "/v1/events"

/* Pauses are short; nothing gives up or grows old unless a test makes it so.
 * The service's seconds are milliseconds. */
static const MoeiDurations patient = {
  .request = 20000,
  .hello = 20000,
  .ping = 20000,
  .second = 1,
  .slack = 20000,
  .shortest_pause = 1,
  .longest_pause = 3,
  .settled = 20000,
  .spread = 1,
  .poll = 20000,
  .stream_again = 20000,
  .early = 20000,
  .early_again = 20000,
  .tick = 2,
};

typedef struct {
  MoeiTestService *service;
  MoeiTestBoard    board;
  MoeiDurations    durations;
  char            *cache;
  MoeiOperation   *operation;
  MoeiFeed        *feed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->service = moei_test_service_new (NULL);
  moei_test_board_init (&fixture->board, fixture->service);
  fixture->durations = patient;
  fixture->cache = g_dir_make_tmp ("moei-feed-XXXXXX", NULL);
}

static void
stop_feed (Fixture *fixture)
{
  moei_feed_stop (fixture->feed);
  moei_test_await_finalize (g_steal_pointer (&fixture->feed));
  moei_test_await_finalize (g_steal_pointer (&fixture->operation));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->feed != NULL)
    stop_feed (fixture);
  moei_test_await_finalize (fixture->service);
  moei_test_wait_for (moei_test_remove_tree (fixture->cache));
  g_free (fixture->cache);
}

static void
start (Fixture *fixture)
{
  g_autofree char *address = g_uri_to_string (moei_test_service_get_uri (fixture->service));

  fixture->operation = moei_operation_new ();
  fixture->feed = moei_feed_new_with (address, fixture->operation, fixture->cache, &fixture->durations);
  moei_feed_start (fixture->feed);
}

static MoeiDataState
state_of (Fixture    *fixture,
          const char *document)
{
  MoeiFreshness *freshness = moei_collection_lookup (moei_operation_get_freshness (fixture->operation), document);

  return freshness != NULL ? moei_freshness_get_state (freshness) : MOEI_DATA_STATE_NONE;
}

static const char *
problem_of (Fixture    *fixture,
            const char *document)
{
  MoeiFreshness *freshness = moei_collection_lookup (moei_operation_get_freshness (fixture->operation), document);

  return freshness != NULL ? moei_freshness_get_problem (freshness) : NULL;
}

static int
boarded (Fixture    *fixture,
         const char *flight)
{
  MoeiFlight *found = moei_collection_lookup (moei_operation_get_flights (fixture->operation), flight);

  return found != NULL ? moei_flight_get_boarded (found) : -1;
}

static guint
asked (Fixture    *fixture,
       const char *href)
{
  return moei_test_service_get_n_asked (fixture->service, href);
}

static gboolean
is_live (Fixture *fixture)
{
  return moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LIVE &&
         state_of (fixture, "flights") == MOEI_DATA_STATE_LIVE;
}

/* Starts a feed and waits until it shows the board and listens. */
static void
start_live (Fixture *fixture)
{
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  start (fixture);
  moei_test_wait_for (is_live (fixture) && moei_test_service_get_n_streams (fixture->service) > 0);
  /* The hello begins a round of its own. */
  moei_test_wait_for (asked (fixture, SITUATION) == 2);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_new_destroy (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiFeed) feed = moei_feed_new ("https://moei.example.org/", operation, fixture->cache);

  g_assert_cmpint (moei_feed_get_state (feed), ==, MOEI_DATA_STATE_NONE);
  g_assert_cmpint (moei_feed_get_last_heard (feed), ==, -1);
  g_assert_null (moei_feed_dup_problem (feed));
  g_assert_false (moei_feed_is_denied (feed));
  moei_feed_retry (feed);
  g_assert_finalize_object (g_steal_pointer (&feed));
}

static void
test_bad_address (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiFeed) feed = moei_feed_new ("http://moei.example.org/", operation, fixture->cache);
  g_autofree char *problem = NULL;

  moei_feed_start (feed);
  problem = moei_feed_dup_problem (feed);
  g_assert_cmpint (moei_feed_get_state (feed), ==, MOEI_DATA_STATE_OFFLINE);
  g_assert_nonnull (strstr (problem, "http://moei.example.org/"));
  moei_feed_retry (feed);
  g_assert_finalize_object (g_steal_pointer (&feed));
}

static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *week = NULL;

  start_live (fixture);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (fixture->operation)), ==, 2);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (fixture->operation)), ==, 1);
  g_assert_cmpint (boarded (fixture, "2025-03-06-b"), ==, 20);
  g_assert_cmpstr (moei_operation_get_epoch (fixture->operation), ==, "e1");
  g_assert_cmpstr (moei_operation_get_week (fixture->operation), ==, "2025-W10");
  g_assert_true (moei_operation_get_exercise (fixture->operation));
  g_assert_cmpint (state_of (fixture, "places"), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (state_of (fixture, "week"), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (state_of (fixture, "convoys"), ==, MOEI_DATA_STATE_NONE);
  g_assert_null (moei_feed_dup_problem (fixture->feed));
  g_assert_cmpint (moei_feed_get_last_heard (fixture->feed), >=, 0);

  /* Nothing is asked for twice, but the situation at the hello. */
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_FLIGHTS), ==, 1);
}

static void
test_one_change (Fixture       *fixture,
                 gconstpointer  data)
{
  MoeiCollection *flights;
  guint n_notified[3] = { 0 }, n_items_changed = 0;

  start_live (fixture);
  flights = moei_operation_get_flights (fixture->operation);
  for (guint i = 0; i < 3; i++)
    g_signal_connect (moei_collection_get (flights, i), "notify", G_CALLBACK (count_notify), &n_notified[i]);
  g_signal_connect (flights, "items-changed", G_CALLBACK (count_notify), &n_items_changed);

  moei_test_board_board (&fixture->board, 1, 21);
  moei_test_wait_for (boarded (fixture, "2025-03-06-b") == 21);

  g_assert_cmpuint (n_notified[0], ==, 0);
  g_assert_cmpuint (n_notified[1], ==, 1);
  g_assert_cmpuint (n_notified[2], ==, 0);
  g_assert_cmpuint (n_items_changed, ==, 0);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_WEEK), ==, 1);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_FLIGHTS), ==, 2);
  g_assert_nonnull (moei_test_service_get_asked (fixture->service, MOEI_TEST_FLIGHTS, "If-None-Match"));
}

/* However fast changes come, the last one is shown. */
static void
test_many_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  start_live (fixture);
  for (int i = 0; i < 50; i++) {
    moei_test_board_board (&fixture->board, 2, 100 + i);
    g_main_context_iteration (NULL, FALSE);
  }
  moei_test_wait_for (boarded (fixture, "2025-03-06-c") == 149);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 1);
}

/* An event that was lost is made up for by the next ping. */
static void
test_lost_event (Fixture       *fixture,
                 gconstpointer  data)
{
  start_live (fixture);
  fixture->board.boarded[0] = 11;
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (boarded (fixture, "2025-03-06-a") == 11);
}

/* The situation alone changed, at the same revision: a day may have turned. */
static void
test_same_revision (Fixture       *fixture,
                    gconstpointer  data)
{
  start_live (fixture);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (asked (fixture, SITUATION) == 3);
}

static void
test_reconnect (Fixture       *fixture,
                gconstpointer  data)
{
  start_live (fixture);
  fixture->board.boarded[0] = 12;
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (boarded (fixture, "2025-03-06-a") == 12);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, EVENTS, "Last-Event-ID"), ==, "e1-7");
  g_assert_null (moei_feed_dup_problem (fixture->feed));
}

static GPtrArray *
list_kept (Fixture *fixture)
{
  g_autoptr (GDir) root = g_dir_open (fixture->cache, 0, NULL);
  const char *name = g_dir_read_name (root);
  g_autofree char *folder = name != NULL ? g_build_filename (fixture->cache, name, NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, ".document"))
      g_ptr_array_add (names, g_strdup (name));
  }
  return names;
}

static guint
count_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray) names = list_kept (fixture);

  return names->len;
}

static gboolean
is_kept (Fixture    *fixture,
         const char *href)
{
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, href, -1);
  g_autofree char *name = g_strconcat (key, ".document", NULL);
  g_autoptr (GPtrArray) names = list_kept (fixture);

  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

static void
test_last_good (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *problem = NULL;

  start_live (fixture);
  moei_test_wait_for (count_kept (fixture) == 5);
  stop_feed (fixture);

  /* Shown before the service is even asked. */
  moei_test_service_stop (fixture->service);
  start (fixture);
  moei_test_wait_for (boarded (fixture, "2025-03-06-c") == 30);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpint (state_of (fixture, "flights"), ==, MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (fixture->operation)), ==, 2);
  g_assert_cmpint (moei_feed_get_last_heard (fixture->feed), >=, 0);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (strstr (problem, "127.0.0.1 refuses the connection"));
}

static void
test_last_good_is_current (Fixture       *fixture,
                           gconstpointer  data)
{
  start_live (fixture);
  moei_test_wait_for (count_kept (fixture) == 5);
  stop_feed (fixture);

  start (fixture);
  moei_test_wait_for (is_live (fixture));
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_FLIGHTS), ==, 1);
  g_assert_nonnull (moei_test_service_get_asked (fixture->service, SITUATION, "If-None-Match"));
}

/* How a document may be bad, and whether its problem is told of it in particular. */
static const struct {
  const char     *name;
  MoeiTestAnswer  answer;
  const char     *problem;
} faults[] = {
  { "malformed", { .body = "{\"schema\":\"urn:moei:flights:1\",\"revision\":8,\"flights\":[{\"id\":\"2025-03-06-b\",\"boarded\":99},{\"id\":7}]}" }, "flights[1].id" },
  { "not-json", { .body = "{\"schema\":" }, "/v1/flights?date=2025-03-06: " },
  { "other-document", { .body = "{\"schema\":\"urn:moei:notices:1\",\"revision\":8,\"notices\":[]}" }, "schema" },
  { "digest", { .fault = MOEI_TEST_FAULT_WRONG_DIGEST }, "sha-256" },
  { "gzip-cut", { .coding = "gzip-cut" }, "gzip" },
  { "captive-portal", { .type = "text/html", .body = "<html>" }, "web page" },
  { "server", { .status = 500, .type = "text/html", .body = "<html>" }, "500" },
  { "not-found", { .status = 404 }, "404" },
  { "cut", { .fault = MOEI_TEST_FAULT_RAW, .body = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{" }, "" },
};

/* The document that was there stays, whole; the others go on. */
static void
test_fault (Fixture       *fixture,
            gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  guint n_notified = 0;

  start_live (fixture);
  g_signal_connect (moei_collection_get (moei_operation_get_flights (fixture->operation), 1), "notify",
                    G_CALLBACK (count_notify), &n_notified);
  fixture->board.flights_revision = fixture->board.places_revision = ++fixture->board.revision;
  fixture->board.boarded[1] = 21;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &faults[i].answer);
  moei_test_board_tell (&fixture->board, "changed");

  moei_test_wait_for (problem_of (fixture, "flights") != NULL);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_nonnull (strstr (problem_of (fixture, "flights"), faults[i].problem));
  g_assert_cmpint (state_of (fixture, "flights"), ==, MOEI_DATA_STATE_LATE);
  g_assert_cmpint (state_of (fixture, "places"), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 2);
  g_assert_cmpint (boarded (fixture, "2025-03-06-b"), ==, 20);
  g_assert_cmpuint (n_notified, ==, 0);

  /* The next ping is a reason to try again. */
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (is_live (fixture));
  g_assert_cmpint (boarded (fixture, "2025-03-06-b"), ==, 21);
  g_assert_null (problem_of (fixture, "flights"));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 2);
}

/* A restored service may be at a lower revision and mean other things by it. */
static void
restore (Fixture *fixture)
{
  fixture->board.epoch = "e2";
  fixture->board.revision = fixture->board.flights_revision = 7;
  fixture->board.places_revision = 2;
  fixture->board.boarded[1] = 5;
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
}

static void
assert_restored (Fixture *fixture)
{
  moei_test_wait_for (boarded (fixture, "2025-03-06-b") == 5);
  moei_test_wait_for (is_live (fixture));
  g_assert_cmpstr (moei_operation_get_epoch (fixture->operation), ==, "e2");
  g_assert_null (moei_test_service_get_asked (fixture->service, MOEI_TEST_FLIGHTS, "If-None-Match"));
  g_assert_null (moei_test_service_get_asked (fixture->service, MOEI_TEST_PLACES, "If-None-Match"));
}

static void
test_epoch (Fixture       *fixture,
            gconstpointer  data)
{
  start_live (fixture);
  restore (fixture);
  moei_test_service_end_streams (fixture->service);
  g_assert_cmpint (boarded (fixture, "2025-03-06-b"), ==, 20);
  assert_restored (fixture);
}

static void
test_epoch_by_reset (Fixture       *fixture,
                     gconstpointer  data)
{
  start_live (fixture);
  restore (fixture);
  moei_test_board_tell (&fixture->board, "reset");
  assert_restored (fixture);
}

/* Where events do not arrive, the situation tells. */
static void
test_epoch_by_poll (Fixture       *fixture,
                    gconstpointer  data)
{
  const MoeiTestAnswer ended = { .status = 204 };

  fixture->durations.poll = 5;
  moei_test_service_answer (fixture->service, EVENTS, &ended);
  moei_test_board_publish (&fixture->board);
  start (fixture);
  moei_test_wait_for (is_live (fixture));
  restore (fixture);
  assert_restored (fixture);
}

/* What the former store still owes is not waited for, nor shown. */
static void
test_epoch_in_a_round (Fixture       *fixture,
                       gconstpointer  data)
{
  const MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };

  start_live (fixture);
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &silent);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (asked (fixture, MOEI_TEST_FLIGHTS) == 2);

  restore (fixture);
  moei_test_service_end_streams (fixture->service);
  assert_restored (fixture);
}

static gboolean
shows_day (Fixture    *fixture,
           const char *day)
{
  g_autofree char *flight = g_strconcat (day, "-a", NULL);

  return boarded (fixture, flight) >= 0;
}

/* Yesterday's flights are never shown as today's. */
static void
test_day_turns (Fixture       *fixture,
                gconstpointer  data)
{
  guint day;

  start_live (fixture);
  day = moei_operation_get_operating_day (fixture->operation);
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  fixture->board.places_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, "/v1/flights?date=2025-03-07", NULL);
  moei_test_board_tell (&fixture->board, "changed");

  moei_test_wait_for (problem_of (fixture, "flights") != NULL);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_true (shows_day (fixture, "2025-03-06"));
  g_assert_cmpuint (moei_operation_get_operating_day (fixture->operation), ==, day);
  g_assert_cmpint (state_of (fixture, "places"), ==, MOEI_DATA_STATE_LIVE);

  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (shows_day (fixture, "2025-03-07") && is_live (fixture));
  g_assert_false (shows_day (fixture, "2025-03-06"));
  g_assert_cmpuint (moei_operation_get_operating_day (fixture->operation), ==, day + 1);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_flights (fixture->operation)), ==, 3);
}

/* Nobody reports anything at night: the ping's time is all that tells. */
static void
test_quiet_midnight (Fixture       *fixture,
                     gconstpointer  data)
{
  start_live (fixture);
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (shows_day (fixture, "2025-03-07") && is_live (fixture));
  g_assert_false (shows_day (fixture, "2025-03-06"));
  g_assert_cmpuint (asked (fixture, EVENTS), ==, 1);
}

/* Else the documents that seldom change would in time be the oldest files. */
static void
test_keeps_what_is_named (Fixture       *fixture,
                          gconstpointer  data)
{
  start_live (fixture);
  moei_test_wait_for (count_kept (fixture) == 5);
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (shows_day (fixture, "2025-03-07") && is_live (fixture));
  moei_test_wait_for (is_kept (fixture, "/v1/flights?date=2025-03-07") && !is_kept (fixture, MOEI_TEST_FLIGHTS));
  g_assert_true (is_kept (fixture, MOEI_TEST_PLACES));
}

static void
test_poll (Fixture       *fixture,
           gconstpointer  data)
{
  const MoeiTestAnswer ended = { .status = 204 };

  fixture->durations.poll = 5;
  moei_test_service_answer (fixture->service, EVENTS, &ended);
  moei_test_board_publish (&fixture->board);
  start (fixture);
  moei_test_wait_for (is_live (fixture));
  moei_test_board_board (&fixture->board, 1, 21);
  moei_test_wait_for (boarded (fixture, "2025-03-06-b") == 21);
  g_assert_cmpint (moei_feed_get_way (fixture->feed), ==, MOEI_FOLLOWING_POLL);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 1);
}

/* Behind a proxy that holds events back, the picture comes all the same. */
static void
test_silent_stream (Fixture       *fixture,
                    gconstpointer  data)
{
  moei_test_board_publish (&fixture->board);
  start (fixture);
  moei_test_wait_for (is_live (fixture));
  g_assert_cmpint (boarded (fixture, "2025-03-06-b"), ==, 20);
}

static void
test_denied (Fixture       *fixture,
             gconstpointer  data)
{
  const char *href = data;
  const MoeiTestAnswer denied = { .status = 401 };

  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  moei_test_service_answer (fixture->service, href, &denied);
  start (fixture);
  moei_test_wait_for (moei_feed_is_denied (fixture->feed));
  moei_test_wait_for (moei_test_service_is_left (fixture->service));

  /* Until a person tries again. */
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, EVENTS, NULL);
  moei_feed_retry (fixture->feed);
  moei_test_wait_for (is_live (fixture) && !moei_feed_is_denied (fixture->feed));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
}

/* A document that must not be asked for so often is left alone for 80 ms. */
static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  const MoeiTestAnswer too_many = { .status = 429, .header = "Retry-After", .value = "80" };
  gint64 asked_at;

  start_live (fixture);
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &too_many);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (problem_of (fixture, "flights") != NULL);
  asked_at = g_get_monotonic_time ();

  for (guint i = 0; i < 5; i++)
    moei_test_board_ping (&fixture->board);
  moei_test_wait_for (asked (fixture, MOEI_TEST_FLIGHTS) == 3);
  g_assert_cmpint (g_get_monotonic_time () - asked_at, >=, 75 * 1000);
}

/* A network that wants a login, and then lets us through. */
static void
test_offline_and_back (Fixture       *fixture,
                       gconstpointer  data)
{
  const MoeiTestAnswer portal = { .type = "text/html", .body = "<html>" };
  g_autofree char *problem = NULL;

  start_live (fixture);
  moei_test_service_answer (fixture->service, EVENTS, &portal);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpint (state_of (fixture, "flights"), ==, MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpint (boarded (fixture, "2025-03-06-b"), ==, 20);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (strstr (problem, "web page"));

  moei_test_service_answer (fixture->service, EVENTS, NULL);
  moei_test_wait_for (is_live (fixture));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
}

static void
test_ages (Fixture       *fixture,
           gconstpointer  data)
{
  MoeiFreshness *freshness;
  g_autofree char *problem = NULL;

  fixture->durations.slack = 20;
  fixture->board.ping = 1;
  start_live (fixture);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_cmpint (state_of (fixture, "flights"), ==, MOEI_DATA_STATE_LATE);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (problem);

  freshness = moei_collection_lookup (moei_operation_get_freshness (fixture->operation), "flights");
  g_object_set (freshness, "old-after", 0, NULL);
  moei_test_wait_for (state_of (fixture, "flights") == MOEI_DATA_STATE_OLD);
  g_assert_cmpint (moei_feed_get_state (fixture->feed), ==, MOEI_DATA_STATE_OLD);
}

static void
test_skew (Fixture       *fixture,
           gconstpointer  data)
{
  guint n = 0;

  /* The board's time is March 2025, this computer's is not. */
  fixture->board.exercise = FALSE;
  start_live (fixture);
  g_assert_cmpint (moei_feed_get_skew (fixture->feed), <, -60);

  g_signal_connect (fixture->feed, "notify::skew", G_CALLBACK (count_notify), &n);
  g_object_set (fixture->operation, "exercise", TRUE, NULL);
  g_assert_cmpint (moei_feed_get_skew (fixture->feed), ==, 0);
  g_assert_cmpuint (n, ==, 1);
}

/* What this program does not know, or knows already, does not keep the rest from coming. */
static void
test_odd_addresses (Fixture       *fixture,
                      gconstpointer  data)
{
  const MoeiTestAnswer situation = {
    .body = "{\"schema\":\"urn:moei:situation:1\",\"epoch\":\"e1\",\"revision\":7,\"generated\":\"2025-03-06T10:00:00+07:00\","
            "\"operating_day\":\"2025-03-06\",\"week\":\"2025-W10\",\"documents\":["
            "{\"href\":\"/v1/places\",\"revision\":3},{\"href\":\"/v1/../../v1/rule\",\"revision\":3},"
            "{\"href\":\"/v1/nobody-knows\",\"revision\":3},{\"href\":\"/v1/places?again\",\"revision\":3}]}",
  };

  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, SITUATION, &situation);
  start (fixture);
  moei_test_wait_for (state_of (fixture, "places") == MOEI_DATA_STATE_LIVE);
  g_assert_cmpuint (asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (asked (fixture, "/v1/places?again"), ==, 0);
  g_assert_cmpuint (asked (fixture, "/v1/nobody-knows"), ==, 0);
  g_assert_cmpuint (asked (fixture, "/v1/rule"), ==, 0);
}

static void
test_stop_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  moei_test_board_publish (&fixture->board);
  start (fixture);
  stop_feed (fixture);

  start (fixture);
  moei_test_wait_for (asked (fixture, SITUATION) > 0);
  stop_feed (fixture);
}

#define add(name, function) g_test_add ("/feed/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("new-destroy", test_new_destroy);
  add ("bad-address", test_bad_address);
  add ("start", test_start);
  add ("one-change", test_one_change);
  add ("many-changes", test_many_changes);
  add ("lost-event", test_lost_event);
  add ("same-revision", test_same_revision);
  add ("reconnect", test_reconnect);
  add ("last-good", test_last_good);
  add ("last-good-is-current", test_last_good_is_current);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/feed/fault/", faults[i].name, NULL);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_fault, tear_down);
  }
  add ("epoch", test_epoch);
  add ("epoch-by-reset", test_epoch_by_reset);
  add ("epoch-by-poll", test_epoch_by_poll);
  add ("epoch-in-a-round", test_epoch_in_a_round);
  add ("day-turns", test_day_turns);
  add ("quiet-midnight", test_quiet_midnight);
  add ("keeps-what-is-named", test_keeps_what_is_named);
  add ("poll", test_poll);
  add ("silent-stream", test_silent_stream);
  g_test_add ("/feed/denied/events", Fixture, EVENTS, set_up, test_denied, tear_down);
  g_test_add ("/feed/denied/document", Fixture, MOEI_TEST_FLIGHTS, set_up, test_denied, tear_down);
  add ("too-many", test_too_many);
  add ("offline-and-back", test_offline_and_back);
  add ("ages", test_ages);
  add ("skew", test_skew);
  add ("odd-addresses", test_odd_addresses);
  add ("stop-at-once", test_stop_at_once);

  return g_test_run ();
}
