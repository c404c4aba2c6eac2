/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-collection.h"

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

static void
test_new_destroy (FeedFixture   *fixture,
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
test_bad_address (FeedFixture   *fixture,
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
test_start (FeedFixture   *fixture,
            gconstpointer  data)
{
  g_autofree char *week = NULL;

  feed_fixture_start_live (fixture);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (fixture->operation)), ==, 2);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (fixture->operation)), ==, 1);
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 20);
  g_assert_cmpstr (moei_operation_get_epoch (fixture->operation), ==, "e1");
  g_assert_cmpstr (moei_operation_get_week (fixture->operation), ==, "2025-W10");
  g_assert_true (moei_operation_get_exercise (fixture->operation));
  g_assert_cmpint (feed_fixture_get_state (fixture, "places"), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "week"), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "convoys"), ==, MOEI_DATA_STATE_NONE);
  g_assert_null (moei_feed_dup_problem (fixture->feed));
  g_assert_cmpint (moei_feed_get_last_heard (fixture->feed), >=, 0);

  /* Nothing is asked for twice, but the situation at the hello. */
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_FLIGHTS), ==, 1);
}

static void
test_one_change (FeedFixture   *fixture,
                 gconstpointer  data)
{
  MoeiCollection *flights;
  guint n_notified[3] = { 0 }, n_items_changed = 0;

  feed_fixture_start_live (fixture);
  flights = moei_operation_get_flights (fixture->operation);
  for (guint i = 0; i < 3; i++)
    g_signal_connect (moei_collection_get (flights, i), "notify", G_CALLBACK (count_notify), &n_notified[i]);
  g_signal_connect (flights, "items-changed", G_CALLBACK (count_notify), &n_items_changed);

  moei_test_board_board (&fixture->board, 1, 21);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-b") == 21);

  g_assert_cmpuint (n_notified[0], ==, 0);
  g_assert_cmpuint (n_notified[1], ==, 1);
  g_assert_cmpuint (n_notified[2], ==, 0);
  g_assert_cmpuint (n_items_changed, ==, 0);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_WEEK), ==, 1);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_FLIGHTS), ==, 2);
  g_assert_nonnull (moei_test_service_get_asked (fixture->service, MOEI_TEST_FLIGHTS, "If-None-Match"));
}

/* However fast changes come, the last one is shown. */
static void
test_many_changes (FeedFixture   *fixture,
                   gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  for (int i = 0; i < 50; i++) {
    moei_test_board_board (&fixture->board, 2, 100 + i);
    g_main_context_iteration (NULL, FALSE);
  }
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-c") == 149);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 1);
}

/* An event that was lost is made up for by the next ping. */
static void
test_lost_event (FeedFixture   *fixture,
                 gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  fixture->board.boarded[0] = 11;
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-a") == 11);
}

/* The situation alone changed, at the same revision: a day may have turned. */
static void
test_same_revision (FeedFixture   *fixture,
                    gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, SITUATION) == 3);
}

static void
test_reconnect (FeedFixture   *fixture,
                gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  fixture->board.boarded[0] = 12;
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-a") == 12);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, EVENTS, "Last-Event-ID"), ==, "e1-7");
  g_assert_null (moei_feed_dup_problem (fixture->feed));
}

static void
test_last_good (FeedFixture   *fixture,
                gconstpointer  data)
{
  g_autofree char *problem = NULL;

  feed_fixture_start_live (fixture);
  moei_test_wait_for (feed_fixture_count_kept (fixture) == 5);
  feed_fixture_stop (fixture);

  /* Shown before the service is even asked. */
  moei_test_service_stop (fixture->service);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-c") == 30);
  moei_test_wait_for (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "flights"), ==, MOEI_DATA_STATE_OFFLINE);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (fixture->operation)), ==, 2);
  g_assert_cmpint (moei_feed_get_last_heard (fixture->feed), >=, 0);
  problem = moei_feed_dup_problem (fixture->feed);
  g_assert_nonnull (strstr (problem, "127.0.0.1 refuses the connection"));
}

static void
test_last_good_is_current (FeedFixture   *fixture,
                           gconstpointer  data)
{
  feed_fixture_start_live (fixture);
  moei_test_wait_for (feed_fixture_count_kept (fixture) == 5);
  feed_fixture_stop (fixture);

  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 1);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_FLIGHTS), ==, 1);
  g_assert_nonnull (moei_test_service_get_asked (fixture->service, SITUATION, "If-None-Match"));
}

static void
test_poll (FeedFixture   *fixture,
           gconstpointer  data)
{
  const MoeiTestAnswer ended = { .status = 204 };

  fixture->durations.poll = 5;
  moei_test_service_answer (fixture->service, EVENTS, &ended);
  moei_test_board_publish (&fixture->board);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  moei_test_board_board (&fixture->board, 1, 21);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-b") == 21);
  g_assert_cmpint (moei_feed_get_way (fixture->feed), ==, MOEI_FOLLOWING_POLL);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_PLACES), ==, 1);
}

/* Behind a proxy that holds events back, the picture comes all the same. */
static void
test_silent_stream (FeedFixture   *fixture,
                    gconstpointer  data)
{
  moei_test_board_publish (&fixture->board);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  g_assert_cmpint (feed_fixture_get_boarded (fixture, "2025-03-06-b"), ==, 20);
}

static void
test_skew (FeedFixture   *fixture,
           gconstpointer  data)
{
  guint n = 0;

  /* The board's time is March 2025, this computer's is not. */
  fixture->board.exercise = FALSE;
  feed_fixture_start_live (fixture);
  g_assert_cmpint (moei_feed_get_skew (fixture->feed), <, -60);

  g_signal_connect (fixture->feed, "notify::skew", G_CALLBACK (count_notify), &n);
  g_object_set (fixture->operation, "exercise", TRUE, NULL);
  g_assert_cmpint (moei_feed_get_skew (fixture->feed), ==, 0);
  g_assert_cmpuint (n, ==, 1);
}

/* The stream may tell the time before the service has said that it is an exercise. */
static void
test_skew_of_whom (FeedFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiFeed) feed = moei_feed_new ("https://moei.example.org/", operation, fixture->cache);
  gint64 march = G_GINT64_CONSTANT (1742454720) * G_USEC_PER_SEC;
  guint n = 0;

  g_signal_connect (feed, "notify::skew", G_CALLBACK (count_notify), &n);
  moei_clock_set (moei_feed_get_clock (feed), march, 1);
  g_assert_cmpint (moei_feed_get_skew (feed), ==, 0);
  g_object_set (operation, "exercise", TRUE, "epoch", "e1", NULL);
  g_assert_cmpint (moei_feed_get_skew (feed), ==, 0);

  n = 0;
  g_object_set (operation, "epoch", NULL, "exercise", FALSE, NULL);
  g_assert_cmpint (moei_feed_get_skew (feed), ==, 0);
  g_object_set (operation, "epoch", "e2", NULL);
  g_assert_cmpint (moei_feed_get_skew (feed), <, -60);
  g_assert_cmpuint (n, >, 0);
}

static void
test_stop_at_once (FeedFixture   *fixture,
                   gconstpointer  data)
{
  moei_test_board_publish (&fixture->board);
  feed_fixture_start (fixture);
  feed_fixture_stop (fixture);

  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_get_n_asked (fixture, SITUATION) > 0);
  feed_fixture_stop (fixture);
}

#define add(name, function) \
  g_test_add ("/feed/" name, FeedFixture, NULL, feed_fixture_set_up, function, feed_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

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
  add ("poll", test_poll);
  add ("silent-stream", test_silent_stream);
  add ("skew", test_skew);
  add ("skew-of-whom", test_skew_of_whom);
  add ("stop-at-once", test_stop_at_once);

  return g_test_run ();
}
