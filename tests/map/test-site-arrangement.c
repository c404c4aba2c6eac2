/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-site-arrangement.h"
#include "operation/moei-collection.h"

#define N_PLACES 400

typedef struct {
  MoeiOperation       *operation;
  MoeiMapScene        *scene;
  MoeiSiteArrangement *arrangement;
  MoeiProjector        projector;
} Fixture;

static MoeiPlace *
add_place (Fixture        *fixture,
           const char     *id,
           MoeiPlaceKind   kind,
           MoeiPlaceState  state,
           double          longitude,
           double          latitude)
{
  MoeiPosition position = { longitude, latitude };
  MoeiPlace *place = moei_place_new (id);

  g_object_set (place, "kind", kind, "state", state, "position", &position, NULL);
  moei_collection_append (moei_operation_get_places (fixture->operation), place);
  return place;
}

static void
look (Fixture *fixture,
      double   zoom)
{
  moei_projector_init (&fixture->projector, (MoeiPosition) { 98.5, 16.7 }, zoom, 1000, 800);
  moei_site_arrangement_collect (fixture->arrangement, fixture->scene);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->operation = moei_operation_new ();
  fixture->scene = moei_map_scene_new ();
  fixture->arrangement = moei_site_arrangement_new ();
  moei_map_scene_set_operation (fixture->scene, fixture->operation);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  moei_site_arrangement_free (fixture->arrangement);
  g_assert_finalize_object (fixture->scene);
  g_assert_finalize_object (fixture->operation);
}

static void
add_many (Fixture *fixture)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1500);

  for (guint i = 0; i < N_PLACES; i++) {
    g_autofree char *id = g_strdup_printf ("site-%u", i);

    add_place (fixture, id, MOEI_PLACE_KIND_SITE, (MoeiPlaceState) (i % 4), g_rand_double_range (random, 98.2, 98.8),
               g_rand_double_range (random, 16.5, 16.9));
  }
}

/* Each place is in one group only, in its state, at any zoom. */
static void
test_nothing_is_lost (Fixture       *fixture,
                      gconstpointer  user_data)
{
  add_many (fixture);
  for (double zoom = 4; zoom < 9.4; zoom += 0.35) {
    guint n = 0, counts[4] = { 0 };
    GArray *drawn;

    look (fixture, zoom);
    drawn = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
    for (guint i = 0; i < drawn->len; i++) {
      const MoeiDrawnSite *site = &g_array_index (drawn, MoeiDrawnSite, i);
      guint own = 0;

      for (guint j = 0; j < G_N_ELEMENTS (counts); j++) {
        own += site->counts[j];
        counts[j] += site->counts[j];
      }
      g_assert_cmpuint (own, ==, site->n_places);
      n += site->n_places;
    }
    g_assert_cmpuint (n, ==, N_PLACES);
    for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
      g_assert_cmpuint (counts[j], ==, N_PLACES / 4);
    g_assert_cmpuint (drawn->len, <, N_PLACES / 2);
  }
}

/* Groups belong to the map: to pan changes nothing but where they are. */
static void
test_panning (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GArray) before = NULL;
  GArray *after;

  add_many (fixture);
  look (fixture, 8);
  before = g_array_copy (moei_site_arrangement_get (fixture->arrangement, &fixture->projector));
  fixture->projector.centre.x += 37 / fixture->projector.world;
  fixture->projector.centre.y -= 11 / fixture->projector.world;
  after = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++) {
    const MoeiDrawnSite *a = &g_array_index (before, MoeiDrawnSite, i), *b = &g_array_index (after, MoeiDrawnSite, i);

    g_assert_true (a->place == b->place);
    g_assert_cmpuint (a->n_places, ==, b->n_places);
    g_assert_cmpfloat_with_epsilon (a->at.x - b->at.x, 37, 1e-6);
    g_assert_cmpfloat_with_epsilon (a->at.y - b->at.y, -11, 1e-6);
  }
}

/* Its members are those that it counts; and whatever stands for a place is
 * found. */
static void
test_members (Fixture       *fixture,
              gconstpointer  user_data)
{
  GArray *drawn;

  add_many (fixture);
  look (fixture, 7.5);
  drawn = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
  for (guint i = 0; i < drawn->len; i++) {
    const MoeiDrawnSite *site = &g_array_index (drawn, MoeiDrawnSite, i);
    g_autoptr (GPtrArray) members =
      moei_site_arrangement_get_members (fixture->arrangement, &fixture->projector, site->place);

    g_assert_cmpuint (members->len, ==, site->n_places);
    for (guint j = 0; j < members->len; j++)
      g_assert_true (moei_site_arrangement_find (fixture->arrangement, &fixture->projector, members->pdata[j]) == site);
  }
}

/* From near each place has its own symbol; facilities always have. */
static void
test_apart (Fixture       *fixture,
            gconstpointer  user_data)
{
  MoeiPlace *bridge = add_place (fixture, "bridge", MOEI_PLACE_KIND_CROSSING, MOEI_PLACE_STATE_OPEN, 98.5, 16.7);
  GArray *drawn;

  add_place (fixture, "a", MOEI_PLACE_KIND_SITE, MOEI_PLACE_STATE_HELD, 98.5, 16.7);
  add_place (fixture, "b", MOEI_PLACE_KIND_HOLDING, MOEI_PLACE_STATE_CLEARED, 98.501, 16.7);
  look (fixture, 11);
  drawn = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
  g_assert_cmpuint (drawn->len, ==, 3);
  for (guint i = 0; i < drawn->len; i++) {
    const MoeiDrawnSite *a = &g_array_index (drawn, MoeiDrawnSite, i);

    g_assert_cmpuint (a->n_places, ==, 1);
    for (guint j = 0; j < i; j++) {
      const MoeiDrawnSite *b = &g_array_index (drawn, MoeiDrawnSite, j);

      g_assert_cmpfloat (hypot (a->at.x - b->at.x, a->at.y - b->at.y), >=, (a->radius + b->radius) / 2);
    }
  }

  look (fixture, 9.2);
  drawn = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
  g_assert_cmpuint (drawn->len, ==, 2);
  g_assert_true (moei_site_arrangement_find (fixture->arrangement, &fixture->projector, bridge)->place == bridge);
}

/* What matters most speaks for a group: people held. */
static void
test_speaker (Fixture       *fixture,
              gconstpointer  user_data)
{
  MoeiPlace *held;
  GArray *drawn;

  add_place (fixture, "a", MOEI_PLACE_KIND_SITE, MOEI_PLACE_STATE_CLEARED, 98.5001, 16.7);
  held = add_place (fixture, "b", MOEI_PLACE_KIND_SITE, MOEI_PLACE_STATE_HELD, 98.5, 16.7);
  add_place (fixture, "c", MOEI_PLACE_KIND_SITE, MOEI_PLACE_STATE_UNKNOWN, 98.5002, 16.7);
  moei_map_scene_set_selected (fixture->scene, moei_collection_get (moei_operation_get_places (fixture->operation), 2));
  look (fixture, 6);
  drawn = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
  g_assert_cmpuint (drawn->len, ==, 1);
  g_assert_true (g_array_index (drawn, MoeiDrawnSite, 0).place == held);
  g_assert_true (g_array_index (drawn, MoeiDrawnSite, 0).has_selected);
}

/* Places that are at one place are spread around it, until the zoom changes. */
static void
test_fan (Fixture       *fixture,
          gconstpointer  user_data)
{
  MoeiPlace *place = NULL;
  GArray *drawn;

  for (guint i = 0; i < 12; i++) {
    g_autofree char *id = g_strdup_printf ("%u", i);

    place = add_place (fixture, id, MOEI_PLACE_KIND_SITE, MOEI_PLACE_STATE_HELD, 98.5, 16.7);
  }
  look (fixture, 8);
  g_assert_cmpuint (moei_site_arrangement_get (fixture->arrangement, &fixture->projector)->len, ==, 1);

  moei_site_arrangement_fan_out (fixture->arrangement, place);
  drawn = moei_site_arrangement_get (fixture->arrangement, &fixture->projector);
  g_assert_cmpuint (drawn->len, ==, 12);
  for (guint i = 0; i < drawn->len; i++) {
    const MoeiDrawnSite *a = &g_array_index (drawn, MoeiDrawnSite, i);

    for (guint j = 0; j < i; j++) {
      const MoeiDrawnSite *b = &g_array_index (drawn, MoeiDrawnSite, j);

      g_assert_cmpfloat (hypot (a->at.x - b->at.x, a->at.y - b->at.y), >, a->radius + b->radius);
    }
  }

  look (fixture, 8.5);
  g_assert_cmpuint (moei_site_arrangement_get (fixture->arrangement, &fixture->projector)->len, ==, 1);
}

/* More people, a larger symbol; unknown is neither few nor many. */
static void
test_sizes (void)
{
  static const struct {
    MoeiPlaceState state;
    int            people;
    MoeiMapSize    size;
  } cases[] = {
    { MOEI_PLACE_STATE_HELD, 12, MOEI_MAP_SIZE_SMALL }, { MOEI_PLACE_STATE_HELD, 100, MOEI_MAP_SIZE_MEDIUM },
    { MOEI_PLACE_STATE_HELD, 1840, MOEI_MAP_SIZE_LARGE }, { MOEI_PLACE_STATE_CLEARING, 2000, MOEI_MAP_SIZE_HUGE },
    { MOEI_PLACE_STATE_HELD, MOEI_COUNT_UNKNOWN, MOEI_MAP_SIZE_MEDIUM },
    { MOEI_PLACE_STATE_HELD, MOEI_COUNT_SUPPRESSED, MOEI_MAP_SIZE_SMALL },
    { MOEI_PLACE_STATE_CLEARED, 0, MOEI_MAP_SIZE_MEDIUM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MoeiPlace) place = moei_place_new ("place");

    g_object_set (place, "kind", MOEI_PLACE_KIND_SITE, "state", cases[i].state, "people", cases[i].people, NULL);
    g_assert_cmpint (moei_map_symbol_size_for (place), ==, cases[i].size);
  }
}

#define ADD(name, func) g_test_add ("/site-arrangement/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing-is-lost", test_nothing_is_lost);
  ADD ("panning", test_panning);
  ADD ("members", test_members);
  ADD ("apart", test_apart);
  ADD ("speaker", test_speaker);
  ADD ("fan", test_fan);
  g_test_add_func ("/site-arrangement/sizes", test_sizes);

  return g_test_run ();
}
