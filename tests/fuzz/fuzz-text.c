/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "feed/moei-address.h"
#include "feed/moei-apply.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-way-files.h"
#include "operation/moei-entity.h"
#include "service/moei-resource.h"
#include "wire/moei-form.h"
#include "wire/moei-instant.h"

#define TODAY 739331 /* 2025-03-20 */

/* GLib reads what we read, and sees the same instant in it; it has no year 0,
 * and keeps seconds as a double. */
static void
compare_with_glib (const char *text,
                   gint64      instant)
{
  g_autoptr (GDateTime) time = NULL;

  if (g_str_has_prefix (text, "0000") || strstr (text, ":60") != NULL)
    return;
  time = g_date_time_new_from_iso8601 (text, NULL);
  if (time == NULL)
    return;
  g_assert_cmpint (ABS (g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time) - instant), <=, 1);
}

static void
run_instant (const char *text)
{
  g_autofree char *written = NULL, *again = NULL;
  gint64 instant, back;

  if (!moei_instant_parse (text, &instant))
    return;

  written = moei_instant_format (instant);
  g_assert_nonnull (written);
  g_assert_true (moei_instant_parse (written, &back));
  g_assert_cmpint (instant, ==, back);
  compare_with_glib (text, instant);
  moei_day_of_instant (instant);
}

static void
run_day (const char *text)
{
  g_autofree char *written = NULL;
  g_autoptr (GDate) date = NULL;
  guint day;

  if (!moei_day_parse (text, &day))
    return;

  written = moei_day_format (day);
  g_assert_cmpstr (written, ==, text);
  date = g_date_new_julian (day);
  g_assert_cmpint (g_date_get_day (date), ==, atoi (text + 8));
  g_assert_cmpint (g_date_get_month (date), ==, atoi (text + 5));
  g_assert_cmpuint (moei_day_of_instant (moei_day_get_start (day)), ==, day);
}

static void
run_week (const char *text)
{
  g_autofree char *written = NULL;
  guint monday;

  if (!moei_week_parse (text, &monday))
    return;

  written = moei_week_format (monday + 6);
  g_assert_cmpstr (written, ==, text);
  g_assert_cmpuint (moei_week_of_day (monday + 3), ==, monday);
}

/**
 * fuzz_run_time:
 * @data: (array length=size): a text
 * @size: its length
 *
 * Instants, days, weeks and the forms of strings.
 */
void
fuzz_run_time (const guint8 *data,
               gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);

  run_instant (text);
  run_day (text);
  run_week (text);
  for (MoeiForm form = MOEI_FORM_ANY; form <= MOEI_FORM_HREF; form++)
    moei_form_matches (form, text);
}

static void
run_service_address (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = moei_address_parse (text, &error);
  g_autoptr (GUri) back = NULL, document = NULL;
  g_autofree char *written = NULL;

  if (uri == NULL) {
    g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_ADDRESS);
    return;
  }

  written = g_uri_to_string (uri);
  back = moei_address_parse (written, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_host (uri), ==, g_uri_get_host (back));
  g_assert_cmpstr (g_uri_get_path (uri), ==, g_uri_get_path (back));
  g_assert_null (g_uri_get_query (uri));
  g_assert_true (g_str_has_suffix (g_uri_get_path (uri), "/"));
  document = moei_address_resolve (uri, "/v1/situation", &error);
  g_assert_no_error (error);
}

/* Wherever it leads, it leads to the service. */
static void
run_href (const char *text)
{
  g_autoptr (GUri) service = moei_address_parse ("https://moei.example.org/board/", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = moei_address_resolve (service, text, &error);
  MoeiDocumentKind kind;
  guint day;

  if (uri == NULL) {
    g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_ADDRESS);
  } else {
    g_assert_cmpstr (g_uri_get_scheme (uri), ==, "https");
    g_assert_cmpstr (g_uri_get_host (uri), ==, "moei.example.org");
    g_assert_cmpint (g_uri_get_port (uri), ==, g_uri_get_port (service));
    g_assert_null (g_uri_get_userinfo (uri));
  }
  if (moei_apply_parse_href (text, &kind, &day))
    g_assert_cmpint (kind, <, MOEI_N_DOCUMENT_KINDS);
}

/* What the service is asked for: its proper address leads to the same. */
static void
run_resource (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "?", 2);
  g_autoptr (GHashTable) query = NULL;
  g_autoptr (MoeiResource) resource = NULL;
  g_autoptr (GError) error = NULL;

  if (parts[0] == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  if (parts[1] != NULL)
    query = g_uri_parse_params (parts[1], -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  resource = moei_resource_parse (parts[0], query, TODAY, &error);
  if (resource == NULL)
    g_assert_cmpint (error->domain, ==, MOEI_RESOURCE_ERROR);
  else
    g_assert_true (moei_form_matches (MOEI_FORM_HREF, resource->href));
}

/**
 * fuzz_run_address:
 * @data: (array length=size): a text
 * @size: its length
 *
 * What somebody types as the service's address or a proxy's, what the service
 * says its documents' addresses are, and what it is asked for.
 */
void
fuzz_run_address (const guint8 *data,
                  gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);
  g_autoptr (GError) error = NULL;

  run_service_address (text);
  run_href (text);
  run_resource (text);
  if (!moei_way_files_check_proxy (text, &error))
    g_assert_cmpint (error->domain, ==, MOEI_FEED_ERROR);
  moei_way_files_is_token (text);
}
