/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "operation/moei-entity.h"
#include "wire/moei-instant.h"

static const struct {
  const char *text;
  const char *utc; /* as GDateTime understands it */
  gint64      microseconds;
  const char *written;
} instants[] = {
  { "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0, "1970-01-01T07:00:00+07:00" },
  { "2025-03-06T14:05:00+07:00", "2025-03-06T07:05:00Z", 0, "2025-03-06T14:05:00+07:00" },
  { "2025-03-06t07:05:00z", "2025-03-06T07:05:00Z", 0, "2025-03-06T14:05:00+07:00" },
  { "2025-03-06T13:35:00+06:30", "2025-03-06T07:05:00Z", 0, "2025-03-06T14:05:00+07:00" },
  { "2025-03-05T22:05:00-09:00", "2025-03-06T07:05:00Z", 0, "2025-03-06T14:05:00+07:00" },
  { "2025-03-06T07:05:00-00:00", "2025-03-06T07:05:00Z", 0, "2025-03-06T14:05:00+07:00" },
  { "2025-03-06T07:05:00+00:00", "2025-03-06T07:05:00Z", 0, "2025-03-06T14:05:00+07:00" },
  { "2025-03-07T06:59:59+23:59", "2025-03-06T07:00:59Z", 0, "2025-03-06T14:00:59+07:00" },
  { "2025-03-06T23:59:59.5+07:00", "2025-03-06T16:59:59Z", 500000, "2025-03-06T23:59:59.500+07:00" },
  { "2025-03-06T23:59:59.000001+07:00", "2025-03-06T16:59:59Z", 1, "2025-03-06T23:59:59.000001+07:00" },
  { "2025-03-06T23:59:59.0000019999+07:00", "2025-03-06T16:59:59Z", 1, "2025-03-06T23:59:59.000001+07:00" },
  { "2025-03-06T23:59:59.000+07:00", "2025-03-06T16:59:59Z", 0, "2025-03-06T23:59:59+07:00" },
  { "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59Z", 999000, "1970-01-01T06:59:59.999+07:00" },
  { "1899-12-31T23:59:59Z", "1899-12-31T23:59:59Z", 0, "1900-01-01T06:59:59+07:00" },
  { "2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z", 0, "2024-02-29T19:00:00+07:00" },
  { "2000-02-29T12:00:00Z", "2000-02-29T12:00:00Z", 0, "2000-02-29T19:00:00+07:00" },
  { "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", 0, "2017-01-01T07:00:00+07:00" },
  { "2017-01-01T06:59:60+07:00", "2017-01-01T00:00:00Z", 0, "2017-01-01T07:00:00+07:00" },
  { "2015-06-30T23:59:60.25Z", "2015-07-01T00:00:00Z", 250000, "2015-07-01T07:00:00.250+07:00" },
  { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", 0, "0001-01-01T07:00:00+07:00" },
  { "9999-12-31T16:59:59Z", "9999-12-31T16:59:59Z", 0, "9999-12-31T23:59:59+07:00" },
};

static const char *const not_instants[] = {
  "",
  "2025-03-06",
  "2025-03-06T14:05:00",
  "2025-03-06T14:05+07:00",
  "2025-03-06 14:05:00+07:00",
  "2025-03-06T14:05:00+0700",
  "2025-03-06T14:05:00+07",
  "2025-03-06T14:05:00 +07:00",
  "2025-03-06T14:05:00+07:00 ",
  " 2025-03-06T14:05:00+07:00",
  "2025-03-06T14:05:00+07:0",
  "2025-03-06T14:05:00+24:00",
  "2025-03-06T14:05:00+07:60",
  "2025-03-06T14:05:00ZZ",
  "2025-03-06T14:05:00.Z",
  "2025-03-06T14:05:00,5Z",
  "2025-3-6T14:05:00Z",
  "20250306T140500Z",
  "25-03-06T14:05:00Z",
  "2025-00-06T14:05:00Z",
  "2025-13-06T14:05:00Z",
  "2025-03-00T14:05:00Z",
  "2025-03-32T14:05:00Z",
  "2025-06-31T14:05:00Z",
  "2025-02-29T14:05:00Z",
  "1900-02-29T14:05:00Z",
  "2025-03-06T24:00:00Z",
  "2025-03-06T14:60:00Z",
  "2025-03-06T14:05:61Z",
  "2025-03-06T14:05:60Z",
  "2016-12-31T23:59:60+07:00",
  "2016-11-30T23:59:60Z",
  "2016-12-30T23:59:60Z",
  "+2025-03-06T14:05:00Z",
  "2025-03-06T-1:05:00Z",
  "9999-12-31T17:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "\xe0\xb9\x92\xe0\xb9\x90\xe0\xb9\x92\xe0\xb9\x95-03-06T14:05:00Z", /* Thai digits */
};

static const struct {
  const char *text;
  int         day, month, year;
} days[] = {
  { "2025-03-06", 6, 3, 2025 },
  { "2024-02-29", 29, 2, 2024 },
  { "2000-02-29", 29, 2, 2000 },
  { "1970-01-01", 1, 1, 1970 },
  { "0001-01-01", 1, 1, 1 },
  { "9999-12-31", 31, 12, 9999 },
};

static const char *const not_days[] = {
  "", "2025-03", "2025-3-6", "2025-02-29", "1900-02-29", "2025-06-31", "2025-04-00", "2025-00-01", "2025-13-01",
  "0000-12-31", "2025-03-06 ", "2025-03-06T00:00:00Z", "06-03-2025", "2025/03/06", "20250306",
};

static const struct {
  const char *week, *monday;
} weeks[] = {
  { "2025-W01", "2024-12-30" },
  { "2025-W10", "2025-03-03" },
  { "2025-W52", "2025-12-22" },
  { "2026-W01", "2025-12-29" },
  { "2020-W53", "2020-12-28" },
  { "2026-W53", "2026-12-28" },
  { "2021-W01", "2021-01-04" },
  { "2024-W01", "2024-01-01" },
  { "0001-W01", "0001-01-01" },
};

static const char *const not_weeks[] = {
  "", "2025-W00", "2025-W53", "2021-W53", "2024-W53", "2025-W54", "2025-W1", "2025W10", "2025-w10", "2025-W10-1",
  "2025-10", "0000-W01", "9999-W52", "2025-W1x",
};

static void
test_instants (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (instants); i++) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (instants[i].utc, NULL);
    g_autofree char *written = NULL;
    gint64 instant;

    g_test_message ("%s", instants[i].text);
    g_assert_true (moei_instant_parse (instants[i].text, &instant));
    g_assert_cmpint (instant, ==, g_date_time_to_unix (utc) * G_USEC_PER_SEC + instants[i].microseconds);
    written = moei_instant_format (instant);
    g_assert_cmpstr (written, ==, instants[i].written);
  }
}

static void
test_not_instants (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_instants); i++) {
    gint64 instant = 12;

    g_test_message ("%s", not_instants[i]);
    g_assert_false (moei_instant_parse (not_instants[i], &instant));
    g_assert_cmpint (instant, ==, 12);
  }
}

static void
test_instants_not_written (void)
{
  g_assert_null (moei_instant_format (MOEI_INSTANT_UNKNOWN));
  g_assert_null (moei_instant_format (MOEI_INSTANT_UNKNOWN + 1));
  g_assert_null (moei_instant_format (G_MAXINT64));
}

static void
test_every_hour_round_trips (void)
{
  gint64 hour = G_GINT64_CONSTANT (3600000000);

  for (gint64 instant = -500000 * hour; instant < 500000 * hour; instant += 997 * hour + 1234567) {
    g_autofree char *written = moei_instant_format (instant);
    gint64 back;

    g_assert_true (moei_instant_parse (written, &back));
    g_assert_cmpint (back, ==, instant);
  }
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *written = NULL;
    GDate date;
    guint day;

    g_date_clear (&date, 1);
    g_date_set_dmy (&date, days[i].day, days[i].month, days[i].year);
    g_assert_true (moei_day_parse (days[i].text, &day));
    g_assert_cmpuint (day, ==, g_date_get_julian (&date));
    written = moei_day_format (day);
    g_assert_cmpstr (written, ==, days[i].text);
  }

  for (guint i = 0; i < G_N_ELEMENTS (not_days); i++) {
    guint day = 12;

    g_test_message ("%s", not_days[i]);
    g_assert_false (moei_day_parse (not_days[i], &day));
    g_assert_cmpuint (day, ==, 12);
  }

  g_assert_null (moei_day_format (MOEI_DAY_UNKNOWN));
  g_assert_null (moei_day_format (G_MAXUINT));
}

static void
test_day_of_instant (void)
{
  gint64 instant;
  guint day, next;

  g_assert_true (moei_day_parse ("2025-03-06", &day));
  g_assert_true (moei_instant_parse ("2025-03-05T17:00:00Z", &instant));
  g_assert_cmpuint (moei_day_of_instant (instant), ==, day);
  g_assert_cmpint (moei_day_get_start (day), ==, instant);
  g_assert_cmpuint (moei_day_of_instant (instant - 1), ==, day - 1);

  g_assert_true (moei_day_parse ("1960-01-01", &day));
  g_assert_true (moei_day_parse ("1960-01-02", &next));
  g_assert_cmpuint (moei_day_of_instant (moei_day_get_start (day)), ==, day);
  g_assert_cmpuint (moei_day_of_instant (moei_day_get_start (next) - 1), ==, day);

  g_assert_cmpuint (moei_day_of_instant (MOEI_INSTANT_UNKNOWN), ==, MOEI_DAY_UNKNOWN);
  g_assert_cmpuint (moei_day_of_instant (G_MAXINT64), ==, MOEI_DAY_UNKNOWN);
  g_assert_cmpint (moei_day_get_start (MOEI_DAY_UNKNOWN), ==, MOEI_INSTANT_UNKNOWN);
}

static void
test_weeks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++) {
    guint monday, expected;

    g_test_message ("%s", weeks[i].week);
    g_assert_true (moei_week_parse (weeks[i].week, &monday));
    g_assert_true (moei_day_parse (weeks[i].monday, &expected));
    g_assert_cmpuint (monday, ==, expected);

    for (guint day = monday; day < monday + 7; day++) {
      g_autofree char *written = moei_week_format (day);

      g_assert_cmpstr (written, ==, weeks[i].week);
      g_assert_cmpuint (moei_week_of_day (day), ==, monday);
    }
  }

  for (guint i = 0; i < G_N_ELEMENTS (not_weeks); i++) {
    guint monday;

    g_test_message ("%s", not_weeks[i]);
    g_assert_false (moei_week_parse (not_weeks[i], &monday));
  }

  g_assert_null (moei_week_format (MOEI_DAY_UNKNOWN));
  g_assert_cmpuint (moei_week_of_day (MOEI_DAY_UNKNOWN), ==, MOEI_DAY_UNKNOWN);
}

static void
test_every_week_agrees_with_gdate (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1990);
  for (guint i = 0; i < 80 * 366; i += 3, g_date_add_days (&date, 3)) {
    g_autofree char *week = moei_week_format (g_date_get_julian (&date));

    g_assert_cmpint (atoi (week + strlen ("2025-W")), ==, (int) g_date_get_iso8601_week_of_year (&date));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/instant/instants", test_instants);
  g_test_add_func ("/wire/instant/not-instants", test_not_instants);
  g_test_add_func ("/wire/instant/not-written", test_instants_not_written);
  g_test_add_func ("/wire/instant/every-hour-round-trips", test_every_hour_round_trips);
  g_test_add_func ("/wire/instant/days", test_days);
  g_test_add_func ("/wire/instant/day-of-instant", test_day_of_instant);
  g_test_add_func ("/wire/instant/weeks", test_weeks);
  g_test_add_func ("/wire/instant/every-week-agrees-with-gdate", test_every_week_agrees_with_gdate);

  return g_test_run ();
}
