/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "parts/moei-day-bar.h"
#include "rules/moei-funnel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_STAGE_BAR (moei_stage_bar_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStageBar, moei_stage_bar, MOEI, STAGE_BAR, GtkWidget)

GtkWidget *moei_stage_bar_new        (void);
void       moei_stage_bar_set_funnel (MoeiStageBar        *self,
                                      const MoeiFunnel    *funnel,
                                      int                  maximum);
void       moei_stage_bar_set_day    (MoeiStageBar        *self,
                                      const MoeiDayStages *stages,
                                      int                  maximum);

G_END_DECLS
