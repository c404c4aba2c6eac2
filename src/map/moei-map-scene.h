/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-style.h"
#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_SCENE (moei_map_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapScene, moei_map_scene, MOEI, MAP_SCENE, GObject)

MoeiMapScene  *moei_map_scene_new                   (void);
MoeiOperation *moei_map_scene_get_operation         (MoeiMapScene  *self);
void           moei_map_scene_set_operation         (MoeiMapScene  *self,
                                                     MoeiOperation *operation);
MoeiEntity    *moei_map_scene_get_selected          (MoeiMapScene  *self);
void           moei_map_scene_set_selected          (MoeiMapScene  *self,
                                                     MoeiEntity    *selected);
MoeiLanguage   moei_map_scene_get_language          (MoeiMapScene  *self);
gint64         moei_map_scene_get_now               (MoeiMapScene  *self);
gboolean       moei_map_scene_get_dark              (MoeiMapScene  *self);
MoeiMapTone    moei_map_scene_get_tone              (MoeiMapScene  *self);
gboolean       moei_map_scene_get_show_sites        (MoeiMapScene  *self);
gboolean       moei_map_scene_get_show_stations     (MoeiMapScene  *self);
gboolean       moei_map_scene_get_show_routes       (MoeiMapScene  *self);
gboolean       moei_map_scene_get_show_flights      (MoeiMapScene  *self);
gboolean       moei_map_scene_get_show_names        (MoeiMapScene  *self);
double         moei_map_scene_get_least_text        (MoeiMapScene  *self);
const char    *moei_map_scene_get_tiles             (MoeiMapScene  *self);
const char    *moei_map_scene_get_tiles_attribution (MoeiMapScene  *self);

G_END_DECLS
