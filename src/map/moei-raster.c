/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-raster.h"

/* Nearer to its own size than this, a picture is not scaled. */
#define EVEN 1e-4

struct _MoeiRaster {
  gatomicrefcount  ref_count;
  cairo_surface_t *surface;
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

static GskRenderNode *
make_node (MoeiRaster            *self,
           const graphene_size_t *size)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size->width, size->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  double sx, sy, across, down;

  cairo_surface_get_device_scale (self->surface, &sx, &sy);
  across = size->width / (cairo_image_surface_get_width (self->surface) / sx);
  down = size->height / (cairo_image_surface_get_height (self->surface) / sy);

  cairo_scale (cr, across, down);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  /* As large as it was drawn, it is copied pixel by pixel, which is sharp and
   * many times faster. */
  cairo_pattern_set_filter (cairo_get_source (cr),
                            fabs (across - 1) < EVEN && fabs (down - 1) < EVEN ? CAIRO_FILTER_NEAREST
                                                                             : CAIRO_FILTER_BILINEAR);
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
