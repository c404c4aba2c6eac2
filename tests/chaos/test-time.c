/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "chaos-world.h"
#include "virtual-time.h"

/* From commit to model, on a healthy network and behind what holds events back,
 * and what a clock may do meanwhile; in virtual time, so that it is about what
 * the program waits for.  The benchmark `commit` says what it takes in real time. */

/* The promises, in seconds. */
#define HEALTHY  2
#define BEHIND   45
#define HELD     15
#define RECOVERY 90
#define TRIAL    60

#define N_COMMITS 10

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define MIDNIGHT (G_GINT64_CONSTANT (1741237200000000) + 12 * HOUR)

static ChaosWorld world;
static GString *figures;

static void
set_up (void)
{
  g_random_set_seed ((guint32) g_test_rand_int ());
  chaos_world_start (&world);
}

static void
tear_down (void)
{
  chaos_proxy_heal (world.proxy);
  chaos_world_stop (&world);
  chaos_world_empty (&world);
  chaos_proxy_reset_all (world.proxy);
  virtual_time_set_wall (0);
}

static void
become_current (void)
{
  g_autofree char *wrong = NULL;

  g_assert_cmpfloat (chaos_world_pass (&world, RECOVERY, TRUE, &wrong), <=, RECOVERY);
  g_assert_cmpstr (wrong, ==, NULL);
}

/* Whether it follows that way within so many seconds. */
static gboolean
follows_by (MoeiFollowing way,
            double        seconds)
{
  gint64 begin = virtual_time_now ();

  while (moei_feed_get_way (world.feed) != way && virtual_time_now () - begin <= seconds * G_USEC_PER_SEC)
    virtual_time_step ();
  return moei_feed_get_way (world.feed) == way;
}

/* Commits, and says how long it took until the model showed it, in seconds. */
static double
commit (double patience)
{
  gint64 begin = virtual_time_now ();

  chaos_world_change (&world, MOEI_DOCUMENT_FLIGHTS);
  while (TRUE) {
    if (virtual_time_step () && chaos_world_shows_newest (&world, FALSE))
      break;
    if ((double) (virtual_time_now () - begin) / G_USEC_PER_SEC > patience)
      break;
  }
  return (double) (virtual_time_now () - begin) / G_USEC_PER_SEC;
}

/* A change that closely follows another is told with it.  Over https readers
 * spread what they ask. */
static void
test_healthy (void)
{
  double longest = 0, sum = 0;

  set_up ();
  become_current ();
  for (guint i = 0; i < N_COMMITS; i++) {
    double took = commit (HEALTHY);

    longest = MAX (longest, took);
    sum += took;
  }
  g_assert_cmpfloat (longest, <=, HEALTHY);
  g_assert_cmpuint (moei_durations.spread, <=, 1000);
  g_string_append_printf (figures, "# healthy: %.0f ms on average, %.0f ms at most, of %d\n", sum * 1000 / N_COMMITS,
                          longest * 1000, N_COMMITS);
  tear_down ();
}

static void
commit_now_and_then (const char *what,
                     double      promise)
{
  g_autofree char *wrong = NULL;
  double first, longest = 0;

  /* It begins in the middle of following */
  chaos_world_pass (&world, g_test_rand_double_range (0, 15), FALSE, &wrong);
  first = commit (BEHIND);
  for (guint i = 0; i < N_COMMITS; i++) {
    chaos_world_pass (&world, g_test_rand_double_range (0, 40), FALSE, &wrong);
    longest = MAX (longest, commit (BEHIND));
  }
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpfloat (first, <=, promise);
  g_assert_cmpfloat (longest, <=, promise);
  g_string_append_printf (figures, "# %s: %.1f s for the first, %.1f s at most, of %d\n", what, first, longest, N_COMMITS);
}

static void
test_swallow (void)
{
  set_up ();
  become_current ();
  chaos_proxy_set_fault (world.proxy, NULL, CHAOS_SWALLOW);
  chaos_proxy_reset_all (world.proxy);
  commit_now_and_then ("a proxy that holds back what has not ended", HELD);
  g_assert_true (follows_by (MOEI_FOLLOWING_LONG_POLL, TRIAL));
  g_assert_cmpint (moei_feed_get_state (world.feed), ==, MOEI_DATA_STATE_LIVE);
  tear_down ();
}

/* The stream is tried again from time to time, which may be just now. */
static void
test_short_idle (void)
{
  chaos_proxy_set_idle (world.proxy, 6000);
  set_up ();
  become_current ();
  commit_now_and_then ("a proxy that cuts what is silent for 6 s", BEHIND);
  g_assert_true (follows_by (MOEI_FOLLOWING_LONG_POLL, TRIAL));
  tear_down ();
}

static void
test_no_events (void)
{
  set_up ();
  become_current ();
  chaos_proxy_set_fault (world.proxy, "/v1/events", CHAOS_STATUS_404);
  commit_now_and_then ("no events at all", BEHIND);
  g_assert_cmpint (moei_feed_get_state (world.feed), ==, MOEI_DATA_STATE_LIVE);
  tear_down ();
}

/* Ages and states are the service's: setting this computer's clock moves neither. */
static void
test_clock_set (void)
{
  static const int hours[] = { 3, -3, 24 * 400, -24 * 400 };
  g_autofree char *wrong = NULL;
  gint64 before, begin;

  set_up ();
  become_current ();
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++) {
    before = moei_clock_now (moei_feed_get_clock (world.feed));
    begin = virtual_time_now ();
    virtual_time_set_wall (hours[i] * HOUR);
    for (guint second = 0; second < 60; second++) {
      chaos_world_pass (&world, 1, FALSE, &wrong);
      g_assert_cmpint (moei_feed_get_state (world.feed), ==, MOEI_DATA_STATE_LIVE);
      g_assert_cmpint (moei_feed_get_last_heard (world.feed), <=, 20);
    }
    g_assert_cmpint (moei_clock_now (moei_feed_get_clock (world.feed)) - before, <=,
                     virtual_time_now () - begin + G_USEC_PER_SEC);
    g_assert_cmpfloat (commit (HEALTHY), <=, HEALTHY);
  }
  tear_down ();
}

/* When the computer wakes, nobody is told that the picture is live until it is. */
static void
test_suspend (void)
{
  gint64 begin;
  double took;

  set_up ();
  become_current ();
  virtual_time_suspend (8 * HOUR);
  chaos_world_change (&world, MOEI_DOCUMENT_FLIGHTS);
  begin = virtual_time_now ();
  while (moei_feed_get_state (world.feed) == MOEI_DATA_STATE_LIVE && !chaos_world_shows_newest (&world, FALSE)) {
    virtual_time_step ();
    g_assert_cmpint (virtual_time_now () - begin, <, 3 * G_USEC_PER_SEC);
  }
  become_current ();
  took = (double) (virtual_time_now () - begin) / G_USEC_PER_SEC;
  g_string_append_printf (figures, "# suspended for 8 h: current %.1f s after waking\n", took);
  tear_down ();
}

static void
test_midnight (void)
{
  g_autofree char *wrong = NULL;
  guint day;

  set_up ();
  /* The witness is to know the new day's before it is shown. */
  moei_service_clock_play (world.service.clock, MIDNIGHT + 1, 1.0);
  chaos_world_record (&world);
  moei_service_clock_play (world.service.clock, MIDNIGHT - 30 * G_USEC_PER_SEC, 1.0);
  chaos_world_record (&world);
  become_current ();
  chaos_world_pass (&world, 1, FALSE, &wrong);
  day = moei_operation_get_operating_day (world.operation);
  chaos_world_pass (&world, 30 - 1, FALSE, &wrong);
  while (moei_service_clock_get_day (world.service.clock) == day)
    virtual_time_step ();
  chaos_world_record (&world);
  become_current ();
  g_assert_cmpuint (moei_operation_get_operating_day (world.operation), ==, day + 1);
  g_assert_cmpstr (wrong, ==, NULL);
  tear_down ();
}

/* The service's clock was wrong, and is put right: back to the day before, and
 * that without events, so that an old copy of what it said looks much the same. */
static void
test_set_back (gconstpointer user_data)
{
  const gboolean *events = user_data;
  g_autofree char *wrong = NULL;
  MoeiClock *clock;
  gint64 begin;
  guint day;

  set_up ();
  moei_service_clock_play (world.service.clock, MIDNIGHT + HOUR, 1.0);
  chaos_world_record (&world);
  become_current ();
  if (!*events) {
    chaos_proxy_set_fault (world.proxy, "/v1/events", CHAOS_STATUS_404);
    chaos_proxy_reset_all (world.proxy);
    chaos_world_pass (&world, TRIAL, FALSE, &wrong);
  }
  moei_service_clock_play (world.service.clock, MIDNIGHT - HOUR, 1.0);
  chaos_world_record (&world);
  begin = virtual_time_now ();
  day = moei_service_clock_get_day (world.service.clock);
  clock = moei_feed_get_clock (world.feed);
  while (moei_operation_get_operating_day (world.operation) != day || !chaos_world_shows_newest (&world, FALSE) ||
         moei_feed_get_state (world.feed) != MOEI_DATA_STATE_LIVE ||
         ABS (moei_clock_now (clock) - moei_service_clock_get_now (world.service.clock)) > 2 * G_USEC_PER_SEC) {
    g_assert_cmpint (virtual_time_now () - begin, <=, RECOVERY * G_USEC_PER_SEC);
    virtual_time_step ();
  }
  g_string_append_printf (figures, "# set back by two hours, %s events: current after %.0f s\n", *events ? "with" : "without",
                          (double) (virtual_time_now () - begin) / G_USEC_PER_SEC);
  g_assert_cmpfloat (commit (BEHIND), <=, BEHIND);
  g_assert_cmpint (moei_feed_get_state (world.feed), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpstr (wrong, ==, NULL);
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  static const gboolean with = TRUE, without = FALSE;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/healthy", test_healthy);
  g_test_add_func ("/time/swallow", test_swallow);
  g_test_add_func ("/time/short-idle", test_short_idle);
  g_test_add_func ("/time/no-events", test_no_events);
  g_test_add_func ("/time/clock-set", test_clock_set);
  g_test_add_func ("/time/suspend", test_suspend);
  g_test_add_func ("/time/midnight", test_midnight);
  g_test_add_data_func ("/time/set-back", &with, test_set_back);
  g_test_add_data_func ("/time/set-back-without-events", &without, test_set_back);

  figures = g_string_new (NULL);
  chaos_world_set_up (&world);
  virtual_time_begin ();
  result = g_test_run ();
  virtual_time_end ();
  chaos_world_tear_down (&world);
  fputs (figures->str, stdout);
  g_string_free (figures, TRUE);
  return result;
}
