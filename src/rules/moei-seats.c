/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-seats.h"

#include "operation/moei-count.h"
#include "operation/moei-route.h"

/**
 * moei_flight_get_departure:
 * @flight: a flight
 *
 * Returns: when it left, or else when it is to leave: as estimated, or else as
 *   scheduled; `MOEI_INSTANT_UNKNOWN` if nobody said
 */
gint64
moei_flight_get_departure (MoeiFlight *flight)
{
  if (moei_flight_get_actual (flight) != MOEI_INSTANT_UNKNOWN)
    return moei_flight_get_actual (flight);
  if (moei_flight_get_estimated (flight) != MOEI_INSTANT_UNKNOWN)
    return moei_flight_get_estimated (flight);
  return moei_flight_get_scheduled (flight);
}

/**
 * moei_flight_still_takes:
 * @flight: a flight
 *
 * Returns: whether people can still leave on it
 */
gboolean
moei_flight_still_takes (MoeiFlight *flight)
{
  switch (moei_flight_get_state (flight)) {
  case MOEI_FLIGHT_STATE_SCHEDULED:
  case MOEI_FLIGHT_STATE_CHECKING_IN:
  case MOEI_FLIGHT_STATE_BOARDING:
  case MOEI_FLIGHT_STATE_DELAYED:
  case MOEI_FLIGHT_STATE_UNKNOWN:
    return TRUE;
  case MOEI_FLIGHT_STATE_DEPARTED:
  case MOEI_FLIGHT_STATE_ARRIVED:
  case MOEI_FLIGHT_STATE_CANCELLED:
  case MOEI_FLIGHT_STATE_DIVERTED:
  default:
    return FALSE;
  }
}

/* The shortest way from the border to an airport, in minutes; unknown where no
 * route leads there. */
static int
minutes_to (MoeiCollection *routes,
            const char     *airport)
{
  int shortest = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; routes != NULL && airport != NULL && i < moei_collection_size (routes); i++) {
    MoeiRoute *route = moei_collection_get (routes, i);
    int minutes = moei_route_get_minutes (route);

    if (minutes > 0 && g_strcmp0 (moei_route_get_to (route), airport) == 0 &&
        (shortest == MOEI_COUNT_UNKNOWN || minutes < shortest))
      shortest = minutes;
  }
  return shortest;
}

static gboolean
can_be_reached (MoeiFlight     *flight,
                MoeiCollection *routes,
                gint64          now)
{
  gint64 departs = moei_flight_get_departure (flight);
  int minutes = minutes_to (routes, moei_flight_get_from (flight));

  return minutes == MOEI_COUNT_UNKNOWN || departs == MOEI_INSTANT_UNKNOWN || now == MOEI_INSTANT_UNKNOWN ||
         now + minutes * G_TIME_SPAN_MINUTE <= departs;
}

/* What a flight still takes.  One that a bus from the border no longer reaches
 * takes those on its list, who are on their way or there, and its empty seats are
 * of no use today; so does one of which nobody named the seats. */
static int
seats_of (MoeiFlight *flight,
          gboolean    within_reach)
{
  int seats = moei_flight_get_seats (flight);
  int manifested = moei_flight_get_manifested (flight);

  if (!moei_count_is_known (manifested))
    return seats;
  if (!moei_count_is_known (seats))
    return within_reach ? MOEI_COUNT_UNKNOWN : manifested;
  return within_reach ? seats : MIN (seats, manifested);
}

/**
 * moei_seats_left:
 * @flights: a day's flights
 * @routes: (nullable): the routes known, to tell which flights can still be reached
 * @now: the instant, on the service's clock
 *
 * Flights from Bangkok take people under the same quota (400 of 18 March 2025 flew
 * from Don Mueang, CIDISS), but a bus needs nine hours to get there: by the time a
 * place at the border is short, an empty seat in Bangkok fills it no more.
 *
 * Returns: how many people can still leave that day; `MOEI_COUNT_UNKNOWN` where no
 *   flight is known, or one that can still be reached names no seats
 */
int
moei_seats_left (MoeiCollection *flights,
                 MoeiCollection *routes,
                 gint64          now)
{
  int sum = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    int seats = 0;

    if (moei_flight_still_takes (flight))
      seats = seats_of (flight, can_be_reached (flight, routes, now));
    if (!moei_count_is_known (seats))
      return MOEI_COUNT_UNKNOWN;
    sum = moei_count_add (sum, seats);
  }
  return sum;
}

/**
 * moei_manifested_after:
 * @flights: a day's flights
 * @instant: an instant
 *
 * Returns: how many people are known to be on the lists of flights that are to leave
 *   after @instant and have not: 0 where none is known
 */
int
moei_manifested_after (MoeiCollection *flights,
                       gint64          instant)
{
  int people = 0;

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    gint64 departs = moei_flight_get_departure (flight);

    if (moei_flight_still_takes (flight) && departs != MOEI_INSTANT_UNKNOWN && departs > instant)
      people = moei_count_add (people, moei_flight_get_manifested (flight));
  }
  return people;
}
