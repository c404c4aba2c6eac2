/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/moei-table-column.h"

G_BEGIN_DECLS

/**
 * MoeiTablePart:
 * @table: (type GObject): the table
 * @column: what the caller said of the column
 * @user_data: what the caller gave with it
 * @view_column: (nullable): what shows it
 * @order: in which order it is sorted, as far as it is sorted by it
 * @answer: (nullable): what it says of any two rows, while it is asked for its order
 *
 * A column of a table as the table holds it.
 */
typedef struct {
  gpointer             table;
  MoeiTableColumn      column;
  gpointer             user_data;
  GtkColumnViewColumn *view_column;
  GtkSortType          order;
  const GtkOrdering   *answer;
} MoeiTablePart;

const char    *moei_table_part_get_title        (MoeiTablePart *self);
GtkSorter     *moei_table_part_new_sorter       (MoeiTablePart *self);
void           moei_table_parts_note_order      (GPtrArray     *parts,
                                                 GtkSorter     *sorter);

char          *moei_table_parts_name_row        (gpointer       item,
                                                 gpointer       parts);
char          *moei_table_parts_describe_row    (GPtrArray     *parts,
                                                 gpointer       item);
guint          moei_table_parts_find_typed      (GPtrArray     *parts,
                                                 GListModel    *rows,
                                                 guint          from,
                                                 const char    *typed);
GMenuModel    *moei_table_parts_new_menu        (GPtrArray     *parts);
gboolean       moei_table_parts_fit             (GPtrArray     *parts,
                                                 int            width,
                                                 gboolean       apply);
GtkWidget     *moei_table_parts_find_list       (GtkColumnView *view);
GtkWidget     *moei_table_parts_find_head       (GPtrArray     *parts,
                                                 GtkColumnView *view,
                                                 MoeiTablePart *part);
void           moei_table_parts_dress_heads     (GPtrArray     *parts,
                                                 GtkColumnView *view,
                                                 const char    *label);
MoeiTablePart *moei_table_parts_get_sorted      (GPtrArray     *parts,
                                                 GtkColumnView *view,
                                                 GtkSortType   *order);

G_END_DECLS
