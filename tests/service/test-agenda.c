/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-flight.h"
#include "service-fixture.h"
#include "service/moei-shelving.h"
#include "wire/moei-wire.h"

/* Of the built-in operation, on 6 March 2025. */
#define N_BOARD 8

static MoeiDocument *
get_situation (ServiceFixture *fixture)
{
  g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", "/v1/situation", NULL);
  g_autoptr (GError) error = NULL;
  MoeiDocument *situation = moei_document_decode (MOEI_DOCUMENT_SITUATION, answer->body, &error);

  g_assert_no_error (error);
  return situation;
}

static const char *
get_href (MoeiDocument *situation,
          guint         position)
{
  return moei_entity_get_id (moei_collection_get (moei_document_get_documents (situation), position));
}

static gboolean
lists (MoeiDocument *situation,
       const char   *href)
{
  return moei_collection_lookup (moei_document_get_documents (situation), href) != NULL;
}

static char *
list_hrefs (MoeiDocument *situation,
            const char   *prefix)
{
  GString *hrefs = g_string_new (NULL);

  for (guint i = N_BOARD; i < moei_collection_size (moei_document_get_documents (situation)); i++) {
    const char *href = get_href (situation, i);

    if (g_str_has_prefix (href, prefix))
      g_string_append_printf (hrefs, "%s%s", hrefs->len > 0 ? " " : "", href + strlen (prefix));
  }
  return g_string_free (hrefs, FALSE);
}

static void
put_flight (ServiceFixture *fixture,
            const char     *id,
            const char     *scheduled)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("airport-desk", MOEI_INSTANT_UNKNOWN);
  g_autoptr (MoeiFlight) flight = NULL;
  g_autoptr (GError) error = NULL;
  gint64 instant;

  if (scheduled != NULL) {
    g_assert_true (moei_instant_parse (scheduled, &instant));
    flight = g_object_new (MOEI_TYPE_FLIGHT, "id", id, "scheduled", instant, NULL);
    moei_store_batch_put_entity (batch, MOEI_ENTITY (flight));
  } else {
    moei_store_batch_delete (batch, MOEI_SHELF_FLIGHTS, id);
  }
  moei_store_write (fixture->store, batch, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE));
}

/* The present first, then the nearest. */
static void
test_order (ServiceFixture *fixture,
            gconstpointer   data)
{
  static const char * const board[N_BOARD] = {
    "/v1/places", "/v1/routes", "/v1/convoys?date=2025-03-06", "/v1/flights?date=2025-03-06",
    "/v1/weeks/2025-W10", "/v1/nationalities", "/v1/rule", "/v1/notices",
  };
  g_autoptr (MoeiDocument) situation = get_situation (fixture);
  g_autofree char *flights = list_hrefs (situation, "/v1/flights?date=2025-");
  g_autofree char *weeks = list_hrefs (situation, "/v1/weeks/2025-");

  for (guint i = 0; i < N_BOARD; i++)
    g_assert_cmpstr (get_href (situation, i), ==, board[i]);
  g_assert_cmpstr (flights, ==, "03-07 03-08 03-09 03-10 03-11 03-12 02-28 03-13 03-14 03-17 03-18 03-19");
  g_assert_cmpstr (weeks, ==, "W11 W09 W12 W08");
}

/* From the Monday of last week to the thirteenth day from now. */
static void
test_reach (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (MoeiDocument) situation = NULL;

  put_flight (fixture, "sunday", "2025-02-23T23:59:59+07:00");
  put_flight (fixture, "monday", "2025-02-24T00:00:00+07:00");
  put_flight (fixture, "last", "2025-03-19T23:59:59+07:00");
  put_flight (fixture, "beyond", "2025-03-20T00:00:00+07:00");
  situation = get_situation (fixture);

  g_assert_false (lists (situation, "/v1/flights?date=2025-02-23"));
  g_assert_true (lists (situation, "/v1/flights?date=2025-02-24"));
  g_assert_true (lists (situation, "/v1/flights?date=2025-03-19"));
  g_assert_false (lists (situation, "/v1/flights?date=2025-03-20"));

  /* A fortnight on, that of today is listed though nothing is known of it. */
  moei_service_clock_play (fixture->clock, moei_service_clock_get_now (fixture->clock) + 17 * G_TIME_SPAN_DAY, 0.0);
  g_clear_object (&situation);
  situation = get_situation (fixture);
  g_assert_cmpstr (get_href (situation, 3), ==, "/v1/flights?date=2025-03-23");
  g_assert_true (lists (situation, "/v1/flights?date=2025-03-10"));
  g_assert_false (lists (situation, "/v1/flights?date=2025-03-09"));
  g_assert_true (lists (situation, "/v1/weeks/2025-W08"));
}

/* Half a year back, two weeks ahead. */
static void
test_weeks (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (MoeiDocument) situation = NULL;
  gint64 later = moei_service_clock_get_now (fixture->clock) + 7 * 24 * G_TIME_SPAN_DAY;

  moei_service_clock_play (fixture->clock, later, 0.0);
  situation = get_situation (fixture);
  g_assert_true (lists (situation, "/v1/weeks/2025-W34"));
  g_assert_true (lists (situation, "/v1/weeks/2025-W08"));

  moei_service_clock_play (fixture->clock, later + 21 * G_TIME_SPAN_DAY, 0.0);
  g_clear_object (&situation);
  situation = get_situation (fixture);
  g_assert_false (lists (situation, "/v1/weeks/2025-W10"));
  g_assert_true (lists (situation, "/v1/weeks/2025-W11"));

  moei_service_clock_play (fixture->clock, later - 7 * 27 * G_TIME_SPAN_DAY, 0.0);
  g_clear_object (&situation);
  situation = get_situation (fixture);
  g_assert_true (lists (situation, "/v1/weeks/2025-W09"));
  g_assert_false (lists (situation, "/v1/weeks/2025-W10"));
}

/* Each is at the revision that the situation says, and need not be read again. */
static void
test_revisions (ServiceFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (MoeiDocument) situation = NULL;

  service_fixture_put (fixture, "bridge", "radio");
  put_flight (fixture, "extra", "2025-03-11T12:00:00+07:00");
  situation = get_situation (fixture);
  g_assert_cmpint (moei_document_lookup_revision (situation, "/v1/flights?date=2025-03-11"), ==, 4);
  g_assert_cmpint (moei_document_lookup_revision (situation, "/v1/flights?date=2025-03-12"), ==, 2);

  for (guint i = 0; i < moei_collection_size (moei_document_get_documents (situation)); i++) {
    const char *href = get_href (situation, i);
    g_autoptr (Answer) first = service_fixture_ask (fixture, "GET", href, NULL);
    g_autofree char *tag = g_strdup_printf ("\"%" G_GINT64_FORMAT "-", moei_document_lookup_revision (situation, href));
    g_autoptr (Answer) again = service_fixture_ask (fixture, "GET", href,
                                                    "If-None-Match", answer_get (first, "ETag"), NULL);

    g_assert_true (g_str_has_prefix (answer_get (first, "ETag"), tag));
    g_assert_cmpuint (again->status, ==, 304);
  }
}

static void
keep_hrefs (MoeiStore *store,
            gint64     revision,
            GStrv      hrefs,
            GStrv     *kept)
{
  g_strfreev (*kept);
  *kept = g_strdupv (hrefs);
}

/* What is put off changes two days; a day of which nothing is left is listed no longer. */
static void
test_put_off (ServiceFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (MoeiDocument) situation = NULL;
  g_auto (GStrv) hrefs = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (keep_hrefs), &hrefs);
  put_flight (fixture, "extra", "2025-03-15T12:00:00+07:00");
  g_clear_object (&situation);
  situation = get_situation (fixture);
  g_assert_cmpint (moei_document_lookup_revision (situation, "/v1/flights?date=2025-03-15"), ==, 3);

  put_flight (fixture, "extra", "2025-03-12T12:00:00+07:00");
  g_assert_true (g_strv_contains ((const char * const *) hrefs, "/v1/flights?date=2025-03-15"));
  g_assert_true (g_strv_contains ((const char * const *) hrefs, "/v1/flights?date=2025-03-12"));
  g_assert_true (g_strv_contains ((const char * const *) hrefs, "/v1/changes"));
  g_assert_cmpuint (g_strv_length (hrefs), ==, 4);
  g_clear_object (&situation);
  situation = get_situation (fixture);
  g_assert_false (lists (situation, "/v1/flights?date=2025-03-15"));
  g_assert_cmpint (moei_document_lookup_revision (situation, "/v1/flights?date=2025-03-12"), ==, 4);

  put_flight (fixture, "extra", NULL);
  g_clear_object (&situation);
  situation = get_situation (fixture);
  g_assert_cmpint (moei_document_lookup_revision (situation, "/v1/flights?date=2025-03-12"), ==, 5);
}

#define add_test(name, function)                                              \
  g_test_add ("/agenda/" name, ServiceFixture, NULL, service_fixture_set_up,  \
              function, service_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("order", test_order);
  add_test ("reach", test_reach);
  add_test ("weeks", test_weeks);
  add_test ("revisions", test_revisions);
  add_test ("put-off", test_put_off);

  return g_test_run ();
}
