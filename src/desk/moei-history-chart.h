/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HISTORY_CHART (moei_history_chart_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHistoryChart, moei_history_chart, MOEI, HISTORY_CHART, GtkWidget)

void moei_history_chart_show (MoeiHistoryChart *self,
                              MoeiOperation    *operation,
                              guint             first,
                              guint             n_days,
                              gint64            now);

G_END_DECLS
