/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-basemap.h"
#include "map/moei-gazetteer.h"
#include "map/moei-map-resources.h"

#define TABLE "/org/moei/Moei/basemap/places.tsv"

/* The columns of data/basemap/places.tsv */
enum {
  COLUMN_KIND,
  COLUMN_RANK,
  COLUMN_MIN_ZOOM,
  COLUMN_MAX_ZOOM,
  COLUMN_ANGLE,
  COLUMN_LONGITUDE,
  COLUMN_LATITUDE,
  COLUMN_EN,
  COLUMN_TH,
  COLUMN_MY,
  COLUMN_ZH_CN,
  N_COLUMNS,
};

static void
named_free (MoeiNamed *named)
{
  moei_text_unref (named->name);
  g_free (named);
}

static gboolean
read_number (const char *text,
             double      least,
             double      most,
             double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *number >= least && *number <= most;
}

static gboolean
read_kind (const char    *text,
           MoeiNamedKind *kind)
{
  static const char * const words[] = { "country", "state", "city", "town", "village", "water", NULL };

  for (guint i = 0; words[i] != NULL; i++) {
    if (g_str_equal (words[i], text)) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static MoeiNamed *
read_row (char **columns)
{
  double rank, min_zoom, max_zoom, angle;
  MoeiPosition position;
  MoeiNamedKind kind;
  MoeiNamed *named;

  if (g_strv_length (columns) != N_COLUMNS || *columns[COLUMN_EN] == '\0' ||
      !read_kind (columns[COLUMN_KIND], &kind) ||
      !read_number (columns[COLUMN_RANK], 0, 9, &rank) ||
      !read_number (columns[COLUMN_MIN_ZOOM], 0, 20, &min_zoom) ||
      !read_number (columns[COLUMN_MAX_ZOOM], min_zoom, 20, &max_zoom) ||
      !read_number (columns[COLUMN_ANGLE], -90, 90, &angle) ||
      !read_number (columns[COLUMN_LONGITUDE], -180, 180, &position.longitude) ||
      !read_number (columns[COLUMN_LATITUDE], -85, 85, &position.latitude))
    return NULL;

  named = g_new0 (MoeiNamed, 1);
  named->kind = kind;
  named->rank = (int) rank;
  named->min_zoom = min_zoom;
  named->max_zoom = max_zoom;
  named->angle = angle * G_PI / 180;
  named->point = moei_mercator_project (position);
  named->name = moei_text_new (columns[COLUMN_EN], or_null (columns[COLUMN_TH]),
                               or_null (columns[COLUMN_MY]), or_null (columns[COLUMN_ZH_CN]));
  return named;
}

/**
 * moei_gazetteer_read:
 * @table: rows of columns separated by tabs, the first row naming them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type MoeiNamed): the names in
 *   the table's order, or `NULL` with a `MOEI_BASEMAP_ERROR` that names the row
 */
GPtrArray *
moei_gazetteer_read (const char  *table,
                     GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) named_free);
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);

  for (guint i = 1; rows[0] != NULL && rows[i] != NULL; i++) {
    g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);
    MoeiNamed *named;

    if (*rows[i] == '\0')
      continue;

    named = read_row (columns);
    if (named == NULL) {
      g_set_error (error, MOEI_BASEMAP_ERROR, MOEI_BASEMAP_ERROR_MALFORMED, "row %u: not a named place", i + 1);
      return NULL;
    }
    g_ptr_array_add (names, named);
  }
  return g_steal_pointer (&names);
}

/**
 * moei_gazetteer_load_bundled:
 *
 * Returns: (transfer full) (element-type MoeiNamed): the names that are part of
 *   the program
 */
GPtrArray *
moei_gazetteer_load_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (moei_map_get_resource (), TABLE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *table = NULL;
  GPtrArray *names = NULL;

  if (bytes != NULL) {
    table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    names = moei_gazetteer_read (table, &error);
  }
  if (names == NULL) {
    g_critical ("%s: %s", TABLE, error->message);
    names = g_ptr_array_new ();
  }
  return names;
}
