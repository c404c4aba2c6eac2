/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_ROW_SELECTION (moei_row_selection_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRowSelection, moei_row_selection, MOEI, ROW_SELECTION, GObject)

MoeiRowSelection   *moei_row_selection_new       (GListModel       *rows);
GtkSelectionModel  *moei_row_selection_get_model (MoeiRowSelection *self);
gpointer            moei_row_selection_get_item  (MoeiRowSelection *self);
void                moei_row_selection_set_item  (MoeiRowSelection *self,
                                                  gpointer          item);
guint               moei_row_selection_get_row   (MoeiRowSelection *self);
guint               moei_row_selection_find_id   (MoeiRowSelection *self,
                                                  const char       *id);

G_END_DECLS
