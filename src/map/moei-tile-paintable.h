/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-raster.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TILE_PAINTABLE (moei_tile_paintable_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTilePaintable, moei_tile_paintable, MOEI, TILE_PAINTABLE, GObject)

GdkPaintable *moei_tile_paintable_new   (MoeiRaster        *raster,
                                         gboolean           as_cairo);
void          moei_tile_paintable_clear (MoeiTilePaintable *self);

G_END_DECLS
