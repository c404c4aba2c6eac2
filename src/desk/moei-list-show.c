/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-list-show.h"

#define TICK "moei-list-show"

/* A row has a widget a frame after the list was told to scroll there. */
#define MOST_FRAMES 8

typedef struct {
  guint        position;
  GObject     *item;
  MoeiFindRow  find_row;
  gpointer     owner;
  gboolean     has_scrolled;
  guint        n_frames;
} Show;

static void
show_free (gpointer data)
{
  Show *show = data;

  g_object_unref (show->item);
  g_free (show);
}

static gboolean
focus_row (Show *show)
{
  GtkWidget *row = show->find_row != NULL ? show->find_row (show->owner, show->item) : NULL;

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_grab_focus (row);
}

static gboolean
tick_cb (GtkWidget     *list,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Show *show = user_data;

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (!show->has_scrolled) {
    show->has_scrolled = TRUE;
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", show->position);
    return G_SOURCE_CONTINUE;
  }
  if (show->find_row != NULL && !focus_row (show) && show->n_frames++ < MOST_FRAMES)
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (list), TICK, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * moei_list_show:
 * @list: a list
 * @position: the position of a row
 * @item: (type GObject): that row's item
 * @find_row: (nullable): finds the row's widget; %NULL if it is not to have the focus
 * @owner: what @find_row is given; must outlive @list
 *
 * Scrolls to a row and puts the keyboard focus on it: at once, or, as long as the
 * list has not been seen or has no widget for that row, with the next frames.
 */
void
moei_list_show (GtkWidget   *list,
                guint        position,
                gpointer     item,
                MoeiFindRow  find_row,
                gpointer     owner)
{
  Show *show = g_new0 (Show, 1);
  guint former = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), TICK));

  *show = (Show) { .position = position, .item = g_object_ref (item), .find_row = find_row, .owner = owner };
  if (former != 0)
    gtk_widget_remove_tick_callback (list, former);
  g_object_set_data (G_OBJECT (list), TICK, NULL);
  if (gtk_widget_get_mapped (list) && gtk_widget_get_height (list) > 0) {
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
    show->has_scrolled = TRUE;
    if (find_row == NULL || focus_row (show)) {
      show_free (show);
      return;
    }
  }
  former = gtk_widget_add_tick_callback (list, tick_cb, show, show_free);
  g_object_set_data (G_OBJECT (list), TICK, GUINT_TO_POINTER (former));
}
