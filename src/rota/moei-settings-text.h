/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A settings file is longer than this by mistake. */
#define MOEI_SETTINGS_TEXT_MAX_BYTES (64 * 1024)

GBytes     *moei_settings_text_read         (const char         *path,
                                             GError            **error);
GKeyFile   *moei_settings_text_parse        (const char         *text,
                                             gsize               length,
                                             GPtrArray          *faults);
char       *moei_settings_text_quote        (const char         *text);
gboolean    moei_settings_text_can_unescape (const char         *value);
const char *moei_settings_text_nearest      (const char         *word,
                                             const char * const *known);

G_END_DECLS
