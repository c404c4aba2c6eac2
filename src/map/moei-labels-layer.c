/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-gazetteer.h"
#include "map/moei-labels-layer.h"
#include "map/moei-map-label.h"
#include "map/moei-map-line.h"
#include "map/moei-map-mark.h"
#include "map/moei-text-cache.h"

/* Below this, towns are dots; above, their names stand on their built-up area,
 * or beside it where there is no room. */
#define DOTS_BELOW_ZOOM 10.5
#define TOWN_RADIUS 16.0

#define SYMBOL_GAP 3.0
#define BADGE_GAP 26.0 /* a crossing's name may stand beyond a convoy's badge */

/* The arrow where an arc leaves the view is so far inside of the edge. */
#define EDGE_INSET 10.0
/* So many symbols are named, and so many names' places remembered. */
#define MAX_NAMED 150
#define MAX_SLOTS 2000
/* In which order labels are placed. */
typedef enum {
  TURN_SELECTED,
  TURN_SITES,
  TURN_TOWNS,
  TURN_STATIONS,
  TURN_NAMES,
} Turn;

/* A label in its place. */
typedef struct {
  MoeiDrawnLabel     drawn;
  const MoeiMapText *text;
  MoeiPoint          point;  /* of a dot or arrow */
  double             course; /* of an arrow, in radians clockwise from north */
  GdkRGBA            colour;
  MoeiMapMark        mark;
} Placed;

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
  GArray           *reserved; /* of MoeiBox: what lies above the map */
  GArray           *moving;   /* of MoeiBox: what convoys covered last */
  GArray           *placed;   /* of Placed */
  MoeiTextCache    *texts;
  GHashTable       *slots;    /* what is named → the slot it had last */
};

G_DEFINE_FINAL_TYPE (MoeiLabelsLayer, moei_labels_layer, MOEI_TYPE_MAP_LAYER)

static MoeiLanguage
get_language (MoeiLabelsLayer *self)
{
  return moei_map_scene_get_language (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
}

static const MoeiMapText *
get_text (MoeiLabelsLayer    *self,
          const MoeiMapLabel *label,
          PangoAlignment      alignment)
{
  return moei_text_cache_get (self->texts, GTK_WIDGET (self), get_language (self), label,
                              &moei_map_layer_get_style (MOEI_MAP_LAYER (self))->halo, alignment);
}

static MoeiLabelSlot
get_slot (MoeiLabelsLayer *self,
          gconstpointer    what)
{
  gpointer slot;

  return g_hash_table_lookup_extended (self->slots, what, NULL, &slot) ? GPOINTER_TO_INT (slot)
                                                                       : MOEI_LABEL_NOWHERE;
}

/* Finds room for a label around a point. */
static gboolean
place (MoeiLabelsLayer    *self,
       MoeiLabelField     *field,
       const MoeiMapLabel *label,
       gconstpointer       what,
       MoeiPoint           point,
       double              radius,
       Placed             *placed)
{
  const MoeiMapText *text = get_text (self, label, PANGO_ALIGN_CENTER);
  MoeiLabelSlot slot = moei_label_field_place (field, point, radius, text->width, text->height,
                                               get_slot (self, what), &placed->drawn.box);

  g_hash_table_insert (self->slots, (gpointer) what, GINT_TO_POINTER (slot));
  if (slot == MOEI_LABEL_NOWHERE)
    return FALSE;

  placed->text = label->detail != NULL ? get_text (self, label, moei_map_text_alignment (slot)) : text;
  placed->drawn.text = placed->text->name;
  return TRUE;
}

static void
add_symbols (MoeiLabelsLayer     *self,
             MoeiLabelField      *field,
             const MoeiProjector *projector)
{
  guint n_drawn;
  const MoeiDrawnSite *drawn = moei_sites_layer_get_drawn (self->sites, projector, &n_drawn);

  for (guint i = 0; i < n_drawn; i++) {
    MoeiBox box = { drawn[i].at.x - drawn[i].radius, drawn[i].at.y - drawn[i].radius,
                    2 * drawn[i].radius, 2 * drawn[i].radius };

    moei_label_field_add_obstacle (field, box);
  }
}

/* What is selected has the first choice; towns come before stations. */
static Turn
get_turn_of_site (MoeiLabelsLayer     *self,
                  const MoeiDrawnSite *drawn)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));

  if (MOEI_ENTITY (drawn->place) == moei_map_scene_get_selected (scene))
    return TURN_SELECTED;
  return moei_place_get_kind (drawn->place) == MOEI_PLACE_KIND_STATION ? TURN_STATIONS : TURN_SITES;
}

static void
place_sites (MoeiLabelsLayer     *self,
             MoeiLabelField      *field,
             const MoeiProjector *projector,
             Turn                 turn)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  guint n_drawn;
  const MoeiDrawnSite *drawn = moei_sites_layer_get_drawn (self->sites, projector, &n_drawn);

  for (guint i = 0; i < n_drawn && self->placed->len < MAX_NAMED; i++) {
    g_auto (MoeiMapLabel) label = { 0 };
    Placed placed = { .drawn.entity = MOEI_ENTITY (drawn[i].place) };

    if (get_turn_of_site (self, &drawn[i]) != turn || !moei_projector_shows (projector, drawn[i].at, 0))
      continue;

    if (drawn[i].n_places > 1)
      moei_map_label_init_for_group (&label, drawn[i].n_places, get_language (self), style);
    else
      moei_map_label_init_for_place (&label, drawn[i].place, get_language (self), style);
    if (place (self, field, &label, drawn[i].place, drawn[i].at, drawn[i].radius + SYMBOL_GAP, &placed) ||
        (moei_place_get_kind (drawn[i].place) == MOEI_PLACE_KIND_CROSSING &&
         place (self, field, &label, drawn[i].place, drawn[i].at, drawn[i].radius + BADGE_GAP, &placed)))
      g_array_append_val (self->placed, placed);
  }
}

static Turn
get_turn_of_name (const MoeiNamed *named)
{
  return named->kind >= MOEI_NAMED_CITY && named->kind <= MOEI_NAMED_TOWN && named->rank <= 1 ? TURN_TOWNS
                                                                                             : TURN_NAMES;
}

static void
place_name (MoeiLabelsLayer     *self,
            MoeiLabelField      *field,
            const MoeiProjector *projector,
            const MoeiNamed     *named)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  MoeiPoint point = moei_projector_to_view (projector, named->point);
  gboolean is_town = named->kind == MOEI_NAMED_CITY || named->kind == MOEI_NAMED_TOWN;
  gboolean has_dot = named->kind == MOEI_NAMED_VILLAGE || (is_town && projector->zoom < DOTS_BELOW_ZOOM);
  g_auto (MoeiMapLabel) label = { 0 };
  Placed placed = { .point = point, .colour = style->quiet_ink, .mark = has_dot ? MOEI_MAP_MARK_DOT : MOEI_MAP_MARK_NONE };
  MoeiBox dot = { point.x - MOEI_MAP_MARK_DOT_RADIUS, point.y - MOEI_MAP_MARK_DOT_RADIUS,
                  2 * MOEI_MAP_MARK_DOT_RADIUS, 2 * MOEI_MAP_MARK_DOT_RADIUS };

  if (projector->zoom < named->min_zoom || projector->zoom > named->max_zoom ||
      !moei_projector_shows (projector, point, 0) || (has_dot && !moei_label_field_take (field, dot)))
    return;

  moei_map_label_init_for_named (&label, named, get_language (self), style);
  if (place (self, field, &label, named, point, has_dot ? dot.width / 2 + 1 : 0, &placed) ||
      (is_town && !has_dot && place (self, field, &label, named, point, TOWN_RADIUS, &placed)))
    g_array_append_val (self->placed, placed);
}

static void
place_names (MoeiLabelsLayer     *self,
             MoeiLabelField      *field,
             const MoeiProjector *projector,
             Turn                 turn)
{
  if (!moei_map_scene_get_show_names (moei_map_layer_get_scene (MOEI_MAP_LAYER (self))))
    return;

  for (guint i = 0; i < self->names->len; i++) {
    if (get_turn_of_name (self->names->pdata[i]) == turn)
      place_name (self, field, projector, self->names->pdata[i]);
  }
}

static void
place_destinations (MoeiLabelsLayer     *self,
                    MoeiLabelField      *field,
                    const MoeiProjector *projector)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  GPtrArray *arcs = moei_routes_layer_get_arcs (self->routes);

  for (guint i = 0; i < arcs->len; i++) {
    const MoeiFlightArc *arc = arcs->pdata[i];
    g_auto (MoeiMapLabel) label = { 0 };
    Placed placed = { .drawn.entity = MOEI_ENTITY (arc->to), .mark = MOEI_MAP_MARK_ARROW };

    if (!moei_flight_arc_find_exit (arc, projector, EDGE_INSET, &placed.point, &placed.course))
      continue;

    moei_map_label_init_for_flight (&label, arc->from, arc->to, arc->state, get_language (self), style);
    placed.colour = label.first.colour;
    placed.text = get_text (self, &label, placed.point.x > projector->width / 2 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    placed.drawn.text = placed.text->name;
    if (moei_label_field_place_at_edge (field, placed.point, 2 * MOEI_MAP_MARK_ARROW_SIZE, placed.text->width, placed.text->height,
                                        &placed.drawn.box))
      g_array_append_val (self->placed, placed);
  }
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
    if (!line->halo && line->dash == MOEI_LINE_SPARSE)
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
  MoeiBox bounds = { 0, 0, projector->width, projector->height };
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);

  g_array_set_size (self->placed, 0);
  moei_text_cache_trim (self->texts, GTK_WIDGET (self));
  if (g_hash_table_size (self->slots) > MAX_SLOTS)
    g_hash_table_remove_all (self->slots);

  for (guint i = 0; i < self->reserved->len; i++)
    moei_label_field_add_obstacle (field, g_array_index (self->reserved, MoeiBox, i));
  g_array_unref (self->moving);
  self->moving = moei_convoys_layer_get_boxes (self->convoys, projector);
  for (guint i = 0; i < self->moving->len; i++)
    moei_label_field_add_obstacle (field, g_array_index (self->moving, MoeiBox, i));
  add_lines (self, field, projector);
  add_symbols (self, field, projector);
  place_sites (self, field, projector, TURN_SELECTED);
  place_sites (self, field, projector, TURN_SITES);
  place_destinations (self, field, projector);
  place_names (self, field, projector, TURN_TOWNS);
  place_sites (self, field, projector, TURN_STATIONS);
  place_names (self, field, projector, TURN_NAMES);
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
    const Placed *placed = &g_array_index (self->placed, Placed, i);
    graphene_rect_t bounds = GRAPHENE_RECT_INIT (placed->drawn.box.x, placed->drawn.box.y,
                                                 placed->drawn.box.width, placed->drawn.box.height);

    if (placed->mark != MOEI_MAP_MARK_NONE)
      moei_map_mark_append (placed->mark, snapshot, placed->point, placed->course,
                            &placed->colour, &moei_map_layer_get_style (layer)->halo);
    moei_raster_append (placed->text->raster, snapshot, &bounds, as_cairo);
  }
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
    "show-sites", "show-routes", "show-flights", "show-names", NULL
  };
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);

  if (g_str_equal (property, "dark") || g_str_equal (property, "language")) {
    g_array_set_size (self->placed, 0);
    moei_text_cache_clear (self->texts);
  } else if (g_str_equal (property, "now") || g_str_equal (property, "convoys")) {
    if (self->convoys == NULL || !have_convoys_moved (self))
      return;
  } else if (!g_strv_contains (concerns, property)) {
    return;
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A name means what it names. */
static MoeiEntity *
moei_labels_layer_pick (MoeiMapLayer        *layer,
                        const MoeiProjector *projector,
                        MoeiPoint            point)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (layer);

  for (guint i = 0; i < self->placed->len; i++) {
    const MoeiDrawnLabel *drawn = &g_array_index (self->placed, Placed, i).drawn;

    if (drawn->entity != NULL && point.x >= drawn->box.x && point.x <= drawn->box.x + drawn->box.width &&
        point.y >= drawn->box.y && point.y <= drawn->box.y + drawn->box.height)
      return drawn->entity;
  }
  return NULL;
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
  g_array_unref (self->reserved);
  g_array_unref (self->moving);
  g_array_unref (self->placed);
  moei_text_cache_free (self->texts);
  g_hash_table_unref (self->slots);

  G_OBJECT_CLASS (moei_labels_layer_parent_class)->finalize (object);
}

static void
moei_labels_layer_class_init (MoeiLabelsLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_labels_layer_constructed;
  object_class->finalize = moei_labels_layer_finalize;
  layer_class->draw = moei_labels_layer_draw;
  layer_class->changed = moei_labels_layer_changed;
  layer_class->pick = moei_labels_layer_pick;
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
  self->reserved = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
  self->moving = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  self->texts = moei_text_cache_new ();
  self->slots = g_hash_table_new (NULL, NULL);
}

/**
 * moei_labels_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 * @sites: the layer of symbols of the same map
 * @routes: the layer of its lines
 * @convoys: the layer of what moves on it
 *
 * Returns: (transfer floating): the layer of names
 */
MoeiMapLayer *
moei_labels_layer_new (ShumateViewport  *viewport,
                       MoeiMapScene     *scene,
                       MoeiSitesLayer   *sites,
                       MoeiRoutesLayer  *routes,
                       MoeiConvoysLayer *convoys)
{
  MoeiLabelsLayer *self = g_object_new (MOEI_TYPE_LABELS_LAYER, "viewport", viewport, "scene", scene, NULL);

  g_set_weak_pointer (&self->sites, sites);
  g_set_weak_pointer (&self->routes, routes);
  g_set_weak_pointer (&self->convoys, convoys);
  return MOEI_MAP_LAYER (self);
}

/**
 * moei_labels_layer_set_reserved:
 * @self: the layer
 * @boxes: (array length=n_boxes): what lies above the map
 * @n_boxes: how many
 *
 * Keeps names out of what cannot be seen.
 */
void
moei_labels_layer_set_reserved (MoeiLabelsLayer *self,
                                const MoeiBox   *boxes,
                                guint            n_boxes)
{
  g_return_if_fail (MOEI_IS_LABELS_LAYER (self));

  g_array_set_size (self->reserved, 0);
  g_array_append_vals (self->reserved, boxes, n_boxes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
    g_array_append_val (drawn, g_array_index (self->placed, Placed, i).drawn);
  return drawn;
}
