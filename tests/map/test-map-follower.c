/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "map/moei-basemap-source.h"
#include "map/moei-map-follower.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "tests/map/map-fixture.h"

#define PATIENCE_MS 120000

typedef struct {
  MoeiOperation    *operation;
  MoeiMapScene     *scene;
  GtkWidget        *window;
  ShumateMap       *map;
  MoeiMapNavigator *navigator;
  MoeiMapFollower  *follower;
  MoeiFlight       *flight;
  MoeiConvoy       *convoy;
} Fixture;

static void
set_motion (gboolean wanted)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", wanted, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  MoeiPosition position = { 98.6, 16.75 };
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();
  g_autoptr (MoeiBasemapSource) source = NULL;
  ShumateMapLayer *base;

  set_motion (TRUE);
  fixture->operation = moei_operation_new ();
  map_fixture_add_place (fixture->operation, "maq", MOEI_PLACE_KIND_AIRPORT, MOEI_PLACE_STATE_OPEN, 98.543, 16.7);
  fixture->flight = moei_flight_new ("flight");
  g_object_set (fixture->flight, "from", "maq", "state", MOEI_FLIGHT_STATE_BOARDING, NULL);
  moei_collection_append (moei_operation_get_flights (fixture->operation), fixture->flight);
  fixture->convoy = moei_convoy_new ("convoy");
  g_object_set (fixture->convoy, "state", MOEI_CONVOY_STATE_PLANNED, "position", &position, NULL);
  moei_collection_append (moei_operation_get_convoys (fixture->operation), fixture->convoy);

  fixture->scene = moei_map_scene_new ();
  moei_map_scene_set_operation (fixture->scene, fixture->operation);
  source = moei_basemap_source_new (basemaps);
  fixture->map = shumate_map_new ();
  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (fixture->map), SHUMATE_MAP_SOURCE (source));
  base = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), shumate_map_get_viewport (fixture->map));
  shumate_map_add_layer (fixture->map, SHUMATE_LAYER (base));
  fixture->navigator = moei_map_navigator_new (fixture->map, base);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->map));
  moei_map_navigator_look_at (fixture->navigator, (MoeiPosition) { 98.5, 16.7 }, 9, FALSE);

  fixture->follower = moei_map_follower_new (fixture->scene, fixture->navigator);
  moei_map_follower_set_active (fixture->follower, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->follower);
  g_assert_finalize_object (fixture->navigator);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->scene);
  g_object_unref (fixture->operation);
}

static gboolean
on_patience_over (gpointer user_data)
{
  g_error ("the view does not come to rest");
  return G_SOURCE_REMOVE;
}

/* Until it looks at something else, and there if that is asked. */
static void
wait_for (Fixture  *fixture,
          gpointer  target,
          gboolean  at_rest)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, NULL);

  while (moei_map_follower_get_target (fixture->follower) != target ||
         (at_rest && moei_map_navigator_is_flying (fixture->navigator)))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
assert_at (Fixture *fixture,
           double   longitude,
           double   latitude,
           double   zoom)
{
  MoeiProjector projector;
  MoeiPosition centre;

  moei_map_navigator_project (fixture->navigator, &projector);
  centre = moei_mercator_unproject (projector.centre);
  g_assert_cmpfloat_with_epsilon (centre.longitude, longitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (centre.latitude, latitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (projector.zoom, zoom, 1e-6);
}

/* To a flight that leaves, and back. */
static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  user_data)
{
  moei_map_follower_set_dwell (fixture->follower, 60000);
  g_object_set (fixture->flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  wait_for (fixture, fixture->flight, TRUE);
  assert_at (fixture, 98.543, 16.7, 11.5);
  moei_map_follower_let_go (fixture->follower);

  moei_map_navigator_look_at (fixture->navigator, (MoeiPosition) { 98.5, 16.7 }, 9, FALSE);
  moei_map_follower_set_dwell (fixture->follower, 1);
  g_object_set (fixture->convoy, "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL);
  g_assert_true (moei_map_follower_get_target (fixture->follower) == MOEI_ENTITY (fixture->convoy));
  wait_for (fixture, NULL, TRUE);
  assert_at (fixture, 98.5, 16.7, 9);
}

/* What happens meanwhile comes next, and then back to the very beginning. */
static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  user_data)
{
  moei_map_follower_set_dwell (fixture->follower, 1);
  g_object_set (fixture->convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  g_object_set (fixture->flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  g_assert_true (moei_map_follower_get_target (fixture->follower) == MOEI_ENTITY (fixture->convoy));
  wait_for (fixture, fixture->flight, FALSE);
  wait_for (fixture, NULL, TRUE);
  assert_at (fixture, 98.5, 16.7, 9);
}

/* Nothing moves for what was so when it was first seen, for plans, where motion
 * is not wanted, or when nobody asked. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  MoeiFlight *gone = moei_flight_new ("gone");

  g_object_set (gone, "from", "maq", "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  moei_collection_append (moei_operation_get_flights (fixture->operation), gone);
  g_object_set (fixture->flight, "state", MOEI_FLIGHT_STATE_DELAYED, NULL);
  g_object_set (fixture->convoy, "state", MOEI_CONVOY_STATE_BOARDING, NULL);
  g_assert_null (moei_map_follower_get_target (fixture->follower));

  set_motion (FALSE);
  g_object_set (fixture->flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
  g_assert_null (moei_map_follower_get_target (fixture->follower));
  set_motion (TRUE);

  moei_map_follower_set_active (fixture->follower, FALSE);
  g_object_set (fixture->convoy, "state", MOEI_CONVOY_STATE_UNDER_WAY, NULL);
  g_assert_null (moei_map_follower_get_target (fixture->follower));
  assert_at (fixture, 98.5, 16.7, 9);
}

#define ADD(name, func) g_test_add ("/map-follower/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  adw_init ();

  ADD ("there-and-back", test_there_and_back);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
