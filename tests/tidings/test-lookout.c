/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-tally.h"
#include "tidings/moei-lookout.h"

#define S (gint64) G_TIME_SPAN_SECOND
#define M (gint64) G_TIME_SPAN_MINUTE
#define TODAY 739330u /* Thursday 20 March 2025 */
#define NOON ((gint64) 1742446800 * G_USEC_PER_SEC)

typedef struct {
  MoeiOperation *operation;
  MoeiLookout   *lookout;
  GString       *said; /* "+key" of what was told, "-key" of what is over, with a blank after each */
  MoeiDataState  state;
  gint64         now;
  gint64         time;
} Fixture;

static void
told_cb (MoeiLookout *lookout,
         MoeiTiding  *tiding,
         Fixture     *fixture)
{
  g_string_append_printf (fixture->said, "+%s ", moei_tiding_get_key (tiding));
}

static void
over_cb (MoeiLookout *lookout,
         MoeiTiding  *tiding,
         Fixture     *fixture)
{
  g_string_append_printf (fixture->said, "-%s ", moei_tiding_get_key (tiding));
}

static void
look (Fixture *fixture,
      guint    n)
{
  for (guint i = 0; i < n; i++)
    moei_lookout_look (fixture->lookout, fixture->state, fixture->now += S, fixture->time += S);
}

/* What was said since the last time. */
static void
assert_said (Fixture    *fixture,
             const char *expected)
{
  look (fixture, 2);
  g_assert_cmpstr (fixture->said->str, ==, expected);
  g_string_truncate (fixture->said, 0);
}

static MoeiFlight *
add_flight (Fixture         *fixture,
            const char      *id,
            const char      *country,
            MoeiFlightState  state)
{
  MoeiFlight *flight = g_object_new (MOEI_TYPE_FLIGHT, "id", id, "day", TODAY, "state", state, "scheduled",
                                     NOON + 120 * M, NULL);

  moei_collection_append (moei_flight_get_nationalities (flight),
                          g_object_new (MOEI_TYPE_TALLY, "id", country, "planned", 50, NULL));
  moei_collection_append (moei_operation_get_flights (fixture->operation), flight);
  return flight;
}

static MoeiConvoy *
add_convoy (Fixture    *fixture,
            const char *flight,
            gint64      arrives)
{
  const char *flights[] = { flight, NULL };
  MoeiConvoy *convoy = g_object_new (MOEI_TYPE_CONVOY, "id", "c", "number", 1, "state", MOEI_CONVOY_STATE_UNDER_WAY,
                                     "people", 50, "flights", flights, "estimated-arrival", arrives,
                                     "observed", NOON, "position-observed", NOON, NULL);

  moei_collection_append (moei_operation_get_convoys (fixture->operation), convoy);
  return convoy;
}

static MoeiTally *
add_day (Fixture *fixture,
         int      departed)
{
  MoeiQuotaDay *day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", "today", "date", TODAY, "quota", 300, "closes",
                                    NOON + 300 * M, "state", MOEI_DAY_STATE_OPEN, NULL);
  MoeiTally *tally = g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "slot-given", 300, "on-bus", 300, "at-airport", 300,
                                   "departed", departed, NULL);

  moei_collection_append (moei_quota_day_get_tallies (day), tally);
  moei_collection_append (moei_operation_get_days (fixture->operation), day);
  return tally;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->operation = moei_operation_new ();
  fixture->lookout = moei_lookout_new (fixture->operation);
  fixture->said = g_string_new (NULL);
  fixture->state = MOEI_DATA_STATE_LIVE;
  fixture->now = NOON;
  g_signal_connect (fixture->lookout, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect (fixture->lookout, "over", G_CALLBACK (over_cb), fixture);
  g_object_set (fixture->operation, "epoch", "one", "operating-day", TODAY, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->lookout);
  g_object_unref (fixture->operation);
  g_string_free (fixture->said, TRUE);
}

static void
test_new_destroy (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_said (fixture, "");
}

/* What is so at first, though it come bit by bit, was so before. */
static void
test_first_fill (Fixture       *fixture,
                 gconstpointer  data)
{
  look (fixture, 1);
  add_flight (fixture, "a", "CHN", MOEI_FLIGHT_STATE_DEPARTED);
  add_flight (fixture, "b", "CHN", MOEI_FLIGHT_STATE_SCHEDULED);
  look (fixture, 1);
  add_convoy (fixture, "b", NOON + 119 * M);
  look (fixture, 1);
  add_day (fixture, 300);
  assert_said (fixture, "");
  look (fixture, 10);
  add_flight (fixture, "c", "CHN", MOEI_FLIGHT_STATE_DEPARTED);
  assert_said (fixture, "");
}

static void
test_departed (Fixture       *fixture,
               gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", "CHN", MOEI_FLIGHT_STATE_BOARDING);

  look (fixture, 5);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, "actual", fixture->now, NULL);
  assert_said (fixture, "+flight-departed:a ");
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_ARRIVED, NULL);
  assert_said (fixture, "");

  /* Taken back, and said anew: once is enough. */
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_BOARDING, NULL);
  assert_said (fixture, "-flight-departed:a ");
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_said (fixture, "");
}

/* Heard of an hour late. */
static void
test_no_news (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", "CHN", MOEI_FLIGHT_STATE_BOARDING);

  look (fixture, 5);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, "actual", fixture->now - 60 * M, NULL);
  assert_said (fixture, "");
}

static void
test_my_country (Fixture       *fixture,
                 gconstpointer  data)
{
  MoeiFlight *ours = add_flight (fixture, "a", "KEN", MOEI_FLIGHT_STATE_BOARDING);
  MoeiFlight *theirs = add_flight (fixture, "b", "CHN", MOEI_FLIGHT_STATE_BOARDING);

  moei_lookout_set_country (fixture->lookout, "KEN");
  look (fixture, 5);
  g_object_set (ours, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  g_object_set (theirs, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_said (fixture, "+flight-departed:a ");

  /* What had left when another was chosen is no news. */
  moei_lookout_set_country (fixture->lookout, "CHN");
  assert_said (fixture, "-flight-departed:a ");
}

static void
test_at_risk (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", "CHN", MOEI_FLIGHT_STATE_SCHEDULED);
  MoeiConvoy *convoy = add_convoy (fixture, "a", NOON + 20 * M);

  look (fixture, 5);
  g_object_set (convoy, "estimated-arrival", NOON + 110 * M, NULL);
  assert_said (fixture, "+flight-at-risk:a ");
  g_object_set (convoy, "estimated-arrival", NOON + 20 * M, NULL);
  assert_said (fixture, "-flight-at-risk:a ");

  /* A margin that wavers is told once in a while. */
  g_object_set (convoy, "estimated-arrival", NOON + 110 * M, NULL);
  assert_said (fixture, "");
  g_object_set (convoy, "estimated-arrival", NOON + 20 * M, NULL);
  look (fixture, 1);
  g_string_truncate (fixture->said, 0);
  fixture->time += 20 * M;
  look (fixture, 1);
  g_object_set (convoy, "estimated-arrival", NOON + 110 * M, NULL);
  assert_said (fixture, "+flight-at-risk:a ");

  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_said (fixture, "-flight-at-risk:a +flight-departed:a ");
}

static void
test_quota (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiTally *tally = add_day (fixture, 299);

  look (fixture, 5);
  g_object_set (tally, "departed", 300, NULL);
  assert_said (fixture, "+quota-reached:today ");
  g_object_set (tally, "departed", 310, NULL);
  assert_said (fixture, "");
  moei_collection_clear (moei_operation_get_days (fixture->operation));
  g_object_set (fixture->operation, "operating-day", TODAY + 1, NULL);
  assert_said (fixture, "-quota-reached:today ");
}

static void
test_data_old (Fixture       *fixture,
               gconstpointer  data)
{
  look (fixture, 5);
  fixture->state = MOEI_DATA_STATE_OFFLINE;
  look (fixture, 50);
  fixture->state = MOEI_DATA_STATE_LIVE;
  assert_said (fixture, "");

  fixture->state = MOEI_DATA_STATE_OLD;
  look (fixture, 61);
  assert_said (fixture, "+data-old ");
  fixture->state = MOEI_DATA_STATE_OFFLINE;
  look (fixture, 600);
  assert_said (fixture, "");
  fixture->state = MOEI_DATA_STATE_LATE;
  assert_said (fixture, "-data-old ");
}

/* Who starts without a network knows already. */
static void
test_old_at_first (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture->state = MOEI_DATA_STATE_NONE;
  look (fixture, 5);
  fixture->state = MOEI_DATA_STATE_OFFLINE;
  look (fixture, 200);
  assert_said (fixture, "");
}

/* Another store: nothing of the former is news, and it takes its tidings with it. */
static void
test_epoch (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", "CHN", MOEI_FLIGHT_STATE_BOARDING);
  MoeiTally *tally = add_day (fixture, 299);

  look (fixture, 5);
  g_object_set (fixture->operation, "epoch", "two", NULL);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  g_object_set (tally, "departed", 300, NULL);
  assert_said (fixture, "");
  look (fixture, 10);

  flight = add_flight (fixture, "b", "CHN", MOEI_FLIGHT_STATE_BOARDING);
  look (fixture, 2);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_said (fixture, "+flight-departed:b ");
}

/* An exercise at a thousandfold speed changes at each look. */
static void
test_never_steady (Fixture       *fixture,
                   gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", "CHN", MOEI_FLIGHT_STATE_BOARDING);

  for (guint i = 0; i < 70; i++) {
    g_autofree char *id = g_strdup_printf ("f%u", i);

    add_flight (fixture, id, "CHN", MOEI_FLIGHT_STATE_SCHEDULED);
    look (fixture, 1);
  }
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_said (fixture, "+flight-departed:a ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) g_test_add ("/lookout/" name, Fixture, NULL, set_up, function, tear_down)
  add ("new-destroy", test_new_destroy);
  add ("first-fill", test_first_fill);
  add ("departed", test_departed);
  add ("no-news", test_no_news);
  add ("my-country", test_my_country);
  add ("at-risk", test_at_risk);
  add ("quota", test_quota);
  add ("data-old", test_data_old);
  add ("old-at-first", test_old_at_first);
  add ("epoch", test_epoch);
  add ("never-steady", test_never_steady);
#undef add

  return g_test_run ();
}
