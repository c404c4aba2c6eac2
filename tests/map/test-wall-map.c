/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "language/moei-language.h"
#include "map/moei-labels-layer.h"
#include "map/moei-raster.h"
#include "map/moei-wall-map.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "tests/map/map-fixture.h"

#define AFTERNOON (G_GINT64_CONSTANT (1741245600) * G_USEC_PER_SEC) /* 2025-03-06T14:20:00+07:00 */
#define WIDTH     1240
#define HEIGHT    760
#define SCREEN    1080

typedef struct {
  MoeiOperation *operation;
  GtkWidget     *window;
  MoeiWallMap   *map;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);

  fixture->operation = map_fixture_load (folder, AFTERNOON);
  fixture->map = MOEI_WALL_MAP (moei_wall_map_new ());
  g_object_set (fixture->map, "operation", fixture->operation, "now", AFTERNOON, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  map_fixture_wait_canvas (moei_wall_map_get_canvas (fixture->map));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gpointer operation = fixture->operation;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (operation, &operation);
  g_object_unref (operation);
  map_fixture_wait_gone (&operation);
}

static void
test_new_destroy (void)
{
  GtkWidget *map = g_object_ref_sink (moei_wall_map_new ());

  g_assert_finalize_object (map);
}

static gboolean
overlap (const MoeiBox *a,
         const MoeiBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* As large as they must be, and none over another or out of the view. */
static void
assert_labels (Fixture *fixture,
               double   text_scale,
               guint    at_least)
{
  MoeiMapCanvas *canvas = moei_wall_map_get_canvas (fixture->map);
  g_autoptr (GArray) labels = moei_map_canvas_get_labels (canvas);
  MoeiProjector projector;

  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat_with_epsilon (projector.width * text_scale, WIDTH, text_scale);
  g_assert_cmpuint (labels->len, >=, at_least);
  for (guint i = 0; i < labels->len; i++) {
    MoeiBox a = g_array_index (labels, MoeiDrawnLabel, i).box;

    /* A line is as high as its letters, with some room around them. */
    g_assert_cmpfloat (a.height, >=, MOEI_WALL_MAP_LEAST_TEXT);
    g_assert_true (a.x >= 0 && a.y >= 0 && a.x + a.width <= projector.width && a.y + a.height <= projector.height);
    for (guint j = 0; j < i; j++)
      g_assert_false (overlap (&a, &g_array_index (labels, MoeiDrawnLabel, j).box));
  }
}

/* The smallest text is 2.4 % of a screen of 1,080 lines where the map is
 * magnified twice. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const double scales[] = { 2, 1.42, 3 };
  MoeiMapCanvas *canvas = moei_wall_map_get_canvas (fixture->map);

  g_assert_cmpfloat (2 * MOEI_WALL_MAP_LEAST_TEXT / SCREEN, >=, 0.024);
  g_assert_cmpfloat (moei_map_scene_get_least_text (moei_wall_map_get_scene (fixture->map)), ==, MOEI_WALL_MAP_LEAST_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_object_set (fixture->map, "text-scale", scales[i], NULL);
    map_fixture_wait_canvas (canvas);
    for (int language = 0; language < MOEI_N_LANGUAGES; language++) {
      g_object_set (fixture->map, "language", language, NULL);
      map_fixture_wait_canvas (canvas);
      assert_labels (fixture, scales[i], 4);
    }
    g_assert_cmpfloat_with_epsilon (moei_raster_scale_of (GTK_WIDGET (canvas)), scales[i], 1e-3);
  }
}

/* Only words are others. */
static void
test_language_moves_nothing (Fixture       *fixture,
                             gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_wall_map_get_canvas (fixture->map);
  int width = gtk_widget_get_width (GTK_WIDGET (canvas));
  MoeiProjector before, after;

  moei_map_canvas_project (canvas, &before);
  for (int i = 0; i < 2 * MOEI_N_LANGUAGES; i++) {
    g_object_set (fixture->map, "language", i % MOEI_N_LANGUAGES, NULL);
    map_fixture_wait_canvas (canvas);
    moei_map_canvas_project (canvas, &after);
    g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (canvas)), ==, width);
  }
}

static guint
count_entities (Fixture *fixture)
{
  g_autoptr (GArray) labels = moei_map_canvas_get_labels (moei_wall_map_get_canvas (fixture->map));
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += g_array_index (labels, MoeiDrawnLabel, i).entity != NULL;
  return n;
}

/* The base map and the airport, and nothing of who waits where. */
static void
test_visitor (Fixture       *fixture,
              gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_wall_map_get_canvas (fixture->map);
  MoeiProjector projector;

  g_assert_cmpuint (count_entities (fixture), >, 2);
  g_object_set (fixture->map, "visitor", TRUE, NULL);
  map_fixture_wait_canvas (canvas);
  g_assert_cmpuint (count_entities (fixture), <=, 1);
  g_assert_cmpuint (moei_map_canvas_get_keys (canvas) & ~MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_AIRPORT), ==, 0);
  moei_map_canvas_project (canvas, &projector);
  for (double x = 5; x < projector.width; x += 10) {
    for (double y = 5; y < projector.height; y += 10) {
      MoeiEntity *entity = moei_map_canvas_pick (canvas, x, y);

      g_assert_true (entity == NULL || (MOEI_IS_PLACE (entity) &&
                                        moei_place_get_kind (MOEI_PLACE (entity)) == MOEI_PLACE_KIND_AIRPORT));
    }
  }

  g_object_set (fixture->map, "visitor", FALSE, NULL);
  map_fixture_wait_canvas (canvas);
  g_assert_cmpuint (count_entities (fixture), >, 2);
}

/* The view goes to what happens, and the day does not take it back. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_wall_map_get_canvas (fixture->map);
  MoeiConvoy *convoy = NULL;
  MoeiProjector before, after;

  for (guint i = 0; convoy == NULL && i < moei_collection_size (moei_operation_get_convoys (fixture->operation)); i++) {
    MoeiConvoy *one = moei_collection_get (moei_operation_get_convoys (fixture->operation), i);

    if (moei_convoy_get_state (one) == MOEI_CONVOY_STATE_UNDER_WAY)
      convoy = one;
  }
  g_assert_nonnull (convoy);
  moei_map_canvas_project (canvas, &before);
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  while (!moei_map_canvas_is_visiting (canvas))
    g_main_context_iteration (NULL, TRUE);
  map_fixture_wait_canvas (canvas);
  moei_map_canvas_project (canvas, &after);
  g_assert_cmpfloat (after.zoom, >, before.zoom);
  g_object_set (fixture->map, "language", MOEI_LANGUAGE_TH, NULL);
  map_fixture_wait_canvas (canvas);
  moei_map_canvas_project (canvas, &before);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
}

static void
on_drawn (gboolean *drawn)
{
  *drawn = TRUE;
}

/* Time alone draws nothing: only what it moves by a pixel. */
static void
test_stands_still (Fixture       *fixture,
                   gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_wall_map_get_canvas (fixture->map);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (canvas));
  gboolean drawn = FALSE;

  g_signal_connect_swapped (paintable, "invalidate-contents", G_CALLBACK (on_drawn), &drawn);
  g_object_set (fixture->map, "now", AFTERNOON + 1000, NULL);
  map_fixture_wait_canvas (canvas);
  g_assert_false (drawn);

  g_object_set (fixture->map, "now", AFTERNOON + 10 * G_TIME_SPAN_MINUTE, NULL);
  map_fixture_wait_canvas (canvas);
  g_assert_true (drawn);
}

#define ADD(name, func) g_test_add ("/wall-map/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  moei_language_set_current (MOEI_LANGUAGE_EN);
  adw_init ();

  g_test_add_func ("/wall-map/new-destroy", test_new_destroy);
  ADD ("sizes", test_sizes);
  ADD ("language-moves-nothing", test_language_moves_nothing);
  ADD ("visitor", test_visitor);
  ADD ("follows", test_follows);
  ADD ("stands-still", test_stands_still);

  return g_test_run ();
}
