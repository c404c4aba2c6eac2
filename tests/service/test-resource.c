/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "service/moei-resource.h"
#include "wire/moei-instant.h"

static const struct {
  const char       *path;
  const char       *date;
  MoeiDocumentKind  kind;
  const char       *href;
  const char       *day; /* NULL for none */
} found[] = {
  { "/v1/", NULL, MOEI_DOCUMENT_SERVICE, "/v1/", NULL },
  { "/v1/situation", NULL, MOEI_DOCUMENT_SITUATION, "/v1/situation", "2025-03-06" },
  { "/v1/places", "2025-03-08", MOEI_DOCUMENT_PLACES, "/v1/places", NULL },
  { "/v1/places", "no-day", MOEI_DOCUMENT_PLACES, "/v1/places", NULL },
  { "/v1/convoys", NULL, MOEI_DOCUMENT_CONVOYS, "/v1/convoys?date=2025-03-06", "2025-03-06" },
  { "/v1/flights", "2024-02-29", MOEI_DOCUMENT_FLIGHTS, "/v1/flights?date=2024-02-29", "2024-02-29" },
  { "/v1/weeks", NULL, MOEI_DOCUMENT_WEEK, "/v1/weeks/2025-W10", "2025-03-03" },
  { "/v1/weeks/2026-W53", NULL, MOEI_DOCUMENT_WEEK, "/v1/weeks/2026-W53", "2026-12-28" },
  { "/v1/nationalities", NULL, MOEI_DOCUMENT_NATIONALITIES, "/v1/nationalities", NULL },
  { "/v1/rule", NULL, MOEI_DOCUMENT_RULE, "/v1/rule", NULL },
};

static const struct {
  const char        *path;
  const char        *date;
  MoeiResourceError  code;
} refused[] = {
  { "/", NULL, MOEI_RESOURCE_ERROR_UNKNOWN },
  { "/v1/place", NULL, MOEI_RESOURCE_ERROR_UNKNOWN },
  { "/v1/weeks/2025-W10/days", NULL, MOEI_RESOURCE_ERROR_UNKNOWN },
  { "/v1/flights", "2025-02-29", MOEI_RESOURCE_ERROR_DATE },
  { "/v1/convoys", "", MOEI_RESOURCE_ERROR_DATE },
  { "/v1/convoys", "2025-03-06 ", MOEI_RESOURCE_ERROR_DATE },
  { "/v1/weeks/", NULL, MOEI_RESOURCE_ERROR_WEEK },
  { "/v1/weeks/2025-W53", NULL, MOEI_RESOURCE_ERROR_WEEK },
};

static MoeiResource *
parse (const char  *path,
       const char  *date,
       GError     **error)
{
  g_autoptr (GHashTable) query = g_hash_table_new (g_str_hash, g_str_equal);
  guint today;

  g_assert_true (moei_day_parse ("2025-03-06", &today));
  if (date != NULL)
    g_hash_table_insert (query, (char *) "date", (char *) date);
  return moei_resource_parse (path, query, today, error);
}

static void
test_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (found); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiResource) resource = parse (found[i].path, found[i].date, &error);
    guint day = MOEI_DAY_UNKNOWN;

    g_assert_no_error (error);
    if (found[i].day != NULL)
      g_assert_true (moei_day_parse (found[i].day, &day));
    g_assert_cmpint (resource->kind, ==, found[i].kind);
    g_assert_cmpstr (resource->href, ==, found[i].href);
    g_assert_cmpuint (resource->day, ==, day);
  }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (parse (refused[i].path, refused[i].date, &error));
    g_assert_error (error, MOEI_RESOURCE_ERROR, (int) refused[i].code);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resource/found", test_found);
  g_test_add_func ("/resource/refused", test_refused);

  return g_test_run ();
}
