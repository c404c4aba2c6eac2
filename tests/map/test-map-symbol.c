/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-key.h"

/* What a reader sees of a symbol: its colours as they are, to somebody without
 * one sort of cones, printed in grey, and on a projector in a lit room. */
typedef enum {
  EYE_NORMAL,
  EYE_DEUTERANOPIA,
  EYE_PROTANOPIA,
  EYE_GREY,
  EYE_PROJECTOR,
  N_EYES,
} Eye;

#define SIZE   40
#define PIXELS (SIZE * SIZE)

/* A pixel is another when it differs by so much of the range from black to
 * white; two symbols, when so many of the pixels of either are others. */
#define LEAST_PIXEL 0.1
#define LEAST_SHARE 0.2

typedef struct {
  double rgb[PIXELS][3];
  guint  covered;
} Picture;

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
to_display (double channel)
{
  channel = CLAMP (channel, 0, 1);
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * pow (channel, 1 / 2.4) - 0.055;
}

/* Machado, Oliveira and Fernandes, "A physiologically-based model for simulation
 * of color vision deficiency" (2009), at full severity. */
static const double matrices[][9] = {
  [EYE_DEUTERANOPIA] = { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  [EYE_PROTANOPIA] = { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
};

static void
look_with (Eye     eye,
           double *rgb)
{
  double linear[3] = { to_linear (rgb[0]), to_linear (rgb[1]), to_linear (rgb[2]) };
  double grey = to_display (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]);

  for (guint i = 0; i < 3; i++) {
    if (eye == EYE_GREY)
      rgb[i] = grey;
    else if (eye == EYE_PROJECTOR)
      rgb[i] = 0.5 + rgb[i] / 2;
    else if (eye != EYE_NORMAL)
      rgb[i] = to_display (matrices[eye][3 * i] * linear[0] + matrices[eye][3 * i + 1] * linear[1] +
                           matrices[eye][3 * i + 2] * linear[2]);
  }
}

static void
draw (MoeiMapKey          key,
      const MoeiMapStyle *style,
      Eye                 eye,
      Picture            *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  int stride;

  gdk_cairo_set_source_rgba (cr, &style->thailand);
  cairo_paint (cr);
  cairo_translate (cr, SIZE / 2.0, SIZE / 2.0);
  moei_map_key_draw (key, cr, style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  picture->covered = 0;
  for (guint i = 0; i < PIXELS; i++) {
    guint32 pixel = *(const guint32 *) (gconstpointer) (data + (i / SIZE) * stride + (i % SIZE) * 4);

    picture->rgb[i][0] = (pixel >> 16 & 255) / 255.0;
    picture->rgb[i][1] = (pixel >> 8 & 255) / 255.0;
    picture->rgb[i][2] = (pixel & 255) / 255.0;
    picture->covered += fabs (picture->rgb[i][0] - style->thailand.red) > 0.02 ||
                        fabs (picture->rgb[i][2] - style->thailand.blue) > 0.02;
    look_with (eye, picture->rgb[i]);
  }
  cairo_surface_destroy (surface);
}

/* The share of pixels by which two symbols can be told apart. */
static double
compare (const Picture *a,
         const Picture *b)
{
  guint n = 0;

  for (guint i = 0; i < PIXELS; i++) {
    double most = 0;

    for (guint j = 0; j < 3; j++)
      most = MAX (most, fabs (a->rgb[i][j] - b->rgb[i][j]));
    n += most > LEAST_PIXEL;
  }
  return (double) n / MAX (a->covered, b->covered);
}

static void
assert_apart (const MoeiMapKey *keys,
              guint             n_keys,
              MoeiMapTone       tone,
              Eye               eye)
{
  const MoeiMapStyle *style = moei_map_style_get (tone);
  g_autofree Picture *pictures = g_new (Picture, n_keys);

  for (guint i = 0; i < n_keys; i++) {
    draw (keys[i], style, eye, &pictures[i]);
    for (guint j = 0; j < i; j++) {
      double share = compare (&pictures[i], &pictures[j]);

      g_test_message ("tone %d, eye %d: %d and %d differ in %.0f%%", tone, eye, keys[i], keys[j], share * 100);
      g_assert_cmpfloat (share, >=, LEAST_SHARE);
    }
  }
}

static const MoeiMapKey sites[] = {
  MOEI_MAP_KEY_HELD, MOEI_MAP_KEY_CLEARING, MOEI_MAP_KEY_CLEARED, MOEI_MAP_KEY_UNKNOWN,
};

static const MoeiMapKey crossings[] = {
  MOEI_MAP_KEY_CROSSING_OPEN, MOEI_MAP_KEY_CROSSING_RESTRICTED, MOEI_MAP_KEY_CROSSING_CLOSED,
  MOEI_MAP_KEY_CROSSING_UNKNOWN,
};

static const MoeiMapKey stations[] = {
  MOEI_MAP_KEY_STATION, MOEI_MAP_KEY_STATION_RESTRICTED, MOEI_MAP_KEY_STATION_CLOSED,
};

static const MoeiMapKey airports[] = {
  MOEI_MAP_KEY_AIRPORT, MOEI_MAP_KEY_AIRPORT_RESTRICTED, MOEI_MAP_KEY_AIRPORT_CLOSED,
};

static const MoeiMapKey buses[] = {
  MOEI_MAP_KEY_BUS, MOEI_MAP_KEY_BUS_OLD, MOEI_MAP_KEY_ASIDE,
};

static const MoeiMapKey convoys[] = {
  MOEI_MAP_KEY_CONVOY, MOEI_MAP_KEY_CONVOY_BOARDING, MOEI_MAP_KEY_CONVOY_HALTED, MOEI_MAP_KEY_CONVOY_LATE,
  MOEI_MAP_KEY_CONVOY_UNKNOWN,
};

static const MoeiMapKey routes[] = {
  MOEI_MAP_KEY_ROUTE_OPEN, MOEI_MAP_KEY_ROUTE_RESTRICTED, MOEI_MAP_KEY_ROUTE_CLOSED, MOEI_MAP_KEY_ROUTE_UNKNOWN,
};

static const MoeiMapKey flights[] = {
  MOEI_MAP_KEY_FLIGHT_SCHEDULED, MOEI_MAP_KEY_FLIGHT_BOARDING, MOEI_MAP_KEY_FLIGHT_DELAYED,
  MOEI_MAP_KEY_FLIGHT_DEPARTED, MOEI_MAP_KEY_FLIGHT_CANCELLED,
};

static const struct {
  const char       *name;
  const MoeiMapKey *keys;
  guint             n_keys;
} families[] = {
  { "sites", sites, G_N_ELEMENTS (sites) },
  { "crossings", crossings, G_N_ELEMENTS (crossings) },
  { "stations", stations, G_N_ELEMENTS (stations) },
  { "airports", airports, G_N_ELEMENTS (airports) },
  { "buses", buses, G_N_ELEMENTS (buses) },
  { "convoys", convoys, G_N_ELEMENTS (convoys) },
  { "routes", routes, G_N_ELEMENTS (routes) },
  { "flights", flights, G_N_ELEMENTS (flights) },
};

static void
test_apart (gconstpointer user_data)
{
  guint family = GPOINTER_TO_UINT (user_data);

  for (MoeiMapTone tone = MOEI_MAP_TONE_LIGHT; tone <= MOEI_MAP_TONE_DARK_CONTRAST; tone++) {
    for (Eye eye = EYE_NORMAL; eye < N_EYES; eye++)
      assert_apart (families[family].keys, families[family].n_keys, tone, eye);
  }
}

/* In one colour only, shapes alone must do. */
static void
test_shapes (void)
{
  MoeiMapStyle style = *moei_map_style_get (MOEI_MAP_TONE_LIGHT);
  Picture pictures[G_N_ELEMENTS (sites)];

  style.held = style.clearing = style.cleared = style.unknown;
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++) {
    draw (sites[i], &style, EYE_NORMAL, &pictures[i]);
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (compare (&pictures[i], &pictures[j]), >=, LEAST_SHARE);
  }
}

/* All that there is, to be looked at. */
static void
test_sheet (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "map-symbols.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MOEI_MAP_N_KEYS * SIZE, N_EYES * 4 * SIZE);
  cairo_t *cr = cairo_create (surface);

  for (guint row = 0; row < N_EYES * 4; row++) {
    for (MoeiMapKey key = 0; key < MOEI_MAP_N_KEYS; key++) {
      Picture picture;

      draw (key, moei_map_style_get ((MoeiMapTone) (row / N_EYES)), (Eye) (row % N_EYES), &picture);
      for (guint i = 0; i < PIXELS; i++) {
        cairo_set_source_rgb (cr, picture.rgb[i][0], picture.rgb[i][1], picture.rgb[i][2]);
        cairo_rectangle (cr, key * SIZE + i % SIZE, row * SIZE + i / SIZE, 1, 1);
        cairo_fill (cr);
      }
    }
  }
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    g_autofree char *path = g_strdup_printf ("/map-symbol/%s-stay-apart", families[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_apart);
  }
  g_test_add_func ("/map-symbol/shapes", test_shapes);
  g_test_add_func ("/map-symbol/sheet", test_sheet);

  return g_test_run ();
}
