/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text from outside may at most have.  The values are counted because
 * json-glib needs up to 300 bytes for one that takes two to write. */
#define MOEI_JSON_MAX_DEPTH   32
#define MOEI_JSON_MAX_MEMBERS 256
#define MOEI_JSON_MAX_NUMBER  128
#define MOEI_JSON_MAX_VALUES  100000

gboolean moei_json_scan (const char  *text,
                         gsize        length,
                         const char  *root,
                         GError     **error);

G_END_DECLS
