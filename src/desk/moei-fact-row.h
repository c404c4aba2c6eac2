/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-fact.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FACT_ROW (moei_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFactRow, moei_fact_row, MOEI, FACT_ROW, AdwBin)

GtkWidget *moei_fact_row_new  (gboolean        links);
gboolean   moei_fact_row_fits (MoeiFactRow    *self,
                               const MoeiFact *fact);
void       moei_fact_row_show (MoeiFactRow    *self,
                               const MoeiFact *fact);

G_END_DECLS
