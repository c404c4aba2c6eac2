/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "map/moei-basemap-source.h"
#include "map/moei-basemap.h"
#include "map/moei-projection.h"

/* A map of one layer with one part: a line of two points. */
static const guint8 smallest[] = {
  'M', 'O', 'E', 'I', 'B', 'A', 'S', 'E', 1, 0, 1, 0,
  MOEI_BASEMAP_ROAD, 0, 8, 19, 10, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0,
  2, 1, 2, 0x80, 0x08, 20, 3, 4,
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "basemap", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
assert_refused (const guint8     *data,
                gsize             size,
                MoeiBasemapError  code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBasemap) basemap = moei_basemap_decode (bytes, &error);

  g_assert_null (basemap);
  g_assert_error (error, MOEI_BASEMAP_ERROR, (int) code);
}

/* The smallest map with one byte changed. */
static void
assert_change_refused (gsize            at,
                       guint8           byte,
                       MoeiBasemapError code)
{
  guint8 data[sizeof smallest];

  memcpy (data, smallest, sizeof smallest);
  data[at] = byte;
  assert_refused (data, sizeof data, code);
}

static void
test_smallest (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (smallest, sizeof smallest);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBasemap) basemap = moei_basemap_decode (bytes, &error);
  const MoeiBasemapLayer *layers;
  const MoeiBasemapPart *part;
  guint n_layers;

  g_assert_no_error (error);
  layers = moei_basemap_get_layers (basemap, &n_layers);
  g_assert_cmpuint (n_layers, ==, 1);
  g_assert_cmpint (layers[0].feature, ==, MOEI_BASEMAP_ROAD);
  g_assert_false (layers[0].closed);
  g_assert_cmpuint (layers[0].min_zoom, ==, 8);
  g_assert_cmpuint (layers[0].max_zoom, ==, 19);
  g_assert_cmpuint (layers[0].n_parts, ==, 1);

  part = layers[0].parts;
  g_assert_cmpuint (part->kind, ==, 2);
  g_assert_cmpuint (part->n_rings, ==, 1);
  g_assert_cmpuint (part->rings[0], ==, 2);
  g_assert_cmpint (part->points[0], ==, 512 << 20);
  g_assert_cmpint (part->points[1], ==, 10 << 20);
  g_assert_cmpint (part->points[2], ==, 510 << 20);
  g_assert_cmpint (part->points[3], ==, 12 << 20);
  g_assert_cmpint (part->x0, ==, 510 << 20);
  g_assert_cmpint (part->y1, ==, 12 << 20);
  g_assert_finalize_object (g_steal_pointer (&basemap));
}

static void
test_not_a_basemap (void)
{
  assert_refused ((const guint8 *) "", 0, MOEI_BASEMAP_ERROR_NOT_A_BASEMAP);
  assert_refused (smallest, 11, MOEI_BASEMAP_ERROR_NOT_A_BASEMAP);
  assert_change_refused (0, 'm', MOEI_BASEMAP_ERROR_NOT_A_BASEMAP);
  assert_change_refused (8, 2, MOEI_BASEMAP_ERROR_VERSION);
  assert_change_refused (9, 1, MOEI_BASEMAP_ERROR_VERSION);
}

static void
test_hostile (void)
{
  assert_change_refused (10, 2, MOEI_BASEMAP_ERROR_TRUNCATED);                         /* layers */
  assert_change_refused (12, MOEI_BASEMAP_N_FEATURES, MOEI_BASEMAP_ERROR_MALFORMED);
  assert_change_refused (13, 2, MOEI_BASEMAP_ERROR_MALFORMED);                         /* closed */
  assert_change_refused (14, 20, MOEI_BASEMAP_ERROR_MALFORMED);                        /* first zoom */
  assert_change_refused (15, 31, MOEI_BASEMAP_ERROR_MALFORMED);                        /* last zoom */
  assert_change_refused (16, 0, MOEI_BASEMAP_ERROR_MALFORMED);                         /* bits */
  assert_change_refused (16, 31, MOEI_BASEMAP_ERROR_MALFORMED);
  assert_change_refused (23, 0xff, MOEI_BASEMAP_ERROR_TRUNCATED);                      /* parts */
  assert_change_refused (27, 0xff, MOEI_BASEMAP_ERROR_TRUNCATED);                      /* points */
  assert_change_refused (20, 2, MOEI_BASEMAP_ERROR_TRUNCATED);                         /* one part too many */
  assert_change_refused (20, 0, MOEI_BASEMAP_ERROR_MALFORMED);                         /* one too few */
  assert_change_refused (24, 3, MOEI_BASEMAP_ERROR_MALFORMED);                         /* one point too many */
  assert_change_refused (24, 1, MOEI_BASEMAP_ERROR_MALFORMED);                         /* one too few */
  assert_change_refused (29, 0, MOEI_BASEMAP_ERROR_MALFORMED);                         /* rings */
  assert_change_refused (29, 3, MOEI_BASEMAP_ERROR_MALFORMED);
  assert_change_refused (30, 1, MOEI_BASEMAP_ERROR_MALFORMED);                         /* points of a ring */
  assert_change_refused (30, 3, MOEI_BASEMAP_ERROR_MALFORMED);
  assert_change_refused (33, 21, MOEI_BASEMAP_ERROR_MALFORMED);                        /* north of the world */
  assert_change_refused (32, 0x7f, MOEI_BASEMAP_ERROR_MALFORMED);                      /* east of it */
}

static void
test_number_too_large (void)
{
  guint8 data[sizeof smallest + 8];

  memcpy (data, smallest, sizeof smallest);
  memset (data + 28, 0xff, sizeof data - 28);
  assert_refused (data, sizeof data, MOEI_BASEMAP_ERROR_MALFORMED);
}

static void
test_goes_on (void)
{
  guint8 data[sizeof smallest + 1];

  memcpy (data, smallest, sizeof smallest);
  data[sizeof smallest] = 0;
  assert_refused (data, sizeof data, MOEI_BASEMAP_ERROR_MALFORMED);
}

/* Whatever is cut off is missed, and the error names the place. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = load ("local.basemap");
  gsize size = g_bytes_get_size (whole);

  for (gsize length = 0; length < size; length++) {
    g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, length);
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiBasemap) basemap = moei_basemap_decode (bytes, &error);
    int code = length < 12 ? MOEI_BASEMAP_ERROR_NOT_A_BASEMAP : MOEI_BASEMAP_ERROR_TRUNCATED;

    g_assert_null (basemap);
    g_assert_error (error, MOEI_BASEMAP_ERROR, code);
    g_assert_nonnull (strstr (error->message, "byte "));
  }
}

/* Refused with words that say where, or another map. */
static gboolean
is_refused (const guint8 *data,
            gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBasemap) basemap = moei_basemap_decode (bytes, &error);

  g_assert_true ((basemap == NULL) == (error != NULL));
  if (error == NULL)
    return FALSE;
  g_assert_true (error->domain == MOEI_BASEMAP_ERROR);
  g_assert_true (error->code == MOEI_BASEMAP_ERROR_VERSION ? strstr (error->message, "version ") != NULL
                                                           : strstr (error->message, "byte ") != NULL);
  return TRUE;
}

/* Each of the maps that are bundled, its beginning cut off at every byte, the
 * rest in steps. */
static void
test_cut_off (void)
{
  static const char * const names[] = { "world.basemap", "border.basemap", "local.basemap" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GBytes) whole = load (names[i]);
    gsize size;
    const guint8 *data = g_bytes_get_data (whole, &size);

    g_assert_false (is_refused (data, size));
    for (gsize length = 0; length < size; length += length < 400 ? 1 : size / 61)
      g_assert_true (is_refused (data, length));
  }
}

/* Each byte of the head of a map, changed in every one of its bits: what is
 * still a map may look another, but has no more in it than the file. */
static void
test_changed_head (void)
{
  g_autoptr (GBytes) whole = load ("local.basemap");
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  gsize head = 12 + 16 * (gsize) (data[10] | data[11] << 8);
  guint n_refused = 0;

  g_assert_cmpuint (head, <, size);
  for (gsize at = 0; at < head; at++) {
    for (guint bit = 0; bit < 8; bit++) {
      copy[at] ^= (guint8) (1 << bit);
      n_refused += is_refused (copy, size);
      copy[at] = data[at];
    }
    copy[at] ^= 0xff;
    n_refused += is_refused (copy, size);
    copy[at] = data[at];
  }
  g_assert_cmpuint (n_refused, >, 3 * head);
}

/* Broken bytes are refused or give another map, but never more than that. */
static void
test_broken (void)
{
  g_autoptr (GBytes) whole = load ("local.basemap");
  g_autoptr (GRand) random = g_rand_new_with_seed (20250306);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  guint n_refused = 0;

  for (guint i = 0; i < 4000; i++) {
    guint8 *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiBasemap) basemap = NULL;

    for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
      copy[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
    basemap = moei_basemap_decode (bytes, &error);
    g_assert_true ((basemap == NULL) == (error != NULL));
    n_refused += basemap == NULL;
  }
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_bundled (void)
{
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();
  gboolean has[MOEI_BASEMAP_N_FEATURES] = { FALSE };
  guint n_layers;

  g_assert_cmpuint (basemaps->len, ==, 3);
  for (guint i = 0; i < basemaps->len; i++) {
    const MoeiBasemapLayer *layers = moei_basemap_get_layers (basemaps->pdata[i], &n_layers);

    for (guint j = 0; j < n_layers; j++)
      has[layers[j].feature] = TRUE;
  }
  for (guint i = 0; i < MOEI_BASEMAP_N_FEATURES; i++)
    g_assert_true (has[i]);
}

/* The colour of the tile at a position, drawn alone. */
static guint32
colour_at (GPtrArray *basemaps,
           double     longitude,
           double     latitude,
           guint      zoom)
{
  MoeiTileLook look = { FALSE, 1, 1 };
  MoeiPoint point = moei_mercator_project ((MoeiPosition) { longitude, latitude });
  double x = point.x * exp2 (zoom), y = point.y * exp2 (zoom);
  cairo_surface_t *surface = moei_basemap_raster_surface (basemaps, &look, zoom, (guint) x, (guint) y);
  int px = MOEI_TILE_GUTTER + (int) (fmod (x, 1) * MOEI_TILE_SIZE);
  int py = MOEI_TILE_GUTTER + (int) (fmod (y, 1) * MOEI_TILE_SIZE);
  guint32 colour;

  cairo_surface_flush (surface);
  memcpy (&colour, cairo_image_surface_get_data (surface) + py * cairo_image_surface_get_stride (surface) + 4 * px, 4);
  cairo_surface_destroy (surface);
  return colour;
}

static guint32
colour_of (const GdkRGBA *rgba)
{
  return 0xff000000 | (guint32) (rgba->red * 255 + 0.5f) << 16 | (guint32) (rgba->green * 255 + 0.5f) << 8 |
         (guint32) (rgba->blue * 255 + 0.5f);
}

/* Both banks of the Moei belong to whom they belong, at every zoom level from
 * which on it matters. */
static void
test_countries (void)
{
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();
  const MoeiMapStyle *style = moei_map_style_get (FALSE);

  for (guint zoom = 8; zoom <= MOEI_BASEMAP_MAX_ZOOM; zoom += 2) {
    g_assert_cmphex (colour_at (basemaps, 98.450, 16.830, zoom), ==, colour_of (&style->myanmar));
    g_assert_cmphex (colour_at (basemaps, 98.40, 16.65, zoom), ==, colour_of (&style->myanmar));
    g_assert_cmphex (colour_at (basemaps, 98.620, 16.800, zoom), ==, colour_of (&style->thailand));
    g_assert_cmphex (colour_at (basemaps, 98.680, 16.620, zoom), ==, colour_of (&style->thailand));
  }
  /* KK Park, Shwe Kokko */
  g_assert_cmphex (colour_at (basemaps, 98.5560, 16.6300, 14), ==, colour_of (&style->myanmar));
  g_assert_cmphex (colour_at (basemaps, 98.5200, 16.8250, 14), ==, colour_of (&style->myanmar));
  g_assert_cmphex (colour_at (basemaps, 96.0, 12.0, 6), ==, colour_of (&style->water));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/basemap/smallest", test_smallest);
  g_test_add_func ("/basemap/not-a-basemap", test_not_a_basemap);
  g_test_add_func ("/basemap/hostile", test_hostile);
  g_test_add_func ("/basemap/number-too-large", test_number_too_large);
  g_test_add_func ("/basemap/goes-on", test_goes_on);
  g_test_add_func ("/basemap/truncated", test_truncated);
  g_test_add_func ("/basemap/cut-off", test_cut_off);
  g_test_add_func ("/basemap/changed-head", test_changed_head);
  g_test_add_func ("/basemap/broken", test_broken);
  g_test_add_func ("/basemap/bundled", test_bundled);
  g_test_add_func ("/basemap/countries", test_countries);

  return g_test_run ();
}
