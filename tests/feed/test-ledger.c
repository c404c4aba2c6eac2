/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-ledger.h"

#define PLACES  "/v1/places"
#define FLIGHTS "/v1/flights?date=2025-03-06"

static MoeiDocument *
situation (const char *documents)
{
  g_autofree char *text = g_strdup_printf ("{\"schema\":\"urn:moei:situation:1\",\"epoch\":\"e1\",\"revision\":9,"
                                           "\"operating_day\":\"2025-03-06\",\"week\":\"2025-W10\",\"documents\":[%s]}", documents);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MoeiDocument *document = moei_document_decode (MOEI_DOCUMENT_SITUATION, bytes, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiLedger) self = moei_ledger_new ();
  g_autoptr (GArray) list = moei_ledger_list (self);
  g_autoptr (GPtrArray) dropped = moei_ledger_drop_unnamed (self);

  g_assert_null (moei_ledger_get_situation (self));
  g_assert_null (moei_ledger_get_etag (self, PLACES));
  g_assert_false (moei_ledger_is_current (self, PLACES));
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (dropped->len, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&self));
}

static void
test_list (void)
{
  g_autoptr (MoeiLedger) self = moei_ledger_new ();
  g_autoptr (MoeiDocument) document = situation ("{\"href\":\"" PLACES "\",\"revision\":3},"
                                                 "{\"href\":\"/v1/weather\",\"revision\":3},"
                                                 "{\"href\":\"/v2/routes\",\"revision\":3},"
                                                 "{\"href\":\"/v1/placesque\",\"revision\":3},"
                                                 "{\"href\":\"/v1/flights?date=2025-03-07\",\"revision\":7},"
                                                 "{\"href\":\"" FLIGHTS "\",\"revision\":7},"
                                                 "{\"href\":\"/v1/flights\",\"revision\":7},"
                                                 "{\"href\":\"/v1/flights?date=2025-03-07&again\",\"revision\":7},"
                                                 "{\"href\":\"/v1/flights?date=2025-3-7\",\"revision\":7},"
                                                 "{\"href\":\"" PLACES "?again\",\"revision\":3},"
                                                 "{\"href\":\"/v1/weeks/2025-W09\",\"revision\":1},"
                                                 "{\"href\":\"/v1/weeks/2025-W10\",\"revision\":1}");
  g_autoptr (GArray) list = NULL;
  const struct {
    const char       *href;
    MoeiDocumentKind  kind;
  } expected[] = {
    { PLACES, MOEI_DOCUMENT_PLACES },
    { FLIGHTS, MOEI_DOCUMENT_FLIGHTS },
    { "/v1/weeks/2025-W10", MOEI_DOCUMENT_WEEK },
    { "/v1/flights?date=2025-03-07", MOEI_DOCUMENT_FLIGHTS },
    { "/v1/weeks/2025-W09", MOEI_DOCUMENT_WEEK },
  };

  moei_ledger_set_situation (self, document);
  list = moei_ledger_list (self);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++) {
    g_assert_cmpstr (g_array_index (list, MoeiNamed, i).href, ==, expected[i].href);
    g_assert_cmpint (g_array_index (list, MoeiNamed, i).kind, ==, expected[i].kind);
    g_assert_cmpint (g_array_index (list, MoeiNamed, i).present, ==, i < 3);
  }
}

/* However many a service names. */
static void
test_bound (void)
{
  g_autoptr (MoeiLedger) self = moei_ledger_new ();
  g_autoptr (MoeiDocument) document = NULL;
  g_autoptr (GArray) list = NULL;
  g_autoptr (GString) documents = g_string_new (NULL);

  for (guint week = 1; week <= 52; week++) {
    for (guint year = 2020; year < 2030; year++)
      g_string_append_printf (documents, "{\"href\":\"/v1/weeks/%u-W%02u\",\"revision\":1},", year, week);
  }
  g_string_append (documents, "{\"href\":\"" PLACES "\",\"revision\":5}");
  document = situation (documents->str);
  moei_ledger_set_situation (self, document);

  list = moei_ledger_list (self);
  g_assert_cmpuint (list->len, ==, MOEI_LEDGER_MAX_NAMED);
  g_assert_cmpstr (g_array_index (list, MoeiNamed, 0).href, ==, "/v1/weeks/2025-W10");
  g_assert_cmpstr (g_array_index (list, MoeiNamed, 1).href, ==, PLACES);
}

static void
test_current (void)
{
  g_autoptr (MoeiLedger) self = moei_ledger_new ();
  g_autoptr (MoeiDocument) document = situation ("{\"href\":\"" PLACES "\",\"revision\":5}");

  moei_ledger_set_situation (self, document);
  g_assert_false (moei_ledger_is_current (self, PLACES));

  /* Traces of it are not it. */
  moei_ledger_note (self, PLACES, NULL, -1);
  g_assert_false (moei_ledger_is_current (self, PLACES));
  moei_ledger_note (self, PLACES, "\"4-a\"", 4);
  g_assert_false (moei_ledger_is_current (self, PLACES));
  g_assert_cmpstr (moei_ledger_get_etag (self, PLACES), ==, "\"4-a\"");
  moei_ledger_distrust (self, PLACES);
  g_assert_null (moei_ledger_get_etag (self, PLACES));
  g_assert_cmpint (moei_ledger_get_revision (self, PLACES), ==, 4);
  moei_ledger_note (self, PLACES, NULL, 6);
  g_assert_true (moei_ledger_is_current (self, PLACES));
  g_assert_null (moei_ledger_get_etag (self, PLACES));

  moei_ledger_clear (self);
  g_assert_null (moei_ledger_get_situation (self));
  g_assert_false (moei_ledger_is_current (self, PLACES));
}

static void
test_drop_unnamed (void)
{
  g_autoptr (MoeiLedger) self = moei_ledger_new ();
  g_autoptr (MoeiDocument) document = situation ("{\"href\":\"" PLACES "\",\"revision\":5}");
  g_autoptr (GPtrArray) dropped = NULL;

  moei_ledger_set_situation (self, document);
  moei_ledger_note (self, MOEI_LEDGER_SERVICE, NULL, 1);
  moei_ledger_note (self, MOEI_LEDGER_SITUATION, "\"9\"", 9);
  moei_ledger_note (self, PLACES, "\"5\"", 5);
  moei_ledger_note (self, FLIGHTS, "\"7\"", 7);

  dropped = moei_ledger_drop_unnamed (self);
  g_assert_cmpuint (dropped->len, ==, 1);
  g_assert_cmpstr (dropped->pdata[0], ==, FLIGHTS);
  g_assert_null (moei_ledger_get_etag (self, FLIGHTS));
  g_assert_cmpstr (moei_ledger_get_etag (self, PLACES), ==, "\"5\"");
  g_assert_cmpstr (moei_ledger_get_etag (self, MOEI_LEDGER_SITUATION), ==, "\"9\"");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger/new-destroy", test_new_destroy);
  g_test_add_func ("/ledger/list", test_list);
  g_test_add_func ("/ledger/bound", test_bound);
  g_test_add_func ("/ledger/current", test_current);
  g_test_add_func ("/ledger/drop-unnamed", test_drop_unnamed);

  return g_test_run ();
}
