/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-service-clock.h"
#include "wire/moei-instant.h"

static void
test_new_destroy (void)
{
  g_autoptr (MoeiServiceClock) clock = moei_service_clock_new ();
  gint64 before = g_get_real_time ();
  gint64 now = moei_service_clock_get_now (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
  g_assert_cmpfloat (moei_service_clock_get_rate (clock), ==, 1.0);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
test_play (void)
{
  g_autoptr (MoeiServiceClock) clock = moei_service_clock_new ();
  gint64 monotonic = g_get_monotonic_time (), first, second;

  moei_service_clock_play (clock, 1000, 600.0);
  g_assert_cmpfloat (moei_service_clock_get_rate (clock), ==, 600.0);
  first = moei_service_clock_get_now (clock);
  second = moei_service_clock_get_now (clock);
  g_assert_cmpint (first, >=, 1000);
  g_assert_cmpint (second, >=, first);
  g_assert_cmpint (second, <=, 1000 + 600 * (g_get_monotonic_time () - monotonic));
}

/* The day begins at midnight in Bangkok, not in Greenwich. */
static void
test_day (void)
{
  g_autoptr (MoeiServiceClock) clock = moei_service_clock_new ();
  gint64 midnight;
  guint day;

  g_assert_true (moei_day_parse ("2025-03-06", &day));
  g_assert_true (moei_instant_parse ("2025-03-05T17:00:00Z", &midnight));
  moei_service_clock_play (clock, midnight, 0.0);
  g_assert_cmpuint (moei_service_clock_get_day (clock), ==, day);
  moei_service_clock_play (clock, midnight - 1, 0.0);
  g_assert_cmpuint (moei_service_clock_get_day (clock), ==, day - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service-clock/new-destroy", test_new_destroy);
  g_test_add_func ("/service-clock/play", test_play);
  g_test_add_func ("/service-clock/day", test_day);

  return g_test_run ();
}
