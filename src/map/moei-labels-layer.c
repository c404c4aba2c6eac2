/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-gazetteer.h"
#include "map/moei-labels-layer.h"
#include "map/moei-map-label.h"
#include "map/moei-map-line.h"

/* Below this, towns are dots with their names beside; above, their built-up
 * area is drawn and the name stands on it. */
#define DOTS_BELOW_ZOOM 10.5
#define DOT_RADIUS      2.5

#define SYMBOL_GAP 3.0

/* Where an arc leaves the view there is an arrow, so far inside of the edge. */
#define EDGE_INSET 10.0
#define ARROW      7.0

/* Labels that are kept drawn; beyond that all are forgotten. */
#define MAX_KEPT 600

/* A label in its place. */
typedef struct {
  MoeiDrawnLabel     drawn;
  const MoeiMapText *text;
  MoeiPoint          point;  /* of a dot or arrow */
  double             course; /* of an arrow, in radians clockwise from north */
  GdkRGBA            colour;
  enum { NOTHING, DOT, ARROWHEAD } mark;
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

  MoeiSitesLayer  *sites;    /* borrowed: layers of the same map */
  MoeiRoutesLayer *routes;

  GPtrArray       *names;    /* of MoeiNamed, by rank */
  GArray          *reserved; /* of MoeiBox: what lies above the map */
  GArray          *placed;   /* of Placed */
  GHashTable      *texts;    /* key → MoeiMapText */
  GHashTable      *slots;    /* what is named → the slot it had last */
  int              scale;
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
  g_autofree char *base = moei_map_label_get_key (label);
  g_autofree char *key = g_strdup_printf ("%s\t%d", base, alignment);
  MoeiMapText *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL) {
    const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));

    text = moei_map_text_new (GTK_WIDGET (self), get_language (self), &label->first, &label->second,
                              &style->halo, alignment, label->angle);
    g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
  }
  return text;
}

static MoeiLabelSlot
get_slot (MoeiLabelsLayer *self,
          gconstpointer    what)
{
  gpointer slot;

  return g_hash_table_lookup_extended (self->slots, what, NULL, &slot) ? GPOINTER_TO_INT (slot)
                                                                       : MOEI_LABEL_NOWHERE;
}

static PangoAlignment
alignment_in (MoeiLabelSlot slot)
{
  switch (slot) {
    case MOEI_LABEL_RIGHT:
    case MOEI_LABEL_BELOW_RIGHT:
    case MOEI_LABEL_ABOVE_RIGHT:
      return PANGO_ALIGN_LEFT;
    case MOEI_LABEL_LEFT:
    case MOEI_LABEL_BELOW_LEFT:
    case MOEI_LABEL_ABOVE_LEFT:
      return PANGO_ALIGN_RIGHT;
    case MOEI_LABEL_BELOW:
    case MOEI_LABEL_ABOVE:
    case MOEI_LABEL_CENTRE:
    case MOEI_LABEL_NOWHERE:
    default:
      return PANGO_ALIGN_CENTER;
  }
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

  placed->text = get_text (self, label, alignment_in (slot));
  placed->drawn.text = placed->text->name;
  return TRUE;
}

static void
place_sites (MoeiLabelsLayer     *self,
             MoeiLabelField      *field,
             const MoeiProjector *projector)
{
  MoeiMapLayer *layer = MOEI_MAP_LAYER (self);
  MoeiEntity *selected = moei_map_scene_get_selected (moei_map_layer_get_scene (layer));
  guint n_drawn;
  const MoeiDrawnSite *drawn = moei_sites_layer_get_drawn (self->sites, projector, &n_drawn);

  for (guint i = 0; i < n_drawn; i++) {
    MoeiBox box = { drawn[i].at.x - drawn[i].radius, drawn[i].at.y - drawn[i].radius,
                    2 * drawn[i].radius, 2 * drawn[i].radius };

    moei_label_field_add_obstacle (field, box);
  }
  /* What is selected has the first choice. */
  for (int pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < n_drawn; i++) {
      g_auto (MoeiMapLabel) label = { 0 };
      Placed placed = { .drawn.entity = MOEI_ENTITY (drawn[i].place) };

      if ((placed.drawn.entity == selected) != (pass == 0) || !moei_projector_shows (projector, drawn[i].at, 0))
        continue;

      if (drawn[i].n_places > 1)
        moei_map_label_init_for_group (&label, drawn[i].n_places, get_language (self), moei_map_layer_get_style (layer));
      else
        moei_map_label_init_for_place (&label, drawn[i].place, get_language (self), moei_map_layer_get_style (layer));
      if (place (self, field, &label, drawn[i].place, drawn[i].at, drawn[i].radius + SYMBOL_GAP, &placed))
        g_array_append_val (self->placed, placed);
    }
  }
}

static void
place_names (MoeiLabelsLayer     *self,
             MoeiLabelField      *field,
             const MoeiProjector *projector)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));

  for (guint i = 0; i < self->names->len; i++) {
    const MoeiNamed *named = self->names->pdata[i];
    MoeiPoint point = moei_projector_to_view (projector, named->point);
    gboolean has_dot = named->kind == MOEI_NAMED_VILLAGE ||
                       ((named->kind == MOEI_NAMED_CITY || named->kind == MOEI_NAMED_TOWN) &&
                        projector->zoom < DOTS_BELOW_ZOOM);
    g_auto (MoeiMapLabel) label = { 0 };
    Placed placed = { .point = point, .colour = style->quiet_ink, .mark = has_dot ? DOT : NOTHING };
    MoeiBox dot = { point.x - DOT_RADIUS, point.y - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS };

    if (projector->zoom < named->min_zoom || projector->zoom > named->max_zoom ||
        !moei_projector_shows (projector, point, 0))
      continue;
    if (has_dot && !moei_label_field_take (field, dot))
      continue;

    moei_map_label_init_for_named (&label, named, get_language (self), style);
    if (place (self, field, &label, named, point, has_dot ? DOT_RADIUS + 1 : 0, &placed))
      g_array_append_val (self->placed, placed);
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
    Placed placed = { .drawn.entity = MOEI_ENTITY (arc->to), .mark = ARROWHEAD };

    if (!moei_flight_arc_find_exit (arc, projector, EDGE_INSET, &placed.point, &placed.course))
      continue;

    moei_map_label_init_for_flight (&label, arc->from, arc->to, arc->state, get_language (self), style);
    placed.colour = label.first.colour;
    placed.text = get_text (self, &label, placed.point.x > projector->width / 2 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    placed.drawn.text = placed.text->name;
    if (moei_label_field_place_at_edge (field, placed.point, ARROW + 6, placed.text->width, placed.text->height,
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
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));
  MoeiBox bounds = { 0, 0, projector->width, projector->height };
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  g_array_set_size (self->placed, 0);
  if (self->scale != scale || g_hash_table_size (self->texts) > MAX_KEPT)
    g_hash_table_remove_all (self->texts);
  if (g_hash_table_size (self->slots) > MAX_KEPT)
    g_hash_table_remove_all (self->slots);
  self->scale = scale;

  for (guint i = 0; i < self->reserved->len; i++)
    moei_label_field_add_obstacle (field, g_array_index (self->reserved, MoeiBox, i));
  add_lines (self, field, projector);
  place_sites (self, field, projector);
  place_destinations (self, field, projector);
  if (moei_map_scene_get_show_names (scene))
    place_names (self, field, projector);
}

static void
draw_mark (MoeiLabelsLayer *self,
           GtkSnapshot     *snapshot,
           const Placed    *placed)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (placed->point.x - 2 * ARROW,
                                                                         placed->point.y - 2 * ARROW,
                                                                         4 * ARROW, 4 * ARROW));

  cairo_translate (cr, placed->point.x, placed->point.y);
  if (placed->mark == DOT) {
    cairo_arc (cr, 0, 0, DOT_RADIUS, 0, 2 * G_PI);
  } else {
    cairo_rotate (cr, placed->course);
    cairo_move_to (cr, 0, -ARROW);
    cairo_line_to (cr, ARROW * 0.75, ARROW * 0.6);
    cairo_line_to (cr, 0, ARROW * 0.2);
    cairo_line_to (cr, -ARROW * 0.75, ARROW * 0.6);
    cairo_close_path (cr);
  }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &style->halo);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &placed->colour);
  cairo_fill (cr);
  cairo_destroy (cr);
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

    if (placed->mark != NOTHING)
      draw_mark (self, snapshot, placed);
    moei_raster_append (placed->text->raster, snapshot, &bounds, as_cairo);
  }
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
    g_hash_table_remove_all (self->texts);
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
}

static void
moei_labels_layer_finalize (GObject *object)
{
  MoeiLabelsLayer *self = MOEI_LABELS_LAYER (object);

  g_ptr_array_unref (self->names);
  g_array_unref (self->reserved);
  g_array_unref (self->placed);
  g_hash_table_unref (self->texts);
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
  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) moei_map_text_free);
  self->slots = g_hash_table_new (NULL, NULL);
}

/**
 * moei_labels_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 * @sites: the layer of symbols, which outlives this one
 * @routes: the layer of lines, which outlives this one
 *
 * Returns: (transfer floating): the layer of names
 */
MoeiMapLayer *
moei_labels_layer_new (ShumateViewport *viewport,
                       MoeiMapScene    *scene,
                       MoeiSitesLayer  *sites,
                       MoeiRoutesLayer *routes)
{
  MoeiLabelsLayer *self = g_object_new (MOEI_TYPE_LABELS_LAYER, "viewport", viewport, "scene", scene, NULL);

  self->sites = sites;
  self->routes = routes;
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
