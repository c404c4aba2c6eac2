/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

G_BEGIN_DECLS

/**
 * MoeiDayKind:
 * @MOEI_DAY_KIND_UNKNOWN: not a day
 * @MOEI_DAY_KIND_BEFORE_RULE: no rule with a quota holds yet
 * @MOEI_DAY_KIND_QUOTA: people go under the quota
 * @MOEI_DAY_KIND_NO_LANE: a weekday that the rule gives to nobody
 * @MOEI_DAY_KIND_WEEKEND: Saturday or Sunday
 * @MOEI_DAY_KIND_HOLIDAY: blocked by a calendar
 * @MOEI_DAY_KIND_CANCELLED: blocked by the service: cancelled, or a quota of nobody
 *
 * What kind of day it is for the quota.  On every kind there may be flights, and
 * who leaves on them counts.
 */
typedef enum {
  MOEI_DAY_KIND_UNKNOWN,
  MOEI_DAY_KIND_BEFORE_RULE,
  MOEI_DAY_KIND_QUOTA,
  MOEI_DAY_KIND_NO_LANE,
  MOEI_DAY_KIND_WEEKEND,
  MOEI_DAY_KIND_HOLIDAY,
  MOEI_DAY_KIND_CANCELLED,
} MoeiDayKind;

MoeiDayKind  moei_day_kind          (guint           date,
                                     MoeiCollection *rules,
                                     MoeiCollection *holidays,
                                     MoeiQuotaDay   *day);
MoeiDayKind  moei_day_kind_under    (guint           date,
                                     int             quota,
                                     gboolean        has_lane,
                                     gboolean        is_holiday,
                                     MoeiQuotaDay   *day);
int          moei_day_kind_quota    (guint           date,
                                     MoeiCollection *rules,
                                     MoeiCollection *holidays,
                                     MoeiQuotaDay   *day);
GPtrArray   *moei_day_kind_holidays (guint           date,
                                     MoeiCollection *holidays);

G_END_DECLS
