/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "wire/moei-wire-error.h"

G_BEGIN_DECLS

#define MOEI_JSON_MAX_STRING 1000
#define MOEI_JSON_MAX_ITEMS  10000

/**
 * MoeiJsonPath:
 * @parent: (nullable): the path of what this is in
 * @member: (nullable): the member's name; `NULL` for an item of an array
 * @index: the item's place in its array
 *
 * Where a value is in its document.  Made on the stack while descending, and
 * only turned into words when something is wrong.
 */
typedef struct _MoeiJsonPath MoeiJsonPath;

struct _MoeiJsonPath {
  const MoeiJsonPath *parent;
  const char         *member;
  guint               index;
};

JsonNode   *moei_json_parse       (const char          *text,
                                   gsize                length,
                                   const char          *root,
                                   GError             **error);

gboolean    moei_json_fail        (const MoeiJsonPath  *path,
                                   MoeiWireError        code,
                                   GError             **error,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (4, 5);

gboolean    moei_json_get_object  (JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   JsonObject         **object,
                                   GError             **error);
gboolean    moei_json_get_array   (JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   JsonArray          **array,
                                   GError             **error);
gboolean    moei_json_get_string  (JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   const char         **string,
                                   GError             **error);
gboolean    moei_json_get_boolean (JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   gboolean            *boolean,
                                   GError             **error);
gboolean    moei_json_get_integer (JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   gint64               minimum,
                                   gint64               maximum,
                                   gint64              *integer,
                                   GError             **error);
gboolean    moei_json_get_double  (JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   double              *number,
                                   GError             **error);

G_END_DECLS
