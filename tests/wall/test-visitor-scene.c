/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"
#include "desk/sample-traffic.h"
#include "scene-test.h"

#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "wall/moei-visitor-scene.h"
#include "wall/moei-visitor-sum.h"

#define BELOW 5

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *scene = g_object_ref_sink (g_object_new (MOEI_TYPE_VISITOR_SCENE, "now", sample_operation_get_now (),
                                                      "operation", operation, NULL));

  g_assert_finalize_object (scene);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static gboolean
is_shown_as (int count,
             int shown)
{
  return shown == MOEI_COUNT_SUPPRESSED ? count > 0 && count < BELOW : shown < 0 || shown == count;
}

/* How many days, weeks and operations would look the same: what may be the people
 * before today and before the week, of whom nothing is shown. */
static void
find_range (const MoeiVisitorSum *sum,
            int                  *n_earlier,
            int                  *n_before)
{
  gboolean earlier_can_be[40] = { 0 }, before_can_be[40] = { 0 };

  for (int today = 0; today < 20; today++) {
    for (int earlier = 0; earlier < 20; earlier++) {
      for (int other = 0; other < 20; other++) {
        if (!is_shown_as (today, sum->today) || !is_shown_as (today + earlier, sum->week) ||
            !is_shown_as (today + earlier + other, sum->all))
          continue;
        earlier_can_be[earlier] = TRUE;
        before_can_be[other] = TRUE;
      }
    }
  }
  *n_earlier = *n_before = 0;
  for (int i = 0; i < 40; i++) {
    *n_earlier += earlier_can_be[i];
    *n_before += before_can_be[i];
  }
}

/* Whatever the days were, nothing small can be reckoned from what is shown. */
static void
test_withhold (void)
{
  for (int today = 0; today < 9; today++) {
    for (int earlier = 0; earlier < 9; earlier++) {
      for (int before = 0; before < 9; before++) {
        MoeiVisitorSum sum = { .below = BELOW, .today = today, .week = today + earlier,
                               .all = today + earlier + before };
        int n_earlier, n_before;

        moei_visitor_sum_withhold (&sum);
        g_assert_true (today == 0 || today >= BELOW || sum.today < 0);
        find_range (&sum, &n_earlier, &n_before);
        if (earlier > 0 && earlier < BELOW)
          g_assert_cmpint (n_earlier, >, 1);
        if (before > 0 && before < BELOW)
          g_assert_cmpint (n_before, >, 1);
      }
    }
  }
}

static void
test_large_are_shown (void)
{
  MoeiVisitorSum sum = { .below = BELOW, .today = 214, .week = 1071, .all = 4518 };

  moei_visitor_sum_withhold (&sum);
  g_assert_cmpint (sum.today, ==, 214);
  g_assert_cmpint (sum.week, ==, 1071);
  g_assert_cmpint (sum.all, ==, 4518);
}

/* Totals, and nothing of sites, routes, flights and convoys. */
static void
test_totals_only (void)
{
  static const char * const never[] = { "KK Park", "Bridge", "EX ", "Convoy", "Nanjing", "Addis" };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  sample_traffic_add (operation);
  g_object_set (moei_collection_get (moei_operation_get_nationalities (operation), 0), "departed", 4518, NULL);
  scene = scene_test_show (MOEI_TYPE_VISITOR_SCENE, operation, sample_operation_get_now (), 1366, 768);
  scene_test_assert_says (scene, "214");
  scene_test_assert_says (scene, "1,142");
  scene_test_assert_says (scene, "4,518");
  scene_test_assert_says (scene, "Thu");
  scene_test_assert_says (scene, "China");
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_false (scene_test_mentions (scene, never[i]));
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

static void
test_small (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiCollection *days = moei_operation_get_calendar (operation);
  MoeiQuotaDay *today = moei_quota_day_lookup (days, moei_operation_get_operating_day (operation));
  MoeiScene *scene;

  g_object_set (moei_collection_get (moei_quota_day_get_tallies (today), 0), "departed", 3, NULL);
  g_object_set (moei_collection_get (moei_operation_get_nationalities (operation), 0), "departed", 4518, NULL);
  scene = scene_test_show (MOEI_TYPE_VISITOR_SCENE, operation, sample_operation_get_now (), 1366, 768);
  scene_test_assert_says (scene, "<5");
  g_assert_false (scene_test_says (scene, "3"));
  g_object_set (scene, "withhold-below", 10, NULL);
  scene_test_settle (scene);
  scene_test_assert_says (scene, "<10");
  scene_test_close (scene);
}

static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1366, 768 }, { 768, 1366 } };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  g_object_set (moei_collection_get (moei_operation_get_nationalities (operation), 0), "departed", 12345, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    MoeiScene *scene = scene_test_show (MOEI_TYPE_VISITOR_SCENE, operation, sample_operation_get_now (),
                                        sizes[i][0], sizes[i][1]);

    scene_test_assert_says (scene, "214");
    scene_test_assert_says (scene, "12,345");
    scene_test_assert_fits (scene);
    scene_test_close (scene);
  }
}

int
main (int   argc,
      char *argv[])
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/wall/visitor-scene/new-destroy", test_new_destroy);
  g_test_add_func ("/wall/visitor-scene/withhold", test_withhold);
  g_test_add_func ("/wall/visitor-scene/large-are-shown", test_large_are_shown);
  g_test_add_func ("/wall/visitor-scene/totals-only", test_totals_only);
  g_test_add_func ("/wall/visitor-scene/small", test_small);
  g_test_add_func ("/wall/visitor-scene/sizes", test_sizes);

  return g_test_run ();
}
