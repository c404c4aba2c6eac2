/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MoeiFileChosen:
 * @file: what was chosen
 * @user_data: what was handed over
 *
 * Called when a person has chosen a file; never if they have not.
 */
typedef void (*MoeiFileChosen) (GFile    *file,
                                gpointer  user_data);

void moei_compat_choose_file (GtkWindow      *parent,
                              const char     *title,
                              const char     *kind,
                              const char     *pattern,
                              MoeiFileChosen  chosen,
                              GObject        *user_data);

G_END_DECLS
