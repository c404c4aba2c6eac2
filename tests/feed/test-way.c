/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-feed-error.h"
#include "feed/moei-way.h"

static const MoeiDurations durations = { .settled = 60, .stream_again = 800 };

static gboolean
end (MoeiWay       *way,
     MoeiFeedError  code,
     gint64         lasted)
{
  g_autoptr (GError) error = code < MOEI_N_FEED_ERRORS ? moei_feed_error_new (code, NULL, "why") : NULL;
  MoeiWayEnd how = { .way = way->following, .lasted = lasted, .greeted = TRUE, .error = error };

  return moei_way_take_end (way, &how);
}

static void
test_silent (void)
{
  MoeiWay way;

  moei_way_init (&way, &durations);
  g_assert_false (end (&way, MOEI_FEED_ERROR_REFUSED, 60));
  g_assert_true (end (&way, MOEI_FEED_ERROR_SILENT, 60));
  g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_LONG_POLL);

  g_assert_false (end (&way, MOEI_FEED_ERROR_SILENT, 1));
  g_assert_false (end (&way, MOEI_FEED_ERROR_SILENT, 1));
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 1));
  g_assert_false (end (&way, MOEI_FEED_ERROR_CUT, 1));
  g_assert_false (end (&way, MOEI_FEED_ERROR_CUT, 1));
  g_assert_true (end (&way, MOEI_FEED_ERROR_CUT, 1));
  g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_POLL);
}

/* That a stream does not open says nothing of the way, but where it is tried
 * again since another way does well. */
static void
test_does_not_open (void)
{
  MoeiWay way;

  moei_way_init (&way, &durations);
  g_assert_false (end (&way, MOEI_FEED_ERROR_TIMED_OUT, 1));
  g_assert_true (end (&way, MOEI_FEED_ERROR_SILENT, 1));
  moei_way_step_up (&way);
  g_assert_true (way.trial);
  g_assert_true (end (&way, MOEI_FEED_ERROR_TIMED_OUT, 1));
  g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_LONG_POLL);

  moei_way_step_up (&way);
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 60));
  g_assert_false (end (&way, MOEI_FEED_ERROR_TIMED_OUT, 1));
  g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_STREAM);
}

/* As behind a proxy that cuts what is silent for six seconds. */
static void
test_short (void)
{
  MoeiWay way;

  moei_way_init (&way, &durations);
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 6));
  g_assert_false (end (&way, MOEI_FEED_ERROR_CUT, 6));
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 60));
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 6));
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 6));
  g_assert_true (end (&way, MOEI_FEED_ERROR_CUT, 6));
  g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_LONG_POLL);
}

/* A service that says goodbye, or does not let us in, is no matter of the way. */
static void
test_dismissed (void)
{
  MoeiWay way;
  MoeiWayEnd bye = { .way = MOEI_FOLLOWING_STREAM, .greeted = TRUE, .dismissed = TRUE };
  MoeiWayEnd refused = { .way = MOEI_FOLLOWING_STREAM };

  moei_way_init (&way, &durations);
  for (guint i = 0; i < 10; i++) {
    g_assert_false (moei_way_take_end (&way, &bye));
    g_assert_false (moei_way_take_end (&way, &refused));
  }
}

/* The stream is tried again soon, then less often, and soon again once it lasted. */
static void
test_again (void)
{
  MoeiWay way;

  moei_way_init (&way, &durations);
  for (guint again = 100; again < 800; again *= 2) {
    g_assert_true (end (&way, MOEI_FEED_ERROR_ENDED, 0));
    g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_POLL);
    g_assert_cmpuint (way.again, ==, again);
    moei_way_step_up (&way);
    g_assert_cmpint (way.following, ==, MOEI_FOLLOWING_STREAM);
  }
  moei_way_step_up (&way);
  g_assert_cmpuint (way.again, ==, 800);
  g_assert_false (end (&way, MOEI_N_FEED_ERRORS, 60));
  g_assert_cmpuint (way.again, ==, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/way/silent", test_silent);
  g_test_add_func ("/way/does-not-open", test_does_not_open);
  g_test_add_func ("/way/short", test_short);
  g_test_add_func ("/way/dismissed", test_dismissed);
  g_test_add_func ("/way/again", test_again);

  return g_test_run ();
}
