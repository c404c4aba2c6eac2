/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_DISPLAYS (moei_displays_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDisplays, moei_displays, MOEI, DISPLAYS, GObject)

/**
 * MoeiDisplayOpener:
 * @connector: the name of a monitor's socket, such as "HDMI-1"; empty if it has none
 * @user_data: what was handed in with the function
 *
 * Returns: (transfer none): a window for that monitor, not presented yet; GTK owns it
 */
typedef GtkWindow *(*MoeiDisplayOpener) (const char *connector,
                                         gpointer    user_data);

MoeiDisplays *moei_displays_new           (GListModel        *monitors,
                                           MoeiDisplayOpener  opener,
                                           gpointer           user_data);
void          moei_displays_close         (MoeiDisplays      *self);
guint         moei_displays_get_n_windows (MoeiDisplays      *self);
GtkWindow    *moei_displays_get_window    (MoeiDisplays      *self,
                                           guint              position);
const char   *moei_displays_get_connector (MoeiDisplays      *self,
                                           guint              position);
void          moei_displays_look          (MoeiDisplays      *self);

G_END_DECLS
