/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       desk_test_init          (int         *argc,
                                    char      ***argv);
GtkWidget *desk_test_find_by_type  (GtkWidget   *within,
                                    GType        type);
gboolean   desk_test_shows         (GtkWidget   *within,
                                    const char  *text);
void       desk_test_present       (GtkWidget   *content);
void       desk_test_save_picture  (GtkWidget   *window,
                                    const char  *name);

G_END_DECLS
