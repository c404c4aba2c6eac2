/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-format.h"
#include "map/moei-kept-picture.h"
#include "map/moei-map-mark.h"
#include "map/moei-raster.h"
#include "map/moei-sites-layer.h"

#define SYMBOL_BOX 44

/**
 * MoeiSitesLayer:
 *
 * The symbols of compounds, holding places, crossings, stations and airports.
 */
struct _MoeiSitesLayer {
  MoeiMapLayer parent_instance;

  MoeiSiteArrangement *arrangement;
  gboolean             stale;

  MoeiRaster          *symbols[MOEI_MAP_N_SYMBOLS][MOEI_MAP_N_SIZES]; /* (nullable) */
  double               scale;
};

G_DEFINE_FINAL_TYPE (MoeiSitesLayer, moei_sites_layer, MOEI_TYPE_MAP_LAYER)

static void
clear_symbols (MoeiSitesLayer *self)
{
  for (guint i = 0; i < MOEI_MAP_N_SYMBOLS; i++) {
    for (guint j = 0; j < MOEI_MAP_N_SIZES; j++)
      g_clear_pointer (&self->symbols[i][j], moei_raster_unref);
  }
}

static GArray *
arrange (MoeiSitesLayer      *self,
         const MoeiProjector *projector)
{
  if (self->stale)
    moei_site_arrangement_collect (self->arrangement, moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  self->stale = FALSE;
  return moei_site_arrangement_get (self->arrangement, projector);
}

static MoeiRaster *
get_symbol (MoeiSitesLayer *self,
            MoeiMapSymbol   symbol,
            MoeiMapSize     size)
{
  double scale = moei_raster_scale_of (GTK_WIDGET (self));

  if (self->scale != scale)
    clear_symbols (self);
  self->scale = scale;

  if (self->symbols[symbol][size] == NULL) {
    int width = (int) ceil (SYMBOL_BOX * scale);
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, width);
    cairo_t *cr = cairo_create (surface);
    double larger = moei_map_symbol_scale (size);

    cairo_surface_set_device_scale (surface, scale, scale);
    cairo_translate (cr, SYMBOL_BOX / 2, SYMBOL_BOX / 2);
    cairo_scale (cr, larger, larger);
    moei_map_symbol_draw (symbol, cr, moei_map_layer_get_style (MOEI_MAP_LAYER (self)));
    cairo_destroy (cr);
    self->symbols[symbol][size] = moei_raster_new (surface);
  }
  return self->symbols[symbol][size];
}

static void
draw_selection (MoeiSitesLayer      *self,
                GtkSnapshot         *snapshot,
                const MoeiDrawnSite *drawn)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  double radius = drawn->radius + 5;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (drawn->at.x - radius - 4, drawn->at.y - radius - 4,
                                               2 * radius + 8, 2 * radius + 8);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_arc (cr, drawn->at.x, drawn->at.y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 6);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->selection);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A disc with the states of several places around it and their number in it. */
static void
draw_group (MoeiSitesLayer      *self,
            GtkSnapshot         *snapshot,
            const MoeiDrawnSite *drawn)
{
  MoeiMapLayer *layer = MOEI_MAP_LAYER (self);
  const MoeiMapStyle *style = moei_map_layer_get_style (layer);
  g_autofree char *text = moei_format_count (moei_map_scene_get_language (moei_map_layer_get_scene (layer)),
                                             (int) drawn->n_places);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (pango_layout_get_context (layout)));
  double x = round (drawn->at.x), y = round (drawn->at.y), reach = drawn->radius + 3;
  int width, height;
  double size;
  cairo_t *cr;

  size = MAX (strlen (text) > 3 ? 10 : 12.5, moei_map_scene_get_least_text (moei_map_layer_get_scene (layer)));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - reach, y - reach, 2 * reach, 2 * reach));
  cairo_translate (cr, x, y);
  moei_map_symbol_draw_mix (drawn->counts, drawn->radius, cr, style);
  gdk_cairo_set_source_rgba (cr, &style->ink);
  cairo_move_to (cr, round (-width / 2.0), round (-height / 2.0));
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}

/* From where a place is to where its symbol was moved for others. */
static void
draw_leg (MoeiSitesLayer      *self,
          GtkSnapshot         *snapshot,
          const MoeiDrawnSite *drawn)
{
  const MoeiMapStyle *style = moei_map_layer_get_style (MOEI_MAP_LAYER (self));
  double x = MIN (drawn->home.x, drawn->at.x), y = MIN (drawn->home.y, drawn->at.y);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 3, y - 3,
                                                                         fabs (drawn->home.x - drawn->at.x) + 6,
                                                                         fabs (drawn->home.y - drawn->at.y) + 6));

  moei_map_leg_draw (cr, drawn->home, drawn->at, &style->quiet_ink, &style->line_halo);
  cairo_destroy (cr);
}

static gboolean
has_leg (const MoeiDrawnSite *drawn)
{
  return hypot (drawn->at.x - drawn->home.x, drawn->at.y - drawn->home.y) > drawn->radius;
}

static void
draw_site (MoeiSitesLayer      *self,
           GtkSnapshot         *snapshot,
           const MoeiDrawnSite *drawn)
{
  MoeiPoint corner = { round (drawn->at.x) - SYMBOL_BOX / 2, round (drawn->at.y) - SYMBOL_BOX / 2 };

  if (drawn->has_selected)
    draw_selection (self, snapshot, drawn);
  if (drawn->n_places > 1)
    draw_group (self, snapshot, drawn);
  else
    moei_raster_append_at (get_symbol (self, drawn->symbol, drawn->size), snapshot, corner.x, corner.y,
                           moei_map_layer_wants_cairo (MOEI_MAP_LAYER (self)));
}

static void
moei_sites_layer_draw (MoeiMapLayer        *layer,
                       GtkSnapshot         *snapshot,
                       const MoeiProjector *projector)
{
  MoeiSitesLayer *self = MOEI_SITES_LAYER (layer);
  GArray *sites = arrange (self, projector);

  for (guint i = sites->len; i-- > 0;) {
    const MoeiDrawnSite *drawn = &g_array_index (sites, MoeiDrawnSite, i);

    if (has_leg (drawn))
      draw_leg (self, snapshot, drawn);
  }
  for (guint i = sites->len; i-- > 0;) {
    const MoeiDrawnSite *drawn = &g_array_index (sites, MoeiDrawnSite, i);

    if (moei_projector_shows (projector, drawn->at, MOEI_KEPT_PICTURE_MARGIN))
      draw_site (self, snapshot, drawn);
  }
}

static void
moei_sites_layer_changed (MoeiMapLayer *layer,
                          const char   *property)
{
  static const char * const concerns[] = { "operation", "places", "flights", "selected", "show-sites", "show-stations",
                                           NULL };
  MoeiSitesLayer *self = MOEI_SITES_LAYER (layer);

  if (g_str_equal (property, "dark") || g_str_equal (property, "contrast"))
    clear_symbols (self);
  else if (g_strv_contains (concerns, property))
    self->stale = TRUE;
  else if (!g_str_equal (property, "language") && !g_str_equal (property, "least-text"))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moei_sites_layer_pick (MoeiMapLayer        *layer,
                       const MoeiProjector *projector,
                       MoeiPoint            point,
                       double               reach,
                       GArray              *hits)
{
  GArray *sites = arrange (MOEI_SITES_LAYER (layer), projector);

  for (guint i = 0; i < sites->len; i++) {
    const MoeiDrawnSite *drawn = &g_array_index (sites, MoeiDrawnSite, i);
    double distance = hypot (point.x - drawn->at.x, point.y - drawn->at.y) - drawn->radius;
    MoeiMapHit hit = { MOEI_ENTITY (drawn->place), MOEI_MAP_RANK_PLACE, MAX (distance, 0), drawn->n_places > 1 };

    if (distance <= reach)
      g_array_append_val (hits, hit);
  }
}

static MoeiMapKeys
moei_sites_layer_explain (MoeiMapLayer        *layer,
                          const MoeiProjector *projector)
{
  GArray *sites = arrange (MOEI_SITES_LAYER (layer), projector);
  MoeiMapKeys keys = 0;
  guint sizes = 0;

  for (guint i = 0; i < sites->len; i++) {
    const MoeiDrawnSite *drawn = &g_array_index (sites, MoeiDrawnSite, i);

    if (!moei_projector_shows (projector, drawn->at, 0))
      continue;
    if (has_leg (drawn))
      keys |= MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_ASIDE);
    if (drawn->n_places > 1) {
      keys |= MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_GROUP);
      for (MoeiMapSymbol symbol = 0; symbol < G_N_ELEMENTS (drawn->counts); symbol++)
        keys |= drawn->counts[symbol] > 0 ? MOEI_MAP_KEY_BIT (moei_map_key_of_symbol (symbol)) : 0;
    } else {
      keys |= MOEI_MAP_KEY_BIT (moei_map_key_of_symbol (drawn->symbol));
      sizes |= drawn->symbol <= MOEI_MAP_SYMBOL_CLEARED ? 1u << drawn->size : 0;
    }
  }
  /* One size means nothing. */
  if ((sizes & (sizes - 1)) != 0)
    keys |= MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_SIZE);
  return keys;
}

static void
moei_sites_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (moei_sites_layer_parent_class)->constructed (object);

  moei_map_layer_watch (MOEI_MAP_LAYER (object), "places");
  moei_map_layer_watch (MOEI_MAP_LAYER (object), "flights");
}

static void
moei_sites_layer_finalize (GObject *object)
{
  MoeiSitesLayer *self = MOEI_SITES_LAYER (object);

  clear_symbols (self);
  moei_site_arrangement_free (self->arrangement);

  G_OBJECT_CLASS (moei_sites_layer_parent_class)->finalize (object);
}

static void
moei_sites_layer_class_init (MoeiSitesLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_sites_layer_constructed;
  object_class->finalize = moei_sites_layer_finalize;
  layer_class->keeps = TRUE;
  layer_class->draw = moei_sites_layer_draw;
  layer_class->changed = moei_sites_layer_changed;
  layer_class->pick = moei_sites_layer_pick;
  layer_class->explain = moei_sites_layer_explain;
}

static void
moei_sites_layer_init (MoeiSitesLayer *self)
{
  self->arrangement = moei_site_arrangement_new ();
  self->stale = TRUE;
}

/**
 * moei_sites_layer_new:
 * @viewport: the view
 * @scene: what is to be shown
 *
 * Returns: (transfer floating): the layer of the places' symbols
 */
MoeiMapLayer *
moei_sites_layer_new (ShumateViewport *viewport,
                      MoeiMapScene    *scene)
{
  return g_object_new (MOEI_TYPE_SITES_LAYER, "viewport", viewport, "scene", scene, NULL);
}

/**
 * moei_sites_layer_get_drawn:
 * @self: the layer
 * @projector: a view
 * @n_drawn: (out): how many symbols there are
 *
 * Returns: (array length=n_drawn) (transfer none): the symbols as they are
 *   drawn in that view, the most important first; valid until the next call
 */
const MoeiDrawnSite *
moei_sites_layer_get_drawn (MoeiSitesLayer      *self,
                            const MoeiProjector *projector,
                            guint               *n_drawn)
{
  GArray *sites = arrange (self, projector);

  *n_drawn = sites->len;
  return (const MoeiDrawnSite *) (gpointer) sites->data;
}

/**
 * moei_sites_layer_find:
 * @self: the layer
 * @projector: a view
 * @place: a place
 *
 * Returns: (nullable) (transfer none): the symbol that stands for it in that
 *   view, alone or for several; valid until the next call
 */
const MoeiDrawnSite *
moei_sites_layer_find (MoeiSitesLayer      *self,
                       const MoeiProjector *projector,
                       MoeiPlace           *place)
{
  arrange (self, projector);
  return moei_site_arrangement_find (self->arrangement, projector, place);
}

/**
 * moei_sites_layer_get_members:
 * @self: the layer
 * @projector: a view
 * @place: a place
 *
 * Returns: (transfer container) (element-type MoeiPlace): the places that are
 *   drawn as one with it in that view, itself among them
 */
GPtrArray *
moei_sites_layer_get_members (MoeiSitesLayer      *self,
                              const MoeiProjector *projector,
                              MoeiPlace           *place)
{
  arrange (self, projector);
  return moei_site_arrangement_get_members (self->arrangement, projector, place);
}

/**
 * moei_sites_layer_fan_out:
 * @self: the layer
 * @place: (nullable): a place of a group, or `NULL` to gather all again
 *
 * Spreads the places that are drawn as one with it.
 */
void
moei_sites_layer_fan_out (MoeiSitesLayer *self,
                          MoeiPlace      *place)
{
  moei_site_arrangement_fan_out (self->arrangement, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
