/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"

#include "../chaos/virtual-time.h"
#include "fixture/feed-fixture.h"

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
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
test_fault (FeedFixture   *fixture,
            gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  guint n_notified = 0;

  feed_fixture_start_live (fixture);
  g_signal_connect (moei_collection_get (moei_operation_get_flights (fixture->operation), 1), "notify",
                    G_CALLBACK (count_notify), &n_notified);
  fixture->board.flights_revision = fixture->board.places_revision = ++fixture->board.revision;
  fixture->board.boarded[1] = 21;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &faults[i].answer);
  moei_test_board_tell (&fixture->board, "changed");

  moei_test_wait_for (feed_fixture_get_problem (fixture, "flights") != NULL);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_nonnull (strstr (feed_fixture_get_problem (fixture, "flights"), faults[i].problem));
  g_assert_cmpint (feed_fixture_get_state (fixture, "flights"), ==, MOEI_DATA_STATE_LATE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "places"), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 2);
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 20);
  g_assert_cmpuint (n_notified, ==, 0);

  /* The next ping is a reason to try again. */
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 21);
  g_assert_null (feed_fixture_get_problem (fixture, "flights"));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 2);
}

static void
test_denied (FeedFixture   *fixture,
             gconstpointer  data)
{
  const char *href = data;
  const MoeiTestAnswer denied = { .status = 401 };

  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  moei_test_service_answer (fixture->service, href, &denied);
  feed_fixture_start (fixture);
  moei_test_wait_for (moei_feed_is_denied (fixture->feed));
  moei_test_wait_for (moei_test_service_is_left (fixture->service));

  /* Nobody need try again: where a display hangs, nobody does. */
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, EVENTS, NULL);
  moei_test_wait_for (feed_fixture_is_live (fixture) && !moei_feed_is_denied (fixture->feed));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
}

/* A document that must not be asked for so often is left alone for 80 ms. */
static void
test_too_many (FeedFixture   *fixture,
               gconstpointer  data)
{
  const MoeiTestAnswer too_many = { .status = 429, .header = "Retry-After", .value = "80" };
  gint64 asked_at;

  feed_fixture_start_live (fixture);
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &too_many);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (feed_fixture_get_problem (fixture, "flights") != NULL);
  asked_at = g_get_monotonic_time ();

  for (guint i = 0; i < 5; i++)
    moei_test_board_ping (&fixture->board);
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, MOEI_TEST_FLIGHTS) == 3);
  g_assert_cmpint (g_get_monotonic_time () - asked_at, >=, 75 * 1000);
}

static gboolean
has_no_problem (FeedFixture *fixture)
{
  g_autofree char *problem = moei_feed_dup_problem (fixture->feed);

  return problem == NULL;
}

/* A network that wants a login, and then lets us through. */
static void
test_offline_and_back (FeedFixture   *fixture,
                       gconstpointer  data)
{
  const MoeiTestAnswer portal = { .type = "text/html", .body = "<html>" };
  g_autofree char *problem = NULL;

  feed_fixture_start_live (fixture);
  moei_test_service_answer (fixture->service, EVENTS, &portal);
  moei_test_service_answer (fixture->service, SITUATION, &portal);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "flights"), ==, MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 20);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (strstr (problem, "web page"));

  moei_test_service_answer (fixture->service, EVENTS, NULL);
  moei_test_board_publish (&fixture->board);
  moei_test_wait_for (feed_fixture_is_live (fixture) && moei_test_service_get_n_streams (fixture->service) == 2);
  moei_test_wait_for (has_no_problem (fixture));
}

/* Where only the events are kept from us, the picture is as good as the
 * documents, and the sentence says what is wrong with the events. */
static void
test_events_only (FeedFixture   *fixture,
                  gconstpointer  data)
{
  const MoeiTestAnswer portal = { .type = "text/html", .body = "<html>" };
  g_autofree char *problem = NULL;
  guint n_asked;

  fixture->durations.poll = 20;
  feed_fixture_start_live (fixture);
  moei_test_service_answer (fixture->service, EVENTS, &portal);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, EVENTS) > 3 && feed_fixture_is_live (fixture));
  n_asked = feed_fixture_get_n_asked (fixture, EVENTS);
  fixture->board.flights_revision = ++fixture->board.revision;
  fixture->board.boarded[1] = 21;
  moei_test_board_publish (&fixture->board);
  while (feed_fixture_get_boarded (fixture, "2025-03-06-b") != 21 ||
         feed_fixture_get_n_asked (fixture, EVENTS) < n_asked + 3) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (moei_feed_get_state (fixture->feed), ==, MOEI_DATA_STATE_LIVE);
  }
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (strstr (problem, "web page"));
}

/* What a cache on the way, or a connection out of step, may bring in place of
 * the flights; the service has said that they are at revision 8. */
static const struct {
  const char     *name;
  MoeiTestAnswer  answer;
  const char     *problem;
} others[] = {
  { "old-copy", { .body = "{\"schema\":\"urn:moei:flights:1\",\"revision\":7,\"date\":\"2025-03-06\",\"flights\":[]}" }, "revision 7 came" },
  { "old-confirmed", { .status = 304 }, "revision 7 came" },
  { "of-another-day", { .body = "{\"schema\":\"urn:moei:flights:1\",\"revision\":8,\"date\":\"2025-03-07\",\"flights\":[]}" }, "another day" },
};

static void
test_not_asked_for (FeedFixture   *fixture,
                    gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);

  feed_fixture_start_live (fixture);
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &others[i].answer);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (feed_fixture_get_problem (fixture, "flights") != NULL);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_nonnull (strstr (feed_fixture_get_problem (fixture, "flights"), others[i].problem));
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 20);

  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (feed_fixture_is_live (fixture));
}

/* All was read already when a round failed: nothing changes any more, and the
 * word that something is wrong must not stay. */
static void
test_quiet_after (FeedFixture   *fixture,
                  gconstpointer  data)
{
  const MoeiTestAnswer broken = { .status = 500 };

  feed_fixture_start_live (fixture);
  moei_test_service_answer (fixture->service, SITUATION, &broken);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (!has_no_problem (fixture));
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (has_no_problem (fixture) && feed_fixture_is_live (fixture));
}

static void
test_ages (FeedFixture   *fixture,
           gconstpointer  data)
{
  const MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };
  MoeiFreshness *freshness;
  g_autofree char *problem = NULL;

  fixture->durations.slack = 20;
  fixture->board.ping = 1;
  feed_fixture_start_live (fixture);
  moei_test_service_answer (fixture->service, EVENTS, &silent);
  moei_test_service_answer (fixture->service, SITUATION, &silent);
  moei_test_service_answer (fixture->service, "/v1/", &silent);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "flights"), ==, MOEI_DATA_STATE_LATE);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (problem);

  freshness = moei_collection_lookup (moei_operation_get_freshness (fixture->operation), "flights");
  g_object_set (freshness, "old-after", 0, NULL);
  moei_test_wait_for (feed_fixture_get_state (fixture, "flights") == MOEI_DATA_STATE_OLD);
  g_assert_cmpint (moei_feed_get_state (fixture->feed), ==, MOEI_DATA_STATE_OLD);
}

/* What this program does not know, or knows already, does not keep the rest from coming. */
static void
test_odd_addresses (FeedFixture   *fixture,
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
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_get_state (fixture, "places") == MOEI_DATA_STATE_LIVE);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, "/v1/places?again"), ==, 0);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, "/v1/nobody-knows"), ==, 0);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, "/v1/rule"), ==, 0);
}

#define add(name, function) \
  g_test_add ("/feed-faults/" name, FeedFixture, NULL, feed_fixture_set_up, function, feed_fixture_tear_down)

/* Nothing is asked by a wrong way; once its file is there, all goes on. */
static void
test_way_out (FeedFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *token = g_build_filename (fixture->cache, "token", NULL);
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_board_publish (&fixture->board);
  fixture->way_out = moei_way_out_new ();
  g_object_set (fixture->way_out, "token-file", token, NULL);
  feed_fixture_start (fixture);
  moei_test_wait_for (moei_feed_get_trouble (fixture->feed) != NULL);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (strstr (problem, token));
  g_assert_cmpint (moei_feed_get_state (fixture->feed), ==, MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, SITUATION) + feed_fixture_get_n_asked (fixture, EVENTS), ==, 0);

  g_assert_true (g_file_set_contents_full (token, "sit1_0123456789abcdef\n", -1, G_FILE_SET_CONTENTS_CONSISTENT, 0400, &error));
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, SITUATION) > 0);
  g_assert_null (moei_feed_get_trouble (fixture->feed));
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, SITUATION, "Authorization"), ==,
                   "Bearer sit1_0123456789abcdef");
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, EVENTS) > 0);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, EVENTS, "Authorization"), ==,
                   "Bearer sit1_0123456789abcdef");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/feed-faults/fault/", faults[i].name, NULL);

    g_test_add (path, FeedFixture, GUINT_TO_POINTER (i), feed_fixture_set_up, test_fault, feed_fixture_tear_down);
  }
  g_test_add ("/feed-faults/way-out", FeedFixture, NULL, feed_fixture_set_up, test_way_out, feed_fixture_tear_down);
  g_test_add ("/feed-faults/denied/events", FeedFixture, EVENTS,
              feed_fixture_set_up, test_denied, feed_fixture_tear_down);
  g_test_add ("/feed-faults/denied/document", FeedFixture, MOEI_TEST_FLIGHTS,
              feed_fixture_set_up, test_denied, feed_fixture_tear_down);
  add ("too-many", test_too_many);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *path = g_strconcat ("/feed-faults/not-asked-for/", others[i].name, NULL);

    g_test_add (path, FeedFixture, GUINT_TO_POINTER (i), feed_fixture_set_up, test_not_asked_for, feed_fixture_tear_down);
  }
  add ("offline-and-back", test_offline_and_back);
  add ("events-only", test_events_only);
  add ("quiet-after", test_quiet_after);
  add ("ages", test_ages);
  add ("odd-addresses", test_odd_addresses);

  return g_test_run ();
}
