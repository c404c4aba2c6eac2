/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "wire/moei-json-scan.h"
#include "wire/moei-wire-error.h"

/* A text with its length, as it may hold NULs. */
#define TEXT(literal) literal, sizeof literal - 1

static const struct {
  const char *text;
  gsize       length;
} valid[] = {
  { TEXT ("null") },
  { TEXT ("true") },
  { TEXT (" \t\r\n false \n") },
  { TEXT ("0") },
  { TEXT ("-0") },
  { TEXT ("-0.0e-0") },
  { TEXT ("1E+2") },
  { TEXT ("1.5e300") },
  { TEXT ("1e-400") },
  { TEXT ("9223372036854775807") },
  { TEXT ("-9223372036854775808") },
  { TEXT ("\"\"") },
  { TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\"") },
  { TEXT ("\"\\ud83d\\ude8c \\uD83D\\uDE8C\"") },
  { TEXT ("\"\xe1\x80\x99\xe1\x80\xb2 \xf0\x9f\x9a\x8c \x7f\"") },
  { TEXT ("\"\xe2\x80\xa8\"") },
  { TEXT ("[]") },
  { TEXT ("[ ]") },
  { TEXT ("{}") },
  { TEXT ("[1,[2,[3]],{\"a\":[]}]") },
  { TEXT ("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}]}") },
  { TEXT ("{\"\":1,\" \":2}") },
};

static const struct {
  const char    *text;
  gsize          length;
  MoeiWireError  code;
  const char    *message;
} hostile[] = {
  { TEXT (""), MOEI_WIRE_ERROR_SYNTAX, "document: ends too early (line 1, byte 1)" },
  { TEXT (" \n "), MOEI_WIRE_ERROR_SYNTAX, "document: ends too early (line 2, byte 2)" },
  { TEXT ("\0"), MOEI_WIRE_ERROR_ENCODING, "document: a NUL character (line 1, byte 1)" },
  { TEXT ("{}\0"), MOEI_WIRE_ERROR_ENCODING, "document: a NUL character (line 1, byte 3)" },
  { TEXT ("\xEF\xBB\xBF{}"), MOEI_WIRE_ERROR_ENCODING, "document: begins with a byte order mark (line 1, byte 1)" },
  { TEXT ("\xFF\xFE{\0}\0"), MOEI_WIRE_ERROR_ENCODING, "document: not UTF-8 (line 1, byte 1)" },
  { TEXT ("\"\xC3\""), MOEI_WIRE_ERROR_ENCODING, "document: not UTF-8 (line 1, byte 2)" },
  { TEXT ("\"\xED\xA0\x80\""), MOEI_WIRE_ERROR_ENCODING, "document: not UTF-8 (line 1, byte 2)" },
  { TEXT ("\"\xC0\xAF\""), MOEI_WIRE_ERROR_ENCODING, "document: not UTF-8 (line 1, byte 2)" },
  { TEXT ("{} {}"), MOEI_WIRE_ERROR_SYNTAX, "document: something follows the document (line 1, byte 4)" },
  { TEXT ("1 2"), MOEI_WIRE_ERROR_SYNTAX, "document: something follows the document (line 1, byte 3)" },
  { TEXT ("{}x"), MOEI_WIRE_ERROR_SYNTAX, "document: something follows the document (line 1, byte 3)" },
  { TEXT ("var x = 1"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("// 1\n1"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("/* 1 */ 1"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("True"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("nul"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("nulls"), MOEI_WIRE_ERROR_SYNTAX, "document: something follows the document (line 1, byte 5)" },
  { TEXT ("NaN"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("-Infinity"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a digit (line 1, byte 2)" },
  { TEXT ("'a'"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("{'a':1}"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a string in double quotes (line 1, byte 2)" },
  { TEXT ("{a:1}"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a string in double quotes (line 1, byte 2)" },
  { TEXT ("{\"a\":1,}"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a string in double quotes (line 1, byte 8)" },
  { TEXT ("{,}"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a string in double quotes (line 1, byte 2)" },
  { TEXT ("{\"a\" 1}"), MOEI_WIRE_ERROR_SYNTAX, "a: expected ':' (line 1, byte 6)" },
  { TEXT ("{\"a\":}"), MOEI_WIRE_ERROR_SYNTAX, "a: expected a value (line 1, byte 6)" },
  { TEXT ("{\"a\":1 \"b\":2}"), MOEI_WIRE_ERROR_SYNTAX, "a: expected ',' or '}' (line 1, byte 8)" },
  { TEXT ("{\"a\":1]"), MOEI_WIRE_ERROR_SYNTAX, "a: expected ',' or '}' (line 1, byte 7)" },
  { TEXT ("[1,]"), MOEI_WIRE_ERROR_SYNTAX, "[1]: expected a value (line 1, byte 4)" },
  { TEXT ("[1 2]"), MOEI_WIRE_ERROR_SYNTAX, "[0]: expected ',' or ']' (line 1, byte 4)" },
  { TEXT ("[1}"), MOEI_WIRE_ERROR_SYNTAX, "[0]: expected ',' or ']' (line 1, byte 3)" },
  { TEXT ("[,1]"), MOEI_WIRE_ERROR_SYNTAX, "[0]: expected a value (line 1, byte 2)" },
  { TEXT ("{\"a\":1,\"a\":1}"), MOEI_WIRE_ERROR_DUPLICATE, "a: given twice (line 1, byte 8)" },
  { TEXT ("{\"a\":1,\n \"\\u0061\":1}"), MOEI_WIRE_ERROR_DUPLICATE, "\\u0061: given twice (line 2, byte 2)" },
  { TEXT ("{\"a\":[{},{\"b\":1,\"c\":[],\"b\":1}]}"), MOEI_WIRE_ERROR_DUPLICATE, "a[1].b: given twice (line 1, byte 24)" },
  { TEXT ("01"), MOEI_WIRE_ERROR_SYNTAX, "document: a number with a leading zero (line 1, byte 2)" },
  { TEXT ("-01"), MOEI_WIRE_ERROR_SYNTAX, "document: a number with a leading zero (line 1, byte 3)" },
  { TEXT ("0x1F"), MOEI_WIRE_ERROR_SYNTAX, "document: something follows the document (line 1, byte 2)" },
  { TEXT ("+1"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT (".5"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a value (line 1, byte 1)" },
  { TEXT ("1. "), MOEI_WIRE_ERROR_SYNTAX, "document: expected a digit (line 1, byte 3)" },
  { TEXT ("1e"), MOEI_WIRE_ERROR_SYNTAX, "document: ends too early (line 1, byte 3)" },
  { TEXT ("1e+-2"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a digit (line 1, byte 4)" },
  { TEXT ("--1"), MOEI_WIRE_ERROR_SYNTAX, "document: expected a digit (line 1, byte 2)" },
  { TEXT ("[1e400]"), MOEI_WIRE_ERROR_LIMIT, "[0]: a number too great for any machine (line 1, byte 2)" },
  { TEXT ("-1e400"), MOEI_WIRE_ERROR_LIMIT, "document: a number too great for any machine (line 1, byte 1)" },
  { TEXT ("18446744073709551616"), MOEI_WIRE_ERROR_LIMIT, "document: a number too great for any machine (line 1, byte 1)" },
  { TEXT ("9223372036854775808"), MOEI_WIRE_ERROR_LIMIT, "document: a number too great for any machine (line 1, byte 1)" },
  { TEXT ("-9223372036854775809"), MOEI_WIRE_ERROR_LIMIT, "document: a number too great for any machine (line 1, byte 1)" },
  { TEXT ("\"a\nb\""), MOEI_WIRE_ERROR_ENCODING, "document: a control character in a string (line 1, byte 3)" },
  { TEXT ("\"\x1f\""), MOEI_WIRE_ERROR_ENCODING, "document: a control character in a string (line 1, byte 2)" },
  { TEXT ("\"\\x41\""), MOEI_WIRE_ERROR_SYNTAX, "document: an escape that JSON does not have (line 1, byte 3)" },
  { TEXT ("\"\\'\""), MOEI_WIRE_ERROR_SYNTAX, "document: an escape that JSON does not have (line 1, byte 3)" },
  { TEXT ("\"\\u12g4\""), MOEI_WIRE_ERROR_SYNTAX, "document: not four hexadecimal digits after \\u (line 1, byte 6)" },
  { TEXT ("\"\\u0000\""), MOEI_WIRE_ERROR_ENCODING, "document: a NUL character in a string (line 1, byte 2)" },
  { TEXT ("{\"a\\u0000b\":1}"), MOEI_WIRE_ERROR_ENCODING, "document: a NUL character in a string (line 1, byte 4)" },
  { TEXT ("\"\\ud83d\""), MOEI_WIRE_ERROR_ENCODING, "document: half a surrogate pair (line 1, byte 2)" },
  { TEXT ("\"\\ude8c\""), MOEI_WIRE_ERROR_ENCODING, "document: half a surrogate pair (line 1, byte 2)" },
  { TEXT ("\"\\ud83d\\ud83d\""), MOEI_WIRE_ERROR_ENCODING, "document: half a surrogate pair (line 1, byte 2)" },
  { TEXT ("\"\\ud83dx\\ude8c\""), MOEI_WIRE_ERROR_ENCODING, "document: half a surrogate pair (line 1, byte 2)" },
  { TEXT ("\"abc"), MOEI_WIRE_ERROR_SYNTAX, "document: ends too early (line 1, byte 5)" },
  { TEXT ("\"abc\\"), MOEI_WIRE_ERROR_SYNTAX, "document: ends too early (line 1, byte 6)" },
};

/* Says which text it is about, in a way that a terminal and TAP can bear. */
static void
say (const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  g_test_message ("%s", escaped);
}

static void
test_valid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (GError) error = NULL;
    gboolean good = moei_json_scan (valid[i].text, valid[i].length, NULL, &error);

    say (valid[i].text);
    g_assert_no_error (error);
    g_assert_true (good);
  }
}

/* What we let through, json-glib must read; else a document would fail with its words. */
static void
test_valid_for_json_glib (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    g_autoptr (GError) error = NULL;

    say (valid[i].text);
    json_parser_load_from_data (parser, valid[i].text, valid[i].length, &error);
    g_assert_no_error (error);
  }
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GError) error = NULL;
    gboolean good = moei_json_scan (hostile[i].text, hostile[i].length, NULL, &error);

    say (hostile[i].text);
    g_assert_error (error, MOEI_WIRE_ERROR, (int) hostile[i].code);
    g_assert_cmpstr (error->message, ==, hostile[i].message);
    g_assert_false (good);
  }
}

static void
assert_refused (GString       *text,
                MoeiWireError  code,
                const char    *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (moei_json_scan (text->str, text->len, NULL, &error));
  g_assert_error (error, MOEI_WIRE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
append_times (GString    *text,
              const char *what,
              guint       n_times)
{
  for (guint i = 0; i < n_times; i++)
    g_string_append (text, what);
}

static void
test_depth (void)
{
  g_autoptr (GString) deepest = g_string_new (NULL);
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) objects = g_string_new (NULL);

  append_times (deepest, "[", MOEI_JSON_MAX_DEPTH);
  append_times (deepest, "]", MOEI_JSON_MAX_DEPTH);
  g_assert_true (moei_json_scan (deepest->str, deepest->len, NULL, NULL));

  g_string_prepend_c (deepest, '[');
  g_string_append_c (deepest, ']');
  assert_refused (deepest, MOEI_WIRE_ERROR_LIMIT, "nested too deeply");

  append_times (deep, "[", 200000);
  assert_refused (deep, MOEI_WIRE_ERROR_LIMIT, "[0][0]: nested too deeply (line 1, byte 33)");

  append_times (objects, "{\"a\":", 200000);
  assert_refused (objects, MOEI_WIRE_ERROR_LIMIT, "a.a: nested too deeply");
}

/* Each level keeps its own names: those of a closed object do not count for the next. */
static void
test_members (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"x\":0},{\"x\":{\"x\":0},\"m0\":0");

  for (guint i = 1; i < MOEI_JSON_MAX_MEMBERS - 1; i++)
    g_string_append_printf (text, ",\"m%u\":%u", i, i);
  g_string_append (text, "}]");
  g_assert_true (moei_json_scan (text->str, text->len, NULL, NULL));

  g_string_truncate (text, text->len - 2);
  g_string_append (text, ",\"more\":0}]");
  assert_refused (text, MOEI_WIRE_ERROR_LIMIT, "[1].more: too many members");
}

static void
test_values (void)
{
  g_autoptr (GString) text = g_string_new ("[0");

  append_times (text, ",{}", MOEI_JSON_MAX_VALUES - 2);
  g_string_append_c (text, ']');
  g_assert_true (moei_json_scan (text->str, text->len, NULL, NULL));

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",0]");
  assert_refused (text, MOEI_WIRE_ERROR_LIMIT, "[99999]: too many values");
}

static void
test_number (void)
{
  g_autoptr (GString) text = g_string_new ("-0.");

  append_times (text, "0", MOEI_JSON_MAX_NUMBER - 4);
  g_string_append_c (text, '1');
  g_assert_true (moei_json_scan (text->str, text->len, NULL, NULL));

  g_string_append_c (text, '1');
  assert_refused (text, MOEI_WIRE_ERROR_LIMIT, "document: a number of too many digits (line 1, byte 1)");
}

static void
test_long_name (void)
{
  g_autoptr (GString) text = g_string_new ("{\"");
  g_autoptr (GError) error = NULL;

  append_times (text, "\xe1\x80\x99", 1000);
  g_string_append (text, "\":}");
  g_assert_false (moei_json_scan (text->str, text->len, NULL, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 160);
}

static void
test_truncated (void)
{
  const char document[] =
    "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":\"f1\",\"name\":{\"en\":\"\\u1019\xe1\x80\xb2\"},"
    "\"seats\":null,\"x\":[true,-1.5e+1]}]}";

  for (gsize length = 0; length < sizeof document - 1; length++) {
    g_autofree char *part = g_memdup2 (document, length); /* so that a reader past its end is caught */
    g_autoptr (GError) error = NULL;

    g_assert_false (moei_json_scan (part, length, NULL, &error));
    g_assert_cmpint (error->domain, ==, MOEI_WIRE_ERROR);
  }
  g_assert_true (moei_json_scan (document, sizeof document - 1, NULL, NULL));
}

static void
test_root (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (moei_json_scan (TEXT ("{\"features\":[{}{}]}"), "places", &error));
  g_assert_cmpstr (error->message, ==, "places.features[0]: expected ',' or ']' (line 1, byte 16)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/json-scan/valid", test_valid);
  g_test_add_func ("/wire/json-scan/valid-for-json-glib", test_valid_for_json_glib);
  g_test_add_func ("/wire/json-scan/hostile", test_hostile);
  g_test_add_func ("/wire/json-scan/depth", test_depth);
  g_test_add_func ("/wire/json-scan/members", test_members);
  g_test_add_func ("/wire/json-scan/values", test_values);
  g_test_add_func ("/wire/json-scan/number", test_number);
  g_test_add_func ("/wire/json-scan/long-name", test_long_name);
  g_test_add_func ("/wire/json-scan/truncated", test_truncated);
  g_test_add_func ("/wire/json-scan/root", test_root);

  return g_test_run ();
}
