/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "rota/moei-pixel-shift.h"

#define M (gint64) G_TIME_SPAN_MINUTE

static void
test_stays (void)
{
  MoeiPixelShift shift;

  moei_pixel_shift_init (&shift, 0);
  for (guint i = 0; i < 100; i++)
    g_assert_false (moei_pixel_shift_advance (&shift, i * M));
  g_assert_cmpint (shift.x, ==, 0);
  g_assert_cmpint (shift.y, ==, 0);
}

/* Begins at its place, never leaves the square, never goes farther than to the
 * pixel beside, comes back, and is at every place as often as at another. */
static void
test_walk (gconstpointer data)
{
  int range = GPOINTER_TO_INT (data), width = 2 * range + 1;
  guint n_steps = 2 * (guint) (width * width - 1);
  g_autofree guint *visits = g_new0 (guint, width * width);
  MoeiPixelShift shift;
  int x = 0, y = 0;

  moei_pixel_shift_init (&shift, (guint) range);
  g_assert_cmpint (shift.x, ==, 0);
  g_assert_cmpint (shift.y, ==, 0);
  g_assert_false (moei_pixel_shift_advance (&shift, 0));
  for (guint i = 1; i <= n_steps; i++) {
    g_assert_true (moei_pixel_shift_advance (&shift, i * M));
    g_assert_cmpint (ABS (shift.x), <=, range);
    g_assert_cmpint (ABS (shift.y), <=, range);
    g_assert_cmpint (ABS (shift.x - x) + ABS (shift.y - y), ==, 1);
    x = shift.x;
    y = shift.y;
    visits[(y + range) * width + x + range]++;
  }
  g_assert_cmpint (x, ==, 0);
  g_assert_cmpint (y, ==, 0);
  for (int i = 0; i < width * width; i++) {
    g_assert_cmpuint (visits[i], >=, 1);
    g_assert_cmpuint (visits[i], <=, 2);
  }
}

static void
test_odd_clocks (void)
{
  static const gint64 times[] = { 0, 59 * G_TIME_SPAN_SECOND, G_MAXINT64, G_MAXINT64, 0, G_MININT64 + 1, -5, 10, 30 * M };
  static const gboolean moves[] = { FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, TRUE, FALSE, TRUE };
  MoeiPixelShift shift;

  moei_pixel_shift_init (&shift, 4);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    int x = shift.x, y = shift.y;

    g_assert_cmpint (moei_pixel_shift_advance (&shift, times[i]), ==, moves[i]);
    g_assert_cmpint (ABS (shift.x - x) + ABS (shift.y - y), ==, moves[i]);
  }
}

int
main (int    argc,
      char **argv)
{
  static const int ranges[] = { 1, 2, 4, 32 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixel-shift/stays", test_stays);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
    g_autofree char *path = g_strdup_printf ("/pixel-shift/walk/%d", ranges[i]);

    g_test_add_data_func (path, GINT_TO_POINTER (ranges[i]), test_walk);
  }
  g_test_add_func ("/pixel-shift/odd-clocks", test_odd_clocks);
  return g_test_run ();
}
