/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"

#include "../chaos/virtual-time.h"
#include "fixture/feed-fixture.h"

/* A restored service may be at a lower revision and mean other things by it. */
static void
restore (FeedFixture *fixture)
{
  fixture->board.epoch = "e2";
  fixture->board.revision = fixture->board.flights_revision = 7;
  fixture->board.places_revision = 2;
  fixture->board.boarded[1] = 5;
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
}

static void
assert_restored (FeedFixture *fixture)
{
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-b") == 5);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  g_assert_cmpstr (moei_operation_get_epoch (fixture->operation), ==, "e2");
  g_assert_null (moei_test_service_get_asked (fixture->service, MOEI_TEST_FLIGHTS, "If-None-Match"));
  g_assert_null (moei_test_service_get_asked (fixture->service, MOEI_TEST_PLACES, "If-None-Match"));
}

static void
test_epoch (FeedFixture   *fixture,
            gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  restore (fixture);
  moei_test_service_end_streams (fixture->service);
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 20);
  assert_restored (fixture);
}

static void
test_epoch_by_reset (FeedFixture   *fixture,
                     gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  restore (fixture);
  moei_test_board_tell (&fixture->board, "reset");
  assert_restored (fixture);
}

/* Where events do not arrive, the situation tells. */
static void
test_epoch_by_poll (FeedFixture   *fixture,
                    gconstpointer  data)
{
  const MoeiTestAnswer ended = { .status = 204 };

  fixture->durations.poll = 5;
  moei_test_service_answer (fixture->service, EVENTS, &ended);
  moei_test_board_publish (&fixture->board);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  restore (fixture);
  assert_restored (fixture);
}

/* What the former store still owes is not waited for, nor shown. */
static void
test_epoch_in_a_round (FeedFixture   *fixture,
                       gconstpointer  data)
{
  const MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };

  feed_fixture_start_live (fixture);
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, MOEI_TEST_FLIGHTS, &silent);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, MOEI_TEST_FLIGHTS) == 2);

  restore (fixture);
  moei_test_service_end_streams (fixture->service);
  assert_restored (fixture);
}

static gboolean
shows_day (FeedFixture *fixture,
           const char  *day)
{
  g_autofree char *flight = g_strconcat (day, "-a", NULL);

  return feed_fixture_get_boarded (fixture, flight) >= 0;
}

/* Yesterday's flights are never shown as today's. */
static void
test_day_turns (FeedFixture   *fixture,
                gconstpointer  data)
{
  guint day;

  feed_fixture_start_live (fixture);
  day = moei_operation_get_operating_day (fixture->operation);
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  fixture->board.places_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_service_answer (fixture->service, "/v1/flights?date=2025-03-07", NULL);
  moei_test_board_tell (&fixture->board, "changed");

  moei_test_wait_for (feed_fixture_get_problem (fixture, "flights") != NULL);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LATE);
  g_assert_true (shows_day (fixture, "2025-03-06"));
  g_assert_cmpuint (moei_operation_get_operating_day (fixture->operation), ==, day);
  g_assert_cmpint (feed_fixture_get_state (fixture, "places"), ==, MOEI_DATA_STATE_LIVE);

  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (shows_day (fixture, "2025-03-07") && feed_fixture_is_live (fixture));
  g_assert_false (shows_day (fixture, "2025-03-06"));
  g_assert_cmpuint (moei_operation_get_operating_day (fixture->operation), ==, day + 1);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_flights (fixture->operation)), ==, 3);
}

/* Nobody reports anything at night: the ping's time is all that tells. */
static void
test_quiet_midnight (FeedFixture   *fixture,
                     gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (shows_day (fixture, "2025-03-07") && feed_fixture_is_live (fixture));
  g_assert_false (shows_day (fixture, "2025-03-06"));
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, EVENTS), ==, 1);
}

/* Else the documents that seldom change would in time be the oldest files. */
static void
test_keeps_what_is_named (FeedFixture   *fixture,
                          gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  moei_test_wait_for (feed_fixture_count_kept (fixture) == 5);
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (shows_day (fixture, "2025-03-07") && feed_fixture_is_live (fixture));
  moei_test_wait_for (feed_fixture_is_kept (fixture, "/v1/flights?date=2025-03-07") &&
                      !feed_fixture_is_kept (fixture, MOEI_TEST_FLIGHTS));
  g_assert_true (feed_fixture_is_kept (fixture, MOEI_TEST_PLACES));
}

#define add(name, function) \
  g_test_add ("/feed-epochs/" name, FeedFixture, NULL, feed_fixture_set_up, function, feed_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("epoch", test_epoch);
  add ("epoch-by-reset", test_epoch_by_reset);
  add ("epoch-by-poll", test_epoch_by_poll);
  add ("epoch-in-a-round", test_epoch_in_a_round);
  add ("day-turns", test_day_turns);
  add ("quiet-midnight", test_quiet_midnight);
  add ("keeps-what-is-named", test_keeps_what_is_named);

  return g_test_run ();
}
