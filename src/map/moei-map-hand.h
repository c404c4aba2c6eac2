/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-navigator.h"
#include "map/moei-map-stack.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_HAND (moei_map_hand_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapHand, moei_map_hand, MOEI, MAP_HAND, GObject)

MoeiMapHand *moei_map_hand_new      (GtkWidget          *widget,
                                     MoeiMapScene       *scene,
                                     const MoeiMapStack *stack,
                                     MoeiMapNavigator   *navigator);
void         moei_map_hand_set_name (MoeiMapHand        *self,
                                     const char         *name);
MoeiEntity  *moei_map_hand_pick     (MoeiMapHand        *self,
                                     MoeiPoint           point);
void         moei_map_hand_click    (MoeiMapHand        *self,
                                     MoeiPoint           point,
                                     GdkDevice          *device);

G_END_DECLS
