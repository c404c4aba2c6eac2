/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LANE (moei_lane_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLane, moei_lane, MOEI, LANE, MoeiEntity)

MoeiLane           *moei_lane_new            (const char *id);
const MoeiText     *moei_lane_get_name       (MoeiLane *self);
const MoeiText     *moei_lane_get_short_name (MoeiLane *self);
int                 moei_lane_get_weekdays   (MoeiLane *self);
const char * const *moei_lane_get_order      (MoeiLane *self);

G_END_DECLS
