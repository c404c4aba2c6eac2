/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "language/moei-language.h"
#include "language/moei-owner.h"

/* Newspapers, agencies and sites of news keep the names that they give themselves. */
static const char * const own_names[] = {
  "Bangkok Post", "Bole", "Ethiopian News Agency", "Indonesia News Gazette", "Reuters",
  "The Irrawaddy", "The Nation", NULL
};

static void collect (JsonNode   *node,
                     GHashTable *owners);

static void
collect_member (JsonObject *object,
                const char *name,
                JsonNode   *value,
                gpointer    owners)
{
  if (!g_str_equal (name, "owner") && !g_str_equal (name, "counted_by"))
    collect (value, owners);
  else if (!JSON_NODE_HOLDS_NULL (value))
    g_hash_table_add (owners, json_node_dup_string (value));
}

static void
collect_element (JsonArray *array,
                 guint      index,
                 JsonNode  *value,
                 gpointer   owners)
{
  collect (value, owners);
}

static void
collect (JsonNode   *node,
         GHashTable *owners)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), collect_member, owners);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), collect_element, owners);
}

/* Everybody whom the built-in operation names. */
static GHashTable *
read_owners (void)
{
  GHashTable *owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (JsonParser) parser = json_parser_new ();

    if (!g_str_has_suffix (name, ".json"))
      continue;
    json_parser_load_from_file (parser, path, &error);
    g_assert_no_error (error);
    collect (json_parser_get_root (parser), owners);
  }
  return owners;
}

/* DKBA is written so in Burmese too. */
static gboolean
is_taken_over (MoeiLanguage  language,
               const char   *owner)
{
  return language == MOEI_LANGUAGE_MY && g_str_equal (owner, "DKBA");
}

static void
assert_names (const char *owner)
{
  for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
    g_autofree char *name = moei_owner_name (l, owner);

    g_test_message ("%s: %s: %s", owner, moei_language_get_code (l), name);
    if (g_strv_contains (own_names, owner))
      g_assert_cmpstr (name, ==, owner);
    else if (l != MOEI_LANGUAGE_EN && !is_taken_over (l, owner))
      g_assert_cmpstr (name, !=, owner);
  }
}

static void
test_built_in (void)
{
  g_autoptr (GHashTable) owners = read_owners ();
  GHashTableIter iter;
  gpointer owner;

  g_assert_cmpuint (g_hash_table_size (owners), >, 20);
  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &owner, NULL)) {
    g_auto (GStrv) each = g_strsplit (owner, "; ", -1);

    for (guint i = 0; each[i] != NULL; i++)
      assert_names (each[i]);
  }
}

static const struct {
  MoeiLanguage  language;
  const char   *owner;
  const char   *name;
} rows[] = {
  { MOEI_LANGUAGE_EN, "Thai immigration", "Thai immigration" },
  { MOEI_LANGUAGE_TH, "Thai immigration", "สำนักงานตรวจคนเข้าเมือง" },
  { MOEI_LANGUAGE_ZH_CN, "Ministry of Public Security, China", "中国公安部" },
  { MOEI_LANGUAGE_MY, "Thai MFA", "ထိုင်းနိုင်ငံခြားရေးဝန်ကြီးဌာန" },
  { MOEI_LANGUAGE_EN, "exercise", "Exercise" },
  { MOEI_LANGUAGE_ZH_CN, "exercise", "演练" },
  { MOEI_LANGUAGE_ZH_CN, "BGF", "克伦边防部队（BGF）" },
  { MOEI_LANGUAGE_ZH_CN, "BGF; Thai immigration", "克伦边防部队（BGF）；泰国移民局" },
  { MOEI_LANGUAGE_TH, "Thai army;Suvarnabhumi Airport", "กองทัพบกไทย; ท่าอากาศยานสุวรรณภูมิ" },
  { MOEI_LANGUAGE_EN, "A; B; C", "A; B; C" },
  /* Whom nobody knows */
  { MOEI_LANGUAGE_TH, "Red Cross, Mae Sot", "Red Cross, Mae Sot" },
  { MOEI_LANGUAGE_ZH_CN, "Thai immigration; somebody new", "泰国移民局；somebody new" },
  { MOEI_LANGUAGE_TH, "", NULL },
  { MOEI_LANGUAGE_TH, NULL, NULL },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = moei_owner_name (rows[i].language, rows[i].owner);

    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (NULL);

  g_test_add_func ("/owner/built-in", test_built_in);
  g_test_add_func ("/owner/names", test_names);

  return g_test_run ();
}
