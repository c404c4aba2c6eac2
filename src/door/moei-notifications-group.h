/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_NOTIFICATIONS_GROUP (moei_notifications_group_get_type ())

G_DECLARE_FINAL_TYPE (MoeiNotificationsGroup, moei_notifications_group, MOEI, NOTIFICATIONS_GROUP, AdwPreferencesGroup)

const char * const *moei_notifications_group_list_settings (void);

G_END_DECLS
