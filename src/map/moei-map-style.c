/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-map-style.h"

#define HEX(rgb) HEXA (rgb, 1)
#define HEXA(rgb, alpha) { ((rgb) >> 16 & 255) / 255.f, ((rgb) >> 8 & 255) / 255.f, ((rgb) & 255) / 255.f, alpha }

#define LIGHT_MAP \
  .water = HEX (0xc3d9e8), \
  .land = HEX (0xecede8), \
  .thailand = HEX (0xf4f4f0), \
  .myanmar = HEX (0xe7eae0), \
  .built_up = HEXA (0x8a7350, 0.13f), \
  .river = HEX (0x9cc5e6), \
  .border = HEX (0x776486), \
  .border_halo = HEXA (0xffffff, 0.7f), \
  .river_border = HEXA (0x5a4a70, 0.6f), \
  .highway = HEX (0xdcc796), \
  .road = HEX (0xd3d2c8), \
  .road_edge = HEXA (0xffffff, 0.9f), \
  .runway = HEX (0x9297a1),

#define DARK_MAP \
  .water = HEX (0x14222e), \
  .land = HEX (0x202327), \
  .thailand = HEX (0x232831), \
  .myanmar = HEX (0x2c2e2b), \
  .built_up = HEXA (0xd8cdb4, 0.08f), \
  .river = HEX (0x386b92), \
  .border = HEX (0xb6aec6), \
  .border_halo = HEXA (0x15171a, 0.5f), \
  .river_border = HEXA (0xe6e0f0, 0.55f), \
  .highway = HEX (0x63604f), \
  .road = HEX (0x474c54), \
  .road_edge = HEXA (0x15171a, 0.6f), \
  .runway = HEX (0x7d838d),

/* Held is the darkest and reddest of the three states, clearing the lightest
 * and yellowest, cleared the bluest green: they stay apart in deuteranopia and
 * in grey, besides their shapes. */
static const MoeiMapStyle light = {
  LIGHT_MAP

  .held = HEX (0xd34a0c),
  .clearing = HEX (0xe8a200),
  .cleared = HEX (0x14805a),
  .unknown = HEX (0x5f6670),
  .facility = HEX (0x1e2126),
  .facility_ink = HEX (0xffffff),
  .symbol_edge = HEX (0xffffff),
  .line_halo = HEXA (0xffffff, 0.85f),
  .route = HEX (0x1c6dd6),
  .caution = HEX (0xb06f00),
  .closed = HEX (0x8b2f2f),
  .mark = HEX (0xffc63d),
  .mark_ink = HEX (0x1e2126),
  .convoy = HEX (0x1c6dd6),
  .convoy_ink = HEX (0xffffff),
  .flight_planned = HEX (0x6d7480),
  .flight_boarding = HEX (0x117a8b),
  .flight_gone = HEX (0x1c8556),
  .selection = HEX (0x1c6dd6),
  .card = HEX (0xffffff),
  .card_edge = HEXA (0x1b1e23, 0.18f),

  .ink = HEX (0x1b1e23),
  .quiet_ink = HEX (0x565c65),
  .water_ink = HEX (0x2f6a96),
  .halo = HEXA (0xfdfdfb, 0.9f),
  .held_ink = HEX (0xa83707),
  .clearing_ink = HEX (0x7d5200),
  .cleared_ink = HEX (0x0f6546),
};

static const MoeiMapStyle dark = {
  DARK_MAP

  .held = HEX (0xff7a5c),
  .clearing = HEX (0xfcc23c),
  .cleared = HEX (0x31c58a),
  .unknown = HEX (0xa9b0ba),
  .facility = HEX (0xf4f5f7),
  .facility_ink = HEX (0x16181c),
  .symbol_edge = HEX (0x121417),
  .line_halo = HEXA (0x121417, 0.7f),
  .route = HEX (0x62a0f0),
  .caution = HEX (0xf0b041),
  .closed = HEX (0xe78080),
  .mark = HEX (0xfcc23c),
  .mark_ink = HEX (0x16181c),
  .convoy = HEX (0x62a0f0),
  .convoy_ink = HEX (0x0c0e11),
  .flight_planned = HEX (0xa1a8b3),
  .flight_boarding = HEX (0x3ab7c9),
  .flight_gone = HEX (0x2fc57a),
  .selection = HEX (0x8ab8ff),
  .card = HEX (0x383a40),
  .card_edge = HEXA (0xf1f2f4, 0.16f),

  .ink = HEX (0xf1f2f4),
  .quiet_ink = HEX (0xa4abb5),
  .water_ink = HEX (0x7db2dc),
  .halo = HEXA (0x14161a, 0.88f),
  .held_ink = HEX (0xff9d86),
  .clearing_ink = HEX (0xfccb58),
  .cleared_ink = HEX (0x4fd3a0),
};

/* Where contrast matters more than calm. */
static const MoeiMapStyle light_contrast = {
  .water = HEX (0x9fc4e0),
  .land = HEX (0xf7f7f4),
  .thailand = HEX (0xffffff),
  .myanmar = HEX (0xe6ebdc),
  .built_up = HEXA (0x5d4a2c, 0.22f),
  .river = HEX (0x2f7ab8),
  .border = HEX (0x35224a),
  .border_halo = HEX (0xffffff),
  .river_border = HEX (0x22122f),
  .highway = HEX (0xa87f1d),
  .road = HEX (0x8d8b7e),
  .road_edge = HEX (0xffffff),
  .runway = HEX (0x4a4f59),

  .held = HEX (0xb02e00),
  .clearing = HEX (0xb37400),
  .cleared = HEX (0x00573a),
  .unknown = HEX (0x33383f),
  .facility = HEX (0x000000),
  .facility_ink = HEX (0xffffff),
  .symbol_edge = HEX (0xffffff),
  .line_halo = HEX (0xffffff),
  .route = HEX (0x0046a8),
  .caution = HEX (0x7a4b00),
  .closed = HEX (0x7a1414),
  .mark = HEX (0xffc63d),
  .mark_ink = HEX (0x000000),
  .convoy = HEX (0x0046a8),
  .convoy_ink = HEX (0xffffff),
  .flight_planned = HEX (0x3c424b),
  .flight_boarding = HEX (0x00535f),
  .flight_gone = HEX (0x00592f),
  .selection = HEX (0x0046a8),
  .card = HEX (0xffffff),
  .card_edge = HEX (0x000000),

  .ink = HEX (0x000000),
  .quiet_ink = HEX (0x2a2f36),
  .water_ink = HEX (0x0d3c5e),
  .halo = HEX (0xffffff),
  .held_ink = HEX (0x7d2600),
  .clearing_ink = HEX (0x573800),
  .cleared_ink = HEX (0x00472f),
};

static const MoeiMapStyle dark_contrast = {
  .water = HEX (0x0a2236),
  .land = HEX (0x0c0d0f),
  .thailand = HEX (0x0b0e13),
  .myanmar = HEX (0x1f221e),
  .built_up = HEXA (0xf0e6cc, 0.18f),
  .river = HEX (0x4fa3dd),
  .border = HEX (0xe9e2f5),
  .border_halo = HEX (0x000000),
  .river_border = HEX (0xffffff),
  .highway = HEX (0xb09c55),
  .road = HEX (0x8b919b),
  .road_edge = HEX (0x000000),
  .runway = HEX (0xc8ccd3),

  .held = HEX (0xff9c85),
  .clearing = HEX (0xffd25e),
  .cleared = HEX (0x5ae3ae),
  .unknown = HEX (0xd5dae2),
  .facility = HEX (0xffffff),
  .facility_ink = HEX (0x000000),
  .symbol_edge = HEX (0x000000),
  .line_halo = HEX (0x000000),
  .route = HEX (0x9cc6ff),
  .caution = HEX (0xffc864),
  .closed = HEX (0xff9f9f),
  .mark = HEX (0xffd25e),
  .mark_ink = HEX (0x000000),
  .convoy = HEX (0x9cc6ff),
  .convoy_ink = HEX (0x000000),
  .flight_planned = HEX (0xd0d5dd),
  .flight_boarding = HEX (0x7fe3f1),
  .flight_gone = HEX (0x66e3a1),
  .selection = HEX (0xb8d4ff),
  .card = HEX (0x000000),
  .card_edge = HEX (0xffffff),

  .ink = HEX (0xffffff),
  .quiet_ink = HEX (0xdde1e7),
  .water_ink = HEX (0xb4d9f7),
  .halo = HEX (0x000000),
  .held_ink = HEX (0xffb8a8),
  .clearing_ink = HEX (0xffdc86),
  .cleared_ink = HEX (0x86ecc4),
};

/**
 * moei_map_style_get:
 * @tone: the surroundings
 *
 * Returns: (transfer none): the colours
 */
const MoeiMapStyle *
moei_map_style_get (MoeiMapTone tone)
{
  switch (tone) {
    case MOEI_MAP_TONE_DARK:
      return &dark;
    case MOEI_MAP_TONE_LIGHT_CONTRAST:
      return &light_contrast;
    case MOEI_MAP_TONE_DARK_CONTRAST:
      return &dark_contrast;
    case MOEI_MAP_TONE_LIGHT:
    default:
      return &light;
  }
}

/**
 * moei_map_style_get_state:
 * @self: the colours
 * @state: how a site stands
 *
 * Returns: (transfer none): the colour of its symbol
 */
const GdkRGBA *
moei_map_style_get_state (const MoeiMapStyle *self,
                          MoeiPlaceState      state)
{
  switch (state) {
    case MOEI_PLACE_STATE_HELD:
      return &self->held;
    case MOEI_PLACE_STATE_CLEARING:
    case MOEI_PLACE_STATE_RESTRICTED:
      return &self->clearing;
    case MOEI_PLACE_STATE_CLEARED:
    case MOEI_PLACE_STATE_OPEN:
      return &self->cleared;
    case MOEI_PLACE_STATE_CLOSED:
      return &self->closed;
    case MOEI_PLACE_STATE_UNKNOWN:
    default:
      return &self->unknown;
  }
}

/**
 * moei_map_style_get_word:
 * @self: the colours
 * @state: how a place stands
 *
 * Returns: (transfer none): the colour of the words that say so
 */
const GdkRGBA *
moei_map_style_get_word (const MoeiMapStyle *self,
                         MoeiPlaceState      state)
{
  switch (state) {
    case MOEI_PLACE_STATE_HELD:
    case MOEI_PLACE_STATE_CLOSED:
      return &self->held_ink;
    case MOEI_PLACE_STATE_CLEARING:
    case MOEI_PLACE_STATE_RESTRICTED:
      return &self->clearing_ink;
    case MOEI_PLACE_STATE_CLEARED:
      return &self->cleared_ink;
    case MOEI_PLACE_STATE_OPEN:
    case MOEI_PLACE_STATE_UNKNOWN:
    default:
      return &self->quiet_ink;
  }
}

/**
 * moei_map_style_get_route:
 * @self: the colours
 * @state: how a route stands
 *
 * Returns: (transfer none): the colour of its line
 */
const GdkRGBA *
moei_map_style_get_route (const MoeiMapStyle *self,
                          MoeiRouteState      state)
{
  switch (state) {
    case MOEI_ROUTE_STATE_OPEN:
      return &self->route;
    case MOEI_ROUTE_STATE_RESTRICTED:
      return &self->caution;
    case MOEI_ROUTE_STATE_CLOSED:
      return &self->closed;
    case MOEI_ROUTE_STATE_UNKNOWN:
    default:
      return &self->unknown;
  }
}

/**
 * moei_map_style_get_flight:
 * @self: the colours
 * @state: how a flight stands
 *
 * Returns: (transfer none): the colour of its arc
 */
const GdkRGBA *
moei_map_style_get_flight (const MoeiMapStyle *self,
                           MoeiFlightState     state)
{
  switch (state) {
    case MOEI_FLIGHT_STATE_DEPARTED:
    case MOEI_FLIGHT_STATE_ARRIVED:
      return &self->flight_gone;
    case MOEI_FLIGHT_STATE_BOARDING:
    case MOEI_FLIGHT_STATE_CHECKING_IN:
      return &self->flight_boarding;
    case MOEI_FLIGHT_STATE_DELAYED:
    case MOEI_FLIGHT_STATE_DIVERTED:
      return &self->caution;
    case MOEI_FLIGHT_STATE_CANCELLED:
    case MOEI_FLIGHT_STATE_SCHEDULED:
    case MOEI_FLIGHT_STATE_UNKNOWN:
    default:
      return &self->flight_planned;
  }
}
