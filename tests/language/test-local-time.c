/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "language/moei-local-time.h"
#include "operation/moei-entity.h"

#define NOON_UTC (G_GINT64_CONSTANT (1741262400) * G_USEC_PER_SEC) /* 2025-03-06T12:00Z */
#define HOUR     (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/* Where the operation's flights go, at noon in Greenwich */
static void
test_destinations (void)
{
  static const struct {
    const char *country;
    const char *time;
  } cases[] = {
    { "THA", "19:00" }, { "CHN", "20:00" }, { "MMR", "18:30" }, { "IND", "17:30" }, { "IDN", "19:00" }, { "ETH", "15:00" },
    { "KEN", "15:00" }, { "ZAF", "14:00" }, { "PHL", "20:00" }, { "VNM", "19:00" }, { "PAK", "17:00" }, { "NPL", "17:45" },
    { "CZE", "13:00" }, { "BRA", "09:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *time = moei_local_time_format (MOEI_LANGUAGE_EN, NOON_UTC, cases[i].country);

    g_assert_cmpstr (time, ==, cases[i].time);
  }
}

static void
test_other_day (void)
{
  g_autofree char *ahead = moei_local_time_format (MOEI_LANGUAGE_EN, NOON_UTC + 4 * HOUR + HOUR / 2, "CHN");
  g_autofree char *behind = moei_local_time_format (MOEI_LANGUAGE_EN, NOON_UTC + 6 * HOUR, "KEN");

  g_assert_cmpstr (ahead, ==, "00:30 +1");
  g_assert_cmpstr (behind, ==, "21:00 −1");
}

static void
test_unknown (void)
{
  g_assert_null (moei_local_time_format (MOEI_LANGUAGE_EN, NOON_UTC, NULL));
  g_assert_null (moei_local_time_format (MOEI_LANGUAGE_EN, NOON_UTC, "XXA"));
  g_assert_null (moei_local_time_format (MOEI_LANGUAGE_EN, MOEI_INSTANT_UNKNOWN, "CHN"));
  g_assert_null (moei_local_time_format (MOEI_LANGUAGE_EN, G_MAXINT64, "CHN"));
  g_assert_null (moei_local_time_get_zone (""));
}

static void
test_digits (void)
{
  g_autofree char *time = moei_local_time_format (MOEI_LANGUAGE_TH, NOON_UTC, "CHN");

  g_assert_cmpstr (time, ==, "20:00");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (NULL);

  g_test_add_func ("/local-time/destinations", test_destinations);
  g_test_add_func ("/local-time/other-day", test_other_day);
  g_test_add_func ("/local-time/unknown", test_unknown);
  g_test_add_func ("/local-time/digits", test_digits);

  return g_test_run ();
}
