/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "rules/moei-lanes.h"

#define MONDAY_TUESDAY 0x03
#define WEDNESDAY_TO_FRIDAY 0x1c

static guint
day (int d,
     int m)
{
  g_autoptr (GDate) date = g_date_new_dmy (d, m, 2025);

  return g_date_get_julian (date);
}

static MoeiCollection *
rules_of_march (void)
{
  MoeiCollection *rules = moei_collection_new (MOEI_TYPE_RULE);
  MoeiRule *rule = g_object_new (MOEI_TYPE_RULE, "id", "2025-03-06", "effective", day (6, 3), "quota", 300, NULL);
  const char *others[] = { "*", "CHN", NULL };
  const char *china[] = { "CHN", "*", NULL };

  moei_collection_append (rules, g_object_new (MOEI_TYPE_RULE, "id", "before", "effective", day (20, 2), NULL));
  moei_collection_append (moei_rule_get_lanes (rule),
                          g_object_new (MOEI_TYPE_LANE, "id", "others-first", "weekdays", MONDAY_TUESDAY,
                                        "order", others, NULL));
  moei_collection_append (moei_rule_get_lanes (rule),
                          g_object_new (MOEI_TYPE_LANE, "id", "china-first", "weekdays", WEDNESDAY_TO_FRIDAY,
                                        "order", china, NULL));
  moei_collection_append (rules, rule);
  return rules;
}

static void
test_rule_of_day (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();

  g_assert_null (moei_rule_of_day (rules, day (19, 2)));
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (moei_rule_of_day (rules, day (5, 3)))), ==, "before");
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (moei_rule_of_day (rules, day (6, 3)))), ==, "2025-03-06");
}

static void
test_lane_of_day (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();
  static const struct {
    int d;
    const char *lane;
  } week[] = {
    { 10, "others-first" }, { 11, "others-first" }, { 12, "china-first" },
    { 13, "china-first" }, { 14, "china-first" }, { 15, NULL }, { 16, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (week); i++) {
    MoeiLane *lane = moei_lane_of_day (rules, day (week[i].d, 3));

    g_assert_cmpstr (lane != NULL ? moei_entity_get_id (MOEI_ENTITY (lane)) : NULL, ==, week[i].lane);
  }
  g_assert_null (moei_lane_of_day (rules, day (3, 3)));
  g_assert_null (moei_lane_of_day (rules, MOEI_DAY_UNKNOWN));
}

static void
test_takes_first (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();
  MoeiLane *china = moei_lane_lookup (rules, "china-first");
  MoeiLane *others = moei_lane_lookup (rules, "others-first");

  g_assert_true (moei_lane_takes_first (china, "CHN"));
  g_assert_false (moei_lane_takes_first (china, "KEN"));
  g_assert_false (moei_lane_takes_first (others, "CHN"));
  g_assert_true (moei_lane_takes_first (others, "KEN"));
  g_assert_null (moei_lane_lookup (rules, "nobody"));
  g_assert_null (moei_lane_lookup (rules, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lanes/rule-of-day", test_rule_of_day);
  g_test_add_func ("/lanes/lane-of-day", test_lane_of_day);
  g_test_add_func ("/lanes/takes-first", test_takes_first);

  return g_test_run ();
}
