/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-remember.h"

#include "moei-settings.h"

#define MIN_WIDTH  1024
#define MIN_HEIGHT 700
#define WIDTH      1440
#define HEIGHT     900

/**
 * moei_remember_size:
 * @settings: (nullable): the program's settings
 * @window: its window
 *
 * Remembers how large the window is.
 */
void
moei_remember_size (GSettings *settings,
                    GtkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  moei_settings_set (settings, "window-width", g_variant_new_int32 (MAX (width, MIN_WIDTH)));
  moei_settings_set (settings, "window-height", g_variant_new_int32 (MAX (height, MIN_HEIGHT)));
  moei_settings_set (settings, "window-maximized", g_variant_new_boolean (gtk_window_is_maximized (window)));
}

/**
 * moei_remember_restore_size:
 * @settings: (nullable): the program's settings
 * @window: its window
 *
 * Makes the window as large as the last one was.
 */
void
moei_remember_restore_size (GSettings *settings,
                            GtkWindow *window)
{
  if (settings == NULL)
    return;

  gtk_window_set_default_size (window, moei_settings_get_int (settings, "window-width", WIDTH),
                               moei_settings_get_int (settings, "window-height", HEIGHT));
  if (moei_settings_get_boolean (settings, "window-maximized", FALSE))
    gtk_window_maximize (window);
}

static void
bind (GSettings          *settings,
      gpointer            object,
      const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    moei_settings_bind (settings, names[i], object, names[i]);
}

/**
 * moei_remember_bind:
 * @settings: (nullable): the program's settings
 * @window: its window
 *
 * Has the window show what was chosen, and remember what is.
 */
void
moei_remember_bind (GSettings  *settings,
                    MoeiWindow *window)
{
  static const char * const layers[] = { "show-sites", "show-routes", "show-flights", "show-names",
                                         "tiles-url", "tiles-attribution", NULL };
  static const char * const preferences[] = { "my-country", "withhold-below", "log-seen", NULL };
  static const char * const page[] = { "page", NULL };
  MoeiMap *map = moei_situation_page_get_map (moei_window_get_situation (window));

  bind (settings, moei_map_get_scene (map), layers);
  bind (settings, moei_window_get_pages (window), page);
  bind (settings, moei_pages_get_preferences (moei_window_get_pages (window)), preferences);
}
