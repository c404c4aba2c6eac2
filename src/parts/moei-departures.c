/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-departures.h"

#include "operation/moei-count.h"
#include "parts/moei-traffic.h"
#include "rules/moei-seats.h"

/* A day's flights in the order in which they leave, and which of them are shown
 * where there is not room for all. */

/* Of which nobody said when it leaves comes last. */
static int
by_departure (gconstpointer a,
              gconstpointer b)
{
  MoeiFlight *first = *(MoeiFlight **) a, *second = *(MoeiFlight **) b;
  gint64 one = moei_flight_get_departure (first), other = moei_flight_get_departure (second);

  if (one != other && (one == MOEI_INSTANT_UNKNOWN || other == MOEI_INSTANT_UNKNOWN))
    return one == MOEI_INSTANT_UNKNOWN ? 1 : -1;
  if (one != other)
    return one > other ? 1 : -1;
  return g_strcmp0 (moei_entity_get_id (MOEI_ENTITY (first)), moei_entity_get_id (MOEI_ENTITY (second)));
}

/**
 * moei_departures_of_day:
 * @flights: flights
 * @day: an operating day
 *
 * Returns: (transfer full) (element-type MoeiFlight): those of @day, in the order
 *   in which they left or are to leave
 */
GPtrArray *
moei_departures_of_day (MoeiCollection *flights,
                        guint           day)
{
  GPtrArray *departures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (moei_traffic_get_flight_day (flight) == day)
      g_ptr_array_add (departures, g_object_ref (flight));
  }
  g_ptr_array_sort (departures, by_departure);
  return departures;
}

/**
 * moei_departure_has_gone:
 * @flight: a flight
 *
 * Returns: whether it has left
 */
gboolean
moei_departure_has_gone (MoeiFlight *flight)
{
  MoeiFlightState state = moei_flight_get_state (flight);

  return state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED ||
         state == MOEI_FLIGHT_STATE_DIVERTED;
}

/**
 * moei_departures_count_gone:
 * @departures: (element-type MoeiFlight): a day's flights
 *
 * Returns: how many of them have left
 */
guint
moei_departures_count_gone (GPtrArray *departures)
{
  guint n_gone = 0;

  for (guint i = 0; i < departures->len; i++)
    n_gone += moei_departure_has_gone (departures->pdata[i]);
  return n_gone;
}

static int
count_people (MoeiFlight *flight)
{
  if (moei_flight_get_state (flight) == MOEI_FLIGHT_STATE_CANCELLED)
    return 0;
  if (moei_departure_has_gone (flight) && moei_count_is_known (moei_flight_get_boarded (flight)))
    return moei_flight_get_boarded (flight);
  return moei_flight_get_manifested (flight);
}

/**
 * moei_departures_count_people:
 * @departures: (element-type MoeiFlight): a day's flights
 * @first: the first of those that are counted
 * @n: how many are counted
 *
 * Returns: who left on those that have gone, and who is on the others' lists;
 *   `MOEI_COUNT_UNKNOWN` where that of any is not known
 */
int
moei_departures_count_people (GPtrArray *departures,
                              guint      first,
                              guint      n)
{
  int sum = 0;

  for (guint i = first; i < first + n && i < departures->len; i++) {
    int people = count_people (departures->pdata[i]);

    if (!moei_count_is_known (people))
      return MOEI_COUNT_UNKNOWN;
    sum = moei_count_add (sum, people);
  }
  return sum;
}

/* The last that has gone stands above those to come. */
static guint
find_first (GPtrArray *departures)
{
  for (guint i = 0; i < departures->len; i++) {
    if (moei_flight_still_takes (departures->pdata[i]))
      return MAX (i, 1) - 1;
  }
  return departures->len;
}

/**
 * moei_departures_find_window:
 * @departures: (element-type MoeiFlight): a day's flights
 * @room: how many of them there is room for
 * @window: (out caller-allocates): which of them to show
 *
 * Those to come, after the last that has gone; where there is room for more, as
 * many more of those that have gone.
 */
void
moei_departures_find_window (GPtrArray           *departures,
                             guint                room,
                             MoeiDepartureWindow *window)
{
  guint n = MIN (room, departures->len);
  guint first = find_first (departures);

  /* With room for one only, the next is of more use than the last. */
  if (room == 1 && first + 1 < departures->len && moei_departure_has_gone (departures->pdata[first]))
    first++;
  first = MIN (first, departures->len - n);
  *window = (MoeiDepartureWindow) {
    .first = first,
    .n = n,
    .n_before = first,
    .n_after = departures->len - first - n,
  };
}

/**
 * moei_departures_next_day:
 * @flights: flights
 * @day: an operating day
 *
 * Returns: (transfer none) (nullable): the first flight of a later day; %NULL if
 *   none is known
 */
MoeiFlight *
moei_departures_next_day (MoeiCollection *flights,
                          guint           day)
{
  MoeiFlight *next = NULL;

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    guint of_flight = moei_traffic_get_flight_day (flight);

    if (of_flight == MOEI_DAY_UNKNOWN || of_flight <= day || !moei_flight_still_takes (flight))
      continue;
    if (next == NULL || by_departure (&flight, &next) < 0)
      next = flight;
  }
  return next;
}
