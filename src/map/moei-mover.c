/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-format.h"
#include "map/moei-mover.h"
#include "operation/moei-bus.h"
#include "operation/moei-collection.h"

#define AIRCRAFT_BOX 30.0

/* Badges do not touch each other, nor what they would hide. */
#define GAP 3.0

/* How often a badge gives way, and how far, before it stays where it is. */
#define MAX_TURNS 8
#define MAX_SHIFT 100.0

/* From here on each bus is drawn whose position was reported. */
#define BUSES_FROM_ZOOM 11.0

static void
clear_mover (MoeiMover *mover)
{
  g_clear_object (&mover->entity);
  g_clear_pointer (&mover->people, g_free);
  g_clear_pointer (&mover->buses, g_array_unref);
}

/* How far a route reaches on the plane; without end if nobody knows.  Of points
 * so near to each other, the farthest is found without projecting each. */
static double
measure (MoeiRoute *route)
{
  const MoeiLine *line = route != NULL ? moei_route_get_line (route) : NULL;
  gsize n_points = 0, farthest = 0;
  const MoeiPosition *points = line != NULL ? moei_line_get_points (line, &n_points) : NULL;
  double narrow = n_points > 0 ? cos (points[0].latitude * G_PI / 180) : 1, most = 0;
  MoeiPoint first, last;

  if (n_points == 0)
    return G_MAXDOUBLE;

  for (gsize i = 1; i < n_points; i++) {
    double dx = (points[i].longitude - points[0].longitude) * narrow, dy = points[i].latitude - points[0].latitude;

    if (dx * dx + dy * dy > most) {
      most = dx * dx + dy * dy;
      farthest = i;
    }
  }
  first = moei_mercator_project (points[0]);
  last = moei_mercator_project (points[farthest]);
  return hypot (last.x - first.x, last.y - first.y);
}

static GArray *
locate_buses (MoeiConvoy *convoy,
              gint64      now)
{
  MoeiCollection *fleet = moei_convoy_get_fleet (convoy);
  GArray *buses = g_array_new (FALSE, FALSE, sizeof (MoeiMoverBus));

  for (guint i = 0; fleet != NULL && i < moei_collection_size (fleet); i++) {
    MoeiBus *bus = moei_collection_get (fleet, i);
    const MoeiPosition *position = moei_bus_get_position (bus);
    gint64 observed = moei_bus_get_position_observed (bus);
    MoeiMoverBus one;

    if (position == NULL)
      continue;
    one.point = moei_mercator_project (*position);
    one.is_old = now != MOEI_INSTANT_UNKNOWN && observed != MOEI_INSTANT_UNKNOWN && now - observed > MOEI_MOTION_STALE;
    g_array_append_val (buses, one);
  }
  return buses;
}

static void
add_convoys (GArray        *movers,
             MoeiMapScene  *scene,
             MoeiOperation *operation)
{
  MoeiCollection *convoys = moei_operation_get_convoys (operation);
  gint64 now = moei_map_scene_get_now (scene);

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    MoeiRoute *route = moei_collection_lookup (moei_operation_get_routes (operation),
                                               moei_convoy_get_route (convoy));
    MoeiMover mover = { 0 };

    if (!moei_motion_of_convoy (convoy, route, now, &mover.motion))
      continue;

    mover.entity = g_object_ref (MOEI_ENTITY (convoy));
    mover.point = moei_mercator_project (mover.motion.position);
    mover.look = moei_convoy_look_of (convoy, &mover.motion);
    mover.extent = measure (route);
    mover.people = moei_format_count (moei_map_scene_get_language (scene), moei_convoy_get_people (convoy));
    mover.buses = locate_buses (convoy, now);
    g_array_append_val (movers, mover);
  }
}

static void
add_aircraft (GArray        *movers,
              MoeiMapScene  *scene,
              MoeiOperation *operation)
{
  MoeiCollection *flights = moei_operation_get_flights (operation);
  MoeiCollection *places = moei_operation_get_places (operation);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    MoeiMover mover = { .width = AIRCRAFT_BOX, .height = AIRCRAFT_BOX };

    if (!moei_motion_of_flight (flight, moei_collection_lookup (places, moei_flight_get_from (flight)),
                                moei_collection_lookup (places, moei_flight_get_to (flight)),
                                moei_map_scene_get_now (scene), &mover.motion))
      continue;

    mover.entity = g_object_ref (MOEI_ENTITY (flight));
    mover.point = moei_mercator_project (mover.motion.position);
    g_array_append_val (movers, mover);
  }
}

/**
 * moei_movers_collect:
 * @scene: what the map shows
 *
 * Returns: (transfer full) (element-type MoeiMover): what moves in it: aircraft,
 *   then convoys
 */
GArray *
moei_movers_collect (MoeiMapScene *scene)
{
  MoeiOperation *operation = moei_map_scene_get_operation (scene);
  GArray *movers = g_array_new (FALSE, FALSE, sizeof (MoeiMover));

  g_array_set_clear_func (movers, (GDestroyNotify) clear_mover);
  if (operation != NULL && moei_map_scene_get_show_flights (scene))
    add_aircraft (movers, scene, operation);
  if (operation != NULL && moei_map_scene_get_show_routes (scene))
    add_convoys (movers, scene, operation);
  return movers;
}

/**
 * moei_movers_equal:
 * @a: (element-type MoeiMover): what moves
 * @b: (element-type MoeiMover): what moves at another time
 * @pixel: what on the plane cannot be told apart
 *
 * Returns: whether both look the same
 */
gboolean
moei_movers_equal (GArray *a,
                   GArray *b,
                   double  pixel)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    const MoeiMover *one = &g_array_index (a, MoeiMover, i), *other = &g_array_index (b, MoeiMover, i);

    if (one->entity != other->entity || one->look != other->look ||
        fabs (one->point.x - other->point.x) > pixel || fabs (one->point.y - other->point.y) > pixel)
      return FALSE;
  }
  return TRUE;
}

/* Moves a badge up until it is clear of a box. */
static void
clear_box (MoeiMover *mover,
           MoeiPoint  middle,
           double     half_width,
           double     half_height)
{
  double least = mover->height / 2 + half_height + GAP;

  if (fabs (mover->at.x - middle.x) < mover->width / 2 + half_width + GAP && fabs (mover->at.y - middle.y) < least)
    mover->at.y = middle.y - least;
}

static void
clear_site (MoeiMover           *mover,
            const MoeiDrawnSite *site)
{
  if (site->n_places > 1 || site->symbol < MOEI_MAP_SYMBOL_CROSSING)
    return;

  clear_box (mover, site->at, site->radius, site->radius);
  if (hypot (mover->home.x - site->at.x, mover->home.y - site->at.y) < site->radius + GAP)
    mover->foot = MIN (mover->foot, site->at.y - site->radius);
}

/**
 * moei_movers_give_way:
 * @movers: (element-type MoeiMover): what moves, where it is in the view
 * @sites: (array length=n_sites): the symbols of places there
 * @n_sites: how many there are
 *
 * Moves the badges of convoys up from what they would hide: each other, and the
 * crossings and stations where they pass.
 */
void
moei_movers_give_way (GArray              *movers,
                      const MoeiDrawnSite *sites,
                      guint                n_sites)
{
  for (guint i = 0; i < movers->len; i++) {
    MoeiMover *mover = &g_array_index (movers, MoeiMover, i);
    double before = NAN;

    mover->foot = mover->home.y;
    if (mover->people == NULL || mover->hidden)
      continue;

    for (guint turn = 0; mover->at.y != before && turn < MAX_TURNS; turn++) {
      before = mover->at.y;
      for (guint j = 0; j < n_sites; j++)
        clear_site (mover, &sites[j]);
      for (guint j = 0; j < i; j++) {
        const MoeiMover *other = &g_array_index (movers, MoeiMover, j);

        if (other->people != NULL && !other->hidden)
          clear_box (mover, other->at, other->width / 2, other->height / 2);
      }
    }
    if (mover->home.y - mover->at.y > MAX_SHIFT)
      mover->at = mover->home;
  }
}

/**
 * moei_mover_shows_buses:
 * @self: what moves, arranged for a view
 * @projector: that view
 *
 * Returns: whether its buses are drawn there
 */
gboolean
moei_mover_shows_buses (const MoeiMover     *self,
                        const MoeiProjector *projector)
{
  return !self->hidden && self->people != NULL && self->look != MOEI_CONVOY_LOOK_BOARDING &&
         projector->zoom >= BUSES_FROM_ZOOM;
}

/**
 * moei_mover_explain:
 * @self: what moves, arranged for a view
 * @projector: that view
 *
 * Returns: the keys of a legend of what is drawn of it there
 */
MoeiMapKeys
moei_mover_explain (const MoeiMover     *self,
                    const MoeiProjector *projector)
{
  MoeiMapKeys keys = 0;

  if (!self->hidden && moei_projector_shows (projector, self->at, 0))
    keys = MOEI_MAP_KEY_BIT (self->people != NULL ? MOEI_MAP_KEY_CONVOY + (guint) self->look : MOEI_MAP_KEY_AIRCRAFT);
  if (!moei_mover_shows_buses (self, projector))
    return keys;

  for (guint i = 0; i < self->buses->len; i++) {
    const MoeiMoverBus *bus = &g_array_index (self->buses, MoeiMoverBus, i);

    if (moei_projector_shows (projector, moei_projector_to_view (projector, bus->point), 0))
      keys |= MOEI_MAP_KEY_BIT (bus->is_old ? MOEI_MAP_KEY_BUS_OLD : MOEI_MAP_KEY_BUS);
  }
  return keys;
}
