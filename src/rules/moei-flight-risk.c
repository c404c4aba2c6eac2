/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-flight-risk.h"

#include <math.h>

#include "operation/moei-count.h"
#include "operation/moei-route.h"
#include "rules/moei-seats.h"

/* What is asked of every convoy of one flight */
typedef struct {
  MoeiFlight           *flight;
  MoeiCollection       *convoys;
  MoeiCollection       *flights;
  MoeiCollection       *routes;
  const MoeiProcessing *processing;
  gint64                departs;
  gint64                now;
} Question;

/**
 * moei_processing_init_default:
 * @self: (out caller-allocates): the settings
 *
 * Sets what holds without settings.
 *
 * Five minutes a person for biometrics and papers, at most 500 people a day: Thai
 * officials on 16 February 2025 (NAT0216,
 * https://www.nationthailand.com/news/asean/40046348).  500 people in the three
 * hours from about 9:00 in which groups were handed over on Bridge 2 (BYTE0220,
 * MITV0310) need fourteen counters.  Boarding and the margin of half an hour are
 * this program's.  A bus needs 25 minutes from the bridge to Mae Sot Airport: a
 * position of a quarter of an hour ago no longer tells how far it is.
 */
void
moei_processing_init_default (MoeiProcessing *self)
{
  *self = (MoeiProcessing) {
    .seconds_per_person = 300,
    .counters = 14,
    .boarding_minutes = 20,
    .at_risk_minutes = 30,
    .position_old_minutes = 15,
  };
}

/**
 * moei_processing_get_minutes:
 * @self: the settings
 * @people: how many people
 *
 * Returns: how long it takes until the last of them is through, in minutes, begun
 *   minutes counted as whole ones; 0 if @people is not known
 */
int
moei_processing_get_minutes (const MoeiProcessing *self,
                             int                   people)
{
  gint64 rounds;

  if (people <= 0)
    return 0;

  rounds = (gint64) people * MAX (self->seconds_per_person, 0);
  rounds = (rounds + MAX (self->counters, 1) * 60 - 1) / (MAX (self->counters, 1) * 60);
  return (int) MIN (rounds, G_MAXINT / 2);
}

static MoeiRoute *
route_of (const Question *question,
          MoeiConvoy     *convoy)
{
  return question->routes != NULL ? moei_collection_lookup (question->routes, moei_convoy_get_route (convoy)) : NULL;
}

/* A route's end; NULL where it is not known. */
static const char *
end_of (const Question *question,
        MoeiConvoy     *convoy)
{
  MoeiRoute *route = route_of (question, convoy);

  return route != NULL ? moei_route_get_to (route) : NULL;
}

static gboolean
serves (MoeiConvoy *convoy,
        MoeiFlight *flight)
{
  const char * const *flights = moei_convoy_get_flights (convoy);

  return flights != NULL && g_strv_contains (flights, moei_entity_get_id (MOEI_ENTITY (flight)));
}

static gboolean
has_left (MoeiConvoy *convoy)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);

  return state == MOEI_CONVOY_STATE_UNDER_WAY || state == MOEI_CONVOY_STATE_HALTED ||
         state == MOEI_CONVOY_STATE_ARRIVED || moei_convoy_get_actual_departure (convoy) != MOEI_INSTANT_UNKNOWN;
}

/* Whether another convoy takes these people on, and has taken them already, or
 * goes in the place of this one. */
static gboolean
is_relieved (const Question *question,
             MoeiConvoy     *convoy)
{
  const char *end = end_of (question, convoy);
  gboolean cancelled = moei_convoy_get_state (convoy) == MOEI_CONVOY_STATE_CANCELLED;

  for (guint i = 0; i < moei_collection_size (question->convoys); i++) {
    MoeiConvoy *other = moei_collection_get (question->convoys, i);
    MoeiRoute *route = route_of (question, other);

    if (other == convoy || !serves (other, question->flight) ||
        moei_convoy_get_state (other) == MOEI_CONVOY_STATE_CANCELLED)
      continue;
    if (cancelled && g_strcmp0 (end_of (question, other), end) == 0)
      return TRUE;
    if (end != NULL && route != NULL && g_strcmp0 (moei_route_get_from (route), end) == 0 && has_left (other))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_moving (MoeiConvoy *convoy)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);

  return state == MOEI_CONVOY_STATE_UNDER_WAY || state == MOEI_CONVOY_STATE_HALTED;
}

/* A convoy that has no position may still be reported by telephone; then its
 * report's age counts. */
static gboolean
is_position_old (const Question *question,
                 MoeiConvoy     *convoy)
{
  gint64 seen = moei_convoy_get_position_observed (convoy);

  if (!is_moving (convoy))
    return FALSE;
  if (seen == MOEI_INSTANT_UNKNOWN)
    seen = moei_entity_get_observed (MOEI_ENTITY (convoy));
  if (seen == MOEI_INSTANT_UNKNOWN)
    return TRUE;
  return question->now != MOEI_INSTANT_UNKNOWN &&
         question->now - seen > question->processing->position_old_minutes * G_TIME_SPAN_MINUTE;
}

/* When it arrives.  What should have happened and has not happens now at the
 * earliest. */
static gint64
arrival_of (const Question *question,
            MoeiConvoy     *convoy)
{
  gint64 arrival = moei_convoy_get_actual_arrival (convoy);
  MoeiRoute *route = route_of (question, convoy);
  int minutes = route != NULL ? moei_route_get_minutes (route) : MOEI_COUNT_UNKNOWN;
  gint64 earliest = question->now;

  if (arrival != MOEI_INSTANT_UNKNOWN)
    return arrival;

  arrival = moei_convoy_get_estimated_arrival (convoy);
  if (arrival == MOEI_INSTANT_UNKNOWN && minutes > 0) {
    arrival = moei_convoy_get_actual_departure (convoy);
    if (arrival == MOEI_INSTANT_UNKNOWN)
      arrival = moei_convoy_get_planned_departure (convoy);
    if (arrival != MOEI_INSTANT_UNKNOWN)
      arrival += minutes * G_TIME_SPAN_MINUTE;
  }
  if (arrival == MOEI_INSTANT_UNKNOWN || question->now == MOEI_INSTANT_UNKNOWN ||
      moei_convoy_get_state (convoy) == MOEI_CONVOY_STATE_ARRIVED)
    return arrival;

  if (!has_left (convoy) && minutes > 0)
    earliest += minutes * G_TIME_SPAN_MINUTE;
  return MAX (arrival, earliest);
}

/* How many people must be through before the last of this flight's is: those of
 * the convoy's earlier flights stand before them.  Where nobody said how they
 * divide, all of them; where nobody counted the heads, or they are not all on board
 * yet, all its seats. */
static int
people_before (const Question *question,
               MoeiConvoy     *convoy)
{
  const char * const *ids = moei_convoy_get_flights (convoy);
  int all = has_left (convoy) ? moei_convoy_get_people (convoy) : MOEI_COUNT_UNKNOWN;
  int people = 0;

  if (!moei_count_is_known (all))
    all = moei_convoy_get_seats (convoy);
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++) {
    MoeiFlight *flight = question->flights != NULL ? moei_collection_lookup (question->flights, ids[i]) : NULL;
    int manifested = flight != NULL ? moei_flight_get_manifested (flight) : MOEI_COUNT_UNKNOWN;
    gint64 departs = flight != NULL ? moei_flight_get_departure (flight) : MOEI_INSTANT_UNKNOWN;

    if (!moei_count_is_known (manifested) || departs == MOEI_INSTANT_UNKNOWN)
      return all;
    if (departs <= question->departs)
      people = moei_count_add (people, manifested);
  }
  return moei_count_is_known (all) ? MIN (all, people) : people;
}

/* From where the convoy ends to the flight's airport; 0 where it ends there or
 * nobody knows. */
static int
minutes_onward (const Question *question,
                MoeiConvoy     *convoy)
{
  const char *end = end_of (question, convoy);
  const char *airport = moei_flight_get_from (question->flight);

  if (end == NULL || airport == NULL || g_strcmp0 (end, airport) == 0)
    return 0;
  for (guint i = 0; i < moei_collection_size (question->routes); i++) {
    MoeiRoute *route = moei_collection_get (question->routes, i);

    if (g_strcmp0 (moei_route_get_from (route), end) == 0 && g_strcmp0 (moei_route_get_to (route), airport) == 0)
      return MAX (moei_route_get_minutes (route), 0);
  }
  return 0;
}

static MoeiFlightRisk
judge (const Question *question,
       MoeiConvoy     *convoy)
{
  MoeiFlightRisk risk = { .convoy = convoy, .ready = MOEI_INSTANT_UNKNOWN, .departs = question->departs };
  gint64 arrival = arrival_of (question, convoy);
  int people = people_before (question, convoy);
  int minutes;

  if (moei_convoy_get_state (convoy) == MOEI_CONVOY_STATE_CANCELLED)
    risk.reason = MOEI_RISK_REASON_CONVOY_CANCELLED;
  else if (is_position_old (question, convoy))
    risk.reason = MOEI_RISK_REASON_POSITION_OLD;
  else if (arrival == MOEI_INSTANT_UNKNOWN)
    risk.reason = MOEI_RISK_REASON_NO_ARRIVAL;
  else if (!moei_count_is_known (people))
    risk.reason = MOEI_RISK_REASON_NO_PEOPLE;
  if (risk.reason != MOEI_RISK_REASON_NONE)
    return risk;

  minutes = moei_processing_get_minutes (question->processing, people) + minutes_onward (question, convoy) +
            question->processing->boarding_minutes;
  risk.ready = arrival + minutes * G_TIME_SPAN_MINUTE;
  risk.margin = (int) floor ((double) (question->departs - risk.ready) / G_TIME_SPAN_MINUTE);
  if (risk.margin < 0)
    risk.verdict = MOEI_RISK_MISSED;
  else
    risk.verdict = risk.margin < question->processing->at_risk_minutes ? MOEI_RISK_AT_RISK : MOEI_RISK_ON_TIME;
  return risk;
}

/* Whether @a is worse than @b: a flight that is missed for certain comes before
 * one of which nothing is known, and that before one in good time. */
static gboolean
is_worse (const MoeiFlightRisk *a,
          const MoeiFlightRisk *b)
{
  static const guint8 weight[] = {
    [MOEI_RISK_NONE] = 0,
    [MOEI_RISK_DEPARTED] = 0,
    [MOEI_RISK_ON_TIME] = 1,
    [MOEI_RISK_UNKNOWN] = 2,
    [MOEI_RISK_AT_RISK] = 3,
    [MOEI_RISK_MISSED] = 4,
  };

  if (weight[a->verdict] != weight[b->verdict])
    return weight[a->verdict] > weight[b->verdict];
  return a->verdict != MOEI_RISK_UNKNOWN && a->margin < b->margin;
}

static gboolean
is_settled (MoeiFlightRisk *self,
            MoeiFlight     *flight)
{
  switch (moei_flight_get_state (flight)) {
  case MOEI_FLIGHT_STATE_DEPARTED:
  case MOEI_FLIGHT_STATE_ARRIVED:
  case MOEI_FLIGHT_STATE_DIVERTED:
    self->verdict = MOEI_RISK_DEPARTED;
    return TRUE;
  case MOEI_FLIGHT_STATE_CANCELLED:
    self->verdict = MOEI_RISK_NONE;
    self->reason = MOEI_RISK_REASON_CANCELLED;
    return TRUE;
  case MOEI_FLIGHT_STATE_UNKNOWN:
  case MOEI_FLIGHT_STATE_SCHEDULED:
  case MOEI_FLIGHT_STATE_CHECKING_IN:
  case MOEI_FLIGHT_STATE_BOARDING:
  case MOEI_FLIGHT_STATE_DELAYED:
  default:
    return FALSE;
  }
}

/**
 * moei_flight_risk_compute:
 * @self: (out caller-allocates): the answer
 * @flight: a flight
 * @convoys: the convoys known, those that serve @flight among them
 * @flights: (nullable): the flights known, to tell how a convoy's people divide
 * @routes: (nullable): the routes known, to tell where a convoy ends
 * @processing: the settings
 * @now: the instant, on the service's clock
 *
 * Sets the arrival of each of the flight's convoys, with the time to process its
 * people and to board, against the departure; of several convoys the worst
 * decides.  A convoy that ends short of the flight's airport, on the bridge say,
 * has the way from there before it; it no longer counts once another one has set
 * out from there with its people.  A moving convoy that has not said for long
 * where it is makes the answer unknown, not "on time".
 */
void
moei_flight_risk_compute (MoeiFlightRisk       *self,
                          MoeiFlight           *flight,
                          MoeiCollection       *convoys,
                          MoeiCollection       *flights,
                          MoeiCollection       *routes,
                          const MoeiProcessing *processing,
                          gint64                now)
{
  Question question = { flight, convoys, flights, routes, processing, moei_flight_get_departure (flight), now };

  *self = (MoeiFlightRisk) {
    .verdict = MOEI_RISK_NONE,
    .reason = MOEI_RISK_REASON_NO_CONVOY,
    .ready = MOEI_INSTANT_UNKNOWN,
    .departs = question.departs,
  };
  if (is_settled (self, flight))
    return;
  if (question.departs == MOEI_INSTANT_UNKNOWN) {
    self->verdict = MOEI_RISK_UNKNOWN;
    self->reason = MOEI_RISK_REASON_NO_TIME;
    return;
  }

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);

    if (serves (convoy, flight) && !is_relieved (&question, convoy)) {
      MoeiFlightRisk risk = judge (&question, convoy);

      if (self->convoy == NULL || is_worse (&risk, self))
        *self = risk;
    }
  }
}
