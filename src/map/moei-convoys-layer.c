/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-format.h"
#include "map/moei-convoy-badge.h"
#include "map/moei-convoys-layer.h"
#include "map/moei-map-symbol.h"
#include "map/moei-map-text.h"
#include "map/moei-motion.h"
#include "operation/moei-collection.h"
#include "operation/moei-route.h"

#define BADGE_HEIGHT 20.0
#define BADGE_PAD    6.0
#define AIRCRAFT_BOX 30.0
#define GAP          2.0

/* Boxes are given in steps of this, so that names need not move with every step
 * of a convoy. */
#define BOX_STEP 12.0
/* What is not in the view anyway need not be known exactly. */
#define MARGIN 40.0

/* On a route shorter than this in the view, badges would only hide its ends. */
#define LEAST_ROUTE 70.0

/* A convoy or aircraft on the map. */
typedef struct {
  MoeiEntity     *entity;
  MoeiMotion      motion;
  MoeiPoint       point;
  char           *people;   /* (nullable) for a convoy */
  MoeiConvoyLook  look;
  double          extent;   /* of its route, on the plane */
  MoeiPoint       at;       /* in the view it was last arranged for */
  double          width;
  double          height;
} Mover;

/**
 * MoeiConvoysLayer:
 *
 * What moves: convoys with their head count, and aircraft.  It stands where it
 * should be by its times, and is drawn again only when that is another pixel.
 */
struct _MoeiConvoysLayer {
  MoeiMapLayer parent_instance;

  GArray     *movers;       /* of Mover */
  GHashTable *texts;        /* people → MoeiMapText */
  gboolean    stale;
};

G_DEFINE_FINAL_TYPE (MoeiConvoysLayer, moei_convoys_layer, MOEI_TYPE_MAP_LAYER)

static void
clear_mover (Mover *mover)
{
  g_clear_object (&mover->entity);
  g_clear_pointer (&mover->people, g_free);
}

/* How far a route reaches on the plane. */
static double
measure (MoeiRoute *route)
{
  gsize n_points;
  const MoeiPosition *points = route != NULL ? moei_line_get_points (moei_route_get_line (route), &n_points) : NULL;
  double extent = 0;

  for (gsize i = 1; points != NULL && i < n_points; i++) {
    MoeiPoint first = moei_mercator_project (points[0]), point = moei_mercator_project (points[i]);

    extent = MAX (extent, hypot (point.x - first.x, point.y - first.y));
  }
  return extent;
}

static gboolean
is_shown (MoeiConvoysLayer    *self,
          const Mover         *mover,
          const MoeiProjector *projector)
{
  if (!moei_projector_shows (projector, mover->at, MARGIN))
    return FALSE;

  return mover->people == NULL || mover->extent * projector->world >= LEAST_ROUTE ||
         mover->entity == moei_map_scene_get_selected (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
}

static void
add_convoys (MoeiConvoysLayer *self,
             MoeiOperation    *operation)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));
  MoeiCollection *convoys = moei_operation_get_convoys (operation);

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    MoeiRoute *route = moei_collection_lookup (moei_operation_get_routes (operation),
                                               moei_convoy_get_route (convoy));
    MoeiMotion motion;
    Mover mover = { 0 };

    if (!moei_motion_of_convoy (convoy, route, moei_map_scene_get_now (scene), &motion))
      continue;

    mover.entity = g_object_ref (MOEI_ENTITY (convoy));
    mover.point = moei_mercator_project (motion.position);
    mover.motion = motion;
    mover.look = moei_convoy_look_of (convoy, &motion);
    mover.extent = measure (route);
    mover.people = moei_format_count (moei_map_scene_get_language (scene), moei_convoy_get_people (convoy));
    g_array_append_val (self->movers, mover);
  }
}

static void
add_aircraft (MoeiConvoysLayer *self,
              MoeiOperation    *operation)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));
  MoeiCollection *flights = moei_operation_get_flights (operation);
  MoeiCollection *places = moei_operation_get_places (operation);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    MoeiMotion motion;
    Mover mover = { 0 };

    if (!moei_motion_of_flight (flight, moei_collection_lookup (places, moei_flight_get_from (flight)),
                                moei_collection_lookup (places, moei_flight_get_to (flight)),
                                moei_map_scene_get_now (scene), &motion))
      continue;

    mover.entity = g_object_ref (MOEI_ENTITY (flight));
    mover.point = moei_mercator_project (motion.position);
    mover.motion = motion;
    mover.width = mover.height = AIRCRAFT_BOX;
    g_array_append_val (self->movers, mover);
  }
}

static void
collect (MoeiConvoysLayer *self)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));
  MoeiOperation *operation = moei_map_scene_get_operation (scene);

  self->stale = FALSE;
  g_array_set_size (self->movers, 0);
  if (operation != NULL && moei_map_scene_get_show_flights (scene))
    add_aircraft (self, operation);
  if (operation != NULL && moei_map_scene_get_show_routes (scene))
    add_convoys (self, operation);
}

static const MoeiMapText *
get_text (MoeiConvoysLayer *self,
          const Mover      *mover)
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

/* Badges of convoys at the same place stand above each other. */
static void
stack (MoeiConvoysLayer *self,
       guint             index)
{
  Mover *mover = &g_array_index (self->movers, Mover, index);

  for (guint i = 0; i < index; i++) {
    const Mover *other = &g_array_index (self->movers, Mover, i);

    if (other->people != NULL && fabs (mover->at.x - other->at.x) < (mover->width + other->width) / 2 + GAP &&
        fabs (mover->at.y - other->at.y) < BADGE_HEIGHT + GAP)
      mover->at.y = other->at.y - BADGE_HEIGHT - GAP;
  }
}

static void
arrange (MoeiConvoysLayer    *self,
         const MoeiProjector *projector)
{
  if (self->stale)
    collect (self);

  for (guint i = 0; i < self->movers->len; i++) {
    Mover *mover = &g_array_index (self->movers, Mover, i);

    mover->at = moei_projector_to_view (projector, mover->point);
    if (mover->people != NULL) {
      mover->width = MAX (get_text (self, mover)->width + BADGE_PAD, BADGE_HEIGHT + 6) +
                     moei_convoy_look_mark (mover->look);
      mover->height = BADGE_HEIGHT;
      stack (self, i);
    }
  }
}

static void
draw_badge (MoeiConvoysLayer *self,
            GtkSnapshot      *snapshot,
            const Mover      *mover,
            gboolean          is_selected)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  const MoeiMapText *text = get_text (self, mover);
  double left = round (mover->at.x - mover->width / 2), top = round (mover->at.y - mover->height / 2);
  double mark = moei_convoy_look_mark (mover->look);
  graphene_rect_t ink = GRAPHENE_RECT_INIT (left + round ((mover->width + mark - text->width) / 2),
                                            top + round ((mover->height - text->height) / 2),
                                            text->width, text->height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (left - 6, top - 6,
                                                                         mover->width + 12, mover->height + 12));

  cairo_translate (cr, left + mover->width / 2, top + mover->height / 2);
  moei_convoy_look_draw (mover->look, cr, style, mover->width, mover->height, is_selected ? &style->ink : NULL);
  cairo_destroy (cr);
  moei_raster_append (text->raster, snapshot, &ink, moei_map_layer_wants_cairo (MOEI_MAP_LAYER (self)));
}

static void
draw_aircraft (MoeiConvoysLayer *self,
               GtkSnapshot      *snapshot,
               const Mover      *mover,
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
    const Mover *mover = &g_array_index (self->movers, Mover, i);

    if (!is_shown (self, mover, projector))
      continue;

    if (mover->people != NULL)
      draw_badge (self, snapshot, mover, mover->entity == selected);
    else
      draw_aircraft (self, snapshot, mover, mover->entity == selected);
  }
}

/* Whether anything would be drawn elsewhere, or looks otherwise, than it did. */
static gboolean
has_moved (MoeiConvoysLayer *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->movers);
  double pixel;
  MoeiProjector projector;

  moei_map_layer_get_projector (MOEI_MAP_LAYER (self), &projector);
  pixel = 0.5 / projector.world;
  self->movers = g_array_new (FALSE, FALSE, sizeof (Mover));
  g_array_set_clear_func (self->movers, (GDestroyNotify) clear_mover);
  collect (self);

  if (before->len != self->movers->len)
    return TRUE;
  for (guint i = 0; i < before->len; i++) {
    const Mover *a = &g_array_index (before, Mover, i), *b = &g_array_index (self->movers, Mover, i);

    if (a->entity != b->entity || fabs (a->point.x - b->point.x) > pixel ||
        fabs (a->point.y - b->point.y) > pixel || a->look != b->look)
      return TRUE;
  }

  /* What was drawn stays the measure, or small steps would never add up. */
  g_array_unref (self->movers);
  self->movers = g_steal_pointer (&before);
  return FALSE;
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
  } else if (g_str_equal (property, "dark") || g_str_equal (property, "language")) {
    g_hash_table_remove_all (self->texts);
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
    const Mover *mover = &g_array_index (self->movers, Mover, i);
    double x = MAX (fabs (point.x - mover->at.x) - mover->width / 2, 0);
    double y = MAX (fabs (point.y - mover->at.y) - mover->height / 2, 0);
    MoeiMapHit hit = { mover->entity, mover->people != NULL ? MOEI_MAP_RANK_CONVOY : MOEI_MAP_RANK_AIRCRAFT,
                       hypot (x, y), FALSE };

    if (is_shown (self, mover, projector) && hit.distance <= reach)
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
  for (guint i = 0; i < self->movers->len; i++) {
    const Mover *mover = &g_array_index (self->movers, Mover, i);

    if (is_shown (self, mover, projector) && moei_projector_shows (projector, mover->at, 0))
      keys |= MOEI_MAP_KEY_BIT (mover->people != NULL ? MOEI_MAP_KEY_CONVOY + (guint) mover->look
                                                      : MOEI_MAP_KEY_AIRCRAFT);
  }
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

  g_array_unref (self->movers);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (moei_convoys_layer_parent_class)->finalize (object);
}

static void
moei_convoys_layer_class_init (MoeiConvoysLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_convoys_layer_constructed;
  object_class->finalize = moei_convoys_layer_finalize;
  layer_class->draw = moei_convoys_layer_draw;
  layer_class->changed = moei_convoys_layer_changed;
  layer_class->pick = moei_convoys_layer_pick;
  layer_class->explain = moei_convoys_layer_explain;
}

static void
moei_convoys_layer_init (MoeiConvoysLayer *self)
{
  self->movers = g_array_new (FALSE, FALSE, sizeof (Mover));
  g_array_set_clear_func (self->movers, (GDestroyNotify) clear_mover);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) moei_map_text_free);
  self->stale = TRUE;
}

/**
 * moei_convoys_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 *
 * Returns: (transfer floating): the layer of convoys and aircraft
 */
MoeiMapLayer *
moei_convoys_layer_new (ShumateViewport *viewport,
                        MoeiMapScene    *scene)
{
  return g_object_new (MOEI_TYPE_CONVOYS_LAYER, "viewport", viewport, "scene", scene, NULL);
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
    const Mover *mover = &g_array_index (self->movers, Mover, i);
    MoeiBox box = { floor ((mover->at.x - mover->width / 2) / BOX_STEP) * BOX_STEP,
                    floor ((mover->at.y - mover->height / 2) / BOX_STEP) * BOX_STEP,
                    mover->width + BOX_STEP, mover->height + BOX_STEP };

    if (is_shown (self, mover, projector))
      g_array_append_val (boxes, box);
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
    const Mover *mover = &g_array_index (self->movers, Mover, i);
    MoeiDrawnMover one = { mover->entity, mover->motion, mover->look,
                           { mover->at.x - mover->width / 2, mover->at.y - mover->height / 2,
                             mover->width, mover->height } };

    if (is_shown (self, mover, projector))
      g_array_append_val (drawn, one);
  }
  return drawn;
}
