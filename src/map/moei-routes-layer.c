/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-line.h"
#include "map/moei-routes-layer.h"
#include "map/moei-scene-lines.h"

/* How long the view must stand still before the lines are drawn anew. */
#define SETTLE_MS 120

/* The picture is this much larger than the view on each side, so that something
 * is there while the view moves. */
#define MARGIN 0.25

/**
 * MoeiRoutesLayer:
 *
 * The lines of the operation: routes, flights' arcs, and the circles of doubt
 * around sites whose position is an estimate.
 *
 * They are one picture, drawn by a thread when the view has come to rest, and
 * moved along with the view until then.
 */
struct _MoeiRoutesLayer {
  MoeiMapLayer parent_instance;

  GPtrArray     *lines;      /* of MoeiMapLine */
  GPtrArray     *arcs;       /* of MoeiFlightArc */
  char          *in_use;     /* ids of the routes that have convoys on them */
  gboolean       stale;      /* the lines are not those of the scene */
  gboolean       undrawn;    /* the picture is not that of the lines */

  MoeiRaster    *raster;     /* (nullable) */
  MoeiProjector  drawn_for;
  double         margin;

  GCancellable  *drawing;    /* (nullable) */
  guint          settle_id;
};

G_DEFINE_FINAL_TYPE (MoeiRoutesLayer, moei_routes_layer, MOEI_TYPE_MAP_LAYER)

/* A picture of lines to be drawn by a thread. */
typedef struct {
  GPtrArray          *lines;
  const MoeiMapStyle *style;
  MoeiProjector       projector;
  double              margin;
  double              scale;
} Job;

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->lines);
  g_free (job);
}

static void
collect (MoeiRoutesLayer *self)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));
  gboolean has_flights = moei_map_scene_get_show_flights (scene);

  self->stale = FALSE;
  self->undrawn = TRUE;
  g_free (self->in_use);
  self->in_use = moei_scene_lines_list_in_use (scene);
  g_ptr_array_unref (self->arcs);
  self->arcs = moei_flight_arcs_collect (has_flights ? moei_map_scene_get_operation (scene) : NULL);
  g_ptr_array_unref (self->lines);
  self->lines = moei_scene_lines_collect (scene, self->arcs, self->in_use);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task,
                         moei_map_lines_raster (job->lines, job->style, &job->projector, job->margin, job->scale),
                         (GDestroyNotify) moei_raster_unref);
}

static void
on_drawn (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  MoeiRaster *raster = g_task_propagate_pointer (G_TASK (result), NULL);

  if (raster == NULL)
    return;

  g_clear_object (&self->drawing);
  g_clear_pointer (&self->raster, moei_raster_unref);
  self->raster = raster;
  self->drawn_for = job->projector;
  self->margin = job->margin;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start_drawing (MoeiRoutesLayer *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->stale)
    collect (self);
  self->undrawn = FALSE;

  job->lines = g_ptr_array_ref (self->lines);
  job->style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  job->scale = moei_raster_scale_of (GTK_WIDGET (self));
  moei_map_layer_get_projector (MOEI_MAP_LAYER (self), &job->projector);
  job->margin = round (MARGIN * MAX (job->projector.width, job->projector.height));

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawing = g_cancellable_new ();
  task = g_task_new (self, self->drawing, on_drawn, NULL);
  g_task_set_source_tag (task, start_drawing);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
on_settled (gpointer user_data)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (user_data);

  self->settle_id = 0;
  start_drawing (self);
  return G_SOURCE_REMOVE;
}

/* Whether the picture was drawn for exactly this view. */
static gboolean
fits (MoeiRoutesLayer     *self,
      const MoeiProjector *projector)
{
  return self->raster != NULL && memcmp (&self->drawn_for, projector, sizeof *projector) == 0;
}

static void
draw_raster (MoeiRoutesLayer     *self,
             GtkSnapshot         *snapshot,
             const MoeiProjector *projector)
{
  double factor = projector->world / self->drawn_for.world;
  graphene_size_t size = moei_raster_get_size (self->raster);
  MoeiPoint centre = moei_projector_to_view (projector, self->drawn_for.centre);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (centre.x - (self->drawn_for.width / 2 + self->margin) * factor,
                                               centre.y - (self->drawn_for.height / 2 + self->margin) * factor,
                                               size.width * factor, size.height * factor);

  /* Whole pixels, so that it need not be scaled while it is only moved */
  if (fabs (factor - 1) < 1e-9) {
    bounds.origin.x = roundf (bounds.origin.x);
    bounds.origin.y = roundf (bounds.origin.y);
  }

  moei_raster_append (self->raster, snapshot, &bounds, moei_map_layer_wants_cairo (MOEI_MAP_LAYER (self)));
}

static void
moei_routes_layer_draw (MoeiMapLayer        *layer,
                        GtkSnapshot         *snapshot,
                        const MoeiProjector *projector)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (layer);

  if (self->raster != NULL)
    draw_raster (self, snapshot, projector);
  if (self->stale || self->undrawn)
    start_drawing (self);
}

/* The lines are drawn farther beyond the view than what is moved along. */
static void
draw_strip (MoeiRoutesLayer     *self,
            GtkSnapshot         *snapshot,
            const MoeiProjector *projector,
            graphene_rect_t      strip)
{
  if (strip.size.width <= 0 || strip.size.height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &strip);
  draw_raster (self, snapshot, projector);
  gtk_snapshot_pop (snapshot);
}

static void
moei_routes_layer_draw_beyond (MoeiMapLayer          *layer,
                               GtkSnapshot           *snapshot,
                               const MoeiProjector   *projector,
                               const graphene_rect_t *there)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (layer);
  float left = MAX (there->origin.x, 0), right = MIN (there->origin.x + there->size.width, (float) projector->width);
  float top = MAX (there->origin.y, 0), bottom = MIN (there->origin.y + there->size.height, (float) projector->height);
  float width = (float) projector->width, height = (float) projector->height;

  if (self->raster != NULL) {
    draw_strip (self, snapshot, projector, GRAPHENE_RECT_INIT (0, 0, width, top));
    draw_strip (self, snapshot, projector, GRAPHENE_RECT_INIT (0, bottom, width, height - bottom));
    draw_strip (self, snapshot, projector, GRAPHENE_RECT_INIT (0, top, left, bottom - top));
    draw_strip (self, snapshot, projector, GRAPHENE_RECT_INIT (right, top, width - right, bottom - top));
  }
  if (!fits (self, projector) && self->drawing == NULL) {
    g_clear_handle_id (&self->settle_id, g_source_remove);
    self->settle_id = g_timeout_add (SETTLE_MS, on_settled, self);
  }
}

static void
moei_routes_layer_changed (MoeiMapLayer *layer,
                           const char   *property)
{
  static const char * const concerns[] = { "operation", "routes", "flights", "places", "selected", "dark", "contrast",
                                           "show-sites", "show-routes", "show-flights", NULL };
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (layer);

  if (g_str_equal (property, "convoys")) {
    g_autofree char *in_use = moei_scene_lines_list_in_use (moei_map_layer_get_scene (layer));

    if (g_str_equal (in_use, self->in_use))
      return;
  } else if (!g_strv_contains (concerns, property)) {
    return;
  }
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moei_routes_layer_pick (MoeiMapLayer        *layer,
                        const MoeiProjector *projector,
                        MoeiPoint            point,
                        double               reach,
                        GArray              *hits)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (layer);
  MoeiOperation *operation = moei_map_scene_get_operation (moei_map_layer_get_scene (layer));

  if (self->stale)
    collect (self);
  moei_scene_lines_pick (self->lines, self->arcs, operation, projector, point, reach, hits);
}

static MoeiMapKeys
moei_routes_layer_explain (MoeiMapLayer        *layer,
                           const MoeiProjector *projector)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (layer);
  MoeiMapKeys keys = 0;

  if (self->stale)
    collect (self);
  for (guint i = 0; i < self->lines->len; i++) {
    const MoeiMapLine *line = self->lines->pdata[i];

    if ((keys & MOEI_MAP_KEY_BIT (line->key)) == 0 && moei_map_line_touches (line, projector))
      keys |= MOEI_MAP_KEY_BIT (line->key);
  }
  return keys;
}

static void
moei_routes_layer_constructed (GObject *object)
{
  static const char * const watched[] = { "routes", "flights", "places", "convoys" };

  G_OBJECT_CLASS (moei_routes_layer_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    moei_map_layer_watch (MOEI_MAP_LAYER (object), watched[i]);
}

static void
moei_routes_layer_dispose (GObject *object)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);

  G_OBJECT_CLASS (moei_routes_layer_parent_class)->dispose (object);
}

static void
moei_routes_layer_finalize (GObject *object)
{
  MoeiRoutesLayer *self = MOEI_ROUTES_LAYER (object);

  g_clear_pointer (&self->raster, moei_raster_unref);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->arcs);
  g_free (self->in_use);

  G_OBJECT_CLASS (moei_routes_layer_parent_class)->finalize (object);
}

static void
moei_routes_layer_class_init (MoeiRoutesLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_routes_layer_constructed;
  object_class->dispose = moei_routes_layer_dispose;
  object_class->finalize = moei_routes_layer_finalize;
  layer_class->keeps = TRUE;
  layer_class->draw = moei_routes_layer_draw;
  layer_class->draw_beyond = moei_routes_layer_draw_beyond;
  layer_class->changed = moei_routes_layer_changed;
  layer_class->pick = moei_routes_layer_pick;
  layer_class->explain = moei_routes_layer_explain;
}

static void
moei_routes_layer_init (MoeiRoutesLayer *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) moei_map_line_free);
  self->arcs = g_ptr_array_new ();
  self->in_use = g_strdup ("\n");
  self->stale = TRUE;
}

/**
 * moei_routes_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 *
 * Returns: (transfer floating): the layer of routes and flights
 */
MoeiMapLayer *
moei_routes_layer_new (ShumateViewport *viewport,
                       MoeiMapScene    *scene)
{
  return g_object_new (MOEI_TYPE_ROUTES_LAYER, "viewport", viewport, "scene", scene, NULL);
}

/**
 * moei_routes_layer_get_arcs:
 * @self: the layer
 *
 * Returns: (transfer none) (element-type MoeiFlightArc): the arcs that it shows
 */
GPtrArray *
moei_routes_layer_get_arcs (MoeiRoutesLayer *self)
{
  g_return_val_if_fail (MOEI_IS_ROUTES_LAYER (self), NULL);

  if (self->stale)
    collect (self);
  return self->arcs;
}

/**
 * moei_routes_layer_get_lines:
 * @self: the layer
 *
 * Returns: (transfer none) (element-type MoeiMapLine): the lines that it shows
 */
GPtrArray *
moei_routes_layer_get_lines (MoeiRoutesLayer *self)
{
  g_return_val_if_fail (MOEI_IS_ROUTES_LAYER (self), NULL);

  if (self->stale)
    collect (self);
  return self->lines;
}

/**
 * moei_routes_layer_is_drawn:
 * @self: the layer
 *
 * Returns: whether the picture is that of the lines in this view
 */
gboolean
moei_routes_layer_is_drawn (MoeiRoutesLayer *self)
{
  MoeiProjector projector;

  g_return_val_if_fail (MOEI_IS_ROUTES_LAYER (self), FALSE);

  moei_map_layer_get_projector (MOEI_MAP_LAYER (self), &projector);
  return !self->stale && !self->undrawn && self->drawing == NULL && fits (self, &projector);
}

/**
 * moei_routes_layer_find:
 * @self: the layer
 * @projector: a view
 * @entity: a route or flight
 * @at: (out): the point of its line, in the view, that is nearest to the
 *   middle of the view
 *
 * Returns: whether its line is in the view
 */
gboolean
moei_routes_layer_find (MoeiRoutesLayer     *self,
                        const MoeiProjector *projector,
                        MoeiEntity          *entity,
                        MoeiPoint           *at)
{
  g_return_val_if_fail (MOEI_IS_ROUTES_LAYER (self), FALSE);

  if (self->stale)
    collect (self);
  return moei_scene_lines_find (self->lines, self->arcs, projector, entity, at);
}
