/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-quiet.h"

#define H 60

static void
test_within_a_day (void)
{
  g_assert_false (moei_quiet_contains (12 * H, 14 * H, 12 * H - 1));
  g_assert_true (moei_quiet_contains (12 * H, 14 * H, 12 * H));
  g_assert_true (moei_quiet_contains (12 * H, 14 * H, 14 * H - 1));
  g_assert_false (moei_quiet_contains (12 * H, 14 * H, 14 * H));
}

static void
test_over_midnight (void)
{
  g_assert_false (moei_quiet_contains (22 * H, 7 * H, 22 * H - 1));
  g_assert_true (moei_quiet_contains (22 * H, 7 * H, 22 * H));
  g_assert_true (moei_quiet_contains (22 * H, 7 * H, MOEI_QUIET_DAY - 1));
  g_assert_true (moei_quiet_contains (22 * H, 7 * H, 0));
  g_assert_true (moei_quiet_contains (22 * H, 7 * H, 7 * H - 1));
  g_assert_false (moei_quiet_contains (22 * H, 7 * H, 7 * H));
}

/* Hours that end as they begin are none, not the whole day. */
static void
test_none (void)
{
  for (int minute = 0; minute < MOEI_QUIET_DAY; minute++)
    g_assert_false (moei_quiet_contains (9 * H, 9 * H, minute));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiet/within-a-day", test_within_a_day);
  g_test_add_func ("/quiet/over-midnight", test_over_midnight);
  g_test_add_func ("/quiet/none", test_none);

  return g_test_run ();
}
