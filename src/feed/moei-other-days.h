/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "feed/moei-durations.h"
#include "feed/moei-stock.h"

G_BEGIN_DECLS

#define MOEI_TYPE_OTHER_DAYS (moei_other_days_get_type ())

G_DECLARE_FINAL_TYPE (MoeiOtherDays, moei_other_days, MOEI, OTHER_DAYS, GObject)

MoeiOtherDays *moei_other_days_new      (GUri                *service,
                                         SoupSession         *session,
                                         MoeiStock           *stock,
                                         const MoeiDurations *durations);
void           moei_other_days_restore  (MoeiOtherDays       *self,
                                         GPtrArray           *kept);
void           moei_other_days_catch_up (MoeiOtherDays       *self);
void           moei_other_days_stop     (MoeiOtherDays       *self);

G_END_DECLS
