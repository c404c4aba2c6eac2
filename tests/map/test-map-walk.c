/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-map-walk.h"

/* A cross with a point aside. */
static const MoeiPoint points[] = {
  { 100, 100 }, { 200, 100 }, { 100, 200 }, { 0, 100 }, { 100, 0 }, { 400, 130 },
};

static void
test_step (void)
{
  g_assert_cmpint (moei_map_walk_step (0, -1, 1), ==, -1);
  g_assert_cmpint (moei_map_walk_step (3, -1, 1), ==, 0);
  g_assert_cmpint (moei_map_walk_step (3, -1, -1), ==, 2);
  g_assert_cmpint (moei_map_walk_step (3, 1, 1), ==, 2);
  g_assert_cmpint (moei_map_walk_step (3, 2, 1), ==, 0);
  g_assert_cmpint (moei_map_walk_step (3, 0, -1), ==, 2);
}

static void
test_towards (void)
{
  static const struct {
    int    from;
    double across, down;
    int    to;
  } cases[] = {
    { 0, 1, 0, 1 }, { 0, 0, 1, 2 }, { 0, -1, 0, 3 }, { 0, 0, -1, 4 },
    { 1, 1, 0, 5 }, { 5, -1, 0, 1 }, { 3, 1, 0, 0 },
    /* Nothing lies there. */
    { 5, 1, 0, 5 }, { 3, -1, 0, 3 }, { 4, 0, -1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (moei_map_walk_towards (points, G_N_ELEMENTS (points), cases[i].from, points[cases[i].from],
                                            cases[i].across, cases[i].down), ==, cases[i].to);
}

/* From the middle of the view, if the keyboard is on nothing. */
static void
test_from_nothing (void)
{
  g_assert_cmpint (moei_map_walk_towards (points, G_N_ELEMENTS (points), -1, (MoeiPoint) { 150, 105 }, 1, 0), ==, 1);
  g_assert_cmpint (moei_map_walk_towards (NULL, 0, -1, (MoeiPoint) { 150, 105 }, 1, 0), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-walk/step", test_step);
  g_test_add_func ("/map-walk/towards", test_towards);
  g_test_add_func ("/map-walk/from-nothing", test_from_nothing);

  return g_test_run ();
}
