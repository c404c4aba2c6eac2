/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-table.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-table-cell.h"
#include "desk/moei-table-parts.h"
#include "desk/moei-table-private.h"
#include "parts/moei-replace.h"

/**
 * MoeiTable:
 *
 * What all lists of the desk have in common: columns that the caller
 * describes, sorted as a dictionary of the language has them; the keyboard,
 * typing to come to a row among it; a row copied as text.
 *
 * Rows are known by the ids of their items, so that what is selected, has the
 * focus or stands at the top of the view stays there while data changes.
 */
typedef enum {
  PROP_MODEL = 1,
  PROP_PINNED,
  PROP_SELECTED,
  PROP_LABEL,
  PROP_EMPTY_TEXT,
  PROP_AS_OF,
} MoeiTableProperty;

static GParamSpec *properties[PROP_AS_OF + 1];

enum {
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiTable, moei_table, ADW_TYPE_BIN)

static void
rows_will_change (MoeiTable *self)
{
  GtkWidget *list = moei_table_parts_find_list (self->view);

  self->had_focus = list != NULL && gtk_widget_get_focus_child (list) != NULL;
}

static void
rows_changed (MoeiTable *self)
{
  GtkWidget *list = moei_table_parts_find_list (self->view);

  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->rows) > 0 ? "list" : "empty");
  if (self->had_focus && list != NULL && gtk_widget_get_focus_child (list) == NULL)
    moei_table_focus_row (self);
  self->had_focus = FALSE;
}

static void
selection_changed (MoeiTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
note_order (MoeiTable *self)
{
  /* A view that goes takes its columns out of the order too. */
  if (self->view != NULL)
    moei_table_parts_note_order (self->columns, gtk_column_view_get_sorter (self->view));
}

static void
build_model (MoeiTable *self)
{
  GtkSelectionModel *model;

  /* Heard before the rows hear of it. */
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (note_order), self,
                           G_CONNECT_SWAPPED);
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (self->parts, self->sorted);
  self->rows = G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->parts))));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_will_change), self, G_CONNECT_SWAPPED);
  self->selection = moei_row_selection_new (self->rows);
  g_signal_connect_object (self->selection, "notify::item", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  model = moei_row_selection_get_model (self->selection);
  gtk_column_view_set_model (self->view, model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (rows_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
on_activate (MoeiTable *self,
             guint      position)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->rows, position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static int
get_room (MoeiTable *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  return (int) gtk_adjustment_get_page_size (across);
}

static gboolean
width_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  MoeiTable *self = MOEI_TABLE (widget);

  self->width_tick = 0;
  moei_table_parts_fit (self->columns, get_room (self), TRUE);
  return G_SOURCE_REMOVE;
}

/* Columns come and go after the frame in which the width has changed.  A
 * widget with a layout manager is not told its size; its adjustment is. */
static void
room_changed (MoeiTable *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->width_tick == 0 && get_room (self) > 0 && moei_table_parts_fit (self->columns, get_room (self), FALSE))
    self->width_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), width_tick_cb, NULL, NULL);
}

/* Where nobody looks, nothing is brought up to date until somebody does. */
static void
moei_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (moei_table_parent_class)->map (widget);

  moei_table_refresh (MOEI_TABLE (widget));
  moei_table_show_from (MOEI_TABLE (widget), MOEI_TABLE (widget)->first_row);
}

/* Tab leaves the rows; GTK 4.8 takes it to the next one, and there may be
 * hundreds. */
static gboolean
moei_table_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  MoeiTable *self = MOEI_TABLE (widget);
  GtkWidget *list = moei_table_parts_find_list (self->view);

  if (list != NULL && gtk_widget_get_focus_child (list) != NULL) {
    if (direction == GTK_DIR_TAB_FORWARD)
      return FALSE;
    if (direction == GTK_DIR_TAB_BACKWARD)
      return gtk_widget_child_focus (gtk_widget_get_first_child (GTK_WIDGET (self->view)), direction);
  }
  return GTK_WIDGET_CLASS (moei_table_parent_class)->focus (widget, direction);
}

static void
moei_table_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MoeiTable *self = MOEI_TABLE (object);

  switch ((MoeiTableProperty) prop_id) {
  case PROP_MODEL:
    g_value_set_object (value, self->model);
    break;
  case PROP_PINNED:
  case PROP_SELECTED:
    g_value_set_object (value, moei_row_selection_get_item (self->selection));
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_EMPTY_TEXT:
    g_value_set_string (value, self->empty_text);
    break;
  case PROP_AS_OF:
    g_value_set_string (value, self->as_of);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_model (MoeiTable  *self,
           GListModel *model)
{
  if (!g_set_object (&self->model, model))
    return;
  gtk_sort_list_model_set_model (self->sorted, model);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
moei_table_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MoeiTable *self = MOEI_TABLE (object);

  switch ((MoeiTableProperty) prop_id) {
  case PROP_MODEL:
    set_model (self, g_value_get_object (value));
    return;
  case PROP_PINNED:
    if (g_value_get_object (value) != NULL)
      g_list_store_insert (self->parts, 0, g_value_get_object (value));
    return;
  case PROP_SELECTED:
    moei_row_selection_set_item (self->selection, g_value_get_object (value));
    return;
  case PROP_LABEL:
    if (!moei_replace_string (&self->label, g_value_get_string (value)))
      return;
    moei_table_parts_dress_heads (self->columns, self->view, self->label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
    break;
  case PROP_EMPTY_TEXT:
    if (!moei_replace_string (&self->empty_text, g_value_get_string (value)))
      return;
    break;
  case PROP_AS_OF:
    if (!moei_replace_string (&self->as_of, g_value_get_string (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_table_dispose (GObject *object)
{
  MoeiTable *self = MOEI_TABLE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->parts);
  g_clear_object (&self->sorted);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (moei_table_parent_class)->dispose (object);
}

static void
moei_table_finalize (GObject *object)
{
  MoeiTable *self = MOEI_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_queue_clear (&self->cells);
  g_free (self->label);
  g_free (self->empty_text);
  g_free (self->as_of);
  g_free (self->typed);

  G_OBJECT_CLASS (moei_table_parent_class)->finalize (object);
}

static void
moei_table_class_init (MoeiTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_table_dispose;
  object_class->finalize = moei_table_finalize;
  object_class->get_property = moei_table_get_property;
  object_class->set_property = moei_table_set_property;
  widget_class->focus = moei_table_focus;
  widget_class->map = moei_table_map;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  /* Rows that stand above the others, however those are sorted: to be set once. */
  properties[PROP_PINNED] =
    g_param_spec_object ("pinned", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, G_TYPE_OBJECT, flags);
  /* What a screen reader calls the table. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  /* The last line of what is copied: as of when it holds. */
  properties[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MoeiTable::activated:
   * @self: a table
   * @item: the item of the row that somebody opened
   */
  signals[ACTIVATED] = g_signal_new ("activated", MOEI_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  g_type_ensure (MOEI_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiTable, empty);
  gtk_widget_class_bind_template_child (widget_class, MoeiTable, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, MoeiTable, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  moei_table_install_actions (widget_class);
}

static void
moei_table_init (MoeiTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->first_row = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  build_model (self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                           "notify::page-size", G_CALLBACK (room_changed), self, G_CONNECT_SWAPPED);
  moei_table_watch_input (self);
}

/**
 * moei_table_add_columns:
 * @self: a table
 * @columns: (array length=n_columns): columns, from the first to the last;
 *   their texts must be static
 * @n_columns: how many
 * @user_data: (nullable): what their functions are given; must outlive @self
 */
void
moei_table_add_columns (MoeiTable             *self,
                        const MoeiTableColumn *columns,
                        gsize                  n_columns,
                        gpointer               user_data)
{
  g_return_if_fail (MOEI_IS_TABLE (self));

  for (gsize i = 0; i < n_columns; i++) {
    MoeiTablePart *part = g_new0 (MoeiTablePart, 1);

    part->table = self;
    part->column = columns[i];
    part->user_data = user_data;
    moei_table_add_column (self, part);
  }
  moei_table_parts_dress_heads (self->columns, self->view, self->label);
}

/**
 * moei_table_get_empty:
 * @self: a table
 *
 * Returns: (transfer none): what stands in the place of rows where there are none
 */
MoeiEmptyState *
moei_table_get_empty (MoeiTable *self)
{
  g_return_val_if_fail (MOEI_IS_TABLE (self), NULL);

  return self->empty;
}

/**
 * moei_table_refresh:
 * @self: a table
 *
 * Shows and sorts anew.  A row is brought up to date by itself when its item
 * notifies; this is for what else its columns tell of: other entities, time.
 * What does not differ is left alone, so that a panel may call it whenever it
 * is updated.
 */
void
moei_table_refresh (MoeiTable *self)
{
  g_return_if_fail (MOEI_IS_TABLE (self));

  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (GList *l = self->cells.head; l != NULL; l = l->next)
    moei_table_cell_update (l->data);
}

/**
 * moei_table_sort_by:
 * @self: a table
 * @column: the id of a column
 * @order: in which order
 */
void
moei_table_sort_by (MoeiTable   *self,
                    const char  *column,
                    GtkSortType  order)
{
  g_return_if_fail (MOEI_IS_TABLE (self));

  for (guint i = 0; i < self->columns->len; i++) {
    MoeiTablePart *part = self->columns->pdata[i];

    if (g_strcmp0 (part->column.id, column) == 0)
      gtk_column_view_sort_by_column (self->view, part->view_column, order);
  }
}

/**
 * moei_table_describe:
 * @self: a table
 * @item: (type GObject): the item of one of its rows
 *
 * Returns: (transfer full): the row as text in the current language: what each
 *   column says, and as of when
 */
char *
moei_table_describe (MoeiTable *self,
                     gpointer   item)
{
  g_autofree char *row = NULL;

  g_return_val_if_fail (MOEI_IS_TABLE (self), NULL);

  row = moei_table_parts_describe_row (self->columns, item);
  if (self->as_of == NULL)
    return g_steal_pointer (&row);
  return g_strdup_printf ("%s\n%s", row, self->as_of);
}

/**
 * moei_table_take_place:
 * @self: a new table
 * @former: the table in whose place it comes
 *
 * Takes over order and selection, so that only the language changes.
 */
void
moei_table_take_place (MoeiTable *self,
                       MoeiTable *former)
{
  MoeiTablePart *sorted_by;
  GtkSortType order;

  g_return_if_fail (MOEI_IS_TABLE (self));
  g_return_if_fail (MOEI_IS_TABLE (former));

  sorted_by = moei_table_parts_get_sorted (former->columns, former->view, &order);
  if (sorted_by != NULL)
    moei_table_sort_by (self, sorted_by->column.id, order);
  moei_row_selection_set_item (self->selection, moei_row_selection_get_item (former->selection));
}
