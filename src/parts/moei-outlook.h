/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "rules/moei-clearing.h"

G_BEGIN_DECLS

#define MOEI_TYPE_OUTLOOK (moei_outlook_get_type ())

G_DECLARE_FINAL_TYPE (MoeiOutlook, moei_outlook, MOEI, OUTLOOK, GObject)

MoeiOutlook        *moei_outlook_new                (void);
void                moei_outlook_update             (MoeiOutlook      *self,
                                                     MoeiOperation    *operation,
                                                     gint64            now);
MoeiOperation      *moei_outlook_get_operation      (MoeiOutlook      *self);
const MoeiForecast *moei_outlook_get_live           (MoeiOutlook      *self);
const MoeiForecast *moei_outlook_get_what_if        (MoeiOutlook      *self);
int                 moei_outlook_get_withhold_below (MoeiOutlook      *self);
void                moei_outlook_set_what_if        (MoeiOutlook      *self,
                                                     const MoeiWhatIf *what_if);

G_END_DECLS
