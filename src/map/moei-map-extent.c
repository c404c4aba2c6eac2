/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-extent.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"

/* The border from Shwe Kokko to south of Min Let Pan, with Mae Sot's airport. */
static const MoeiExtent border = { 98.440, 16.545, 98.600, 16.835 };

/* From Mae Sot to where flights go: Asia, and the east and south of Africa. */
static const MoeiExtent region = { 16.0, -35.0, 141.0, 47.0 };

/* What is further than this from the border, in degrees, is another matter:
 * Bangkok, say. */
#define NEAR 0.5

static void
include (MoeiExtent         *extent,
         const MoeiPosition *position)
{
  if (position == NULL ||
      position->longitude < border.west - NEAR || position->longitude > border.east + NEAR ||
      position->latitude < border.south - NEAR || position->latitude > border.north + NEAR)
    return;

  extent->west = MIN (extent->west, position->longitude);
  extent->east = MAX (extent->east, position->longitude);
  extent->south = MIN (extent->south, position->latitude);
  extent->north = MAX (extent->north, position->latitude);
}

static void
include_place (MoeiExtent    *extent,
               MoeiOperation *operation,
               const char    *id)
{
  MoeiPlace *place = moei_collection_lookup (moei_operation_get_places (operation), id);

  if (place != NULL)
    include (extent, moei_place_get_position (place));
}

/**
 * moei_extent_of_day:
 * @operation: (nullable): an operation
 *
 * Returns: the part of the Earth where the day happens: the border area, and
 *   where else near it today's convoys come from
 */
MoeiExtent
moei_extent_of_day (MoeiOperation *operation)
{
  MoeiCollection *convoys = operation != NULL ? moei_operation_get_convoys (operation) : NULL;
  MoeiExtent extent = border;

  for (guint i = 0; convoys != NULL && i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    MoeiRoute *route = moei_collection_lookup (moei_operation_get_routes (operation),
                                               moei_convoy_get_route (convoy));

    include (&extent, moei_convoy_get_position (convoy));
    if (route != NULL) {
      include_place (&extent, operation, moei_route_get_from (route));
      include_place (&extent, operation, moei_route_get_to (route));
    }
  }
  return extent;
}

/**
 * moei_entity_find_place:
 * @operation: (nullable): the operation it belongs to
 * @entity: (nullable): a place, route, convoy or flight
 *
 * Returns: (nullable): where it is to be looked for: itself if it is a place, a
 *   point about its middle if it is a route, the last reported position or the start of its route if it is a convoy;
 *   `NULL` if that is not known
 */
const MoeiPosition *
moei_entity_find_place (MoeiOperation *operation,
                        MoeiEntity    *entity)
{
  MoeiRoute *route;
  gsize n_points;

  if (MOEI_IS_PLACE (entity))
    return moei_place_get_position (MOEI_PLACE (entity));
  if (MOEI_IS_ROUTE (entity)) {
    const MoeiLine *line = moei_route_get_line (MOEI_ROUTE (entity));
    const MoeiPosition *points = line != NULL ? moei_line_get_points (line, &n_points) : NULL;

    return points != NULL ? &points[n_points / 2] : NULL;
  }
  if (!MOEI_IS_CONVOY (entity) || operation == NULL)
    return NULL;
  if (moei_convoy_get_position (MOEI_CONVOY (entity)) != NULL)
    return moei_convoy_get_position (MOEI_CONVOY (entity));

  route = moei_collection_lookup (moei_operation_get_routes (operation),
                                  moei_convoy_get_route (MOEI_CONVOY (entity)));
  return route != NULL && moei_route_get_line (route) != NULL
           ? moei_line_get_points (moei_route_get_line (route), &n_points)
           : NULL;
}

/**
 * moei_extent_of_border:
 *
 * Returns: the part of the Earth where people are held and cross
 */
MoeiExtent
moei_extent_of_border (void)
{
  return border;
}

/**
 * moei_extent_of_region:
 *
 * Returns: the part of the Earth that has the border and where people go home to
 */
MoeiExtent
moei_extent_of_region (void)
{
  return region;
}
