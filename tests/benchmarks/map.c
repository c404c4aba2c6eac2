/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <shumate/shumate.h>
#include <time.h>

#include "benchmark.h"
#include "language/moei-language.h"
#include "map/moei-basemap-source.h"
#include "map/moei-map-navigator.h"
#include "map/moei-map.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"

/* map: what the map's layers cost above the bare base map while the view is
 * panned, and what a still map with moving convoys costs.
 *
 * A frame's time is what the main thread works from "before-paint" to
 * "after-paint" of the frame clock while a tick callback moves the view by some
 * pixels a frame.  The windows take turns, so that all meet the same machine;
 * what counts is the median of the rounds' ratios.
 *
 * map N: only the window of that number, for a profiler. */

#define WIDTH  1920
#define HEIGHT 1080

#define ZOOM 11.0
#define STEP 7.0 /* pixels a frame */

#define N_SITES   200
#define N_MANY    10000
#define N_ROUTES  50
#define N_ARCS    60
#define N_CONVOYS 60
#define N_POINTS  200 /* of a route */

#define N_ROUNDS 3
#define N_FRAMES 40
#define STILL_S  10
#define TICK_MS  200

#define BUDGET_OVERLAYS 1.5
#define BUDGET_MANY     2.5
#define BUDGET_MARKERS  0.1
#define BUDGET_STILL    2.0 /* percent of one core */

#define NOON (G_GINT64_CONSTANT (1741237200) * G_USEC_PER_SEC)

static const MoeiPosition middle = { 98.55, 16.70 };

/* A window with a map that is panned. */
typedef struct {
  const char      *name;
  GtkWidget       *window;
  ShumateViewport *viewport;
  MoeiMap         *map;       /* (nullable) ours */
  GArray          *frames;    /* of double, ms, of this round */
  GArray          *medians;   /* of double, ms, one a round */
  double           begun;
  guint            n_left;
} Stage;

static double
random_between (GRand  *random,
                double  low,
                double  high)
{
  return g_rand_double_range (random, low, high);
}

static MoeiPosition
random_position (GRand *random)
{
  return (MoeiPosition) { middle.longitude + random_between (random, -0.62, 0.62),
                          middle.latitude + random_between (random, -0.34, 0.34) };
}

static void
add_sites (MoeiOperation *operation,
           GRand         *random,
           guint          n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("site-%u", i);
    g_autofree char *words = g_strdup_printf ("Site %u", i);
    g_autoptr (MoeiText) name = moei_text_new (words, NULL, NULL, NULL);
    MoeiPosition position = random_position (random);
    MoeiPlace *place = moei_place_new (id);

    g_object_set (place, "kind", MOEI_PLACE_KIND_SITE, "name", name, "position", &position,
                  "state", (int) (i % 4), "people", (int) (i * 37 % 2000), NULL);
    moei_collection_append (moei_operation_get_places (operation), place);
  }
}

static MoeiLine *
random_line (GRand *random)
{
  MoeiPosition points[N_POINTS];
  MoeiPosition at = random_position (random);
  double course = random_between (random, 0, 2 * G_PI);

  for (guint i = 0; i < N_POINTS; i++) {
    points[i] = at;
    course += random_between (random, -0.3, 0.3);
    at.longitude += 0.002 * cos (course);
    at.latitude += 0.002 * sin (course);
  }
  return moei_line_new (points, N_POINTS);
}

static void
add_routes (MoeiOperation *operation,
            GRand         *random)
{
  for (guint i = 0; i < N_ROUTES; i++) {
    g_autofree char *id = g_strdup_printf ("route-%u", i);
    g_autoptr (MoeiLine) line = random_line (random);

    moei_collection_append (moei_operation_get_routes (operation),
                            g_object_new (MOEI_TYPE_ROUTE, "id", id, "line", line, "state", (int) (i % 4), NULL));
  }
}

static void
add_convoys (MoeiOperation *operation)
{
  for (guint i = 0; i < N_CONVOYS; i++) {
    g_autofree char *id = g_strdup_printf ("convoy-%u", i);
    g_autofree char *route = g_strdup_printf ("route-%u", i % N_ROUTES);

    moei_collection_append (moei_operation_get_convoys (operation),
                            g_object_new (MOEI_TYPE_CONVOY, "id", id, "route", route, "people", (int) (20 + i),
                                          "state", MOEI_CONVOY_STATE_UNDER_WAY,
                                          "planned-departure", NOON - i * G_TIME_SPAN_MINUTE / 2,
                                          "estimated-arrival", NOON + (60 - i / 2) * G_TIME_SPAN_MINUTE, NULL));
  }
}

static void
add_flights (MoeiOperation *operation,
             GRand         *random)
{
  const MoeiPosition airport = { 98.545, 16.70 };
  MoeiCollection *places = moei_operation_get_places (operation);

  moei_collection_append (places, g_object_new (MOEI_TYPE_PLACE, "id", "home", "kind", MOEI_PLACE_KIND_AIRPORT,
                                                "position", &airport, NULL));
  for (guint i = 0; i < N_ARCS; i++) {
    g_autofree char *id = g_strdup_printf ("flight-%u", i);
    g_autofree char *to = g_strdup_printf ("airport-%u", i);
    MoeiPosition position = { random_between (random, 20, 130), random_between (random, -30, 45) };

    moei_collection_append (places, g_object_new (MOEI_TYPE_PLACE, "id", to, "kind", MOEI_PLACE_KIND_AIRPORT,
                                                  "position", &position, NULL));
    moei_collection_append (moei_operation_get_flights (operation),
                            g_object_new (MOEI_TYPE_FLIGHT, "id", id, "from", "home", "to", to,
                                          "state", MOEI_FLIGHT_STATE_SCHEDULED,
                                          "scheduled", NOON + G_TIME_SPAN_HOUR,
                                          "arrives", NOON + 5 * G_TIME_SPAN_HOUR, NULL));
  }
}

static MoeiOperation *
make_operation (guint n_sites)
{
  MoeiOperation *operation = moei_operation_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  add_sites (operation, random, n_sites);
  add_routes (operation, random);
  add_convoys (operation);
  add_flights (operation, random);
  return operation;
}

/* Processor time of this thread, so that what else the machine does is not
 * counted. */
static double
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
before_paint_cb (Stage *stage)
{
  stage->begun = thread_time ();
}

static void
after_paint_cb (Stage *stage)
{
  double took = thread_time () - stage->begun;

  if (stage->n_left > 0)
    g_array_append_val (stage->frames, took);
}

static void
look_at_middle (Stage *stage)
{
  /* Else our map would show the day whenever it is given another size. */
  if (stage->map != NULL)
    moei_map_canvas_look_at (moei_map_get_canvas (stage->map), middle, ZOOM, FALSE);
  shumate_viewport_set_zoom_level (stage->viewport, ZOOM);
  shumate_location_set_location (SHUMATE_LOCATION (stage->viewport), middle.latitude, middle.longitude);
}

static Stage *
make_stage (const char      *name,
            GtkWidget       *child,
            ShumateViewport *viewport,
            MoeiMap         *map)
{
  Stage *stage = g_new0 (Stage, 1);
  GdkFrameClock *clock;

  stage->name = name;
  stage->viewport = viewport;
  stage->map = map;
  stage->frames = g_array_new (FALSE, FALSE, sizeof (double));
  stage->medians = g_array_new (FALSE, FALSE, sizeof (double));
  stage->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), child);
  gtk_widget_realize (stage->window);
  clock = gtk_widget_get_frame_clock (stage->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), stage);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), stage);
  return stage;
}

static GtkWidget *
make_bare_map (ShumateMapLayer **base)
{
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();
  g_autoptr (MoeiBasemapSource) source = moei_basemap_source_new (basemaps);
  MoeiTileLook look = { .scale = 1, .stretch = 1 };
  GtkWidget *map = GTK_WIDGET (shumate_map_new ());
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (map));

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  *base = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), viewport);
  shumate_map_add_layer (SHUMATE_MAP (map), SHUMATE_LAYER (*base));
  moei_basemap_source_set_look (source, &look, TRUE);
  g_object_set_data_full (G_OBJECT (map), "navigator", moei_map_navigator_new (SHUMATE_MAP (map), *base), g_object_unref);
  return map;
}

static Stage *
make_bare (void)
{
  ShumateMapLayer *base;
  GtkWidget *map = make_bare_map (&base);

  return make_stage ("bare base map", map, shumate_map_get_viewport (SHUMATE_MAP (map)), NULL);
}

/* What libshumate itself offers for the same sites: a widget for each. */
static Stage *
make_markers (MoeiOperation *operation)
{
  ShumateMapLayer *base;
  GtkWidget *map = make_bare_map (&base);
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (map));
  ShumateMarkerLayer *layer = shumate_marker_layer_new (viewport);
  MoeiCollection *places = moei_operation_get_places (operation);

  for (guint i = 0; i < N_MANY; i++) {
    const MoeiPosition *position = moei_place_get_position (moei_collection_get (places, i));
    ShumateMarker *marker = shumate_marker_new ();

    shumate_marker_set_child (marker, gtk_image_new_from_icon_name ("mark-location-symbolic"));
    shumate_location_set_location (SHUMATE_LOCATION (marker), position->latitude, position->longitude);
    shumate_marker_layer_add_marker (layer, marker);
  }
  shumate_map_add_layer (SHUMATE_MAP (map), SHUMATE_LAYER (layer));
  return make_stage ("10,000 in a ShumateMarkerLayer", map, viewport, NULL);
}

static Stage *
make_ours (const char    *name,
           MoeiOperation *operation)
{
  MoeiMap *map = moei_map_new ();
  GtkWidget *shumate = gtk_widget_get_first_child (GTK_WIDGET (moei_map_get_canvas (map)));

  g_object_set (map, "operation", operation, "now", NOON, NULL);
  return make_stage (name, GTK_WIDGET (map), shumate_map_get_viewport (SHUMATE_MAP (shumate)), map);
}

static void
wait_settled (Stage *stage)
{
  gtk_window_present (GTK_WINDOW (stage->window));
  benchmark_iterate (400);
  if (stage->map != NULL)
    benchmark_wait_for (moei_map_canvas_is_settled (moei_map_get_canvas (stage->map)));
}

static gboolean
pan_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  Stage *stage = user_data;
  double angle = 2 * G_PI * stage->n_left / N_FRAMES;
  double step = STEP * 360 / (MOEI_TILE_SIZE * exp2 (ZOOM));

  shumate_location_set_location (SHUMATE_LOCATION (stage->viewport),
                                 shumate_location_get_latitude (SHUMATE_LOCATION (stage->viewport)) + step * sin (angle),
                                 shumate_location_get_longitude (SHUMATE_LOCATION (stage->viewport)) + step * cos (angle));
  return --stage->n_left > 0;
}

static void
pan (Stage *stage,
     guint  n_frames)
{
  double median;

  look_at_middle (stage);
  wait_settled (stage);
  g_array_set_size (stage->frames, 0);
  stage->n_left = n_frames;
  gtk_widget_add_tick_callback (stage->window, pan_cb, stage, NULL);
  benchmark_wait_for (stage->n_left == 0);
  median = benchmark_percentile (stage->frames, 50);
  g_array_append_val (stage->medians, median);
  gtk_widget_set_visible (stage->window, FALSE);
}

static double
ratio (const Stage *ours,
       const Stage *theirs)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ours->medians->len; i++) {
    double one = g_array_index (ours->medians, double, i) / g_array_index (theirs->medians, double, i);

    g_array_append_val (ratios, one);
  }
  return benchmark_percentile (ratios, 50);
}

static int
compare_panning (MoeiOperation *few,
                 MoeiOperation *many,
                 int            only)
{
  Stage *stages[] = {
    make_bare (),
    make_ours ("names only", NULL),
    make_ours ("200 sites, 50 routes, 60 arcs, 60 convoys", few),
    make_ours ("10,000 sites, 50 routes, 60 arcs, 60 convoys", many),
    only < 0 || only == 4 ? make_markers (many) : make_bare (),
  };
  guint n_frames[] = { N_FRAMES, N_FRAMES, N_FRAMES, N_FRAMES, 8 };
  int status;

  for (guint round = 0; round < N_ROUNDS; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
      if (only < 0 || only == (int) i)
        pan (stages[i], n_frames[i]);
    }
  }
  if (only >= 0) {
    benchmark_note (stages[only]->name, benchmark_percentile (stages[only]->medians, 50), "ms");
    return 0;
  }
  status = benchmark_report ("pan, 200 sites and all ÷ bare base map", ratio (stages[2], stages[0]), BUDGET_OVERLAYS, "×") |
           benchmark_report ("pan, 10,000 sites and all ÷ bare base map", ratio (stages[3], stages[0]), BUDGET_MANY, "×") |
           benchmark_report ("pan, 10,000 sites and all ÷ ShumateMarkerLayer", ratio (stages[3], stages[4]), BUDGET_MARKERS, "×");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autofree char *name = g_strdup_printf ("  a frame of: %s", stages[i]->name);

    benchmark_note (name, benchmark_percentile (stages[i]->medians, 50), "ms");
    gtk_window_destroy (GTK_WINDOW (stages[i]->window));
  }
  return status;
}

static gboolean
advance_cb (gpointer user_data)
{
  static gint64 now = NOON;

  now += TICK_MS * G_TIME_SPAN_MILLISECOND;
  g_object_set (user_data, "now", now, NULL);
  return G_SOURCE_CONTINUE;
}

static int
watch_still (MoeiOperation *operation)
{
  Stage *stage = make_ours ("still", operation);
  double before, used;
  guint advance;

  look_at_middle (stage);
  wait_settled (stage);
  benchmark_iterate (1000);
  before = benchmark_cpu_time (getpid ());
  advance = g_timeout_add (TICK_MS, advance_cb, stage->map);
  benchmark_iterate (STILL_S * 1000);
  used = benchmark_cpu_time (getpid ()) - before;
  g_source_remove (advance);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  return benchmark_report ("still map, 60 convoys told the time five times a second", 100 * used / STILL_S, BUDGET_STILL, "%");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MoeiOperation) few = NULL, many = NULL;
  int status;

  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  adw_init ();
  few = make_operation (N_SITES);
  many = make_operation (N_MANY);

  if (argc == 2)
    return compare_panning (few, many, atoi (argv[1]));
  status = watch_still (few);
  return status | compare_panning (few, many, -1);
}
