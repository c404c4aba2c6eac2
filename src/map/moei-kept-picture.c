/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-kept-picture.h"
#include "map/moei-raster.h"

/* What was drawn serves while the view has not moved beyond it; or, for less than
 * a moment, by less than a share of the view. */
#define MARGIN    MOEI_KEPT_PICTURE_MARGIN
#define FAR_SHARE 0.3
#define MOMENT    (200 * G_TIME_SPAN_MILLISECOND)

/* When the view has stood still for so long, what was moved along with it is
 * drawn anew. */
#define SETTLE_MS 120

/**
 * MoeiKeptPicture:
 *
 * What layers drew, to be moved along with the view while that is panned, as
 * arranging it anew takes longer than all the rest of a frame.
 *
 * While it serves, the lowest layer shows it for all of them, and the others
 * show nothing.  GTK's cairo renderer takes long over many small nodes, and over
 * several large ones: for it, all become one picture when the view starts to
 * move.
 */
struct _MoeiKeptPicture {
  gatomicrefcount ref_count;

  GPtrArray      *layers;    /* of GtkWidget, borrowed, the lowest first */
  GPtrArray      *nodes;     /* of GskRenderNode (nullable): what each drew */
  guint           n_awaited; /* layers that have not drawn for this view */
  MoeiProjector   projector; /* for which they drew */
  gint64          taken;

  MoeiProjector   shown;     /* the view of the last frame */
  GskRenderNode  *flat;      /* (nullable) all nodes as one picture */
  gboolean        serving;
  gboolean        panning;   /* since the last frame */
  gboolean        stale;     /* what is kept is not what is to be drawn */
  guint           settle_id;
};

static void
clear_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

/**
 * moei_kept_picture_new:
 *
 * Returns: (transfer full): a picture of nothing, which serves no view
 */
MoeiKeptPicture *
moei_kept_picture_new (void)
{
  MoeiKeptPicture *self = g_new0 (MoeiKeptPicture, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->layers = g_ptr_array_new ();
  self->nodes = g_ptr_array_new_with_free_func (clear_node);
  self->stale = TRUE;
  return self;
}

/**
 * moei_kept_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self
 */
MoeiKeptPicture *
moei_kept_picture_ref (MoeiKeptPicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * moei_kept_picture_unref:
 * @self: (transfer full): a picture
 */
void
moei_kept_picture_unref (MoeiKeptPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->flat, gsk_render_node_unref);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->layers);
  g_free (self);
}

/**
 * moei_kept_picture_spoil:
 * @self: a picture
 *
 * What is kept is not what is to be drawn.
 */
void
moei_kept_picture_spoil (MoeiKeptPicture *self)
{
  self->stale = TRUE;
  for (guint i = 0; self->serving && i < self->layers->len; i++)
    gtk_widget_queue_draw (self->layers->pdata[i]);
}

/**
 * moei_kept_picture_add:
 * @self: a picture
 * @layer: a layer, above those added before; to be removed before it is gone
 */
void
moei_kept_picture_add (MoeiKeptPicture *self,
                       GtkWidget       *layer)
{
  g_ptr_array_add (self->layers, layer);
  g_ptr_array_add (self->nodes, NULL);
  moei_kept_picture_spoil (self);
}

/**
 * moei_kept_picture_remove:
 * @self: a picture
 * @layer: one of its layers
 */
void
moei_kept_picture_remove (MoeiKeptPicture *self,
                          GtkWidget       *layer)
{
  guint at;

  if (!g_ptr_array_find (self->layers, layer, &at))
    return;

  g_ptr_array_remove_index (self->layers, at);
  g_ptr_array_remove_index (self->nodes, at);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  moei_kept_picture_spoil (self);
}

/* By how much the picture is moved in a view. */
static MoeiPoint
get_shift (MoeiKeptPicture     *self,
           const MoeiProjector *projector)
{
  MoeiPoint middle = moei_projector_to_view (projector, self->projector.centre);

  return (MoeiPoint) { middle.x - projector->width / 2, middle.y - projector->height / 2 };
}

static gboolean
is_panned (const MoeiProjector *from,
           const MoeiProjector *to)
{
  return from->world == to->world && from->width == to->width && from->height == to->height;
}

/* Whether the view is panned so little that the picture serves for it. */
static gboolean
is_near (MoeiKeptPicture     *self,
         const MoeiProjector *projector)
{
  MoeiPoint shift;
  double most;

  if (!is_panned (&self->projector, projector))
    return FALSE;

  shift = get_shift (self, projector);
  most = MAX (fabs (shift.x), fabs (shift.y));
  return most <= MARGIN || (most <= FAR_SHARE * MIN (projector->width, projector->height) &&
                             g_get_monotonic_time () - self->taken < MOMENT);
}

static gboolean
on_settled (gpointer user_data)
{
  MoeiKeptPicture *self = user_data;

  self->settle_id = 0;
  moei_kept_picture_spoil (self);
  return G_SOURCE_REMOVE;
}

/* A frame of the same view as the last one is drawn because of what is in it;
 * but once the picture serves, it does so until all layers are drawn anew. */
static void
begin_frame (MoeiKeptPicture     *self,
             const MoeiProjector *projector)
{
  gboolean moved = memcmp (&self->shown, projector, sizeof *projector) != 0;

  self->panning = moved && is_panned (&self->shown, projector);
  self->serving = !self->stale && self->n_awaited == 0 && (moved || self->serving) && is_near (self, projector);
  if (self->serving && moved) {
    /* After the next frame, if there is one: a slow frame is no rest. */
    g_clear_handle_id (&self->settle_id, g_source_remove);
    self->settle_id = g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MS, on_settled, self, NULL);
  } else if (!self->serving) {
    g_clear_handle_id (&self->settle_id, g_source_remove);
  }
  self->stale = FALSE;
  self->shown = *projector;
}

/**
 * moei_kept_picture_serves:
 * @self: a picture
 * @layer: one of its layers that is being drawn
 * @projector: a view
 *
 * The layers are asked for in their order in each frame.
 *
 * Returns: whether the view is panned so little from that of the picture that
 *   the picture serves for it; else the layer has to draw
 */
gboolean
moei_kept_picture_serves (MoeiKeptPicture     *self,
                          GtkWidget           *layer,
                          const MoeiProjector *projector)
{
  if (layer == self->layers->pdata[0])
    begin_frame (self, projector);
  return self->serving;
}

/**
 * moei_kept_picture_list:
 * @self: a picture that does not serve
 * @layer: one of its layers that is being drawn
 *
 * In the midst of a pan it takes less time to draw all layers as one picture
 * than to draw them one by one now, and as one in the next frame.
 *
 * Returns: (transfer none) (nullable) (element-type GtkWidget): the layers, if
 *   all of them are to be drawn and taken now, after which it serves
 */
GPtrArray *
moei_kept_picture_list (MoeiKeptPicture *self,
                        GtkWidget       *layer)
{
  if (!self->panning || layer != self->layers->pdata[0])
    return NULL;

  self->serving = TRUE;
  self->settle_id = g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MS, on_settled, self, NULL);
  return self->layers;
}

/**
 * moei_kept_picture_take:
 * @self: a picture
 * @layer: one of its layers
 * @node: (transfer full) (nullable): what it drew
 * @projector: the view for which
 */
void
moei_kept_picture_take (MoeiKeptPicture     *self,
                        GtkWidget           *layer,
                        GskRenderNode       *node,
                        const MoeiProjector *projector)
{
  guint at;

  if (!g_ptr_array_find (self->layers, layer, &at)) {
    clear_node (node);
    return;
  }
  if (at == 0 && memcmp (&self->projector, projector, sizeof *projector) != 0) {
    self->projector = *projector;
    self->n_awaited = self->layers->len;
  }
  if (self->n_awaited > 0)
    self->n_awaited--;
  clear_node (self->nodes->pdata[at]);
  self->nodes->pdata[at] = node;
  self->taken = g_get_monotonic_time ();
  g_clear_pointer (&self->flat, gsk_render_node_unref);
}

/* The nodes, the lowest first. */
static GskRenderNode *
gather (MoeiKeptPicture *self)
{
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();

  for (guint i = 0; i < self->nodes->len; i++) {
    if (self->nodes->pdata[i] != NULL)
      g_ptr_array_add (drawn, self->nodes->pdata[i]);
  }
  return gsk_container_node_new ((GskRenderNode **) drawn->pdata, drawn->len);
}

static GskRenderNode *
flatten (MoeiKeptPicture *self,
         double           scale)
{
  int width = (int) ceil (self->projector.width) + 2 * MARGIN, height = (int) ceil (self->projector.height) + 2 * MARGIN;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale),
                                                         (int) ceil (height * scale));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (MoeiRaster) raster = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, MARGIN, MARGIN);
  for (guint i = 0; i < self->nodes->len; i++) {
    if (self->nodes->pdata[i] != NULL)
      gsk_render_node_draw (self->nodes->pdata[i], cr);
  }
  cairo_destroy (cr);

  raster = moei_raster_new_sparse (surface);
  moei_raster_append_at (raster, snapshot, -MARGIN, -MARGIN, TRUE);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/**
 * moei_kept_picture_get_bounds:
 * @self: a picture
 * @projector: a view that it serves
 * @scale: how many device pixels a pixel has
 * @bounds: (out): what of the view, and beyond, it shows
 */
void
moei_kept_picture_get_bounds (MoeiKeptPicture     *self,
                              const MoeiProjector *projector,
                              double               scale,
                              graphene_rect_t     *bounds)
{
  MoeiPoint shift = get_shift (self, projector);

  /* Whole device pixels, so that it stays sharp */
  graphene_rect_init (bounds, (float) (round (shift.x * scale) / scale) - MARGIN,
                      (float) (round (shift.y * scale) / scale) - MARGIN,
                      (float) ceil (projector->width) + 2 * MARGIN, (float) ceil (projector->height) + 2 * MARGIN);
}

/**
 * moei_kept_picture_snapshot:
 * @self: a picture
 * @layer: one of its layers
 * @snapshot: where to draw it
 * @projector: the view
 *
 * Draws all of it for the lowest layer, and nothing for the others, if it serves
 * that view; else what the layer drew.
 */
void
moei_kept_picture_snapshot (MoeiKeptPicture     *self,
                            GtkWidget           *layer,
                            GtkSnapshot         *snapshot,
                            const MoeiProjector *projector)
{
  double scale = moei_raster_scale_of (layer);
  graphene_rect_t bounds;
  guint at;

  if (!self->serving && g_ptr_array_find (self->layers, layer, &at) && self->nodes->pdata[at] != NULL)
    gtk_snapshot_append_node (snapshot, self->nodes->pdata[at]);
  if (!self->serving || layer != self->layers->pdata[0])
    return;
  if (self->flat == NULL)
    self->flat = moei_raster_wants_cairo (layer) ? flatten (self, scale) : gather (self);
  if (self->flat == NULL)
    return;

  moei_kept_picture_get_bounds (self, projector, scale, &bounds);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + MARGIN, bounds.origin.y + MARGIN));
  gtk_snapshot_append_node (snapshot, self->flat);
  gtk_snapshot_restore (snapshot);
}
