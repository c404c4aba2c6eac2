/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "parts/moei-said.h"

G_BEGIN_DECLS

/* What a column's key says of a row about which nobody knows: it comes last. */
#define MOEI_TABLE_KEY_UNKNOWN G_MAXINT64

/**
 * MoeiTableColumnFlags:
 * @MOEI_TABLE_COLUMN_NONE: text, as wide as it is
 * @MOEI_TABLE_COLUMN_NUMERIC: figures, one below the other
 * @MOEI_TABLE_COLUMN_EXPAND: takes what width is left, as much as each other such
 *   column, and breaks its lines
 * @MOEI_TABLE_COLUMN_NAME: what somebody types to come to a row
 * @MOEI_TABLE_COLUMN_UNSORTED: there is no order in what it says
 * @MOEI_TABLE_COLUMN_ELLIPSIZE: text that is cut short where there is little
 *   room; a tooltip then says all of it
 * @MOEI_TABLE_COLUMN_TIMES: what is said is a time, in figures of one width
 */
typedef enum {
  MOEI_TABLE_COLUMN_NONE = 0,
  MOEI_TABLE_COLUMN_NUMERIC = 1 << 0,
  MOEI_TABLE_COLUMN_EXPAND = 1 << 1,
  MOEI_TABLE_COLUMN_NAME = 1 << 2,
  MOEI_TABLE_COLUMN_UNSORTED = 1 << 3,
  MOEI_TABLE_COLUMN_ELLIPSIZE = 1 << 4,
  MOEI_TABLE_COLUMN_TIMES = 1 << 5,
} MoeiTableColumnFlags;

/**
 * MoeiTableColumn:
 * @id: its name in code
 * @title: its head, untranslated; marked `NC_("column", "…")`
 * @flags: how it is shown
 * @from_width: the table's least width in pixels at which it is shown; 0 for
 *   any.  The first column is always shown, and what is hidden is read and
 *   copied all the same
 * @text: what it says of a row in the current language (transfer full); shown,
 *   read by a screen reader, copied, and sorted by unless there is @key
 * @key: (nullable): what it is sorted by; `MOEI_TABLE_KEY_UNKNOWN` if unknown
 * @css_class: (nullable): the style class of a row's text, or `NULL`
 * @make: (nullable): makes what shows it; a label if not given
 * @show: (nullable): makes that show a row; must come with @make
 * @say: (nullable): says it with what was said before and how it looks; in the
 *   place of @text, @make and @show
 *
 * A column of a #MoeiTable.  Each function is given the row's item and what
 * was given with the column.
 */
typedef struct {
  const char           *id;
  const char           *title;
  MoeiTableColumnFlags  flags;
  int                   from_width;
  char               *(*text)      (gpointer   item,
                                    gpointer   user_data);
  gint64              (*key)       (gpointer   item,
                                    gpointer   user_data);
  const char         *(*css_class) (gpointer   item,
                                    gpointer   user_data);
  GtkWidget          *(*make)      (gpointer   user_data);
  void                (*show)      (GtkWidget *widget,
                                    gpointer   item,
                                    gpointer   user_data);
  void                 (*say)       (gpointer   item,
                                    gpointer   user_data,
                                    MoeiSaid  *said);
} MoeiTableColumn;

G_END_DECLS
