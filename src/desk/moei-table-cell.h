/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-table-column.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TABLE_CELL (moei_table_cell_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTableCell, moei_table_cell, MOEI, TABLE_CELL, AdwBin)

/* Says all that a row says (transfer full). */
typedef char *(*MoeiTableNamer) (gpointer item,
                                 gpointer user_data);

GtkWidget *moei_table_cell_new       (const MoeiTableColumn *column,
                                      gpointer               user_data);
gpointer   moei_table_cell_get_item  (MoeiTableCell         *self);
void       moei_table_cell_set_item  (MoeiTableCell         *self,
                                      gpointer               item);
void       moei_table_cell_set_head  (MoeiTableCell         *self,
                                      GtkWidget             *head);
void       moei_table_cell_set_namer (MoeiTableCell         *self,
                                      MoeiTableNamer         namer,
                                      gpointer               user_data);
void       moei_table_cell_update    (MoeiTableCell         *self);
GtkWidget *moei_table_cell_get_row   (MoeiTableCell         *self);

G_END_DECLS
