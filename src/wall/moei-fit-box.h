/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_FIT_BOX (moei_fit_box_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFitBox, moei_fit_box, MOEI, FIT_BOX, GtkWidget)

void moei_fit_box_append       (MoeiFitBox *self,
                                GtkWidget  *child);
void moei_fit_box_set_optional (MoeiFitBox *self,
                                GtkWidget  *child,
                                guint       rank);

G_END_DECLS
