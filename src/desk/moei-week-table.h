/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "parts/moei-day-figures.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_TABLE (moei_week_table_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekTable, moei_week_table, MOEI, WEEK_TABLE, AdwBin)

void moei_week_table_show (MoeiWeekTable *self,
                           MoeiOperation *operation,
                           guint          first,
                           guint          n_days,
                           gint64         now);

G_END_DECLS
