/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "moei-settings.h"

/* A schema of another version: it knows the width, the sites and some pages,
 * and takes the height for a text. */
#define OTHER_VERSION                                                         \
  "<schemalist><schema id='" MOEI_APP_ID "' path='/org/moei/Moei/'>"          \
  "<key name='window-width' type='i'><range min='1024' max='2000'/><default>1100</default></key>" \
  "<key name='window-height' type='s'><default>'tall'</default></key>"        \
  "<key name='show-sites' type='b'><default>false</default></key>"            \
  "<key name='page' type='s'><default>'week'</default></key>"                 \
  "</schema></schemalist>"

typedef struct {
  char                  *folder;
  GSettingsSchemaSource *source;
  GSettings             *settings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) compiler = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("moei-settings-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, MOEI_APP_ID ".gschema.xml", NULL);
  g_file_set_contents (path, OTHER_VERSION, -1, &error);
  g_assert_no_error (error);
  compiler = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "glib-compile-schemas", fixture->folder, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (compiler, NULL, NULL));

  fixture->source = g_settings_schema_source_new_from_directory (fixture->folder, NULL, TRUE, &error);
  g_assert_no_error (error);
  fixture->settings = moei_settings_open (fixture->source);
  g_assert_nonnull (fixture->settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const names[] = { MOEI_APP_ID ".gschema.xml", "gschemas.compiled" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->settings);
  g_settings_schema_source_unref (fixture->source);
}

static void
test_known (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *page = moei_settings_dup_string (fixture->settings, "page");

  g_assert_cmpint (moei_settings_get_int (fixture->settings, "window-width", 7), ==, 1100);
  g_assert_false (moei_settings_get_boolean (fixture->settings, "show-sites", TRUE));
  g_assert_cmpstr (page, ==, "week");
  g_assert_true (moei_settings_set (fixture->settings, "window-width", g_variant_new_int32 (1200)));
  g_assert_cmpint (moei_settings_get_int (fixture->settings, "window-width", 7), ==, 1200);
}

/* What the schema does not know ends nothing, and warns of nothing. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("x", NULL);
  g_autofree char *country = moei_settings_dup_string (fixture->settings, "my-country");

  g_assert_cmpstr (country, ==, "");
  g_assert_cmpint (moei_settings_get_int (fixture->settings, "window-height", 7), ==, 7);
  g_assert_true (moei_settings_get_boolean (fixture->settings, "show-names", TRUE));
  g_assert_false (moei_settings_set (fixture->settings, "my-country", g_variant_new_string ("THA")));
  g_assert_false (moei_settings_set (fixture->settings, "window-height", g_variant_new_int32 (900)));
  g_assert_false (moei_settings_set (fixture->settings, "window-width", g_variant_new_int32 (3000)));
  g_assert_cmpint (moei_settings_get_int (fixture->settings, "window-width", 7), !=, 3000);
  g_assert_false (moei_settings_bind (fixture->settings, "show-names", action, "enabled"));
  g_assert_true (moei_settings_bind (fixture->settings, "show-sites", action, "enabled"));
  g_assert_false (g_action_get_enabled (G_ACTION (action)));
}

static void
test_no_schema (void)
{
  g_autofree char *language = NULL;

  g_assert_null (moei_settings_open (NULL));
  language = moei_settings_dup_string (NULL, "language");
  g_assert_cmpstr (language, ==, "");
  g_assert_cmpint (moei_settings_get_int (NULL, "window-width", 7), ==, 7);
  g_assert_false (moei_settings_set (NULL, "language", g_variant_new_string ("th")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/settings/known", Fixture, NULL, set_up, test_known, tear_down);
  g_test_add ("/settings/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add_func ("/settings/no-schema", test_no_schema);

  return g_test_run ();
}
