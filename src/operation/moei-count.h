/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-collection.h"
#include "operation/moei-nationality.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-tally.h"

G_BEGIN_DECLS

gboolean moei_count_is_known        (int              count);
int      moei_count_add             (int              a,
                                     int              b);

int      moei_tally_get_reached     (MoeiTally       *self,
                                     MoeiStage        stage);
int      moei_nationality_get_at    (MoeiNationality *self,
                                     MoeiStage        stage);
int      moei_quota_day_get_reached (MoeiQuotaDay    *self,
                                     MoeiStage        stage);
int      moei_quota_day_get_planned (MoeiQuotaDay    *self);
int      moei_quota_day_get_at      (MoeiQuotaDay    *self,
                                     MoeiStage        stage);

MoeiQuotaDay *moei_quota_day_lookup (MoeiCollection  *days,
                                     guint            date);

G_END_DECLS
