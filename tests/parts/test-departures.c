/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "parts/moei-departures.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)
#define DAY  739316u /* 6 March 2025 */
#define NOON ((gint64) 1741237200 * G_USEC_PER_SEC) /* 12:00 of that day in Bangkok */

static MoeiCollection *
new_flights (guint n,
             guint n_gone)
{
  MoeiCollection *flights = moei_collection_new (MOEI_TYPE_FLIGHT);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%02u", i);

    moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", id, "day", DAY, "scheduled", NOON + i * HOUR / 4,
                                                   "state", i < n_gone ? MOEI_FLIGHT_STATE_DEPARTED
                                                                       : MOEI_FLIGHT_STATE_SCHEDULED,
                                                   "boarded", i < n_gone ? 50 : 0, "manifested", 60, NULL));
  }
  return flights;
}

static void
assert_window (guint n,
               guint n_gone,
               guint room,
               guint first,
               guint shown)
{
  g_autoptr (MoeiCollection) flights = new_flights (n, n_gone);
  g_autoptr (GPtrArray) departures = moei_departures_of_day (flights, DAY);
  MoeiDepartureWindow window;

  moei_departures_find_window (departures, room, &window);
  g_assert_cmpuint (window.first, ==, first);
  g_assert_cmpuint (window.n, ==, shown);
  g_assert_cmpuint (window.n_before + window.n + window.n_after, ==, n);
  g_assert_cmpuint (window.n_before, ==, first);
}

static void
test_none (void)
{
  assert_window (0, 0, 5, 0, 0);
  assert_window (3, 1, 0, 0, 0);
}

static void
test_window (void)
{
  assert_window (4, 2, 6, 0, 4);   /* all */
  assert_window (14, 0, 5, 0, 5);  /* the first to come */
  assert_window (14, 6, 5, 5, 5);  /* the last gone, and those to come */
  assert_window (14, 12, 5, 9, 5); /* as many gone as there is room for */
  assert_window (14, 14, 5, 9, 5); /* all gone: the last */
  assert_window (14, 6, 1, 6, 1);  /* the next */
}

static void
test_order (void)
{
  g_autoptr (MoeiCollection) flights = new_flights (3, 0);
  g_autoptr (GPtrArray) departures = NULL;

  g_object_set (moei_collection_get (flights, 0), "estimated", NOON + 5 * HOUR, NULL);
  g_object_set (moei_collection_get (flights, 1), "scheduled", MOEI_INSTANT_UNKNOWN, NULL);
  departures = moei_departures_of_day (flights, DAY);
  g_assert_true (departures->pdata[0] == moei_collection_get (flights, 2));
  g_assert_true (departures->pdata[1] == moei_collection_get (flights, 0));
  g_assert_true (departures->pdata[2] == moei_collection_get (flights, 1));
}

static void
test_people (void)
{
  g_autoptr (MoeiCollection) flights = new_flights (4, 2);
  g_autoptr (GPtrArray) departures = moei_departures_of_day (flights, DAY);

  g_assert_cmpuint (moei_departures_count_gone (departures), ==, 2);
  g_assert_cmpint (moei_departures_count_people (departures, 0, 4), ==, 220);
  g_assert_cmpint (moei_departures_count_people (departures, 2, 9), ==, 120);
  g_object_set (moei_collection_get (flights, 2), "state", MOEI_FLIGHT_STATE_CANCELLED, NULL);
  g_assert_cmpint (moei_departures_count_people (departures, 2, 2), ==, 60);
  g_object_set (moei_collection_get (flights, 3), "manifested", -1, NULL);
  g_assert_cmpint (moei_departures_count_people (departures, 2, 2), ==, -1);
}

static void
test_next_day (void)
{
  g_autoptr (MoeiCollection) flights = new_flights (3, 0);

  g_assert_null (moei_departures_next_day (flights, DAY));
  g_object_set (moei_collection_get (flights, 0), "day", DAY + 3, "scheduled", NOON + 72 * HOUR, NULL);
  g_object_set (moei_collection_get (flights, 1), "day", DAY + 2, "scheduled", NOON + 48 * HOUR, NULL);
  g_assert_true (moei_departures_next_day (flights, DAY) == moei_collection_get (flights, 1));
  g_object_set (moei_collection_get (flights, 1), "state", MOEI_FLIGHT_STATE_CANCELLED, NULL);
  g_assert_true (moei_departures_next_day (flights, DAY) == moei_collection_get (flights, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parts/departures/none", test_none);
  g_test_add_func ("/parts/departures/window", test_window);
  g_test_add_func ("/parts/departures/order", test_order);
  g_test_add_func ("/parts/departures/people", test_people);
  g_test_add_func ("/parts/departures/next-day", test_next_day);

  return g_test_run ();
}
