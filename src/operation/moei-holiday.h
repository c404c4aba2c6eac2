/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HOLIDAY (moei_holiday_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHoliday, moei_holiday, MOEI, HOLIDAY, MoeiEntity)

MoeiHoliday    *moei_holiday_new          (const char *id);
guint           moei_holiday_get_date     (MoeiHoliday *self);
const char     *moei_holiday_get_calendar (MoeiHoliday *self);
const MoeiText *moei_holiday_get_name     (MoeiHoliday *self);

G_END_DECLS
