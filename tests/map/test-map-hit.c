/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-map-hit.h"
#include "operation/moei-place.h"

static void
add (GArray      *hits,
     gpointer     entity,
     MoeiMapRank  rank,
     double       distance)
{
  MoeiMapHit hit = { entity, rank, distance, FALSE };

  g_array_append_val (hits, hit);
}

static gpointer
get (GArray *hits,
     guint   index)
{
  return g_array_index (hits, MoeiMapHit, index).entity;
}

/* What is under the point comes before what is near it, whatever matters more;
 * what is near comes by distance. */
static void
test_sort (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (MoeiMapHit));
  g_autoptr (MoeiPlace) a = moei_place_new ("a"), b = moei_place_new ("b"), c = moei_place_new ("c"),
                        d = moei_place_new ("d");

  add (hits, a, MOEI_MAP_RANK_CONVOY, 9);
  add (hits, b, MOEI_MAP_RANK_ROUTE, 0);
  add (hits, c, MOEI_MAP_RANK_PLACE, 0);
  add (hits, d, MOEI_MAP_RANK_PLACE, 5);
  moei_map_hits_sort (hits);
  g_assert_cmpuint (hits->len, ==, 4);
  g_assert_true (get (hits, 0) == c);
  g_assert_true (get (hits, 1) == b);
  g_assert_true (get (hits, 2) == d);
  g_assert_true (get (hits, 3) == a);
}

/* At the same distance, what matters more. */
static void
test_ties (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (MoeiMapHit));
  g_autoptr (MoeiPlace) a = moei_place_new ("a"), b = moei_place_new ("b");

  add (hits, a, MOEI_MAP_RANK_ARC, 6);
  add (hits, b, MOEI_MAP_RANK_CONVOY, 6.5);
  moei_map_hits_sort (hits);
  g_assert_true (get (hits, 0) == b);
}

/* A symbol and its name are one thing. */
static void
test_once (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (MoeiMapHit));
  g_autoptr (MoeiPlace) a = moei_place_new ("a");

  add (hits, a, MOEI_MAP_RANK_NAME, 0);
  add (hits, a, MOEI_MAP_RANK_PLACE, 0);
  moei_map_hits_sort (hits);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (g_array_index (hits, MoeiMapHit, 0).rank, ==, MOEI_MAP_RANK_PLACE);
}

/* Clicks at one place go through what is there; elsewhere they begin anew. */
static void
test_cycle (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (MoeiMapHit));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (MoeiMapHit));
  g_autoptr (MoeiPlace) a = moei_place_new ("a"), b = moei_place_new ("b");
  MoeiMapPicker picker = { { -1000, -1000 }, 0 };

  add (hits, a, MOEI_MAP_RANK_CONVOY, 0);
  add (hits, b, MOEI_MAP_RANK_PLACE, 0);
  moei_map_hits_sort (hits);
  g_assert_true (moei_map_picker_choose (&picker, (MoeiPoint) { 50, 50 }, hits)->entity == (gpointer) a);
  g_assert_true (moei_map_picker_choose (&picker, (MoeiPoint) { 52, 51 }, hits)->entity == (gpointer) b);
  g_assert_true (moei_map_picker_choose (&picker, (MoeiPoint) { 50, 50 }, hits)->entity == (gpointer) a);
  g_assert_true (moei_map_picker_choose (&picker, (MoeiPoint) { 80, 50 }, hits)->entity == (gpointer) a);
  g_assert_null (moei_map_picker_choose (&picker, (MoeiPoint) { 300, 300 }, none));
  g_assert_true (moei_map_picker_choose (&picker, (MoeiPoint) { 80, 50 }, hits)->entity == (gpointer) a);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-hit/sort", test_sort);
  g_test_add_func ("/map-hit/ties", test_ties);
  g_test_add_func ("/map-hit/once", test_once);
  g_test_add_func ("/map-hit/cycle", test_cycle);

  return g_test_run ();
}
