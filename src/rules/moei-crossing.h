/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

G_BEGIN_DECLS

/**
 * MoeiCrossing:
 * @in_lane: people who left on their own lane's day
 * @off_lane: people who left on another lane's day, or on a day without a lane
 * @unknown: nationalities of which it is not known how many left
 *
 * Who left on whose day: the rule is not the reality.
 */
typedef struct {
  int   in_lane;
  int   off_lane;
  guint unknown;
} MoeiCrossing;

void moei_crossing_compute (MoeiCrossing   *self,
                            MoeiQuotaDay   *day,
                            MoeiCollection *rules);

G_END_DECLS
