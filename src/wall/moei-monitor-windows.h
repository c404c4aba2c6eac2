/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_MONITOR_WINDOWS (moei_monitor_windows_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMonitorWindows, moei_monitor_windows, MOEI, MONITOR_WINDOWS, GObject)

/**
 * MoeiMonitorOpener:
 * @monitor: a monitor
 * @connector: the name of its socket, such as "HDMI-1"; empty if it has none
 * @user_data: what was handed in with the function
 *
 * Returns: (transfer none): a window for that monitor, not presented yet; GTK owns it
 */
typedef GtkWindow *(*MoeiMonitorOpener) (GObject    *monitor,
                                         const char *connector,
                                         gpointer    user_data);

MoeiMonitorWindows *moei_monitor_windows_new           (GListModel         *monitors,
                                                        MoeiMonitorOpener   opener,
                                                        gpointer            user_data);
void                moei_monitor_windows_close         (MoeiMonitorWindows *self);
guint               moei_monitor_windows_get_n_windows (MoeiMonitorWindows *self);
GtkWindow          *moei_monitor_windows_get_window    (MoeiMonitorWindows *self,
                                                        guint               position);
const char         *moei_monitor_windows_get_connector (MoeiMonitorWindows *self,
                                                        guint               position);
void                moei_monitor_windows_look          (MoeiMonitorWindows *self);

G_END_DECLS
