/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-tile-cache.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TILE_SOURCE (moei_tile_source_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTileSource, moei_tile_source, MOEI, TILE_SOURCE, ShumateMapSource)

MoeiTileSource *moei_tile_source_new      (const char     *template,
                                           MoeiTileCache  *cache,
                                           guint           deadline);
void            moei_tile_source_set_look (MoeiTileSource *self,
                                           gboolean        dark,
                                           gboolean        as_cairo);
void            moei_tile_source_retry    (MoeiTileSource *self);
gboolean        moei_tile_source_is_idle  (MoeiTileSource *self);

G_END_DECLS
