/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"
#include "scene-test.h"

#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-holiday.h"
#include "operation/moei-quota-day.h"
#include "wall/moei-week-scene.h"



static MoeiQuotaDay *
find_day (MoeiOperation *operation,
          guint          offset)
{
  guint today = moei_operation_get_operating_day (operation);

  return moei_quota_day_lookup (moei_operation_get_calendar (operation), today - 3 + offset);
}

static void
set_departed (MoeiQuotaDay *day,
              int           departed)
{
  g_object_set (moei_collection_get (moei_quota_day_get_tallies (day), 0), "departed", departed, NULL);
}

static MoeiScene *
show (MoeiOperation *operation)
{
  return scene_test_show (MOEI_TYPE_WEEK_SCENE, operation, sample_operation_get_now (), 1366, 768);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *scene = g_object_ref_sink (g_object_new (MOEI_TYPE_WEEK_SCENE, "now", sample_operation_get_now (),
                                                      "operation", operation, NULL));

  g_assert_finalize_object (scene);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_week (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene = show (operation);

  scene_test_assert_says (scene, "3–9 March 2025");
  /* 261 + 300 + 296 + 214, and 71 on Sunday */
  scene_test_assert_says (scene, "1,142");
  scene_test_assert_says (scene, "/ 1,500");
  scene_test_assert_says (scene, "Thu 6");
  scene_test_assert_says (scene, "214");
  scene_test_assert_says (scene, "Tomorrow, Friday 7 March");
  /* Nobody has said that Saturday had flights; on Sunday people flew. */
  g_assert_false (scene_test_says (scene, "Sat 8"));
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

static void
test_unknown_is_not_zero (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  set_departed (find_day (operation, 0), MOEI_COUNT_UNKNOWN);
  scene = show (operation);
  scene_test_assert_says (scene, "1 day not reported");
  scene_test_assert_says (scene, "–");
  g_assert_false (scene_test_says (scene, "0"));
  scene_test_close (scene);
}

static void
test_behind (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  set_departed (find_day (operation, 6), MOEI_COUNT_UNKNOWN);
  scene = show (operation);
  scene_test_assert_says (scene, "43 behind: 429 to go by Fri 7");
  set_departed (find_day (operation, 0), 304);
  moei_panel_update (MOEI_PANEL (scene));
  scene_test_settle (scene);
  scene_test_assert_says (scene, "On plan: 386 to go by Fri 7");
  set_departed (find_day (operation, 3), 700);
  moei_panel_update (MOEI_PANEL (scene));
  scene_test_settle (scene);
  scene_test_assert_says (scene, "The week’s quota is met");
  scene_test_close (scene);
}

/* A holiday of a long name, and one on which people flew all the same. */
static void
test_holiday (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiText) name = moei_text_new ("Day of the Commemoration of the Long Names of All Holidays",
                                             "วันรำลึกถึงชื่ออันยาวของวันหยุดทั้งปวงแห่งราชอาณาจักร",
                                             "အားလပ်ရက်အားလုံး၏ ရှည်လျားသော အမည်များကို အောက်မေ့သောနေ့",
                                             "纪念所有节假日的冗长名称之日暨全国性公众假期补休日");
  MoeiScene *scene;

  moei_collection_append (moei_operation_get_holidays (operation),
                          g_object_new (MOEI_TYPE_HOLIDAY, "id", "h", "calendar", "THA", "name", name,
                                        "date", moei_operation_get_operating_day (operation) - 1, NULL));
  g_object_set (find_day (operation, 2), "quota", MOEI_COUNT_UNKNOWN, "lane", NULL, NULL);
  scene = show (operation);
  g_assert_true (scene_test_mentions (scene, "Day of the Commemoration"));
  scene_test_assert_says (scene, "296");
  scene_test_assert_says (scene, "/ 1,200");
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1366, 768 }, { 768, 1366 } };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  set_departed (find_day (operation, 5), 456);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    MoeiScene *scene = scene_test_show (MOEI_TYPE_WEEK_SCENE, operation, sample_operation_get_now (),
                                        sizes[i][0], sizes[i][1]);

    /* Today, and what there is room for about it */
    scene_test_assert_says (scene, "214");
    scene_test_assert_says (scene, "Fri 7");
    scene_test_assert_fits (scene);
    scene_test_close (scene);
  }
}

/* That there is nothing yet is said in its place; it must only not fail. */
static void
test_nothing_yet (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  MoeiScene *scene = show (operation);

  g_assert_false (scene_test_says (scene, "0"));
  scene_test_close (scene);
}

int
main (int   argc,
      char *argv[])
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/wall/week-scene/new-destroy", test_new_destroy);
  g_test_add_func ("/wall/week-scene/week", test_week);
  g_test_add_func ("/wall/week-scene/unknown-is-not-zero", test_unknown_is_not_zero);
  g_test_add_func ("/wall/week-scene/behind", test_behind);
  g_test_add_func ("/wall/week-scene/holiday", test_holiday);
  g_test_add_func ("/wall/week-scene/sizes", test_sizes);
  g_test_add_func ("/wall/week-scene/nothing-yet", test_nothing_yet);

  return g_test_run ();
}
