/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-basemap-source.h"
#include "map/moei-map-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TILE_TUNER (moei_tile_tuner_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTileTuner, moei_tile_tuner, MOEI, TILE_TUNER, GObject)

MoeiTileTuner *moei_tile_tuner_new        (ShumateMap        *map,
                                           ShumateMapLayer   *layer,
                                           MoeiBasemapSource *source);
void           moei_tile_tuner_set_scene  (MoeiTileTuner     *self,
                                           MoeiMapScene      *scene);
void           moei_tile_tuner_tune       (MoeiTileTuner     *self);
void           moei_tile_tuner_wait       (MoeiTileTuner     *self);
gboolean       moei_tile_tuner_is_waiting (MoeiTileTuner     *self);

G_END_DECLS
