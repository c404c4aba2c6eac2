/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That tiles fit together, and change their colours without a gap. */
#include "config.h"

#include <math.h>
#include <shumate/shumate.h>
#include <string.h>

#include "map/moei-basemap-source.h"
#include "map/moei-projection.h"
#include "map/moei-raster.h"

#define WIDTH       640
#define HEIGHT      480
#define PATIENCE_MS 120000

/* By so much, of 255, two colours may differ and be seen as one: where four
 * tiles meet, that is the rounding of three of them over each other. */
#define SAME 3

/* The same where a slanting line, cut off elsewhere, is smoothed */
#define SAME_EDGE 8

/* No colour of the map */
#define NOTHING "map-view { background: #ff00ff; }"

typedef struct {
  GtkWidget         *window;
  ShumateMap        *map;
  ShumateMapLayer   *layer;
  MoeiBasemapSource *source;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();

  fixture->source = moei_basemap_source_new (basemaps);
  fixture->map = shumate_map_new ();
  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (fixture->map),
                                             SHUMATE_MAP_SOURCE (fixture->source));
  fixture->layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (fixture->source),
                                          shumate_map_get_viewport (fixture->map));
  shumate_map_add_layer (fixture->map, SHUMATE_LAYER (fixture->layer));
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->source);
}

static gboolean
on_patience_over (gpointer user_data)
{
  g_error ("the tiles are not drawn");
  return G_SOURCE_REMOVE;
}

/* Until all tiles of the view are there, and on screen. */
static void
wait_for_tiles (Fixture *fixture)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, NULL);

  for (guint n_idle = 0; n_idle < 3; n_idle++) {
    gtk_widget_queue_draw (GTK_WIDGET (fixture->layer));
    gtk_test_widget_wait_for_draw (fixture->window);
    while (g_main_context_iteration (NULL, FALSE) || !moei_basemap_source_is_idle (fixture->source))
      continue;
  }
  g_source_remove (patience);
}

static void
look_at (Fixture      *fixture,
         MoeiPosition  position,
         double        zoom)
{
  ShumateViewport *viewport = shumate_map_get_viewport (fixture->map);

  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), position.latitude, position.longitude);
}

static guint32 *
take_picture (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->map));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 *pixels = g_new (guint32, WIDTH * HEIGHT);

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, (guchar *) pixels, WIDTH * 4);
  return pixels;
}

static int
difference (guint32 a,
            guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

static guint32
colour_of (const GdkRGBA *rgba)
{
  return 0xff000000 | (guint32) (rgba->red * 255 + 0.5f) << 16 | (guint32) (rgba->green * 255 + 0.5f) << 8 |
         (guint32) (rgba->blue * 255 + 0.5f);
}

/* One of two colours, or a mixture of them */
static gboolean
is_between (guint32 colour,
            guint32 a,
            guint32 b)
{
  for (guint shift = 0; shift < 32; shift += 8) {
    int c = colour >> shift & 0xff, x = a >> shift & 0xff, y = b >> shift & 0xff;

    if (c < MIN (x, y) - SAME || c > MAX (x, y) + SAME)
      return FALSE;
  }
  return TRUE;
}

static guint
count_others (const guint32 *pixels,
              guint32        colour)
{
  guint n = 0;

  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += difference (pixels[i], colour) > SAME;
  return n;
}

/* The edge of a tile, and the gutter of the one before it, are the same. */
static void
assert_edges_agree (GPtrArray   *basemaps,
                    guint        zoom,
                    guint        x,
                    guint        y,
                    gboolean     down,
                    MoeiMapTone  tone,
                    double       scale)
{
  MoeiTileLook look = { tone, scale, 1 };
  cairo_surface_t *a = moei_basemap_raster_surface (basemaps, &look, zoom, x, y);
  cairo_surface_t *b = moei_basemap_raster_surface (basemaps, &look, zoom, x + !down, y + down);
  int size = cairo_image_surface_get_width (a), stride = cairo_image_surface_get_stride (a) / 4;
  int gutter = (int) (MOEI_TILE_GUTTER * scale);
  const guint32 *first, *second;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  first = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (a);
  second = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (b);
  for (int across = 0; across < 2 * gutter; across++) {
    for (int along = gutter; along < size - gutter; along++) {
      int far = size - 2 * gutter + across;
      guint32 p = down ? first[far * stride + along] : first[along * stride + far];
      guint32 q = down ? second[across * stride + along] : second[along * stride + across];

      g_assert_cmpint (difference (p, q), <=, SAME_EDGE);
    }
  }
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Whatever is drawn goes on in the next tile: around Mae Sot, where all kinds of
 * things are, at every level. */
static void
test_edges (void)
{
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();
  static const MoeiPosition places[] = { { 98.50, 16.71 }, { 98.57, 16.715 }, { 98.4768, 16.7197 }, { 98.5165, 16.6908 } };

  for (guint zoom = MOEI_BASEMAP_MIN_ZOOM; zoom <= MOEI_BASEMAP_MAX_ZOOM; zoom++) {
    for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
      MoeiPoint point = moei_mercator_project (places[i]);
      guint x = (guint) (point.x * exp2 (zoom)), y = (guint) (point.y * exp2 (zoom));

      assert_edges_agree (basemaps, zoom, x, y, FALSE, MOEI_MAP_TONE_LIGHT, 1);
      assert_edges_agree (basemaps, zoom, x, y, TRUE, MOEI_MAP_TONE_LIGHT, 1);
      assert_edges_agree (basemaps, zoom, x, y, i % 2, MOEI_MAP_TONE_DARK, 2);
    }
  }
}

typedef struct {
  MoeiPosition position;
  double       zoom;
  gsize        colour;  /* in a style */
} Plain;

/* Where there is but one colour, there is no hairline of another, neither while
 * tiles are scaled nor once they fit. */
static void
test_no_seams (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const Plain plains[] = {
    { { 87.5, 10.0 }, 6.7, G_STRUCT_OFFSET (MoeiMapStyle, water) },
    { { 87.5, 10.0 }, 11.3, G_STRUCT_OFFSET (MoeiMapStyle, water) },
    { { 100.4, 15.0 }, 11.3, G_STRUCT_OFFSET (MoeiMapStyle, thailand) },
    { { 100.4, 15.0 }, 12.7, G_STRUCT_OFFSET (MoeiMapStyle, thailand) },
    { { 95.2, 20.4 }, 9.5, G_STRUCT_OFFSET (MoeiMapStyle, myanmar) },
    { { 95.2, 20.4 }, 12.71, G_STRUCT_OFFSET (MoeiMapStyle, myanmar) },
    { { 104.0, 33.0 }, 8.15, G_STRUCT_OFFSET (MoeiMapStyle, land) },
  };
  static const MoeiMapTone tones[] = { MOEI_MAP_TONE_LIGHT, MOEI_MAP_TONE_DARK };
  gboolean as_cairo = GPOINTER_TO_INT (user_data);

  for (guint i = 0; i < G_N_ELEMENTS (plains); i++) {
    const Plain *plain = &plains[i];
    double fraction = plain->zoom - floor (plain->zoom);

    look_at (fixture, plain->position, plain->zoom);
    for (guint j = 0; j < 2 * G_N_ELEMENTS (tones); j++) {
      MoeiTileLook look = { tones[j / 2], 1, j % 2 ? exp2 (fraction) : 1 };
      const GdkRGBA *colour = G_STRUCT_MEMBER_P (moei_map_style_get (look.tone), plain->colour);
      g_autofree guint32 *pixels = NULL;

      moei_basemap_source_set_look (fixture->source, &look, as_cairo);
      wait_for_tiles (fixture);
      pixels = take_picture (fixture);
      g_test_message ("zoom %g, look %u", plain->zoom, j);
      g_assert_cmpuint (count_others (pixels, colour_of (colour)), ==, 0);
    }
  }
}

typedef struct {
  Fixture *fixture;
  guint32  before, after; /* the colours that are allowed */
  guint    n_frames;
  guint    n_blank;       /* pixels of neither, nor between them */
  guint    n_before;      /* pixels in the last frame that are not yet drawn again */
} Watch;

static void
on_painted (Watch *watch)
{
  g_autofree guint32 *pixels = take_picture (watch->fixture);

  watch->n_frames++;
  watch->n_before = 0;
  for (guint i = 0; i < WIDTH * HEIGHT; i++) {
    watch->n_before += difference (pixels[i], watch->before) <= SAME;
    watch->n_blank += !is_between (pixels[i], watch->before, watch->after);
  }
}

/* From light to dark to high contrast, no frame shows anything but the one or
 * the other, and no tile is let go of. */
static void
test_recolour (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const MoeiMapTone tones[] = {
    MOEI_MAP_TONE_LIGHT, MOEI_MAP_TONE_DARK, MOEI_MAP_TONE_DARK_CONTRAST, MOEI_MAP_TONE_LIGHT_CONTRAST, MOEI_MAP_TONE_LIGHT,
  };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  MoeiTileLook look = { MOEI_MAP_TONE_LIGHT, 1, exp2 (0.3) };

  look_at (fixture, (MoeiPosition) { 87.5, 10.0 }, 7.3);
  moei_basemap_source_set_look (fixture->source, &look, TRUE);
  wait_for_tiles (fixture);
  for (guint i = 1; i < G_N_ELEMENTS (tones); i++) {
    guint32 before = colour_of (&moei_map_style_get (tones[i - 1])->water);
    Watch watch = { fixture, before, colour_of (&moei_map_style_get (tones[i])->water), 0, 0, 0 };
    guint n_alive = moei_basemap_source_get_n_alive (fixture->source);
    gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &watch);

    g_assert_cmpuint (n_alive, >, 0);
    look.tone = tones[i];
    moei_basemap_source_set_look (fixture->source, &look, TRUE);
    /* What is on screen stays there until it is drawn anew. */
    on_painted (&watch);
    g_assert_cmpuint (watch.n_before, ==, WIDTH * HEIGHT);
    wait_for_tiles (fixture);
    on_painted (&watch);
    g_signal_handler_disconnect (clock, id);

    g_assert_cmpuint (watch.n_frames, >, 2);
    g_assert_cmpuint (watch.n_blank, ==, 0);
    g_assert_cmpuint (watch.n_before, ==, 0);
    g_assert_cmpuint (moei_basemap_source_get_n_alive (fixture->source), ==, n_alive);
  }
}

static void
on_filled (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
has_picture (GdkPaintable *paintable)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, MOEI_TILE_SIZE, MOEI_TILE_SIZE);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  return node != NULL;
}

/* The map's cache keeps a hundred tiles that nobody sees: without their pictures. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  user_data)
{
  ShumateTile *tile = shumate_tile_new_full (808, 462, MOEI_TILE_SIZE, 10);
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, NULL);
  g_autoptr (GdkPaintable) paintable = NULL;
  gboolean filled = FALSE;

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (fixture->source), tile, NULL, on_filled, &filled);
  while (!filled || !moei_basemap_source_is_idle (fixture->source))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  paintable = g_object_ref (shumate_tile_get_paintable (tile));
  g_assert_true (has_picture (paintable));

  g_assert_finalize_object (tile);
  g_assert_false (has_picture (paintable));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkCssProvider) nothing = NULL;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  nothing = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (nothing, NOTHING, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (nothing),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);

  g_test_add_func ("/tiles/edges", test_edges);
  g_test_add ("/tiles/no-seams", Fixture, GINT_TO_POINTER (TRUE), set_up, test_no_seams, tear_down);
  g_test_add ("/tiles/no-seams-of-textures", Fixture, GINT_TO_POINTER (FALSE), set_up, test_no_seams, tear_down);
  g_test_add ("/tiles/recolour", Fixture, NULL, set_up, test_recolour, tear_down);
  g_test_add ("/tiles/given-up", Fixture, NULL, set_up, test_given_up, tear_down);

  return g_test_run ();
}
