/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-navigator.h"
#include "map/moei-map-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_FOLLOWER (moei_map_follower_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapFollower, moei_map_follower, MOEI, MAP_FOLLOWER, GObject)

MoeiMapFollower *moei_map_follower_new        (MoeiMapScene     *scene,
                                               MoeiMapNavigator *navigator);
void             moei_map_follower_set_active (MoeiMapFollower  *self,
                                               gboolean          active);
gboolean         moei_map_follower_get_active (MoeiMapFollower  *self);
void             moei_map_follower_set_dwell  (MoeiMapFollower  *self,
                                               guint             dwell_ms);
MoeiEntity      *moei_map_follower_get_target (MoeiMapFollower  *self);
void             moei_map_follower_let_go     (MoeiMapFollower  *self);

G_END_DECLS
