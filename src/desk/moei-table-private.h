/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-row-selection.h"
#include "desk/moei-table-cell.h"
#include "desk/moei-table-parts.h"
#include "desk/moei-table.h"

G_BEGIN_DECLS

/* For the files of the table alone: what it is made of. */
struct _MoeiTable {
  AdwBin parent_instance;

  GtkStack       *stack;
  MoeiEmptyState *empty;
  GtkWidget      *scroller;
  GtkColumnView  *view;
  GtkWidget      *menu; /* (nullable) until it is asked for */

  GPtrArray          *columns; /* MoeiTablePart */
  GQueue              cells;   /* MoeiTableCell, those that there are now */
  GListModel         *model;
  GtkSortListModel   *sorted;
  GListStore         *parts;  /* lists: what is pinned, and the sorted rows */
  GListModel         *rows;   /* of both */
  MoeiRowSelection   *selection;
  char               *label;
  char               *empty_text;
  char               *as_of;
  char               *typed;
  gint64              typed_at;
  guint               width_tick;
  guint               show_tick;
  guint               whole_tick;
  guint               first_row; /* to scroll to; or GTK_INVALID_LIST_POSITION */

  guint had_focus : 1; /* before the rows changed */
  guint show_step : 2; /* how far on the way to the first row */
};

MoeiTableCell *moei_table_find_cell       (MoeiTable      *self,
                                           GtkWidget      *row,
                                           gpointer        item);
void           moei_table_add_column      (MoeiTable      *self,
                                           MoeiTablePart  *part);
void           moei_table_install_actions (GtkWidgetClass *widget_class);
void           moei_table_watch_input     (MoeiTable      *self);

G_END_DECLS
