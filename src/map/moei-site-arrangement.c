/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-site-arrangement.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* Sites nearer to each other than this are one symbol when the map is far away,
 * or when there are more of them than can be told apart. */
#define CELL               52.0
#define CLUSTER_BELOW_ZOOM 9.5
#define CROWD              250

/* How large a group is drawn: more for more places. */
#define GROUP_RADIUS     14.0
#define MAX_GROUP_RADIUS 20.0

/* Where facilities begin to be shown. */
#define CROSSINGS_FROM_ZOOM 9.0
#define STATIONS_FROM_ZOOM  10.0
#define AIRPORTS_FROM_ZOOM  9.0

/* Symbols do not touch each other, but none moves further than this for it. */
#define GAP             2.0
#define MAX_SHIFT       28.0
#define MAX_GROUP_SHIFT 44.0
#define SHIFT_STEP      4.0
#define N_TURNS         12

/* How far outside of the view symbols are still arranged, so that nothing in
 * sight changes when one comes in. */
#define MARGIN 200.0

/* The room of a symbol on the circle of a group that is spread out. */
#define FAN_STEP   30.0
#define FAN_RADIUS 40.0

/* A place that has a position. */
typedef struct {
  MoeiPlace     *place;
  MoeiPlaceKind  kind;
  MoeiPoint      point;
  MoeiMapSymbol  symbol;
  MoeiMapSize    size;
  int            rank;
  gboolean       used;     /* by the day's flights, if it is an airport */
  gboolean       selected;
} Site;

struct _MoeiSiteArrangement {
  GArray        *sites;        /* of Site, by rank */
  GArray        *drawn;        /* of MoeiDrawnSite, as arranged for arranged_for */
  MoeiProjector  arranged_for;
  gboolean       shows_sites;
  gboolean       shows_stations;
  MoeiPlace     *fanned;       /* (nullable): whose group is spread out */
  double         fanned_zoom;
};

static void
clear_site (Site *site)
{
  g_clear_object (&site->place);
}

/* What matters most is drawn on top, keeps its place and speaks for a group. */
static const int ranks[MOEI_MAP_N_SYMBOLS] = {
  [MOEI_MAP_SYMBOL_AIRPORT] = 0,
  [MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED] = 0,
  [MOEI_MAP_SYMBOL_AIRPORT_CLOSED] = 0,
  [MOEI_MAP_SYMBOL_CROSSING] = 1,
  [MOEI_MAP_SYMBOL_CROSSING_RESTRICTED] = 1,
  [MOEI_MAP_SYMBOL_CROSSING_CLOSED] = 1,
  [MOEI_MAP_SYMBOL_CROSSING_UNKNOWN] = 1,
  [MOEI_MAP_SYMBOL_HELD] = 2,
  [MOEI_MAP_SYMBOL_CLEARING] = 3,
  [MOEI_MAP_SYMBOL_UNKNOWN] = 4,
  [MOEI_MAP_SYMBOL_CLEARED] = 5,
  [MOEI_MAP_SYMBOL_STATION] = 6,
  [MOEI_MAP_SYMBOL_STATION_RESTRICTED] = 6,
  [MOEI_MAP_SYMBOL_STATION_CLOSED] = 6,
};

/* Within a rank, more people first; and always the same order. */
static int
compare_sites (gconstpointer a,
               gconstpointer b)
{
  const Site *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank - second->rank;
  if (first->size != second->size)
    return (int) second->size - (int) first->size;
  return strcmp (moei_entity_get_id (MOEI_ENTITY (first->place)), moei_entity_get_id (MOEI_ENTITY (second->place)));
}

/* From afar only those airports are shown that the day's flights use. */
static GHashTable *
list_used_airports (MoeiOperation *operation)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);
  MoeiCollection *flights = moei_operation_get_flights (operation);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (moei_flight_get_from (flight) != NULL)
      g_hash_table_add (used, (gpointer) moei_flight_get_from (flight));
    if (moei_flight_get_to (flight) != NULL)
      g_hash_table_add (used, (gpointer) moei_flight_get_to (flight));
  }
  return used;
}

static gboolean
is_site (const Site *site)
{
  return site->kind == MOEI_PLACE_KIND_SITE || site->kind == MOEI_PLACE_KIND_HOLDING;
}

static gboolean
is_shown (MoeiSiteArrangement *self,
          const Site          *site,
          const MoeiProjector *projector)
{
  switch (site->kind) {
    case MOEI_PLACE_KIND_CROSSING:
      return site->selected || (self->shows_stations && projector->zoom >= CROSSINGS_FROM_ZOOM);
    case MOEI_PLACE_KIND_STATION:
      return site->selected || (self->shows_stations && projector->zoom >= STATIONS_FROM_ZOOM);
    case MOEI_PLACE_KIND_AIRPORT:
      return site->used || site->selected || projector->zoom >= AIRPORTS_FROM_ZOOM;
    case MOEI_PLACE_KIND_SITE:
    case MOEI_PLACE_KIND_HOLDING:
    case MOEI_PLACE_KIND_UNKNOWN:
    default:
      return self->shows_sites || site->selected;
  }
}

/* The group that a site belongs to when the map is far away: a square of a grid
 * that is fixed to the map, so that panning changes nothing. */
static gint64
cell_of (MoeiPoint            point,
         const MoeiProjector *projector)
{
  return (gint64) floor (point.x * projector->world / CELL) << 32 |
         (gint64) floor (point.y * projector->world / CELL);
}

static gboolean
is_free (GArray              *drawn,
         guint                n_fixed,
         const MoeiDrawnSite *site)
{
  for (guint i = 0; i < n_fixed; i++) {
    const MoeiDrawnSite *fixed = &g_array_index (drawn, MoeiDrawnSite, i);

    if (hypot (site->at.x - fixed->at.x, site->at.y - fixed->at.y) < site->radius + fixed->radius + GAP)
      return FALSE;
  }
  return TRUE;
}

/* Moves a symbol to where it touches none of those before it: as little as can
 * be, first away from what it would cover. */
static void
give_way (GArray *drawn,
          guint   index)
{
  MoeiDrawnSite *site = &g_array_index (drawn, MoeiDrawnSite, index);
  double most = site->n_places > 1 ? MAX_GROUP_SHIFT : MAX_SHIFT, course = 0;
  guint n_fixed = MIN (index, CROWD);

  if (is_free (drawn, n_fixed, site))
    return;

  for (guint i = 0; i < n_fixed; i++) {
    const MoeiDrawnSite *fixed = &g_array_index (drawn, MoeiDrawnSite, i);

    if (hypot (site->at.x - fixed->at.x, site->at.y - fixed->at.y) < site->radius + fixed->radius + GAP)
      course = atan2 (site->at.y - fixed->at.y, site->at.x - fixed->at.x);
  }
  for (double shift = SHIFT_STEP; shift <= most; shift += SHIFT_STEP) {
    for (int turn = 0; turn < N_TURNS; turn++) {
      double angle = course + (turn % 2 == 0 ? 1 : -1) * (turn + 1) / 2 * 2 * G_PI / N_TURNS;

      site->at = (MoeiPoint) { site->home.x + shift * cos (angle), site->home.y + shift * sin (angle) };
      if (is_free (drawn, n_fixed, site))
        return;
    }
  }
  site->at = site->home;
}

static MoeiDrawnSite
make_drawn (const Site *site,
            MoeiPoint   at)
{
  MoeiDrawnSite drawn = { site->place, site->symbol, site->size, at, at, 0, 1, { 0 }, site->selected };

  drawn.radius = moei_map_symbol_radius (site->symbol) * moei_map_symbol_scale (site->size);
  if (site->symbol < G_N_ELEMENTS (drawn.counts))
    drawn.counts[site->symbol] = 1;
  return drawn;
}

static void
add_to_group (MoeiDrawnSite *group,
              const Site    *site)
{
  group->n_places++;
  group->counts[site->symbol]++;
  group->has_selected |= site->selected;
  group->radius = MIN (GROUP_RADIUS + 1.5 * log2 (group->n_places), MAX_GROUP_RADIUS);
}

/* Whether there are more symbols in the view than can be told apart. */
static gboolean
is_crowded (MoeiSiteArrangement *self,
            const MoeiProjector *projector)
{
  guint n = 0;

  for (guint i = 0; i < self->sites->len && n <= CROWD; i++)
    n += moei_projector_shows (projector,
                               moei_projector_to_view (projector, g_array_index (self->sites, Site, i).point), 0);
  return n > CROWD;
}

static gboolean
groups (MoeiSiteArrangement *self,
        const MoeiProjector *projector)
{
  return projector->zoom < CLUSTER_BELOW_ZOOM || is_crowded (self, projector);
}

/* The cell of the group that is spread out, if it is in this view. */
static gboolean
get_fanned_cell (MoeiSiteArrangement *self,
                 const MoeiProjector *projector,
                 gint64              *cell)
{
  const MoeiPosition *position;

  if (self->fanned == NULL)
    return FALSE;
  if (self->fanned_zoom != 0 && self->fanned_zoom != projector->zoom) {
    g_clear_object (&self->fanned);
    return FALSE;
  }
  position = moei_place_get_position (self->fanned);
  if (position == NULL)
    return FALSE;

  self->fanned_zoom = projector->zoom;
  *cell = cell_of (moei_mercator_project (*position), projector);
  return TRUE;
}

/* Spreads what has been met of a group on a circle around where it was. */
static void
spread (GArray      *drawn,
        const guint *indices,
        guint        n)
{
  double radius = MAX (FAN_RADIUS, n * FAN_STEP / (2 * G_PI));
  MoeiPoint middle = n > 0 ? g_array_index (drawn, MoeiDrawnSite, indices[0]).home : (MoeiPoint) { 0, 0 };

  for (guint i = 0; i < n; i++) {
    MoeiDrawnSite *site = &g_array_index (drawn, MoeiDrawnSite, indices[i]);

    site->at.x = middle.x + radius * sin (2 * G_PI * i / n);
    site->at.y = middle.y - radius * cos (2 * G_PI * i / n);
  }
}

/* The symbols before any gives way to another, by rank. */
static void
gather (MoeiSiteArrangement *self,
        const MoeiProjector *projector,
        GArray              *fan)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 fanned_cell = 0;
  gboolean has_fan = get_fanned_cell (self, projector, &fanned_cell), far = groups (self, projector);

  for (guint i = 0; i < self->sites->len; i++) {
    const Site *site = &g_array_index (self->sites, Site, i);
    MoeiPoint at = moei_projector_to_view (projector, site->point);
    MoeiDrawnSite drawn = make_drawn (site, at);
    gint64 cell = cell_of (site->point, projector);
    gpointer index;

    if (!moei_projector_shows (projector, at, MARGIN) || !is_shown (self, site, projector))
      continue;

    if (far && is_site (site) && has_fan && cell == fanned_cell) {
      g_array_append_val (fan, self->drawn->len);
    } else if (far && is_site (site)) {
      if (g_hash_table_lookup_extended (cells, &cell, NULL, &index)) {
        add_to_group (&g_array_index (self->drawn, MoeiDrawnSite, GPOINTER_TO_UINT (index)), site);
        continue;
      }
      g_hash_table_insert (cells, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (self->drawn->len));
    }
    g_array_append_val (self->drawn, drawn);
  }
}

static void
arrange (MoeiSiteArrangement *self,
         const MoeiProjector *projector)
{
  g_autoptr (GArray) fan = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_size (self->drawn, 0);
  gather (self, projector, fan);
  for (guint i = 0; i < MIN (self->drawn->len, CROWD); i++)
    give_way (self->drawn, i);
  spread (self->drawn, (const guint *) (gpointer) fan->data, fan->len);
}

/**
 * moei_site_arrangement_new:
 *
 * Returns: (transfer full): an arrangement of nothing
 */
MoeiSiteArrangement *
moei_site_arrangement_new (void)
{
  MoeiSiteArrangement *self = g_new0 (MoeiSiteArrangement, 1);

  self->sites = g_array_new (FALSE, FALSE, sizeof (Site));
  g_array_set_clear_func (self->sites, (GDestroyNotify) clear_site);
  self->drawn = g_array_new (FALSE, FALSE, sizeof (MoeiDrawnSite));
  return self;
}

/**
 * moei_site_arrangement_free:
 * @self: (transfer full): an arrangement
 */
void
moei_site_arrangement_free (MoeiSiteArrangement *self)
{
  g_clear_object (&self->fanned);
  g_array_unref (self->drawn);
  g_array_unref (self->sites);
  g_free (self);
}

/**
 * moei_site_arrangement_collect:
 * @self: an arrangement
 * @scene: what is to be shown
 *
 * Looks again at what there is.
 */
void
moei_site_arrangement_collect (MoeiSiteArrangement *self,
                               MoeiMapScene        *scene)
{
  MoeiOperation *operation = moei_map_scene_get_operation (scene);
  MoeiCollection *places = operation != NULL ? moei_operation_get_places (operation) : NULL;
  g_autoptr (GHashTable) used = operation != NULL ? list_used_airports (operation) : NULL;

  self->shows_sites = moei_map_scene_get_show_sites (scene);
  self->shows_stations = moei_map_scene_get_show_stations (scene);
  self->arranged_for = (MoeiProjector) { 0 };
  g_array_set_size (self->drawn, 0);
  g_array_set_size (self->sites, 0);
  for (guint i = 0; places != NULL && i < moei_collection_size (places); i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    const MoeiPosition *position = moei_place_get_position (place);
    MoeiMapSymbol symbol = moei_map_symbol_for_place (place);
    Site site;

    if (position == NULL)
      continue;

    site = (Site) { g_object_ref (place), moei_place_get_kind (place), moei_mercator_project (*position),
                    symbol, moei_map_symbol_size_for (place), ranks[symbol],
                    g_hash_table_contains (used, moei_entity_get_id (MOEI_ENTITY (place))),
                    MOEI_ENTITY (place) == moei_map_scene_get_selected (scene) };
    g_array_append_val (self->sites, site);
  }
  g_array_sort (self->sites, compare_sites);
}

/**
 * moei_site_arrangement_get:
 * @self: an arrangement
 * @projector: a view
 *
 * Returns: (transfer none) (element-type MoeiDrawnSite): the symbols in that
 *   view and somewhat around it, the most important first; valid until the next
 *   call
 */
GArray *
moei_site_arrangement_get (MoeiSiteArrangement *self,
                           const MoeiProjector *projector)
{
  if (memcmp (&self->arranged_for, projector, sizeof *projector) != 0) {
    self->arranged_for = *projector;
    arrange (self, projector);
  }
  return self->drawn;
}

/**
 * moei_site_arrangement_get_members:
 * @self: an arrangement
 * @projector: a view
 * @place: a place
 *
 * Returns: (transfer container) (element-type MoeiPlace): the places that are
 *   drawn as one with it, itself among them; itself only, if it is drawn alone
 */
GPtrArray *
moei_site_arrangement_get_members (MoeiSiteArrangement *self,
                                   const MoeiProjector *projector,
                                   MoeiPlace           *place)
{
  GPtrArray *members = g_ptr_array_new ();
  const MoeiPosition *position = moei_place_get_position (place);
  MoeiPlaceKind kind = moei_place_get_kind (place);
  gint64 fanned_cell, cell;

  g_ptr_array_add (members, place);
  if (position == NULL || (kind != MOEI_PLACE_KIND_SITE && kind != MOEI_PLACE_KIND_HOLDING) ||
      !groups (self, projector))
    return members;

  cell = cell_of (moei_mercator_project (*position), projector);
  if (get_fanned_cell (self, projector, &fanned_cell) && cell == fanned_cell)
    return members;
  for (guint i = 0; i < self->sites->len; i++) {
    const Site *site = &g_array_index (self->sites, Site, i);

    if (site->place != place && is_site (site) && is_shown (self, site, projector) &&
        cell_of (site->point, projector) == cell)
      g_ptr_array_add (members, site->place);
  }
  return members;
}

/**
 * moei_site_arrangement_find:
 * @self: an arrangement
 * @projector: a view
 * @place: a place
 *
 * Returns: (nullable) (transfer none): the symbol that stands for it in that
 *   view, alone or for several
 */
const MoeiDrawnSite *
moei_site_arrangement_find (MoeiSiteArrangement *self,
                            const MoeiProjector *projector,
                            MoeiPlace           *place)
{
  GArray *drawn = moei_site_arrangement_get (self, projector);
  g_autoptr (GPtrArray) members = moei_site_arrangement_get_members (self, projector, place);

  for (guint i = 0; i < drawn->len; i++) {
    const MoeiDrawnSite *site = &g_array_index (drawn, MoeiDrawnSite, i);

    if (g_ptr_array_find (members, site->place, NULL))
      return site;
  }
  return NULL;
}

/**
 * moei_site_arrangement_fan_out:
 * @self: an arrangement
 * @place: (nullable): a place of a group, or `NULL` to gather all again
 *
 * Spreads the group around where it is, until the view comes nearer or goes
 * farther.
 */
void
moei_site_arrangement_fan_out (MoeiSiteArrangement *self,
                               MoeiPlace           *place)
{
  g_set_object (&self->fanned, place);
  self->fanned_zoom = 0;
  self->arranged_for = (MoeiProjector) { 0 };
}
