/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-projection.h"

G_BEGIN_DECLS

#define MOEI_MAP_MARK_DOT_RADIUS 2.5
#define MOEI_MAP_MARK_ARROW_SIZE 7.0
#define MOEI_MAP_MARK_REACH      9.5

/**
 * MoeiMapMark:
 * @MOEI_MAP_MARK_NONE: nothing
 * @MOEI_MAP_MARK_DOT: a dot, for a town or village
 * @MOEI_MAP_MARK_ARROW: an arrowhead, for where something leaves the view
 *
 * A small thing that a label stands beside.
 */
typedef enum {
  MOEI_MAP_MARK_NONE,
  MOEI_MAP_MARK_DOT,
  MOEI_MAP_MARK_ARROW,
} MoeiMapMark;

void moei_map_mark_draw (MoeiMapMark    self,
                         cairo_t       *cr,
                         const GdkRGBA *colour,
                         const GdkRGBA *halo);
void moei_map_leg_draw  (cairo_t       *cr,
                         MoeiPoint      home,
                         MoeiPoint      at,
                         const GdkRGBA *colour,
                         const GdkRGBA *halo);

G_END_DECLS
