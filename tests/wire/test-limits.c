/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-flight.h"
#include "wire/moei-json-scan.h"

#include "wire-fixture.h"

/* Every limit of a document from both of its sides: the last that is taken and
 * the first that is not, or the other way round. */

#define HEAD "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":\"f1\","
#define TAIL "}]}"

/* What is written as the member, and what it is read as; -9 for refused. */
#define REFUSED (-9)

static const struct {
  const char *text;
  int         seats;
} counts[] = {
  { "0", 0 },
  { "-0", 0 },
  { "0.0", 0 },
  { "-0.0e5", 0 },
  { "-1", REFUSED },
  { "-1e-300", REFUSED },
  { "1", 1 },
  { "1.0", 1 },
  { "1e0", 1 },
  { "1E+3", 1000 },
  { "1.5e1", 15 },
  { "1.5", REFUSED },
  { "1e-1", REFUSED },
  { "1e-400", 0 }, /* no machine tells it from 0 */
  { "9999999", 9999999 },
  { "10000000", 10000000 },
  { "1e7", 10000000 },
  { "10000000.0", 10000000 },
  { "10000001", REFUSED },
  { "10000000.5", REFUSED },
  { "1.00000001e7", REFUSED },
  { "2147483648", REFUSED },
  { "4294967296", REFUSED },
  { "9007199254740992", REFUSED },
  { "9223372036854775807", REFUSED },
  { "9223372036854775808", REFUSED },
  { "-9223372036854775808", REFUSED },
  { "1e308", REFUSED },
  { "1e309", REFUSED },
  { "\"1\"", REFUSED },
  { "true", REFUSED },
  { "[1]", REFUSED },
  { "01", REFUSED },
  { "+1", REFUSED },
  { "1.", REFUSED },
  { "null", MOEI_COUNT_UNKNOWN },
};

static const struct {
  const char *text;
  gint64      revision; /* -1: refused */
} revisions[] = {
  { "0", 0 },
  { "-0", 0 },
  { "9007199254740991", G_GINT64_CONSTANT (9007199254740991) },
  { "9007199254740991.0", G_GINT64_CONSTANT (9007199254740991) },
  { "9007199254740992", -1 },
  { "9007199254740993", -1 },
  { "9.007199254740992e15", -1 },
  { "-1", -1 },
  { "0.5", -1 },
};

static const struct {
  const char *text;
  const char *same_as; /* NULL: refused */
} times[] = {
  { "2025-03-06T00:00:00Z", "2025-03-06T07:00:00+07:00" },
  { "2025-03-06T23:59:59.999999Z", "2025-03-07T06:59:59.999999+07:00" },
  { "2025-03-06T23:59:59.9999999Z", "2025-03-07T06:59:59.999999+07:00" },
  { "2025-03-06T23:59:60Z", NULL },
  { "2016-12-31T23:59:60Z", "2017-01-01T07:00:00+07:00" },
  { "2017-01-01T06:59:60+07:00", "2017-01-01T07:00:00+07:00" },
  { "2016-12-31T23:59:61Z", NULL },
  { "2016-12-31T23:58:60Z", NULL },
  { "2016-06-30T23:59:60Z", "2016-07-01T07:00:00+07:00" },
  { "2016-05-31T23:59:60Z", NULL },
  { "2025-03-06T24:00:00Z", NULL },
  { "2025-03-06T25:00:00Z", NULL },
  { "2025-03-06T23:60:00Z", NULL },
  { "2025-03-06T12:00:00+23:59", "2025-03-05T19:01:00+07:00" },
  { "2025-03-06T12:00:00-23:59", "2025-03-07T18:59:00+07:00" },
  { "2025-03-06T12:00:00+24:00", NULL },
  { "2025-03-06T12:00:00-24:00", NULL },
  { "2025-03-06T12:00:00+07:60", NULL },
  { "2025-03-06T12:00:00-00:00", "2025-03-06T19:00:00+07:00" },
  { "2025-03-06T12:00:00+0700", NULL },
  { "2025-03-06T12:00:00+07", NULL },
  { "2025-03-06T12:00:00", NULL },
  { "2025-03-06T12:00Z", NULL },
  { "2025-03-06 12:00:00Z", NULL },
  { "2025-03-06T12:00:00,5Z", NULL },
  { "2025-03-06T12:00:00.Z", NULL },
  { "2024-02-29T12:00:00Z", "2024-02-29T19:00:00+07:00" },
  { "2000-02-29T12:00:00Z", "2000-02-29T19:00:00+07:00" },
  { "2025-02-29T12:00:00Z", NULL },
  { "1900-02-29T12:00:00Z", NULL },
  { "2024-02-30T12:00:00Z", NULL },
  { "2025-04-31T12:00:00Z", NULL },
  { "2025-00-01T12:00:00Z", NULL },
  { "2025-13-01T12:00:00Z", NULL },
  { "2025-01-00T12:00:00Z", NULL },
  { "9999-12-31T16:59:59Z", "9999-12-31T23:59:59+07:00" },
  { "9999-12-31T17:00:00Z", NULL },
  { "0000-01-01T00:00:00Z", "0000-01-01T07:00:00+07:00" },
  { "0000-01-01T00:00:00+07:00", "0000-01-01T00:00:00+07:00" },
  { "0000-01-01T00:00:00+07:01", NULL },
  { "2025-03-06T12:00:00Z ", NULL },
  { "\\u0032025-03-06T12:00:00Z", "2025-03-06T19:00:00+07:00" },
};

/* Whether a string of these bytes is taken, as a name and where nobody reads it. */
static const struct {
  const char *bytes;
  gboolean    taken;
} strings[] = {
  { "\x7f", TRUE },
  { "\xc2\x80", TRUE },
  { "\xdf\xbf", TRUE },
  { "\xe0\xa0\x80", TRUE },
  { "\xed\x9f\xbf", TRUE },
  { "\xee\x80\x80", TRUE },
  { "\xef\xbb\xbf", TRUE },             /* a byte order mark within a string */
  { "\xef\xb7\x90", TRUE },             /* noncharacters may be interchanged */
  { "\xef\xbf\xbe", TRUE },
  { "\xef\xbf\xbf", TRUE },
  { "\xf0\x90\x80\x80", TRUE },
  { "\xf4\x8f\xbf\xbf", TRUE },
  { "\\uffff", TRUE },
  { "\\ud800\\udc00", TRUE },
  { "\\udbff\\udfff", TRUE },
  { "\\u0001\\u001f\\u007f", TRUE },
  { "\xc0\x80", FALSE },                /* U+0000 in two bytes */
  { "\xc1\xbf", FALSE },
  { "\xe0\x80\xaf", FALSE },            /* longer than need be */
  { "\xe0\x9f\xbf", FALSE },
  { "\xf0\x8f\xbf\xbf", FALSE },
  { "\xed\xa0\x80", FALSE },            /* surrogates */
  { "\xed\xaf\xbf\xed\xbf\xbf", FALSE },
  { "\xf4\x90\x80\x80", FALSE },        /* beyond U+10FFFF */
  { "\xf8\x88\x80\x80\x80", FALSE },
  { "\x80", FALSE },
  { "\xe1\x80", FALSE },
  { "\xff", FALSE },
  { "\x1f", FALSE },
  { "\n", FALSE },
  { "\\u0000", FALSE },
  { "\\ud800", FALSE },
  { "\\udc00\\ud800", FALSE },
  { "\\ud800\\ud800", FALSE },
};

static MoeiDocument *
decode (GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GError) error = NULL;
  MoeiDocument *document = moei_document_decode (MOEI_DOCUMENT_FLIGHTS, bytes, &error);

  if (document == NULL) {
    g_assert_cmpint (error->domain, ==, MOEI_WIRE_ERROR);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
  return document;
}

static MoeiDocument *
decode_with (const char *member,
             const char *before,
             const char *value,
             const char *after)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  g_string_append_printf (text, "\"%s\":%s", member, before);
  g_string_append (text, value);
  g_string_append (text, after);
  g_string_append (text, TAIL);
  return decode (text);
}

static MoeiFlight *
first (MoeiDocument *document)
{
  return moei_collection_get (moei_document_get_entities (document), 0);
}

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autoptr (MoeiDocument) document = decode_with ("seats", "", counts[i].text, "");

    g_test_message ("%s", counts[i].text);
    if (counts[i].seats == REFUSED)
      g_assert_null (document);
    else
      g_assert_cmpint (moei_flight_get_seats (first (document)), ==, counts[i].seats);
  }
}

static void
test_revisions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++) {
    g_autoptr (MoeiDocument) document = decode_with ("revision", "", revisions[i].text, "");

    g_test_message ("%s", revisions[i].text);
    if (revisions[i].revision < 0)
      g_assert_null (document);
    else
      g_assert_cmpint (moei_entity_get_revision (MOEI_ENTITY (first (document))), ==, revisions[i].revision);
  }
}

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (MoeiDocument) document = decode_with ("scheduled", "\"", times[i].text, "\"");

    g_test_message ("%s", times[i].text);
    if (times[i].same_as == NULL) {
      g_assert_null (document);
    } else {
      g_autofree char *is = moei_instant_format (moei_flight_get_scheduled (first (document)));

      g_assert_cmpstr (is, ==, times[i].same_as);
    }
  }
}

static void
test_strings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autoptr (MoeiDocument) read = decode_with ("number", "\"", strings[i].bytes, "\"");
    g_autoptr (MoeiDocument) let_be = decode_with ("nobody_knows", "[{\"a\":\"", strings[i].bytes, "\"}]");
    g_autoptr (MoeiDocument) name = decode_with ("nobody_knows", "{\"", strings[i].bytes, "\":1}");
    g_autofree char *escaped = g_strescape (strings[i].bytes, NULL);

    g_test_message ("%s", escaped);
    g_assert_true ((read != NULL) == strings[i].taken);
    g_assert_true ((let_be != NULL) == strings[i].taken);
    g_assert_true ((name != NULL) == strings[i].taken);
  }
}

/* Padded with what means nothing to just so many bytes. */
static void
test_size (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"seats\":1" TAIL);
  g_autoptr (MoeiDocument) most = NULL, more = NULL;
  gsize length = text->len;

  g_string_set_size (text, MOEI_DOCUMENT_MAX_BYTES);
  memset (text->str + length, ' ', text->len - length);
  most = decode (text);
  g_assert_nonnull (most);

  g_string_append_c (text, '\n');
  more = decode (text);
  g_assert_null (more);
}

/* The document, its array and its flight are three of the levels. */
static void
test_depth (void)
{
  for (guint depth = MOEI_JSON_MAX_DEPTH - 4; depth <= MOEI_JSON_MAX_DEPTH - 2; depth++) {
    g_autofree char *open = g_strnfill (depth, '[');
    g_autofree char *close = g_strnfill (depth, ']');
    g_autoptr (MoeiDocument) document = decode_with ("nobody_knows", open, "", close);

    g_assert_true ((document != NULL) == (depth + 3 <= MOEI_JSON_MAX_DEPTH));
  }
}

/* Two names that are the same however they are written, at any depth, and also
 * where nobody reads them; the same in two objects is no duplicate. */
static void
test_duplicates (void)
{
  static const struct {
    const char *text;
    gboolean    taken;
  } cases[] = {
    { "{\"a\":1,\"A\":2,\"a \":3,\"\":4}", TRUE },
    { "[{\"a\":1},{\"a\":1}]", TRUE },
    { "{\"a\":{\"a\":{\"a\":1}}}", TRUE },
    { "{\"a\":1,\"a\":1}", FALSE },
    { "{\"a\":null,\"b\":2,\"a\":null}", FALSE },
    { "{\"a\":1,\"\\u0061\":1}", FALSE },
    { "{\"\\ud83d\\ude8c\":1,\"\xf0\x9f\x9a\x8c\":1}", FALSE },
    { "{\"\\/\":1,\"/\":1}", FALSE },
    { "{\"\":1,\"\":1}", FALSE },
    { "[[{\"x\":{\"a\":1,\"b\":[],\"a\":1}}]]", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MoeiDocument) document = decode_with ("nobody_knows", "", cases[i].text, "");

    g_test_message ("%s", cases[i].text);
    g_assert_true ((document != NULL) == cases[i].taken);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/limits/counts", test_counts);
  g_test_add_func ("/wire/limits/revisions", test_revisions);
  g_test_add_func ("/wire/limits/times", test_times);
  g_test_add_func ("/wire/limits/strings", test_strings);
  g_test_add_func ("/wire/limits/size", test_size);
  g_test_add_func ("/wire/limits/depth", test_depth);
  g_test_add_func ("/wire/limits/duplicates", test_duplicates);

  return g_test_run ();
}
