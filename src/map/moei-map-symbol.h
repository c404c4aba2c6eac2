/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-style.h"
#include "operation/moei-place.h"

G_BEGIN_DECLS

/**
 * MoeiMapSymbol:
 * @MOEI_MAP_SYMBOL_UNKNOWN: a site of which nothing is said: ?
 * @MOEI_MAP_SYMBOL_HELD: people are held: ▲
 * @MOEI_MAP_SYMBOL_CLEARING: being cleared: ◆
 * @MOEI_MAP_SYMBOL_CLEARED: cleared: ◯
 * @MOEI_MAP_SYMBOL_CROSSING: a crossing: ■
 * @MOEI_MAP_SYMBOL_CROSSING_CLOSED: a crossing that is closed: ■ struck out
 * @MOEI_MAP_SYMBOL_STATION: a screening station
 * @MOEI_MAP_SYMBOL_AIRPORT: an airport
 * @MOEI_MAP_SYMBOL_CONVOY: a convoy, without its head count
 * @MOEI_MAP_SYMBOL_AIRCRAFT: an aircraft, heading north
 * @MOEI_MAP_N_SYMBOLS: how many there are
 *
 * What is drawn for a thing: states differ by shape as well as by colour.
 */
typedef enum {
  MOEI_MAP_SYMBOL_UNKNOWN,
  MOEI_MAP_SYMBOL_HELD,
  MOEI_MAP_SYMBOL_CLEARING,
  MOEI_MAP_SYMBOL_CLEARED,
  MOEI_MAP_SYMBOL_CROSSING,
  MOEI_MAP_SYMBOL_CROSSING_CLOSED,
  MOEI_MAP_SYMBOL_STATION,
  MOEI_MAP_SYMBOL_AIRPORT,
  MOEI_MAP_SYMBOL_CONVOY,
  MOEI_MAP_SYMBOL_AIRCRAFT,
  MOEI_MAP_N_SYMBOLS,
} MoeiMapSymbol;

MoeiMapSymbol moei_map_symbol_for_place (MoeiPlace          *place);
MoeiMapSymbol moei_map_symbol_for_state (MoeiPlaceState      state);
double        moei_map_symbol_radius    (MoeiMapSymbol       self);
void          moei_map_symbol_draw      (MoeiMapSymbol       self,
                                         cairo_t            *cr,
                                         const MoeiMapStyle *style);

G_END_DECLS
