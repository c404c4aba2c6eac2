/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"
#include "scene-test.h"

#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-report.h"
#include "wall/moei-countries-scene.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)

static MoeiNationality *
add_country (MoeiOperation *operation,
             const char    *id,
             const char    *name,
             int            held,
             int            departed)
{
  g_autoptr (MoeiText) text = moei_text_new (name, NULL, NULL, NULL);
  MoeiNationality *country = g_object_new (MOEI_TYPE_NATIONALITY, "id", id, "name", text, "held", held,
                                           "departed", departed, NULL);

  moei_collection_append (moei_operation_get_nationalities (operation), country);
  return country;
}

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = sample_operation_new ();

  moei_collection_clear (moei_operation_get_nationalities (operation));
  return operation;
}

static MoeiScene *
show (MoeiOperation *operation)
{
  return scene_test_show (MOEI_TYPE_COUNTRIES_SCENE, operation, sample_operation_get_now (), 1366, 768);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *scene = g_object_ref_sink (g_object_new (MOEI_TYPE_COUNTRIES_SCENE, "now", sample_operation_get_now (),
                                                      "operation", operation, NULL));

  g_assert_finalize_object (scene);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_none (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiScene *scene = show (operation);

  scene_test_assert_says (scene, "No figures by country/region");
  scene_test_close (scene);
}

/* Those of whom most wait come first, and the rest adds up. */
static void
test_forty (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiScene *scene;
  guint n_shown = 0;
  int shown = 0, sum = 0;

  for (int i = 0; i < 40; i++) {
    g_autofree char *id = g_strdup_printf ("C%02d", i), *name = g_strdup_printf ("Country %d", i);

    add_country (operation, id, name, 101 + i, 1000 + i);
    sum += 101 + i;
  }
  scene = show (operation);
  for (int i = 39; i >= 0; i--) {
    g_autofree char *name = g_strdup_printf ("Country %d", i);

    if (!scene_test_says (scene, name))
      break;
    n_shown++;
    shown += 101 + i;
  }
  g_assert_cmpuint (n_shown, >=, 3);
  g_assert_false (scene_test_says (scene, "Country 0"));
  {
    g_autofree char *rest = g_strdup_printf ("and %u more countries/regions", 40 - n_shown);
    g_autofree char *waiting = g_strdup_printf ("%d,%03d", (sum - shown) / 1000, (sum - shown) % 1000);

    scene_test_assert_says (scene, rest);
    scene_test_assert_says (scene, waiting);
  }
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

static void
test_unknown (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiScene *scene;

  add_country (operation, "AAA", "Unknown Land", MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN);
  add_country (operation, "BBB", "Few Land", MOEI_COUNT_SUPPRESSED, 12);
  scene = show (operation);
  scene_test_assert_says (scene, "–");
  scene_test_assert_says (scene, "<5");
  scene_test_assert_says (scene, "no forecast");
  g_assert_false (scene_test_says (scene, "0"));
  scene_test_close (scene);
}

static void
add_report (MoeiNationality *country,
            const char      *owner,
            int              value,
            gint64           observed)
{
  moei_collection_append (moei_nationality_get_reports (country),
                          g_object_new (MOEI_TYPE_REPORT, "id", owner, "owner", owner, "stage", MOEI_STAGE_HELD,
                                        "value", value, "observed", observed, NULL));
}

/* Both owners' figures with their days; figures of long ago are no dispute. */
static void
test_disagreement (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  gint64 now = sample_operation_get_now ();
  MoeiNationality *kenya = add_country (operation, "KEN", "Kenya", 200, 0);
  MoeiScene *scene;

  add_report (kenya, "DKBA", 47, now - 30 * HOUR);
  add_report (kenya, "Thai army", 300, now - 24 * 90 * HOUR);
  scene = show (operation);
  g_assert_false (scene_test_mentions (scene, "DKBA"));
  add_report (kenya, "BGF", 82, now - 2 * HOUR);
  moei_panel_update (MOEI_PANEL (scene));
  scene_test_settle (scene);
  g_assert_true (scene_test_mentions (scene, "47 (DKBA, 5 Mar)"));
  g_assert_true (scene_test_mentions (scene, "82 ("));
  g_assert_false (scene_test_mentions (scene, "129"));
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

/* What is small is not seen by visitors, nor what would tell it. */
static void
test_visitors (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiScene *scene;

  add_country (operation, "AAA", "Many Land", 900, 100);
  add_country (operation, "BBB", "Some Land", 40, 50);
  add_country (operation, "CCC", "Few Land", 2, 60);
  scene = show (operation);
  scene_test_assert_says (scene, "2");
  scene_test_assert_says (scene, "942");
  g_object_set (scene, "visitor", TRUE, NULL);
  scene_test_settle (scene);
  scene_test_assert_says (scene, "<5");
  scene_test_assert_says (scene, "withheld");
  g_assert_false (scene_test_says (scene, "2"));
  g_assert_false (scene_test_says (scene, "40"));
  scene_test_assert_says (scene, "942");
  scene_test_close (scene);
}

static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1366, 768 }, { 768, 1366 } };
  g_autoptr (MoeiOperation) operation = new_operation ();

  add_country (operation, "AAA", "The Most Serene Federated Commonwealth of the Far Islands", 12345, 67890);
  for (int i = 0; i < 12; i++) {
    g_autofree char *id = g_strdup_printf ("C%02d", i);

    add_country (operation, id, "Philippines", 600 + i, 10);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    MoeiScene *scene = scene_test_show (MOEI_TYPE_COUNTRIES_SCENE, operation, sample_operation_get_now (),
                                        sizes[i][0], sizes[i][1]);

    /* On the narrow one there may not be room for so long a name; then it is in the sum. */
    g_assert_true (scene_test_mentions (scene, "Serene") || scene_test_says (scene, "and 13 more countries/regions"));
    scene_test_assert_fits (scene);
    scene_test_close (scene);
  }
}

int
main (int   argc,
      char *argv[])
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/wall/countries-scene/new-destroy", test_new_destroy);
  g_test_add_func ("/wall/countries-scene/none", test_none);
  g_test_add_func ("/wall/countries-scene/forty", test_forty);
  g_test_add_func ("/wall/countries-scene/unknown", test_unknown);
  g_test_add_func ("/wall/countries-scene/disagreement", test_disagreement);
  g_test_add_func ("/wall/countries-scene/visitors", test_visitors);
  g_test_add_func ("/wall/countries-scene/sizes", test_sizes);

  return g_test_run ();
}
