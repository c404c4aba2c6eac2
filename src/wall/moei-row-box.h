/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_ROW_BOX (moei_row_box_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRowBox, moei_row_box, MOEI, ROW_BOX, GtkWidget)

GtkWidget *moei_row_box_new       (void);
void       moei_row_box_set_rest  (MoeiRowBox *self,
                                   GtkWidget  *rest);
void       moei_row_box_set_rows  (MoeiRowBox *self,
                                   GType       type,
                                   guint       n_rows);
GtkWidget *moei_row_box_get_row   (MoeiRowBox *self,
                                   guint       position);
guint      moei_row_box_get_size  (MoeiRowBox *self);
void       moei_row_box_set_start (MoeiRowBox *self,
                                   guint       start);
guint      moei_row_box_get_first (MoeiRowBox *self);
guint      moei_row_box_get_shown (MoeiRowBox *self);

G_END_DECLS
