/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-count.h"
#include "operation/moei-route.h"
#include "rules-fixture.h"
#include "rules/moei-flight-risk.h"
#include "rules/moei-milestones.h"

/* Minutes after 8:00 of 20 March 2025; NEVER for what nobody said */
#define NEVER  (-1)
#define NOW    180 /* 11:00 */
#define LEAVES 300 /* 13:00 */

typedef struct {
  MoeiCollection *convoys;
  MoeiCollection *flights;
  MoeiCollection *routes;
} Fixture;

static gint64
instant (int minutes)
{
  return minutes == NEVER ? MOEI_INSTANT_UNKNOWN : at (day_of (20, 3), 8, minutes);
}

static void
add_route (Fixture    *fixture,
           const char *id,
           const char *from,
           const char *to,
           int         minutes)
{
  moei_collection_append (fixture->routes, g_object_new (MOEI_TYPE_ROUTE, "id", id, "from", from, "to", to,
                                                         "minutes", minutes, NULL));
}

static MoeiFlight *
add_flight (Fixture        *fixture,
            const char     *id,
            MoeiFlightState state,
            int             scheduled,
            int             manifested)
{
  moei_collection_append (fixture->flights,
                          g_object_new (MOEI_TYPE_FLIGHT, "id", id, "from", "maq", "state", state,
                                        "scheduled", instant (scheduled), "manifested", manifested, NULL));
  return moei_collection_lookup (fixture->flights, id);
}

static MoeiConvoy *
add_convoy (Fixture         *fixture,
            const char      *id,
            const char      *route,
            MoeiConvoyState  state,
            int              people,
            int              arrives,
            const char      *flights)
{
  g_auto (GStrv) ids = g_strsplit (flights, " ", -1);

  moei_collection_append (fixture->convoys,
                          g_object_new (MOEI_TYPE_CONVOY, "id", id, "route", route, "state", state, "people", people,
                                        "estimated-arrival", instant (arrives), "position-observed", instant (NOW - 1),
                                        "flights", ids, NULL));
  return moei_collection_lookup (fixture->convoys, id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->convoys = moei_collection_new (MOEI_TYPE_CONVOY);
  fixture->flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  fixture->routes = moei_collection_new (MOEI_TYPE_ROUTE);
  add_route (fixture, "kk-bridge", "kk-park", "bridge-2", 50);
  add_route (fixture, "bridge-maq", "bridge-2", "maq", 25);
  add_route (fixture, "bridge-dmk", "bridge-2", "dmk", 540);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->convoys);
  g_clear_object (&fixture->flights);
  g_clear_object (&fixture->routes);
}

/* Five minutes a person at ten counters: 50 people take 25 minutes, 51 take 26;
 * boarding takes 20. */
static const MoeiProcessing processing = { 300, 10, 20, 30, 15 };

static MoeiFlightRisk
judge (Fixture    *fixture,
       const char *flight)
{
  MoeiFlightRisk risk;

  moei_flight_risk_compute (&risk, moei_collection_lookup (fixture->flights, flight), fixture->convoys,
                            fixture->flights, fixture->routes, &processing, instant (NOW));
  return risk;
}

static void
assert_risk (Fixture    *fixture,
             const char *flight,
             MoeiRisk    verdict,
             int         margin,
             const char *convoy)
{
  MoeiFlightRisk risk = judge (fixture, flight);

  g_assert_cmpint (risk.verdict, ==, verdict);
  g_assert_cmpint (risk.margin, ==, margin);
  g_assert_cmpstr (risk.convoy != NULL ? moei_entity_get_id (MOEI_ENTITY (risk.convoy)) : NULL, ==, convoy);
}

static void
assert_unknown (Fixture        *fixture,
                const char     *flight,
                MoeiRiskReason  reason)
{
  MoeiFlightRisk risk = judge (fixture, flight);

  g_assert_cmpint (risk.verdict, ==, MOEI_RISK_UNKNOWN);
  g_assert_cmpint (risk.reason, ==, reason);
}

/* Arrival + 25 + 20 against 13:00. */
static void
test_margins (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    int      people;
    int      arrives;
    MoeiRisk verdict;
    int      margin;
  } rows[] = {
    { 50, 200, MOEI_RISK_ON_TIME, 55 },
    { 50, 225, MOEI_RISK_ON_TIME, 30 },
    { 50, 226, MOEI_RISK_AT_RISK, 29 },
    { 50, 255, MOEI_RISK_AT_RISK, 0 },
    { 50, 256, MOEI_RISK_MISSED, -1 },
    { 50, 400, MOEI_RISK_MISSED, -145 },
    { 51, 255, MOEI_RISK_MISSED, -1 },
    { 1, 255, MOEI_RISK_AT_RISK, 24 },
    { 0, 255, MOEI_RISK_AT_RISK, 25 },
  };
  MoeiConvoy *convoy;

  add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  convoy = add_convoy (fixture, "c", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 200, "f");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_object_set (moei_collection_lookup (fixture->flights, "f"), "manifested", rows[i].people, NULL);
    g_object_set (convoy, "people", rows[i].people, "estimated-arrival", instant (rows[i].arrives), NULL);
    assert_risk (fixture, "f", rows[i].verdict, rows[i].margin, "c");
  }

  /* A second too late is too late. */
  g_object_set (convoy, "people", 50, "estimated-arrival", instant (255) + G_TIME_SPAN_SECOND, NULL);
  g_object_set (moei_collection_lookup (fixture->flights, "f"), "manifested", 50, NULL);
  assert_risk (fixture, "f", MOEI_RISK_MISSED, -1, "c");

  /* A flight that is delayed waits. */
  g_object_set (moei_collection_lookup (fixture->flights, "f"), "estimated", instant (LEAVES + 40), NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 39, "c");
}

static void
test_several_convoys (Fixture       *fixture,
                      gconstpointer  data)
{
  MoeiConvoy *third;

  add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 150);
  add_flight (fixture, "other", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  add_convoy (fixture, "c-1", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 200, "f");
  add_convoy (fixture, "c-2", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 246, "f");
  third = add_convoy (fixture, "c-3", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 210, "f");
  add_convoy (fixture, "c-4", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 290, "other");

  assert_risk (fixture, "f", MOEI_RISK_AT_RISK, 9, "c-2");
  assert_risk (fixture, "other", MOEI_RISK_MISSED, -35, "c-4");

  /* Of one nobody knows where it is: the flight is at risk all the same. */
  g_object_set (third, "position-observed", instant (NOW - 16), NULL);
  assert_risk (fixture, "f", MOEI_RISK_AT_RISK, 9, "c-2");

  /* It hides that the others are in time. */
  g_object_set (moei_collection_lookup (fixture->convoys, "c-2"), "estimated-arrival", instant (200), NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_POSITION_OLD);
  g_assert_true (judge (fixture, "f").convoy == third);
}

/* 152 people for two flights: those of the first go first. */
static void
test_several_flights (Fixture       *fixture,
                      gconstpointer  data)
{
  MoeiConvoy *convoy;

  add_flight (fixture, "f-1", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 76);
  add_flight (fixture, "f-2", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES + 30, 76);
  convoy = add_convoy (fixture, "c", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 152, 220, "f-1 f-2");

  /* 76 people 38 minutes, 152 people 76 minutes */
  assert_risk (fixture, "f-1", MOEI_RISK_AT_RISK, 300 - 220 - 38 - 20, "c");
  assert_risk (fixture, "f-2", MOEI_RISK_AT_RISK, 330 - 220 - 76 - 20, "c");

  /* Where nobody said how they divide, all are waited for. */
  g_object_set (moei_collection_lookup (fixture->flights, "f-1"), "manifested", MOEI_COUNT_UNKNOWN, NULL);
  assert_risk (fixture, "f-1", MOEI_RISK_MISSED, 300 - 220 - 76 - 20, "c");

  /* Where nobody counted the heads, all seats. */
  g_object_set (convoy, "people", MOEI_COUNT_UNKNOWN, "seats", 180, NULL);
  assert_risk (fixture, "f-1", MOEI_RISK_MISSED, 300 - 220 - 90 - 20, "c");
  g_object_set (convoy, "seats", MOEI_COUNT_UNKNOWN, NULL);
  assert_unknown (fixture, "f-1", MOEI_RISK_REASON_NO_PEOPLE);
  g_object_set (convoy, "people", MOEI_COUNT_SUPPRESSED, NULL);
  assert_unknown (fixture, "f-1", MOEI_RISK_REASON_NO_PEOPLE);
}

static void
test_positions (Fixture       *fixture,
                gconstpointer  data)
{
  MoeiConvoy *convoy;

  add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  convoy = add_convoy (fixture, "c", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 200, "f");

  g_object_set (convoy, "position-observed", instant (NOW - 15), NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 55, "c");
  g_object_set (convoy, "position-observed", instant (NOW - 15) - 1, NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_POSITION_OLD);
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_POSITION_OLD);

  /* Without a position the report's own age counts. */
  g_object_set (convoy, "position-observed", MOEI_INSTANT_UNKNOWN, "observed", instant (NOW - 5), NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 55, "c");
  g_object_set (convoy, "observed", MOEI_INSTANT_UNKNOWN, NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_POSITION_OLD);

  /* One that stands at its start or its end needs none. */
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_PLANNED, NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 300 - (NOW + 25) - 45, "c");
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_ARRIVED, "actual-arrival", instant (170), NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 85, "c");
}

/* What should have happened happens now at the earliest. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  MoeiConvoy *convoy;

  add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  convoy = add_convoy (fixture, "c", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 100, "f");
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, LEAVES - NOW - 45, "c");

  /* It has not set out yet. */
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_BOARDING, NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, LEAVES - NOW - 25 - 45, "c");

  /* Those on board so far are not all who come. */
  g_object_set (convoy, "people", 0, NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, LEAVES - NOW - 25 - 45, "c");
  g_object_set (convoy, "people", 50, NULL);

  /* Nobody said when it arrives, but when it leaves. */
  g_object_set (convoy, "estimated-arrival", MOEI_INSTANT_UNKNOWN, "planned-departure", instant (220), NULL);
  assert_risk (fixture, "f", MOEI_RISK_AT_RISK, LEAVES - 245 - 45, "c");
  g_object_set (convoy, "planned-departure", MOEI_INSTANT_UNKNOWN, NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_NO_ARRIVAL);
  g_object_set (convoy, "planned-departure", instant (220), "route", "nowhere", NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_NO_ARRIVAL);
}

/* One convoy to the bridge, another one on to the airport. */
static void
test_onward (Fixture       *fixture,
             gconstpointer  data)
{
  MoeiConvoy *second;

  add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  add_convoy (fixture, "c-1", "kk-bridge", MOEI_CONVOY_STATE_UNDER_WAY, 50, 210, "f");
  second = add_convoy (fixture, "c-2", "bridge-maq", MOEI_CONVOY_STATE_PLANNED, 50, 225, "f");

  /* 210 + 25 to process + 25 on to the airport + 20 to board */
  assert_risk (fixture, "f", MOEI_RISK_AT_RISK, LEAVES - 210 - 70, "c-1");

  /* Once the second has set out, the first no longer counts. */
  g_object_set (second, "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL);
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, LEAVES - 225 - 45, "c-2");
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  MoeiConvoy *replacement;

  add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  add_convoy (fixture, "c-1", "bridge-maq", MOEI_CONVOY_STATE_CANCELLED, 50, 200, "f");
  assert_unknown (fixture, "f", MOEI_RISK_REASON_CONVOY_CANCELLED);

  replacement = add_convoy (fixture, "c-2", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 210, "f");
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 45, "c-2");
  g_object_set (replacement, "state", MOEI_CONVOY_STATE_CANCELLED, NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_CONVOY_CANCELLED);
}

static void
test_flights (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);

  assert_risk (fixture, "f", MOEI_RISK_NONE, 0, NULL);
  g_assert_cmpint (judge (fixture, "f").reason, ==, MOEI_RISK_REASON_NO_CONVOY);

  add_convoy (fixture, "c", "bridge-maq", MOEI_CONVOY_STATE_UNDER_WAY, 50, 290, "f");
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_CANCELLED, NULL);
  assert_risk (fixture, "f", MOEI_RISK_NONE, 0, NULL);
  g_assert_cmpint (judge (fixture, "f").reason, ==, MOEI_RISK_REASON_CANCELLED);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  assert_risk (fixture, "f", MOEI_RISK_DEPARTED, 0, NULL);
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_BOARDING, "scheduled", MOEI_INSTANT_UNKNOWN, NULL);
  assert_unknown (fixture, "f", MOEI_RISK_REASON_NO_TIME);
}

/* Nine hours to Don Mueang for a flight of the next morning. */
static void
test_bangkok (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, 21 * 60 + 20, 200);

  g_object_set (flight, "from", "dmk", NULL);
  add_convoy (fixture, "c", "bridge-dmk", MOEI_CONVOY_STATE_PLANNED, 400, 17 * 60, "f");
  /* One flight's 200 of the convoy's 400: 100 minutes */
  assert_risk (fixture, "f", MOEI_RISK_ON_TIME, 260 - 100 - 20, "c");
}

static void
test_defaults (void)
{
  MoeiProcessing defaults;

  moei_processing_init_default (&defaults);
  g_assert_cmpint (moei_processing_get_minutes (&defaults, 0), ==, 0);
  g_assert_cmpint (moei_processing_get_minutes (&defaults, MOEI_COUNT_UNKNOWN), ==, 0);
  g_assert_cmpint (moei_processing_get_minutes (&defaults, 50), ==, 18);
  g_assert_cmpint (moei_processing_get_minutes (&defaults, 76), ==, 28);
  /* 500 a day in the three hours of hand-overs */
  g_assert_cmpint (moei_processing_get_minutes (&defaults, 500), ==, 179);
  defaults.counters = 0;
  g_assert_cmpint (moei_processing_get_minutes (&defaults, 2), ==, 10);
  g_assert_cmpint (moei_processing_get_minutes (&defaults, G_MAXINT), >, 0);
}

static void
add_milestone (MoeiFlight *flight,
               const char *id,
               int         planned,
               int         done)
{
  moei_collection_append (moei_flight_get_milestones (flight),
                          g_object_new (MOEI_TYPE_MILESTONE, "id", id, "planned", instant (planned),
                                        "done", instant (done), NULL));
}

static void
test_milestones (Fixture       *fixture,
                 gconstpointer  data)
{
  MoeiFlight *flight = add_flight (fixture, "f", MOEI_FLIGHT_STATE_SCHEDULED, LEAVES, 50);
  MoeiNextMilestone next;

  moei_next_milestone_compute (&next, flight, instant (NOW));
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_UNKNOWN);
  g_assert_null (next.milestone);

  add_milestone (flight, "manifest-closed", 60, 70);
  add_milestone (flight, "documents-checked", 120, NEVER);
  add_milestone (flight, "buses-in", 150, 160);
  add_milestone (flight, "doors-closed", 290, NEVER);

  /* The one left out stays the next although a later one is done. */
  moei_next_milestone_compute (&next, flight, instant (NOW));
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (next.milestone)), ==, "documents-checked");
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_LATE);
  g_assert_cmpint (next.late, ==, 60);
  g_assert_cmpuint (next.n_done, ==, 2);
  g_assert_cmpuint (next.n_all, ==, 4);
  moei_next_milestone_compute (&next, flight, instant (120));
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_DUE);
  moei_next_milestone_compute (&next, flight, instant (120) + 1);
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_LATE);
  g_assert_cmpint (next.late, ==, 0);

  g_object_set (next.milestone, "planned", MOEI_INSTANT_UNKNOWN, NULL);
  moei_next_milestone_compute (&next, flight, instant (NOW));
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_UNKNOWN);
  g_assert_nonnull (next.milestone);

  g_object_set (next.milestone, "done", instant (NOW), NULL);
  moei_next_milestone_compute (&next, flight, instant (NOW));
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (next.milestone)), ==, "doors-closed");
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_DUE);

  g_object_set (flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  moei_next_milestone_compute (&next, flight, instant (NOW + 600));
  g_assert_cmpint (next.state, ==, MOEI_MILESTONES_DONE);
  g_assert_null (next.milestone);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/flight-risk/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("margins", test_margins);
  ADD ("several-convoys", test_several_convoys);
  ADD ("several-flights", test_several_flights);
  ADD ("positions", test_positions);
  ADD ("late", test_late);
  ADD ("onward", test_onward);
  ADD ("cancelled", test_cancelled);
  ADD ("flights", test_flights);
  ADD ("bangkok", test_bangkok);
  ADD ("milestones", test_milestones);
  g_test_add_func ("/flight-risk/defaults", test_defaults);

  return g_test_run ();
}
