/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "feed/moei-clock.h"
#include "operation/moei-entity.h"

#include "../chaos/virtual-time.h"

#define SECOND G_TIME_SPAN_SECOND
#define THEN   G_GINT64_CONSTANT (1741230000000000) /* 2025-03-06T03:00:00Z */

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiClock) clock = moei_clock_new ();

  g_assert_true (moei_clock_now (clock) == MOEI_INSTANT_UNKNOWN);
  g_assert_cmpfloat (moei_clock_get_rate (clock), ==, 1);
  g_assert_cmpint (moei_clock_get_skew (clock), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
test_rate (gconstpointer data)
{
  double rate = *(const double *) data;
  g_autoptr (MoeiClock) clock = moei_clock_new ();
  gint64 heard = moei_clock_boot_time () - 100 * SECOND, before, now, after;

  moei_clock_set_at (clock, THEN, rate, heard);
  before = moei_clock_boot_time ();
  now = moei_clock_now (clock);
  after = moei_clock_boot_time ();

  g_assert_cmpfloat (moei_clock_get_rate (clock), ==, rate);
  g_assert_cmpint (now, >=, THEN + (gint64) ((double) (before - heard) * rate));
  g_assert_cmpint (now, <=, THEN + (gint64) ((double) (after - heard) * rate));
}

static void
test_nonsense (void)
{
  const double rates[] = { -1, NAN, INFINITY, 1e9 };
  g_autoptr (MoeiClock) clock = moei_clock_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    moei_clock_set (clock, THEN, rates[i]);
  moei_clock_set (clock, MOEI_INSTANT_UNKNOWN, 1);
  g_assert_true (moei_clock_now (clock) == MOEI_INSTANT_UNKNOWN);
}

static void
test_skew (void)
{
  g_autoptr (MoeiClock) clock = moei_clock_new ();
  guint n_skew = 0, n_rate = 0;

  g_signal_connect (clock, "notify::skew", G_CALLBACK (count_notify), &n_skew);
  g_signal_connect (clock, "notify::rate", G_CALLBACK (count_notify), &n_rate);

  moei_clock_set (clock, g_get_real_time () + 3600 * SECOND, 1);
  g_assert_cmpint (ABS (moei_clock_get_skew (clock) - 3600), <=, 1);
  g_assert_cmpuint (n_skew, ==, 1);
  g_assert_cmpuint (n_rate, ==, 0);

  moei_clock_set (clock, g_get_real_time () - 3600 * SECOND, 1);
  g_assert_cmpint (ABS (moei_clock_get_skew (clock) + 3600), <=, 1);
  g_assert_cmpuint (n_skew, ==, 2);

  /* A clock that does not keep step has no skew. */
  moei_clock_set (clock, THEN, 60);
  g_assert_cmpint (moei_clock_get_skew (clock), ==, 0);
  g_assert_cmpuint (n_skew, ==, 3);
  g_assert_cmpuint (n_rate, ==, 1);
}

/* The word came an hour ago: the clock went on since, as ours did. */
static void
test_skew_of_old_word (void)
{
  g_autoptr (MoeiClock) clock = moei_clock_new ();

  moei_clock_set_at (clock, g_get_real_time () - 3600 * SECOND, 1, moei_clock_boot_time () - 3600 * SECOND);
  g_assert_cmpint (ABS (moei_clock_get_skew (clock)), <=, 1);
}

/* A document may be an old copy: it does not set the clock back. */
static void
test_copy (void)
{
  g_autoptr (MoeiClock) clock = moei_clock_new ();

  virtual_time_begin ();
  moei_clock_set_by_document (clock, "e1", THEN, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN);

  virtual_time_suspend (600 * SECOND);
  moei_clock_set_by_document (clock, "e1", THEN, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN + 600 * SECOND);
  virtual_time_suspend (30 * SECOND);
  moei_clock_set_by_document (clock, "e1", THEN, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN + 630 * SECOND);

  /* A cache that is renewed by others has a pace of its own. */
  virtual_time_suspend (30 * SECOND);
  moei_clock_set_by_document (clock, "e1", THEN + 100 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN + 660 * SECOND);

  /* What is ahead is no copy, nor what is only a little behind. */
  moei_clock_set_by_document (clock, "e1", THEN + 700 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN + 700 * SECOND);
  moei_clock_set_by_document (clock, "e1", THEN + 698 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN + 698 * SECOND);
  virtual_time_end ();
}

/* The service's clock was put right: by documents alone it takes two to know. */
static void
test_set_back (void)
{
  g_autoptr (MoeiClock) clock = moei_clock_new ();

  virtual_time_begin ();
  moei_clock_set_by_document (clock, "e1", THEN, 1);
  moei_clock_set_by_document (clock, "e1", THEN - 3600 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN);
  virtual_time_suspend (30 * SECOND);
  moei_clock_set_by_document (clock, "e1", THEN - 3569 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN - 3569 * SECOND);

  /* An event is no copy, and another store has a clock of its own. */
  moei_clock_set (clock, THEN - 7200 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN - 7200 * SECOND);
  moei_clock_set_by_document (clock, "e2", THEN - 10800 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN - 10800 * SECOND);
  virtual_time_end ();
}

/* What was kept from the last run is no word of the service. */
static void
test_kept (void)
{
  g_autoptr (MoeiClock) clock = moei_clock_new ();

  virtual_time_begin ();
  moei_clock_set_at (clock, THEN, 1, moei_clock_boot_time () - 60 * SECOND);
  moei_clock_set_by_document (clock, "e1", THEN - 60 * SECOND, 1);
  g_assert_cmpint (moei_clock_now (clock), ==, THEN - 60 * SECOND);
  virtual_time_end ();
}

int
main (int    argc,
      char **argv)
{
  static const double rates[] = { 0, 1, 60, 600 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/new-destroy", test_new_destroy);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    g_autofree char *path = g_strdup_printf ("/clock/rate/%g", rates[i]);

    g_test_add_data_func (path, &rates[i], test_rate);
  }
  g_test_add_func ("/clock/nonsense", test_nonsense);
  g_test_add_func ("/clock/copy", test_copy);
  g_test_add_func ("/clock/set-back", test_set_back);
  g_test_add_func ("/clock/kept", test_kept);
  g_test_add_func ("/clock/skew", test_skew);
  g_test_add_func ("/clock/skew-of-old-word", test_skew_of_old_word);

  return g_test_run ();
}
