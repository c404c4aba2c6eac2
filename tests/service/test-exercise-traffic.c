/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exercise-fixture.h"
#include "operation/moei-bus.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-milestone.h"
#include "operation/moei-nationality.h"
#include "rules/moei-flight-risk.h"
#include "service/moei-exercise-state.h"
#include "service/moei-exercise.h"
#include "wire/moei-instant.h"

/* A seat for everybody, and nobody before their time. */
static void
test_flights (Fixture       *fixture,
              gconstpointer  data)
{
  for (gint64 t = fixture->start; t <= fixture->end; t += 397 * MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiCollection *flights = moei_bundle_get_entities (state, MOEI_DOCUMENT_FLIGHTS);

    for (guint i = 0; i < moei_collection_size (flights); i++) {
      MoeiFlight *flight = moei_collection_get (flights, i);
      MoeiFlightState is = moei_flight_get_state (flight);
      gboolean gone = is == MOEI_FLIGHT_STATE_DEPARTED || is == MOEI_FLIGHT_STATE_ARRIVED;

      g_assert_cmpint (moei_entity_get_origin (MOEI_ENTITY (flight)), ==, MOEI_ORIGIN_EXERCISE);
      g_assert_cmpint (moei_entity_get_observed (MOEI_ENTITY (flight)), <=, t);
      g_assert_cmpint (moei_flight_get_boarded (flight), <=, moei_flight_get_manifested (flight));
      if (moei_flight_get_seats (flight) != MOEI_COUNT_UNKNOWN)
        g_assert_cmpint (moei_flight_get_manifested (flight), <=, moei_flight_get_seats (flight));
      g_assert_cmpint (gone, ==, moei_flight_get_actual (flight) != MOEI_INSTANT_UNKNOWN);
      if (gone) {
        g_assert_cmpint (moei_flight_get_actual (flight), <=, t);
        g_assert_cmpint (moei_flight_get_boarded (flight) + MAX (moei_flight_get_no_show (flight), 0), ==,
                         moei_flight_get_manifested (flight));
        g_assert_cmpuint (moei_day_of_instant (moei_flight_get_actual (flight)), ==,
                          moei_day_of_instant (moei_flight_get_scheduled (flight)));
      }
      if (is == MOEI_FLIGHT_STATE_DELAYED)
        g_assert_cmpint (moei_flight_get_estimated (flight), >=,
                         moei_flight_get_scheduled (flight) + 15 * MINUTE);
    }
  }
}

static void
test_convoys (Fixture       *fixture,
              gconstpointer  data)
{
  guint under_way = 0, halted = 0;

  for (gint64 t = fixture->start; t <= fixture->end; t += 41 * MINUTE + 30 * G_TIME_SPAN_SECOND) {
    g_autoptr (MoeiBundle) state = NULL;
    MoeiCollection *convoys;

    if (moei_day_of_instant (t) % 4 != 0)
      continue;
    state = moei_course_get_state (fixture->course, t);
    convoys = moei_bundle_get_entities (state, MOEI_DOCUMENT_CONVOYS);
    for (guint i = 0; i < moei_collection_size (convoys); i++) {
      MoeiConvoy *convoy = moei_collection_get (convoys, i);
      MoeiConvoyState is = moei_convoy_get_state (convoy);

      g_assert_cmpint (moei_convoy_get_people (convoy), <=, moei_convoy_get_seats (convoy));
      if (is == MOEI_CONVOY_STATE_PLANNED || is == MOEI_CONVOY_STATE_CANCELLED) {
        g_assert_cmpint (moei_convoy_get_people (convoy), ==, 0);
        g_assert_null (moei_convoy_get_position (convoy));
      } else {
        g_assert_nonnull (moei_convoy_get_position (convoy));
        g_assert_cmpint (moei_convoy_get_position_observed (convoy), <=, t);
      }
      /* Whoever comes is on it when it leaves. */
      if (moei_convoy_get_actual_departure (convoy) != MOEI_INSTANT_UNKNOWN) {
        MoeiConvoy *plan = look (fixture->plan, MOEI_DOCUMENT_CONVOYS, moei_entity_get_id (MOEI_ENTITY (convoy)));

        g_assert_cmpint (moei_convoy_get_people (convoy), ==, moei_convoy_get_people (plan));
      }
      under_way += is == MOEI_CONVOY_STATE_UNDER_WAY;
      halted += is == MOEI_CONVOY_STATE_HALTED;
    }
  }
  g_assert_cmpuint (under_way, >, 50);
  g_assert_cmpuint (halted, >, 0);
}

/* Where a convoy is: at its start while people get on, at its end afterwards,
 * and always nearer in between; the heads are counted at the end. */
static void
test_convoy_moves (Fixture       *fixture,
                   gconstpointer  data)
{
  MoeiRoute *route = look (fixture->plan, MOEI_DOCUMENT_ROUTES, "bridge-2-maq");
  gsize n_points;
  const MoeiPosition *points = moei_line_get_points (moei_route_get_line (route), &n_points);
  double before = G_MAXDOUBLE;

  for (gint64 t = instant ("2025-03-20T09:00:00+07:00"); t < instant ("2025-03-20T11:00:00+07:00"); t += MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiConvoy *convoy = look (state, MOEI_DOCUMENT_CONVOYS, "c-250320-3");
    MoeiHandOver *hand_over = moei_collection_get (moei_convoy_get_hand_overs (convoy), 0);
    const MoeiPosition *position = moei_convoy_get_position (convoy);
    MoeiConvoyState is = moei_convoy_get_state (convoy);

    if (is == MOEI_CONVOY_STATE_BOARDING)
      g_assert_cmpfloat (moei_position_distance (position, &points[0]), <, 5.0);
    if (position != NULL) {
      double left = moei_position_distance (position, &points[n_points - 1]);

      g_assert_cmpfloat (left, <=, before + 1.0);
      before = left;
    }
    g_assert_cmpint (is == MOEI_CONVOY_STATE_ARRIVED, ==,
                     moei_hand_over_get_out (hand_over) != MOEI_COUNT_UNKNOWN);
  }
  g_assert_cmpfloat (before, <, 5.0);
}

/* The steps are done in time, all of them when it leaves, and none is undone. */
static void
test_milestones (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gint64 t = fixture->start; t <= fixture->end; t += 293 * MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiCollection *flights = moei_bundle_get_entities (state, MOEI_DOCUMENT_FLIGHTS);

    for (guint i = 0; i < moei_collection_size (flights); i++) {
      MoeiFlight *flight = moei_collection_get (flights, i);
      MoeiCollection *milestones = moei_flight_get_milestones (flight);

      g_assert_cmpuint (moei_collection_size (milestones), ==, 8);
      for (guint k = 0; k < 8; k++) {
        MoeiMilestone *milestone = moei_collection_get (milestones, k);
        gint64 done = moei_milestone_get_done (milestone);
        char *key = g_strdup_printf ("%s/%u", moei_entity_get_id (MOEI_ENTITY (flight)), k);
        gint64 *before = g_hash_table_lookup (known, key);

        g_assert_cmpint (done, <=, t);
        if (before != NULL && *before != MOEI_INSTANT_UNKNOWN)
          g_assert_cmpint (done, ==, *before);
        if (moei_flight_get_actual (flight) != MOEI_INSTANT_UNKNOWN)
          g_assert_cmpint (done, !=, MOEI_INSTANT_UNKNOWN);
        g_hash_table_insert (known, key, g_memdup2 (&done, sizeof done));
      }
    }
  }
  g_assert_cmpuint (g_hash_table_size (known), ==, 8 * fixture->course->departures->len);
}

/* The buses hold the convoy's people, the head is where the convoy is, the others
 * are behind it, and nobody is seen in the future. */
static void
test_fleet (Fixture       *fixture,
            gconstpointer  data)
{
  guint apart = 0, silent = 0;

  for (gint64 t = fixture->start; t <= fixture->end; t += 53 * MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiCollection *convoys = moei_bundle_get_entities (state, MOEI_DOCUMENT_CONVOYS);

    for (guint i = 0; i < moei_collection_size (convoys); i++) {
      MoeiConvoy *convoy = moei_collection_get (convoys, i);
      MoeiCollection *fleet = moei_convoy_get_fleet (convoy);
      int people = 0;

      g_assert_cmpint (moei_collection_size (fleet), ==, moei_convoy_get_buses (convoy));
      for (guint k = 0; k < moei_collection_size (fleet); k++) {
        MoeiBus *bus = moei_collection_get (fleet, k);
        gint64 seen = moei_bus_get_position_observed (bus);
        const MoeiPosition *head = moei_convoy_get_position (convoy);

        people += moei_bus_get_people (bus);
        g_assert_cmpint (moei_bus_get_people (bus), <=, moei_bus_get_seats (bus));
        g_assert_cmpint (moei_bus_get_number (bus), ==, k + 1);
        g_assert_true ((head == NULL) == (moei_bus_get_position (bus) == NULL));
        g_assert_cmpint (seen, <=, moei_convoy_get_position_observed (convoy));
        if (head != NULL && k == 0)
          g_assert_true (moei_position_equal (moei_bus_get_position (bus), head));
        apart += head != NULL && !moei_position_equal (moei_bus_get_position (bus), head);
        silent += head != NULL && seen < t - 10 * MINUTE &&
                  moei_convoy_get_state (convoy) != MOEI_CONVOY_STATE_ARRIVED;
      }
      g_assert_cmpint (people, ==, moei_convoy_get_people (convoy));
    }
  }
  g_assert_cmpuint (apart, >, 20);
  g_assert_cmpuint (silent, >, 0);
}

/* What the exercise begins with: something to be seen of everything. */
static void
test_afternoon (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 now = moei_exercise_default_start ();
  g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, now);
  MoeiFlight *seats = look (state, MOEI_DOCUMENT_FLIGHTS, "f-250320-5");
  MoeiMilestone *manifest = moei_collection_lookup (moei_flight_get_milestones (seats), "manifest-closed");
  MoeiConvoy *counted = look (state, MOEI_DOCUMENT_CONVOYS, "c-250320-4");
  MoeiHandOver *hand_over = moei_collection_get (moei_convoy_get_hand_overs (counted), 0);
  MoeiConvoy *halted = look (state, MOEI_DOCUMENT_CONVOYS, "c-250320-10");
  MoeiBus *tail = moei_collection_get (moei_convoy_get_fleet (halted), 1);
  MoeiConvoy *next = look (state, MOEI_DOCUMENT_CONVOYS, "c-250320-12");
  MoeiFlight *risk = look (state, MOEI_DOCUMENT_FLIGHTS, "f-250320-6");
  MoeiProcessing processing;
  MoeiFlightRisk computed;

  /* A list that should have been closed is not, as its seats are not filled. */
  g_assert_cmpint (moei_milestone_get_planned (manifest), <, now - 2 * HOUR);
  g_assert_cmpint (moei_milestone_get_done (manifest), ==, MOEI_INSTANT_UNKNOWN);
  /* One head too few at the bridge. */
  g_assert_cmpint (moei_hand_over_get_in (hand_over), ==, moei_hand_over_get_out (hand_over) - 1);
  /* A convoy stands, its last bus has not been heard of for long … */
  g_assert_cmpint (moei_convoy_get_state (halted), ==, MOEI_CONVOY_STATE_HALTED);
  g_assert_cmpint (moei_convoy_get_position_observed (halted), ==, now);
  g_assert_cmpint (moei_bus_get_position_observed (tail), <, now - 20 * MINUTE);
  /* … and so the next one is told to be late for its flight. */
  moei_processing_init_default (&processing);
  moei_flight_risk_compute (&computed, risk, moei_bundle_get_entities (state, MOEI_DOCUMENT_CONVOYS),
                            moei_bundle_get_entities (state, MOEI_DOCUMENT_FLIGHTS),
                            moei_bundle_get_entities (state, MOEI_DOCUMENT_ROUTES), &processing, now);
  g_assert_cmpint (computed.verdict, ==, MOEI_RISK_AT_RISK);
  g_assert_true (computed.convoy == next);
}

/* A flight that is called off: known as planned until then, and its people go
 * back to waiting for a slot. */
static void
test_called_off (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (MoeiBundle) before = moei_course_get_state (fixture->course, instant ("2025-03-28T13:00:00+07:00"));
  g_autoptr (MoeiBundle) after = moei_course_get_state (fixture->course, instant ("2025-03-28T16:00:00+07:00"));
  MoeiNationality *waiting = look (before, MOEI_DOCUMENT_NATIONALITIES, "CHN");
  MoeiNationality *again = look (after, MOEI_DOCUMENT_NATIONALITIES, "CHN");

  g_assert_cmpint (moei_flight_get_state (look (before, MOEI_DOCUMENT_FLIGHTS, "f-250328-6")), ==,
                   MOEI_FLIGHT_STATE_SCHEDULED);
  g_assert_cmpint (moei_flight_get_state (look (after, MOEI_DOCUMENT_FLIGHTS, "f-250328-6")), ==,
                   MOEI_FLIGHT_STATE_CANCELLED);
  g_assert_cmpint (moei_nationality_get_embassy_confirmed (again), ==,
                   moei_nationality_get_embassy_confirmed (waiting) + 98);
}

/* Being handed over takes its time. */
static void
assert_processed (MoeiCourse    *course,
                  const MoeiLeg *leg)
{
  const char * const *flights = moei_convoy_get_flights (leg->convoy);

  for (guint i = 0; i < course->departures->len && flights != NULL; i++) {
    const MoeiDeparture *departure = &g_array_index (course->departures, MoeiDeparture, i);

    if (departure->crossed != MOEI_INSTANT_UNKNOWN &&
        g_strv_contains (flights, moei_entity_get_id (MOEI_ENTITY (departure->flight))))
      g_assert_cmpint (leg->departs, >=, departure->crossed + 40 * MINUTE);
  }
}

static void
assert_course (MoeiCourse *course)
{
  for (guint i = 0; i < course->departures->len; i++) {
    const MoeiDeparture *departure = &g_array_index (course->departures, MoeiDeparture, i);

    g_assert_cmpuint (moei_day_of_instant (departure->departs), ==, departure->day);
    g_assert_cmpint (departure->sets_out, <, departure->crossed != MOEI_INSTANT_UNKNOWN
                                               ? departure->crossed : departure->ready);
    g_assert_cmpint (departure->crossed, <, departure->ready);
    g_assert_cmpint (departure->ready, <=, departure->checks_in);
    g_assert_cmpint (departure->checks_in, <, departure->boards);
    g_assert_cmpint (departure->boards, <, departure->departs);
    if (g_strcmp0 (moei_flight_get_from (departure->flight), "maq") == 0)
      g_assert_cmpint (departure->departs, <, moei_day_get_start (departure->day) + 18 * HOUR);
  }
  for (guint i = 0; i < course->legs->len; i++) {
    const MoeiLeg *leg = &g_array_index (course->legs, MoeiLeg, i);

    g_assert_cmpint (leg->boards, <, leg->departs);
    g_assert_cmpint (leg->departs + leg->halted, <, leg->arrives);
    g_assert_cmpint (leg->departs, <, moei_convoy_get_planned_departure (leg->convoy) + 3 * HOUR);
    if (leg->kind == MOEI_LEG_TO_AIRPORT)
      assert_processed (course, leg);
  }
}

/* Whatever the chances: nobody leaves without having come, no flight leaves
 * another day than planned, and none from an airport that has closed. */
static void
test_any_seed (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint seed = 0; seed < 100; seed++) {
    g_autoptr (MoeiCourse) course = moei_course_new (fixture->plan, seed);

    assert_course (course);
  }
}

/* Any operation can be played, however little it says. */
static void
test_bare_plan (void)
{
  g_autoptr (MoeiBundle) plan = moei_bundle_new ();
  gint64 start = instant ("2026-01-05T00:00:00+07:00");
  MoeiFlight *flight = moei_flight_new ("unscheduled");
  MoeiFlight *alone = moei_flight_new ("alone");
  MoeiConvoy *nowhere = moei_convoy_new ("nowhere");
  MoeiConvoy *never = moei_convoy_new ("never");
  g_autoptr (MoeiBundle) state = NULL;

  g_object_set (moei_bundle_get_document (plan, MOEI_DOCUMENT_OPERATION),
                "start", start, "end", start + G_TIME_SPAN_DAY, NULL);
  g_object_set (flight, "estimated", start + HOUR, NULL);
  g_object_set (alone, "scheduled", start + 10 * HOUR, NULL);
  g_object_set (nowhere, "planned-departure", start + HOUR, NULL);
  moei_collection_append (moei_bundle_get_entities (plan, MOEI_DOCUMENT_FLIGHTS), flight);
  moei_collection_append (moei_bundle_get_entities (plan, MOEI_DOCUMENT_FLIGHTS), alone);
  moei_collection_append (moei_bundle_get_entities (plan, MOEI_DOCUMENT_CONVOYS), nowhere);
  moei_collection_append (moei_bundle_get_entities (plan, MOEI_DOCUMENT_CONVOYS), never);

  state = moei_exercise_state_at (plan, 1, start + 14 * HOUR);
  g_assert_null (look (state, MOEI_DOCUMENT_FLIGHTS, "unscheduled"));
  g_assert_null (look (state, MOEI_DOCUMENT_CONVOYS, "never"));
  g_assert_cmpint (moei_flight_get_state (look (state, MOEI_DOCUMENT_FLIGHTS, "alone")), ==,
                   MOEI_FLIGHT_STATE_DEPARTED);
  g_assert_cmpint (moei_convoy_get_state (look (state, MOEI_DOCUMENT_CONVOYS, "nowhere")), ==,
                   MOEI_CONVOY_STATE_ARRIVED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/exercise-traffic/bare-plan", test_bare_plan);
#define ADD(name, func) \
  g_test_add ("/service/exercise-traffic/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("flights", test_flights);
  ADD ("convoys", test_convoys);
  ADD ("convoy-moves", test_convoy_moves);
  ADD ("milestones", test_milestones);
  ADD ("fleet", test_fleet);
  ADD ("afternoon", test_afternoon);
  ADD ("called-off", test_called_off);
  ADD ("any-seed", test_any_seed);
#undef ADD

  return g_test_run ();
}
