/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-flight-arc.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* Pieces of an arc: at zoom 6 none is longer than the eye takes for a curve. */
#define N_STEPS 96

/* How often a piece is halved to find where it leaves the view. */
#define N_HALVINGS 20

static void
arc_free (MoeiFlightArc *arc)
{
  g_object_unref (arc->from);
  g_object_unref (arc->to);
  g_array_unref (arc->points);
  g_ptr_array_unref (arc->flights);
  g_free (arc);
}

/* How much a state matters: what happens now before what will, and that before
 * what is over. */
static int
weight (MoeiFlightState state)
{
  switch (state) {
    case MOEI_FLIGHT_STATE_DEPARTED:
      return 7;
    case MOEI_FLIGHT_STATE_BOARDING:
      return 6;
    case MOEI_FLIGHT_STATE_CHECKING_IN:
      return 5;
    case MOEI_FLIGHT_STATE_DELAYED:
    case MOEI_FLIGHT_STATE_DIVERTED:
      return 4;
    case MOEI_FLIGHT_STATE_SCHEDULED:
      return 3;
    case MOEI_FLIGHT_STATE_ARRIVED:
      return 2;
    case MOEI_FLIGHT_STATE_CANCELLED:
      return 1;
    case MOEI_FLIGHT_STATE_UNKNOWN:
    default:
      return 0;
  }
}

static MoeiFlightArc *
find (GPtrArray *arcs,
      MoeiPlace *from,
      MoeiPlace *to)
{
  for (guint i = 0; i < arcs->len; i++) {
    MoeiFlightArc *arc = arcs->pdata[i];

    if (arc->from == from && arc->to == to)
      return arc;
  }
  return NULL;
}

static void
add (GPtrArray  *arcs,
     MoeiFlight *flight,
     MoeiPlace  *from,
     MoeiPlace  *to)
{
  MoeiFlightArc *arc = find (arcs, from, to);
  guint at = 0;

  if (arc == NULL) {
    arc = g_new0 (MoeiFlightArc, 1);
    arc->from = g_object_ref (from);
    arc->to = g_object_ref (to);
    arc->points = moei_great_circle (*moei_place_get_position (from), *moei_place_get_position (to), N_STEPS);
    arc->flights = g_ptr_array_new_with_free_func (g_object_unref);
    g_ptr_array_add (arcs, arc);
  }
  while (at < arc->flights->len &&
         weight (moei_flight_get_state (arc->flights->pdata[at])) >= weight (moei_flight_get_state (flight)))
    at++;
  g_ptr_array_insert (arc->flights, (int) at, g_object_ref (flight));
  arc->state = moei_flight_get_state (arc->flights->pdata[0]);
}

/**
 * moei_flight_arcs_collect:
 * @operation: (nullable): an operation
 *
 * Flights whose airports have no position have no arc.
 *
 * Returns: (transfer full) (element-type MoeiFlightArc): the day's arcs, each
 *   pair of airports once
 */
GPtrArray *
moei_flight_arcs_collect (MoeiOperation *operation)
{
  GPtrArray *arcs = g_ptr_array_new_with_free_func ((GDestroyNotify) arc_free);
  MoeiCollection *flights = operation != NULL ? moei_operation_get_flights (operation) : NULL;

  for (guint i = 0; flights != NULL && i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    MoeiCollection *places = moei_operation_get_places (operation);
    MoeiPlace *from = moei_collection_lookup (places, moei_flight_get_from (flight));
    MoeiPlace *to = moei_collection_lookup (places, moei_flight_get_to (flight));

    if (from != NULL && to != NULL && from != to &&
        moei_place_get_position (from) != NULL && moei_place_get_position (to) != NULL)
      add (arcs, flight, from, to);
  }
  return arcs;
}

/* Whether something in the view can be seen there. */
static gboolean
is_seen (const MoeiProjector *projector,
         double               inset,
         GArray              *covered,
         MoeiPoint            point)
{
  if (!moei_projector_shows (projector, point, -inset))
    return FALSE;

  for (guint i = 0; covered != NULL && i < covered->len; i++) {
    const MoeiBox *box = &g_array_index (covered, MoeiBox, i);

    if (point.x > box->x - inset && point.x < box->x + box->width + inset &&
        point.y > box->y - inset && point.y < box->y + box->height + inset)
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_flight_arc_find_exit:
 * @self: an arc
 * @projector: a view
 * @inset: how far inside of the view's edge to stop, in pixels
 * @covered: (nullable) (element-type MoeiBox): what cannot be seen of the view
 * @exit: (out): where the arc leaves what can be seen
 * @course: (out): in which direction, in radians clockwise from north
 *
 * Returns: whether the arc starts in the view and ends outside of it
 */
gboolean
moei_flight_arc_find_exit (const MoeiFlightArc *self,
                           const MoeiProjector *projector,
                           double               inset,
                           GArray              *covered,
                           MoeiPoint           *exit,
                           double              *course)
{
  MoeiPoint first = g_array_index (self->points, MoeiPoint, 0);
  MoeiPoint end = g_array_index (self->points, MoeiPoint, self->points->len - 1);
  MoeiPoint origin = moei_projector_to_view (projector, first), last = origin;
  MoeiPoint target = { origin.x + (end.x - first.x) * projector->world,
                       origin.y + (end.y - first.y) * projector->world };

  if (!moei_projector_shows (projector, origin, -inset) || moei_projector_shows (projector, target, -inset))
    return FALSE;

  for (guint i = 1; i < self->points->len; i++) {
    MoeiPoint point = g_array_index (self->points, MoeiPoint, i);
    MoeiPoint next = { origin.x + (point.x - first.x) * projector->world,
                       origin.y + (point.y - first.y) * projector->world };
    double dx = next.x - last.x, dy = next.y - last.y, from = 0, to = 1;

    if (is_seen (projector, inset, covered, next)) {
      last = next;
      continue;
    }

    /* Between a point that is seen and one that is not */
    for (guint step = 0; step < N_HALVINGS; step++) {
      double middle = (from + to) / 2;

      if (is_seen (projector, inset, covered, (MoeiPoint) { last.x + middle * dx, last.y + middle * dy }))
        from = middle;
      else
        to = middle;
    }
    *exit = (MoeiPoint) { last.x + from * dx, last.y + from * dy };
    *course = atan2 (dx, -dy);
    return TRUE;
  }
  return FALSE;
}
