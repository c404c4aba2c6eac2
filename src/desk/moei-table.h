/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-empty-state.h"
#include "desk/moei-table-column.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TABLE (moei_table_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTable, moei_table, MOEI, TABLE, AdwBin)

void            moei_table_add_columns     (MoeiTable             *self,
                                            const MoeiTableColumn *columns,
                                            gsize                  n_columns,
                                            gpointer               user_data);
MoeiEmptyState *moei_table_get_empty       (MoeiTable             *self);
void            moei_table_refresh         (MoeiTable             *self);
gboolean        moei_table_select          (MoeiTable             *self,
                                            const char            *id);
void            moei_table_focus_row       (MoeiTable             *self);
void            moei_table_show_from       (MoeiTable             *self,
                                            guint                  row);
void            moei_table_keep_rows_whole (MoeiTable             *self);
void            moei_table_sort_by         (MoeiTable             *self,
                                            const char            *column,
                                            GtkSortType            order);
void            moei_table_type            (MoeiTable             *self,
                                            const char            *text);
char           *moei_table_describe        (MoeiTable             *self,
                                            gpointer               item);
void            moei_table_take_place      (MoeiTable             *self,
                                            MoeiTable             *former);

gint64          moei_table_count_key       (int                    count);
gint64          moei_table_instant_key     (gint64                 instant);

G_END_DECLS
