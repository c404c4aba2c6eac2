/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "door/moei-notifications-group.h"
#include "door/moei-service-pane.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PREFERENCES_WINDOW (moei_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPreferencesWindow, moei_preferences_window, MOEI, PREFERENCES_WINDOW, AdwWindow)

MoeiPreferencesWindow *moei_preferences_window_new      (GtkWindow             *parent,
                                                         MoeiOperation         *operation);
MoeiServicePane       *moei_preferences_window_get_pane (MoeiPreferencesWindow *self);
MoeiNotificationsGroup *moei_preferences_window_get_notifications (MoeiPreferencesWindow *self);

G_END_DECLS
