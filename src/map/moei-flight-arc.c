/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-flight-arc.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* Pieces of an arc: at zoom 6 none is longer than the eye takes for a curve. */
#define N_STEPS 96

static void
arc_free (MoeiFlightArc *arc)
{
  g_object_unref (arc->from);
  g_object_unref (arc->to);
  g_array_unref (arc->points);
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

  if (arc == NULL) {
    arc = g_new0 (MoeiFlightArc, 1);
    arc->from = g_object_ref (from);
    arc->to = g_object_ref (to);
    arc->points = moei_great_circle (*moei_place_get_position (from), *moei_place_get_position (to), N_STEPS);
    g_ptr_array_add (arcs, arc);
  }
  arc->n_flights++;
  if (weight (moei_flight_get_state (flight)) > weight (arc->state))
    arc->state = moei_flight_get_state (flight);
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

/* The share of a step at which it passes the nearer of two edges. */
static double
share_to_edge (double from,
               double step,
               double least,
               double most)
{
  if (step == 0)
    return 1;
  return ((step > 0 ? most : least) - from) / step;
}

/**
 * moei_flight_arc_find_exit:
 * @self: an arc
 * @projector: a view
 * @inset: how far inside of the view's edge to stop, in pixels
 * @exit: (out): where the arc leaves the view
 * @course: (out): in which direction, in radians clockwise from north
 *
 * Returns: whether the arc starts in the view and leaves it
 */
gboolean
moei_flight_arc_find_exit (const MoeiFlightArc *self,
                           const MoeiProjector *projector,
                           double               inset,
                           MoeiPoint           *exit,
                           double              *course)
{
  MoeiPoint first = g_array_index (self->points, MoeiPoint, 0);
  MoeiPoint origin = moei_projector_to_view (projector, first);
  MoeiPoint last = origin;

  if (!moei_projector_shows (projector, origin, -inset))
    return FALSE;

  for (guint i = 1; i < self->points->len; i++) {
    MoeiPoint point = g_array_index (self->points, MoeiPoint, i);
    MoeiPoint next = { origin.x + (point.x - first.x) * projector->world,
                       origin.y + (point.y - first.y) * projector->world };

    if (!moei_projector_shows (projector, next, -inset)) {
      double dx = next.x - last.x, dy = next.y - last.y;
      double t = MIN (share_to_edge (last.x, dx, inset, projector->width - inset),
                      share_to_edge (last.y, dy, inset, projector->height - inset));

      *exit = (MoeiPoint) { last.x + t * dx, last.y + t * dy };
      *course = atan2 (dx, -dy);
      return TRUE;
    }
    last = next;
  }
  return FALSE;
}
