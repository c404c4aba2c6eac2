/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "map/moei-labels-layer.h"
#include "map/moei-site-arrangement.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"
#include "tests/map/map-fixture.h"

#define AFTERNOON (G_GINT64_CONSTANT (1741245600) * G_USEC_PER_SEC) /* 2025-03-06T14:20:00+07:00 */

typedef struct {
  MoeiOperation *operation;
  GtkWidget     *window;
  MoeiMap       *map;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture->operation = map_fixture_load (folder, AFTERNOON);
  fixture->map = moei_map_new ();
  g_object_set (fixture->map, "operation", fixture->operation, "now", AFTERNOON, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 984, 823);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  map_fixture_wait_settled (fixture->map);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gpointer operation = fixture->operation;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (operation, &operation);
  g_object_unref (operation);
  map_fixture_wait_gone (&operation);
}

static gpointer
get_place (Fixture    *fixture,
           const char *id)
{
  gpointer place = moei_collection_lookup (moei_operation_get_places (fixture->operation), id);

  g_assert_nonnull (place);
  return place;
}

/* Where a place is in the view. */
static MoeiPoint
find (Fixture    *fixture,
      const char *id)
{
  MoeiProjector projector;

  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &projector);
  return moei_projector_to_view (&projector, moei_mercator_project (*moei_place_get_position (get_place (fixture, id))));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  MoeiMap *map = g_object_ref_sink (moei_map_new ());

  g_object_set (map, "operation", operation, NULL);
  g_assert_finalize_object (map);
}

/* Nothing is left when a map that was shown is gone. */
static void
test_shown_destroy (Fixture       *fixture,
                    gconstpointer  user_data)
{
  gpointer map = fixture->map, canvas = moei_map_get_canvas (fixture->map);

  g_object_add_weak_pointer (map, &map);
  g_object_add_weak_pointer (canvas, &canvas);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  map_fixture_wait_gone (&map);
  map_fixture_wait_gone (&canvas);
}

static void
test_pick (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char * const ids[] = { "kk-park", "shwe-kokko", "maq", "bridge-1", "shunda-park" };
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    MoeiPoint at = find (fixture, ids[i]);

    g_assert_true (moei_map_canvas_pick (canvas, at.x, at.y) == get_place (fixture, ids[i]));
  }
  g_assert_null (moei_map_canvas_pick (canvas, 150, 600));
}

static void
click (Fixture   *fixture,
       MoeiPoint  at)
{
  GtkWidget *shumate = gtk_widget_get_first_child (GTK_WIDGET (moei_map_get_canvas (fixture->map)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (shumate);
  guint n_clicked = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_GESTURE_CLICK (controller))
      continue;
    g_signal_emit_by_name (controller, "pressed", 1, at.x, at.y);
    g_signal_emit_by_name (controller, "released", 1, at.x, at.y);
    n_clicked++;
  }
  g_assert_cmpuint (n_clicked, >, 0);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_click_selects (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (MoeiEntity) selected = NULL;
  guint n = 0;

  g_signal_connect_swapped (fixture->map, "notify::selected", G_CALLBACK (count), &n);
  click (fixture, find (fixture, "kk-park"));
  g_object_get (fixture->map, "selected", &selected, NULL);
  g_assert_true (selected == get_place (fixture, "kk-park"));
  g_assert_cmpuint (n, ==, 1);

  /* Again at the same place it is what lies below: the route that starts there. */
  click (fixture, find (fixture, "kk-park"));
  g_assert_true (MOEI_IS_ROUTE (moei_map_get_selected (fixture->map)));
  g_assert_cmpuint (n, ==, 2);
  click (fixture, find (fixture, "shwe-kokko"));
  g_assert_true (moei_map_get_selected (fixture->map) == get_place (fixture, "shwe-kokko"));
  click (fixture, (MoeiPoint) { 150, 600 });
  g_assert_null (moei_map_get_selected (fixture->map));
  g_assert_cmpuint (n, ==, 4);
}

/* What is selected elsewhere comes into view, if it is not. */
static void
test_selection_is_shown (Fixture       *fixture,
                         gconstpointer  user_data)
{
  MoeiProjector before, after;
  MoeiPoint at;

  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &before);
  moei_map_set_selected (fixture->map, get_place (fixture, "kk-park"));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &after);
  g_assert_cmpfloat (before.centre.x, ==, after.centre.x);

  moei_map_set_selected (fixture->map, get_place (fixture, "payathonzu"));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &after);
  at = find (fixture, "payathonzu");
  g_assert_true (moei_projector_shows (&after, at, -50));
  g_assert_true (moei_map_canvas_pick (moei_map_get_canvas (fixture->map), at.x, at.y) ==
                 get_place (fixture, "payathonzu"));

  /* A route has a middle. */
  moei_map_set_selected (fixture->map, moei_collection_lookup (moei_operation_get_routes (fixture->operation),
                                                               "bridge-2-bkk"));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &before);
  g_assert_cmpfloat (before.centre.y, !=, after.centre.y);
  after = before;

  /* One that is nowhere changes nothing. */
  moei_map_set_selected (fixture->map, get_place (fixture, "apollo-park"));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &before);
  g_assert_cmpfloat (before.centre.x, ==, after.centre.x);
}

static gboolean
has_label (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GArray) labels = moei_map_canvas_get_labels (moei_map_get_canvas (fixture->map));

  for (guint i = 0; i < labels->len; i++) {
    if (g_strcmp0 (g_array_index (labels, MoeiDrawnLabel, i).text, text) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
test_language (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const struct {
    MoeiLanguage  language;
    const char   *kk_park;
    const char   *mae_sot;
  } cases[] = {
    { MOEI_LANGUAGE_EN, "KK Park", "Mae Sot" },
    { MOEI_LANGUAGE_TH, "เคเคปาร์ค", "แม่สอด" },
    { MOEI_LANGUAGE_MY, "KK Park", "မဲဆောက်" },
    { MOEI_LANGUAGE_ZH_CN, "KK园区", "湄索" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("map-%s.png", moei_language_get_code (cases[i].language));
    g_autofree char *path = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), name, NULL);

    g_object_set (fixture->map, "language", cases[i].language, NULL);
    map_fixture_wait_settled (fixture->map);
    map_fixture_save_picture (fixture->window, path);
    g_assert_true (has_label (fixture, cases[i].kk_park));
    g_assert_true (has_label (fixture, cases[i].mae_sot));
  }
}

static gboolean
overlap (const MoeiBox *a,
         const MoeiBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* No label lies over another, over a symbol or out of the view. */
static void
assert_labels_are_apart (Fixture *fixture)
{
  g_autoptr (GArray) labels = moei_map_canvas_get_labels (moei_map_get_canvas (fixture->map));
  MoeiSiteArrangement *arrangement = moei_site_arrangement_new ();
  MoeiProjector projector;
  GArray *sites;

  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &projector);
  moei_site_arrangement_collect (arrangement, moei_map_get_scene (fixture->map));
  sites = moei_site_arrangement_get (arrangement, &projector);
  for (guint i = 0; i < labels->len; i++) {
    MoeiBox a = g_array_index (labels, MoeiDrawnLabel, i).box;

    g_assert_true (a.x >= 0 && a.y >= 0 && a.x + a.width <= 984 && a.y + a.height <= 823);
    for (guint j = 0; j < i; j++)
      g_assert_false (overlap (&a, &g_array_index (labels, MoeiDrawnLabel, j).box));
    for (guint j = 0; j < sites->len; j++) {
      const MoeiDrawnSite *site = &g_array_index (sites, MoeiDrawnSite, j);
      MoeiBox symbol = { site->at.x - site->radius, site->at.y - site->radius, 2 * site->radius, 2 * site->radius };

      g_assert_false (overlap (&a, &symbol));
    }
  }
  moei_site_arrangement_free (arrangement);
}

static void
test_labels_do_not_overlap (Fixture       *fixture,
                            gconstpointer  user_data)
{
  for (double zoom = 4; zoom < 14; zoom += 1.3) {
    g_autoptr (GArray) labels = NULL;

    moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), (MoeiPosition) { 98.53, 16.68 }, zoom, FALSE);
    map_fixture_wait_settled (fixture->map);
    labels = moei_map_canvas_get_labels (moei_map_get_canvas (fixture->map));
    g_assert_cmpuint (labels->len, >, 3);
    assert_labels_are_apart (fixture);
  }
}

/* Where the view is of countries, the day's own are named, whatever else is. */
static void
test_countries_are_named (Fixture       *fixture,
                          gconstpointer  user_data)
{
  static const struct {
    MoeiLanguage  language;
    const char   *names[2];
  } cases[] = {
    { MOEI_LANGUAGE_EN, { "Thailand", "Myanmar" } },
    { MOEI_LANGUAGE_TH, { "ไทย", "เมียนมา" } },
    { MOEI_LANGUAGE_MY, { "ထိုင်း", "မြန်မာ" } },
    { MOEI_LANGUAGE_ZH_CN, { "泰国", "缅甸" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_object_set (fixture->map, "language", cases[i].language, NULL);
    for (double zoom = 4; zoom <= 5; zoom += 1) {
      moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), (MoeiPosition) { 98.53, 16.68 }, zoom, FALSE);
      map_fixture_wait_settled (fixture->map);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].names); j++)
        g_assert_true (has_label (fixture, cases[i].names[j]));
    }
  }
}

/* What is selected is named at every zoom, alone or in a group. */
static void
test_selected_is_named (Fixture       *fixture,
                        gconstpointer  user_data)
{
  static const char * const ids[] = { "myawaddy-town", "checkpoint-2" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    MoeiPlace *place = get_place (fixture, ids[i]);

    moei_map_set_selected (fixture->map, MOEI_ENTITY (place));
    for (double zoom = 5; zoom < 14; zoom += 2.4) {
      moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), *moei_place_get_position (place), zoom, FALSE);
      map_fixture_wait_settled (fixture->map);
      g_assert_true (has_label (fixture, moei_text_get (moei_place_get_name (place), MOEI_LANGUAGE_EN)));
    }
  }
}

/* The legend explains what is in the view, and nothing else. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiMapKeys keys = moei_map_canvas_get_keys (canvas);

  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_HELD)) != 0);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_CROSSING_OPEN)) != 0);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_CROSSING_RESTRICTED)) == 0);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_GROUP)) == 0);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_SIZE)) == 0);

  /* Sizes say something where there are several. */
  g_object_set (get_place (fixture, "kk-park"), "people", 2400, NULL);
  keys = moei_map_canvas_get_keys (canvas);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_SIZE)) != 0);

  g_object_set (get_place (fixture, "bridge-1"), "state", MOEI_PLACE_STATE_RESTRICTED, NULL);
  keys = moei_map_canvas_get_keys (canvas);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_CROSSING_RESTRICTED)) != 0);

  /* Flights leave a view of the border, but none of Asia. */
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_BEYOND)) != 0);
  moei_map_canvas_look_at (canvas, (MoeiPosition) { 105, 25 }, 4, FALSE);
  keys = moei_map_canvas_get_keys (canvas);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_BEYOND)) == 0);
  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98.53, 16.68 }, 11, FALSE);

  g_object_set (moei_map_get_scene (fixture->map), "show-sites", FALSE, "show-routes", FALSE, NULL);
  keys = moei_map_canvas_get_keys (canvas);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_HELD)) == 0);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_DOUBT)) == 0);
  g_assert_true ((keys & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_ROUTE_OPEN)) == 0);

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98.53, 16.68 }, 6, FALSE);
  g_object_set (moei_map_get_scene (fixture->map), "show-sites", TRUE, NULL);
  g_assert_true ((moei_map_canvas_get_keys (canvas) & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_GROUP)) != 0);
}

static GtkWidget *
get_shumate (Fixture *fixture)
{
  return gtk_widget_get_first_child (GTK_WIDGET (moei_map_get_canvas (fixture->map)));
}

/* By the keyboard alone all that is drawn can be reached, and selected. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 60; i++) {
    g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "hand.step", "i", 1));
    g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "hand.activate", NULL));
    g_assert_nonnull (moei_map_get_selected (fixture->map));
    g_hash_table_add (met, moei_map_get_selected (fixture->map));
  }
  g_assert_true (g_hash_table_contains (met, get_place (fixture, "kk-park")));
  g_assert_true (g_hash_table_contains (met, get_place (fixture, "bridge-1")));
  g_assert_true (g_hash_table_contains (met, get_place (fixture, "maq")));
  g_assert_true (g_hash_table_contains (met, moei_collection_lookup (moei_operation_get_routes (fixture->operation),
                                                                     "shwe-kokko-bridge-2")));

  moei_map_set_selected (fixture->map, get_place (fixture, "kk-park"));
  g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "hand.step", "i", -1));
  moei_map_set_selected (fixture->map, get_place (fixture, "shwe-kokko"));
  gtk_widget_grab_focus (get_shumate (fixture));
}

/* Whether the keyboard is on places drawn as one: it says how many they are and
 * how they stand. */
static gboolean
is_on_group (Fixture *fixture)
{
  g_autofree char *said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (get_shumate (fixture)),
                                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  return said != NULL && strstr (said, " compounds,People held ") != NULL;
}

/* A group has no row of its own in the list, where each of its places has one;
 * but on the map the keyboard comes to it. */
static void
test_walk_to_group (Fixture       *fixture,
                    gconstpointer  user_data)
{
  guint n_steps = 0;

  moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), (MoeiPosition) { 98.53, 16.68 }, 7, FALSE);
  map_fixture_wait_settled (fixture->map);
  g_assert_false (is_on_group (fixture));
  while (!is_on_group (fixture)) {
    g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "hand.step", "i", 1));
    g_assert_cmpuint (++n_steps, <, 30);
  }
}

/* A group is opened: its places are apart, and in view. */
static void
test_open_group (Fixture       *fixture,
                 gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector projector;
  MoeiPoint at;

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98.53, 16.68 }, 7, FALSE);
  map_fixture_wait_settled (fixture->map);
  for (int i = 0; (moei_map_canvas_get_keys (canvas) & MOEI_MAP_KEY_BIT (MOEI_MAP_KEY_GROUP)) != 0 && i < 30; i++) {
    g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "hand.step", "i", 1));
    g_assert_true (gtk_widget_activate_action (get_shumate (fixture), "hand.activate", NULL));
    map_fixture_wait_settled (fixture->map);
  }
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, >=, 9.5);
  at = find (fixture, "kk-park");
  g_assert_true (moei_projector_shows (&projector, at, 0));
}

/* A change of one place is seen at once, without being told. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  user_data)
{
  MoeiPosition position = { 98.64, 16.72 };
  g_autoptr (MoeiText) name = moei_text_new ("Somewhere", NULL, NULL, NULL);
  MoeiPlace *place = map_fixture_add_place (fixture->operation, "somewhere", MOEI_PLACE_KIND_SITE,
                                            MOEI_PLACE_STATE_HELD, 98.65, 16.65);
  MoeiPoint at;

  g_object_set (place, "name", name, NULL);
  map_fixture_wait_settled (fixture->map);
  g_assert_true (has_label (fixture, "Somewhere"));

  g_object_set (place, "position", &position, NULL);
  map_fixture_wait_settled (fixture->map);
  at = find (fixture, "somewhere");
  g_assert_true (moei_map_canvas_pick (moei_map_get_canvas (fixture->map), at.x, at.y) == MOEI_ENTITY (place));

  g_object_set (place, "position", NULL, NULL);
  map_fixture_wait_settled (fixture->map);
  g_assert_true (moei_map_canvas_pick (moei_map_get_canvas (fixture->map), at.x, at.y) != MOEI_ENTITY (place));
  g_assert_false (has_label (fixture, "Somewhere"));
}

/* A convoy is where its times say, as the clock goes on. */
static void
test_convoy_moves (Fixture       *fixture,
                   gconstpointer  user_data)
{
  MoeiCollection *convoys = moei_operation_get_convoys (fixture->operation);
  const MoeiPosition a = { 98.60, 16.60 }, b = { 98.64, 16.60 };
  const MoeiPosition points[] = { a, b };
  g_autoptr (MoeiLine) line = moei_line_new (points, 2);
  MoeiConvoy *convoy = g_object_new (MOEI_TYPE_CONVOY, "id", "moving", "route", "straight", "people", 44,
                                     "state", MOEI_CONVOY_STATE_UNDER_WAY, "planned-departure", AFTERNOON,
                                     "estimated-arrival", AFTERNOON + G_TIME_SPAN_HOUR, NULL);
  MoeiProjector projector;
  MoeiPoint start, end;

  moei_collection_append (moei_operation_get_routes (fixture->operation),
                          g_object_new (MOEI_TYPE_ROUTE, "id", "straight", "line", line, NULL));
  moei_collection_append (convoys, convoy);
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &projector);
  start = moei_projector_to_view (&projector, moei_mercator_project (a));
  end = moei_projector_to_view (&projector, moei_mercator_project (b));

  for (guint i = 0; i <= 4; i++) {
    double x = start.x + (end.x - start.x) * i / 4;

    g_object_set (fixture->map, "now", AFTERNOON + i * G_TIME_SPAN_HOUR / 4, NULL);
    g_assert_true (moei_map_canvas_pick (moei_map_get_canvas (fixture->map), x, start.y) == MOEI_ENTITY (convoy));
  }
  /* Where it was, there is the route. */
  g_assert_true (MOEI_IS_ROUTE (moei_map_canvas_pick (moei_map_get_canvas (fixture->map), start.x, start.y)));
}

/* Names give way to a convoy that comes along. */
static void
test_labels_avoid_convoys (Fixture       *fixture,
                           gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);

  for (guint minutes = 0; minutes < 25; minutes += 3) {
    g_autoptr (GArray) labels = NULL;

    g_object_set (fixture->map, "now", AFTERNOON + minutes * G_TIME_SPAN_MINUTE, NULL);
    map_fixture_wait_settled (fixture->map);
    labels = moei_map_canvas_get_labels (canvas);
    for (guint i = 0; i < labels->len; i++) {
      MoeiBox box = g_array_index (labels, MoeiDrawnLabel, i).box;

      if (MOEI_IS_CONVOY (g_array_index (labels, MoeiDrawnLabel, i).entity))
        continue;
      for (double x = box.x; x <= box.x + box.width; x += 4)
        g_assert_false (MOEI_IS_CONVOY (moei_map_canvas_pick (canvas, x, box.y + box.height / 2)) &&
                        g_array_index (labels, MoeiDrawnLabel, i).entity != NULL);
    }
  }
}

/* Whether something that moves, or its name, is where a name was. */
static gboolean
is_met (Fixture       *fixture,
        const MoeiBox *box)
{
  for (double y = box->y; y <= box->y + box->height; y += 3) {
    for (double x = box->x; x <= box->x + box->width; x += 3) {
      MoeiEntity *entity = moei_map_canvas_pick (moei_map_get_canvas (fixture->map), x, y);

      if (MOEI_IS_CONVOY (entity) || MOEI_IS_FLIGHT (entity))
        return TRUE;
    }
  }
  return FALSE;
}

/* Names stay where they are while convoys pass, but for those they meet; and
 * they do not come back as soon as the convoy has gone. */
static void
test_labels_stay (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const MoeiPosition points[] = { { 98.47, 16.695 }, { 98.60, 16.695 }, { 98.61, 16.62 }, { 98.50, 16.62 } };
  g_autoptr (MoeiLine) line = moei_line_new (points, G_N_ELEMENTS (points));
  guint n_moves = 0;

  moei_collection_append (moei_operation_get_routes (fixture->operation),
                          g_object_new (MOEI_TYPE_ROUTE, "id", "passing", "line", line, NULL));
  moei_collection_append (moei_operation_get_convoys (fixture->operation),
                          g_object_new (MOEI_TYPE_CONVOY, "id", "passing", "route", "passing", "people", 44,
                                        "state", MOEI_CONVOY_STATE_UNDER_WAY, "planned-departure", AFTERNOON,
                                        "estimated-arrival", AFTERNOON + G_TIME_SPAN_HOUR, NULL));
  for (guint step = 0; step < 120; step++) {
    g_autoptr (GArray) labels = NULL;

    g_object_set (fixture->map, "now", AFTERNOON + step * 30 * G_TIME_SPAN_SECOND, NULL);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->map));
    labels = moei_map_canvas_get_labels (moei_map_get_canvas (fixture->map));
    g_assert_cmpuint (labels->len, >, 8);
    for (guint i = 0; i < labels->len; i++) {
      const MoeiDrawnLabel *label = &g_array_index (labels, MoeiDrawnLabel, i);
      const MoeiBox *box = g_hash_table_lookup (before, label->text);

      if (!MOEI_IS_PLACE (label->entity))
        continue;
      if (box != NULL && (box->x != label->box.x || box->y != label->box.y)) {
        g_test_message ("step %u: %s", step, label->text);
        g_assert_true (is_met (fixture, box));
        n_moves++;
      }
      g_hash_table_insert (before, g_strdup (label->text), g_memdup2 (&label->box, sizeof label->box));
    }
  }
  g_assert_cmpuint (n_moves, <=, 6);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);
  MoeiProjector before, after;

  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &before);
  g_assert_true (gtk_widget_activate_action (map, "map.pan", "(ii)", 1, 0));
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &after);
  g_assert_cmpfloat_with_epsilon ((after.centre.x - before.centre.x) * before.world, before.width / 5, 0.5);

  g_assert_true (gtk_widget_activate_action (map, "map.zoom-in", NULL));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom + 1, 1e-6);

  g_assert_true (gtk_widget_activate_action (map, "map.fit-day", NULL));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.centre.x, before.centre.x, 1e-9);
}

/* The border, and where people go home to, are in sight when asked for; the way
 * there ends where it is once somebody takes the view into their own hands. */
static void
test_views (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const MoeiPosition far[] = { { 36.93, -1.32 }, { 118.86, 31.74 }, { 77.1, 28.56 }, { 106.66, -6.13 } };
  GtkWidget *map = GTK_WIDGET (fixture->map);
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector projector, later;

  g_assert_true (gtk_widget_activate_action (map, "map.view-region", NULL));
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (canvas, &projector);
  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    g_assert_true (moei_projector_shows (&projector, moei_projector_to_view (&projector, moei_mercator_project (far[i])), 0));

  g_assert_true (gtk_widget_activate_action (map, "map.view-border", NULL));
  click (fixture, (MoeiPoint) { 300, 400 });
  map_fixture_wait_settled (fixture->map);
  moei_map_canvas_project (canvas, &later);
  g_assert_cmpfloat_with_epsilon (later.zoom, projector.zoom, 1.0);

  g_assert_true (gtk_widget_activate_action (map, "map.view-border", NULL));
  map_fixture_wait_settled (fixture->map);
  g_assert_true (moei_projector_shows (&projector, find (fixture, "kk-park"), 0));
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, >, 10);
}

/* The world has an end, and it is not shown twice. */
static void
test_stays_in_the_world (Fixture       *fixture,
                         gconstpointer  user_data)
{
  MoeiMapCanvas *canvas = moei_map_get_canvas (fixture->map);
  MoeiProjector projector;

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98, 84 }, 0, FALSE);
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.world, >=, projector.height);
  g_assert_cmpfloat (projector.centre.y * projector.world, >=, projector.height / 2 - 0.5);

  moei_map_canvas_look_at (canvas, (MoeiPosition) { 98, -84 }, 30, FALSE);
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, <=, 16);
  g_assert_false (moei_map_canvas_can_zoom (canvas, 1));
}

static void
test_dark (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "map-dark.png", NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  map_fixture_wait_settled (fixture->map);
  map_fixture_save_picture (fixture->window, path);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->map), "dark"));
}

static void
test_copy_view (Fixture       *fixture,
                gconstpointer  user_data)
{
  MoeiMap *other = g_object_ref_sink (moei_map_new ());
  MoeiProjector before, after;

  moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), (MoeiPosition) { 100.5, 13.75 }, 9, FALSE);
  moei_map_set_selected (fixture->map, get_place (fixture, "dmk"));
  moei_map_copy_view (other, fixture->map);
  moei_map_canvas_project (moei_map_get_canvas (fixture->map), &before);
  moei_map_canvas_project (moei_map_get_canvas (other), &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.centre.x, before.centre.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.centre.y, before.centre.y, 1e-9);
  g_assert_true (moei_map_get_selected (other) == get_place (fixture, "dmk"));
  g_assert_finalize_object (other);
}

#define ADD(name, func) g_test_add ("/map/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  moei_language_set_current (MOEI_LANGUAGE_EN);
  adw_init ();

  g_test_add_func ("/map/new-destroy", test_new_destroy);
  ADD ("shown-destroy", test_shown_destroy);
  ADD ("pick", test_pick);
  ADD ("click-selects", test_click_selects);
  ADD ("selection-is-shown", test_selection_is_shown);
  ADD ("language", test_language);
  ADD ("labels-do-not-overlap", test_labels_do_not_overlap);
  ADD ("countries-are-named", test_countries_are_named);
  ADD ("selected-is-named", test_selected_is_named);
  ADD ("keys", test_keys);
  ADD ("walk", test_walk);
  ADD ("walk-to-group", test_walk_to_group);
  ADD ("open-group", test_open_group);
  ADD ("follows", test_follows);
  ADD ("convoy-moves", test_convoy_moves);
  ADD ("labels-avoid-convoys", test_labels_avoid_convoys);
  ADD ("labels-stay", test_labels_stay);
  ADD ("keyboard", test_keyboard);
  ADD ("views", test_views);
  ADD ("stays-in-the-world", test_stays_in_the_world);
  ADD ("dark", test_dark);
  ADD ("copy-view", test_copy_view);

  return g_test_run ();
}
