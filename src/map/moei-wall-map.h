/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-canvas.h"

G_BEGIN_DECLS

/**
 * MOEI_WALL_MAP_LEAST_TEXT:
 *
 * The size of the smallest text of a map that is read from afar, in pixels that
 * are not magnified yet.
 */
#define MOEI_WALL_MAP_LEAST_TEXT 13.0

#define MOEI_TYPE_WALL_MAP (moei_wall_map_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallMap, moei_wall_map, MOEI, WALL_MAP, GtkWidget)

GtkWidget     *moei_wall_map_new        (void);
MoeiMapCanvas *moei_wall_map_get_canvas (MoeiWallMap *self);
MoeiMapScene  *moei_wall_map_get_scene  (MoeiWallMap *self);
void           moei_wall_map_fit_day    (MoeiWallMap *self);

G_END_DECLS
