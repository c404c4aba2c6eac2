/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-entity.h"
#include "service/moei-resource.h"
#include "service/moei-shelf.h"
#include "wire/moei-instant.h"

G_DEFINE_QUARK (moei-resource-error-quark, moei_resource_error)

static const struct {
  const char       *path;
  MoeiDocumentKind  kind;
} paths[] = {
  { MOEI_HREF_SERVICE, MOEI_DOCUMENT_SERVICE },
  { MOEI_HREF_SITUATION, MOEI_DOCUMENT_SITUATION },
  { "/v1/places", MOEI_DOCUMENT_PLACES },
  { "/v1/routes", MOEI_DOCUMENT_ROUTES },
  { "/v1/convoys", MOEI_DOCUMENT_CONVOYS },
  { "/v1/flights", MOEI_DOCUMENT_FLIGHTS },
  { "/v1/weeks", MOEI_DOCUMENT_WEEK },
  { "/v1/nationalities", MOEI_DOCUMENT_NATIONALITIES },
  { "/v1/rule", MOEI_DOCUMENT_RULE },
  { "/v1/notices", MOEI_DOCUMENT_NOTICES },
  { "/v1/rolls", MOEI_DOCUMENT_ROLLS },
  { MOEI_HREF_CHANGES, MOEI_DOCUMENT_CHANGES },
};

#define WEEKS "/v1/weeks/"

/**
 * moei_resource_new:
 * @kind: which document
 * @day: the civil day that it shall show, where it shows one
 *
 * Returns: (transfer full): the resource
 */
MoeiResource *
moei_resource_new (MoeiDocumentKind kind,
                   guint            day)
{
  MoeiResource *self = g_new0 (MoeiResource, 1);

  self->kind = kind;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (paths[i].kind == kind)
      self->href = g_strdup (paths[i].path);
  }

  if (kind == MOEI_DOCUMENT_CONVOYS || kind == MOEI_DOCUMENT_FLIGHTS || kind == MOEI_DOCUMENT_WEEK) {
    MoeiShelf shelf = kind == MOEI_DOCUMENT_CONVOYS ? MOEI_SHELF_CONVOYS
                      : kind == MOEI_DOCUMENT_FLIGHTS ? MOEI_SHELF_FLIGHTS
                      : MOEI_SHELF_DAYS;

    self->day = kind == MOEI_DOCUMENT_WEEK ? moei_week_of_day (day) : day;
    g_free (self->href);
    self->href = moei_shelf_get_href (shelf, day);
  } else if (kind == MOEI_DOCUMENT_SITUATION) {
    self->day = day;
  }
  return self;
}

static gboolean
parse_date (GHashTable  *query,
            guint       *day,
            GError     **error)
{
  const char *date = query != NULL ? g_hash_table_lookup (query, "date") : NULL;

  if (date == NULL || moei_day_parse (date, day))
    return TRUE;

  g_set_error_literal (error, MOEI_RESOURCE_ERROR, MOEI_RESOURCE_ERROR_DATE,
                       "must be a date such as 2025-03-06");
  return FALSE;
}

static gboolean
parse_week (const char  *week,
            guint       *monday,
            GError     **error)
{
  if (moei_week_parse (week, monday))
    return TRUE;

  g_set_error_literal (error, MOEI_RESOURCE_ERROR, MOEI_RESOURCE_ERROR_WEEK,
                       "must be an ISO 8601 week such as 2025-W10");
  return FALSE;
}

/**
 * moei_resource_parse:
 * @path: the path that was asked for, decoded
 * @query: (nullable) (element-type utf8 utf8): its parameters
 * @today: the operating day, for whoever names no other
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is there
 */
MoeiResource *
moei_resource_parse (const char  *path,
                     GHashTable  *query,
                     guint        today,
                     GError     **error)
{
  guint day = today;

  if (g_str_has_prefix (path, WEEKS) && strchr (path + strlen (WEEKS), '/') == NULL) {
    if (!parse_week (path + strlen (WEEKS), &day, error))
      return NULL;
    return moei_resource_new (MOEI_DOCUMENT_WEEK, day);
  }

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (!g_str_equal (path, paths[i].path))
      continue;

    if ((paths[i].kind == MOEI_DOCUMENT_CONVOYS || paths[i].kind == MOEI_DOCUMENT_FLIGHTS) &&
        !parse_date (query, &day, error))
      return NULL;
    return moei_resource_new (paths[i].kind, day);
  }

  g_set_error (error, MOEI_RESOURCE_ERROR, MOEI_RESOURCE_ERROR_UNKNOWN, "Nothing is at %s.", path);
  return NULL;
}

/**
 * moei_resource_free:
 * @self: (transfer full): a resource
 */
void
moei_resource_free (MoeiResource *self)
{
  g_free (self->href);
  g_free (self);
}
