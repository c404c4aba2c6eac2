/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_LOAD (moei_load_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLoad, moei_load, MOEI, LOAD, GtkWidget)

GtkWidget *moei_load_new        (void);
void       moei_load_set_people (MoeiLoad   *self,
                                 int         aboard,
                                 int         listed,
                                 int         seats);
void       moei_load_set_text   (MoeiLoad   *self,
                                 const char *text,
                                 const char *note);

G_END_DECLS
