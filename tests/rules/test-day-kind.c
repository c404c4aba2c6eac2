/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-holiday.h"
#include "rules-fixture.h"
#include "rules/moei-lanes.h"

/* The days of March and April 2025 under the rule of 6 March. */
static const struct {
  int         day;
  int         month;
  MoeiDayKind kind;
  const char *calendars; /* that mark it */
} days[] = {
  { 19, 2, MOEI_DAY_KIND_BEFORE_RULE, "" }, /* before any rule */
  { 20, 2, MOEI_DAY_KIND_BEFORE_RULE, "" }, /* a rule without a quota */
  { 22, 2, MOEI_DAY_KIND_WEEKEND, "" },
  { 5, 3, MOEI_DAY_KIND_BEFORE_RULE, "" },
  { 6, 3, MOEI_DAY_KIND_QUOTA, "" },
  { 8, 3, MOEI_DAY_KIND_WEEKEND, "" },
  { 9, 3, MOEI_DAY_KIND_WEEKEND, "" },
  { 10, 3, MOEI_DAY_KIND_QUOTA, "" },
  { 13, 3, MOEI_DAY_KIND_HOLIDAY, "MMR" }, /* full moon of Tabaung */
  { 14, 3, MOEI_DAY_KIND_QUOTA, "" },
  { 27, 3, MOEI_DAY_KIND_HOLIDAY, "MMR" }, /* Armed Forces Day */
  { 28, 3, MOEI_DAY_KIND_QUOTA, "" },
  { 3, 4, MOEI_DAY_KIND_QUOTA, "" },
  { 4, 4, MOEI_DAY_KIND_HOLIDAY, "CHN" },     /* Qingming, a Friday */
  { 6, 4, MOEI_DAY_KIND_WEEKEND, "CHN THA" }, /* a holiday that is a Sunday anyway */
  { 7, 4, MOEI_DAY_KIND_HOLIDAY, "THA" },     /* for Chakri Day, a Sunday */
  { 11, 4, MOEI_DAY_KIND_QUOTA, "" },
  { 13, 4, MOEI_DAY_KIND_WEEKEND, "THA MMR" },
  { 14, 4, MOEI_DAY_KIND_HOLIDAY, "THA MMR" }, /* Songkran and Thingyan */
  { 15, 4, MOEI_DAY_KIND_HOLIDAY, "THA MMR" },
  { 16, 4, MOEI_DAY_KIND_HOLIDAY, "THA MMR" }, /* for 13 April, a Sunday */
  { 17, 4, MOEI_DAY_KIND_HOLIDAY, "MMR" },     /* Myanmar's new year alone */
  { 21, 4, MOEI_DAY_KIND_HOLIDAY, "MMR" },
  { 22, 4, MOEI_DAY_KIND_QUOTA, "" },
};

static void
test_days (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();
  g_autoptr (MoeiCollection) holidays = holidays_of_april ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    guint date = day_of (days[i].day, days[i].month);
    g_autoptr (GPtrArray) found = moei_day_kind_holidays (date, holidays);
    g_autoptr (GString) calendars = g_string_new (NULL);

    for (guint j = 0; j < found->len; j++)
      g_string_append_printf (calendars, "%s%s", j > 0 ? " " : "", moei_holiday_get_calendar (found->pdata[j]));

    g_test_message ("%d/%d", days[i].day, days[i].month);
    g_assert_cmpint (moei_day_kind (date, rules, holidays, NULL), ==, days[i].kind);
    g_assert_cmpstr (calendars->str, ==, days[i].calendars);
    g_assert_cmpint (moei_day_kind_quota (date, rules, holidays, NULL), ==,
                     days[i].kind == MOEI_DAY_KIND_QUOTA ? 300 : MOEI_COUNT_UNKNOWN);
  }
  g_assert_cmpint (moei_day_kind (MOEI_DAY_UNKNOWN, rules, holidays, NULL), ==, MOEI_DAY_KIND_UNKNOWN);
  g_assert_cmpint (moei_day_kind (day_of (4, 4), rules, NULL, NULL), ==, MOEI_DAY_KIND_QUOTA);
}

/* What the service says of a day outranks the calendars, both ways. */
static void
test_service (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();
  g_autoptr (MoeiCollection) holidays = holidays_of_april ();
  g_autoptr (MoeiCollection) collection = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  MoeiQuotaDay *quota = add_day (collection, day_of (4, 4), 120, MOEI_DAY_STATE_OPEN);
  MoeiQuotaDay *cancelled = add_day (collection, day_of (28, 3), 300, MOEI_DAY_STATE_CANCELLED);
  MoeiQuotaDay *nobody = add_day (collection, day_of (31, 3), 0, MOEI_DAY_STATE_OPEN);
  MoeiQuotaDay *silent = add_day (collection, day_of (3, 4), MOEI_COUNT_UNKNOWN, MOEI_DAY_STATE_DRAFT);
  MoeiQuotaDay *saturday = add_day (collection, day_of (5, 4), 100, MOEI_DAY_STATE_OPEN);

  g_assert_cmpint (moei_day_kind (day_of (4, 4), rules, holidays, quota), ==, MOEI_DAY_KIND_QUOTA);
  g_assert_cmpint (moei_day_kind_quota (day_of (4, 4), rules, holidays, quota), ==, 120);
  g_assert_cmpint (moei_day_kind (day_of (28, 3), rules, holidays, cancelled), ==, MOEI_DAY_KIND_CANCELLED);
  g_assert_cmpint (moei_day_kind_quota (day_of (28, 3), rules, holidays, cancelled), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_day_kind (day_of (31, 3), rules, holidays, nobody), ==, MOEI_DAY_KIND_CANCELLED);
  g_assert_cmpint (moei_day_kind_quota (day_of (3, 4), rules, holidays, silent), ==, 300);
  g_assert_cmpint (moei_day_kind (day_of (5, 4), rules, holidays, saturday), ==, MOEI_DAY_KIND_QUOTA);
}

/* A rule that changes in the future, twice. */
static void
test_future (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();

  add_rule (rules, "april", day_of (1, 4), 200, NULL);
  add_lane (rules, "all", WEEKDAYS | SATURDAY, "CHN *");
  add_rule (rules, "may", day_of (1, 5), 100, NULL);
  add_lane (rules, "china", MONDAY_TUESDAY, "CHN");
  add_rule (rules, "june", day_of (1, 6), 0, NULL);

  g_assert_cmpint (moei_day_kind_quota (day_of (31, 3), rules, NULL, NULL), ==, 300);
  g_assert_cmpint (moei_day_kind_quota (day_of (1, 4), rules, NULL, NULL), ==, 200);
  g_assert_cmpint (moei_day_kind (day_of (5, 4), rules, NULL, NULL), ==, MOEI_DAY_KIND_QUOTA);
  g_assert_cmpint (moei_day_kind (day_of (6, 4), rules, NULL, NULL), ==, MOEI_DAY_KIND_WEEKEND);
  g_assert_cmpint (moei_day_kind_quota (day_of (30, 4), rules, NULL, NULL), ==, 200);
  g_assert_cmpint (moei_day_kind_quota (day_of (5, 5), rules, NULL, NULL), ==, 100);
  g_assert_cmpint (moei_day_kind (day_of (7, 5), rules, NULL, NULL), ==, MOEI_DAY_KIND_NO_LANE);
  g_assert_cmpint (moei_day_kind (day_of (3, 6), rules, NULL, NULL), ==, MOEI_DAY_KIND_CANCELLED);
}

/* Of two rules from one day the one that came last holds. */
static void
test_same_day (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();

  add_rule (rules, "correction", day_of (6, 3), 250, NULL);
  add_lane (rules, "all", WEEKDAYS, "*");
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (moei_rule_of_day (rules, day_of (6, 3)))), ==, "correction");
  g_assert_cmpint (moei_day_kind_quota (day_of (6, 3), rules, NULL, NULL), ==, 250);
}

static void
test_ranks (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();
  MoeiLane *china = moei_lane_lookup (rules, "china-first");
  MoeiLane *others = moei_lane_lookup (rules, "others-first");

  g_assert_cmpint (moei_lane_get_rank (china, "CHN"), ==, 0);
  g_assert_cmpint (moei_lane_get_rank (china, "KEN"), ==, 1);
  g_assert_cmpint (moei_lane_get_rank (others, "CHN"), ==, 1);
  g_assert_cmpint (moei_lane_get_rank (others, "KEN"), ==, 0);

  add_rule (rules, "narrow", day_of (1, 4), 100, NULL);
  add_lane (rules, "two", MONDAY_TUESDAY, "CHN VNM");
  g_assert_cmpint (moei_lane_get_rank (moei_lane_lookup (rules, "two"), "VNM"), ==, 1);
  g_assert_cmpint (moei_lane_get_rank (moei_lane_lookup (rules, "two"), "KEN"), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day-kind/days", test_days);
  g_test_add_func ("/day-kind/service", test_service);
  g_test_add_func ("/day-kind/future", test_future);
  g_test_add_func ("/day-kind/same-day", test_same_day);
  g_test_add_func ("/day-kind/ranks", test_ranks);

  return g_test_run ();
}
