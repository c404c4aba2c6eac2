/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-backoff.h"

static void
test_bounds (void)
{
  MoeiBackoff backoff = { .shortest = 1000, .longest = 60000 };
  guint before = 1000, longest = 0;

  for (guint i = 0; i < 1000; i++) {
    guint pause = moei_backoff_next (&backoff, 0);

    g_assert_cmpuint (pause, >=, 1000);
    g_assert_cmpuint (pause, <=, MIN (60000, 3 * before));
    before = pause;
    longest = MAX (longest, pause);
  }
  g_assert_cmpuint (longest, >, 30000);

  moei_backoff_reset (&backoff);
  g_assert_cmpuint (moei_backoff_next (&backoff, 0), <=, 3000);
}

static void
test_differ (void)
{
  guint same = 0;

  for (guint i = 0; i < 100; i++) {
    MoeiBackoff a = { .shortest = 1000, .longest = 60000 }, b = a;

    same += moei_backoff_next (&a, 0) == moei_backoff_next (&b, 0);
  }
  g_assert_cmpuint (same, <, 10);
}

static void
test_floor (void)
{
  MoeiBackoff backoff = { .shortest = 1000, .longest = 60000 };

  for (guint i = 0; i < 100; i++) {
    guint pause = moei_backoff_next (&backoff, 600000);

    g_assert_cmpuint (pause, >=, 600000);
    g_assert_cmpuint (pause, <=, 601000);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backoff/bounds", test_bounds);
  g_test_add_func ("/backoff/differ", test_differ);
  g_test_add_func ("/backoff/floor", test_floor);

  return g_test_run ();
}
