/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"
#include "operation/moei-notice.h"
#include "operation/moei-operation.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-tally.h"
#include "rota/moei-occasions.h"

#define M (gint64) G_TIME_SPAN_MINUTE
#define TODAY 739330u /* Thursday 20 March 2025 */
#define NOON ((gint64) 1742446800 * G_USEC_PER_SEC)

typedef struct {
  MoeiOperation *operation;
  MoeiOccasions *occasions;
  GString       *told; /* "kind id" of each, with a blank after it */
  gint64         now;
} Fixture;

static void
occasion_cb (MoeiOccasions *occasions,
             MoeiOccasion  *occasion,
             gpointer       user_data)
{
  static const char * const kinds[] = { "cancelled", "halted", "notice", "quota", "departed" };
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->told, "%s:%s ", kinds[moei_occasion_get_kind (occasion)],
                          moei_occasion_get_entity (occasion));
}

static void
look (Fixture *fixture,
      guint    n)
{
  for (guint i = 0; i < n; i++)
    moei_occasions_look (fixture->occasions, fixture->now += G_TIME_SPAN_SECOND);
}

/* What was told since the last time. */
static void
assert_told (Fixture    *fixture,
             const char *expected)
{
  look (fixture, 2);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

static gpointer
add (MoeiCollection *collection,
     gpointer        entity)
{
  moei_collection_append (collection, entity);
  return entity;
}

static MoeiFlight *
add_flight (Fixture         *fixture,
            const char      *id,
            MoeiFlightState  state)
{
  return add (moei_operation_get_flights (fixture->operation),
              g_object_new (MOEI_TYPE_FLIGHT, "id", id, "day", TODAY, "state", state, NULL));
}

static MoeiNotice *
add_notice (Fixture      *fixture,
            const char   *id,
            MoeiSeverity  severity)
{
  g_autoptr (MoeiText) headline = moei_text_new ("Closed", NULL, NULL, NULL);

  return add (moei_operation_get_notices (fixture->operation),
              g_object_new (MOEI_TYPE_NOTICE, "id", id, "severity", severity, "headline", headline, NULL));
}

static MoeiTally *
add_day (Fixture    *fixture,
         const char *id,
         guint       date,
         int         departed)
{
  MoeiQuotaDay *day = add (moei_operation_get_days (fixture->operation),
                           g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", date, "quota", 300, "closes",
                                         NOON + 300 * M, "state", MOEI_DAY_STATE_OPEN, NULL));

  return add (moei_quota_day_get_tallies (day),
              g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "slot-given", 300, "on-bus", 300, "at-airport", 300,
                            "departed", departed, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_new ();

  fixture->operation = moei_operation_new ();
  fixture->occasions = moei_occasions_new (fixture->operation, plan);
  fixture->told = g_string_new (NULL);
  fixture->now = NOON;
  g_signal_connect (fixture->occasions, "occasion", G_CALLBACK (occasion_cb), fixture);
  g_object_set (fixture->operation, "epoch", "one", "operating-day", TODAY, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->occasions);
  g_object_unref (fixture->operation);
  g_string_free (fixture->told, TRUE);
}

static void
test_new_destroy (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_null (moei_occasions_get_take_over (fixture->occasions));
  g_assert_false (moei_occasions_get_has_notices (fixture->occasions));
}

static void
test_first_fill (Fixture       *fixture,
                 gconstpointer  data)
{
  look (fixture, 1);
  add_flight (fixture, "a", MOEI_FLIGHT_STATE_DEPARTED);
  look (fixture, 2);
  add_notice (fixture, "n", MOEI_SEVERITY_SEVERE);
  add_day (fixture, "today", TODAY, 300);
  assert_told (fixture, "");
  look (fixture, 10);
  add_flight (fixture, "b", MOEI_FLIGHT_STATE_DEPARTED);
  assert_told (fixture, "");
  g_assert_true (moei_occasions_get_has_notices (fixture->occasions));
}

/* Flights come by state: what must be told of a flight that was in the one and
 * is in the other. */
static const struct {
  MoeiFlightState  before;
  MoeiFlightState  after;
  int              actual; /* minutes ago; below 0 for not known */
  const char      *told;
} flight_rows[] = {
  { MOEI_FLIGHT_STATE_BOARDING, MOEI_FLIGHT_STATE_DEPARTED, 1, "departed:a " },
  { MOEI_FLIGHT_STATE_BOARDING, MOEI_FLIGHT_STATE_DEPARTED, -1, "departed:a " },
  { MOEI_FLIGHT_STATE_SCHEDULED, MOEI_FLIGHT_STATE_ARRIVED, 20, "departed:a " },
  { MOEI_FLIGHT_STATE_SCHEDULED, MOEI_FLIGHT_STATE_DEPARTED, 200, "" },
  { MOEI_FLIGHT_STATE_DEPARTED, MOEI_FLIGHT_STATE_ARRIVED, 20, "" },
  { MOEI_FLIGHT_STATE_UNKNOWN, MOEI_FLIGHT_STATE_DEPARTED, 1, "departed:a " },
  { MOEI_FLIGHT_STATE_SCHEDULED, MOEI_FLIGHT_STATE_CANCELLED, -1, "cancelled:a " },
  { MOEI_FLIGHT_STATE_DEPARTED, MOEI_FLIGHT_STATE_DIVERTED, 20, "cancelled:a " },
  { MOEI_FLIGHT_STATE_DIVERTED, MOEI_FLIGHT_STATE_ARRIVED, 20, "" },
  { MOEI_FLIGHT_STATE_CANCELLED, MOEI_FLIGHT_STATE_SCHEDULED, -1, "" },
  { MOEI_FLIGHT_STATE_SCHEDULED, MOEI_FLIGHT_STATE_DELAYED, -1, "" },
  { MOEI_FLIGHT_STATE_SCHEDULED, MOEI_FLIGHT_STATE_UNKNOWN, -1, "" },
};

static void
test_flights (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (flight_rows); i++) {
    MoeiFlight *flight;

    moei_collection_clear (moei_operation_get_flights (fixture->operation));
    flight = add_flight (fixture, "a", flight_rows[i].before);
    look (fixture, 6);
    g_string_truncate (fixture->told, 0);
    fixture->now += 20 * M; /* what was told before is forgotten */
    g_object_set (flight, "state", flight_rows[i].after, NULL);
    if (flight_rows[i].actual >= 0)
      g_object_set (flight, "actual", fixture->now - flight_rows[i].actual * M, NULL);
    assert_told (fixture, flight_rows[i].told);
  }
}

static void
test_convoys (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiConvoy *convoy = add (moei_operation_get_convoys (fixture->operation),
                            g_object_new (MOEI_TYPE_CONVOY, "id", "c", "state", MOEI_CONVOY_STATE_UNKNOWN, NULL));

  look (fixture, 6);
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  assert_told (fixture, "");
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL);
  assert_told (fixture, "");
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  assert_told (fixture, "halted:c ");
  /* To and fro within a quarter of an hour is one */
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL);
  look (fixture, 1);
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  assert_told (fixture, "");
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL);
  look (fixture, 1);
  fixture->now += 20 * M;
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  assert_told (fixture, "halted:c ");
}

static void
test_quota (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiTally *today = add_day (fixture, "today", TODAY, -1);
  MoeiTally *tomorrow = add_day (fixture, "tomorrow", TODAY + 1, 0);

  look (fixture, 6);
  g_object_set (today, "departed", 300, NULL); /* not known before */
  assert_told (fixture, "");
  g_object_set (today, "departed", 299, NULL);
  g_object_set (tomorrow, "departed", 300, NULL);
  assert_told (fixture, "");
  g_object_set (today, "departed", 300, NULL);
  assert_told (fixture, "quota:today ");
}

static void
test_notices (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiNotice *notice;

  look (fixture, 6);
  notice = add_notice (fixture, "n", MOEI_SEVERITY_MINOR);
  assert_told (fixture, "notice:n ");
  g_object_set (notice, "severity", MOEI_SEVERITY_SEVERE, NULL);
  assert_told (fixture, "notice:n ");
  g_object_set (notice, "severity", MOEI_SEVERITY_MODERATE, NULL);
  assert_told (fixture, "");
  notice = add_notice (fixture, "later", MOEI_SEVERITY_MINOR);
  g_object_set (notice, "effective", fixture->now + 10 * M, NULL);
  assert_told (fixture, "");
  fixture->now += 10 * M;
  assert_told (fixture, "notice:later ");
  add_notice (fixture, "unknown", MOEI_SEVERITY_UNKNOWN);
  assert_told (fixture, "notice:unknown ");
}

/* Notices of which the document has not come are not "none". */
static void
test_slow_notices (Fixture       *fixture,
                   gconstpointer  data)
{
  MoeiCollection *freshness = moei_operation_get_freshness (fixture->operation);

  add (freshness, moei_freshness_new ("flights"));
  look (fixture, 10);
  add (freshness, moei_freshness_new ("notices"));
  add_notice (fixture, "old", MOEI_SEVERITY_SEVERE);
  assert_told (fixture, "");
  add_notice (fixture, "new", MOEI_SEVERITY_SEVERE);
  assert_told (fixture, "notice:new ");
}

static void
test_epoch (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", MOEI_FLIGHT_STATE_BOARDING);

  look (fixture, 6);
  g_object_set (fixture->operation, "epoch", "two", NULL);
  look (fixture, 1);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  add_notice (fixture, "n", MOEI_SEVERITY_SEVERE);
  assert_told (fixture, "");
  look (fixture, 6);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_BOARDING, NULL);
  look (fixture, 1);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_told (fixture, "departed:a ");
}

/* What was today's is yesterday's; nothing is told of it, nor of a day that nobody names. */
static void
test_midnight (Fixture       *fixture,
               gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "a", MOEI_FLIGHT_STATE_BOARDING);
  MoeiTally *tally = add_day (fixture, "today", TODAY, 299);
  MoeiTally *next = add_day (fixture, "tomorrow", TODAY + 1, 0);

  look (fixture, 6);
  moei_collection_clear (moei_operation_get_flights (fixture->operation));
  g_object_set (fixture->operation, "operating-day", TODAY + 1, NULL);
  flight = add_flight (fixture, "b", MOEI_FLIGHT_STATE_BOARDING);
  g_object_set (tally, "departed", 300, NULL);
  assert_told (fixture, "");
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  g_object_set (next, "departed", 300, NULL);
  assert_told (fixture, "quota:tomorrow departed:b ");
  g_object_set (fixture->operation, "operating-day", MOEI_DAY_UNKNOWN, NULL);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_CANCELLED, NULL);
  assert_told (fixture, "");
}

static void
test_many_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  MoeiFlight *flights[20];
  MoeiConvoy *convoy = add (moei_operation_get_convoys (fixture->operation),
                            g_object_new (MOEI_TYPE_CONVOY, "id", "c", "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (flights); i++) {
    g_autofree char *id = g_strdup_printf ("f%02u", i);

    flights[i] = add_flight (fixture, id, MOEI_FLIGHT_STATE_BOARDING);
  }
  look (fixture, 6);
  for (guint i = 0; i < G_N_ELEMENTS (flights); i++)
    g_object_set (flights[i], "state", i == 13 ? MOEI_FLIGHT_STATE_CANCELLED : MOEI_FLIGHT_STATE_DEPARTED, NULL);
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  add_notice (fixture, "n", MOEI_SEVERITY_SEVERE);
  assert_told (fixture, "cancelled:f13 notice:n halted:c departed:f00 departed:f01 departed:f02 departed:f03 departed:f04 ");
}

static void
test_take_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_new ();
  g_autoptr (MoeiRota) rota = moei_rota_new (plan, NULL);
  MoeiNotice *notice, *other;

  moei_occasions_lead (fixture->occasions, rota);
  look (fixture, 6);
  notice = add_notice (fixture, "flood", MOEI_SEVERITY_EXTREME);
  g_object_set (notice, "expires", fixture->now + 30 * M, NULL);
  assert_told (fixture, "");
  g_assert_cmpstr (moei_occasions_get_take_over (fixture->occasions), ==, "flood");
  g_assert_cmpstr (moei_rota_get_take_over (rota), ==, "flood");
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_NOTICES);
  fixture->now += 30 * M;
  look (fixture, 1);
  g_assert_null (moei_rota_get_take_over (rota));

  /* Withdrawn, and back */
  g_object_set (notice, "expires", MOEI_INSTANT_UNKNOWN, NULL);
  look (fixture, 1);
  g_assert_cmpstr (moei_rota_get_take_over (rota), ==, "flood");
  g_object_set (notice, "urgency", MOEI_URGENCY_PAST, NULL);
  look (fixture, 1);
  g_assert_null (moei_rota_get_take_over (rota));
  g_object_set (notice, "urgency", MOEI_URGENCY_IMMEDIATE, NULL);

  /* Without an end it is over after an hour, with a beginning or without */
  look (fixture, 1);
  g_assert_cmpstr (moei_rota_get_take_over (rota), ==, "flood");
  fixture->now += 61 * M;
  look (fixture, 1);
  g_assert_null (moei_rota_get_take_over (rota));
  other = add_notice (fixture, "fire", MOEI_SEVERITY_EXTREME);
  g_object_set (other, "effective", fixture->now - 59 * M, NULL);
  look (fixture, 1);
  g_assert_cmpstr (moei_rota_get_take_over (rota), ==, "fire");
  fixture->now += 1 * M;
  look (fixture, 1);
  g_assert_null (moei_rota_get_take_over (rota));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } cases[] = {
    { "/occasions/new-destroy", test_new_destroy },
    { "/occasions/first-fill", test_first_fill },
    { "/occasions/flights", test_flights },
    { "/occasions/convoys", test_convoys },
    { "/occasions/quota", test_quota },
    { "/occasions/notices", test_notices },
    { "/occasions/slow-notices", test_slow_notices },
    { "/occasions/epoch", test_epoch },
    { "/occasions/midnight", test_midnight },
    { "/occasions/many-at-once", test_many_at_once },
    { "/occasions/take-over", test_take_over },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
