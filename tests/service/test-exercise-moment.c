/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-moment.h"
#include "service/moei-exercise-preparation.h"
#include "wire/moei-instant.h"

#define MINUTE G_TIME_SPAN_MINUTE

static void
test_floor (void)
{
  g_assert_cmpint (moei_moment_at (10 * MINUTE).now, ==, 10 * MINUTE);
  g_assert_cmpint (moei_moment_at (11 * MINUTE - 1).now, ==, 10 * MINUTE);
  g_assert_cmpint (moei_moment_at (-1).now, ==, -MINUTE);
  g_assert_cmpint (moei_moment_at (0).observed, ==, MOEI_INSTANT_UNKNOWN);
}

static void
test_past (void)
{
  MoeiMoment moment = moei_moment_at (10 * MINUTE);

  g_assert_false (moei_moment_is_past (&moment, 11 * MINUTE));
  g_assert_false (moei_moment_is_past (&moment, MOEI_INSTANT_UNKNOWN));
  g_assert_cmpint (moment.observed, ==, MOEI_INSTANT_UNKNOWN);
  g_assert_true (moei_moment_is_past (&moment, 10 * MINUTE));
  g_assert_true (moei_moment_is_past (&moment, 3 * MINUTE));
  g_assert_cmpint (moment.observed, ==, 10 * MINUTE);
}

static void
test_part (void)
{
  int before = 0;

  for (gint64 minute = 0; minute <= 40; minute++) {
    MoeiMoment moment = moei_moment_at (minute * MINUTE);
    int part = moei_moment_get_part (&moment, 50, 10 * MINUTE, 30 * MINUTE);

    g_assert_cmpint (part, >=, before);
    if (minute <= 10) {
      g_assert_cmpint (part, ==, 0);
      g_assert_cmpint (moment.observed, ==, MOEI_INSTANT_UNKNOWN);
    } else {
      g_assert_cmpint (moment.observed, ==, MIN (minute, 30) * MINUTE);
    }
    if (minute == 20)
      g_assert_cmpint (part, ==, 25);
    if (minute >= 30)
      g_assert_cmpint (part, ==, 50);
    before = part;
  }
}

static void
test_part_of_nothing (void)
{
  MoeiMoment moment = moei_moment_at (20 * MINUTE);

  g_assert_cmpint (moei_moment_get_part (&moment, 0, 0, MINUTE), ==, 0);
  g_assert_cmpint (moei_moment_get_part (&moment, -1, 0, MINUTE), ==, 0);
  g_assert_cmpint (moei_moment_get_part (&moment, 7, MINUTE, MINUTE), ==, 7);
}

static void
test_chance (void)
{
  guint seen[10] = { 0 };

  g_assert_cmpuint (moei_chance (1, "a", "delay"), ==, moei_chance (1, "a", "delay"));
  g_assert_cmpuint (moei_chance (1, "a", "delay"), !=, moei_chance (2, "a", "delay"));
  g_assert_cmpuint (moei_chance (1, "a", "delay"), !=, moei_chance (1, "b", "delay"));
  g_assert_cmpuint (moei_chance (1, "ab", "c"), !=, moei_chance (1, "a", "bc"));

  for (guint i = 0; i < 10000; i++) {
    g_autofree char *id = g_strdup_printf ("f-%u", i);
    int value = moei_chance_between (7, id, "luck", -4, 5);

    g_assert_cmpint (value, >=, -4);
    g_assert_cmpint (value, <=, 5);
    seen[value + 4]++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++) {
    g_assert_cmpuint (seen[i], >, 800);
    g_assert_cmpuint (seen[i], <, 1200);
  }
}

/* A group is listed, then screened, then confirmed, then given a slot, and all
 * of it is done on the evening before it sets out. */
static void
test_preparation (void)
{
  gint64 sets_out, midnight;

  g_assert_true (moei_instant_parse ("2025-03-20T13:00:00+07:00", &sets_out));
  midnight = moei_day_get_start (moei_day_of_instant (sets_out));
  for (int hours = -10 * 24; hours <= 24; hours++) {
    MoeiMoment moment = moei_moment_at (midnight + hours * G_TIME_SPAN_HOUR);
    MoeiPreparation preparation = moei_preparation_of (&moment, 50, sets_out);

    g_assert_cmpint (preparation.slot_given, <=, preparation.embassy_confirmed);
    g_assert_cmpint (preparation.embassy_confirmed, <=, preparation.screened);
    g_assert_cmpint (preparation.screened, <=, preparation.listed);
    if (hours <= -9 * 24)
      g_assert_cmpint (preparation.listed, ==, 0);
    if (hours == -8 * 24)
      g_assert_cmpint (preparation.listed, ==, 50);
    if (hours == -12) {
      g_assert_cmpint (preparation.screened, ==, 50);
      g_assert_cmpint (preparation.embassy_confirmed, ==, 0);
    }
    if (hours >= -5)
      g_assert_cmpint (preparation.slot_given, ==, 50);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/exercise-moment/floor", test_floor);
  g_test_add_func ("/service/exercise-moment/past", test_past);
  g_test_add_func ("/service/exercise-moment/part", test_part);
  g_test_add_func ("/service/exercise-moment/part-of-nothing", test_part_of_nothing);
  g_test_add_func ("/service/exercise-moment/chance", test_chance);
  g_test_add_func ("/service/exercise-moment/preparation", test_preparation);

  return g_test_run ();
}
