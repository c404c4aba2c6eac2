/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-projection.h"

static const MoeiPosition mae_sot = { 98.54348, 16.69983 };
static const MoeiPosition nanjing = { 118.86, 31.74 };

static void
test_mercator (void)
{
  static const struct {
    MoeiPosition position;
    MoeiPoint    point;
  } cases[] = {
    { { 0, 0 }, { 0.5, 0.5 } },
    { { -180, 85.05112877980659 }, { 0, 0 } },
    { { 180, -85.05112877980659 }, { 1, 1 } },
    { { 98.54348, 16.69983 }, { 0.7737318888888889, 0.4529404741673397 } },
    { { 118.86, 31.74 }, { 0.8301666666666667, 0.4069437750767988 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MoeiPoint point = moei_mercator_project (cases[i].position);
    MoeiPosition back = moei_mercator_unproject (point);

    g_assert_cmpfloat_with_epsilon (point.x, cases[i].point.x, 1e-12);
    g_assert_cmpfloat_with_epsilon (point.y, cases[i].point.y, 1e-12);
    g_assert_cmpfloat_with_epsilon (back.longitude, cases[i].position.longitude, 1e-9);
    g_assert_cmpfloat_with_epsilon (back.latitude, cases[i].position.latitude, 1e-9);
  }
}

/* The pole is not on the plane: it is put on its edge. */
static void
test_pole (void)
{
  g_assert_cmpfloat_with_epsilon (moei_mercator_project ((MoeiPosition) { 0, 90 }).y, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (moei_mercator_project ((MoeiPosition) { 0, -90 }).y, 1, 1e-9);
}

static void
test_view (void)
{
  MoeiProjector projector;
  MoeiPoint middle, corner;

  moei_projector_init (&projector, mae_sot, 11, 800, 600);
  middle = moei_projector_to_view (&projector, moei_mercator_project (mae_sot));
  g_assert_cmpfloat_with_epsilon (middle.x, 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle.y, 300, 1e-6);

  corner = moei_projector_to_view (&projector, moei_projector_from_view (&projector, (MoeiPoint) { 12, 34 }));
  g_assert_cmpfloat_with_epsilon (corner.x, 12, 1e-6);
  g_assert_cmpfloat_with_epsilon (corner.y, 34, 1e-6);

  /* 156,543 m a pixel at the equator at zoom 0 */
  g_assert_cmpfloat_with_epsilon (moei_projector_metres_per_pixel (&projector),
                                  156543.03392 * cos (mae_sot.latitude * G_PI / 180) / 2048, 1e-3);
  g_assert_true (moei_projector_shows (&projector, middle, 0));
  g_assert_false (moei_projector_shows (&projector, (MoeiPoint) { -1, 300 }, 0));
  g_assert_true (moei_projector_shows (&projector, (MoeiPoint) { -1, 300 }, 1));
  g_assert_false (moei_projector_shows (&projector, (MoeiPoint) { 5, 300 }, -10));
}

/* Of the copies of a point that one counts which is nearest to the view. */
static void
test_view_across_the_date_line (void)
{
  MoeiProjector projector;
  MoeiPoint at;

  moei_projector_init (&projector, (MoeiPosition) { 179, 0 }, 4, 800, 600);
  at = moei_projector_to_view (&projector, moei_mercator_project ((MoeiPosition) { -179, 0 }));
  g_assert_cmpfloat_with_epsilon (at.x, 400 + 2.0 / 360 * 4096, 1e-6);
}

static void
test_fit (void)
{
  MoeiPoint a = moei_mercator_project ((MoeiPosition) { 98.44, 16.84 });
  MoeiPoint b = moei_mercator_project ((MoeiPosition) { 98.60, 16.54 });
  MoeiProjector projector;
  MoeiPoint first, second;

  moei_projector_init (&projector, mae_sot, 3, 1000, 800);
  moei_projector_fit (&projector, a, b, 40);
  first = moei_projector_to_view (&projector, a);
  second = moei_projector_to_view (&projector, b);

  g_assert_cmpfloat_with_epsilon (first.y, 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (second.y, 760, 1e-6);
  g_assert_cmpfloat_with_epsilon (first.x + second.x, 1000, 1e-6);
  g_assert_cmpfloat (first.x, >, 40);

  /* A point has no size: the zoom stays. */
  moei_projector_init (&projector, nanjing, 7, 1000, 800);
  moei_projector_fit (&projector, a, a, 40);
  g_assert_cmpfloat_with_epsilon (projector.zoom, 7, 1e-9);
}

static void
test_great_circle (void)
{
  static const struct {
    MoeiPosition from, to;
    double       fraction;
    MoeiPosition at;
  } cases[] = {
    { { 0, 0 }, { 90, 0 }, 0.5, { 45, 0 } },
    { { 10, 0 }, { 10, 60 }, 0.25, { 10, 15 } },
    /* Over the pole */
    { { 0, 45 }, { 180, 45 }, 0.25, { 0, 67.5 } },
    { { 0, 45 }, { 90, 45 }, 0.5, { 45, 54.735610317245346 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MoeiPosition at = moei_great_circle_at (cases[i].from, cases[i].to, cases[i].fraction);

    g_assert_cmpfloat_with_epsilon (at.longitude, cases[i].at.longitude, 1e-9);
    g_assert_cmpfloat_with_epsilon (at.latitude, cases[i].at.latitude, 1e-9);
  }
  g_assert_true (moei_position_equal (&mae_sot, &(MoeiPosition) { 98.54348, 16.69983 }));
  g_assert_cmpfloat (moei_great_circle_at (mae_sot, mae_sot, 0.5).latitude, ==, mae_sot.latitude);
}

/* The pieces of an arc are equally long and add up to the distance. */
static void
test_arc (void)
{
  g_autoptr (GArray) points = moei_great_circle (mae_sot, nanjing, 16);
  double distance = moei_position_distance (&mae_sot, &nanjing), sum = 0;

  g_assert_cmpuint (points->len, ==, 17);
  g_assert_cmpfloat_with_epsilon (distance, 2645e3, 1e3);
  for (guint i = 1; i < points->len; i++) {
    MoeiPosition a = moei_mercator_unproject (g_array_index (points, MoeiPoint, i - 1));
    MoeiPosition b = moei_mercator_unproject (g_array_index (points, MoeiPoint, i));
    double step = moei_position_distance (&a, &b);

    g_assert_cmpfloat_with_epsilon (step, distance / 16, 1);
    sum += step;
  }
  g_assert_cmpfloat_with_epsilon (sum, distance, 1);
}

static void
test_arc_across_the_date_line (void)
{
  g_autoptr (GArray) points = moei_great_circle ((MoeiPosition) { 170, 10 }, (MoeiPosition) { -160, 20 }, 32);

  for (guint i = 1; i < points->len; i++)
    g_assert_cmpfloat (g_array_index (points, MoeiPoint, i).x, >, g_array_index (points, MoeiPoint, i - 1).x);
  g_assert_cmpfloat_with_epsilon (g_array_index (points, MoeiPoint, 32).x, 1 + 20.0 / 360, 1e-9);
}

static void
test_course (void)
{
  g_assert_cmpfloat_with_epsilon (moei_great_circle_course ((MoeiPosition) { 0, 0 }, (MoeiPosition) { 40, 0 }, 0.5),
                                  G_PI_2, 1e-6);
  g_assert_cmpfloat_with_epsilon (moei_great_circle_course ((MoeiPosition) { 5, 0 }, (MoeiPosition) { 5, 40 }, 0.5),
                                  0, 1e-6);
  g_assert_cmpfloat_with_epsilon (moei_great_circle_course ((MoeiPosition) { 179, 0 }, (MoeiPosition) { -179, 0 }, 0.5),
                                  G_PI_2, 1e-6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projection/mercator", test_mercator);
  g_test_add_func ("/projection/pole", test_pole);
  g_test_add_func ("/projection/view", test_view);
  g_test_add_func ("/projection/view-across-the-date-line", test_view_across_the_date_line);
  g_test_add_func ("/projection/fit", test_fit);
  g_test_add_func ("/projection/great-circle", test_great_circle);
  g_test_add_func ("/projection/arc", test_arc);
  g_test_add_func ("/projection/arc-across-the-date-line", test_arc_across_the_date_line);
  g_test_add_func ("/projection/course", test_course);

  return g_test_run ();
}
