/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_SCREEN (moei_screen_get_type ())

G_DECLARE_FINAL_TYPE (MoeiScreen, moei_screen, MOEI, SCREEN, GtkWidget)

GtkWidget *moei_screen_get_child (MoeiScreen *self);
void       moei_screen_set_child (MoeiScreen *self,
                                  GtkWidget  *child);
void       moei_screen_set_shift (MoeiScreen *self,
                                  int         across,
                                  int         down);
void       moei_screen_set_blank (MoeiScreen *self,
                                  gboolean    blank);
gboolean   moei_screen_get_blank (MoeiScreen *self);

G_END_DECLS
