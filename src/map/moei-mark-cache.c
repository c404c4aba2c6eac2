/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-mark-cache.h"
#include "map/moei-raster.h"

/* A mark is drawn in so many directions: none is off by more than 2 degrees. */
#define N_COURSES 96

/* Beyond so many marks all are forgotten. */
#define MAX_KEPT 600

/**
 * MoeiMarkCache:
 *
 * Marks that have been drawn, to be shown again: in a view with many flights,
 * drawing their arrows took longer than all other labels.
 */
struct _MoeiMarkCache {
  GHashTable *marks; /* Key → MoeiRaster */
  double      scale; /* at which they were drawn */
};

typedef struct {
  MoeiMapMark mark;
  int         course;
  GdkRGBA     colour;
  GdkRGBA     halo;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return gdk_rgba_hash (&key->colour) * 31 + gdk_rgba_hash (&key->halo) + (guint) key->course * 8 + key->mark;
}

static gboolean
is_same_key (gconstpointer a,
             gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->mark == other->mark && one->course == other->course && gdk_rgba_equal (&one->colour, &other->colour) &&
         gdk_rgba_equal (&one->halo, &other->halo);
}

/**
 * moei_mark_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
MoeiMarkCache *
moei_mark_cache_new (void)
{
  MoeiMarkCache *self = g_new0 (MoeiMarkCache, 1);

  self->marks = g_hash_table_new_full (hash_key, is_same_key, g_free, (GDestroyNotify) moei_raster_unref);
  self->scale = 1;
  return self;
}

/**
 * moei_mark_cache_free:
 * @self: (transfer full): a cache
 */
void
moei_mark_cache_free (MoeiMarkCache *self)
{
  g_hash_table_unref (self->marks);
  g_free (self);
}

/**
 * moei_mark_cache_set_scale:
 * @self: a cache
 * @scale: device pixels per pixel
 */
void
moei_mark_cache_set_scale (MoeiMarkCache *self,
                           double         scale)
{
  if (self->scale != scale || g_hash_table_size (self->marks) > MAX_KEPT)
    g_hash_table_remove_all (self->marks);
  self->scale = scale;
}

static MoeiRaster *
draw (MoeiMarkCache *self,
      const Key     *key)
{
  int width = (int) ceil (2 * MOEI_MAP_MARK_REACH * self->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, width);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  cairo_translate (cr, MOEI_MAP_MARK_REACH, MOEI_MAP_MARK_REACH);
  cairo_rotate (cr, key->course * 2 * G_PI / N_COURSES);
  moei_map_mark_draw (key->mark, cr, &key->colour, &key->halo);
  cairo_destroy (cr);
  return moei_raster_new (surface);
}

/**
 * moei_mark_cache_append:
 * @self: a cache
 * @mark: a mark
 * @snapshot: where to draw it
 * @at: its middle
 * @course: where an arrow points, in radians clockwise from north
 * @colour: its colour
 * @halo: the colour around it
 * @as_cairo: as a cairo node rather than as a texture
 */
void
moei_mark_cache_append (MoeiMarkCache *self,
                        MoeiMapMark    mark,
                        GtkSnapshot   *snapshot,
                        MoeiPoint      at,
                        double         course,
                        const GdkRGBA *colour,
                        const GdkRGBA *halo,
                        gboolean       as_cairo)
{
  Key key = { mark, (int) lround (course * N_COURSES / (2 * G_PI)), *colour, *halo };
  MoeiRaster *raster;

  key.course = (key.course % N_COURSES + N_COURSES) % N_COURSES;
  raster = g_hash_table_lookup (self->marks, &key);
  if (raster == NULL) {
    raster = draw (self, &key);
    g_hash_table_insert (self->marks, g_memdup2 (&key, sizeof key), raster);
  }
  /* Whole device pixels, so that it stays sharp */
  moei_raster_append_at (raster, snapshot, round ((at.x - MOEI_MAP_MARK_REACH) * self->scale) / self->scale,
                         round ((at.y - MOEI_MAP_MARK_REACH) * self->scale) / self->scale, as_cairo);
}
