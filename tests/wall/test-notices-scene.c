/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"
#include "scene-test.h"

#include "operation/moei-collection.h"
#include "operation/moei-notice.h"
#include "wall/moei-notices-scene.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)
#define THAI "รถบัสหยุดที่สะพาน"

static void
add_notice (MoeiOperation *operation,
            const char    *id,
            const char    *headline,
            MoeiSeverity   severity)
{
  g_autoptr (MoeiText) text = moei_text_new (headline, THAI, "ယာဉ်တန်း ရပ်နား", "车队在桥上停下");
  g_autoptr (MoeiText) more = moei_text_new ("Nobody is hurt.", "ไม่มีผู้บาดเจ็บ", NULL, NULL);
  gint64 now = sample_operation_get_now ();

  moei_collection_append (moei_operation_get_notices (operation),
                          g_object_new (MOEI_TYPE_NOTICE, "id", id, "headline", text, "description", more,
                                        "severity", severity, "effective", now - HOUR, "expires", now + HOUR, NULL));
}

static MoeiScene *
show (MoeiOperation *operation)
{
  return scene_test_show (MOEI_TYPE_NOTICES_SCENE, operation, sample_operation_get_now (), 1366, 768);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *scene = g_object_ref_sink (g_object_new (MOEI_TYPE_NOTICES_SCENE, "now", sample_operation_get_now (),
                                                      "operation", operation, NULL));

  g_assert_finalize_object (scene);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_none (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene = show (operation);

  scene_test_assert_says (scene, "No notices");
  scene_test_close (scene);
}

/* A grave one is there in all languages at once; another turns with them. */
static void
test_languages (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  add_notice (operation, "grave", "Bus stopped at the bridge", MOEI_SEVERITY_SEVERE);
  add_notice (operation, "minor", "A counter more", MOEI_SEVERITY_MINOR);
  scene = show (operation);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    moei_scene_set_language (scene, i);
    g_assert_true (scene_test_shows (scene, "Bus stopped at the bridge"));
    g_assert_true (scene_test_shows (scene, THAI));
    g_assert_cmpint (scene_test_shows (scene, "A counter more"), ==, i == MOEI_LANGUAGE_EN);
  }
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

static void
test_many (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;
  guint n_shown = 0;

  for (int i = 0; i < 20; i++) {
    g_autofree char *id = g_strdup_printf ("n%d", i), *headline = g_strdup_printf ("Notice %d", i);

    add_notice (operation, id, headline, MOEI_SEVERITY_MINOR);
  }
  scene = show (operation);
  for (int i = 0; i < 20; i++) {
    g_autofree char *headline = g_strdup_printf ("Notice %d", i);

    n_shown += scene_test_says (scene, headline);
  }
  {
    g_autofree char *rest = g_strdup_printf ("and %u more notices", 20 - n_shown);

    scene_test_assert_says (scene, rest);
  }
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

/* Alone until it is over. */
static void
test_take_over (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  add_notice (operation, "grave", "Bus stopped at the bridge", MOEI_SEVERITY_EXTREME);
  add_notice (operation, "minor", "A counter more", MOEI_SEVERITY_MINOR);
  scene = show (operation);
  g_object_set (scene, "take-over", "grave", NULL);
  scene_test_settle (scene);
  g_assert_true (scene_test_shows (scene, "Bus stopped at the bridge"));
  g_assert_true (scene_test_shows (scene, THAI));
  g_assert_true (scene_test_mentions (scene, "until"));
  g_assert_false (scene_test_says (scene, "A counter more"));
  scene_test_assert_fits (scene);

  g_object_set (scene, "now", sample_operation_get_now () + HOUR, NULL);
  scene_test_settle (scene);
  scene_test_assert_says (scene, "No notices");
  scene_test_close (scene);
}

static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1366, 768 }, { 768, 1366 } };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  add_notice (operation, "grave", "The second bridge is closed to all buses until the bomb squad is done",
              MOEI_SEVERITY_EXTREME);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    MoeiScene *scene = scene_test_show (MOEI_TYPE_NOTICES_SCENE, operation, sample_operation_get_now (),
                                        sizes[i][0], sizes[i][1]);

    g_assert_true (scene_test_mentions (scene, "second bridge"));
    scene_test_assert_fits (scene);
    g_object_set (scene, "take-over", "grave", NULL);
    scene_test_settle (scene);
    g_assert_true (scene_test_mentions (scene, "second bridge"));
    scene_test_assert_fits (scene);
    scene_test_close (scene);
  }
}

int
main (int   argc,
      char *argv[])
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/wall/notices-scene/new-destroy", test_new_destroy);
  g_test_add_func ("/wall/notices-scene/none", test_none);
  g_test_add_func ("/wall/notices-scene/languages", test_languages);
  g_test_add_func ("/wall/notices-scene/many", test_many);
  g_test_add_func ("/wall/notices-scene/take-over", test_take_over);
  g_test_add_func ("/wall/notices-scene/sizes", test_sizes);

  return g_test_run ();
}
