/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-raster.h"

/* Nearer to its own size than this, a picture is not scaled. */
#define EVEN 1e-4

/* Large pictures are drawn in squares of so many device pixels: the memory that
 * cairo needs for one is not given back to the system each time. */
#define SQUARE 128

struct _MoeiRaster {
  gatomicrefcount  ref_count;
  cairo_surface_t *surface;
  GArray          *pieces;  /* (nullable) of cairo_rectangle_int_t: what is not empty, in device pixels */
  GdkTexture      *texture; /* (nullable) made in the main thread when first wanted */
  GskRenderNode   *node;    /* (nullable) the same for the cairo renderer */
  graphene_size_t  size;    /* of that */
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

/* What there is in a square of the picture. */
static gboolean
find_piece (const guint8          *data,
            int                    stride,
            cairo_rectangle_int_t *square)
{
  int left = square->width, right = -1, top = -1, bottom = -1;

  for (int y = 0; y < square->height; y++) {
    const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) (square->y + y) * (gsize) stride) + square->x;
    int first = 0, last = square->width - 1;

    while (first <= last && row[first] == 0)
      first++;
    if (first > last)
      continue;
    while (row[last] == 0)
      last--;
    left = MIN (left, first);
    right = MAX (right, last);
    top = top < 0 ? y : top;
    bottom = y;
  }
  if (right < 0)
    return FALSE;

  *square = (cairo_rectangle_int_t) { square->x + left, square->y + top, right - left + 1, bottom - top + 1 };
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
  MoeiRaster *self = moei_raster_new (surface);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
  for (int y = 0; y < height; y += SQUARE) {
    for (int x = 0; x < width; x += SQUARE) {
      cairo_rectangle_int_t square = { x, y, MIN (SQUARE, width - x), MIN (SQUARE, height - y) };

      if (find_piece (data, stride, &square))
        g_array_append_val (self->pieces, square);
    }
  }
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
  g_clear_pointer (&self->pieces, g_array_unref);
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
           const graphene_size_t *size,
           gboolean               is_even)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size->width, size->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  double sx, sy;

  cairo_surface_get_device_scale (self->surface, &sx, &sy);
  cairo_scale (cr, size->width / (cairo_image_surface_get_width (self->surface) / sx),
               size->height / (cairo_image_surface_get_height (self->surface) / sy));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  /* As large as it was drawn, it is copied pixel by pixel, which is sharp and
   * many times faster. */
  cairo_pattern_set_filter (cairo_get_source (cr), is_even ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
make_piece (MoeiRaster                  *self,
            const cairo_rectangle_int_t *box)
{
  double across, down;
  GskRenderNode *node;
  cairo_t *cr;

  cairo_surface_get_device_scale (self->surface, &across, &down);
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) (box->x / across), (float) (box->y / down),
                                                  (float) (box->width / across), (float) (box->height / down)));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* Cairo draws a node to a picture of its own first: of a large one with little
 * in it, that takes longer than all else. */
static GskRenderNode *
make_pieces (MoeiRaster *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (guint i = 0; i < self->pieces->len; i++)
    g_ptr_array_add (nodes, make_piece (self, &g_array_index (self->pieces, cairo_rectangle_int_t, i)));
  return gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
}

static gboolean
is_even (MoeiRaster            *self,
         const graphene_size_t *size)
{
  double sx, sy;

  cairo_surface_get_device_scale (self->surface, &sx, &sy);
  return fabs (size->width / (cairo_image_surface_get_width (self->surface) / sx) - 1) < EVEN &&
         fabs (size->height / (cairo_image_surface_get_height (self->surface) / sy) - 1) < EVEN;
}

/* The renderer draws again what is another node than in the last frame, so
 * that the node is kept. */
static void
append_cairo (MoeiRaster            *self,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds)
{
  gboolean even = is_even (self, &bounds->size);

  if (!graphene_size_equal (&self->size, &bounds->size))
    g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->node == NULL)
    self->node = even && self->pieces != NULL ? make_pieces (self) : make_node (self, &bounds->size, even);
  self->size = bounds->size;

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
 * moei_raster_append_at:
 * @self: a picture
 * @snapshot: where to draw it
 * @x: where its left edge is
 * @y: where its upper edge is
 * @as_cairo: as a cairo node rather than as a texture
 *
 * Draws it as large as it is.  Main thread only.
 */
void
moei_raster_append_at (MoeiRaster  *self,
                       GtkSnapshot *snapshot,
                       double       x,
                       double       y,
                       gboolean     as_cairo)
{
  graphene_size_t size = moei_raster_get_size (self);

  moei_raster_append (self, snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, size.width, size.height), as_cairo);
}

/**
 * moei_raster_get_size:
 * @self: a picture
 *
 * Returns: how large it is, in pixels
 */
graphene_size_t
moei_raster_get_size (MoeiRaster *self)
{
  double across, down;

  cairo_surface_get_device_scale (self->surface, &across, &down);
  return GRAPHENE_SIZE_INIT ((float) (cairo_image_surface_get_width (self->surface) / across),
                             (float) (cairo_image_surface_get_height (self->surface) / down));
}

/**
 * moei_raster_scale_of:
 * @widget: a widget
 *
 * Returns: how many device pixels a pixel of the widget has on screen, where it
 *   is magnified also
 */
double
moei_raster_scale_of (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double scale = gtk_widget_get_scale_factor (widget);
  graphene_matrix_t transform;

  if (native != NULL && gtk_widget_compute_transform (widget, GTK_WIDGET (native), &transform))
    scale *= graphene_matrix_get_x_scale (&transform);
  return scale;
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
