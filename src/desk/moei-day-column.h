/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "parts/moei-day-figures.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DAY_COLUMN (moei_day_column_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDayColumn, moei_day_column, MOEI, DAY_COLUMN, GtkWidget)

void  moei_day_column_show          (MoeiDayColumn        *self,
                                     const MoeiDayFigures *figures,
                                     MoeiOperation        *operation,
                                     int                   maximum);
guint moei_day_column_get_date      (MoeiDayColumn        *self);
int   moei_day_column_measure_words (MoeiDayColumn        *self,
                                     int                   width);
void  moei_day_column_set_words     (MoeiDayColumn        *self,
                                     int                   height);
void  moei_day_column_set_selected  (MoeiDayColumn        *self,
                                     gboolean              selected);

G_END_DECLS
