/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-map-scene.h"
#include "map/moei-tile-source.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TILES_LAYER (moei_tiles_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTilesLayer, moei_tiles_layer, MOEI, TILES_LAYER, ShumateLayer)

ShumateLayer   *moei_tiles_layer_new        (ShumateViewport *viewport,
                                             MoeiMapScene    *scene);
MoeiTileSource *moei_tiles_layer_get_source (MoeiTilesLayer  *self);
gboolean        moei_tiles_layer_is_idle    (MoeiTilesLayer  *self);

G_END_DECLS
