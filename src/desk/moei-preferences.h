/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOEI_TYPE_PREFERENCES (moei_preferences_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPreferences, moei_preferences, MOEI, PREFERENCES, GObject)

MoeiPreferences *moei_preferences_new                (void);
const char      *moei_preferences_get_my_country     (MoeiPreferences *self);
int              moei_preferences_get_withhold_below (MoeiPreferences *self);
const char      *moei_preferences_get_log_seen       (MoeiPreferences *self);
void             moei_preferences_take               (MoeiPreferences *self,
                                                      MoeiPreferences *from);

G_END_DECLS
