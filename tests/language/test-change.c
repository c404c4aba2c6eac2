/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-change-sentence.h"
#include "language/moei-change-value.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"

/* 20 March 2025 13:49 in Bangkok */
#define AT (G_GINT64_CONSTANT (1742453340) * G_USEC_PER_SEC)

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = moei_operation_new ();
  g_autoptr (MoeiText) nanjing = moei_text_new ("Nanjing", "หนานจิง", NULL, "南京");

  moei_collection_append (moei_operation_get_places (operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", "nanjing", "name", nanjing, NULL));
  moei_collection_append (moei_operation_get_schedule (operation),
                          g_object_new (MOEI_TYPE_FLIGHT, "id", "f", "number", "EX 2003", "to", "nanjing", NULL));
  return operation;
}

static const struct {
  const char *field;
  const char *before;
  const char *after;
  gboolean    is_news;
  const char *title;
  const char *sentence;
} rows[] = {
  { "state", "boarding", "departed", TRUE, "State", "Flight EX 2003 to Nanjing: Boarding → Departed" },
  { "estimated", "2025-03-20T13:40:00+07:00", "2025-03-20T13:52:00+07:00", TRUE, "Expected departure",
    "Flight EX 2003 to Nanjing: expected departure 13:40 → 13:52" },
  { "no_show", NULL, "2", TRUE, "Did not come", "Flight EX 2003 to Nanjing: did not come 2" },
  { "no_show", NULL, "0", FALSE, "Did not come", "Flight EX 2003 to Nanjing: did not come 0" },
  { "no_show", NULL, NULL, FALSE, "Did not come", "Flight EX 2003 to Nanjing: did not come –" },
  { "no_show", "2", "0", TRUE, "Did not come", "Flight EX 2003 to Nanjing: did not come 2 → 0" },
  { "boarded", NULL, "0", TRUE, "On board", "Flight EX 2003 to Nanjing: on board 0" },
  { "milestones.doors-closed", NULL, "2025-03-20T13:49:20+07:00", TRUE, "Doors closed", "Flight EX 2003: Doors closed" },
  { "milestones.doors-closed", NULL, "2025-03-20T13:40:00+07:00", TRUE, "Doors closed",
    "Flight EX 2003: Doors closed 13:40" },
  { "milestones.doors-closed", "2025-03-20T13:40:00+07:00", "2025-03-20T13:49:00+07:00", TRUE, "Doors closed",
    "Flight EX 2003 to Nanjing: Doors closed 13:40 → 13:49" },
  { "xyzzy", NULL, "7", TRUE, "Xyzzy", "Flight EX 2003 to Nanjing: xyzzy 7" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiChange) change = g_object_new (MOEI_TYPE_CHANGE, "id", "1", "kind", MOEI_CHANGE_KIND_FLIGHT,
                                                "entity", "f", "at", AT, "field", rows[i].field,
                                                "before", rows[i].before, "after", rows[i].after, NULL);
  g_autofree char *title = moei_change_field_title (MOEI_LANGUAGE_EN, change);
  g_autofree char *sentence = moei_change_sentence (MOEI_LANGUAGE_EN, change, operation, 0);

  g_assert_cmpint (moei_change_is_news (change), ==, rows[i].is_news);
  g_assert_cmpstr (title, ==, rows[i].title);
  g_assert_cmpstr (sentence, ==, rows[i].sentence);
}

/* Every word of a title and a sentence is there in each language. */
static void
test_languages (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiChange) change = g_object_new (MOEI_TYPE_CHANGE, "id", "1", "kind", MOEI_CHANGE_KIND_FLIGHT,
                                                "entity", "f", "at", AT, "field", "no_show", "before", "2", "after", "3", NULL);
  g_autofree char *english = moei_change_field_title (MOEI_LANGUAGE_EN, change);

  for (MoeiLanguage language = MOEI_LANGUAGE_EN + 1; language < MOEI_N_LANGUAGES; language++) {
    g_autofree char *title = moei_change_field_title (language, change);
    g_autofree char *sentence = moei_change_sentence (language, change, operation, 0);

    g_assert_cmpstr (title, !=, english);
    g_assert_null (strstr (sentence, "did not come"));
    g_assert_nonnull (strstr (sentence, "EX 2003"));
  }
}

int
main (int    argc,
      char **argv)
{
  moei_language_init (moei_language_find_localedir ());
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/change/%" G_GSIZE_FORMAT "-%s", i, rows[i].field);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/change/languages", test_languages);

  return g_test_run ();
}
