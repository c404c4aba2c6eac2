/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-json-reader.h"
#include "wire/moei-json-writer.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = moei_json_parse (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

/* The parser below us must mean by a number what everybody else does. */
static void
test_numbers (void)
{
  static const struct {
    const char *text;
    double      number;
  } cases[] = {
    { "0", 0 }, { "-0", 0 }, { "7", 7 }, { "-7", -7 }, { "0.5", 0.5 }, { "-0.5", -0.5 }, { "1e2", 100 }, { "1E+2", 100 },
    { "1e-2", 0.01 }, { "-1.5E3", -1500 }, { "3.0", 3 }, { "30e-1", 3 }, { "0e0", 0 }, { "1e-400", 0 },
    { "98.5234567", 98.5234567 }, { "9007199254740991", 9007199254740991 }, { "1.7976931348623157e308", 1.7976931348623157e308 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) node = parse (cases[i].text);
    g_autoptr (GError) error = NULL;
    double number;

    g_test_message ("%s", cases[i].text);
    g_assert_true (moei_json_get_double (node, NULL, &number, &error));
    g_assert_no_error (error);
    g_assert_cmpfloat (number, ==, cases[i].number);
  }
}

static void
test_integers (void)
{
  static const struct {
    const char *text;
    gint64      integer;
    const char *message;
  } cases[] = {
    { "0", 0, NULL },
    { "10", 10, NULL },
    { "1.0", 1, NULL },
    { "1e1", 10, NULL },
    { "100e-1", 10, NULL },
    { "-0", 0, NULL },
    { "11", 0, "document: must be from 0 to 10" },
    { "-1", 0, "document: must be from 0 to 10" },
    { "1e300", 0, "document: must be from 0 to 10" },
    { "9223372036854775807", 0, "document: must be from 0 to 10" },
    { "0.5", 0, "document: must be a whole number" },
    { "1e-1", 0, "document: must be a whole number" },
    { "\"1\"", 0, "document: must be a number, not a string" },
    { "true", 0, "document: must be a number, not true or false" },
    { "null", 0, "document: must be a number, not null" },
    { "[1]", 0, "document: must be a number, not an array" },
    { "{}", 0, "document: must be a number, not an object" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) node = parse (cases[i].text);
    g_autoptr (GError) error = NULL;
    gint64 integer = 0;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (moei_json_get_integer (node, NULL, 0, 10, &integer, &error), ==, cases[i].message == NULL);
    g_assert_cmpint (integer, ==, cases[i].integer);
    g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
  }
}

static void
test_strings (void)
{
  static const struct {
    const char *text, *string;
  } cases[] = {
    { "\"\"", "" },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "\"\\u1019\\u1032\"", "မဲ" },
    { "\"\\ud83d\\ude8c\"", "\xf0\x9f\x9a\x8c" },
    { "\"\\u0001\x7f\"", "\x01\x7f" },
    { "\"湄索\"", "湄索" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) node = parse (cases[i].text);
    g_autoptr (GError) error = NULL;
    const char *string;

    g_assert_true (moei_json_get_string (node, NULL, &string, &error));
    g_assert_cmpstr (string, ==, cases[i].string);
  }
}

static void
test_paths (void)
{
  const MoeiJsonPath root = { NULL, "places", 0 };
  const MoeiJsonPath features = { &root, "features", 0 };
  const MoeiJsonPath second = { &features, NULL, 1 };
  const MoeiJsonPath id = { &second, "id", 0 };
  const MoeiJsonPath unnamed = { NULL, "", 0 };
  const MoeiJsonPath revision = { &unnamed, "revision", 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (moei_json_fail (&id, MOEI_WIRE_ERROR_VALUE, &error, "%d is odd", 7));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "places.features[1].id: 7 is odd");
  g_clear_error (&error);

  moei_json_fail (&revision, MOEI_WIRE_ERROR_VALUE, &error, "odd");
  g_assert_cmpstr (error->message, ==, "revision: odd");
  g_clear_error (&error);

  moei_json_fail (&unnamed, MOEI_WIRE_ERROR_VALUE, &error, "odd");
  g_assert_cmpstr (error->message, ==, "document: odd");

  /* Nobody need ask. */
  g_assert_false (moei_json_fail (&unnamed, MOEI_WIRE_ERROR_VALUE, NULL, "odd"));
}

/* What is written reads back as exactly the same number, and as short as can be. */
static void
test_doubles (void)
{
  static const struct {
    double      number;
    const char *text;
  } cases[] = {
    { 0, "0" }, { 1, "1" }, { -1.5, "-1.5" }, { 0.1, "0.1" }, { 98.5234567, "98.5234567" }, { 1.0 / 3, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" }, { 1e-7, "1e-07" }, { 16.7, "16.7" }, { 1e22, "1e+22" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MoeiJsonWriter writer = { g_string_new (NULL), FALSE };

    moei_json_write_double (&writer, cases[i].number);
    g_assert_cmpstr (writer.text->str, ==, cases[i].text);
    g_string_free (writer.text, TRUE);
  }

  for (guint i = 0; i < 10000; i++) {
    double number = g_rand_double_range (rand, -180, 180), back;
    MoeiJsonWriter writer = { g_string_new (NULL), FALSE };
    g_autoptr (JsonNode) node = NULL;

    moei_json_write_double (&writer, number);
    node = parse (writer.text->str);
    g_assert_true (moei_json_get_double (node, NULL, &back, NULL));
    g_assert_cmpfloat (back, ==, number);
    g_string_free (writer.text, TRUE);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/json-reader/numbers", test_numbers);
  g_test_add_func ("/wire/json-reader/integers", test_integers);
  g_test_add_func ("/wire/json-reader/strings", test_strings);
  g_test_add_func ("/wire/json-reader/paths", test_paths);
  g_test_add_func ("/wire/json-reader/doubles", test_doubles);

  return g_test_run ();
}
