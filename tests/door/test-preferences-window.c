/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../desk/desk-test.h"

#include "door/moei-preferences-window.h"
#include "language/moei-format.h"
#include "moei-doorkeeper.h"

/* What is set is in the settings at once, and what is in the settings is shown. */
static void
test_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MOEI_APP_ID);
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiEntrance) entrance = moei_doorkeeper_open_entrance (settings, NULL, NULL);
  GtkWidget *parent = gtk_window_new ();
  MoeiPreferencesWindow *window;
  g_autofree char *tiles = NULL;
  int withhold;

  g_settings_set_int (settings, "withhold-below", 7);
  g_settings_set_string (settings, "tiles-url", "https://tiles.example/{z}/{x}/{y}.png");
  window = moei_doorkeeper_preferences (GTK_WINDOW (parent), operation, entrance, settings);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_object_get (window, "withhold-below", &withhold, "tiles-url", &tiles, NULL);
  g_assert_cmpint (withhold, ==, 7);
  g_assert_cmpstr (tiles, ==, "https://tiles.example/{z}/{x}/{y}.png");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (desk_test_find_by_type (GTK_WIDGET (window), GTK_TYPE_SPIN_BUTTON)), 12);
  g_assert_cmpint (g_settings_get_int (settings, "withhold-below"), ==, 12);
  g_object_set (window, "wall-settings", "/etc/moei/wall.conf", NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "/etc/moei/wall.conf"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

static guint changes;

static void
count_change (void)
{
  changes++;
}

/* A notification, the quiet hours, digits and the calendar go both ways, and
 * what is shown is written anew while it runs. */
static void
test_new_rows (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MOEI_APP_ID);
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiEntrance) entrance = moei_doorkeeper_open_entrance (settings, NULL, NULL);
  g_autofree char *burmese = NULL;
  g_autofree char *plain = NULL;
  const char * const *names = moei_notifications_group_list_settings ();
  GtkWidget *parent = gtk_window_new ();
  MoeiPreferencesWindow *window = moei_doorkeeper_preferences (GTK_WINDOW (parent), operation, entrance, settings);
  GObject *group = G_OBJECT (moei_preferences_window_get_notifications (window));

  for (gsize i = 0; names[i] != NULL; i++) {
    g_autoptr (GVariant) was = g_settings_get_value (settings, names[i]);

    if (!g_variant_is_of_type (was, G_VARIANT_TYPE_BOOLEAN))
      continue;
    g_object_set (group, names[i], !g_variant_get_boolean (was), NULL);
    g_assert_cmpint (g_settings_get_boolean (settings, names[i]), !=, g_variant_get_boolean (was));
  }

  g_object_set (window, "native-digits", TRUE, "buddhist-era", TRUE, NULL);
  moei_doorkeeper_follow_formats (settings, G_CALLBACK (count_change), window);
  changes = 0;
  burmese = moei_format_count (MOEI_LANGUAGE_MY, 7);
  g_object_set (window, "native-digits", FALSE, "buddhist-era", FALSE, NULL);
  plain = moei_format_count (MOEI_LANGUAGE_MY, 7);
  g_assert_cmpstr (burmese, ==, "၇");
  g_assert_cmpstr (plain, ==, "7");
  g_assert_cmpuint (changes, ==, 2);
  g_assert_false (g_settings_get_boolean (settings, "native-digits"));
  g_assert_false (g_settings_get_boolean (settings, "buddhist-era"));
  g_settings_reset (settings, "native-digits");
  g_settings_reset (settings, "buddhist-era");
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* What somebody wrote into the settings by hand ends nothing. */
static void
test_bad_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MOEI_APP_ID);
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiEntrance) entrance = NULL;
  GtkWidget *parent = gtk_window_new ();
  MoeiPreferencesWindow *window;

  g_settings_set_string (settings, "service-url", "<b>not & an address");
  g_settings_set_string (settings, "authorities-file", "<i>& relative");
  g_settings_set_string (settings, "certificate-file", "/nowhere/\xe1\x80\x99\xe1\x80\xb2.pem");
  g_settings_set_string (settings, "proxy", "proxy");
  g_settings_set_string (settings, "my-country", "???");
  g_settings_set_string (settings, "wall-settings", "<nothing>");
  entrance = moei_doorkeeper_open_entrance (settings, NULL, NULL);
  window = moei_doorkeeper_preferences (GTK_WINDOW (parent), operation, entrance, settings);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "<nothing>"));
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "<i>& relative"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/preferences-window/settings", test_settings);
  g_test_add_func ("/preferences-window/new-rows", test_new_rows);
  g_test_add_func ("/preferences-window/bad-settings", test_bad_settings);

  return g_test_run ();
}
