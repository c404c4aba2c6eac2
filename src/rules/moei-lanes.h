/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-lane.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-rule.h"

G_BEGIN_DECLS

MoeiRule *moei_rule_of_day       (MoeiCollection *rules,
                                  guint           day);
MoeiLane *moei_lane_of_weekday   (MoeiCollection *lanes,
                                  guint           day);
MoeiLane *moei_lane_of_day       (MoeiCollection *rules,
                                  guint           day);
MoeiLane *moei_lane_of_quota_day (MoeiCollection *rules,
                                  guint           date,
                                  MoeiQuotaDay   *day);
MoeiLane *moei_lane_lookup       (MoeiCollection *rules,
                                  const char     *id);
gboolean  moei_lane_takes_first  (MoeiLane       *lane,
                                  const char     *nationality);
int       moei_lane_get_rank     (MoeiLane       *lane,
                                  const char     *nationality);

G_END_DECLS
