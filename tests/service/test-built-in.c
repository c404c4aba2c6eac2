/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-convoy.h"
#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-holding.h"
#include "operation/moei-lane.h"
#include "operation/moei-milestone.h"
#include "operation/moei-place.h"
#include "operation/moei-referral.h"
#include "operation/moei-report.h"
#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "service/moei-bundle.h"
#include "wire/moei-instant.h"

static MoeiBundle *
read_built_in (void)
{
  g_autoptr (GError) error = NULL;
  MoeiBundle *bundle = moei_bundle_read_built_in (&error);

  g_assert_no_error (error);
  return bundle;
}

static guint
day (const char *string)
{
  guint julian;

  g_assert_true (moei_day_parse (string, &julian));
  return julian;
}

typedef void (*Visit) (MoeiEntity *entity);

/* Goes through an entity and all that it holds. */
static void
visit_entity (MoeiEntity *entity,
              Visit       visit)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  visit (entity);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++) {
    g_autoptr (MoeiCollection) collection = NULL;

    if (pspecs[i]->value_type != MOEI_TYPE_COLLECTION)
      continue;
    g_object_get (entity, pspecs[i]->name, &collection, NULL);
    for (guint k = 0; k < moei_collection_size (collection); k++)
      visit_entity (moei_collection_get (collection, k), visit);
  }
}

static void
visit_all (Visit visit)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();

  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    MoeiDocument *document = moei_bundle_get_document (bundle, kind);

    if (document != NULL)
      visit_entity (MOEI_ENTITY (document), visit);
  }
}

static void
assert_texts (MoeiEntity *entity)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++) {
    g_autoptr (MoeiText) text = NULL;

    if (pspecs[i]->value_type != MOEI_TYPE_TEXT)
      continue;
    g_object_get (entity, pspecs[i]->name, &text, NULL);
    for (guint k = 0; text != NULL && k < MOEI_N_LANGUAGES; k++) {
      const char *own = moei_text_get_own (text, k);

      g_assert_nonnull (own);
      g_assert_cmpuint (strlen (own), >, 0);
    }
  }
}

static void
assert_provenance (MoeiEntity *entity)
{
  if (!MOEI_IS_REPORT (entity) && !MOEI_IS_HOLDING (entity) && !MOEI_IS_REFERRAL (entity) && !MOEI_IS_ROLL (entity))
    return;

  g_assert_nonnull (moei_entity_get_owner (entity));
  g_assert_nonnull (moei_entity_get_source (entity));
  g_assert_cmpint (moei_entity_get_observed (entity), !=, MOEI_INSTANT_UNKNOWN);
  g_assert_cmpint (moei_entity_get_origin (entity), !=, MOEI_ORIGIN_UNKNOWN);
  if (moei_entity_get_origin (entity) == MOEI_ORIGIN_REPORTED)
    g_assert_nonnull (strstr (moei_entity_get_source (entity), "://"));
  if (MOEI_IS_REPORT (entity) && moei_report_get_value (MOEI_REPORT (entity)) == MOEI_COUNT_UNKNOWN)
    g_assert_nonnull (moei_report_get_value_text (MOEI_REPORT (entity)));
}

/* What is made up says so: every convoy, milestone, tally, queue and designator; what is
 * said to be reported has a source. */
static void
assert_origin (MoeiEntity *entity)
{
  MoeiOrigin origin = moei_entity_get_origin (entity);

  if (MOEI_IS_MILESTONE (entity)) {
    g_assert_cmpint (origin, ==, MOEI_ORIGIN_EXERCISE);
    g_assert_nonnull (moei_entity_get_owner (entity));
    g_assert_cmpint (moei_milestone_get_planned (MOEI_MILESTONE (entity)), !=, MOEI_INSTANT_UNKNOWN);
  }
  if (MOEI_IS_CONVOY (entity) || MOEI_IS_QUOTA_DAY (entity) || MOEI_IS_NATIONALITY (entity))
    g_assert_cmpint (origin, ==, MOEI_ORIGIN_EXERCISE);
  if (MOEI_IS_FLIGHT (entity) && moei_flight_get_number (MOEI_FLIGHT (entity)) != NULL) {
    g_assert_true (g_str_has_prefix (moei_flight_get_number (MOEI_FLIGHT (entity)), "EX "));
    g_assert_cmpint (origin, ==, MOEI_ORIGIN_EXERCISE);
  }
  if (MOEI_IS_FLIGHT (entity) || MOEI_IS_PLACE (entity) || MOEI_IS_ROUTE (entity))
    g_assert_cmpint (origin, !=, MOEI_ORIGIN_UNKNOWN);
  if (origin == MOEI_ORIGIN_REPORTED)
    g_assert_nonnull (moei_entity_get_source (entity));
  if (MOEI_IS_PLACE (entity)) {
    g_assert_cmpint (moei_place_get_people (MOEI_PLACE (entity)), ==, MOEI_COUNT_UNKNOWN);
    if (origin == MOEI_ORIGIN_ESTIMATED && moei_place_get_position (MOEI_PLACE (entity)) != NULL)
      g_assert_cmpint (moei_place_get_precision_m (MOEI_PLACE (entity)), >, 0);
  }
}

static void
test_texts (void)
{
  visit_all (assert_texts);
}

static void
test_provenance (void)
{
  visit_all (assert_provenance);
}

static void
test_origin (void)
{
  visit_all (assert_origin);
}

static int
departed_between (const char *nationality,
                  const char *first,
                  const char *last)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *days = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_WEEK);
  int sum = 0;

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *quota_day = moei_collection_get (days, i);
    MoeiTally *tally = moei_collection_lookup (moei_quota_day_get_tallies (quota_day), nationality);

    if (moei_quota_day_get_date (quota_day) < day (first) ||
        moei_quota_day_get_date (quota_day) > day (last))
      continue;
    if (nationality == NULL)
      sum = moei_count_add (sum, moei_quota_day_get_reached (quota_day, MOEI_STAGE_DEPARTED));
    else if (tally != NULL)
      sum += moei_tally_get_departed (tally);
  }
  return sum;
}

/* The published totals, each as its owner gave it. */
static void
test_totals (void)
{
  g_assert_cmpint (departed_between ("CHN", "2025-02-20", "2025-02-20"), ==, 200);
  g_assert_cmpint (departed_between ("CHN", "2025-02-20", "2025-02-22"), ==, 621);
  g_assert_cmpint (departed_between ("MYS", "2025-02-24", "2025-02-24"), ==, 15);
  g_assert_cmpint (departed_between ("IDN", "2025-02-27", "2025-02-28"), ==, 84);
  g_assert_cmpint (departed_between ("CHN", "2025-03-06", "2025-03-06"), ==, 456);
  g_assert_cmpint (departed_between ("CHN", "2025-03-06", "2025-03-09"), ==, 1429);
  g_assert_cmpint (departed_between ("IND", "2025-03-10", "2025-03-10"), ==, 283);
  g_assert_cmpint (departed_between ("ETH", "2025-03-10", "2025-03-10"), ==, 75);
  g_assert_cmpint (departed_between ("IND", "2025-03-10", "2025-03-11"), ==, 549);
  g_assert_cmpint (departed_between ("MYS", "2025-03-11", "2025-03-11"), ==, 25);
  g_assert_cmpint (departed_between ("CHN", "2025-03-12", "2025-03-14"), ==, 826);
  g_assert_cmpint (departed_between ("CHN", "2025-03-14", "2025-03-14"), ==, 540);
  g_assert_cmpint (departed_between ("CHN", "2025-02-20", "2025-03-14"), ==, 2876);
  g_assert_cmpint (departed_between ("IDN", "2025-03-17", "2025-03-18"), ==, 400);
  g_assert_cmpint (departed_between ("IDN", "2025-03-17", "2025-03-19"), ==, 554);
  g_assert_cmpint (departed_between (NULL, "2025-02-20", "2025-03-21"), ==, 4895);
  g_assert_cmpint (departed_between ("KEN", "2025-03-21", "2025-03-22"), ==, 48);
  g_assert_cmpint (departed_between ("PHL", "2025-03-01", "2025-03-31"), ==, 206);
  g_assert_cmpint (departed_between ("CHN", "2025-03-26", "2025-03-26"), ==, 369);
  g_assert_cmpint (departed_between ("ZAF", "2025-03-26", "2025-03-27"), ==, 23);
}

/* The lists, as they were printed: the one of 7,141 does not add up. */
static void
test_rolls (void)
{
  const struct {
    const char *id;
    int         total;
    guint       n_rows;
    int         sum;
  } rolls[] = {
    { "dkba-0212", 260, 20, 248 },
    { "shwe-kokko-0218", 1219, 11, 1213 },
    { "bgf-0226", 7141, 28, 7158 },
    { "kk-park-1101", 1595, 5, 1151 },
  };
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *all = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_ROLLS);

  g_assert_cmpuint (moei_collection_size (all), ==, G_N_ELEMENTS (rolls));
  for (guint i = 0; i < G_N_ELEMENTS (rolls); i++) {
    MoeiRoll *roll = moei_collection_lookup (all, rolls[i].id);
    MoeiCollection *rows = moei_roll_get_rows (roll);
    int sum = 0;

    g_assert_cmpint (moei_roll_get_total (roll), ==, rolls[i].total);
    g_assert_cmpuint (moei_collection_size (rows), ==, rolls[i].n_rows);
    for (guint k = 0; k < moei_collection_size (rows); k++)
      sum += MAX (0, moei_roll_row_get_people (moei_collection_get (rows, k)));
    g_assert_cmpint (sum, ==, rolls[i].sum);
    g_assert_cmpint (moei_entity_get_origin (MOEI_ENTITY (roll)), ==, MOEI_ORIGIN_REPORTED);
  }
}

static int
people_of (MoeiCollection *flights,
           guint           date)
{
  int people = 0;

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (moei_day_of_instant (moei_flight_get_scheduled (flight)) == date)
      people += moei_flight_get_boarded (flight);
  }
  return people;
}

/* What a day's flights and buses over the border carried is what it counts. */
static void
test_days_add_up (void)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *days = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_WEEK);
  MoeiCollection *flights = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_FLIGHTS);
  MoeiCollection *convoys = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_CONVOYS);

  g_assert_cmpuint (moei_collection_size (days), ==, 40);
  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *quota_day = moei_collection_get (days, i);
    guint date = moei_quota_day_get_date (quota_day);
    int people = people_of (flights, date);

    g_assert_cmpuint (date, ==, day ("2025-02-20") + i);
    for (guint k = 0; k < moei_collection_size (convoys); k++) {
      MoeiConvoy *convoy = moei_collection_get (convoys, k);

      if (g_strcmp0 (moei_convoy_get_route (convoy), "bridge-2-bukit-kayu-hitam") == 0 &&
          moei_day_of_instant (moei_convoy_get_planned_departure (convoy)) == date)
        people += moei_convoy_get_people (convoy);
    }
    g_assert_cmpint (moei_quota_day_get_reached (quota_day, MOEI_STAGE_DEPARTED), ==,
                     moei_collection_size (moei_quota_day_get_tallies (quota_day)) > 0
                       ? people : MOEI_COUNT_UNKNOWN);
  }
}

static gboolean
is_holiday (MoeiBundle *bundle,
            guint       date)
{
  const char *holidays[] = { "2025-03-13", "2025-03-27" };

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++) {
    g_autofree char *id = g_strconcat ("MMR-", holidays[i], NULL);

    g_assert_nonnull (moei_collection_lookup (moei_bundle_get_shelf (bundle, MOEI_SHELF_HOLIDAYS), id));
    if (date == day (holidays[i]))
      return TRUE;
  }
  return FALSE;
}

/* From 6 March 300 each weekday: others first on Monday and Tuesday, Chinese
 * nationals from Wednesday to Friday; nothing at weekends and on holidays. */
static void
test_quota (void)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *days = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_WEEK);

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *quota_day = moei_collection_get (days, i);
    guint date = moei_quota_day_get_date (quota_day);
    guint weekday = (date - 1) % 7 + 1; /* Julian day 1 was a Monday */
    gboolean idle = weekday > 5 || is_holiday (bundle, date);

    g_assert_cmpint (idle, ==, moei_quota_day_get_reason (quota_day) != NULL);
    if (idle || date < day ("2025-03-06")) {
      g_assert_cmpint (moei_quota_day_get_quota (quota_day), ==, MOEI_COUNT_UNKNOWN);
      g_assert_null (moei_quota_day_get_lane (quota_day));
    } else {
      g_assert_cmpint (moei_quota_day_get_quota (quota_day), ==, 300);
      g_assert_cmpstr (moei_quota_day_get_lane (quota_day), ==,
                       weekday <= 2 ? "others-first" : "china-first");
    }
    g_assert_cmpint (moei_quota_day_get_closes (quota_day), ==,
                     moei_day_get_start (date) + 18 * G_TIME_SPAN_HOUR);
  }
}

/* Unused quota is booked lost, reallocated or carried, to the last seat. */
static void
test_accounts (void)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *days = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_WEEK);

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *quota_day = moei_collection_get (days, i);
    int quota = moei_quota_day_get_quota (quota_day);

    if (quota == MOEI_COUNT_UNKNOWN)
      continue;
    g_assert_cmpint (moei_quota_day_get_lost (quota_day) +
                     moei_quota_day_get_reallocated (quota_day) +
                     moei_quota_day_get_carried (quota_day), ==,
                     MAX (0, quota - moei_quota_day_get_reached (quota_day, MOEI_STAGE_DEPARTED)));
  }
}

static void
test_lanes (void)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *rules = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_RULE);
  MoeiRule *before = moei_collection_lookup (rules, "before-quota");
  MoeiRule *rule = moei_collection_lookup (rules, "march-6");
  MoeiLane *others = moei_collection_lookup (moei_rule_get_lanes (rule), "others-first");
  MoeiLane *china = moei_collection_lookup (moei_rule_get_lanes (rule), "china-first");

  g_assert_cmpint (moei_rule_get_quota (before), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpuint (moei_rule_get_effective (rule), ==, day ("2025-03-06"));
  g_assert_cmpint (moei_rule_get_quota (rule), ==, 300);
  g_assert_cmpstr (moei_lane_get_order (others)[0], ==, "*");
  g_assert_cmpstr (moei_lane_get_order (china)[0], ==, "CHN");
}

/* Those who came to a place, were left there, and went from it, add up for
 * the operation as a whole. */
static void
test_people_add_up (void)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *places = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_PLACES);
  MoeiCollection *queue = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_NATIONALITIES);
  int at_places = 0, waiting = 0, departed = 0;

  for (guint i = 0; i < moei_collection_size (places); i++) {
    MoeiReport *left = moei_collection_lookup (moei_place_get_reports (moei_collection_get (places, i)), "exercise");

    if (left != NULL)
      at_places += moei_report_get_value (left);
  }
  for (guint i = 0; i < moei_collection_size (queue); i++) {
    MoeiNationality *nationality = moei_collection_get (queue, i);

    for (MoeiStage stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++)
      waiting += moei_nationality_get_at (nationality, stage);
    departed += moei_nationality_get_at (nationality, MOEI_STAGE_DEPARTED);
    g_assert_cmpint (moei_nationality_get_at (nationality, MOEI_STAGE_DEPARTED), ==,
                     departed_between (moei_entity_get_id (MOEI_ENTITY (nationality)),
                                       "2025-02-20", "2025-03-31"));
  }
  g_assert_cmpint (at_places, ==, waiting);
  g_assert_cmpint (departed, ==, departed_between (NULL, "2025-02-20", "2025-03-31"));
}

/* Made-up flights keep to the airport's hours and stands. */
static void
test_airport (void)
{
  g_autoptr (MoeiBundle) bundle = read_built_in ();
  MoeiCollection *flights = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_FLIGHTS);
  g_autoptr (GHashTable) per_day = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    guint date = moei_day_of_instant (moei_flight_get_scheduled (flight));
    gint64 of_day = moei_flight_get_scheduled (flight) - moei_day_get_start (date);
    guint n;

    if (g_strcmp0 (moei_flight_get_from (flight), "maq") != 0)
      continue;
    g_assert_cmpint (of_day, >=, 6 * G_TIME_SPAN_HOUR);
    g_assert_cmpint (of_day, <, 18 * G_TIME_SPAN_HOUR);
    n = GPOINTER_TO_UINT (g_hash_table_lookup (per_day, GUINT_TO_POINTER (date))) + 1;
    g_assert_cmpuint (n, <=, 6);
    g_hash_table_insert (per_day, GUINT_TO_POINTER (date), GUINT_TO_POINTER (n));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/built-in/texts", test_texts);
  g_test_add_func ("/service/built-in/provenance", test_provenance);
  g_test_add_func ("/service/built-in/origin", test_origin);
  g_test_add_func ("/service/built-in/totals", test_totals);
  g_test_add_func ("/service/built-in/rolls", test_rolls);
  g_test_add_func ("/service/built-in/days-add-up", test_days_add_up);
  g_test_add_func ("/service/built-in/quota", test_quota);
  g_test_add_func ("/service/built-in/accounts", test_accounts);
  g_test_add_func ("/service/built-in/lanes", test_lanes);
  g_test_add_func ("/service/built-in/people-add-up", test_people_add_up);
  g_test_add_func ("/service/built-in/airport", test_airport);

  return g_test_run ();
}
