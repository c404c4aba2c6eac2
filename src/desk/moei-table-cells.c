/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

/**
 * moei_table_show_from:
 * @self: a table that is shown
 * @row: the position of a row
 *
 * Scrolls so that the row is at the top, as far as there are rows below it.
 *
 * Returns: whether it could be done: not before the table has its place
 */
gboolean
moei_table_show_from (MoeiTable *self,
                      guint      row)
{
  guint n_rows;
  GtkWidget *list;

  g_return_val_if_fail (MOEI_IS_TABLE (self), FALSE);

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  list = moei_table_parts_find_list (self->view);
  if (n_rows == 0)
    return TRUE;
  if (list == NULL || gtk_widget_get_height (list) == 0)
    return FALSE;
  /* From the end upwards it comes to be the first that is seen. */
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", n_rows - 1);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", MIN (row, n_rows - 1));
  return TRUE;
}
