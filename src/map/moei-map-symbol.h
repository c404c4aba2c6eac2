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
 * @MOEI_MAP_SYMBOL_CROSSING: a crossing that works: a square with an arch
 * @MOEI_MAP_SYMBOL_CROSSING_RESTRICTED: one that works with limits: a framed square with an exclamation mark
 * @MOEI_MAP_SYMBOL_CROSSING_CLOSED: one that is closed: an octagon with a bar
 * @MOEI_MAP_SYMBOL_CROSSING_UNKNOWN: one of which nothing is said: a hollow square with a question mark
 * @MOEI_MAP_SYMBOL_STATION: a screening station: a page
 * @MOEI_MAP_SYMBOL_STATION_RESTRICTED: one that works with limits
 * @MOEI_MAP_SYMBOL_STATION_CLOSED: one that is closed
 * @MOEI_MAP_SYMBOL_AIRPORT: an airport: a disc with an aircraft
 * @MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED: one that works with limits
 * @MOEI_MAP_SYMBOL_AIRPORT_CLOSED: one that is closed
 * @MOEI_MAP_SYMBOL_AIRCRAFT: an aircraft, heading north, where it should be
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
  MOEI_MAP_SYMBOL_CROSSING_RESTRICTED,
  MOEI_MAP_SYMBOL_CROSSING_CLOSED,
  MOEI_MAP_SYMBOL_CROSSING_UNKNOWN,
  MOEI_MAP_SYMBOL_STATION,
  MOEI_MAP_SYMBOL_STATION_RESTRICTED,
  MOEI_MAP_SYMBOL_STATION_CLOSED,
  MOEI_MAP_SYMBOL_AIRPORT,
  MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED,
  MOEI_MAP_SYMBOL_AIRPORT_CLOSED,
  MOEI_MAP_SYMBOL_AIRCRAFT,
  MOEI_MAP_N_SYMBOLS,
} MoeiMapSymbol;

/**
 * MoeiMapSize:
 * @MOEI_MAP_SIZE_SMALL: fewer than a hundred people
 * @MOEI_MAP_SIZE_MEDIUM: some hundred, or nobody said how many
 * @MOEI_MAP_SIZE_LARGE: from five hundred
 * @MOEI_MAP_SIZE_HUGE: from two thousand
 * @MOEI_MAP_N_SIZES: how many there are
 *
 * How large the symbol of a site is: by the people there, in steps that can be
 * told apart.
 */
typedef enum {
  MOEI_MAP_SIZE_SMALL,
  MOEI_MAP_SIZE_MEDIUM,
  MOEI_MAP_SIZE_LARGE,
  MOEI_MAP_SIZE_HUGE,
  MOEI_MAP_N_SIZES,
} MoeiMapSize;

MoeiMapSymbol moei_map_symbol_for_place (MoeiPlace          *place);
MoeiMapSymbol moei_map_symbol_for_state (MoeiPlaceState      state);
MoeiMapSize   moei_map_symbol_size_for  (MoeiPlace          *place);
double        moei_map_symbol_scale     (MoeiMapSize         size);
double        moei_map_symbol_radius    (MoeiMapSymbol       self);
void          moei_map_symbol_draw      (MoeiMapSymbol       self,
                                         cairo_t            *cr,
                                         const MoeiMapStyle *style);
void          moei_map_symbol_draw_mix  (const guint        *counts,
                                         double              radius,
                                         cairo_t            *cr,
                                         const MoeiMapStyle *style);

G_END_DECLS
