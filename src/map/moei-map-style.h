/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-words.h"

G_BEGIN_DECLS

/**
 * MoeiMapTone:
 * @MOEI_MAP_TONE_LIGHT: light
 * @MOEI_MAP_TONE_DARK: dark
 * @MOEI_MAP_TONE_LIGHT_CONTRAST: light, with high contrast
 * @MOEI_MAP_TONE_DARK_CONTRAST: dark, with high contrast
 *
 * The surroundings that colours are for.
 */
typedef enum {
  MOEI_MAP_TONE_LIGHT,
  MOEI_MAP_TONE_DARK,
  MOEI_MAP_TONE_LIGHT_CONTRAST,
  MOEI_MAP_TONE_DARK_CONTRAST,
} MoeiMapTone;

/**
 * MoeiMapStyle:
 *
 * Every colour of the map, for light and dark surroundings, with and without
 * high contrast.
 *
 * States never differ by colour alone: sites have shapes and words, lines have
 * dashes.
 */
typedef struct {
  /* The base map */
  GdkRGBA water;
  GdkRGBA land;
  GdkRGBA thailand;
  GdkRGBA myanmar;
  GdkRGBA built_up;
  GdkRGBA river;
  GdkRGBA border;
  GdkRGBA border_halo;
  GdkRGBA river_border;
  GdkRGBA highway;
  GdkRGBA road;
  GdkRGBA road_edge;
  GdkRGBA runway;

  /* The operation */
  GdkRGBA held;
  GdkRGBA clearing;
  GdkRGBA cleared;
  GdkRGBA unknown;
  GdkRGBA facility;
  GdkRGBA facility_ink;
  GdkRGBA symbol_edge;
  GdkRGBA line_halo;
  GdkRGBA route;
  GdkRGBA caution;
  GdkRGBA closed;
  GdkRGBA mark;
  GdkRGBA mark_ink;
  GdkRGBA convoy;
  GdkRGBA convoy_ink;
  GdkRGBA flight_planned;
  GdkRGBA flight_boarding;
  GdkRGBA flight_gone;
  GdkRGBA selection;
  GdkRGBA card;
  GdkRGBA card_edge;

  /* Text */
  GdkRGBA ink;
  GdkRGBA quiet_ink;
  GdkRGBA water_ink;
  GdkRGBA halo;
  GdkRGBA held_ink;
  GdkRGBA clearing_ink;
  GdkRGBA cleared_ink;
} MoeiMapStyle;

const MoeiMapStyle *moei_map_style_get        (MoeiMapTone         tone);
const GdkRGBA      *moei_map_style_get_state  (const MoeiMapStyle *self,
                                               MoeiPlaceState      state);
const GdkRGBA      *moei_map_style_get_word   (const MoeiMapStyle *self,
                                               MoeiPlaceState      state);
const GdkRGBA      *moei_map_style_get_route  (const MoeiMapStyle *self,
                                               MoeiRouteState      state);
const GdkRGBA      *moei_map_style_get_flight (const MoeiMapStyle *self,
                                               MoeiFlightState     state);

G_END_DECLS
