/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"
#include "desk/sample-traffic.h"
#include "scene-test.h"

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "wall/moei-flights-scene.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

static MoeiScene *
show (MoeiOperation *operation)
{
  return scene_test_show (MOEI_TYPE_FLIGHTS_SCENE, operation, sample_operation_get_now (), 1366, 768);
}

/* A day of @n flights, of which @n_gone have left. */
static void
take_flights (MoeiOperation *operation,
              guint          n,
              guint          n_gone)
{
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("f-%02u", i), *number = g_strdup_printf ("EX %u", 100 + i);

    moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", id, "number", number, "from", "mae-sot",
                                                   "to", "nanjing", "seats", 76, "manifested", 60, "boarded", 50,
                                                   "state", i < n_gone ? MOEI_FLIGHT_STATE_DEPARTED
                                                                       : MOEI_FLIGHT_STATE_SCHEDULED,
                                                   "scheduled", sample_operation_get_now () + ((int) i - 4) * 30 * MINUTE,
                                                   NULL));
  }
  moei_operation_take_flights (operation, moei_operation_get_operating_day (operation), flights);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *scene = g_object_ref_sink (g_object_new (MOEI_TYPE_FLIGHTS_SCENE, "now", sample_operation_get_now (),
                                                      "operation", operation, NULL));

  g_assert_finalize_object (scene);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_flights (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  sample_traffic_add (operation);
  scene = show (operation);
  scene_test_assert_says (scene, "3 of 6 departed");
  /* The last that has gone, the one that boards, and the late one */
  scene_test_assert_says (scene, "14:00");
  scene_test_assert_says (scene, "48 / 76");
  scene_test_assert_says (scene, "Boarding");
  scene_test_assert_says (scene, "16:25");
  scene_test_assert_says (scene, "16:00");
  scene_test_assert_says (scene, "+25 min");
  g_assert_true (scene_test_mentions (scene, "Convoy 1"));
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

/* Shown, earlier and later add up. */
static void
test_many (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;
  guint n_shown = 0, n_later = 0;

  take_flights (operation, 14, 5);
  scene = show (operation);
  scene_test_assert_says (scene, "5 of 14 departed");
  scene_test_assert_says (scene, "EX 104");
  scene_test_assert_says (scene, "EX 105");
  g_assert_false (scene_test_says (scene, "EX 103"));
  for (guint i = 0; i < 14; i++) {
    g_autofree char *number = g_strdup_printf ("EX %u", 100 + i);

    n_shown += scene_test_says (scene, number);
  }
  n_later = 14 - 4 - n_shown;
  {
    g_autofree char *rest = g_strdup_printf ("and 4 earlier, %u later · %u people", n_later, 4 * 50 + n_later * 60);

    scene_test_assert_says (scene, rest);
  }
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

static void
test_none (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;

  sample_traffic_add (operation);
  take_flights (operation, 0, 0);
  scene = show (operation);
  scene_test_assert_says (scene, "No flights today");
  g_assert_true (scene_test_mentions (scene, "Next flight: Friday 7 March 2025"));
  scene_test_assert_fits (scene);
  scene_test_close (scene);
}

/* What nobody has said is a dash, and no zero. */
static void
test_unknown (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiScene *scene;
  MoeiFlight *flight;

  take_flights (operation, 1, 0);
  flight = moei_collection_get (moei_operation_get_flights (operation), 0);
  g_object_set (flight, "manifested", -1, "boarded", -1, "seats", -1, "to", "nowhere", NULL);
  scene = show (operation);
  scene_test_assert_says (scene, "– seats");
  g_assert_false (scene_test_says (scene, "0"));
  scene_test_close (scene);
}

static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1366, 768 }, { 768, 1366 } };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  sample_traffic_add (operation);
  take_flights (operation, 9, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    MoeiScene *scene = scene_test_show (MOEI_TYPE_FLIGHTS_SCENE, operation, sample_operation_get_now (),
                                        sizes[i][0], sizes[i][1]);

    scene_test_assert_fits (scene);
    scene_test_close (scene);
  }
}

int
main (int   argc,
      char *argv[])
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/wall/flights-scene/new-destroy", test_new_destroy);
  g_test_add_func ("/wall/flights-scene/flights", test_flights);
  g_test_add_func ("/wall/flights-scene/many", test_many);
  g_test_add_func ("/wall/flights-scene/none", test_none);
  g_test_add_func ("/wall/flights-scene/unknown", test_unknown);
  g_test_add_func ("/wall/flights-scene/sizes", test_sizes);

  return g_test_run ();
}
