/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-edge-labels.h"
#include "map/moei-gazetteer.h"
#include "map/moei-labels-layer.h"
#include "map/moei-map-key.h"
#include "map/moei-name-labels.h"

/* How far from a symbol its name stands. */
#define SYMBOL_GAP   3.0
#define SELECTED_GAP 9.0

/* From afar only those sites are named that somebody must act upon. */
#define QUIET_FROM_ZOOM 8.0

/* From here on convoys bear their names even if nothing is wrong with them. */
#define CONVOYS_FROM_ZOOM 11.5

/* So many symbols are named. */
#define MAX_NAMED 150

/* In which order labels are placed. */
typedef enum {
  TURN_SELECTED,
  TURN_MOVERS_IN_DOUBT,
  TURN_URGENT_SITES,
  TURN_SITES,
  TURN_STATIONS,
  TURN_MOVERS,
  TURN_QUIET_SITES,
} Turn;

/**
 * MoeiLabelsLayer:
 *
 * Names: of the operation's places, of the base map's towns, and of where
 * flights go that leave the view.
 *
 * No label lies over another or over a symbol.  What matters more is placed
 * first; what finds no room is left out.
 */
struct _MoeiLabelsLayer {
  MoeiMapLayer parent_instance;

  MoeiSitesLayer   *sites;    /* (weak) layers of the same map */
  MoeiRoutesLayer  *routes;
  MoeiConvoysLayer *convoys;

  GPtrArray        *names;    /* of MoeiNamed, by rank */
  GPtrArray        *arcs;     /* of MoeiFlightArc, to which the labels at the edge belong */
  MoeiMapCovers    *covers;
  GArray           *reserved; /* of MoeiBox: what of the view cannot be seen */
  GArray           *moving;   /* of MoeiBox: what convoys covered last */
  GArray           *placed;   /* of MoeiPlacedLabel */
  MoeiTextCache    *texts;
  MoeiMarkCache    *marks;
  MoeiLabelMemory  *memory;
  MoeiProjector     shown;    /* the view of the last arrangement */
  gboolean          stirred;  /* other things than convoys have changed since */
};

G_DEFINE_FINAL_TYPE (MoeiLabelsLayer, moei_labels_layer, MOEI_TYPE_MAP_LAYER)

static void
add_symbols (MoeiLabelsLayer     *self,
             MoeiLabelField      *field,
             const MoeiProjector *projector)
{
  guint n_drawn;
  const MoeiDrawnSite *drawn = moei_sites_layer_get_drawn (self->sites, projector, &n_drawn);

  for (guint i = 0; i < n_drawn; i++)
    moei_label_field_add_symbol (field, drawn[i].at, drawn[i].radius);
}

/* What is selected has the first choice, then what somebody must act upon, or
 * finds his way by; towns come before stations. */
static Turn
get_turn_of_site (const MoeiDrawnSite *drawn,
                  double               zoom)
{
  gboolean quiet = drawn->symbol == MOEI_MAP_SYMBOL_UNKNOWN || drawn->symbol == MOEI_MAP_SYMBOL_CLEARED;

  if (drawn->has_selected)
    return TURN_SELECTED;
  if (quiet && drawn->n_places == 1 && zoom < QUIET_FROM_ZOOM)
    return TURN_QUIET_SITES;
  if (moei_place_get_kind (drawn->place) == MOEI_PLACE_KIND_STATION)
    return TURN_STATIONS;
  return quiet || drawn->symbol == MOEI_MAP_SYMBOL_CROSSING ? TURN_SITES : TURN_URGENT_SITES;
}

static void
place_site (MoeiLabelsLayer     *self,
            MoeiLabelPlacer     *placer,
            const MoeiDrawnSite *drawn)
{
  MoeiEntity *selected = moei_map_scene_get_selected (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  g_auto (MoeiMapLabel) label = { 0 };
  MoeiPlacedLabel placed = { .drawn = { MOEI_ENTITY (drawn->place), drawn->n_places > 1 } };
  double radius = drawn->radius + (drawn->has_selected ? SELECTED_GAP : SYMBOL_GAP);

  if (drawn->has_selected)
    moei_map_label_init_for_place (&label, MOEI_PLACE (selected), placer->language, placer->style);
  else if (drawn->n_places > 1)
    moei_map_label_init_for_group (&label, drawn->counts, placer->language, placer->style);
  else
    moei_map_label_init_for_place (&label, drawn->place, placer->language, placer->style);

  if (drawn->has_selected)
    moei_label_placer_place_anyhow (placer, &label, selected, drawn->at, radius, &placed);
  else if (moei_place_get_kind (drawn->place) == MOEI_PLACE_KIND_STATION)
    moei_label_placer_place (placer, &label, drawn->place, drawn->at, radius, &placed);
  else
    moei_label_placer_place_beyond (placer, &label, drawn->place, drawn->at, radius, &placed);
}

static void
place_sites (MoeiLabelsLayer     *self,
             MoeiLabelPlacer     *placer,
             const MoeiProjector *projector,
             Turn                 turn)
{
  guint n_drawn;
  const MoeiDrawnSite *drawn = moei_sites_layer_get_drawn (self->sites, projector, &n_drawn);

  for (guint i = 0; i < n_drawn && self->placed->len < MAX_NAMED; i++) {
    if (get_turn_of_site (&drawn[i], projector->zoom) == turn && moei_projector_shows (projector, drawn[i].at, 0))
      place_site (self, placer, &drawn[i]);
  }
}

/* A convoy is named where something is wrong with it, and from near. */
static Turn
get_turn_of_mover (const MoeiDrawnMover *drawn,
                   MoeiEntity           *selected)
{
  if (drawn->entity == selected)
    return TURN_SELECTED;
  if (MOEI_IS_CONVOY (drawn->entity) && !drawn->motion.estimated && drawn->look >= MOEI_CONVOY_LOOK_HALTED)
    return TURN_MOVERS_IN_DOUBT;
  return TURN_MOVERS;
}

static void
place_movers (MoeiLabelsLayer     *self,
              MoeiLabelPlacer     *placer,
              const MoeiProjector *projector,
              Turn                 turn)
{
  MoeiEntity *selected = moei_map_scene_get_selected (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  g_autoptr (GArray) movers = moei_convoys_layer_get_drawn (self->convoys, projector);

  for (guint i = 0; i < movers->len; i++) {
    const MoeiDrawnMover *drawn = &g_array_index (movers, MoeiDrawnMover, i);
    MoeiPoint at = { drawn->box.x + drawn->box.width / 2, drawn->box.y + drawn->box.height / 2 };
    MoeiPlacedLabel placed = { .drawn = { drawn->entity, FALSE } };
    double radius = drawn->box.width / 2 + SYMBOL_GAP;
    g_auto (MoeiMapLabel) label = { 0 };

    if (get_turn_of_mover (drawn, selected) != turn || !moei_projector_shows (projector, at, 0) ||
        (turn == TURN_MOVERS && MOEI_IS_CONVOY (drawn->entity) && projector->zoom < CONVOYS_FROM_ZOOM))
      continue;

    moei_map_label_init_for_mover (&label, drawn->entity, &drawn->motion, placer->language, placer->style);
    if (turn == TURN_SELECTED)
      moei_label_placer_place_anyhow (placer, &label, drawn->entity, at, radius, &placed);
    else
      moei_label_placer_place (placer, &label, drawn->entity, at, radius, &placed);
  }
}

/* A route has no symbol: its name stands at the middle of what is seen of it. */
static void
place_route (MoeiLabelsLayer     *self,
             MoeiLabelPlacer     *placer,
             const MoeiProjector *projector)
{
  MoeiEntity *selected = moei_map_scene_get_selected (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  MoeiPlacedLabel placed = { .drawn = { selected, FALSE } };
  g_auto (MoeiMapLabel) label = { 0 };
  MoeiPoint at;

  if (!MOEI_IS_ROUTE (selected) || !moei_routes_layer_find (self->routes, projector, selected, &at))
    return;

  moei_map_label_init_for_route (&label, MOEI_ROUTE (selected), placer->language, placer->style);
  moei_label_placer_place_anyhow (placer, &label, selected, at, 3 * SYMBOL_GAP, &placed);
}

static void
add_lines (MoeiLabelsLayer     *self,
           MoeiLabelField      *field,
           const MoeiProjector *projector)
{
  GPtrArray *lines = moei_routes_layer_get_lines (self->routes);

  for (guint i = 0; i < lines->len; i++) {
    const MoeiMapLine *line = lines->pdata[i];
    MoeiPoint last = { 0 };

    /* Circles of doubt are faint: a label may cross them. */
    if (line->key == MOEI_MAP_KEY_DOUBT)
      continue;
    for (guint j = 0; j < line->points->len; j++) {
      MoeiPoint next = moei_projector_to_view (projector, g_array_index (line->points, MoeiPoint, j));

      if (j > 0 && MAX (last.x, next.x) > 0 && MIN (last.x, next.x) < projector->width &&
          MAX (last.y, next.y) > 0 && MIN (last.y, next.y) < projector->height)
        moei_label_field_add_line (field, last, next);
      last = next;
    }
  }
}

static void
arrange (MoeiLabelsLayer     *self,
         const MoeiProjector *projector)
{
  gboolean has_names = moei_map_scene_get_show_names (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  MoeiBox bounds = { 0, 0, projector->width, projector->height };
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiLabelPlacer placer = {
    GTK_WIDGET (self), moei_map_scene_get_language (moei_map_layer_get_scene (MOEI_MAP_LAYER (self))),
    moei_map_layer_get_style (MOEI_MAP_LAYER (self)), self->texts, self->memory, field, self->placed,
  };

  /* While only convoys move, names stay where they are. */
  if (self->stirred || memcmp (projector, &self->shown, sizeof *projector) != 0)
    g_array_set_size (self->placed, 0);
  self->stirred = FALSE;
  self->shown = *projector;
  moei_label_placer_remember (&placer);
  moei_text_cache_trim (self->texts, GTK_WIDGET (self));
  moei_mark_cache_set_scale (self->marks, moei_raster_scale_of (GTK_WIDGET (self)));
  moei_text_cache_set_least (self->texts,
                             moei_map_scene_get_least_text (moei_map_layer_get_scene (MOEI_MAP_LAYER (self))));

  g_array_unref (self->reserved);
  self->reserved = moei_map_covers_get_boxes (self->covers, GTK_WIDGET (self));
  for (guint i = 0; i < self->reserved->len; i++)
    moei_label_field_add_obstacle (field, g_array_index (self->reserved, MoeiBox, i));
  g_array_unref (self->moving);
  self->moving = moei_convoys_layer_get_boxes (self->convoys, projector);
  for (guint i = 0; i < self->moving->len; i++)
    moei_label_field_add_obstacle (field, g_array_index (self->moving, MoeiBox, i));
  add_lines (self, field, projector);
  add_symbols (self, field, projector);

  /* The arrows where arcs leave the view stand before any name does. */
  g_ptr_array_unref (self->arcs);
  self->arcs = g_ptr_array_ref (moei_routes_layer_get_arcs (self->routes));
  moei_edge_labels_reserve (self->arcs, field, projector, self->reserved);
  place_movers (self, &placer, projector, TURN_SELECTED);
  place_route (self, &placer, projector);
  place_movers (self, &placer, projector, TURN_MOVERS_IN_DOUBT);
  moei_label_memory_reserve (self->memory, field);
  place_sites (self, &placer, projector, TURN_SELECTED);
  if (has_names)
    moei_name_labels_place (self->names, &placer, projector, MOEI_NAME_TURN_COUNTRIES);
  place_sites (self, &placer, projector, TURN_URGENT_SITES);
  place_sites (self, &placer, projector, TURN_SITES);
  moei_edge_labels_place (self->arcs, &placer, projector, self->reserved);
  if (has_names)
    moei_name_labels_place (self->names, &placer, projector, MOEI_NAME_TURN_TOWNS);
  place_sites (self, &placer, projector, TURN_STATIONS);
  place_movers (self, &placer, projector, TURN_MOVERS);
  place_sites (self, &placer, projector, TURN_QUIET_SITES);
  if (has_names)
    moei_name_labels_place (self->names, &placer, projector, MOEI_NAME_TURN_OTHERS);
}

static void
moei_labels_layer_draw (MoeiMapLayer        *layer,
                        GtkSnapshot         *snapshot,
                        const MoeiProjector *projector)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);
  gboolean as_cairo = moei_map_layer_wants_cairo (layer);

  arrange (self, projector);
  for (guint i = 0; i < self->placed->len; i++) {
    const MoeiPlacedLabel *placed = &g_array_index (self->placed, MoeiPlacedLabel, i);

    if (placed->arc == NULL)
      moei_placed_label_append (placed, snapshot, self->marks, moei_map_layer_get_style (layer), as_cairo);
  }
}

static void
moei_labels_layer_draw_beyond (MoeiMapLayer          *layer,
                               GtkSnapshot           *snapshot,
                               const MoeiProjector   *projector,
                               const graphene_rect_t *there)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);

  moei_edge_labels_append (self->placed, snapshot, projector, self->reserved, self->marks,
                           moei_map_layer_get_style (layer), moei_map_layer_wants_cairo (layer));
}

/* Whether convoys have come to other places than those that names keep clear of. */
static gboolean
have_convoys_moved (MoeiLabelsLayer *self)
{
  g_autoptr (GArray) boxes = NULL;
  MoeiProjector projector;

  moei_map_layer_get_projector (MOEI_MAP_LAYER (self), &projector);
  boxes = moei_convoys_layer_get_boxes (self->convoys, &projector);
  return boxes->len != self->moving->len ||
         (boxes->len > 0 && memcmp (boxes->data, self->moving->data, boxes->len * sizeof (MoeiBox)) != 0);
}

static void
moei_labels_layer_changed (MoeiMapLayer *layer,
                           const char   *property)
{
  static const char * const concerns[] = {
    "operation", "places", "routes", "flights", "selected",
    "show-sites", "show-stations", "show-routes", "show-flights", "show-names", "least-text", NULL
  };
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);

  if (g_str_equal (property, "dark") || g_str_equal (property, "contrast") || g_str_equal (property, "language")) {
    g_array_set_size (self->placed, 0);
    moei_text_cache_clear (self->texts);
  } else if (g_str_equal (property, "now") || g_str_equal (property, "convoys")) {
    if (self->convoys == NULL || !have_convoys_moved (self))
      return;
  } else if (g_strv_contains (concerns, property)) {
    self->stirred = TRUE;
  } else {
    return;
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A name means what it names. */
static void
moei_labels_layer_pick (MoeiMapLayer        *layer,
                        const MoeiProjector *projector,
                        MoeiPoint            point,
                        double               reach,
                        GArray              *hits)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);

  for (guint i = 0; i < self->placed->len; i++) {
    const MoeiDrawnLabel *drawn = &g_array_index (self->placed, MoeiPlacedLabel, i).drawn;
    MoeiMapHit hit = { drawn->entity, MOEI_MAP_RANK_NAME, 0, drawn->is_group };

    if (drawn->entity != NULL && point.x >= drawn->box.x && point.x <= drawn->box.x + drawn->box.width &&
        point.y >= drawn->box.y && point.y <= drawn->box.y + drawn->box.height)
      g_array_append_val (hits, hit);
  }
}

/* The arrows at the edge: names explain themselves. */
static MoeiMapKeys
moei_labels_layer_explain (MoeiMapLayer        *layer,
                           const MoeiProjector *projector)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);

  if (self->routes == NULL || !moei_edge_labels_has_any (moei_routes_layer_get_arcs (self->routes), projector))
    return 0;
  return MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_BEYOND);
}

static void
moei_labels_layer_constructed (GObject *object)
{
  MoeiMapLayer *layer = MOEI_MAP_LAYER (object);

  G_OBJECT_CLASS (moei_labels_layer_parent_class)->constructed (object);

  moei_map_layer_watch (layer, "places");
  moei_map_layer_watch (layer, "routes");
  moei_map_layer_watch (layer, "flights");
  moei_map_layer_watch (layer, "convoys");
}

static void
moei_labels_layer_finalize (GObject *object)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (object);

  g_clear_weak_pointer (&self->sites);
  g_clear_weak_pointer (&self->routes);
  g_clear_weak_pointer (&self->convoys);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->arcs);
  g_clear_pointer (&self->covers, moei_map_covers_unref);
  g_array_unref (self->reserved);
  g_array_unref (self->moving);
  g_array_unref (self->placed);
  moei_text_cache_free (self->texts);
  moei_mark_cache_free (self->marks);
  moei_label_memory_free (self->memory);

  G_OBJECT_CLASS (moei_labels_layer_parent_class)->finalize (object);
}

static void
moei_labels_layer_class_init (MoeiLabelsLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_labels_layer_constructed;
  object_class->finalize = moei_labels_layer_finalize;
  layer_class->keeps = TRUE;
  layer_class->draw = moei_labels_layer_draw;
  layer_class->draw_beyond = moei_labels_layer_draw_beyond;
  layer_class->changed = moei_labels_layer_changed;
  layer_class->pick = moei_labels_layer_pick;
  layer_class->explain = moei_labels_layer_explain;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return (*(const MoeiNamed * const *) a)->rank - (*(const MoeiNamed * const *) b)->rank;
}

static void
moei_labels_layer_init (MoeiLabelsLayer *self)
{
  self->names = moei_gazetteer_load_bundled ();
  g_ptr_array_sort (self->names, compare_names);
  self->arcs = g_ptr_array_new ();
  self->reserved = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
  self->moving = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
  self->placed = g_array_new (FALSE, FALSE, sizeof (MoeiPlacedLabel));
  self->texts = moei_text_cache_new ();
  self->marks = moei_mark_cache_new ();
  self->memory = moei_label_memory_new ();
}

/**
 * moei_labels_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 * @covers: what lies above the map: names keep out of what cannot be seen
 * @sites: the layer of symbols of the same map
 * @routes: the layer of its lines
 * @convoys: the layer of what moves on it
 *
 * Returns: (transfer floating): the layer of names
 */
MoeiMapLayer *
moei_labels_layer_new (ShumateViewport  *viewport,
                       MoeiMapScene     *scene,
                       MoeiMapCovers    *covers,
                       MoeiSitesLayer   *sites,
                       MoeiRoutesLayer  *routes,
                       MoeiConvoysLayer *convoys)
{
  MoeiLabelsLayer *self = g_object_new (MOEI_TYPE_LABELS_LAYER, "viewport", viewport, "scene", scene, NULL);

  self->covers = moei_map_covers_ref (covers);
  g_set_weak_pointer (&self->sites, sites);
  g_set_weak_pointer (&self->routes, routes);
  g_set_weak_pointer (&self->convoys, convoys);
  return MOEI_MAP_LAYER (self);
}

/**
 * moei_labels_layer_get_drawn:
 * @self: the layer
 *
 * Returns: (transfer full) (element-type MoeiDrawnLabel): the labels as they
 *   were drawn last
 */
GArray *
moei_labels_layer_get_drawn (MoeiLabelsLayer *self)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (MoeiDrawnLabel));

  g_return_val_if_fail (MOEI_IS_LABELS_LAYER (self), drawn);

  for (guint i = 0; i < self->placed->len; i++)
    g_array_append_val (drawn, g_array_index (self->placed, MoeiPlacedLabel, i).drawn);
  return drawn;
}
