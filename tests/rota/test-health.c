/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-entity.h"
#include "rota/moei-health.h"
#include "rules/moei-operating-day.h"

#define M (gint64) G_TIME_SPAN_MINUTE
#define THURSDAY 739330u
#define MIB 1024u

typedef struct {
  MoeiHealth *health;
  gint64      time;
  gint64      now;
} Life;

/* A program that begins at an hour of Bangkok's clock. */
static void
begin (Life       *life,
       const char *settings,
       int         hour)
{
  g_autofree char *text = g_strconcat ("[Display]\n", settings, NULL);
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_parse (text, strlen (text));

  g_assert_null (moei_wall_plan_get_faults (plan)[0]);
  life->health = moei_health_new (plan);
  life->time = 0;
  life->now = moei_operating_day_get_start (THURSDAY) + hour * 60 * M;
}

/* After how many minutes it should begin anew; -1 if it need not within them. */
static int
live (Life              *life,
      int                minutes,
      guint              resident,
      MoeiHealthVerdict *verdict)
{
  for (int i = 0; i < minutes; i++) {
    *verdict = moei_health_judge (life->health, life->time, life->now, resident);
    if (*verdict != MOEI_HEALTH_VERDICT_WELL)
      return i;
    life->time += M;
    life->now += M;
  }
  return -1;
}

static const struct {
  const char        *name;
  const char        *settings;
  int                hour;     /* when it begins */
  guint              first;    /* MiB in its first hour */
  guint              then;     /* MiB afterwards */
  int                after;    /* minutes of "then" until it begins anew; -1 within a day: never */
  MoeiHealthVerdict  verdict;
} rows[] = {
  { "well", "restart-hour=none\nmemory-ceiling=1000\n", 8, 300, 900, -1, MOEI_HEALTH_VERDICT_WELL },
  { "daily", "memory-ceiling=1000\n", 8, 300, 300, 19 * 60, MOEI_HEALTH_VERDICT_DAILY },
  { "daily, and young", "memory-ceiling=1000\n", 2, 300, 300, -1, MOEI_HEALTH_VERDICT_WELL },
  { "too much in the evening", "memory-ceiling=1000\n", 21, 300, 1100, 4, MOEI_HEALTH_VERDICT_MEMORY },
  { "too much in the office", "memory-ceiling=1000\nrestart-hour=none\n", 18, 300, 1100, 60, MOEI_HEALTH_VERDICT_MEMORY },
  { "far too much in the office", "memory-ceiling=1000\n", 10, 300, 1600, 4, MOEI_HEALTH_VERDICT_MEMORY },
  { "no ceiling", "memory-ceiling=none\nrestart-hour=none\n", 10, 300, 60000, -1, MOEI_HEALTH_VERDICT_WELL },
  { "a ceiling too low", "memory-ceiling=200\nrestart-hour=none\n", 21, 300, 350, -1, MOEI_HEALTH_VERDICT_WELL },
  { "a ceiling too low, and a leak", "memory-ceiling=200\nrestart-hour=none\n", 21, 300, 390, 4, MOEI_HEALTH_VERDICT_MEMORY },
  { "always in use", "memory-ceiling=1000\noffice-hours=00:00-24:00\n", 8, 300, 1100, -1, MOEI_HEALTH_VERDICT_WELL },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  MoeiHealthVerdict verdict;
  Life life;

  begin (&life, rows[i].settings, rows[i].hour);
  g_assert_cmpint (live (&life, 60, rows[i].first * MIB, &verdict), ==, -1);
  g_assert_cmpint (live (&life, 23 * 60, rows[i].then * MIB, &verdict), ==, rows[i].after);
  g_assert_cmpint (verdict, ==, rows[i].verdict);
  moei_health_free (life.health);
}

/* However bad it is, an hour lies between. */
static void
test_least_life (void)
{
  MoeiHealthVerdict verdict;
  Life life;

  begin (&life, "memory-ceiling=128\n", 4);
  g_assert_cmpint (live (&life, 5, 100 * MIB, &verdict), ==, -1);
  g_assert_cmpint (live (&life, 10, 127 * MIB, &verdict), ==, -1);
  g_assert_cmpint (live (&life, 60, 60000 * MIB, &verdict), ==, 45);
  moei_health_free (life.health);
}

static void
test_peaks (void)
{
  MoeiHealthVerdict verdict;
  Life life;

  begin (&life, "memory-ceiling=1000\nrestart-hour=none\n", 21);
  g_assert_cmpint (live (&life, 60, 300 * MIB, &verdict), ==, -1);
  for (guint i = 0; i < 50; i++) {
    g_assert_cmpint (live (&life, 4, 2000 * MIB, &verdict), ==, -1);
    g_assert_cmpint (live (&life, 1, 300 * MIB, &verdict), ==, -1);
  }
  /* A night's sleep counts as a minute */
  g_assert_cmpint (live (&life, 1, 2000 * MIB, &verdict), ==, -1);
  life.time += 600 * M;
  g_assert_cmpint (live (&life, 3, 2000 * MIB, &verdict), ==, -1);
  moei_health_free (life.health);
}

static void
test_odd_clocks (void)
{
  static const gint64 times[] = { G_MININT64, G_MAXINT64, 0, G_MININT64, -1, G_MAXINT64, G_MAXINT64, 5 };
  Life life;

  begin (&life, "", 21);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    moei_health_judge (life.health, times[i], times[G_N_ELEMENTS (times) - 1 - i], 100 * MIB);
    g_assert_cmpint (moei_health_judge (life.health, times[i], MOEI_INSTANT_UNKNOWN, 0), ==, MOEI_HEALTH_VERDICT_WELL);
  }
  moei_health_free (life.health);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/health/%s", rows[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/health/least-life", test_least_life);
  g_test_add_func ("/health/peaks", test_peaks);
  g_test_add_func ("/health/odd-clocks", test_odd_clocks);
  return g_test_run ();
}
