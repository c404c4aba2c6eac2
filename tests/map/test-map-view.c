/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view of the map may come to, and what ends its way there. */
#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <shumate/shumate.h>

#include "language/moei-language.h"
#include "map/moei-basemap-source.h"
#include "map/moei-map-navigator.h"
#include "tests/map/map-fixture.h"

#define AFTERNOON (G_GINT64_CONSTANT (1741245600) * G_USEC_PER_SEC) /* 2025-03-06T14:20:00+07:00 */

typedef struct {
  MoeiOperation *operation;
  GtkWidget     *window;
  MoeiMap       *map;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);

  fixture->operation = map_fixture_load (folder, AFTERNOON);
  fixture->map = moei_map_new ();
  g_object_set (fixture->map, "operation", fixture->operation, "now", AFTERNOON, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  map_fixture_wait_settled (fixture->map);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gpointer operation = fixture->operation;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (operation, &operation);
  g_object_unref (operation);
  map_fixture_wait_gone (&operation);
}

static GtkWidget *
get_shumate (Fixture *fixture)
{
  return gtk_widget_get_first_child (GTK_WIDGET (moei_map_get_canvas (fixture->map)));
}

static ShumateViewport *
get_viewport (Fixture *fixture)
{
  return shumate_map_get_viewport (SHUMATE_MAP (get_shumate (fixture)));
}

/* Nothing of the world is seen twice, and nothing of what is beyond it. */
static void
assert_one_world (const MoeiProjector *projector)
{
  g_assert_cmpfloat (projector->world, >=, projector->width);
  g_assert_cmpfloat (projector->world, >=, projector->height);
  g_assert_cmpfloat (projector->centre.y * projector->world, >=, projector->height / 2 - 0.5);
  g_assert_cmpfloat ((1 - projector->centre.y) * projector->world, >=, projector->height / 2 - 0.5);
}

/* On views of every size, from wherever it is tried to leave the world. */
static void
test_sizes (void)
{
  static const struct { int width, height; } sizes[] = {
    { 320, 240 }, { 984, 823 }, { 1366, 768 }, { 1080, 1920 }, { 1920, 1080 }, { 2560, 1440 }, { 3840, 1600 }, { 3840, 2160 },
  };
  static const MoeiPosition ends[] = { { 98, 85 }, { 98, -85 }, { 179.99, 0 }, { -179.99, 60 }, { 0, 0 } };
  g_autoptr (GPtrArray) basemaps = g_ptr_array_new ();
  g_autoptr (MoeiBasemapSource) source = moei_basemap_source_new (basemaps);
  ShumateMap *map = g_object_ref_sink (shumate_map_new ());
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  ShumateMapLayer *base = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), viewport);
  g_autoptr (MoeiMapNavigator) navigator = NULL;
  MoeiProjector projector;

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  shumate_map_add_layer (map, SHUMATE_LAYER (base));
  navigator = moei_map_navigator_new (map, base);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    gtk_widget_measure (GTK_WIDGET (map), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_size_allocate (GTK_WIDGET (map), &(GtkAllocation) { 0, 0, sizes[i].width, sizes[i].height }, -1);
    for (guint j = 0; j < G_N_ELEMENTS (ends); j++) {
      moei_map_navigator_look_at (navigator, ends[j], 0, FALSE);
      moei_map_navigator_project (navigator, &projector);
      assert_one_world (&projector);

      /* Nor by what the map itself does to a finger or a wheel */
      shumate_viewport_set_zoom_level (viewport, 0);
      shumate_location_set_location (SHUMATE_LOCATION (viewport), ends[j].latitude, ends[j].longitude);
      moei_map_navigator_project (navigator, &projector);
      assert_one_world (&projector);
    }
  }
  g_object_unref (map);
}

/* A window that becomes larger does not show more than the world. */
static void
test_resize (Fixture       *fixture,
             gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector projector;

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98, 70 }, 0, FALSE);
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (canvas, &projector);
  assert_one_world (&projector);
  g_assert_cmpfloat (projector.zoom, <, 3);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1900, 1060);
  while (gtk_widget_get_width (GTK_WIDGET (canvas)) < 1800)
    g_main_context_iteration (NULL, TRUE);
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (canvas, &projector);
  assert_one_world (&projector);
}

/* Across the antimeridian a step goes on, and things stay where they are. */
static void
test_antimeridian (Fixture       *fixture,
                   gconstpointer  user_data)
{
  const MoeiPosition fiji = { 178.4, -18.1 }, samoa = { -171.8, -13.8 };
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector projector;
  MoeiPoint west, east;

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 179.5, -16 }, 5, FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.pan", "(ii)", 1, 0));
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), <, -170);
  g_assert_cmpfloat (shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), >, -180);
  west = moei_projector_to_view (&projector, moei_mercator_project (fiji));
  east = moei_projector_to_view (&projector, moei_mercator_project (samoa));
  g_assert_true (moei_projector_shows (&projector, west, 0));
  g_assert_true (moei_projector_shows (&projector, east, 0));
  g_assert_cmpfloat_with_epsilon (east.x - west.x, (188.2 - 178.4) / 360 * projector.world, 0.01);

  /* And back, the short way */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.pan", "(ii)", -1, 0));
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), 179.5, 1e-6);
}

static void
test_north_is_up (Fixture       *fixture,
                  gconstpointer  user_data)
{
  shumate_viewport_set_rotation (get_viewport (fixture), 1.0);
  g_assert_cmpfloat (shumate_viewport_get_rotation (get_viewport (fixture)), ==, 0);
}

static void
scroll (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_shumate (fixture));
  guint n_scrolled = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
    gboolean handled = FALSE;

    if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      continue;
    g_signal_emit_by_name (controller, "scroll", 0.0, -1.0, &handled);
    n_scrolled++;
  }
  g_assert_cmpuint (n_scrolled, >, 0);
}

static void
press_arrow (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "map.pan", "(ii)", 1, 0));
}

/* The wheel or a key ends a flight where it is. */
static void
test_stops (Fixture       *fixture,
            gconstpointer  user_data)
{
  static void (* const ends[]) (Fixture *) = { scroll, press_arrow };
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector before, after;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    moei_map_canvas_look_at (canvas, (MoeiPosition) { 98.5, 16.7 }, 12, FALSE);
    map_fixture_wait_settled (fixture->map);
    moei_map_canvas_project (canvas, &before);
    moei_map_canvas_look_at (canvas, (MoeiPosition) { 118.86, 31.74 }, 4, TRUE);
    g_assert_false (moei_map_canvas_is_settled (canvas));
    ends[i] (fixture);
    map_fixture_wait_settled (fixture->map);
    moei_map_canvas_project (canvas, &after);
    g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 1.0);
    g_assert_cmpfloat_with_epsilon ((after.centre.x - before.centre.x) * before.world, 0, before.width);
  }
}

/* Whoever wants no motion is there at once. */
static void
test_without_motion (Fixture       *fixture,
                     gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector projector;

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98.5, 16.7 }, 12, FALSE);
  moei_map_canvas_look_at (canvas, (MoeiPosition) { 118.86, 31.74 }, 6, TRUE);
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, ==, 12);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  moei_map_canvas_look_at (canvas, (MoeiPosition) { 118.86, 31.74 }, 6, TRUE);
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, ==, 6);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), 118.86, 1e-6);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.zoom-in", NULL));
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, ==, 7);
}

/* Names are not in the tiles: another language draws none of them. */
static void
test_language_and_tiles (Fixture       *fixture,
                         gconstpointer  user_data)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (get_viewport (fixture));
  g_autofree char *id = NULL;
  guint n_alive;

  moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), (MoeiPosition) { 98.5, 16.7 }, 11.5, FALSE);
  map_fixture_wait_settled (fixture->map);
  id = g_strdup (shumate_map_source_get_id (source));
  n_alive = moei_basemap_source_get_n_alive (MOEI_BASEMAP_SOURCE (source));

  for (int language = 0; language < MOEI_N_LANGUAGES; language++) {
    g_object_set (fixture->map, "language", language, NULL);
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_true (moei_basemap_source_is_idle (MOEI_BASEMAP_SOURCE (source)));
    map_fixture_wait_settled (fixture->map);
    g_assert_cmpstr (shumate_map_source_get_id (source), ==, id);
    g_assert_cmpuint (moei_basemap_source_get_n_alive (MOEI_BASEMAP_SOURCE (source)), ==, n_alive);
  }
}

/* Nor does it move the view of the day, though the legend's words are longer. */
static void
test_language_and_day (Fixture       *fixture,
                       gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  GtkWidget *window = gtk_window_new ();
  MoeiMap *next = moei_map_new ();
  MoeiProjector before, after;

  moei_map_canvas_project (canvas, &before);
  for (int language = 0; language < MOEI_N_LANGUAGES; language++) {
    g_object_set (fixture->map, "language", language, NULL);
    map_fixture_wait_settled (fixture->map);
    moei_map_canvas_project (canvas, &after);
    g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  }

  /* In another window, which may be a little wider */
  moei_map_copy_view (next, fixture->map);
  g_object_set (next, "operation", fixture->operation, "now", AFTERNOON, "language", MOEI_LANGUAGE_MY, NULL);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (next));
  gtk_window_present (GTK_WINDOW (window));
  map_fixture_wait_settled (next);
  moei_map_canvas_project (moei_map_get_canvas (next), &after);
  g_assert_cmpfloat (after.zoom, ==, before.zoom);
  g_assert_cmpfloat_with_epsilon (after.centre.x, before.centre.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.centre.y, before.centre.y, 1e-9);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, func) g_test_add ("/map-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  moei_language_set_current (MOEI_LANGUAGE_EN);
  adw_init ();

  g_test_add_func ("/map-view/sizes", test_sizes);
  ADD ("resize", test_resize);
  ADD ("antimeridian", test_antimeridian);
  ADD ("north-is-up", test_north_is_up);
  ADD ("stops", test_stops);
  ADD ("without-motion", test_without_motion);
  ADD ("language-and-tiles", test_language_and_tiles);
  ADD ("language-and-day", test_language_and_day);

  return g_test_run ();
}
