/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "parts/moei-day-figures.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_ROW (moei_week_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekRow, moei_week_row, MOEI, WEEK_ROW, AdwBin)

void moei_week_row_align        (MoeiWeekRow          *self,
                                 GtkSizeGroup         *weekdays,
                                 GtkSizeGroup         *figures,
                                 GtkSizeGroup         *quotas);
void moei_week_row_show         (MoeiWeekRow          *self,
                                 const MoeiDayFigures *day,
                                 MoeiOperation        *operation,
                                 int                   maximum);
void moei_week_row_set_portrait (MoeiWeekRow          *self,
                                 gboolean              portrait);

G_END_DECLS
