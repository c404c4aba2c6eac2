/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exercise-fixture.h"
#include "operation/moei-holding.h"
#include "operation/moei-nationality.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "service/moei-exercise-state.h"

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

/* Who holds people, and what became of those who returned, is known as of a time,
 * like lists that were handed over. */
static void
test_as_of (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiBundle) early = moei_course_get_state (fixture->course, instant ("2025-02-20T12:00:00+07:00"));
  g_autoptr (MoeiBundle) late = moei_course_get_state (fixture->course, instant ("2025-03-20T14:12:00+07:00"));
  MoeiNationality *was = look (early, MOEI_DOCUMENT_NATIONALITIES, "KEN");
  MoeiNationality *is = look (late, MOEI_DOCUMENT_NATIONALITIES, "KEN");
  MoeiNationality *home = look (late, MOEI_DOCUMENT_NATIONALITIES, "IDN");
  MoeiHolding *dkba = moei_collection_lookup (moei_nationality_get_holdings (is), "DKBA");
  MoeiHolding *bgf = moei_collection_lookup (moei_nationality_get_holdings (is), "BGF");

  g_assert_cmpuint (moei_collection_size (moei_nationality_get_holdings (was)), ==, 0);
  g_assert_cmpint (moei_holding_get_people (dkba), ==, 47);
  g_assert_cmpint (moei_holding_get_people (bgf), ==, 82);
  g_assert_cmpuint (moei_collection_size (moei_nationality_get_aftercare (is)), ==, 0);
  g_assert_cmpuint (moei_collection_size (moei_nationality_get_aftercare (home)), ==, 4);

  g_assert_null (look (early, MOEI_DOCUMENT_ROLLS, "bgf-0226"));
  g_assert_nonnull (look (early, MOEI_DOCUMENT_ROLLS, "dkba-0212"));
  g_assert_nonnull (look (late, MOEI_DOCUMENT_ROLLS, "bgf-0226"));
  g_assert_null (look (late, MOEI_DOCUMENT_ROLLS, "kk-park-1101"));
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/service/exercise-scene/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("not-yet", test_not_yet);
  ADD ("as-of", test_as_of);
  ADD ("open-and-closed", test_open_and_closed);
  ADD ("road-closes", test_road_closes);
#undef ADD

  return g_test_run ();
}
