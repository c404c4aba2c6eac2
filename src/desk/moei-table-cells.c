/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "desk/moei-list-show.h"
#include "desk/moei-table-private.h"

/* The cells of a table, which GTK makes and uses for one row after the other. */

/* GTK takes rows away without a word to their factory. */
static void
forget_cell (MoeiTable     *self,
             MoeiTableCell *cell)
{
  g_queue_remove (&self->cells, cell);
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            MoeiTablePart            *part)
{
  MoeiTable *self = part->table;
  GtkWidget *cell = moei_table_cell_new (&part->column, part->user_data);

  moei_table_cell_set_head (MOEI_TABLE_CELL (cell), moei_table_parts_find_head (self->columns, self->view, part));
  if (part == self->columns->pdata[0])
    moei_table_cell_set_namer (MOEI_TABLE_CELL (cell), moei_table_parts_name_row, self->columns);
  g_queue_push_tail (&self->cells, cell);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (forget_cell), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  moei_table_cell_set_item (MOEI_TABLE_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  moei_table_cell_set_item (MOEI_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

/**
 * moei_table_add_column:
 * @self: a table
 * @part: (transfer full): a column
 *
 * Makes what shows it.
 */
void
moei_table_add_column (MoeiTable     *self,
                       MoeiTablePart *part)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), part);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), NULL);
  column = gtk_column_view_column_new (moei_table_part_get_title (part), factory);
  gtk_column_view_column_set_expand (column, (part->column.flags & MOEI_TABLE_COLUMN_EXPAND) != 0);
  if (!(part->column.flags & MOEI_TABLE_COLUMN_UNSORTED)) {
    g_autoptr (GtkSorter) sorter = moei_table_part_new_sorter (part);

    gtk_column_view_column_set_sorter (column, sorter);
  }
  part->view_column = column;
  g_ptr_array_add (self->columns, part);
  gtk_column_view_append_column (self->view, column);
}

/**
 * moei_table_find_cell:
 * @self: a table
 * @row: (nullable): a row's widget
 * @item: (nullable) (type GObject): the item of a row, if @row is not given
 *
 * Returns: (transfer none) (nullable): a cell of that row, if it is there now
 */
MoeiTableCell *
moei_table_find_cell (MoeiTable *self,
                      GtkWidget *row,
                      gpointer   item)
{
  for (GList *l = self->cells.head; l != NULL; l = l->next) {
    if (row != NULL ? moei_table_cell_get_row (l->data) == row : moei_table_cell_get_item (l->data) == item)
      return l->data;
  }
  return NULL;
}

/* Near its end a list stops anywhere within a row: the first that is seen
 * stands whole. */
static void
show_whole_row (GtkWidget *list)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row)) {
    graphene_rect_t bounds;

    if (!gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, list, &bounds))
      continue;
    if (bounds.origin.y < 0 && bounds.origin.y + bounds.size.height > 0) {
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + bounds.origin.y);
      return;
    }
  }
}

/* From the end upwards a row comes to be the first that is seen.  A list that
 * was told to scroll knows where it is only with the next frame. */
static gboolean
show_from_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  MoeiTable *self = MOEI_TABLE (widget);
  GtkWidget *list = moei_table_parts_find_list (self->view);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  if (list == NULL || n_rows == 0 || !gtk_widget_get_mapped (list)) {
    self->show_tick = 0;
    return G_SOURCE_REMOVE;
  }
  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (self->show_step < 2) {
    gtk_widget_activate_action (list, "list.scroll-to-item", "u",
                                self->show_step == 0 ? n_rows - 1 : MIN (self->first_row, n_rows - 1));
    self->show_step++;
    return G_SOURCE_CONTINUE;
  }
  show_whole_row (list);
  self->first_row = GTK_INVALID_LIST_POSITION;
  self->show_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * moei_table_show_from:
 * @self: a table
 * @row: the position of a row
 *
 * Scrolls so that the row is at the top, as far as there are rows below it;
 * when the table is next seen, if it is not.
 */
void
moei_table_show_from (MoeiTable *self,
                      guint      row)
{
  g_return_if_fail (MOEI_IS_TABLE (self));

  self->first_row = row;
  self->show_step = 0;
  if (row != GTK_INVALID_LIST_POSITION && self->show_tick == 0)
    self->show_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_from_cb, NULL, NULL);
}

static float
get_row_height (GtkWidget *list)
{
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (row, list, &bounds) ? bounds.size.height : 0;
}

static gboolean
whole_rows_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  MoeiTable *self = MOEI_TABLE (widget);
  GtkWidget *list = moei_table_parts_find_list (self->view);
  float row_height = get_row_height (list);
  int spare = 0;

  self->whole_tick = 0;
  if (row_height >= 1) {
    GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
    double room = gtk_adjustment_get_page_size (down) + gtk_widget_get_margin_bottom (self->scroller);

    if (gtk_adjustment_get_upper (down) > room && room > row_height)
      spare = (int) fmod (room, row_height);
  }
  gtk_widget_set_margin_bottom (self->scroller, spare);
  return G_SOURCE_REMOVE;
}

static void
height_changed (MoeiTable *self)
{
  if (self->whole_tick == 0)
    self->whole_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), whole_rows_cb, NULL, NULL);
}

/**
 * moei_table_keep_rows_whole:
 * @self: a table whose rows are all of one height
 *
 * Sees to it that the last row that there is room for is not cut.
 */
void
moei_table_keep_rows_whole (MoeiTable *self)
{
  GtkAdjustment *down;

  g_return_if_fail (MOEI_IS_TABLE (self));

  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (down, "notify::page-size", G_CALLBACK (height_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "notify::upper", G_CALLBACK (height_changed), self, G_CONNECT_SWAPPED);
}

/**
 * moei_table_select:
 * @self: a table
 * @id: (nullable): the id of a row's item; `NULL` for none
 *
 * Selects a row and scrolls to it.
 *
 * Returns: whether there is such a row
 */
gboolean
moei_table_select (MoeiTable  *self,
                   const char *id)
{
  guint position;
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (MOEI_IS_TABLE (self), FALSE);

  position = moei_row_selection_find_id (self->selection, id);
  item = g_list_model_get_item (self->rows, position);
  moei_row_selection_set_item (self->selection, item);
  if (item != NULL && moei_table_parts_find_list (self->view) != NULL)
    moei_list_show (moei_table_parts_find_list (self->view), position, item, NULL, self);
  return item != NULL;
}

static GtkWidget *
find_row (gpointer self,
          gpointer item)
{
  MoeiTableCell *cell = moei_table_find_cell (self, NULL, item);

  return cell != NULL ? moei_table_cell_get_row (cell) : NULL;
}

/**
 * moei_table_focus_row:
 * @self: a table
 *
 * Puts the keyboard focus on the selected row, or on the rows if none is.
 */
void
moei_table_focus_row (MoeiTable *self)
{
  GtkWidget *list;
  guint position;

  g_return_if_fail (MOEI_IS_TABLE (self));

  list = moei_table_parts_find_list (self->view);
  position = moei_row_selection_get_row (self->selection);
  if (list != NULL && position != GTK_INVALID_LIST_POSITION)
    moei_list_show (list, position, moei_row_selection_get_item (self->selection), find_row, self);
  else if (list != NULL)
    gtk_widget_grab_focus (list);
}
