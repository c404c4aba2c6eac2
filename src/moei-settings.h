/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *moei_settings_open        (GSettingsSchemaSource *source);
char      *moei_settings_dup_string  (GSettings             *self,
                                      const char            *key);
int        moei_settings_get_int     (GSettings             *self,
                                      const char            *key,
                                      int                    otherwise);
gboolean   moei_settings_get_boolean (GSettings             *self,
                                      const char            *key,
                                      gboolean               otherwise);
gboolean   moei_settings_set         (GSettings             *self,
                                      const char            *key,
                                      GVariant              *value);
gboolean   moei_settings_bind        (GSettings             *self,
                                      const char            *key,
                                      gpointer               object,
                                      const char            *property);

G_END_DECLS
