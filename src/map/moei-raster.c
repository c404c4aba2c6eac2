/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-raster.h"

/* Nearer to its own size than this, a picture is not scaled. */
#define EVEN 1e-4

/* Emptiness is looked for in squares of so many device pixels. */
#define CELL 64

struct _MoeiRaster {
  gatomicrefcount  ref_count;
  cairo_surface_t *surface;
  cairo_region_t  *ink;     /* (nullable) what is not empty, in device pixels */
  GdkTexture      *texture; /* (nullable) made in the main thread when first wanted */
  GskRenderNode   *node;    /* (nullable) the same for the cairo renderer */
};

/**
 * moei_raster_new:
 * @surface: (transfer full): an ARGB32 image surface, which is not drawn to any more
 *
 * Returns: (transfer full): a picture of it
 */
MoeiRaster *
moei_raster_new (cairo_surface_t *surface)
{
  MoeiRaster *self = g_new0 (MoeiRaster, 1);

  cairo_surface_flush (surface);
  g_atomic_ref_count_init (&self->ref_count);
  self->surface = surface;
  return self;
}

/**
 * moei_raster_new_with_ink:
 * @surface: (transfer full): an ARGB32 image surface, which is not drawn to any more
 * @ink: (transfer full): what of it is not empty, in device pixels
 *
 * A large picture with little in it is drawn faster if it is known where.
 *
 * Returns: (transfer full): a picture of it
 */
MoeiRaster *
moei_raster_new_with_ink (cairo_surface_t *surface,
                          cairo_region_t  *ink)
{
  MoeiRaster *self = moei_raster_new (surface);

  self->ink = ink;
  return self;
}

static gboolean
is_empty (const guint8                *data,
          int                          stride,
          const cairo_rectangle_int_t *cell)
{
  for (int y = cell->y; y < cell->y + cell->height; y++) {
    const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride);
    guint32 any = 0;

    for (int x = cell->x; x < cell->x + cell->width; x++)
      any |= row[x];
    if (any != 0)
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_raster_new_sparse:
 * @surface: (transfer full): an ARGB32 image surface, which is not drawn to any more
 *
 * Looks for what is not empty.  Any thread may call this.
 *
 * Returns: (transfer full): a picture of it
 */
MoeiRaster *
moei_raster_new_sparse (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_region_t *ink = cairo_region_create ();
  const guint8 *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y += CELL) {
    for (int x = 0; x < width; x += CELL) {
      cairo_rectangle_int_t cell = { x, y, MIN (CELL, width - x), MIN (CELL, height - y) };

      if (!is_empty (data, stride, &cell))
        cairo_region_union_rectangle (ink, &cell);
    }
  }
  return moei_raster_new_with_ink (surface, ink);
}

/**
 * moei_raster_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self
 */
MoeiRaster *
moei_raster_ref (MoeiRaster *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * moei_raster_unref:
 * @self: (transfer full): a picture
 */
void
moei_raster_unref (MoeiRaster *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->ink, cairo_region_destroy);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

static GdkTexture *
get_texture (MoeiRaster *self)
{
  if (self->texture == NULL) {
    int width = cairo_image_surface_get_width (self->surface);
    int height = cairo_image_surface_get_height (self->surface);
    int stride = cairo_image_surface_get_stride (self->surface);
    g_autoptr (GBytes) bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), (gsize) stride * height,
                                  (GDestroyNotify) cairo_surface_destroy,
                                  cairo_surface_reference (self->surface));

    self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  }
  return self->texture;
}

/* Pixel by pixel, only where there is something. */
static void
paint_ink (MoeiRaster *self,
           cairo_t    *cr)
{
  double across, down;

  cairo_surface_get_device_scale (self->surface, &across, &down);
  for (int i = 0; i < cairo_region_num_rectangles (self->ink); i++) {
    cairo_rectangle_int_t box;

    cairo_region_get_rectangle (self->ink, i, &box);
    cairo_rectangle (cr, box.x / across, box.y / down, box.width / across, box.height / down);
  }
  cairo_fill (cr);
}

static GskRenderNode *
make_node (MoeiRaster            *self,
           const graphene_size_t *size)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size->width, size->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  double sx, sy, across, down;
  gboolean even;

  cairo_surface_get_device_scale (self->surface, &sx, &sy);
  across = size->width / (cairo_image_surface_get_width (self->surface) / sx);
  down = size->height / (cairo_image_surface_get_height (self->surface) / sy);

  cairo_scale (cr, across, down);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  /* As large as it was drawn, it is copied pixel by pixel, which is sharp and
   * many times faster. */
  even = fabs (across - 1) < EVEN && fabs (down - 1) < EVEN;
  cairo_pattern_set_filter (cairo_get_source (cr), even ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  if (even && self->ink != NULL)
    paint_ink (self, cr);
  else
    cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* The renderer draws again what is another node than in the last frame, so
 * that the node is kept. */
static void
append_cairo (MoeiRaster            *self,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds)
{
  graphene_rect_t present;

  if (self->node != NULL) {
    gsk_render_node_get_bounds (self->node, &present);
    if (!graphene_size_equal (&present.size, &bounds->size))
      g_clear_pointer (&self->node, gsk_render_node_unref);
  }
  if (self->node == NULL)
    self->node = make_node (self, &bounds->size);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &bounds->origin);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

/**
 * moei_raster_append:
 * @self: a picture
 * @snapshot: where to draw it
 * @bounds: how large, and where
 * @as_cairo: as a cairo node rather than as a texture
 *
 * Main thread only.
 */
void
moei_raster_append (MoeiRaster            *self,
                    GtkSnapshot           *snapshot,
                    const graphene_rect_t *bounds,
                    gboolean               as_cairo)
{
  if (as_cairo)
    append_cairo (self, snapshot, bounds);
  else
    gtk_snapshot_append_texture (snapshot, get_texture (self), bounds);
}

/**
 * moei_raster_wants_cairo:
 * @widget: a widget
 *
 * GTK's cairo renderer converts a texture pixel by pixel each time it draws it,
 * which costs more than all the rest of the map.
 *
 * Returns: whether pictures should be cairo nodes on the widget's surface
 */
gboolean
moei_raster_wants_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}
