/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-language.h"
#include "map/moei-callout-layer.h"
#include "map/moei-map-words.h"

#define PAD_X       10.0
#define PAD_Y       6.0
#define CORNER      8.0
#define MAX_WIDTH   300
#define FONT_SIZE   13.0
#define GAP         10.0
#define SHADOW      8.0

/* The ring around what the keyboard is on. */
#define RING_GAP    5.0
#define RING_CORNER 8.0

/**
 * MoeiCalloutLayer:
 *
 * What the mouse or the keyboard points at: a ring around it, and a card beside
 * it that says its name and how it stands.
 */
struct _MoeiCalloutLayer {
  MoeiMapLayer parent_instance;

  MoeiSitesLayer   *sites;   /* (weak) layers of the same map */
  MoeiRoutesLayer  *routes;
  MoeiConvoysLayer *convoys;

  MoeiMapCovers    *covers;
  MoeiEntity       *pointed; /* (nullable) */
  MoeiPoint         at;      /* where the mouse is */
  gboolean          by_mouse;
};

G_DEFINE_FINAL_TYPE (MoeiCalloutLayer, moei_callout_layer, MOEI_TYPE_MAP_LAYER)

static PangoLayout *
lay_out (MoeiCalloutLayer *self,
         const char       *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  MoeiLanguage language = moei_map_scene_get_language (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  const char *end = strchr (text, '\n');

  bold->end_index = end != NULL ? (guint) (end - text) : G_MAXUINT;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (FONT_SIZE * PANGO_SCALE)));
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (moei_language_get_pango_tag (language))));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX_WIDTH * PANGO_SCALE);
  pango_layout_set_spacing (layout, 2 * PANGO_SCALE);
  return layout;
}

/* A free place beside what is pointed at; the card may cover names, but neither
 * that thing nor what lies above the map. */
static MoeiBox
place (MoeiCalloutLayer    *self,
       const MoeiProjector *projector,
       const MoeiBox       *anchor,
       double               width,
       double               height)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new ((MoeiBox) { 4, 4, projector->width - 8,
                                                                       projector->height - 8 });
  g_autoptr (GArray) covered = moei_map_covers_get_boxes (self->covers, GTK_WIDGET (self));
  MoeiPoint middle = { anchor->x + anchor->width / 2, anchor->y + anchor->height / 2 };
  double radius = MAX (anchor->width, anchor->height) / 2 + GAP;
  MoeiBox box;

  moei_label_field_add_obstacle (field, *anchor);
  for (guint i = 0; i < covered->len; i++)
    moei_label_field_add_obstacle (field, g_array_index (covered, MoeiBox, i));
  if (moei_label_field_place (field, middle, radius, width, height, MOEI_LABEL_ABOVE_RIGHT, 0, &box) == MOEI_LABEL_NOWHERE)
    moei_label_field_force (field, middle, radius, width, height, &box);
  return box;
}

static void
trace (cairo_t *cr,
       MoeiBox  box,
       double   corner)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - corner, box.y + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - corner, box.y + box.height - corner, corner, 0, G_PI_2);
  cairo_arc (cr, box.x + corner, box.y + box.height - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, box.x + corner, box.y + corner, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_card (MoeiCalloutLayer *self,
           GtkSnapshot      *snapshot,
           PangoLayout      *layout,
           MoeiBox           box)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (box.x - SHADOW, box.y - SHADOW,
                                                                         box.width + 2 * SHADOW,
                                                                         box.height + 2 * SHADOW));

  for (int i = 4; i > 0; i--) {
    trace (cr, (MoeiBox) { box.x - i, box.y - i + 1.5, box.width + 2 * i, box.height + 2 * i }, CORNER + i);
    cairo_set_source_rgba (cr, 0, 0, 0, 0.05);
    cairo_fill (cr);
  }
  trace (cr, box, CORNER);
  gdk_cairo_set_source_rgba (cr, &style->card);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->card_edge);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &style->ink);
  cairo_move_to (cr, box.x + PAD_X, box.y + PAD_Y);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}

static void
draw_ring (MoeiCalloutLayer *self,
           GtkSnapshot      *snapshot,
           const MoeiBox    *anchor)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  MoeiBox ring = { anchor->x - RING_GAP, anchor->y - RING_GAP, anchor->width + 2 * RING_GAP,
                   anchor->height + 2 * RING_GAP };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (ring.x - 4, ring.y - 4, ring.width + 8,
                                                                         ring.height + 8));

  trace (cr, ring, RING_CORNER);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->selection);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
moei_callout_layer_draw (MoeiMapLayer        *layer,
                         GtkSnapshot         *snapshot,
                         const MoeiProjector *projector)
{
  MoeiCalloutLayer *self = MOEI_CALLOUT_LAYER (layer);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int width, height;
  MoeiBox anchor;

  if (self->pointed == NULL || !moei_callout_layer_locate (self, projector, self->pointed, &anchor))
    return;
  if (!self->by_mouse)
    draw_ring (self, snapshot, &anchor);
  else if (anchor.width <= 0)
    anchor = (MoeiBox) { self->at.x - 6, self->at.y - 6, 12, 12 };

  text = moei_callout_layer_describe (self, self->pointed);
  layout = lay_out (self, text);
  pango_layout_get_pixel_size (layout, &width, &height);
  draw_card (self, snapshot, layout,
             place (self, projector, &anchor, width + 2 * PAD_X, height + 2 * PAD_Y));
}

/* What is gone cannot be pointed at. */
static void
moei_callout_layer_changed (MoeiMapLayer *layer,
                            const char   *property)
{
  MoeiCalloutLayer *self = MOEI_CALLOUT_LAYER (layer);

  if (self->pointed == NULL)
    return;
  if (g_str_equal (property, "operation"))
    g_clear_object (&self->pointed);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moei_callout_layer_finalize (GObject *object)
{
  MoeiCalloutLayer *self = MOEI_CALLOUT_LAYER (object);

  g_clear_weak_pointer (&self->sites);
  g_clear_weak_pointer (&self->routes);
  g_clear_weak_pointer (&self->convoys);
  g_clear_object (&self->pointed);
  g_clear_pointer (&self->covers, moei_map_covers_unref);

  G_OBJECT_CLASS (moei_callout_layer_parent_class)->finalize (object);
}

static void
moei_callout_layer_class_init (MoeiCalloutLayerClass *klass)
{
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_callout_layer_finalize;
  layer_class->draw = moei_callout_layer_draw;
  layer_class->changed = moei_callout_layer_changed;
}

static void
moei_callout_layer_init (MoeiCalloutLayer *self)
{
}

/**
 * moei_callout_layer_new:
 * @viewport: the view
 * @scene: what is shown
 * @covers: what lies above the map
 * @sites: the layer of symbols of the same map
 * @routes: the layer of its lines
 * @convoys: the layer of what moves on it
 *
 * Returns: (transfer floating): the layer of what is pointed at
 */
MoeiMapLayer *
moei_callout_layer_new (ShumateViewport  *viewport,
                        MoeiMapScene     *scene,
                        MoeiMapCovers    *covers,
                        MoeiSitesLayer   *sites,
                        MoeiRoutesLayer  *routes,
                        MoeiConvoysLayer *convoys)
{
  MoeiCalloutLayer *self = g_object_new (MOEI_TYPE_CALLOUT_LAYER, "viewport", viewport, "scene", scene, NULL);

  self->covers = moei_map_covers_ref (covers);
  g_set_weak_pointer (&self->sites, sites);
  g_set_weak_pointer (&self->routes, routes);
  g_set_weak_pointer (&self->convoys, convoys);
  return MOEI_MAP_LAYER (self);
}

/**
 * moei_callout_layer_point:
 * @self: the layer
 * @entity: (nullable): a place, route, convoy or flight
 * @at: (nullable): where the mouse is; `NULL` if the keyboard points
 */
void
moei_callout_layer_point (MoeiCalloutLayer *self,
                          MoeiEntity       *entity,
                          const MoeiPoint  *at)
{
  gboolean changed;

  g_return_if_fail (MOEI_IS_CALLOUT_LAYER (self));

  changed = g_set_object (&self->pointed, entity) || self->by_mouse != (at != NULL);
  self->by_mouse = at != NULL;
  if (at != NULL && changed)
    self->at = *at;
  if (changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * moei_callout_layer_get_pointed:
 * @self: the layer
 *
 * Returns: (transfer none) (nullable): what the keyboard points at
 */
MoeiEntity *
moei_callout_layer_get_pointed (MoeiCalloutLayer *self)
{
  g_return_val_if_fail (MOEI_IS_CALLOUT_LAYER (self), NULL);

  return self->by_mouse ? NULL : self->pointed;
}

/**
 * moei_callout_layer_describe:
 * @self: the layer
 * @entity: a place, route, convoy or flight
 *
 * Returns: (transfer full): what is said of it; of places that are drawn as one,
 *   how many they are and how they stand
 */
char *
moei_callout_layer_describe (MoeiCalloutLayer *self,
                             MoeiEntity       *entity)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));
  MoeiLanguage language = moei_map_scene_get_language (scene);
  const MoeiDrawnSite *drawn = NULL;
  MoeiProjector projector;

  moei_map_layer_get_projector (MOEI_MAP_LAYER (self), &projector);
  if (MOEI_IS_PLACE (entity))
    drawn = moei_sites_layer_find (self->sites, &projector, MOEI_PLACE (entity));
  if (drawn != NULL && drawn->n_places > 1) {
    g_autofree char *number = moei_map_words_group (language, drawn->n_places);
    g_autofree char *mix = moei_map_words_mix (language, drawn->counts);

    return g_strdup_printf ("%s\n%s", number, mix);
  }
  return moei_map_words_describe (language, moei_map_scene_get_operation (scene), entity,
                                  moei_map_scene_get_now (scene));
}

/**
 * moei_callout_layer_locate:
 * @self: the layer
 * @projector: a view
 * @entity: a place, route, convoy or flight
 * @box: (out): where it is drawn in the view; of a line, a point of it, without
 *   a size
 *
 * Returns: whether it is drawn in the view
 */
gboolean
moei_callout_layer_locate (MoeiCalloutLayer    *self,
                           const MoeiProjector *projector,
                           MoeiEntity          *entity,
                           MoeiBox             *box)
{
  g_autoptr (GArray) movers = NULL;
  MoeiPoint at;

  g_return_val_if_fail (MOEI_IS_CALLOUT_LAYER (self), FALSE);

  if (MOEI_IS_PLACE (entity)) {
    const MoeiDrawnSite *drawn = moei_sites_layer_find (self->sites, projector, MOEI_PLACE (entity));

    if (drawn == NULL || !moei_projector_shows (projector, drawn->at, 0))
      return FALSE;
    *box = (MoeiBox) { drawn->at.x - drawn->radius, drawn->at.y - drawn->radius, 2 * drawn->radius, 2 * drawn->radius };
    return TRUE;
  }

  movers = moei_convoys_layer_get_drawn (self->convoys, projector);
  for (guint i = 0; i < movers->len; i++) {
    const MoeiDrawnMover *mover = &g_array_index (movers, MoeiDrawnMover, i);

    if (mover->entity == entity) {
      *box = mover->box;
      return TRUE;
    }
  }
  if (!moei_routes_layer_find (self->routes, projector, entity, &at))
    return FALSE;
  *box = (MoeiBox) { at.x, at.y, 0, 0 };
  return TRUE;
}
