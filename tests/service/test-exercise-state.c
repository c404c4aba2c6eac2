/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exercise-fixture.h"
#include "operation/moei-count.h"
#include "operation/moei-place.h"
#include "rules/moei-funnel.h"
#include "service/moei-bundle-check.h"
#include "service/moei-exercise-state.h"
#include "service/moei-exercise.h"
#include "wire/moei-instant.h"

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

/* How many of a nationality, or of all, the days say have newly come. */
static int
people_entered (MoeiBundle *state,
                const char *nationality)
{
  MoeiCollection *days = moei_bundle_get_entities (state, MOEI_DOCUMENT_WEEK);
  int people = 0;

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiCollection *tallies = moei_quota_day_get_tallies (moei_collection_get (days, i));

    for (guint k = 0; k < moei_collection_size (tallies); k++) {
      MoeiTally *tally = moei_collection_get (tallies, k);

      if (nationality == NULL || g_strcmp0 (moei_entity_get_id (MOEI_ENTITY (tally)), nationality) == 0)
        people += MAX (0, moei_tally_get_entered (tally));
    }
  }
  return people;
}

/* Nobody is lost and nobody is counted twice: whoever waits is at a place or on
 * the road, and all together are as many as there were and have come since. */
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
      g_assert_cmpint (waiting + departed - people_entered (state, NULL), ==, all);
    all = waiting + departed - people_entered (state, NULL);
  }
  g_assert_cmpint (all, >, 0);
}

static int
people_from (MoeiNationality *nationality,
             MoeiStage        first)
{
  int people = 0;

  for (MoeiStage stage = first; stage <= MOEI_STAGE_DEPARTED; stage++)
    people += moei_nationality_get_at (nationality, stage);
  return people;
}

/* Of each nationality as many are held, and confirmed, as the days say came to
 * be; and nothing is said of days to come. */
static void
test_flow (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const nationalities[] = { "CHN", "VNM", "ETH", "IDN", "KEN" };
  gint64 midnight = instant ("2025-03-05T00:00:00+07:00");
  gint64 later = instant ("2025-03-21T00:00:00+07:00");
  g_autoptr (MoeiBundle) before = moei_course_get_state (fixture->course, midnight);
  g_autoptr (MoeiBundle) after = moei_course_get_state (fixture->course, later);
  MoeiCollection *days = moei_bundle_get_entities (after, MOEI_DOCUMENT_WEEK);

  for (guint i = 0; i < G_N_ELEMENTS (nationalities); i++) {
    MoeiNationality *was = look (before, MOEI_DOCUMENT_NATIONALITIES, nationalities[i]);
    MoeiNationality *is = look (after, MOEI_DOCUMENT_NATIONALITIES, nationalities[i]);
    int confirmed = 0;

    g_assert_cmpint (people_from (is, MOEI_STAGE_HELD) - people_from (was, MOEI_STAGE_HELD), ==,
                     people_entered (after, nationalities[i]) - people_entered (before, nationalities[i]));
    for (guint k = 0; k < moei_collection_size (days); k++) {
      MoeiQuotaDay *day = moei_collection_get (days, k);
      MoeiTally *tally = moei_collection_lookup (moei_quota_day_get_tallies (day), nationalities[i]);
      guint date = moei_quota_day_get_date (day);

      if (tally == NULL)
        continue;
      if (date >= moei_day_of_instant (midnight) && date < moei_day_of_instant (later))
        confirmed += moei_tally_get_confirmed (tally);
      if (date > moei_day_of_instant (later))
        g_assert_cmpint (moei_tally_get_confirmed (tally), ==, MOEI_COUNT_UNKNOWN);
    }
    g_assert_cmpint (people_from (is, MOEI_STAGE_EMBASSY_CONFIRMED) - people_from (was, MOEI_STAGE_EMBASSY_CONFIRMED),
                     ==, confirmed);
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
  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoyState is = moei_convoy_get_state (moei_collection_get (convoys, i));

    under_way += is == MOEI_CONVOY_STATE_UNDER_WAY || is == MOEI_CONVOY_STATE_HALTED;
  }

  g_assert_cmpuint (moei_collection_size (today), >=, 5);
  g_assert_cmpuint (n_states[MOEI_FLIGHT_STATE_DEPARTED] + n_states[MOEI_FLIGHT_STATE_ARRIVED], >=, 2);
  g_assert_cmpuint (n_states[MOEI_FLIGHT_STATE_BOARDING], >=, 1);
  g_assert_cmpuint (n_states[MOEI_FLIGHT_STATE_SCHEDULED], >=, 1);
  g_assert_cmpuint (under_way, >=, 2);

  moei_funnel_compute (&funnel, look (state, MOEI_DOCUMENT_WEEK, day), today,
                       moei_bundle_get_entities (state, MOEI_DOCUMENT_ROUTES),
                       moei_bundle_get_entities (state, MOEI_DOCUMENT_NATIONALITIES), now);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_SHORT);
  g_assert_cmpint (funnel.short_by, ==, 14);
  g_assert_cmpint (funnel.bottleneck, ==, MOEI_BOTTLENECK_EMBASSY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/service/exercise-state/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("same-seed", test_same_seed);
  ADD ("any-way", test_any_way);
  ADD ("steps", test_steps);
  ADD ("well-formed", test_well_formed);
  ADD ("days", test_days);
  ADD ("end-of-day", test_end_of_day);
  ADD ("nobody-lost", test_nobody_lost);
  ADD ("flow", test_flow);
  ADD ("queue-and-day", test_queue_and_day);
  ADD ("end", test_end);
  ADD ("default-start", test_default_start);
#undef ADD

  return g_test_run ();
}
