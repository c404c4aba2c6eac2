/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-line.h"
#include "map/moei-map-symbol.h"
#include "operation/moei-language-id.h"

G_BEGIN_DECLS

/**
 * MoeiMapKey:
 * @MOEI_MAP_KEY_HELD: a site or holding place where people are held
 * @MOEI_MAP_KEY_CLEARING: one that is being cleared
 * @MOEI_MAP_KEY_CLEARED: one that is cleared
 * @MOEI_MAP_KEY_UNKNOWN: one of which nothing is said
 * @MOEI_MAP_KEY_GROUP: several drawn as one
 * @MOEI_MAP_KEY_SIZE: that sites are the larger the more people are there
 * @MOEI_MAP_KEY_DOUBT: how far an estimated position may be off
 * @MOEI_MAP_KEY_CROSSING_OPEN: a crossing that works
 * @MOEI_MAP_KEY_CROSSING_RESTRICTED: one that works with limits
 * @MOEI_MAP_KEY_CROSSING_CLOSED: one that is closed
 * @MOEI_MAP_KEY_CROSSING_UNKNOWN: one of which nothing is said
 * @MOEI_MAP_KEY_STATION: a screening station
 * @MOEI_MAP_KEY_STATION_RESTRICTED: one that works with limits
 * @MOEI_MAP_KEY_STATION_CLOSED: one that is closed
 * @MOEI_MAP_KEY_AIRPORT: an airport
 * @MOEI_MAP_KEY_AIRPORT_RESTRICTED: one that works with limits
 * @MOEI_MAP_KEY_AIRPORT_CLOSED: one that is closed
 * @MOEI_MAP_KEY_ASIDE: where a place is whose symbol was moved for others
 * @MOEI_MAP_KEY_CONVOY: a convoy that is where it was reported to be
 * @MOEI_MAP_KEY_CONVOY_BOARDING: one that people get on
 * @MOEI_MAP_KEY_CONVOY_HALTED: one that stopped on its way
 * @MOEI_MAP_KEY_CONVOY_LATE: one whose last report is late, or that never sent one
 * @MOEI_MAP_KEY_CONVOY_UNKNOWN: one of which nobody knows where it is
 * @MOEI_MAP_KEY_BUS: a bus where it was reported to be
 * @MOEI_MAP_KEY_BUS_OLD: one that may be anywhere by now
 * @MOEI_MAP_KEY_ROUTE_OPEN: a route that is passable
 * @MOEI_MAP_KEY_ROUTE_RESTRICTED: one passable with limits
 * @MOEI_MAP_KEY_ROUTE_CLOSED: one not passable
 * @MOEI_MAP_KEY_ROUTE_UNKNOWN: one of which nothing is said
 * @MOEI_MAP_KEY_FLIGHT_SCHEDULED: flights that are planned
 * @MOEI_MAP_KEY_FLIGHT_BOARDING: flights that people get on
 * @MOEI_MAP_KEY_FLIGHT_DELAYED: flights later than scheduled
 * @MOEI_MAP_KEY_FLIGHT_DEPARTED: flights that have left
 * @MOEI_MAP_KEY_FLIGHT_CANCELLED: flights that do not go
 * @MOEI_MAP_KEY_AIRCRAFT: where an aircraft should be by its times
 * @MOEI_MAP_KEY_BEYOND: where flights go that leave the view
 * @MOEI_MAP_N_KEYS: how many there are
 *
 * What a legend has to explain: each thing that looks like no other.
 */
typedef enum {
  MOEI_MAP_KEY_HELD,
  MOEI_MAP_KEY_CLEARING,
  MOEI_MAP_KEY_CLEARED,
  MOEI_MAP_KEY_UNKNOWN,
  MOEI_MAP_KEY_GROUP,
  MOEI_MAP_KEY_SIZE,
  MOEI_MAP_KEY_DOUBT,
  MOEI_MAP_KEY_CROSSING_OPEN,
  MOEI_MAP_KEY_CROSSING_RESTRICTED,
  MOEI_MAP_KEY_CROSSING_CLOSED,
  MOEI_MAP_KEY_CROSSING_UNKNOWN,
  MOEI_MAP_KEY_STATION,
  MOEI_MAP_KEY_STATION_RESTRICTED,
  MOEI_MAP_KEY_STATION_CLOSED,
  MOEI_MAP_KEY_AIRPORT,
  MOEI_MAP_KEY_AIRPORT_RESTRICTED,
  MOEI_MAP_KEY_AIRPORT_CLOSED,
  MOEI_MAP_KEY_ASIDE,
  MOEI_MAP_KEY_CONVOY,
  MOEI_MAP_KEY_CONVOY_BOARDING,
  MOEI_MAP_KEY_CONVOY_HALTED,
  MOEI_MAP_KEY_CONVOY_LATE,
  MOEI_MAP_KEY_CONVOY_UNKNOWN,
  MOEI_MAP_KEY_BUS,
  MOEI_MAP_KEY_BUS_OLD,
  MOEI_MAP_KEY_ROUTE_OPEN,
  MOEI_MAP_KEY_ROUTE_RESTRICTED,
  MOEI_MAP_KEY_ROUTE_CLOSED,
  MOEI_MAP_KEY_ROUTE_UNKNOWN,
  MOEI_MAP_KEY_FLIGHT_SCHEDULED,
  MOEI_MAP_KEY_FLIGHT_BOARDING,
  MOEI_MAP_KEY_FLIGHT_DELAYED,
  MOEI_MAP_KEY_FLIGHT_DEPARTED,
  MOEI_MAP_KEY_FLIGHT_CANCELLED,
  MOEI_MAP_KEY_AIRCRAFT,
  MOEI_MAP_KEY_BEYOND,
  MOEI_MAP_N_KEYS,
} MoeiMapKey;

/**
 * MoeiMapKeys:
 *
 * A set of keys: bit n for key n.
 */
typedef guint64 MoeiMapKeys;

#define MOEI_MAP_KEY_BIT(key) (G_GUINT64_CONSTANT (1) << (key))

MoeiMapKey   moei_map_key_of_symbol  (MoeiMapSymbol       symbol);
MoeiMapKey   moei_map_key_of_route   (MoeiRouteState      state);
MoeiMapKey   moei_map_key_of_flight  (MoeiFlightState     state);
gboolean     moei_map_key_is_line    (MoeiMapKey          self);
MoeiMapLine *moei_map_key_make_line  (MoeiMapKey          self,
                                      GArray             *points,
                                      const MoeiMapStyle *style);
void         moei_map_key_draw       (MoeiMapKey          self,
                                      cairo_t            *cr,
                                      const MoeiMapStyle *style);
const char  *moei_map_key_get_word   (MoeiLanguage        language,
                                      MoeiMapKey          self);

G_END_DECLS
