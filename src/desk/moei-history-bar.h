/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-day-figures.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HISTORY_BAR (moei_history_bar_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHistoryBar, moei_history_bar, MOEI, HISTORY_BAR, GtkWidget)

void        moei_history_bar_show         (MoeiHistoryBar       *self,
                                           const MoeiDayFigures *figures,
                                           MoeiOperation        *operation);
guint       moei_history_bar_get_date     (MoeiHistoryBar       *self);
int         moei_history_bar_get_departed (MoeiHistoryBar       *self);
int         moei_history_bar_get_quota    (MoeiHistoryBar       *self);
const char *moei_history_bar_get_sentence (MoeiHistoryBar       *self);

G_END_DECLS
