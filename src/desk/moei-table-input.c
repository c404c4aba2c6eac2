/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-table-private.h"

/* What somebody does with the rows of a table: by hand, by keys, by typing. */

/* What is typed after such a pause begins anew. */
#define TYPING_PAUSE (G_USEC_PER_SEC)

static void
copy_row (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MoeiTable *self = MOEI_TABLE (widget);
  g_autofree char *text = NULL;

  if (moei_row_selection_get_row (self->selection) == GTK_INVALID_LIST_POSITION)
    return;
  text = moei_table_describe (self, moei_row_selection_get_item (self->selection));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
sort_rows (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MoeiTable *self = MOEI_TABLE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  MoeiTablePart *sorted_by;
  GtkSortType order;

  sorted_by = moei_table_parts_get_sorted (self->columns, self->view, &order);
  moei_table_sort_by (self, id,
                      sorted_by != NULL && g_str_equal (sorted_by->column.id, id) && order == GTK_SORT_ASCENDING
                        ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* A row's menu, where somebody asked for it. */
static void
popup_menu (MoeiTable          *self,
            const GdkRectangle *at)
{
  if (self->menu == NULL) {
    g_autoptr (GMenuModel) model = moei_table_parts_new_menu (self->columns);

    self->menu = gtk_popover_menu_new_from_model (model);
    gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            MoeiTable  *self)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  MoeiTableCell *cell;

  while (row != NULL && g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  cell = row != NULL ? moei_table_find_cell (self, row, NULL) : NULL;
  if (cell == NULL)
    return;
  moei_row_selection_set_item (self->selection, moei_table_cell_get_item (cell));
  popup_menu (self, &at);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
open_menu (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MoeiTable *self = MOEI_TABLE (widget);
  gpointer selected = moei_row_selection_get_item (self->selection);
  MoeiTableCell *cell = selected != NULL ? moei_table_find_cell (self, NULL, selected) : NULL;
  graphene_rect_t bounds;
  GdkRectangle at;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &bounds))
    return;
  at = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  popup_menu (self, &at);
}

static void
commit_cb (GtkIMContext *context,
           const char   *text,
           MoeiTable    *self)
{
  moei_table_type (self, text);
}

/**
 * moei_table_install_actions:
 * @widget_class: the table's class
 *
 * Its actions and their keys.
 */
void
moei_table_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_row);
  gtk_widget_class_install_action (widget_class, "table.sort", "s", sort_rows);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, open_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
}

/**
 * moei_table_watch_input:
 * @self: a table
 *
 * Listens to what is typed into it, and to whoever asks for a row's menu.
 */
void
moei_table_watch_input (MoeiTable *self)
{
  g_autoptr (GtkIMContext) context = gtk_im_multicontext_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (context, "commit", G_CALLBACK (commit_cb), self);
  gtk_event_controller_key_set_im_context (GTK_EVENT_CONTROLLER_KEY (keys), context);
  gtk_widget_add_controller (self->scroller, keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * moei_table_type:
 * @self: a table
 * @text: what somebody types while the rows have the focus
 *
 * Goes to the next row whose name begins with what was typed without a pause.
 */
void
moei_table_type (MoeiTable  *self,
                 const char *text)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *former = g_steal_pointer (&self->typed);
  gboolean goes_on = former != NULL && now - self->typed_at < TYPING_PAUSE;
  guint selected, position;
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (MOEI_IS_TABLE (self));

  /* The same letter again goes from one to the next. */
  if (goes_on && g_strcmp0 (former, text) == 0)
    goes_on = FALSE;
  self->typed = g_strconcat (goes_on ? former : "", text, NULL);
  self->typed_at = now;
  selected = moei_row_selection_get_row (self->selection);
  position = moei_table_parts_find_typed (self->columns, self->rows,
                                          selected == GTK_INVALID_LIST_POSITION ? 0 : selected + (goes_on ? 0 : 1),
                                          self->typed);
  item = g_list_model_get_item (self->rows, position);
  if (item == NULL)
    return;
  moei_row_selection_set_item (self->selection, item);
  if (moei_table_parts_find_list (self->view) != NULL)
    gtk_widget_activate_action (moei_table_parts_find_list (self->view), "list.scroll-to-item", "u", position);
  moei_table_focus_row (self);
}
