/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-entity.h"
#include "rota/moei-office-hours.h"
#include "rules/moei-operating-day.h"

#define THURSDAY 739330u /* 20 March 2025 */
#define EVERY_DAY MOEI_OFFICE_HOURS_EVERY_DAY
#define WEEKDAYS 0x1fu
#define NEVER G_MININT

/* Instants in minutes after Thursday's midnight in Bangkok. */
static gint64
at (int minutes)
{
  return moei_operating_day_get_start (THURSDAY) + minutes * G_TIME_SPAN_MINUTE;
}

#define H(hour) ((hour) * 60)
#define DAY H (24)

static const struct {
  const char      *name;
  MoeiOfficeHours  hours;
  int              minute;
  gboolean         in_use;
  int              change; /* minute of the next one, or NEVER */
} rows[] = {
  { "before", { H (8), H (18) + 30, WEEKDAYS }, H (7), FALSE, H (8) },
  { "opening", { H (8), H (18) + 30, WEEKDAYS }, H (8), TRUE, H (18) + 30 },
  { "last minute", { H (8), H (18) + 30, WEEKDAYS }, H (18) + 29, TRUE, H (18) + 30 },
  { "closing", { H (8), H (18) + 30, WEEKDAYS }, H (18) + 30, FALSE, DAY + H (8) },
  { "midnight", { H (8), H (18) + 30, WEEKDAYS }, 0, FALSE, H (8) },
  { "friday evening", { H (8), H (18), WEEKDAYS }, DAY + H (20), FALSE, 4 * DAY + H (8) },
  { "saturday", { H (8), H (18), WEEKDAYS }, 2 * DAY + H (10), FALSE, 4 * DAY + H (8) },
  { "over midnight, evening", { H (18), H (2), WEEKDAYS }, H (20), TRUE, DAY + H (2) },
  { "over midnight, at night", { H (18), H (2), WEEKDAYS }, H (1), TRUE, H (2) },
  { "over midnight, by day", { H (18), H (2), WEEKDAYS }, H (12), FALSE, H (18) },
  { "friday's night is saturday's morning", { H (18), H (2), WEEKDAYS }, 2 * DAY + H (1), TRUE, 2 * DAY + H (2) },
  { "sunday's night is none", { H (18), H (2), WEEKDAYS }, 4 * DAY + H (1), FALSE, 4 * DAY + H (18) },
  { "always", { 0, DAY, EVERY_DAY }, H (12), TRUE, NEVER },
  { "always, over midnight", { H (8), H (8), EVERY_DAY }, H (12), TRUE, NEVER },
  { "all of thursday", { 0, DAY, 1u << 3 }, H (12), TRUE, DAY },
  { "all of thursday and friday", { 0, DAY, 3u << 3 }, H (12), TRUE, 2 * DAY },
  { "all but thursday", { 0, DAY, EVERY_DAY & ~(1u << 3) }, H (12), FALSE, DAY },
  { "thursdays only", { H (8), H (9), 1u << 3 }, H (10), FALSE, 7 * DAY + H (8) },
  { "never", { H (8), H (9), 0 }, H (10), FALSE, NEVER },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 change = rows[i].change != NEVER ? at (rows[i].change) : MOEI_INSTANT_UNKNOWN;

  g_assert_cmpint (moei_office_hours_contain (&rows[i].hours, at (rows[i].minute)), ==, rows[i].in_use);
  g_assert_cmpint (moei_office_hours_next_change (&rows[i].hours, at (rows[i].minute)), ==, change);
}

/* Half past midnight in Beijing is half past eleven in Bangkok, of the day before. */
static void
test_bangkok (void)
{
  const MoeiOfficeHours hours = { H (8), H (24), 1u << 3 };
  g_autoptr (GDateTime) beijing = g_date_time_new_from_iso8601 ("2025-03-21T00:30:00+08:00", NULL);

  g_assert_true (moei_office_hours_contain (&hours, g_date_time_to_unix (beijing) * G_USEC_PER_SEC));
}

/* Where nobody knows how late it is, the room may be in use. */
static void
test_unknown (void)
{
  const MoeiOfficeHours hours = { H (8), H (9), 0 };
  const gint64 instants[] = { MOEI_INSTANT_UNKNOWN, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++) {
    g_assert_true (moei_office_hours_contain (&hours, instants[i]));
    g_assert_cmpint (moei_office_hours_next_change (&hours, instants[i]), ==, MOEI_INSTANT_UNKNOWN);
  }
}

/* What is said of the next change holds, for hours and instants of all kinds. */
static void
test_next_change (void)
{
  for (guint i = 0; i < 2000; i++) {
    MoeiOfficeHours hours = { g_test_rand_int_range (0, DAY), g_test_rand_int_range (1, DAY + 1),
                              (guint) g_test_rand_int_range (0, 128) };
    gint64 instant = at (g_test_rand_int_range (-10 * DAY, 10 * DAY));
    gint64 change = moei_office_hours_next_change (&hours, instant);
    gboolean now = moei_office_hours_contain (&hours, instant);
    gint64 end = change != MOEI_INSTANT_UNKNOWN ? change : instant + 9 * G_TIME_SPAN_DAY;

    g_assert_cmpint (end, >, instant);
    for (guint j = 0; j < 20; j++) {
      gint64 between = instant + (gint64) (g_test_rand_double () * (double) (end - instant));

      g_assert_cmpint (moei_office_hours_contain (&hours, MIN (between, end - 1)), ==, now);
    }
    if (change != MOEI_INSTANT_UNKNOWN)
      g_assert_cmpint (moei_office_hours_contain (&hours, change), !=, now);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/office-hours/%s", rows[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/office-hours/bangkok", test_bangkok);
  g_test_add_func ("/office-hours/unknown", test_unknown);
  g_test_add_func ("/office-hours/next-change", test_next_change);
  return g_test_run ();
}
