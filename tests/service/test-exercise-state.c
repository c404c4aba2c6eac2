/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-count.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-rule.h"
#include "rules/moei-funnel.h"
#include "service/moei-bundle-check.h"
#include "service/moei-exercise-state.h"
#include "service/moei-exercise.h"
#include "wire/moei-instant.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR   G_TIME_SPAN_HOUR

typedef struct {
  MoeiBundle *plan;
  MoeiCourse *course;
  gint64      start;
  gint64      end;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  MoeiDocument *operation;

  fixture->plan = moei_bundle_read_built_in (&error);
  g_assert_no_error (error);
  fixture->course = moei_course_new (fixture->plan, MOEI_EXERCISE_DEFAULT_SEED);
  operation = moei_bundle_get_document (fixture->plan, MOEI_DOCUMENT_OPERATION);
  fixture->start = moei_document_get_start (operation);
  fixture->end = moei_document_get_end (operation);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  moei_course_free (fixture->course);
  g_object_unref (fixture->plan);
}

static gint64
instant (const char *string)
{
  gint64 value;

  g_assert_true (moei_instant_parse (string, &value));
  return value;
}

static gpointer
look (MoeiBundle       *state,
      MoeiDocumentKind  kind,
      const char       *id)
{
  return moei_collection_lookup (moei_bundle_get_entities (state, kind), id);
}

/* All documents of a state as one string of bytes. */
static GBytes *
encode (MoeiBundle *state)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    MoeiDocument *document = moei_bundle_get_document (state, kind);

    if (document != NULL) {
      g_autoptr (GBytes) bytes = moei_document_encode (document);

      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static void
test_same_seed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MoeiBundle) a = moei_exercise_state_at (fixture->plan, 5, moei_exercise_default_start ());
  g_autoptr (MoeiBundle) b = moei_exercise_state_at (fixture->plan, 5, moei_exercise_default_start ());
  g_autoptr (MoeiBundle) other = moei_exercise_state_at (fixture->plan, 6, moei_exercise_default_start ());
  g_autoptr (GBytes) of_a = encode (a);
  g_autoptr (GBytes) of_b = encode (b);
  g_autoptr (GBytes) of_other = encode (other);

  g_assert_true (g_bytes_equal (of_a, of_b));
  g_assert_false (g_bytes_equal (of_a, of_other));
}

/* However one came to an instant, all is the same there: nothing is remembered. */
static void
test_any_way (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 there = instant ("2025-03-20T15:00:00+07:00");
  g_autoptr (MoeiBundle) straight = moei_course_get_state (fixture->course, there);
  g_autoptr (GBytes) expected = encode (straight);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (MoeiBundle) last = NULL;

  for (gint64 t = there - 2 * HOUR; t <= there; t += 7 * MINUTE + 30 * G_TIME_SPAN_SECOND) {
    g_clear_object (&last);
    last = moei_course_get_state (fixture->course, t);
  }
  g_clear_object (&last);
  last = moei_course_get_state (fixture->course, there + 20 * HOUR);
  g_clear_object (&last);
  last = moei_course_get_state (fixture->course, there);
  after = encode (last);
  g_assert_true (g_bytes_equal (expected, after));
}

/* Nothing changes within half a minute, so that nothing need be written. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 t = instant ("2025-03-20T14:10:00+07:00");
  g_autoptr (MoeiBundle) a = moei_course_get_state (fixture->course, t);
  g_autoptr (MoeiBundle) b = moei_course_get_state (fixture->course, t + 30 * G_TIME_SPAN_SECOND - 1);
  g_autoptr (MoeiBundle) c = moei_course_get_state (fixture->course, t + 30 * G_TIME_SPAN_SECOND);
  g_autoptr (GBytes) of_a = encode (a);
  g_autoptr (GBytes) of_b = encode (b);
  g_autoptr (GBytes) of_c = encode (c);

  g_assert_true (g_bytes_equal (of_a, of_b));
  g_assert_false (g_bytes_equal (of_a, of_c));
}

/* What a state names is in it, and the wire takes it. */
static void
test_well_formed (Fixture       *fixture,
                  gconstpointer  data)
{
  for (gint64 t = fixture->start; t <= fixture->end; t += 31 * HOUR) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    g_autoptr (GError) error = NULL;

    g_assert_true (moei_bundle_check (state, &error));
    g_assert_no_error (error);
    for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
      MoeiDocument *document = moei_bundle_get_document (state, kind);

      if (document != NULL) {
        g_autoptr (GBytes) bytes = moei_document_encode (document);
        g_autoptr (MoeiDocument) decoded = moei_document_decode (kind, bytes, &error);

        g_assert_no_error (error);
        g_assert_nonnull (decoded);
      }
    }
  }
}

static void
assert_funnel (MoeiTally *tally)
{
  for (MoeiStage stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++)
    g_assert_cmpint (moei_tally_get_reached (tally, stage), >=,
                     moei_tally_get_reached (tally, stage + 1));
  g_assert_cmpint (moei_tally_get_departed (tally), >=, 0);
}

static void
assert_no_less (MoeiTally *before,
                MoeiTally *after)
{
  for (MoeiStage stage = MOEI_STAGE_HELD; stage <= MOEI_STAGE_DEPARTED; stage++)
    g_assert_cmpint (moei_tally_get_reached (before, stage), <=,
                     moei_tally_get_reached (after, stage));
}

/* Of whoever departed each was at the airport, on a bus, had a slot …, and no
 * count ever falls. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MoeiBundle) before = NULL;

  for (gint64 t = fixture->start; t <= fixture->end; t += 331 * MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiCollection *days = moei_bundle_get_entities (state, MOEI_DOCUMENT_WEEK);

    for (guint i = 0; i < moei_collection_size (days); i++) {
      MoeiQuotaDay *day = moei_collection_get (days, i);
      MoeiQuotaDay *was = before != NULL
                            ? look (before, MOEI_DOCUMENT_WEEK, moei_entity_get_id (MOEI_ENTITY (day))) : NULL;
      MoeiCollection *tallies = moei_quota_day_get_tallies (day);

      for (guint k = 0; k < moei_collection_size (tallies); k++) {
        MoeiTally *tally = moei_collection_get (tallies, k);
        MoeiTally *earlier = was != NULL
                               ? moei_collection_lookup (moei_quota_day_get_tallies (was),
                                                         moei_entity_get_id (MOEI_ENTITY (tally))) : NULL;

        assert_funnel (tally);
        if (earlier != NULL)
          assert_no_less (earlier, tally);
      }
    }
    g_set_object (&before, state);
  }
}

/* At the end of each day its accounts are those of the plan, with the real
 * totals in them. */
static void
test_end_of_day (Fixture       *fixture,
                 gconstpointer  data)
{
  MoeiCollection *plans = moei_bundle_get_entities (fixture->plan, MOEI_DOCUMENT_WEEK);

  for (guint i = 0; i < moei_collection_size (plans); i++) {
    MoeiQuotaDay *plan = moei_collection_get (plans, i);
    gint64 midnight = moei_day_get_start (moei_quota_day_get_date (plan) + 1);
    g_autoptr (MoeiBundle) late = moei_course_get_state (fixture->course, midnight - MINUTE);
    g_autoptr (MoeiBundle) over = moei_course_get_state (fixture->course, midnight);
    MoeiQuotaDay *day = look (late, MOEI_DOCUMENT_WEEK, moei_entity_get_id (MOEI_ENTITY (plan)));
    MoeiQuotaDay *closed = look (over, MOEI_DOCUMENT_WEEK, moei_entity_get_id (MOEI_ENTITY (plan)));

    for (MoeiStage stage = MOEI_STAGE_HELD; stage <= MOEI_STAGE_DEPARTED; stage++)
      g_assert_cmpint (moei_quota_day_get_reached (day, stage), ==,
                       moei_quota_day_get_reached (plan, stage));
    g_assert_cmpint (moei_quota_day_get_state (day), ==, MOEI_DAY_STATE_OPEN);
    g_assert_cmpint (moei_quota_day_get_lost (day), ==, MOEI_COUNT_UNKNOWN);
    g_assert_cmpint (moei_quota_day_get_state (closed), ==, MOEI_DAY_STATE_CLOSED);
    g_assert_cmpint (moei_quota_day_get_lost (closed), ==, moei_quota_day_get_lost (plan));
    g_assert_cmpint (moei_quota_day_get_quota (closed), ==, moei_quota_day_get_quota (plan));
  }
}

static int
people_on_the_road (MoeiBundle *state)
{
  MoeiCollection *convoys = moei_bundle_get_entities (state, MOEI_DOCUMENT_CONVOYS);
  int people = 0;

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    gboolean home = g_strcmp0 (moei_convoy_get_route (convoy), "bridge-2-bukit-kayu-hitam") == 0;
    gboolean there = moei_convoy_get_actual_arrival (convoy) != MOEI_INSTANT_UNKNOWN;
    gboolean left = moei_convoy_get_actual_departure (convoy) != MOEI_INSTANT_UNKNOWN;

    /* A bus home has departed as soon as it leaves. */
    if (!there && !(home && left))
      people += moei_convoy_get_people (convoy);
  }
  return people;
}

static int
people_at_places (MoeiBundle *state)
{
  MoeiCollection *places = moei_bundle_get_entities (state, MOEI_DOCUMENT_PLACES);
  int people = 0;

  for (guint i = 0; i < moei_collection_size (places); i++) {
    int here = moei_place_get_people (moei_collection_get (places, i));

    g_assert_cmpint (here, >=, MOEI_COUNT_UNKNOWN);
    people += MAX (0, here);
  }
  return people;
}

/* Nobody is lost and nobody is counted twice: whoever waits is at a place or on
 * the road, and all together are always as many. */
static void
test_nobody_lost (Fixture       *fixture,
                  gconstpointer  data)
{
  int all = -1;

  for (gint64 t = fixture->start; t <= fixture->end; t += 313 * MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiCollection *queue = moei_bundle_get_entities (state, MOEI_DOCUMENT_NATIONALITIES);
    int waiting = 0, departed = 0;

    for (guint i = 0; i < moei_collection_size (queue); i++) {
      MoeiNationality *nationality = moei_collection_get (queue, i);

      for (MoeiStage stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++) {
        g_assert_cmpint (moei_nationality_get_at (nationality, stage), >=, 0);
        waiting += moei_nationality_get_at (nationality, stage);
      }
      departed += moei_nationality_get_departed (nationality);
    }
    g_assert_cmpint (waiting, ==, people_at_places (state) + people_on_the_road (state));
    if (all >= 0)
      g_assert_cmpint (waiting + departed, ==, all);
    all = waiting + departed;
  }
}

/* The queue of a day's people agrees with the day. */
static void
test_queue_and_day (Fixture       *fixture,
                    gconstpointer  data)
{
  for (gint64 t = instant ("2025-03-20T05:00:00+07:00"); t < instant ("2025-03-21T00:00:00+07:00"); t += 29 * MINUTE) {
    g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, t);
    MoeiQuotaDay *day = look (state, MOEI_DOCUMENT_WEEK, "2025-03-20");
    MoeiCollection *queue = moei_bundle_get_entities (state, MOEI_DOCUMENT_NATIONALITIES);
    MoeiCollection *tallies = moei_quota_day_get_tallies (day);

    for (guint i = 0; i < moei_collection_size (tallies); i++) {
      MoeiTally *tally = moei_collection_get (tallies, i);
      MoeiNationality *nationality = moei_collection_lookup (queue, moei_entity_get_id (MOEI_ENTITY (tally)));

      g_assert_cmpint (moei_nationality_get_screened (nationality), >=,
                       moei_tally_get_screened (tally) - moei_tally_get_embassy_confirmed (tally));
      g_assert_cmpint (moei_nationality_get_at_airport (nationality), >=,
                       moei_tally_get_at_airport (tally) - moei_tally_get_departed (tally));
    }
  }
}

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
        g_assert_cmpint (moei_flight_get_boarded (flight), ==, moei_flight_get_manifested (flight));
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

/* At the end everything is as the plan says it ended. */
static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, fixture->end);
  g_autoptr (MoeiBundle) later = moei_course_get_state (fixture->course, fixture->end + 30 * G_TIME_SPAN_DAY);
  g_autoptr (GBytes) of_state = encode (state);
  g_autoptr (GBytes) of_later = encode (later);
  MoeiCollection *plans = moei_bundle_get_entities (fixture->plan, MOEI_DOCUMENT_NATIONALITIES);
  MoeiCollection *flights = moei_bundle_get_entities (fixture->plan, MOEI_DOCUMENT_FLIGHTS);

  g_assert_true (g_bytes_equal (of_state, of_later));
  for (guint i = 0; i < moei_collection_size (plans); i++) {
    MoeiNationality *plan = moei_collection_get (plans, i);
    MoeiNationality *nationality = look (state, MOEI_DOCUMENT_NATIONALITIES,
                                         moei_entity_get_id (MOEI_ENTITY (plan)));

    for (MoeiStage stage = MOEI_STAGE_HELD; stage <= MOEI_STAGE_DEPARTED; stage++)
      g_assert_cmpint (moei_nationality_get_at (nationality, stage), ==,
                       moei_nationality_get_at (plan, stage));
    g_assert_cmpint (moei_nationality_get_longest_wait (nationality), ==,
                     moei_nationality_get_longest_wait (plan));
  }
  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *plan = moei_collection_get (flights, i);
    MoeiFlight *flight = look (state, MOEI_DOCUMENT_FLIGHTS, moei_entity_get_id (MOEI_ENTITY (plan)));
    MoeiFlightState is = moei_flight_get_state (flight);

    if (moei_flight_get_state (plan) == MOEI_FLIGHT_STATE_CANCELLED) {
      g_assert_cmpint (is, ==, MOEI_FLIGHT_STATE_CANCELLED);
    } else {
      g_assert_true (is == MOEI_FLIGHT_STATE_DEPARTED || is == MOEI_FLIGHT_STATE_ARRIVED);
      g_assert_cmpint (moei_flight_get_boarded (flight), ==, moei_flight_get_boarded (plan));
    }
  }
}

/* Nobody knows a report before it is made, nor a rule, nor a flight months ahead. */
static void
test_not_yet (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, instant ("2025-03-05T23:59:00+07:00"));
  g_autoptr (MoeiBundle) next = moei_course_get_state (fixture->course, instant ("2025-03-06T12:00:00+07:00"));
  MoeiPlace *holding = look (state, MOEI_DOCUMENT_PLACES, "bgf-holding");
  MoeiQuotaDay *day = look (state, MOEI_DOCUMENT_WEEK, "2025-03-06");
  MoeiQuotaDay *ruled = look (next, MOEI_DOCUMENT_WEEK, "2025-03-06");

  g_assert_nonnull (moei_collection_lookup (moei_place_get_reports (holding), "bgf-list"));
  g_assert_null (moei_collection_lookup (moei_place_get_reports (holding), "bgf-0314"));
  g_assert_cmpuint (moei_collection_size (moei_bundle_get_entities (state, MOEI_DOCUMENT_RULE)), ==, 1);
  g_assert_cmpint (moei_quota_day_get_quota (day), ==, MOEI_COUNT_UNKNOWN);
  g_assert_null (moei_quota_day_get_lane (day));
  g_assert_null (look (state, MOEI_DOCUMENT_FLIGHTS, "f-250320-1"));
  g_assert_null (look (state, MOEI_DOCUMENT_NOTICES, "rule-0306"));

  g_assert_cmpint (moei_quota_day_get_quota (ruled), ==, 300);
  g_assert_nonnull (look (next, MOEI_DOCUMENT_NOTICES, "rule-0306"));
}

static void
assert_place (Fixture        *fixture,
              const char     *id,
              const char     *when,
              MoeiPlaceState  expected,
              gboolean        reasoned)
{
  g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, instant (when));
  MoeiPlace *place = look (state, MOEI_DOCUMENT_PLACES, id);

  g_assert_cmpint (moei_place_get_state (place), ==, expected);
  g_assert_cmpint (moei_place_get_reason (place) != NULL, ==, reasoned);
}

static void
test_open_and_closed (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_place (fixture, "bridge-2", "2025-03-20T06:29:00+07:00", MOEI_PLACE_STATE_CLOSED, TRUE);
  assert_place (fixture, "bridge-2", "2025-03-20T06:30:00+07:00", MOEI_PLACE_STATE_OPEN, FALSE);
  assert_place (fixture, "bridge-2", "2025-03-20T18:30:00+07:00", MOEI_PLACE_STATE_CLOSED, TRUE);
  assert_place (fixture, "maq", "2025-03-20T17:59:00+07:00", MOEI_PLACE_STATE_OPEN, FALSE);
  assert_place (fixture, "maq", "2025-03-20T18:00:00+07:00", MOEI_PLACE_STATE_CLOSED, TRUE);
  assert_place (fixture, "bridge-2", "2025-03-13T10:00:00+07:00", MOEI_PLACE_STATE_RESTRICTED, TRUE);
  assert_place (fixture, "maq", "2025-03-13T10:00:00+07:00", MOEI_PLACE_STATE_OPEN, FALSE);
  assert_place (fixture, "bridge-1", "2025-03-28T13:00:00+07:00", MOEI_PLACE_STATE_OPEN, FALSE);
  assert_place (fixture, "bridge-1", "2025-03-28T14:00:00+07:00", MOEI_PLACE_STATE_RESTRICTED, TRUE);
  assert_place (fixture, "chong-khaep-pier-28", "2025-03-20T10:00:00+07:00", MOEI_PLACE_STATE_CLOSED, TRUE);
}

static void
test_road_closes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (MoeiBundle) february = moei_course_get_state (fixture->course, instant ("2025-02-28T12:00:00+07:00"));
  g_autoptr (MoeiBundle) march = moei_course_get_state (fixture->course, instant ("2025-03-01T12:00:00+07:00"));
  MoeiRoute *before = look (february, MOEI_DOCUMENT_ROUTES, "dkba-camp-bridge-2");
  MoeiRoute *after = look (march, MOEI_DOCUMENT_ROUTES, "dkba-camp-bridge-2");

  g_assert_cmpint (moei_route_get_state (before), ==, MOEI_ROUTE_STATE_OPEN);
  g_assert_null (moei_route_get_reason (before));
  g_assert_cmpint (moei_route_get_state (after), ==, MOEI_ROUTE_STATE_RESTRICTED);
  g_assert_nonnull (moei_route_get_reason (after));
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

/* The default start shows what there is to show: flights gone, boarding and to
 * come, convoys on both sides of the bridge, and a shortage with a name. */
static void
test_default_start (Fixture       *fixture,
                    gconstpointer  data)
{
  gint64 now = moei_exercise_default_start ();
  g_autoptr (MoeiBundle) state = moei_course_get_state (fixture->course, now);
  g_autoptr (MoeiCollection) today = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autofree char *day = moei_day_format (moei_day_of_instant (now));
  MoeiCollection *flights = moei_bundle_get_entities (state, MOEI_DOCUMENT_FLIGHTS);
  MoeiCollection *convoys = moei_bundle_get_entities (state, MOEI_DOCUMENT_CONVOYS);
  guint n_states[MOEI_FLIGHT_STATE_DIVERTED + 1] = { 0 };
  guint under_way = 0;
  MoeiFunnel funnel;

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (moei_day_of_instant (moei_flight_get_scheduled (flight)) == moei_day_of_instant (now)) {
      moei_collection_append (today, g_object_ref (flight));
      n_states[moei_flight_get_state (flight)]++;
    }
  }
  for (guint i = 0; i < moei_collection_size (convoys); i++)
    under_way += moei_convoy_get_state (moei_collection_get (convoys, i)) == MOEI_CONVOY_STATE_UNDER_WAY;

  g_assert_cmpuint (moei_collection_size (today), >=, 5);
  g_assert_cmpuint (n_states[MOEI_FLIGHT_STATE_DEPARTED] + n_states[MOEI_FLIGHT_STATE_ARRIVED], >=, 2);
  g_assert_cmpuint (n_states[MOEI_FLIGHT_STATE_BOARDING], >=, 1);
  g_assert_cmpuint (n_states[MOEI_FLIGHT_STATE_SCHEDULED], >=, 1);
  g_assert_cmpuint (under_way, >=, 2);

  moei_funnel_compute (&funnel, look (state, MOEI_DOCUMENT_WEEK, day), today,
                       moei_bundle_get_entities (state, MOEI_DOCUMENT_NATIONALITIES), now);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_SHORT);
  g_assert_cmpint (funnel.short_by, ==, 14);
  g_assert_cmpint (funnel.bottleneck, ==, MOEI_BOTTLENECK_EMBASSY);
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

  g_test_add_func ("/service/exercise-state/bare-plan", test_bare_plan);
#define ADD(name, func) \
  g_test_add ("/service/exercise-state/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("same-seed", test_same_seed);
  ADD ("any-seed", test_any_seed);
  ADD ("any-way", test_any_way);
  ADD ("steps", test_steps);
  ADD ("well-formed", test_well_formed);
  ADD ("days", test_days);
  ADD ("end-of-day", test_end_of_day);
  ADD ("nobody-lost", test_nobody_lost);
  ADD ("queue-and-day", test_queue_and_day);
  ADD ("flights", test_flights);
  ADD ("convoys", test_convoys);
  ADD ("convoy-moves", test_convoy_moves);
  ADD ("end", test_end);
  ADD ("not-yet", test_not_yet);
  ADD ("open-and-closed", test_open_and_closed);
  ADD ("road-closes", test_road_closes);
  ADD ("called-off", test_called_off);
  ADD ("default-start", test_default_start);
#undef ADD

  return g_test_run ();
}
