/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-kept-picture.h"
#include "map/moei-raster.h"

/* What was drawn serves while the view has moved less than so many pixels, or
 * less than a share of itself and for less than a moment. */
#define NEAR_PX   40.0
#define FAR_SHARE 0.3
#define MOMENT    (200 * G_TIME_SPAN_MILLISECOND)

/* So much of what is drawn beyond the view is kept, to come into it. */
#define MARGIN 64

/**
 * MoeiKeptPicture:
 *
 * What a layer drew, to be moved along with the view while that is panned, as
 * arranging it anew takes longer than all the rest of a frame.
 *
 * GTK's cairo renderer takes long over many small nodes: for it, all are made
 * one picture when the view starts to move.
 */
struct _MoeiKeptPicture {
  GskRenderNode *node;      /* (nullable) as it was drawn */
  GskRenderNode *flat;      /* (nullable) the same as one picture */
  MoeiProjector  projector; /* for which */
  gint64         taken;
};

/**
 * moei_kept_picture_new:
 *
 * Returns: (transfer full): a picture of nothing, which serves no view
 */
MoeiKeptPicture *
moei_kept_picture_new (void)
{
  return g_new0 (MoeiKeptPicture, 1);
}

/**
 * moei_kept_picture_free:
 * @self: (transfer full): a picture
 */
void
moei_kept_picture_free (MoeiKeptPicture *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->flat, gsk_render_node_unref);
  g_free (self);
}

/* By how much the picture is moved in a view. */
static MoeiPoint
get_shift (MoeiKeptPicture     *self,
           const MoeiProjector *projector)
{
  MoeiPoint middle = moei_projector_to_view (projector, self->projector.centre);

  return (MoeiPoint) { middle.x - projector->width / 2, middle.y - projector->height / 2 };
}

/**
 * moei_kept_picture_serves:
 * @self: a picture
 * @projector: a view
 *
 * Returns: whether the view is that of the picture, or panned from it so little
 *   that the picture serves for it
 */
gboolean
moei_kept_picture_serves (MoeiKeptPicture     *self,
                          const MoeiProjector *projector)
{
  MoeiPoint shift;
  double most;

  if (self->taken == 0 || self->projector.world != projector->world ||
      self->projector.width != projector->width || self->projector.height != projector->height)
    return FALSE;

  shift = get_shift (self, projector);
  most = MAX (fabs (shift.x), fabs (shift.y));
  return most <= NEAR_PX || (most <= FAR_SHARE * MIN (projector->width, projector->height) &&
                             g_get_monotonic_time () - self->taken < MOMENT);
}

/**
 * moei_kept_picture_take:
 * @self: a picture
 * @node: (transfer full) (nullable): what was drawn
 * @projector: the view for which
 */
void
moei_kept_picture_take (MoeiKeptPicture     *self,
                        GskRenderNode       *node,
                        const MoeiProjector *projector)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->flat, gsk_render_node_unref);
  self->node = node;
  self->projector = *projector;
  self->taken = g_get_monotonic_time ();
}

/* What nodes cover, in device pixels from the picture's corner. */
static cairo_region_t *
find_ink (GskRenderNode *node,
          int            scale)
{
  guint n = gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE ? gsk_container_node_get_n_children (node) : 0;
  g_autofree cairo_rectangle_int_t *boxes = g_new (cairo_rectangle_int_t, n + 1);

  for (guint i = 0; i < MAX (n, 1); i++) {
    graphene_rect_t bounds;
    double left, top;

    gsk_render_node_get_bounds (n > 0 ? gsk_container_node_get_child (node, i) : node, &bounds);
    left = floor ((bounds.origin.x + MARGIN) * scale);
    top = floor ((bounds.origin.y + MARGIN) * scale);
    boxes[i] = (cairo_rectangle_int_t) {
      (int) left, (int) top,
      (int) (ceil ((bounds.origin.x + bounds.size.width + MARGIN) * scale) - left),
      (int) (ceil ((bounds.origin.y + bounds.size.height + MARGIN) * scale) - top),
    };
  }
  return cairo_region_create_rectangles (boxes, (int) MAX (n, 1));
}

static GskRenderNode *
flatten (MoeiKeptPicture *self,
         int              scale)
{
  int width = (int) ceil (self->projector.width) + 2 * MARGIN, height = (int) ceil (self->projector.height) + 2 * MARGIN;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_rectangle_int_t whole = { 0, 0, width * scale, height * scale };
  cairo_region_t *ink = find_ink (self->node, scale);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (MoeiRaster) raster = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, MARGIN, MARGIN);
  gsk_render_node_draw (self->node, cr);
  cairo_destroy (cr);

  cairo_region_intersect_rectangle (ink, &whole);
  raster = moei_raster_new_with_ink (surface, ink);
  moei_raster_append (raster, snapshot, &GRAPHENE_RECT_INIT (-MARGIN, -MARGIN, width, height), TRUE);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/**
 * moei_kept_picture_snapshot:
 * @self: a picture
 * @snapshot: where to draw it
 * @projector: a view that it serves
 * @widget: whose picture it is
 *
 * Draws it, moved by whole device pixels so that it stays sharp.
 */
void
moei_kept_picture_snapshot (MoeiKeptPicture     *self,
                            GtkSnapshot         *snapshot,
                            const MoeiProjector *projector,
                            GtkWidget           *widget)
{
  int scale = gtk_widget_get_scale_factor (widget);
  MoeiPoint shift = get_shift (self, projector);
  gboolean moved = shift.x != 0 || shift.y != 0;

  if (self->node == NULL)
    return;
  if (moved && self->flat == NULL && moei_raster_wants_cairo (widget))
    self->flat = flatten (self, scale);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (round (shift.x * scale) / scale),
                                                          (float) (round (shift.y * scale) / scale)));
  gtk_snapshot_append_node (snapshot, self->flat != NULL ? self->flat : self->node);
  gtk_snapshot_restore (snapshot);
}
