/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-format.h"
#include "map/moei-map-symbol.h"
#include "map/moei-raster.h"
#include "map/moei-sites-layer.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* Sites nearer to each other than this are one symbol when the map is far away,
 * or when there are more of them than can be told apart. */
#define CELL               52.0
#define CLUSTER_BELOW_ZOOM 9.5
#define CROWD              250

/* Where facilities begin to be shown. */
#define CROSSINGS_FROM_ZOOM 9.0
#define STATIONS_FROM_ZOOM  10.0
#define AIRPORTS_FROM_ZOOM  9.0

/* Symbols do not touch each other, but none moves further than this for it. */
#define GAP       2.0
#define MAX_SHIFT 18.0

/* How far outside of the view symbols are still arranged, so that nothing in
 * sight changes when one comes in. */
#define MARGIN 200.0

/* How far from a symbol's edge a click still means it. */
#define REACH 5.0

#define SYMBOL_BOX 32

/* A place that has a position. */
typedef struct {
  MoeiPlace     *place;
  MoeiPlaceKind  kind;
  MoeiPoint      point;
  MoeiMapSymbol  symbol;
  int            rank;
  gboolean       used;   /* by the day's flights, if it is an airport */
} Site;

/**
 * MoeiSitesLayer:
 *
 * The symbols of compounds, holding places, crossings, stations and airports.
 */
struct _MoeiSitesLayer {
  MoeiMapLayer parent_instance;

  GArray        *sites;      /* of Site, by rank */
  gboolean       stale;

  GArray        *drawn;      /* of MoeiDrawnSite, as arranged for arranged_for */
  MoeiProjector  arranged_for;

  MoeiRaster    *symbols[MOEI_MAP_N_SYMBOLS]; /* (nullable) */
  int            scale;
};

G_DEFINE_FINAL_TYPE (MoeiSitesLayer, moei_sites_layer, MOEI_TYPE_MAP_LAYER)

static void
clear_site (Site *site)
{
  g_clear_object (&site->place);
}

static void
clear_symbols (MoeiSitesLayer *self)
{
  for (guint i = 0; i < MOEI_MAP_N_SYMBOLS; i++)
    g_clear_pointer (&self->symbols[i], moei_raster_unref);
}

/* What matters most is drawn on top, keeps its place and speaks for a group. */
static int
rank_of (MoeiMapSymbol symbol)
{
  switch (symbol) {
    case MOEI_MAP_SYMBOL_AIRPORT:
      return 0;
    case MOEI_MAP_SYMBOL_CROSSING:
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
      return 1;
    case MOEI_MAP_SYMBOL_HELD:
      return 2;
    case MOEI_MAP_SYMBOL_CLEARING:
      return 3;
    case MOEI_MAP_SYMBOL_UNKNOWN:
      return 4;
    case MOEI_MAP_SYMBOL_CLEARED:
      return 5;
    case MOEI_MAP_SYMBOL_STATION:
    case MOEI_MAP_SYMBOL_CONVOY:
    case MOEI_MAP_SYMBOL_AIRCRAFT:
    case MOEI_MAP_N_SYMBOLS:
    default:
      return 6;
  }
}

static int
compare_sites (gconstpointer a,
               gconstpointer b)
{
  return ((const Site *) a)->rank - ((const Site *) b)->rank;
}

/* From afar only those airports are shown that the day's flights use. */
static gboolean
is_used (MoeiSitesLayer *self,
         MoeiPlace      *airport)
{
  MoeiOperation *operation = moei_map_scene_get_operation (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  MoeiCollection *flights = moei_operation_get_flights (operation);
  const char *id = moei_entity_get_id (MOEI_ENTITY (airport));

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (g_strcmp0 (moei_flight_get_from (flight), id) == 0 || g_strcmp0 (moei_flight_get_to (flight), id) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
collect (MoeiSitesLayer *self)
{
  MoeiOperation *operation = moei_map_scene_get_operation (moei_map_layer_get_scene (MOEI_MAP_LAYER (self)));
  MoeiCollection *places = operation != NULL ? moei_operation_get_places (operation) : NULL;

  self->stale = FALSE;
  g_array_set_size (self->drawn, 0);
  g_array_set_size (self->sites, 0);
  self->arranged_for = (MoeiProjector) { 0 };
  for (guint i = 0; places != NULL && i < moei_collection_size (places); i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    const MoeiPosition *position = moei_place_get_position (place);
    MoeiMapSymbol symbol = moei_map_symbol_for_place (place);
    Site site;

    if (position == NULL)
      continue;

    site = (Site) { g_object_ref (place), moei_place_get_kind (place), moei_mercator_project (*position),
                    symbol, rank_of (symbol), symbol == MOEI_MAP_SYMBOL_AIRPORT && is_used (self, place) };
    g_array_append_val (self->sites, site);
  }
  g_array_sort (self->sites, compare_sites);
}

static gboolean
is_shown (MoeiSitesLayer      *self,
          const Site          *site,
          const MoeiProjector *projector)
{
  MoeiMapScene *scene = moei_map_layer_get_scene (MOEI_MAP_LAYER (self));

  switch (site->kind) {
    case MOEI_PLACE_KIND_CROSSING:
      return projector->zoom >= CROSSINGS_FROM_ZOOM;
    case MOEI_PLACE_KIND_STATION:
      return projector->zoom >= STATIONS_FROM_ZOOM;
    case MOEI_PLACE_KIND_AIRPORT:
      return site->used || projector->zoom >= AIRPORTS_FROM_ZOOM ||
             MOEI_ENTITY (site->place) == moei_map_scene_get_selected (scene);
    case MOEI_PLACE_KIND_SITE:
    case MOEI_PLACE_KIND_HOLDING:
    case MOEI_PLACE_KIND_UNKNOWN:
    default:
      return moei_map_scene_get_show_sites (scene);
  }
}

/* The group that a site belongs to when the map is far away: a square of a grid
 * that is fixed to the map, so that panning changes nothing. */
static gint64
cell_of (const Site          *site,
         const MoeiProjector *projector)
{
  return (gint64) floor (site->point.x * projector->world / CELL) << 32 |
         (gint64) floor (site->point.y * projector->world / CELL);
}

/* Moves a symbol away from one that keeps its place, if they would touch. */
static void
keep_apart (MoeiDrawnSite       *moving,
            const MoeiDrawnSite *fixed,
            const MoeiPoint     *home)
{
  double least = moving->radius + fixed->radius + GAP;
  double dx = moving->at.x - fixed->at.x, dy = moving->at.y - fixed->at.y;
  double distance = hypot (dx, dy);

  if (distance >= least)
    return;
  if (distance < 0.5) {
    dx = distance = 1;
    dy = 0;
  }
  moving->at.x = fixed->at.x + dx / distance * least;
  moving->at.y = fixed->at.y + dy / distance * least;
  if (hypot (moving->at.x - home->x, moving->at.y - home->y) > MAX_SHIFT)
    moving->at = *home;
}

static void
place_symbol (MoeiSitesLayer      *self,
              const Site          *site,
              const MoeiProjector *projector,
              MoeiPoint            at)
{
  MoeiDrawnSite drawn = { site->place, at, moei_map_symbol_radius (site->symbol), 1 };

  for (guint i = 0; i < MIN (self->drawn->len, CROWD); i++)
    keep_apart (&drawn, &g_array_index (self->drawn, MoeiDrawnSite, i), &at);
  g_array_append_val (self->drawn, drawn);
}

/* Whether there are more symbols in the view than can be told apart. */
static gboolean
is_crowded (MoeiSitesLayer      *self,
            const MoeiProjector *projector)
{
  guint n = 0;

  for (guint i = 0; i < self->sites->len && n <= CROWD; i++)
    n += moei_projector_shows (projector, moei_projector_to_view (projector, g_array_index (self->sites, Site, i).point), 0);
  return n > CROWD;
}

static void
arrange (MoeiSitesLayer      *self,
         const MoeiProjector *projector)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean far;

  if (self->stale)
    collect (self);
  if (memcmp (&self->arranged_for, projector, sizeof *projector) == 0)
    return;

  self->arranged_for = *projector;
  far = projector->zoom < CLUSTER_BELOW_ZOOM || is_crowded (self, projector);
  g_array_set_size (self->drawn, 0);
  for (guint i = 0; i < self->sites->len; i++) {
    const Site *site = &g_array_index (self->sites, Site, i);
    MoeiPoint at = moei_projector_to_view (projector, site->point);
    gboolean grouped = far && (site->kind == MOEI_PLACE_KIND_SITE || site->kind == MOEI_PLACE_KIND_HOLDING);
    gint64 cell = cell_of (site, projector);
    gpointer index;

    if (!moei_projector_shows (projector, at, MARGIN) || !is_shown (self, site, projector))
      continue;

    if (grouped && g_hash_table_lookup_extended (cells, &cell, NULL, &index)) {
      g_array_index (self->drawn, MoeiDrawnSite, GPOINTER_TO_UINT (index)).n_places++;
      continue;
    }
    if (grouped)
      g_hash_table_insert (cells, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (self->drawn->len));
    place_symbol (self, site, projector, at);
  }
}

static MoeiRaster *
get_symbol (MoeiSitesLayer *self,
            MoeiMapSymbol   symbol)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->scale != scale)
    clear_symbols (self);
  self->scale = scale;

  if (self->symbols[symbol] == NULL) {
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SYMBOL_BOX * scale, SYMBOL_BOX * scale);
    cairo_t *cr = cairo_create (surface);

    cairo_surface_set_device_scale (surface, scale, scale);
    cairo_translate (cr, SYMBOL_BOX / 2, SYMBOL_BOX / 2);
    moei_map_symbol_draw (symbol, cr, moei_map_layer_get_style (MOEI_MAP_LAYER (self)));
    cairo_destroy (cr);
    self->symbols[symbol] = moei_raster_new (surface);
  }
  return self->symbols[symbol];
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

/* How many places a symbol stands for, at its shoulder. */
static void
draw_count (MoeiSitesLayer      *self,
            GtkSnapshot         *snapshot,
            const MoeiDrawnSite *drawn)
{
  MoeiMapLayer *layer = MOEI_MAP_LAYER (self);
  const MoeiMapStyle *style = moei_map_layer_get_style (layer);
  g_autofree char *text = moei_format_count (moei_map_scene_get_language (moei_map_layer_get_scene (layer)),
                                             drawn->n_places);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (pango_layout_get_context (layout)));
  double x = round (drawn->at.x + 10), y = round (drawn->at.y - 10);
  int width, height;
  cairo_t *cr;

  pango_font_description_set_absolute_size (font, 11 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 20, y - 12, 40, 24));
  cairo_arc (cr, x, y, MAX (8, width / 2 + 4), 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->facility);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &style->facility_ink);
  cairo_move_to (cr, x - width / 2.0, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}

static void
moei_sites_layer_draw (MoeiMapLayer        *layer,
                       GtkSnapshot         *snapshot,
                       const MoeiProjector *projector)
{
  MoeiSitesLayer *self = MOEI_SITES_LAYER (layer);
  MoeiEntity *selected = moei_map_scene_get_selected (moei_map_layer_get_scene (layer));
  gboolean as_cairo = moei_map_layer_wants_cairo (layer);

  arrange (self, projector);
  for (guint i = self->drawn->len; i-- > 0;) {
    const MoeiDrawnSite *drawn = &g_array_index (self->drawn, MoeiDrawnSite, i);
    graphene_rect_t bounds = GRAPHENE_RECT_INIT (round (drawn->at.x) - SYMBOL_BOX / 2,
                                                 round (drawn->at.y) - SYMBOL_BOX / 2, SYMBOL_BOX, SYMBOL_BOX);

    if (!moei_projector_shows (projector, drawn->at, SYMBOL_BOX))
      continue;
    if ((MoeiEntity *) drawn->place == selected)
      draw_selection (self, snapshot, drawn);
    moei_raster_append (get_symbol (self, moei_map_symbol_for_place (drawn->place)), snapshot, &bounds, as_cairo);
    if (drawn->n_places > 1)
      draw_count (self, snapshot, drawn);
  }
}

static void
moei_sites_layer_changed (MoeiMapLayer *layer,
                          const char   *property)
{
  static const char * const concerns[] = { "operation", "places", "flights", "selected", "show-sites", NULL };
  MoeiSitesLayer *self = MOEI_SITES_LAYER (layer);

  if (g_str_equal (property, "dark"))
    clear_symbols (self);
  else if (g_strv_contains (concerns, property))
    self->stale = TRUE;
  else if (!g_str_equal (property, "language"))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static MoeiEntity *
moei_sites_layer_pick (MoeiMapLayer        *layer,
                       const MoeiProjector *projector,
                       MoeiPoint            point)
{
  MoeiSitesLayer *self = MOEI_SITES_LAYER (layer);
  MoeiEntity *found = NULL;
  double least = G_MAXDOUBLE;

  arrange (self, projector);
  for (guint i = 0; i < self->drawn->len; i++) {
    const MoeiDrawnSite *drawn = &g_array_index (self->drawn, MoeiDrawnSite, i);
    double distance = hypot (point.x - drawn->at.x, point.y - drawn->at.y);

    if (distance <= drawn->radius + REACH && distance < least) {
      found = MOEI_ENTITY (drawn->place);
      least = distance;
    }
  }
  return found;
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
  g_array_unref (self->drawn);
  g_array_unref (self->sites);

  G_OBJECT_CLASS (moei_sites_layer_parent_class)->finalize (object);
}

static void
moei_sites_layer_class_init (MoeiSitesLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MoeiMapLayerClass *layer_class = MOEI_MAP_LAYER_CLASS (klass);

  object_class->constructed = moei_sites_layer_constructed;
  object_class->finalize = moei_sites_layer_finalize;
  layer_class->draw = moei_sites_layer_draw;
  layer_class->changed = moei_sites_layer_changed;
  layer_class->pick = moei_sites_layer_pick;
}

static void
moei_sites_layer_init (MoeiSitesLayer *self)
{
  self->sites = g_array_new (FALSE, FALSE, sizeof (Site));
  g_array_set_clear_func (self->sites, (GDestroyNotify) clear_site);
  self->drawn = g_array_new (FALSE, FALSE, sizeof (MoeiDrawnSite));
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
  arrange (self, projector);

  *n_drawn = self->drawn->len;
  return (const MoeiDrawnSite *) self->drawn->data;
}
