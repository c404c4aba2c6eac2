/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "language/moei-zone.h"
#include "operation/moei-entity.h"

#define NOON_UTC (G_GINT64_CONSTANT (1741262400) * G_USEC_PER_SEC) /* 2025-03-06T12:00Z */
#define MINUTE   (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

static void
test_offsets (void)
{
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_NAYPYIDAW, NOON_UTC), ==, 18 * 60 + 30);
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BANGKOK, NOON_UTC), ==, 19 * 60);
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BEIJING, NOON_UTC), ==, 20 * 60);
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BEIJING, MOEI_INSTANT_UNKNOWN), ==, -1);
}

/* At 00:30 in Beijing the operation's day is still yesterday. */
static void
test_days (void)
{
  gint64 instant = NOON_UTC + 4 * 60 * MINUTE + 30 * MINUTE;
  guint32 bangkok = moei_zone_get_day (MOEI_ZONE_BANGKOK, instant);

  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BEIJING, instant), ==, 30);
  g_assert_cmpuint (moei_zone_get_day (MOEI_ZONE_BEIJING, instant), ==, bangkok + 1);
  g_assert_cmpuint (moei_zone_get_day (MOEI_ZONE_NAYPYIDAW, instant), ==, bangkok);
  g_assert_cmpuint (moei_zone_get_day (MOEI_ZONE_BANGKOK, MOEI_INSTANT_UNKNOWN), ==, MOEI_DAY_UNKNOWN);
}

static void
test_before_the_epoch (void)
{
  /* A microsecond before 1970 in Greenwich is 06:59 in Bangkok. */
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BANGKOK, -1), ==, 6 * 60 + 59);
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BANGKOK, 0), ==, 7 * 60);
  g_assert_cmpint (moei_zone_get_minute (MOEI_ZONE_BANGKOK, G_MAXINT64), ==, -1);
}

/* With the database of zones and without it the answer is the same. */
static void
test_identity (void)
{
  for (MoeiZone zone = 0; zone < MOEI_N_ZONES; zone++) {
    g_autoptr (GDateTime) date = g_date_time_new (moei_zone_get (zone), 2025, 7, 1, 0, 0, 0);

    g_assert_true (moei_zone_get (zone) == moei_zone_get (zone));
    g_assert_cmpint (g_date_time_get_utc_offset (date) / MINUTE, ==, 390 + (zone > 0 ? 30 : 0) + (zone > 1 ? 60 : 0));
  }
}

static void
test_names (void)
{
  g_assert_cmpstr (moei_zone_get_name (MOEI_ZONE_NAYPYIDAW, MOEI_LANGUAGE_EN), ==, "Naypyidaw");
  g_assert_cmpstr (moei_zone_get_name (MOEI_ZONE_BANGKOK, MOEI_LANGUAGE_TH), ==, "กรุงเทพฯ");
  g_assert_cmpstr (moei_zone_get_name (MOEI_ZONE_NAYPYIDAW, MOEI_LANGUAGE_MY), ==, "နေပြည်တော်");
  g_assert_cmpstr (moei_zone_get_name (MOEI_ZONE_BEIJING, MOEI_LANGUAGE_ZH_CN), ==, "北京");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (NULL);

  g_test_add_func ("/zone/offsets", test_offsets);
  g_test_add_func ("/zone/days", test_days);
  g_test_add_func ("/zone/before-the-epoch", test_before_the_epoch);
  g_test_add_func ("/zone/identity", test_identity);
  g_test_add_func ("/zone/names", test_names);

  return g_test_run ();
}
