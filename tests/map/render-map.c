/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-map: draws the map of the built-in operation to PNG files, so that it
 * can be looked at.  Not installed; run it through tests/with-display. */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "map/moei-wall-map.h"
#include "operation/moei-bus.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "tests/map/map-fixture.h"

static char *folder = NULL, *output = NULL, *language_code = NULL, *at = NULL, *selected = NULL, *centre = NULL;
static double zoom = 0, text_scale = 0;
static int width = 984, height = 823, steps = 0;
static gboolean dark = FALSE, contrast = FALSE, bare = FALSE, invented = FALSE, visitor = FALSE;

static const GOptionEntry entries[] = {
  { "operation", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Folder of the operation", "FOLDER" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The picture", "FILE" },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language_code, "en, th, my or zh_CN", "CODE" },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, "The instant, 2025-03-06T14:30:00+07:00", "INSTANT" },
  { "select", 0, 0, G_OPTION_ARG_STRING, &selected, "What to select", "ID" },
  { "steps", 0, 0, G_OPTION_ARG_INT, &steps, "How often the keyboard goes on to the next thing", "NUMBER" },
  { "centre", 0, 0, G_OPTION_ARG_STRING, &centre, "The middle of the view", "LON,LAT" },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "The zoom level; else the day is shown", "LEVEL" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "The picture's width", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "The picture's height", "PIXELS" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark surroundings", NULL },
  { "contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, "High contrast", NULL },
  { "wall", 0, 0, G_OPTION_ARG_DOUBLE, &text_scale, "The map of the wall, magnified so many times", "TIMES" },
  { "visitor", 0, 0, G_OPTION_ARG_NONE, &visitor, "As visitors see the wall", NULL },
  { "bare", 0, 0, G_OPTION_ARG_NONE, &bare, "Without an operation", NULL },
  { "invented", 0, 0, G_OPTION_ARG_NONE, &invented, "With invented head counts", NULL },
  { NULL }
};

static void
invent_convoy (MoeiOperation   *operation,
               const char      *id,
               const char      *route,
               MoeiConvoyState  state,
               int              minutes,
               double           longitude,
               double           latitude,
               gint64           now)
{
  MoeiPosition position = { longitude, latitude };
  MoeiConvoy *convoy = moei_convoy_new (id);

  g_object_set (convoy, "number", (int) (20 + moei_collection_size (moei_operation_get_convoys (operation))),
                "route", route, "state", state, "people", 36 + minutes, "buses", 2,
                "planned-departure", now - G_TIME_SPAN_HOUR, "estimated-arrival", now + G_TIME_SPAN_HOUR,
                "position", &position, "position-observed", now - minutes * G_TIME_SPAN_MINUTE, NULL);
  for (int i = 0; i < 3; i++) {
    g_autofree char *bus_id = g_strdup_printf ("%d", i);
    MoeiBus *bus = moei_bus_new (bus_id);
    MoeiPosition there = { longitude - 0.003 * i, latitude + 0.001 * i };

    g_object_set (bus, "position", &there, "position-observed", now - (i == 2 ? 90 : 1) * G_TIME_SPAN_MINUTE, NULL);
    moei_collection_append (moei_convoy_get_fleet (convoy), bus);
  }
  moei_collection_append (moei_operation_get_convoys (operation), convoy);
}

/* Something in each state that there is. */
static void
invent (MoeiOperation *operation,
        gint64         now)
{
  static const MoeiFlightState states[] = {
    MOEI_FLIGHT_STATE_DEPARTED, MOEI_FLIGHT_STATE_BOARDING, MOEI_FLIGHT_STATE_DELAYED,
    MOEI_FLIGHT_STATE_CANCELLED, MOEI_FLIGHT_STATE_SCHEDULED,
  };
  static const char * const destinations[] = { "nkg", "han", "add", "cgk", "isb" };
  MoeiCollection *places = moei_operation_get_places (operation);

  g_object_set (moei_collection_lookup (places, "kk-park"), "people", 2840, NULL);
  g_object_set (moei_collection_lookup (places, "shwe-kokko"), "people", 64, NULL);
  g_object_set (moei_collection_lookup (places, "tai-chang"), "state", MOEI_PLACE_STATE_CLEARED, NULL);
  g_object_set (moei_collection_lookup (places, "dong-feng-park"), "state", MOEI_PLACE_STATE_CLEARED, NULL);
  g_object_set (moei_collection_lookup (places, "bridge-1"), "state", MOEI_PLACE_STATE_RESTRICTED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    MoeiFlight *flight = moei_flight_new (destinations[i]);

    g_object_set (flight, "number", destinations[i], "from", "maq", "to", destinations[i], "state", states[i],
                  "scheduled", now - G_TIME_SPAN_HOUR, "arrives", now + 3 * G_TIME_SPAN_HOUR, NULL);
    moei_collection_append (moei_operation_get_flights (operation), flight);
  }
  invent_convoy (operation, "moving", "bridge-2-maq", MOEI_CONVOY_STATE_UNDER_WAY, 2, 98.51, 16.72, now);
  invent_convoy (operation, "late", "shwe-kokko-bridge-2", MOEI_CONVOY_STATE_UNDER_WAY, 14, 98.475, 16.79, now);
  invent_convoy (operation, "halted", "kk-park-bridge-2", MOEI_CONVOY_STATE_HALTED, 3, 98.54, 16.625, now);
  invent_convoy (operation, "lost", "dkba-camp-bridge-2", MOEI_CONVOY_STATE_UNDER_WAY, 45, 98.56, 16.55, now);
  invent_convoy (operation, "boarding", "bridge-2-dmk", MOEI_CONVOY_STATE_BOARDING, 5, 98.4768, 16.7197, now);
}

static MoeiEntity *
find (MoeiOperation *operation,
      const char    *id)
{
  MoeiCollection *all[] = {
    moei_operation_get_places (operation), moei_operation_get_convoys (operation),
    moei_operation_get_flights (operation), moei_operation_get_routes (operation),
  };
  MoeiEntity *found = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (all); i++)
    found = moei_collection_lookup (all[i], id);
  return found;
}

/* Where it was asked for, and at what. */
static void
look (MoeiMapCanvas *canvas,
      MoeiMapScene  *scene,
      MoeiOperation *operation)
{
  if (zoom > 0) {
    double lon = 98.52, lat = 16.70;

    if (centre != NULL)
      sscanf (centre, "%lf,%lf", &lon, &lat);
    moei_map_canvas_look_at (canvas, (MoeiPosition) { lon, lat }, zoom, FALSE);
  }
  if (selected != NULL)
    moei_map_scene_set_selected (scene, find (operation, selected));
  for (int i = 0; i < steps; i++)
    gtk_widget_activate_action (gtk_widget_get_first_child (GTK_WIDGET (canvas)), "hand.step", "i", 1);
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
  MoeiMapCanvas *canvas;
  MoeiMapScene *scene;
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
    invent (operation, now);

  map = text_scale > 0 ? moei_wall_map_new () : GTK_WIDGET (moei_map_new ());
  canvas = text_scale > 0 ? moei_wall_map_get_canvas (MOEI_WALL_MAP (map)) : moei_map_get_canvas (MOEI_MAP (map));
  scene = text_scale > 0 ? moei_wall_map_get_scene (MOEI_WALL_MAP (map)) : moei_map_get_scene (MOEI_MAP (map));
  if (text_scale > 0)
    g_object_set (map, "text-scale", text_scale, "visitor", visitor, "dark", dark, NULL);
  g_object_set (map, "operation", operation, "now", now, NULL);
  if (contrast)
    g_object_set (scene, "contrast", TRUE, NULL);
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  map_fixture_wait_canvas (canvas);

  look (canvas, scene, operation);
  map_fixture_wait_canvas (canvas);
  map_fixture_save_picture (window, output != NULL ? output : "map.png");

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
