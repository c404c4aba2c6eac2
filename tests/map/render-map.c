/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-map: draws the map of the built-in operation to PNG files, so that it
 * can be looked at.  Not installed; run it through tests/with-display. */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"
#include "tests/map/map-fixture.h"

static char *folder = NULL, *output = NULL, *language_code = NULL, *at = NULL, *selected = NULL, *centre = NULL;
static double zoom = 0;
static int width = 984, height = 823;
static gboolean dark = FALSE, bare = FALSE, invented = FALSE;

static const GOptionEntry entries[] = {
  { "operation", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Folder of the operation", "FOLDER" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The picture", "FILE" },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language_code, "en, th, my or zh_CN", "CODE" },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, "The instant, 2025-03-06T14:30:00+07:00", "INSTANT" },
  { "select", 0, 0, G_OPTION_ARG_STRING, &selected, "A place to select", "ID" },
  { "centre", 0, 0, G_OPTION_ARG_STRING, &centre, "The middle of the view", "LON,LAT" },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "The zoom level; else the day is shown", "LEVEL" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "The picture's width", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "The picture's height", "PIXELS" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark surroundings", NULL },
  { "bare", 0, 0, G_OPTION_ARG_NONE, &bare, "Without an operation", NULL },
  { "invented", 0, 0, G_OPTION_ARG_NONE, &invented, "With invented head counts", NULL },
  { NULL }
};

static void
invent (MoeiOperation *operation)
{
  MoeiCollection *places = moei_operation_get_places (operation);

  g_object_set (moei_collection_lookup (places, "kk-park"), "people", 1840, NULL);
  g_object_set (moei_collection_lookup (places, "shwe-kokko"), "people", 1120, NULL);
  g_object_set (moei_collection_lookup (places, "tai-chang"), "state", MOEI_PLACE_STATE_CLEARED, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("— draw the map");
  g_autoptr (MoeiOperation) operation = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GError) error = NULL;
  MoeiLanguage language = MOEI_LANGUAGE_EN;
  GtkWidget *window, *map;
  gint64 now;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }

  moei_language_init (moei_language_find_localedir ());
  if (language_code != NULL)
    moei_language_from_code (language_code, &language);
  moei_language_set_current (language);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);

  time = g_date_time_new_from_iso8601 (at != NULL ? at : "2025-03-06T14:20:00+07:00", NULL);
  now = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  operation = bare ? moei_operation_new () : map_fixture_load (folder != NULL ? folder : "data/operation", now);
  if (invented)
    invent (operation);

  map = GTK_WIDGET (moei_map_new ());
  g_object_set (map, "operation", operation, "now", now, NULL);
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  map_fixture_wait_settled (MOEI_MAP (map));

  if (zoom > 0) {
    double lon = 98.52, lat = 16.70;

    if (centre != NULL)
      sscanf (centre, "%lf,%lf", &lon, &lat);
    moei_map_canvas_look_at (moei_map_get_canvas (MOEI_MAP (map)), (MoeiPosition) { lon, lat }, zoom, FALSE);
  }
  if (selected != NULL)
    moei_map_set_selected (MOEI_MAP (map),
                           moei_collection_lookup (moei_operation_get_places (operation), selected));
  map_fixture_wait_settled (MOEI_MAP (map));
  map_fixture_save_picture (window, output != NULL ? output : "map.png");

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
