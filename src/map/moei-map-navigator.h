/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-projection.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_NAVIGATOR (moei_map_navigator_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapNavigator, moei_map_navigator, MOEI, MAP_NAVIGATOR, GObject)

MoeiMapNavigator *moei_map_navigator_new       (ShumateMap          *map,
                                                ShumateMapLayer     *base);
void              moei_map_navigator_project   (MoeiMapNavigator    *self,
                                                MoeiProjector       *projector);
void              moei_map_navigator_pan       (MoeiMapNavigator    *self,
                                                double               across,
                                                double               down);
void              moei_map_navigator_zoom      (MoeiMapNavigator    *self,
                                                double               levels);
void              moei_map_navigator_look_at   (MoeiMapNavigator    *self,
                                                MoeiPosition         position,
                                                double               zoom,
                                                gboolean             animate);
void              moei_map_navigator_stop      (MoeiMapNavigator    *self);
gboolean          moei_map_navigator_is_flying (MoeiMapNavigator    *self);
gboolean          moei_map_navigator_is_asking (MoeiMapNavigator    *self);
gboolean          moei_map_navigator_wants_motion (MoeiMapNavigator *self);

G_END_DECLS
