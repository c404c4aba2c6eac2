/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often tiles are drawn, and how wide their lines are. */
#include "config.h"

#include <adwaita.h>
#include <shumate/shumate.h>

#include "language/moei-language.h"
#include "map/moei-basemap-source.h"
#include "map/moei-wall-map.h"
#include "tests/map/map-fixture.h"

#define AFTERNOON (G_GINT64_CONSTANT (1741245600) * G_USEC_PER_SEC) /* 2025-03-06T14:20:00+07:00 */

/* Of the light map */
#define RIVER 0x9cc5e6
#define ROAD  0xdcc796

static MoeiBasemapSource *
get_source (MoeiMapCanvas *canvas)
{
  ShumateMap *map = SHUMATE_MAP (gtk_widget_get_first_child (GTK_WIDGET (canvas)));

  return MOEI_BASEMAP_SOURCE (shumate_viewport_get_reference_map_source (shumate_map_get_viewport (map)));
}

static GtkWidget *
show (GtkWidget *map,
      int        width,
      int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Of the day's view, and of no other: of the view before the legend has its
 * size, some may be done already. */
static void
test_once_at_start (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);
  g_autoptr (MoeiOperation) operation = map_fixture_load (folder, AFTERNOON);
  MoeiMap *map = moei_map_new ();
  GtkWidget *window;
  MoeiBasemapSource *source = get_source (moei_map_get_canvas (map));

  g_object_set (map, "operation", operation, "now", AFTERNOON, NULL);
  window = show (GTK_WIDGET (map), 962, 658);
  map_fixture_wait_settled (map);
  g_test_message ("%u drawn, %u held", moei_basemap_source_get_n_drawn (source),
                  moei_basemap_source_get_n_alive (source));
  g_assert_cmpuint (moei_basemap_source_get_n_drawn (source), >, 10);
  g_assert_cmpuint (moei_basemap_source_get_n_drawn (source), <=, moei_basemap_source_get_n_alive (source) * 7 / 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gsize
count_pixels (GtkWidget *widget,
              guint32    colour)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *data = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gsize n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  data = g_new (guint32, width * height);
  gdk_texture_download (texture, (guchar *) data, (gsize) width * 4);
  for (int i = 0; i < width * height; i++) {
    guint32 pixel = data[i];

    n += ABS ((int) (pixel >> 16 & 255) - (int) (colour >> 16 & 255)) <= 8 &&
         ABS ((int) (pixel >> 8 & 255) - (int) (colour >> 8 & 255)) <= 8 &&
         ABS ((int) (pixel & 255) - (int) (colour & 255)) <= 8;
  }
  return n;
}

/* How much of the same view a line covers, in square pixels of the view. */
static double
measure (double  scale,
         double  zoom,
         guint32 colour)
{
  MoeiWallMap *map = MOEI_WALL_MAP (moei_wall_map_new ());
  GtkWidget *window;
  gsize n;

  g_object_set (map, "text-scale", scale, "visitor", TRUE, NULL);
  g_object_set (moei_wall_map_get_scene (map), "show-names", FALSE, NULL);
  window = show (GTK_WIDGET (map), (int) (400 * scale), (int) (300 * scale));
  map_fixture_wait_canvas (moei_wall_map_get_canvas (map));
  moei_map_canvas_look_at (moei_wall_map_get_canvas (map), (MoeiPosition) { 98.46, 16.69 }, zoom, FALSE);
  map_fixture_wait_canvas (moei_wall_map_get_canvas (map));
  n = count_pixels (GTK_WIDGET (map), colour);
  gtk_window_destroy (GTK_WINDOW (window));
  return (double) n / (scale * scale);
}

/* Lines are as wide on every screen, and do not grow between two levels. */
static void
test_line_widths (void)
{
  static const guint32 colours[] = { RIVER, ROAD };
  static const double zooms[] = { 11.02, 11.5, 11.95 };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++) {
      double one = measure (1, zooms[j], colours[i]);

      for (double scale = 2; scale <= 3; scale++) {
        double other = measure (scale, zooms[j], colours[i]);

        g_test_message ("%06x at %.2f: %.0f, at scale %.1f %.0f", colours[i], zooms[j], one, scale, other);
        g_assert_cmpfloat (one, >, 200);
        /* Edges are blended, so that thin lines lose more of their colour at
         * scale 1; a line twice as wide covers more than twice as much. */
        g_assert_cmpfloat_with_epsilon (other / one, 1.25, 0.4);
      }
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  moei_language_set_current (MOEI_LANGUAGE_EN);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);

  g_test_add_func ("/tile-tuner/once-at-start", test_once_at_start);
  g_test_add_func ("/tile-tuner/line-widths", test_line_widths);

  return g_test_run ();
}
