/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-convoys-layer.h"
#include "map/moei-kept-picture.h"
#include "map/moei-map-symbol.h"
#include "map/moei-map-text.h"
#include "map/moei-mover.h"

#define BADGE_HEIGHT 20.0
#define BADGE_PAD    6.0
#define AIRCRAFT_BOX 30.0

/* Boxes are given in steps of this, so that names need not move with every step
 * of a convoy. */
#define BOX_STEP 12.0

/* On a route shorter than this in the view, badges would only hide its ends. */
#define LEAST_ROUTE 70.0

/**
 * MoeiConvoysLayer:
 *
 * What moves: convoys with their head count, and aircraft.  It stands where it
 * should be by its times, and is drawn again only when that is another pixel.
 */
struct _MoeiConvoysLayer {
  MoeiMapLayer parent_instance;

  MoeiSitesLayer *sites;    /* (weak) of the same map */
  GArray         *movers;   /* of MoeiMover */
  GHashTable     *texts;    /* look and people → MoeiMapText */
  GHashTable     *badges;   /* the same, and whether selected → GskRenderNode */
  GHashTable     *stems;    /* height → GskRenderNode */
  gboolean        stale;
  double          scale;    /* for which those were drawn */
};

G_DEFINE_FINAL_TYPE (MoeiConvoysLayer, moei_convoys_layer, MOEI_TYPE_MAP_LAYER)

static gboolean
is_hidden (MoeiConvoysLayer    *self,
           const MoeiMover     *mover,
           const MoeiProjector *projector)
{
  if (!moei_projector_shows (projector, mover->home, MOEI_KEPT_PICTURE_MARGIN))
    return TRUE;

  return mover->people != NULL && mover->extent * projector->world < LEAST_ROUTE &&
         mover->entity != moei_map_scene_get_selected (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
}

static const MoeiMapText *
get_text (MoeiConvoysLayer *self,
          const MoeiMover  *mover)
{
  MoeiMapLayer *layer = MOEI_MAP_LAYER (self);
  g_autofree char *key = g_strdup_printf ("%d %s", mover->look, mover->people);
  MoeiMapText *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL) {
    MoeiTextLine line = { mover->people, *moei_convoy_look_ink (mover->look, moei_map_layer_get_style (layer)), 13,
                          PANGO_WEIGHT_BOLD };
    GdkRGBA none = { 0 };

    text = moei_map_text_new (GTK_WIDGET (self), moei_map_scene_get_language (moei_map_layer_get_scene (layer)),
                              &line, NULL, &none, PANGO_ALIGN_CENTER, 0);
    g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
  }
  return text;
}

static void
clear_pictures (MoeiConvoysLayer *self)
{
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->badges);
  g_hash_table_remove_all (self->stems);
}

static void
arrange (MoeiConvoysLayer    *self,
         const MoeiProjector *projector)
{
  const MoeiDrawnSite *sites;
  guint n_sites;
  double scale = moei_raster_scale_of (GTK_WIDGET (self));

  if (self->scale != scale)
    clear_pictures (self);
  self->scale = scale;
  if (self->stale) {
    g_array_unref (self->movers);
    self->movers = moei_movers_collect (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
    self->stale = FALSE;
  }
  for (guint i = 0; i < self->movers->len; i++) {
    MoeiMover *mover = &g_array_index (self->movers, MoeiMover, i);

    mover->at = mover->home = moei_projector_to_view (projector, mover->point);
    mover->hidden = is_hidden (self, mover, projector);
    if (mover->people != NULL) {
      mover->width = MAX (get_text (self, mover)->width + BADGE_PAD, BADGE_HEIGHT + 6) +
                     moei_convoy_look_mark (mover->look);
      mover->height = BADGE_HEIGHT;
    }
  }
  if (self->sites == NULL)
    return;
  sites = moei_sites_layer_get_drawn (self->sites, projector, &n_sites);
  moei_movers_give_way (self->movers, sites, n_sites);
}

/* The renderer draws again what is another node than in the last frame: where
 * one convoy has moved, all others keep theirs. */
static void
append_at (GtkSnapshot   *snapshot,
           GskRenderNode *node,
           double         x,
           double         y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* From a badge that gave way to where the convoy is. */
static GskRenderNode *
make_stem (MoeiConvoysLayer *self,
           double            height)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (-6, 0, 12, height + 6));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, 0, height);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->convoy);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return node;
}

static void
draw_stem (MoeiConvoysLayer *self,
           GtkSnapshot      *snapshot,
           const MoeiMover  *mover)
{
  double top = round (mover->at.y), height = round (MAX (mover->foot, mover->at.y)) - top;
  GskRenderNode *node = g_hash_table_lookup (self->stems, GINT_TO_POINTER ((int) height));

  if (node == NULL) {
    node = make_stem (self, height);
    g_hash_table_insert (self->stems, GINT_TO_POINTER ((int) height), node);
  }
  append_at (snapshot, node, round (mover->home.x), top);
}

/* Dots from head to tail. */
static void
draw_buses (MoeiConvoysLayer    *self,
            GtkSnapshot         *snapshot,
            const MoeiMover     *mover,
            const MoeiProjector *projector)
{
  const double reach = MOEI_CONVOY_BUS_REACH;

  for (guint i = 0; i < mover->buses->len; i++) {
    const MoeiMoverBus *bus = &g_array_index (mover->buses, MoeiMoverBus, i);
    MoeiPoint at = moei_projector_to_view (projector, bus->point);
    cairo_t *cr;

    if (!moei_projector_shows (projector, at, MOEI_KEPT_PICTURE_MARGIN))
      continue;
    cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (at.x - reach, at.y - reach, 2 * reach, 2 * reach));
    cairo_translate (cr, at.x, at.y);
    moei_convoy_bus_draw (cr, moei_map_layer_get_style (MOEI_MAP_LAYER (self)), bus->is_old);
    cairo_destroy (cr);
  }
}

static GskRenderNode *
make_badge (MoeiConvoysLayer *self,
            const MoeiMover  *mover,
            const GdkRGBA    *around)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  const MoeiMapText *text = get_text (self, mover);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double mark = moei_convoy_look_mark (mover->look);
  graphene_rect_t ink = GRAPHENE_RECT_INIT (round ((mover->width + mark - text->width) / 2),
                                            round ((mover->height - text->height) / 2), text->width, text->height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-8, -8, mover->width + 16,
                                                                         mover->height + 16));

  cairo_translate (cr, mover->width / 2, mover->height / 2);
  moei_convoy_look_draw (mover->look, cr, style, mover->width, mover->height, around);
  cairo_destroy (cr);
  moei_raster_append (text->raster, snapshot, &ink, moei_map_layer_wants_cairo (MOEI_MAP_LAYER (self)));
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_badge (MoeiConvoysLayer *self,
            GtkSnapshot      *snapshot,
            const MoeiMover  *mover,
            gboolean          is_selected)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  g_autofree char *key = g_strdup_printf ("%d %s%s", mover->look, mover->people, is_selected ? " selected" : "");
  GskRenderNode *node = g_hash_table_lookup (self->badges, key);

  if (node == NULL) {
    node = make_badge (self, mover, is_selected ? &style->selection : NULL);
    g_hash_table_insert (self->badges, g_steal_pointer (&key), node);
  }
  append_at (snapshot, node, round (mover->at.x - mover->width / 2), round (mover->at.y - mover->height / 2));
}

static void
draw_aircraft (MoeiConvoysLayer *self,
               GtkSnapshot      *snapshot,
               const MoeiMover  *mover,
               gboolean          is_selected)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (mover->at.x - AIRCRAFT_BOX / 2,
                                                                         mover->at.y - AIRCRAFT_BOX / 2,
                                                                         AIRCRAFT_BOX, AIRCRAFT_BOX));

  cairo_translate (cr, mover->at.x, mover->at.y);
  if (is_selected) {
    cairo_arc (cr, 0, 0, AIRCRAFT_BOX / 2 - 2, 0, 2 * G_PI);
    gdk_cairo_set_source_rgba (cr, &style->selection);
    cairo_set_line_width (cr, 2.5);
    cairo_stroke (cr);
  }
  cairo_rotate (cr, mover->motion.course);
  moei_map_symbol_draw (MOEI_MAP_SYMBOL_AIRCRAFT, cr, style);
  cairo_destroy (cr);
}

static void
moei_convoys_layer_draw (MoeiMapLayer        *layer,
                         GtkSnapshot         *snapshot,
                         const MoeiProjector *projector)
{
  MoeiConvoysLayer *self = MOEI_CONVOYS_LAYER (layer);
  MoeiEntity *selected = moei_map_scene_get_selected (moei_map_layer_get_scene (layer));

  arrange (self, projector);
  for (guint i = 0; i < self->movers->len; i++) {
    const MoeiMover *mover = &g_array_index (self->movers, MoeiMover, i);

    if (moei_mover_shows_buses (mover, projector))
      draw_buses (self, snapshot, mover, projector);
    if (!mover->hidden && mover->at.y < mover->home.y - 0.5)
      draw_stem (self, snapshot, mover);
  }
  for (guint i = 0; i < self->movers->len; i++) {
    const MoeiMover *mover = &g_array_index (self->movers, MoeiMover, i);

    if (!mover->hidden)
      (mover->people != NULL ? draw_badge : draw_aircraft) (self, snapshot, mover, mover->entity == selected);
  }
}

/* Whether anything would be drawn elsewhere, or looks otherwise, than it did.
 * What was drawn stays the measure, or small steps would never add up. */
static gboolean
has_moved (MoeiConvoysLayer *self)
{
  g_autoptr (GArray) fresh = moei_movers_collect (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  MoeiProjector projector;

  moei_map_layer_get_projector (MOEI_MAP_LAYER (self), &projector);
  if (moei_movers_equal (self->movers, fresh, 0.5 / projector.world))
    return FALSE;

  g_array_unref (self->movers);
  self->movers = g_steal_pointer (&fresh);
  return TRUE;
}

static void
moei_convoys_layer_changed (MoeiMapLayer *layer,
                            const char   *property)
{
  static const char * const concerns[] = {
    "operation", "convoys", "flights", "routes", "places", "show-routes", "show-flights", NULL
  };
  MoeiConvoysLayer *self = MOEI_CONVOYS_LAYER (layer);

  if (g_str_equal (property, "now")) {
    if (self->stale || !has_moved (self))
      return;
  } else if (g_str_equal (property, "dark") || g_str_equal (property, "contrast") || g_str_equal (property, "language")) {
    clear_pictures (self);
    self->stale = TRUE;
  } else if (g_strv_contains (concerns, property)) {
    self->stale = TRUE;
  } else if (!g_str_equal (property, "selected")) {
    return;
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moei_convoys_layer_pick (MoeiMapLayer        *layer,
                         const MoeiProjector *projector,
                         MoeiPoint            point,
                         double               reach,
                         GArray              *hits)
{
  MoeiConvoysLayer *self = MOEI_CONVOYS_LAYER (layer);

  arrange (self, projector);
  for (guint i = self->movers->len; i-- > 0;) {
    const MoeiMover *mover = &g_array_index (self->movers, MoeiMover, i);
    double x = MAX (fabs (point.x - mover->at.x) - mover->width / 2, 0);
    double y = MAX (fabs (point.y - mover->at.y) - mover->height / 2, 0);
    MoeiMapHit hit = { mover->entity, mover->people != NULL ? MOEI_MAP_RANK_CONVOY : MOEI_MAP_RANK_AIRCRAFT,
                       hypot (x, y), FALSE };

    if (!mover->hidden && hit.distance <= reach)
      g_array_append_val (hits, hit);
  }
}

static MoeiMapKeys
moei_convoys_layer_explain (MoeiMapLayer        *layer,
                            const MoeiProjector *projector)
{
  MoeiConvoysLayer *self = MOEI_CONVOYS_LAYER (layer);
  MoeiMapKeys keys = 0;

  arrange (self, projector);
  for (guint i = 0; i < self->movers->len; i++)
    keys |= moei_mover_explain (&g_array_index (self->movers, MoeiMover, i), projector);
  return keys;
}

static void
moei_convoys_layer_constructed (GObject *object)
{
  MoeiMapLayer *layer = MOEI_MAP_LAYER (object);

  G_OBJECT_CLASS (moei_convoys_layer_parent_class)->constructed (object);

  moei_map_layer_watch (layer, "convoys");
  moei_map_layer_watch (layer, "flights");
  moei_map_layer_watch (layer, "routes");
  moei_map_layer_watch (layer, "places");
}

static void
moei_convoys_layer_finalize (GObject *object)
{
  MoeiConvoysLayer *self = MOEI_CONVOYS_LAYER (object);

  g_clear_weak_pointer (&self->sites);
  g_array_unref (self->movers);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->badges);
  g_hash_table_unref (self->stems);

  G_OBJECT_CLASS (moei_convoys_layer_parent_class)->finalize (object);
}

static void
moei_convoys_layer_class_init (MoeiConvoysLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_convoys_layer_constructed;
  object_class->finalize = moei_convoys_layer_finalize;
  layer_class->keeps = TRUE;
  layer_class->draw = moei_convoys_layer_draw;
  layer_class->changed = moei_convoys_layer_changed;
  layer_class->pick = moei_convoys_layer_pick;
  layer_class->explain = moei_convoys_layer_explain;
}

static void
moei_convoys_layer_init (MoeiConvoysLayer *self)
{
  self->movers = g_array_new (FALSE, FALSE, sizeof (MoeiMover));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) moei_map_text_free);
  self->badges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gsk_render_node_unref);
  self->stems = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->stale = TRUE;
}

/**
 * moei_convoys_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 * @sites: the layer of symbols of the same map
 *
 * Returns: (transfer floating): the layer of convoys and aircraft
 */
MoeiMapLayer *
moei_convoys_layer_new (ShumateViewport *viewport,
                        MoeiMapScene    *scene,
                        MoeiSitesLayer  *sites)
{
  MoeiConvoysLayer *self = g_object_new (MOEI_TYPE_CONVOYS_LAYER, "viewport", viewport, "scene", scene, NULL);

  g_set_weak_pointer (&self->sites, sites);
  return MOEI_MAP_LAYER (self);
}

static void
add_box (GArray    *boxes,
         MoeiPoint  at,
         double     width,
         double     height)
{
  MoeiBox box = { floor ((at.x - width / 2) / BOX_STEP) * BOX_STEP, floor ((at.y - height / 2) / BOX_STEP) * BOX_STEP,
                  width + BOX_STEP, height + BOX_STEP };

  g_array_append_val (boxes, box);
}

/**
 * moei_convoys_layer_get_boxes:
 * @self: the layer
 * @projector: a view
 *
 * Returns: (transfer full) (element-type MoeiBox): what convoys and aircraft
 *   cover in that view, and some pixels more
 */
GArray *
moei_convoys_layer_get_boxes (MoeiConvoysLayer    *self,
                              const MoeiProjector *projector)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MoeiBox));

  g_return_val_if_fail (MOEI_IS_CONVOYS_LAYER (self), boxes);

  arrange (self, projector);
  for (guint i = 0; i < self->movers->len; i++) {
    const MoeiMover *mover = &g_array_index (self->movers, MoeiMover, i);

    if (!mover->hidden)
      add_box (boxes, mover->at, mover->width, mover->height);
    for (guint j = 0; moei_mover_shows_buses (mover, projector) && j < mover->buses->len; j++)
      add_box (boxes, moei_projector_to_view (projector, g_array_index (mover->buses, MoeiMoverBus, j).point), 1, 1);
  }
  return boxes;
}

/**
 * moei_convoys_layer_get_drawn:
 * @self: the layer
 * @projector: a view
 *
 * Returns: (transfer full) (element-type MoeiDrawnMover): the convoys and
 *   aircraft in that view
 */
GArray *
moei_convoys_layer_get_drawn (MoeiConvoysLayer    *self,
                              const MoeiProjector *projector)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (MoeiDrawnMover));

  g_return_val_if_fail (MOEI_IS_CONVOYS_LAYER (self), drawn);

  arrange (self, projector);
  for (guint i = 0; i < self->movers->len; i++) {
    const MoeiMover *mover = &g_array_index (self->movers, MoeiMover, i);
    MoeiDrawnMover one = { mover->entity, mover->motion, mover->look,
                           { mover->at.x - mover->width / 2, mover->at.y - mover->height / 2,
                             mover->width, mover->height } };

    if (!mover->hidden)
      g_array_append_val (drawn, one);
  }
  return drawn;
}
