/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MoeiFindRow:
 * @owner: whoever has the list
 * @item: the item of a row
 *
 * Returns: (transfer none) (nullable): the row's widget, if there is one now
 */
typedef GtkWidget *(*MoeiFindRow) (gpointer owner,
                                   gpointer item);

void moei_list_show (GtkWidget   *list,
                     guint        position,
                     gpointer     item,
                     MoeiFindRow  find_row,
                     gpointer     owner);

G_END_DECLS
