/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "map/moei-label-placer.h"
#include "map/moei-map-layers-card.h"
#include "map/moei-map-legend.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-place.h"
#include "tests/map/map-fixture.h"

#define AFTERNOON (G_GINT64_CONSTANT (1741245600) * G_USEC_PER_SEC) /* 2025-03-06T14:20:00+07:00 */

/* What windows of 1024x700, 1366x768, 1600x900 and 1920x1080 leave for the map. */
static const struct {
  int width;
  int height;
} sizes[] = { { 620, 590 }, { 962, 658 }, { 1196, 790 }, { 1516, 970 } };

static const char * const cards[] = { "layers_card", "legend", "buttons", "footer" };

static GtkWidget *window;
static MoeiMap *map;
static MoeiOperation *operation;

/* As many different things as there can be in a day. */
static void
vary (void)
{
  static const MoeiConvoyState convoy_states[] = { MOEI_CONVOY_STATE_HALTED, MOEI_CONVOY_STATE_UNDER_WAY };
  MoeiCollection *convoys = moei_operation_get_convoys (operation);
  MoeiPosition position = { 98.52, 16.70 };

  for (guint i = 0; i < moei_collection_size (convoys); i++)
    g_object_set (moei_collection_get (convoys, i), "state", convoy_states[i % 2], "position", i % 2 == 0 ? &position : NULL,
                  NULL);
  g_object_set (moei_collection_lookup (moei_operation_get_places (operation), "bridge-1"),
                "state", MOEI_PLACE_STATE_CLOSED, NULL);
  g_object_set (moei_collection_lookup (moei_operation_get_places (operation), "shunda-park"),
                "state", MOEI_PLACE_STATE_CLEARED, NULL);
}

static void
set_up (int          width,
        int          height,
        MoeiLanguage language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);

  operation = map_fixture_load (folder, AFTERNOON);
  vary ();
  map = moei_map_new ();
  g_object_set (map, "operation", operation, "now", AFTERNOON, "language", language, NULL);
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (map));
  gtk_window_present (GTK_WINDOW (window));
  map_fixture_wait_settled (map);
}

static void
tear_down (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&operation);
}

static graphene_rect_t
get_bounds (const char *card)
{
  GObject *widget = gtk_widget_get_template_child (GTK_WIDGET (map), MOEI_TYPE_MAP, card);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (widget), GTK_WIDGET (map), &bounds));
  return bounds;
}

static void
assert_cards_are_apart (void)
{
  graphene_rect_t bounds[G_N_ELEMENTS (cards)], whole = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (map)),
                                                                          gtk_widget_get_height (GTK_WIDGET (map)));

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++) {
    bounds[i] = get_bounds (cards[i]);
    g_assert_true (graphene_rect_contains_rect (&whole, &bounds[i]));
    for (guint j = 0; j < i; j++) {
      if (graphene_rect_intersection (&bounds[i], &bounds[j], NULL))
        g_error ("%s and %s overlap in a map of %.0fx%.0f in %s", cards[i], cards[j], whole.size.width, whole.size.height,
                 moei_language_get_code (moei_map_scene_get_language (moei_map_get_scene (map))));
    }
  }
}

/* The day's places are where they can be seen, and named there. */
static void
assert_day_is_free (void)
{
  MoeiExtent day = moei_extent_of_day (operation);
  MoeiCollection *places = moei_operation_get_places (operation);
  MoeiProjector projector;
  guint n_hidden = 0;

  moei_map_canvas_project (moei_map_get_canvas (map), &projector);
  for (guint i = 0; i < moei_collection_size (places); i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    const MoeiPosition *position = moei_place_get_position (place);
    gboolean of_day;
    MoeiPoint at;

    if (position == NULL)
      continue;
    of_day = position->longitude >= day.west && position->longitude <= day.east &&
             position->latitude >= day.south && position->latitude <= day.north;
    at = moei_projector_to_view (&projector, moei_mercator_project (*position));
    if (of_day)
      g_assert_true (moei_projector_shows (&projector, at, -30));
    for (guint j = 0; j < G_N_ELEMENTS (cards); j++) {
      graphene_rect_t bounds = get_bounds (cards[j]);

      if (!graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y)))
        continue;
      n_hidden++;
      if (of_day)
        g_error ("%s is below %s in a map of %.0fx%.0f", moei_entity_get_id (MOEI_ENTITY (place)), cards[j],
                 projector.width, projector.height);
    }
  }
  /* Of what lies beyond the day, hardly any. */
  g_assert_cmpuint (n_hidden, <=, 2);
}

static void
assert_is_named (const char *id)
{
  g_autoptr (GArray) labels = moei_map_canvas_get_labels (moei_map_get_canvas (map));
  gboolean named = FALSE;

  for (guint i = 0; i < labels->len; i++) {
    MoeiEntity *entity = g_array_index (labels, MoeiDrawnLabel, i).entity;

    named |= entity != NULL && g_str_equal (moei_entity_get_id (entity), id);
  }
  g_assert_true (named);
}

static void
test_apart (gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    set_up (sizes[i].width, sizes[i].height, GPOINTER_TO_INT (user_data));
    assert_cards_are_apart ();
    assert_day_is_free ();
    /* As the scale grows and shrinks */
    for (double zoom = 6; zoom < 15; zoom += 2.3) {
      moei_map_canvas_look_at (moei_map_get_canvas (map), (MoeiPosition) { 98.53, 16.70 }, zoom, FALSE);
      map_fixture_wait_settled (map);
      assert_cards_are_apart ();
    }
    tear_down ();
  }
}

/* Unfolded on a low map, the legend scrolls. */
static void
test_unfolded (void)
{
  GObject *legend, *layers;

  set_up (962, 590, MOEI_LANGUAGE_TH);
  legend = gtk_widget_get_template_child (GTK_WIDGET (map), MOEI_TYPE_MAP, "legend");
  layers = gtk_widget_get_template_child (GTK_WIDGET (map), MOEI_TYPE_MAP, "layers_card");
  moei_map_legend_set_expanded (MOEI_MAP_LEGEND (legend), TRUE);
  moei_map_layers_card_set_expanded (MOEI_MAP_LAYERS_CARD (layers), TRUE);
  map_fixture_wait_settled (map);
  assert_cards_are_apart ();
  tear_down ();
}

static void
test_fit_day (void)
{
  static const char * const named[] = { "kk-park", "shwe-kokko", "bridge-2", "maq" };

  set_up (962, 658, MOEI_LANGUAGE_EN);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), "map.view-region", NULL));
  map_fixture_wait_settled (map);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), "map.fit-day", NULL));
  map_fixture_wait_settled (map);
  assert_day_is_free ();
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    assert_is_named (named[i]);
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  adw_init ();

  for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++) {
    g_autofree char *path = g_strdup_printf ("/map-cards/apart/%s", moei_language_get_code (language));

    g_test_add_data_func (path, GINT_TO_POINTER (language), test_apart);
  }
  g_test_add_func ("/map-cards/unfolded", test_unfolded);
  g_test_add_func ("/map-cards/fit-day", test_fit_day);

  return g_test_run ();
}
