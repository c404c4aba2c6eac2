/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"

#include "../chaos/virtual-time.h"
#include "fixture/feed-fixture.h"

/* Documents of other days, beside those of 6 March. */

/* The flights known, and how many have boarded each: "06-a 10". */
static char *
describe_schedule (FeedFixture *fixture)
{
  MoeiCollection *schedule = moei_operation_get_schedule (fixture->operation);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < moei_collection_size (schedule); i++) {
    MoeiFlight *flight = moei_collection_get (schedule, i);

    g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "",
                            moei_entity_get_id (MOEI_ENTITY (flight)) + strlen ("2025-03-"),
                            moei_flight_get_boarded (flight));
  }
  return g_string_free (text, FALSE);
}

static gboolean
knows (FeedFixture *fixture,
       const char  *schedule)
{
  g_autofree char *known = describe_schedule (fixture);

  return g_str_equal (known, schedule);
}

#define TODAYS "06-a 10, 06-b 20, 06-c 30"

static void
add_day (FeedFixture *fixture,
         guint        day,
         guint        revision)
{
  guint n = 0;

  while (fixture->board.others[n] != 0)
    n++;
  fixture->board.others[n] = day;
  fixture->board.others_revision[n] = revision;
}

static guint
get_n_asked (FeedFixture *fixture,
             guint        day)
{
  g_autofree char *href = moei_test_board_other_href (day);

  return feed_fixture_get_n_asked (fixture, href);
}

static void
answer (FeedFixture          *fixture,
        guint                 day,
        const MoeiTestAnswer *reply)
{
  g_autofree char *href = moei_test_board_other_href (day);

  moei_test_service_answer (fixture->service, href, reply);
}

static void
start_live (FeedFixture *fixture)
{
  add_day (fixture, 5, 3);
  add_day (fixture, 7, 4);
  feed_fixture_start_live (fixture);
  moei_test_wait_for (knows (fixture, "05-a 3, " TODAYS ", 07-a 4"));
}

static void
test_all (FeedFixture   *fixture,
          gconstpointer  data)
{
  start_live (fixture);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_flights (fixture->operation)), ==, 3);
  moei_test_wait_for (feed_fixture_get_state (fixture, "schedule") == MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (feed_fixture_get_state (fixture, "calendar"), ==, MOEI_DATA_STATE_NONE);
}

/* Only the one that changed is asked for, and only its day is touched. */
static void
test_change (FeedFixture   *fixture,
             gconstpointer  data)
{
  start_live (fixture);
  fixture->board.others_revision[0] = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (knows (fixture, "05-a 8, " TODAYS ", 07-a 4"));
  g_assert_cmpuint (get_n_asked (fixture, 5), ==, 2);
  g_assert_cmpuint (get_n_asked (fixture, 7), ==, 1);
  g_assert_cmpuint (feed_fixture_get_n_asked (fixture, MOEI_TEST_FLIGHTS), ==, 1);
}

/* Today's picture does not wait for them, nor does a change of today. */
static void
test_never_in_the_way (FeedFixture   *fixture,
                       gconstpointer  data)
{
  const MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };
  guint n_asked = 0;

  for (guint day = 10; day < 22; day++)
    add_day (fixture, day, 3);
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  for (guint day = 10; day < 22; day++)
    answer (fixture, day, &silent);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture) && moei_test_service_get_n_streams (fixture->service) > 0);
  moei_test_wait_for (get_n_asked (fixture, 11) == 1);

  fixture->board.boarded[0] = 11;
  fixture->board.flights_revision = ++fixture->board.revision;
  moei_test_board_publish (&fixture->board);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-a") == 11);

  /* At most two are asked for at the same time. */
  for (guint day = 10; day < 22; day++)
    n_asked += get_n_asked (fixture, day);
  g_assert_cmpuint (n_asked, ==, 2);
  g_assert_cmpint (moei_feed_get_state (fixture->feed), ==, MOEI_DATA_STATE_LIVE);
}

/* What is wrong with one of them is said of them, and tried again; today is none the worse. */
static void
test_fault (FeedFixture   *fixture,
            gconstpointer  data)
{
  const MoeiTestAnswer broken = { .body = "{\"schema\":\"urn:moei:flights:1\",\"revision\":4,\"flights\":[{\"id\":7}]}" };

  fixture->durations.ping = 20;
  add_day (fixture, 5, 3);
  add_day (fixture, 7, 4);
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  answer (fixture, 7, &broken);
  feed_fixture_start (fixture);

  moei_test_wait_for (feed_fixture_get_problem (fixture, "schedule") != NULL);
  moei_test_wait_for (get_n_asked (fixture, 7) >= 3);
  g_assert_nonnull (strstr (feed_fixture_get_problem (fixture, "schedule"), "/v1/flights?date=2025-03-07: flights[0].id"));
  g_assert_true (knows (fixture, "05-a 3, " TODAYS));
  g_assert_null (feed_fixture_get_problem (fixture, "flights"));
  g_assert_true (feed_fixture_is_live (fixture));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
  g_assert_cmpuint (get_n_asked (fixture, 5), ==, 1);

  moei_test_board_publish (&fixture->board);
  moei_test_wait_for (knows (fixture, "05-a 3, " TODAYS ", 07-a 4"));
  moei_test_wait_for (feed_fixture_get_problem (fixture, "schedule") == NULL);
}

/* Julian days */
#define MARCH_6 739316u
#define LAST_SUNDAY (MARCH_6 - 4)

static guint
get_awaited (FeedFixture *fixture)
{
  return moei_operation_get_awaited_day (fixture->operation);
}

/* What whoever shows the days reads when they change */
typedef struct {
  MoeiOperation *operation;
  guint          awaited;
} Told;

static void
note_awaited (MoeiCollection *calendar,
              Told           *told)
{
  told->awaited = moei_operation_get_awaited_day (told->operation);
}

/* What the service lists and is not here is awaited, and not when it is shown. */
static void
test_awaited (FeedFixture   *fixture,
              gconstpointer  data)
{
  const MoeiTestAnswer broken = { .body = "{" };
  Told told = { NULL, G_MAXUINT };

  fixture->durations.ping = 20;
  fixture->board.last_week_revision = 4;
  add_day (fixture, 5, 3);
  add_day (fixture, 7, 4);
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  answer (fixture, 5, &broken);
  answer (fixture, 7, &broken);
  moei_test_service_answer (fixture->service, MOEI_TEST_LAST_WEEK, &broken);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  moei_test_wait_for (get_awaited (fixture) == MARCH_6 + 1);

  moei_test_board_publish (&fixture->board);
  answer (fixture, 5, &broken);
  moei_test_service_answer (fixture->service, MOEI_TEST_LAST_WEEK, &broken);
  moei_test_wait_for (knows (fixture, TODAYS ", 07-a 4"));
  moei_test_wait_for (get_awaited (fixture) == LAST_SUNDAY);

  /* What left yesterday bears on nothing.  Who is told of the days is not told any
   * more that they are awaited. */
  told.operation = fixture->operation;
  g_signal_connect (moei_operation_get_calendar (fixture->operation), "changed", G_CALLBACK (note_awaited), &told);
  moei_test_board_publish (&fixture->board);
  answer (fixture, 5, &broken);
  moei_test_wait_for (get_awaited (fixture) == MOEI_DAY_UNKNOWN);
  g_assert_cmpuint (told.awaited, ==, MOEI_DAY_UNKNOWN);
  g_assert_false (knows (fixture, "05-a 3, " TODAYS ", 07-a 4"));
}

/* A service that asks for a pause gets it, though not at today's cost. */
static void
test_pause (FeedFixture   *fixture,
            gconstpointer  data)
{
  const MoeiTestAnswer busy = { .status = 503, .header = "Retry-After", .value = "80" };
  gint64 asked_at;

  fixture->durations.ping = 1;
  add_day (fixture, 7, 4);
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  answer (fixture, 7, &busy);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_get_problem (fixture, "schedule") != NULL);
  asked_at = g_get_monotonic_time ();
  moei_test_board_publish (&fixture->board);
  moei_test_board_board (&fixture->board, 0, 12);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-a") == 12);
  moei_test_wait_for (knows (fixture, "06-a 12, 06-b 20, 06-c 30, 07-a 4"));
  g_assert_cmpint (g_get_monotonic_time () - asked_at, >=, 75 * 1000);
}

/* What is named no longer is forgotten, here and on the disk. */
static void
test_forget (FeedFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *href = moei_test_board_other_href (5);

  start_live (fixture);
  moei_test_wait_for (feed_fixture_is_kept (fixture, href));
  fixture->board.others[0] = 7;
  fixture->board.others_revision[0] = 4;
  fixture->board.others[1] = 0;
  fixture->board.revision++;
  moei_test_board_publish (&fixture->board);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (knows (fixture, TODAYS ", 07-a 4"));
  moei_test_wait_for (!feed_fixture_is_kept (fixture, href));

  /* An older service names none. */
  fixture->board.others[0] = 0;
  fixture->board.revision++;
  moei_test_board_publish (&fixture->board);
  moei_test_board_tell (&fixture->board, "changed");
  moei_test_wait_for (knows (fixture, TODAYS));
  g_assert_cmpint (feed_fixture_get_state (fixture, "schedule"), ==, MOEI_DATA_STATE_NONE);
  g_assert_true (feed_fixture_is_live (fixture));
}

/* What was not read again held when the situation last said so. */
static void
test_last_good (FeedFixture   *fixture,
                gconstpointer  data)
{
  MoeiFreshness *freshness;

  start_live (fixture);
  fixture->board.time = "2025-03-06T10:30:00+07:00";
  moei_test_board_board (&fixture->board, 0, 11);
  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-06-a") == 11);
  moei_test_wait_for (feed_fixture_count_kept (fixture) == 7);
  feed_fixture_stop (fixture);

  /* From the disk alone */
  moei_test_service_answer (fixture->service, SITUATION, &(MoeiTestAnswer) { .fault = MOEI_TEST_FAULT_SILENT });
  moei_test_service_answer (fixture->service, "/v1/", &(MoeiTestAnswer) { .fault = MOEI_TEST_FAULT_SILENT });
  feed_fixture_start (fixture);
  moei_test_wait_for (knows (fixture, "05-a 3, 06-a 11, 06-b 20, 06-c 30, 07-a 4"));
  freshness = moei_collection_lookup (moei_operation_get_freshness (fixture->operation), "schedule");
  g_assert_cmpint (moei_freshness_get_confirmed (freshness) - moei_freshness_get_generated (freshness), ==,
                   30 * G_TIME_SPAN_MINUTE);
  feed_fixture_stop (fixture);

  /* And then need not be read */
  moei_test_board_publish (&fixture->board);
  feed_fixture_start (fixture);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  moei_test_wait_for (feed_fixture_get_state (fixture, "schedule") == MOEI_DATA_STATE_LIVE);
  moei_test_wait_for (knows (fixture, "05-a 3, 06-a 11, 06-b 20, 06-c 30, 07-a 4"));
  g_assert_cmpuint (get_n_asked (fixture, 5), ==, 1);
  g_assert_cmpuint (get_n_asked (fixture, 7), ==, 1);
}

/* At midnight tomorrow's flights are here already, and are the same objects. */
static void
test_midnight (FeedFixture   *fixture,
               gconstpointer  data)
{
  GObject *flight;

  start_live (fixture);
  flight = moei_collection_lookup (moei_operation_get_schedule (fixture->operation), "2025-03-07-a");
  fixture->board.others[1] = 6;
  fixture->board.others_revision[1] = 7;
  fixture->board.day = "2025-03-07";
  fixture->board.time = "2025-03-07T00:00:01+07:00";
  fixture->board.flights_revision = 4;
  moei_test_board_publish (&fixture->board);
  moei_test_board_ping (&fixture->board);

  moei_test_wait_for (feed_fixture_get_boarded (fixture, "2025-03-07-a") == 4);
  moei_test_wait_for (feed_fixture_is_live (fixture));
  g_assert_true (flight == moei_collection_get (moei_operation_get_flights (fixture->operation), 0));
  g_assert_true (knows (fixture, "05-a 3, " TODAYS ", 07-a 4"));
  g_assert_cmpuint (get_n_asked (fixture, 7), ==, 1);
  g_assert_cmpuint (get_n_asked (fixture, 6), ==, 1);
}

/* Nothing that was known of another store's documents holds. */
static void
test_epoch (FeedFixture   *fixture,
            gconstpointer  data)
{
  g_autofree char *href = moei_test_board_other_href (7);

  start_live (fixture);
  fixture->board.epoch = "e2";
  fixture->board.others_revision[1] = 2;
  fixture->board.others[0] = 8;
  moei_test_board_publish (&fixture->board);
  moei_test_board_greet (&fixture->board);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (knows (fixture, TODAYS ", 07-a 2, 08-a 3"));
  g_assert_null (moei_test_service_get_asked (fixture->service, href, "If-None-Match"));
}

#define add(name, function) \
  g_test_add ("/other-days/" name, FeedFixture, NULL, feed_fixture_set_up, function, feed_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("all", test_all);
  add ("change", test_change);
  add ("never-in-the-way", test_never_in_the_way);
  add ("fault", test_fault);
  add ("awaited", test_awaited);
  add ("pause", test_pause);
  add ("forget", test_forget);
  add ("last-good", test_last_good);
  add ("midnight", test_midnight);
  add ("epoch", test_epoch);

  return g_test_run ();
}
