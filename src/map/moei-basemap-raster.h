/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-basemap.h"
#include "map/moei-map-style.h"

G_BEGIN_DECLS

/* Around a tile so much more is drawn, so that no hairline shows between two
 * of them when they are scaled. */
#define MOEI_TILE_GUTTER 1

/**
 * MoeiTileLook:
 * @tone: the surroundings it is for
 * @scale: device pixels per pixel
 * @stretch: how much larger than its size a tile is shown, from 1 to 2
 *
 * How tiles are to be drawn.
 */
typedef struct {
  MoeiMapTone tone;
  double      scale;
  double      stretch;
} MoeiTileLook;

cairo_surface_t *moei_basemap_raster_surface (GPtrArray          *basemaps,
                                              const MoeiTileLook *look,
                                              guint               zoom,
                                              guint               x,
                                              guint               y);

G_END_DECLS
