/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "parts/moei-day-figures.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_CHART (moei_week_chart_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekChart, moei_week_chart, MOEI, WEEK_CHART, GtkWidget)

void moei_week_chart_show (MoeiWeekChart        *self,
                           const MoeiDayFigures *figures,
                           MoeiOperation        *operation);

G_END_DECLS
