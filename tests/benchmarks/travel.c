/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <unistd.h>

#include "benchmark.h"
#include "language/moei-language.h"
#include "map/moei-map.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"

/* travel [--full]: whether the map grows while it is moved about.
 *
 * The view flies to and fro between near and far, among sites and convoys, and
 * turns dark and light again, without a rest: tiles, names and pictures come
 * and go.  What counts is the least resident memory of the last moments less that
 * of the moments after the caches have filled. */

/* By then the caches of tiles and names are full. */
#define WARM_S  80
#define SHORT_S 140
#define FULL_S  600
#define LOOK_S  20

#define N_SITES   200
#define N_CONVOYS 60
#define STEP_MS   400
#define RECOLOUR  8 /* steps */

#define BUDGET_GROWTH 8.0 /* MB */

#define NOON (G_GINT64_CONSTANT (1741237200) * G_USEC_PER_SEC)

static MoeiOperation *
make_operation (void)
{
  MoeiOperation *operation = moei_operation_new ();
  MoeiPosition ends[] = { { 98.3, 16.4 }, { 98.8, 17.0 } };
  g_autoptr (MoeiLine) line = moei_line_new (ends, G_N_ELEMENTS (ends));
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_SITES; i++) {
    g_autofree char *id = g_strdup_printf ("site-%u", i);
    g_autoptr (MoeiText) name = moei_text_new (id, NULL, NULL, NULL);
    MoeiPosition position = { g_rand_double_range (random, 98, 99.1), g_rand_double_range (random, 16.3, 17.1) };

    moei_collection_append (moei_operation_get_places (operation),
                            g_object_new (MOEI_TYPE_PLACE, "id", id, "kind", MOEI_PLACE_KIND_SITE, "name", name,
                                          "position", &position, "state", (int) (i % 4), NULL));
  }
  moei_collection_append (moei_operation_get_routes (operation),
                          g_object_new (MOEI_TYPE_ROUTE, "id", "road", "line", line, NULL));
  for (guint i = 0; i < N_CONVOYS; i++) {
    g_autofree char *id = g_strdup_printf ("convoy-%u", i);

    moei_collection_append (moei_operation_get_convoys (operation),
                            g_object_new (MOEI_TYPE_CONVOY, "id", id, "route", "road", "people", (int) (20 + i),
                                          "state", MOEI_CONVOY_STATE_UNDER_WAY,
                                          "planned-departure", NOON - i * G_TIME_SPAN_MINUTE,
                                          "estimated-arrival", NOON + (90 - i) * G_TIME_SPAN_MINUTE, NULL));
  }
  return operation;
}

static void
step (MoeiMap *map,
      guint    n)
{
  static const double zooms[] = { 11, 9.5, 12.3, 7, 10.4 };
  MoeiPosition position = { 98 + (n * 37 % 100) / 90.0, 16.3 + (n * 53 % 100) / 120.0 };

  if (n % RECOLOUR == 0)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        n / RECOLOUR % 2 == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                              : ADW_COLOR_SCHEME_FORCE_DARK);
  g_object_set (map, "now", NOON + n * G_TIME_SPAN_SECOND, NULL);
  moei_map_canvas_look_at (moei_map_get_canvas (map), position, zooms[n % G_N_ELEMENTS (zooms)], TRUE);
  benchmark_iterate (STEP_MS);
}

static int
travel (MoeiMap *map,
        guint    seconds)
{
  gint64 begun = g_get_monotonic_time (), length = seconds * G_TIME_SPAN_SECOND, spent;
  g_autofree char *name = g_strdup_printf ("growth over %u s of travel and recolouring", seconds);
  double early = G_MAXDOUBLE, late = G_MAXDOUBLE, most = 0;
  guint n = 0;

  while ((spent = g_get_monotonic_time () - begun) < length) {
    double resident;

    step (map, n++);
    resident = benchmark_resident (getpid ());
    most = MAX (most, resident);
    if (spent >= WARM_S * G_TIME_SPAN_SECOND && spent < (WARM_S + LOOK_S) * G_TIME_SPAN_SECOND)
      early = MIN (early, resident);
    else if (spent >= length - LOOK_S * G_TIME_SPAN_SECOND)
      late = MIN (late, resident);
  }
  benchmark_note ("resident after the caches have filled", early, "MB");
  benchmark_note ("resident at the end", late, "MB");
  benchmark_note ("resident at most", most, "MB");
  benchmark_note ("flights of the view", n, "");
  return benchmark_report (name, late - early, BUDGET_GROWTH, "MB");
}

int
main (int    argc,
      char **argv)
{
  gboolean is_full = argc == 2 && g_str_equal (argv[1], "--full");
  g_autoptr (MoeiOperation) operation = NULL;
  GtkWidget *window;
  MoeiMap *map;
  int status;

  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  adw_init ();
  operation = make_operation ();
  map = moei_map_new ();
  g_object_set (map, "operation", operation, "now", NOON, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (map));
  gtk_window_present (GTK_WINDOW (window));
  status = travel (map, is_full ? FULL_S : SHORT_S);
  gtk_window_destroy (GTK_WINDOW (window));
  return status;
}
