/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_QUOTA_DAY (moei_quota_day_get_type ())

G_DECLARE_FINAL_TYPE (MoeiQuotaDay, moei_quota_day, MOEI, QUOTA_DAY, MoeiEntity)

MoeiQuotaDay   *moei_quota_day_new             (const char *id);
guint           moei_quota_day_get_date        (MoeiQuotaDay *self);
MoeiDayState    moei_quota_day_get_state       (MoeiQuotaDay *self);
int             moei_quota_day_get_quota       (MoeiQuotaDay *self);
const char     *moei_quota_day_get_lane        (MoeiQuotaDay *self);
const MoeiText *moei_quota_day_get_reason      (MoeiQuotaDay *self);
gint64          moei_quota_day_get_closes      (MoeiQuotaDay *self);
int             moei_quota_day_get_lost        (MoeiQuotaDay *self);
int             moei_quota_day_get_reallocated (MoeiQuotaDay *self);
int             moei_quota_day_get_carried     (MoeiQuotaDay *self);
MoeiCollection *moei_quota_day_get_tallies     (MoeiQuotaDay *self);
MoeiCollection *moei_quota_day_get_reports     (MoeiQuotaDay *self);

G_END_DECLS
