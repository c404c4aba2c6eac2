/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-bus.h"
#include "operation/moei-change.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-holding.h"
#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-milestone.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-referral.h"
#include "operation/moei-report.h"
#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "wire-fixture.h"

/* Whether @instant is @text, whatever the offset. */
#define assert_instant(instant, text)                       \
  G_STMT_START {                                            \
    gint64 wanted_;                                         \
    g_assert_true (moei_instant_parse (text, &wanted_));    \
    g_assert_cmpint (instant, ==, wanted_);                 \
  } G_STMT_END

#define assert_day(day, text)                               \
  G_STMT_START {                                            \
    g_autofree char *written_ = moei_day_format (day);      \
    g_assert_cmpstr (written_, ==, text);                   \
  } G_STMT_END

#define assert_text(text, english) \
  g_assert_cmpstr (moei_text_get (text, MOEI_LANGUAGE_EN), ==, english)

static void
test_new_destroy (void)
{
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autoptr (MoeiDocument) self = moei_document_new (kind);

    g_assert_cmpint (moei_document_get_kind (self), ==, kind);
    g_assert_finalize_object (g_steal_pointer (&self));
  }
}

static void
test_kinds (void)
{
  for (guint i = 0; i < MOEI_N_DOCUMENT_KINDS; i++) {
    MoeiDocumentKind kind = MOEI_N_DOCUMENT_KINDS;

    g_assert_true (moei_document_kind_from_name (moei_document_kind_get_name (i), &kind));
    g_assert_cmpint (kind, ==, i);
  }
  g_assert_false (moei_document_kind_from_name ("weather", &(MoeiDocumentKind) { 0 }));
  g_assert_cmpstr (moei_document_kind_get_content_type (MOEI_DOCUMENT_ROUTES), ==, "application/geo+json");
  g_assert_cmpstr (moei_document_kind_get_content_type (MOEI_DOCUMENT_WEEK), ==, "application/json");
}

static void
test_service (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_SERVICE);
  MoeiLink *week;

  g_assert_cmpstr (moei_document_get_epoch (self), ==, "9f1c64d2a07be351");
  g_assert_cmpint (moei_document_get_revision (self), ==, 4711);
  assert_instant (moei_document_get_generated (self), "2025-03-06T07:05:00Z");
  assert_text (moei_document_get_name (self), "Returns through Mae Sot");
  g_assert_cmpstr (moei_text_get (moei_document_get_name (self), MOEI_LANGUAGE_ZH_CN), ==, "经湄索遣返");
  g_assert_true (moei_document_get_exercise (self));
  assert_instant (moei_document_get_clock_time (self), "2025-03-06T07:05:00.25Z");
  g_assert_cmpfloat (moei_document_get_clock_rate (self), ==, 60);
  g_assert_cmpstr (moei_document_get_timezone (self), ==, "Asia/Bangkok");
  assert_day (moei_document_get_operating_day (self), "2025-03-06");
  g_assert_cmpstr (moei_document_get_week (self), ==, "2025-W10");
  g_assert_cmpstr (moei_document_get_role (self), ==, "viewer");
  g_assert_cmpint (moei_document_get_ping_interval (self), ==, 15);
  g_assert_cmpint (moei_document_get_body_limit (self), ==, 65536);

  g_assert_cmpuint (moei_collection_size (moei_document_get_links (self)), ==, 2);
  week = moei_collection_lookup (moei_document_get_links (self), "week");
  g_assert_cmpstr (moei_link_get_relation (week), ==, "week");
  g_assert_cmpstr (moei_link_get_href (week), ==, "/v1/weeks/{week}");
  g_assert_true (moei_link_get_templated (week));
  g_assert_false (moei_link_get_templated (moei_collection_get (moei_document_get_links (self), 0)));
}

static void
test_situation (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_SITUATION);
  MoeiReference *first = moei_collection_get (moei_document_get_documents (self), 0);

  g_assert_cmpstr (moei_document_get_epoch (self), ==, "9f1c64d2a07be351");
  assert_day (moei_document_get_operating_day (self), "2025-03-06");
  g_assert_cmpstr (moei_reference_get_href (first), ==, "/v1/places");
  g_assert_cmpint (moei_document_lookup_revision (self, "/v1/places"), ==, 4102);
  g_assert_cmpint (moei_document_lookup_revision (self, "/v1/flights?date=2025-03-06"), ==, 4711);
  g_assert_cmpint (moei_document_lookup_revision (self, "/v1/notices"), ==, 0);
  g_assert_true (moei_document_get_entities (self) == moei_document_get_documents (self));

  g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_QUOTA), ==, 456);
  g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_DEPARTED), ==, 150);
  g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_AT_AIRPORT), ==, 88);
  g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_ON_BUS), ==, 0);
  g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_SLOT_GIVEN), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_WAITING), ==, MOEI_COUNT_SUPPRESSED);
  assert_instant (moei_document_get_observed (self), "2025-03-06T07:00:00Z");
}

static void
check_reports (MoeiCollection *reports)
{
  MoeiReport *later = moei_collection_get (reports, 0);
  MoeiReport *first = moei_collection_lookup (reports, "r0");

  g_assert_cmpint (moei_report_get_stage (later), ==, MOEI_STAGE_HELD);
  g_assert_cmpint (moei_report_get_value (later), ==, 1840);
  assert_text (moei_report_get_value_text (later), "about 1,800");
  g_assert_cmpstr (moei_report_get_replaces (later), ==, "r0");
  assert_text (moei_report_get_note (later), "A later count.");
  g_assert_cmpstr (moei_entity_get_owner (MOEI_ENTITY (later)), ==, "site-desk");
  g_assert_cmpstr (moei_entity_get_source (MOEI_ENTITY (later)), ==, "a bulletin");
  g_assert_cmpint (moei_entity_get_origin (MOEI_ENTITY (later)), ==, MOEI_ORIGIN_REPORTED);
  assert_instant (moei_entity_get_observed (MOEI_ENTITY (later)), "2025-03-05T11:00:00Z");
  g_assert_cmpint (moei_report_get_value (first), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpint (moei_entity_get_origin (MOEI_ENTITY (first)), ==, MOEI_ORIGIN_ESTIMATED);
}

static void
test_places (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_PLACES);
  MoeiCollection *places = moei_document_get_entities (self);
  MoeiPlace *site = moei_collection_lookup (places, "site-a");
  MoeiPlace *airport = moei_collection_lookup (places, "mae-sot-airport");

  g_assert_cmpuint (moei_collection_size (places), ==, 3);
  g_assert_cmpint (moei_place_get_kind (site), ==, MOEI_PLACE_KIND_SITE);
  g_assert_cmpint (moei_place_get_state (site), ==, MOEI_PLACE_STATE_CLEARING);
  assert_text (moei_place_get_name (site), "Site A");
  g_assert_cmpstr (moei_text_get_own (moei_place_get_name (site), MOEI_LANGUAGE_TH), ==, "แหล่ง ก");
  g_assert_null (moei_text_get_own (moei_place_get_name (site), MOEI_LANGUAGE_MY));
  g_assert_cmpstr (moei_place_get_holder (site), ==, "BGF");
  g_assert_cmpstr (moei_place_get_country (site), ==, "MMR");
  assert_text (moei_place_get_township (site), "Myawaddy");
  g_assert_cmpfloat (moei_place_get_position (site)->longitude, ==, 98.5234567);
  g_assert_cmpfloat (moei_place_get_position (site)->latitude, ==, 16.75);
  g_assert_cmpint (moei_place_get_precision_m (site), ==, 500);
  g_assert_cmpint (moei_place_get_people (site), ==, 1840);
  g_assert_cmpint (moei_place_get_capacity (site), ==, MOEI_COUNT_UNKNOWN);
  g_assert_null (moei_place_get_reason (site));
  assert_instant (moei_place_get_since (site), "2025-02-19T17:00:00Z");
  g_assert_null (moei_place_get_iata (site));
  assert_text (moei_place_get_note (site), "Counted by its holder.");
  g_assert_cmpint (moei_entity_get_revision (MOEI_ENTITY (site)), ==, 4100);
  g_assert_cmpint (moei_entity_get_origin (MOEI_ENTITY (site)), ==, MOEI_ORIGIN_EXERCISE);
  check_reports (moei_place_get_reports (site));

  g_assert_cmpstr (moei_place_get_iata (airport), ==, "MAQ");
  g_assert_cmpstr (moei_place_get_icao (airport), ==, "VTPM");
  g_assert_cmpint (moei_place_get_people (airport), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpfloat (moei_place_get_position (airport)->latitude, ==, 16.7);
  g_assert_null (moei_place_get_position (moei_collection_lookup (places, "unlocated")));
}

static void
test_routes (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_ROUTES);
  MoeiRoute *route = moei_collection_get (moei_document_get_entities (self), 0);
  const MoeiPosition *points;
  gsize n_points;

  assert_text (moei_route_get_name (route), "Bridge to airport");
  g_assert_cmpstr (moei_route_get_from (route), ==, "bridge-2");
  g_assert_cmpstr (moei_route_get_to (route), ==, "mae-sot-airport");
  g_assert_cmpint (moei_route_get_state (route), ==, MOEI_ROUTE_STATE_RESTRICTED);
  assert_text (moei_route_get_reason (route), "One lane");
  assert_instant (moei_route_get_since (route), "2025-03-05T23:00:00Z");
  g_assert_cmpint (moei_route_get_minutes (route), ==, 25);
  g_assert_true (moei_route_get_schematic (route));
  points = moei_line_get_points (moei_route_get_line (route), &n_points);
  g_assert_cmpuint (n_points, ==, 3);
  g_assert_cmpfloat (points[1].longitude, ==, 98.53);
  g_assert_cmpfloat (points[1].latitude, ==, 16.695);
}

static void
test_convoys (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_CONVOYS);
  MoeiConvoy *convoy = moei_collection_get (moei_document_get_entities (self), 0);
  MoeiConvoy *second = moei_collection_get (moei_document_get_entities (self), 1);
  MoeiHandOver *hand_over = moei_collection_lookup (moei_convoy_get_hand_overs (convoy), "bridge");
  MoeiBus *bus = moei_collection_get (moei_convoy_get_fleet (convoy), 0);
  MoeiBus *tail = moei_collection_get (moei_convoy_get_fleet (convoy), 1);
  const char *flights[] = { "flight-1", "flight-2", NULL };

  assert_day (moei_document_get_date (self), "2025-03-06");
  g_assert_cmpint (moei_convoy_get_number (convoy), ==, 1);
  g_assert_cmpstr (moei_convoy_get_route (convoy), ==, "bridge-airport");
  g_assert_cmpint (moei_convoy_get_state (convoy), ==, MOEI_CONVOY_STATE_UNDER_WAY);
  g_assert_cmpint (moei_convoy_get_buses (convoy), ==, 6);
  g_assert_cmpint (moei_convoy_get_seats (convoy), ==, 300);
  g_assert_cmpint (moei_convoy_get_people (convoy), ==, 228);
  assert_instant (moei_convoy_get_planned_departure (convoy), "2025-03-05T23:00:00Z");
  assert_instant (moei_convoy_get_actual_departure (convoy), "2025-03-05T23:07:00Z");
  assert_instant (moei_convoy_get_estimated_arrival (convoy), "2025-03-05T23:40:00Z");
  g_assert_cmpint (moei_convoy_get_actual_arrival (convoy), ==, MOEI_INSTANT_UNKNOWN);
  g_assert_cmpfloat (moei_convoy_get_position (convoy)->longitude, ==, 98.53);
  assert_instant (moei_convoy_get_position_observed (convoy), "2025-03-05T23:20:00Z");
  g_assert_cmpstrv ((char **) moei_convoy_get_flights (convoy), (char **) flights);
  g_assert_cmpint (moei_tally_get_on_bus (moei_collection_get (moei_convoy_get_nationalities (convoy), 0)), ==, 228);
  g_assert_cmpstr (moei_hand_over_get_place (hand_over), ==, "bridge-2");
  g_assert_cmpint (moei_hand_over_get_out (hand_over), ==, 228);
  g_assert_cmpint (moei_hand_over_get_in (hand_over), ==, 227);
  g_assert_cmpstr (moei_hand_over_get_counted_by (hand_over), ==, "bridge-desk");

  g_assert_cmpint (moei_bus_get_number (bus), ==, 1);
  g_assert_cmpint (moei_bus_get_seats (bus), ==, 50);
  g_assert_cmpint (moei_bus_get_people (bus), ==, 38);
  g_assert_cmpfloat (moei_bus_get_position (bus)->latitude, ==, 16.695);
  assert_instant (moei_bus_get_position_observed (bus), "2025-03-05T23:20:00Z");
  g_assert_cmpint (moei_bus_get_people (tail), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_null (moei_bus_get_position (tail));

  g_assert_cmpint (moei_convoy_get_people (second), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_null (moei_convoy_get_flights (second));
  g_assert_null (moei_convoy_get_position (second));
}

static void
test_flights (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_FLIGHTS);
  MoeiFlight *flight = moei_collection_lookup (moei_document_get_entities (self), "flight-1");
  MoeiFlight *odd = moei_collection_lookup (moei_document_get_entities (self), "flight-2");
  MoeiTally *chinese = moei_collection_lookup (moei_flight_get_nationalities (flight), "CHN");
  MoeiTally *stateless = moei_collection_lookup (moei_flight_get_nationalities (flight), "XXA");
  MoeiMilestone *boarded = moei_collection_lookup (moei_flight_get_milestones (flight), "boarded");
  MoeiMilestone *airborne = moei_collection_lookup (moei_flight_get_milestones (flight), "airborne");

  assert_day (moei_document_get_date (self), "2025-03-06");
  g_assert_cmpstr (moei_flight_get_number (flight), ==, "ZZ 101");
  assert_text (moei_flight_get_carrier (flight), "A carrier");
  g_assert_cmpstr (moei_flight_get_from (flight), ==, "mae-sot-airport");
  g_assert_cmpstr (moei_flight_get_to (flight), ==, "kunming");
  g_assert_cmpint (moei_flight_get_state (flight), ==, MOEI_FLIGHT_STATE_CHECKING_IN);
  assert_instant (moei_flight_get_scheduled (flight), "2025-03-06T06:30:00Z");
  assert_instant (moei_flight_get_estimated (flight), "2025-03-06T06:50:00Z");
  g_assert_cmpint (moei_flight_get_actual (flight), ==, MOEI_INSTANT_UNKNOWN);
  assert_instant (moei_flight_get_arrives (flight), "2025-03-06T09:45:00Z");
  g_assert_cmpint (moei_flight_get_seats (flight), ==, 180);
  g_assert_cmpint (moei_flight_get_manifested (flight), ==, 176);
  g_assert_cmpint (moei_flight_get_boarded (flight), ==, 12);
  g_assert_cmpint (moei_flight_get_no_show (flight), ==, 3);
  g_assert_cmpint (moei_flight_get_no_show (odd), ==, MOEI_COUNT_UNKNOWN);

  assert_instant (moei_milestone_get_planned (boarded), "2025-03-06T06:40:00Z");
  assert_instant (moei_milestone_get_done (boarded), "2025-03-06T06:46:00Z");
  g_assert_cmpstr (moei_entity_get_owner (MOEI_ENTITY (boarded)), ==, "airport-desk");
  g_assert_cmpint (moei_milestone_get_done (airborne), ==, MOEI_INSTANT_UNKNOWN);

  g_assert_cmpint (moei_tally_get_planned (chinese), ==, 176);
  g_assert_cmpint (moei_tally_get_held (chinese), ==, 3000);
  g_assert_cmpint (moei_tally_get_listed (chinese), ==, 2100);
  g_assert_cmpint (moei_tally_get_screened (chinese), ==, 900);
  g_assert_cmpint (moei_tally_get_embassy_confirmed (chinese), ==, 700);
  g_assert_cmpint (moei_tally_get_slot_given (chinese), ==, 176);
  g_assert_cmpint (moei_tally_get_on_bus (chinese), ==, 176);
  g_assert_cmpint (moei_tally_get_at_airport (chinese), ==, 170);
  g_assert_cmpint (moei_tally_get_departed (chinese), ==, 0);
  g_assert_cmpint (moei_tally_get_planned (stateless), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpint (moei_tally_get_held (stateless), ==, MOEI_COUNT_UNKNOWN);

  g_assert_cmpint (moei_flight_get_state (odd), ==, MOEI_FLIGHT_STATE_UNKNOWN);
}

static void
test_week (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_WEEK);
  MoeiQuotaDay *day = moei_collection_lookup (moei_document_get_entities (self), "2025-03-06");
  MoeiQuotaDay *next = moei_collection_lookup (moei_document_get_entities (self), "2025-03-07");

  g_assert_cmpstr (moei_document_get_week (self), ==, "2025-W10");
  g_assert_cmpstr (moei_document_get_timezone (self), ==, "Asia/Bangkok");
  assert_day (moei_quota_day_get_date (day), "2025-03-06");
  g_assert_cmpint (moei_quota_day_get_state (day), ==, MOEI_DAY_STATE_OPEN);
  g_assert_cmpint (moei_quota_day_get_quota (day), ==, 456);
  g_assert_cmpstr (moei_quota_day_get_lane (day), ==, "chinese");
  assert_text (moei_quota_day_get_reason (day), "An ordinary day");
  assert_instant (moei_quota_day_get_closes (day), "2025-03-06T11:00:00Z");
  g_assert_cmpint (moei_quota_day_get_lost (day), ==, 0);
  g_assert_cmpint (moei_quota_day_get_reallocated (day), ==, 12);
  g_assert_cmpint (moei_quota_day_get_carried (day), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpuint (moei_collection_size (moei_quota_day_get_tallies (day)), ==, 2);
  g_assert_cmpint (moei_tally_get_entered (moei_collection_get (moei_quota_day_get_tallies (day), 0)), ==, 12);
  g_assert_cmpint (moei_tally_get_confirmed (moei_collection_get (moei_quota_day_get_tallies (day), 0)), ==, 300);
  g_assert_cmpint (moei_tally_get_entered (moei_collection_get (moei_quota_day_get_tallies (day), 1)), ==,
                   MOEI_COUNT_UNKNOWN);
  g_assert_cmpuint (moei_collection_size (moei_quota_day_get_reports (day)), ==, 1);
  g_assert_cmpint (moei_quota_day_get_quota (next), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpint (moei_quota_day_get_reallocated (next), ==, MOEI_COUNT_UNKNOWN);
}

static void
test_nationalities (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_NATIONALITIES);
  MoeiNationality *nationality = moei_collection_lookup (moei_document_get_entities (self), "ETH");

  assert_text (moei_nationality_get_name (nationality), "Ethiopia");
  g_assert_cmpint (moei_nationality_get_readiness (nationality), ==, MOEI_READINESS_ABSENT);
  g_assert_cmpint (moei_nationality_get_longest_wait (nationality), ==, 19);
  g_assert_cmpint (moei_nationality_get_held (nationality), ==, 430);
  g_assert_cmpint (moei_nationality_get_listed (nationality), ==, 138);
  g_assert_cmpint (moei_nationality_get_screened (nationality), ==, 0);
  g_assert_cmpint (moei_nationality_get_embassy_confirmed (nationality), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_nationality_get_departed (nationality), ==, 32);
  assert_text (moei_nationality_get_note (nationality), "Handled from another capital.");
  g_assert_cmpuint (moei_collection_size (moei_nationality_get_reports (nationality)), ==, 1);
  g_assert_cmpint (moei_holding_get_people (moei_collection_lookup (moei_nationality_get_holdings (nationality), "BGF")),
                   ==, 381);
  g_assert_cmpint (moei_holding_get_people (moei_collection_lookup (moei_nationality_get_holdings (nationality), "DKBA")),
                   ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpint (moei_referral_get_people (moei_collection_get (moei_nationality_get_aftercare (nationality), 0)), ==, 32);
  g_assert_cmpint (moei_referral_get_people (moei_collection_get (moei_nationality_get_aftercare (nationality), 1)), ==,
                   MOEI_COUNT_UNKNOWN);
}

static void
test_rule (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_RULE);
  MoeiRule *rule = moei_collection_get (moei_document_get_entities (self), 0);
  MoeiLane *lane = moei_collection_lookup (moei_rule_get_lanes (rule), "chinese");
  MoeiLane *others = moei_collection_lookup (moei_rule_get_lanes (rule), "others");
  MoeiHoliday *holiday = moei_collection_get (moei_document_get_holidays (self), 0);
  const char *order[] = { "CHN", "*", NULL };

  assert_day (moei_rule_get_effective (rule), "2025-02-24");
  g_assert_cmpint (moei_rule_get_quota (rule), ==, 500);
  assert_text (moei_rule_get_name (rule), "Alternating lanes");
  g_assert_cmpstr (moei_rule_get_spare (rule), ==, "other-lane");
  assert_text (moei_lane_get_name (lane), "Chinese first");
  assert_text (moei_lane_get_short_name (lane), "CHN");
  g_assert_cmpint (moei_lane_get_weekdays (lane), ==, 1 | 4 | 16);
  g_assert_cmpstrv ((char **) moei_lane_get_order (lane), (char **) order);
  g_assert_cmpint (moei_lane_get_weekdays (others), ==, 0);
  g_assert_nonnull (moei_lane_get_order (others));

  assert_day (moei_holiday_get_date (holiday), "2025-02-12");
  g_assert_cmpstr (moei_holiday_get_calendar (holiday), ==, "THA");
  assert_text (moei_holiday_get_name (holiday), "Makha Bucha");
}

static void
test_notices (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_NOTICES);
  MoeiNotice *notice = moei_collection_get (moei_document_get_entities (self), 0);
  const char *affects[] = { "site-a", "flight-1", NULL };

  g_assert_cmpint (moei_notice_get_severity (notice), ==, MOEI_SEVERITY_MODERATE);
  g_assert_cmpint (moei_notice_get_urgency (notice), ==, MOEI_URGENCY_EXPECTED);
  assert_instant (moei_notice_get_effective (notice), "2025-03-06T03:00:00Z");
  assert_instant (moei_notice_get_expires (notice), "2025-03-06T15:00:00Z");
  g_assert_cmpstrv ((char **) moei_notice_get_affects (notice), (char **) affects);
  g_assert_cmpstr (moei_text_get (moei_notice_get_headline (notice), MOEI_LANGUAGE_MY), ==, "တံတား ကျဉ်း");
  assert_text (moei_notice_get_description (notice), "Arrivals are about 40 minutes late.\nAsk \"road-desk\".");
}

static void
test_rolls (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_ROLLS);
  MoeiRoll *roll = moei_collection_get (moei_document_get_entities (self), 0);
  MoeiRollRow *row = moei_collection_lookup (moei_roll_get_rows (roll), "ETH");

  assert_text (moei_roll_get_name (roll), "A list");
  assert_text (moei_roll_get_note (roll), "It does not add up.");
  g_assert_cmpint (moei_roll_get_total (roll), ==, 7);
  g_assert_cmpint (moei_roll_get_countries (roll), ==, 2);
  g_assert_cmpuint (moei_collection_size (moei_roll_get_rows (roll)), ==, 3);
  g_assert_cmpint (moei_roll_row_get_people (row), ==, 5);
  assert_text (moei_roll_row_get_note (row), "As printed.");
  g_assert_cmpint (moei_roll_row_get_people (moei_collection_get (moei_roll_get_rows (roll), 1)), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_roll_row_get_people (moei_collection_get (moei_roll_get_rows (roll), 2)), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpint (moei_roll_get_total (moei_collection_get (moei_document_get_entities (self), 1)), ==,
                   MOEI_COUNT_SUPPRESSED);
}

static void
test_changes (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_CHANGES);
  MoeiChange *change = moei_collection_get (moei_document_get_entities (self), 0);
  MoeiChange *other = moei_collection_get (moei_document_get_entities (self), 1);

  assert_instant (moei_change_get_at (change), "2025-03-06T07:05:00Z");
  g_assert_cmpint (moei_change_get_kind (change), ==, MOEI_CHANGE_KIND_NATIONALITY);
  g_assert_cmpstr (moei_change_get_entity (change), ==, "ETH");
  g_assert_cmpstr (moei_change_get_field (change), ==, "reports.departed");
  g_assert_cmpstr (moei_change_get_before (change), ==, "57");
  g_assert_cmpstr (moei_change_get_after (change), ==, "54");
  assert_text (moei_change_get_before_text (change), "over 50");
  assert_text (moei_change_get_after_text (change), "54, counted again");
  g_assert_true (moei_change_get_correction (change));
  assert_text (moei_change_get_name (change), "Ethiopia");
  g_assert_cmpstr (moei_change_get_place (change), ==, "bridge-2");
  g_assert_cmpstr (moei_change_get_actor (change), ==, "embassy-desk");
  g_assert_false (moei_change_get_correction (other));
  g_assert_null (moei_change_get_before_text (other));
  g_assert_cmpint (moei_change_get_kind (moei_collection_get (moei_document_get_entities (self), 2)), ==,
                   MOEI_CHANGE_KIND_UNKNOWN);
}

static void
test_operation (void)
{
  g_autoptr (MoeiDocument) self = wire_fixture_open (MOEI_DOCUMENT_OPERATION);

  g_assert_null (moei_document_get_entities (self));
  assert_text (moei_document_get_name (self), "Returns through Mae Sot");
  g_assert_false (moei_document_get_exercise (self));
  assert_instant (moei_document_get_start (self), "2025-02-19T17:00:00Z");
  assert_instant (moei_document_get_end (self), "2025-03-31T16:59:59Z");
}

/* What a service that knows nothing more says: everything but the ids is unknown. */
static void
test_least (void)
{
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autofree char *name = g_strconcat (moei_document_kind_get_name (kind), "-least", NULL);
    g_autoptr (GBytes) bytes = wire_fixture_load (name);
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiDocument) self = moei_document_decode (kind, bytes, &error);

    g_assert_no_error (error);
    g_assert_cmpint (moei_document_get_revision (self), ==, 0);
    g_assert_cmpint (moei_document_get_generated (self), ==, MOEI_INSTANT_UNKNOWN);
    g_assert_cmpuint (moei_document_get_date (self), ==, MOEI_DAY_UNKNOWN);
    g_assert_cmpint (moei_document_get_headline (self, MOEI_HEADLINE_WAITING), ==, MOEI_COUNT_UNKNOWN);
    if (kind == MOEI_DOCUMENT_FLIGHTS) {
      MoeiFlight *flight = moei_collection_get (moei_document_get_entities (self), 0);

      g_assert_cmpint (moei_flight_get_seats (flight), ==, MOEI_COUNT_UNKNOWN);
      g_assert_cmpint (moei_flight_get_scheduled (flight), ==, MOEI_INSTANT_UNKNOWN);
      g_assert_cmpint (moei_flight_get_state (flight), ==, MOEI_FLIGHT_STATE_UNKNOWN);
      g_assert_null (moei_flight_get_carrier (flight));
      g_assert_cmpuint (moei_collection_size (moei_flight_get_nationalities (flight)), ==, 0);
    }
  }
}

/* Nothing is lost, and the same document is always the same bytes. */
static void
test_round_trip (void)
{
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autoptr (MoeiDocument) first = wire_fixture_open (kind);
    g_autoptr (GBytes) written = moei_document_encode (first);
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiDocument) second = moei_document_decode (kind, written, &error);
    g_autoptr (GBytes) again = NULL;

    g_assert_no_error (error);
    again = moei_document_encode (second);
    g_assert_true (g_bytes_equal (written, again));
    g_assert_false (moei_entity_assign (MOEI_ENTITY (first), MOEI_ENTITY (second)));
  }
}

static void
test_bytes (void)
{
  const char *text =
    "{\"schema\":\"urn:moei:flights:1\",\"revision\":17,\"generated\":\"2025-03-06T08:00:00+07:00\","
    "\"date\":\"2025-03-06\",\"flights\":[{\"id\":\"f1\",\"number\":\"ZZ\\\"1\\u0001\","
    "\"carrier\":{\"en\":\"A\\n\\\\\",\"th\":null,\"my\":null,\"zh_CN\":\"航\"},\"from\":\"mae-sot\",\"to\":\"kunming\","
    "\"state\":\"checking-in\",\"scheduled\":\"2025-03-06T14:05:00+07:00\",\"estimated\":null,\"actual\":null,"
    "\"arrives\":null,\"seats\":180,\"manifested\":null,\"no_show\":null,"
    "\"nationalities\":[{\"id\":\"CHN\",\"planned\":176,\"held\":null,\"listed\":null,\"screened\":null,"
    "\"embassy_confirmed\":null,\"slot_given\":null,\"on_bus\":null,\"at_airport\":null,\"departed\":0}],"
    "\"milestones\":[],\"origin\":\"reported\",\"suppressed\":[\"boarded\"]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiDocument) self = wire_fixture_decode (MOEI_DOCUMENT_FLIGHTS, text, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = moei_document_encode (self);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_built (void)
{
  g_autoptr (MoeiDocument) self = moei_document_new (MOEI_DOCUMENT_SITUATION);
  g_autoptr (GBytes) bytes = NULL;
  const char *text =
    "{\"schema\":\"urn:moei:situation:1\",\"epoch\":\"e1\",\"revision\":7,\"operating_day\":null,\"week\":\"2025-W10\","
    "\"documents\":[{\"href\":\"/v1/notices\",\"revision\":0}],"
    "\"headline\":{\"departed\":3,\"at_airport\":null,\"on_bus\":null,\"slot_given\":null,\"waiting\":null,"
    "\"observed\":null,\"suppressed\":[\"quota\"]}}";

  g_object_set (self,
                "epoch", "e1",
                "revision", G_GINT64_CONSTANT (7),
                "week", "2025-W10",
                "quota", MOEI_COUNT_SUPPRESSED,
                "departed", 3,
                NULL);
  moei_collection_append (moei_document_get_documents (self), moei_reference_new ("/v1/notices", 0));

  bytes = moei_document_encode (self);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/document/new-destroy", test_new_destroy);
  g_test_add_func ("/wire/document/kinds", test_kinds);
  g_test_add_func ("/wire/document/service", test_service);
  g_test_add_func ("/wire/document/situation", test_situation);
  g_test_add_func ("/wire/document/places", test_places);
  g_test_add_func ("/wire/document/routes", test_routes);
  g_test_add_func ("/wire/document/convoys", test_convoys);
  g_test_add_func ("/wire/document/flights", test_flights);
  g_test_add_func ("/wire/document/week", test_week);
  g_test_add_func ("/wire/document/nationalities", test_nationalities);
  g_test_add_func ("/wire/document/rule", test_rule);
  g_test_add_func ("/wire/document/notices", test_notices);
  g_test_add_func ("/wire/document/rolls", test_rolls);
  g_test_add_func ("/wire/document/changes", test_changes);
  g_test_add_func ("/wire/document/operation", test_operation);
  g_test_add_func ("/wire/document/least", test_least);
  g_test_add_func ("/wire/document/round-trip", test_round_trip);
  g_test_add_func ("/wire/document/bytes", test_bytes);
  g_test_add_func ("/wire/document/built", test_built);

  return g_test_run ();
}
