/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "rules-fixture.h"
#include "rules/moei-operating-day.h"

/* Midnight of 20 March 2025 in Bangkok is 17:00 of the 19th in UTC. */
static const struct {
  const char *name;
  const char *utc;
  int         day; /* of March */
  int         ahead[MOEI_N_PARTIES];
} rows[] = {
  { "noon", "2025-03-20T05:00:00Z", 20, { 0, 0, 0 } },
  { "half past midnight in Beijing is still yesterday", "2025-03-19T16:30:00Z", 19, { 0, 0, 1 } },
  { "just before midnight in Beijing", "2025-03-19T15:59:59Z", 19, { 0, 0, 0 } },
  { "midnight in Beijing", "2025-03-19T16:00:00Z", 19, { 0, 0, 1 } },
  { "just before midnight in Bangkok", "2025-03-19T16:59:59Z", 19, { 0, 0, 1 } },
  { "midnight in Bangkok, not yet in Naypyidaw", "2025-03-19T17:00:00Z", 20, { -1, 0, 0 } },
  { "a quarter past midnight in Bangkok", "2025-03-19T17:15:00Z", 20, { -1, 0, 0 } },
  { "just before midnight in Naypyidaw", "2025-03-19T17:29:59Z", 20, { -1, 0, 0 } },
  { "midnight in Naypyidaw", "2025-03-19T17:30:00Z", 20, { 0, 0, 0 } },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (rows[i].utc, utc);
  MoeiOperatingDay day;

  moei_operating_day_compute (&day, g_date_time_to_unix (time) * G_USEC_PER_SEC);
  g_assert_cmpuint (day.day, ==, day_of (rows[i].day, 3));
  for (int party = 0; party < MOEI_N_PARTIES; party++) {
    g_assert_cmpint (day.ahead[party], ==, rows[i].ahead[party]);
    g_assert_cmpuint (day.civil[party], ==, (guint) ((int) day.day + rows[i].ahead[party]));
  }
}

/* One microsecond before midnight is yesterday. */
static void
test_microsecond (void)
{
  gint64 midnight = moei_operating_day_get_start (day_of (20, 3));

  g_assert_cmpuint (moei_operating_day_of_instant (midnight), ==, day_of (20, 3));
  g_assert_cmpuint (moei_operating_day_of_instant (midnight - 1), ==, day_of (19, 3));
  g_assert_cmpint (at (day_of (20, 3), 24, 0), ==, moei_operating_day_get_start (day_of (21, 3)));
}

static void
test_limits (void)
{
  MoeiOperatingDay day;

  g_assert_cmpuint (moei_operating_day_of_instant (MOEI_INSTANT_UNKNOWN), ==, MOEI_DAY_UNKNOWN);
  g_assert_cmpuint (moei_operating_day_of_instant (G_MAXINT64), ==, MOEI_DAY_UNKNOWN);
  g_assert_cmpuint (moei_operating_day_of_instant (G_MININT64 + 1), ==, MOEI_DAY_UNKNOWN);
  /* Before 1970, and 1 January 1970 in Bangkok */
  g_assert_cmpuint (moei_operating_day_of_instant (-1), ==, 719163);
  g_assert_cmpuint (moei_operating_day_of_instant (-8 * G_TIME_SPAN_HOUR), ==, 719162);
  g_assert_cmpint (moei_operating_day_get_start (MOEI_DAY_UNKNOWN), ==, MOEI_INSTANT_UNKNOWN);

  moei_operating_day_compute (&day, MOEI_INSTANT_UNKNOWN);
  g_assert_cmpuint (day.day, ==, MOEI_DAY_UNKNOWN);
  for (int party = 0; party < MOEI_N_PARTIES; party++)
    g_assert_cmpint (day.ahead[party], ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/operating-day/%s", rows[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/operating-day/microsecond", test_microsecond);
  g_test_add_func ("/operating-day/limits", test_limits);

  return g_test_run ();
}
