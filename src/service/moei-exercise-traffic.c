/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-traffic.h"

#include "operation/moei-hand-over.h"
#include "operation/moei-tally.h"
#include "service/moei-exercise-fleet.h"
#include "service/moei-exercise-milestones.h"
#include "service/moei-exercise-preparation.h"
#include "service/moei-exercise-report.h"

/* The last to get on a bus do so some minutes before it leaves. */
#define BUS_CLOSES (2 * G_TIME_SPAN_MINUTE)
/* A flight that is later than this is said to be delayed. */
#define LATE       (15 * G_TIME_SPAN_MINUTE)
/* One head count in so many finds one head too few. */
#define MISCOUNTS  16

/**
 * moei_leg_is_cancelled:
 * @self: a leg
 * @moment: when
 *
 * Returns: whether it has been called off
 */
gboolean
moei_leg_is_cancelled (const MoeiLeg *self,
                       MoeiMoment    *moment)
{
  return moei_moment_is_past (moment, self->cancelled);
}

/**
 * moei_leg_get_on_bus:
 * @self: a leg
 * @moment: when
 * @people: how many of a kind will be on it
 *
 * Returns: how many of them have got on
 */
int
moei_leg_get_on_bus (const MoeiLeg *self,
                     MoeiMoment    *moment,
                     int            people)
{
  if (self->cancelled != MOEI_INSTANT_UNKNOWN)
    return 0;
  return moei_moment_get_part (moment, people, self->boards, self->departs - BUS_CLOSES);
}

/**
 * moei_leg_has_departed:
 * @self: a leg
 * @moment: when
 *
 * Returns: whether it has left
 */
gboolean
moei_leg_has_departed (const MoeiLeg *self,
                       MoeiMoment    *moment)
{
  return self->cancelled == MOEI_INSTANT_UNKNOWN && moei_moment_is_past (moment, self->departs);
}

/**
 * moei_leg_has_arrived:
 * @self: a leg
 * @moment: when
 *
 * Returns: whether it has arrived
 */
gboolean
moei_leg_has_arrived (const MoeiLeg *self,
                      MoeiMoment    *moment)
{
  return self->cancelled == MOEI_INSTANT_UNKNOWN && moei_moment_is_past (moment, self->arrives);
}

/**
 * moei_departure_is_cancelled:
 * @self: a departure
 * @moment: when
 *
 * Returns: whether it has been called off
 */
gboolean
moei_departure_is_cancelled (const MoeiDeparture *self,
                             MoeiMoment          *moment)
{
  return moei_moment_is_past (moment, self->cancelled);
}

/**
 * moei_departure_get_slots:
 * @self: a departure
 * @moment: when
 * @people: how many of a kind will be on it
 *
 * Returns: how many of them have been given a slot, whether or not it was
 *   called off afterwards
 */
int
moei_departure_get_slots (const MoeiDeparture *self,
                          MoeiMoment          *moment,
                          int                  people)
{
  return moei_preparation_of (moment, people, self->sets_out).slot_given;
}

/**
 * moei_departure_has_departed:
 * @self: a departure
 * @moment: when
 *
 * Returns: whether it has left
 */
gboolean
moei_departure_has_departed (const MoeiDeparture *self,
                             MoeiMoment          *moment)
{
  return self->cancelled == MOEI_INSTANT_UNKNOWN && moei_moment_is_past (moment, self->departs);
}

static MoeiConvoyState
convoy_state (const MoeiLeg *leg,
              MoeiMoment    *moment)
{
  if (moei_leg_is_cancelled (leg, moment))
    return MOEI_CONVOY_STATE_CANCELLED;
  if (leg->cancelled != MOEI_INSTANT_UNKNOWN || !moei_moment_is_past (moment, leg->boards))
    return MOEI_CONVOY_STATE_PLANNED;
  if (!moei_moment_is_past (moment, leg->departs))
    return MOEI_CONVOY_STATE_BOARDING;
  if (moei_moment_is_past (moment, leg->arrives))
    return MOEI_CONVOY_STATE_ARRIVED;
  if (moei_moment_is_past (moment, leg->halts) &&
      !moei_moment_is_past (moment, leg->halts + leg->halted))
    return MOEI_CONVOY_STATE_HALTED;
  return MOEI_CONVOY_STATE_UNDER_WAY;
}

/* Nobody foresees a halt; that a convoy will leave late is told before it should
 * have left. */
static gint64
estimated_arrival (const MoeiLeg *leg,
                   MoeiMoment    *moment)
{
  if (moei_leg_is_cancelled (leg, moment))
    return moei_convoy_get_estimated_arrival (leg->convoy);
  if (moei_moment_is_past (moment, leg->halts))
    return leg->arrives;
  if (moei_leg_has_departed (leg, moment) || moei_moment_is_past (moment, leg->told))
    return leg->arrives - leg->halted;
  return moei_convoy_get_estimated_arrival (leg->convoy);
}

static void
tell_hand_overs (MoeiCourse    *course,
                 const MoeiLeg *leg,
                 MoeiMoment    *moment,
                 MoeiConvoy    *convoy)
{
  MoeiCollection *planned = moei_convoy_get_hand_overs (leg->convoy);
  const char *id = moei_entity_get_id (MOEI_ENTITY (leg->convoy));
  gboolean arrived = moei_leg_has_arrived (leg, moment);
  gboolean miscounted = moei_chance_between (course->seed, id, "count", 1, MISCOUNTS) == 1;

  for (guint i = 0; i < moei_collection_size (planned); i++) {
    MoeiHandOver *hand_over = moei_exercise_copy (moei_collection_get (planned, i));

    g_object_set (hand_over,
                  "out", arrived ? leg->people : MOEI_COUNT_UNKNOWN,
                  "in", arrived ? leg->people - miscounted : MOEI_COUNT_UNKNOWN,
                  "observed", arrived ? leg->arrives : MOEI_INSTANT_UNKNOWN,
                  NULL);
    moei_collection_append (moei_convoy_get_hand_overs (convoy), hand_over);
  }
}

static int
tell_people (const MoeiLeg *leg,
             MoeiMoment    *moment,
             MoeiConvoy    *convoy)
{
  MoeiCollection *planned = moei_convoy_get_nationalities (leg->convoy);
  int on_bus = 0;

  for (guint i = 0; i < moei_collection_size (planned); i++) {
    MoeiTally *from = moei_collection_get (planned, i);
    MoeiTally *tally = moei_tally_new (moei_entity_get_id (MOEI_ENTITY (from)));
    int people = moei_tally_get_planned (from);
    int on = moei_leg_get_on_bus (leg, moment, people);

    g_object_set (tally, "planned", people, "on-bus", on, NULL);
    moei_collection_append (moei_convoy_get_nationalities (convoy), tally);
    on_bus += on;
  }
  return on_bus;
}

static MoeiConvoy *
tell_convoy (MoeiCourse    *course,
             const MoeiLeg *leg,
             gint64         instant)
{
  MoeiConvoy *convoy = moei_exercise_copy (leg->convoy);
  MoeiMoment moment = moei_moment_at (instant);
  MoeiConvoyState state;
  gboolean departed, arrived;
  int on_bus;

  moei_moment_is_past (&moment, leg->known);
  state = convoy_state (leg, &moment);
  departed = moei_leg_has_departed (leg, &moment);
  arrived = moei_leg_has_arrived (leg, &moment);
  on_bus = tell_people (leg, &moment, convoy);
  tell_hand_overs (course, leg, &moment, convoy);
  g_object_set (convoy,
                "state", state,
                "people", on_bus,
                "actual-departure", departed ? leg->departs : MOEI_INSTANT_UNKNOWN,
                "estimated-arrival", estimated_arrival (leg, &moment),
                "actual-arrival", arrived ? leg->arrives : MOEI_INSTANT_UNKNOWN,
                "origin", MOEI_ORIGIN_EXERCISE,
                "owner", MOEI_EXERCISE_POST,
                "observed", moment.observed,
                NULL);
  moei_exercise_tell_fleet (course, leg, instant, on_bus, convoy);
  return convoy;
}

static MoeiFlightState
flight_state (const MoeiDeparture *departure,
              MoeiMoment          *moment)
{
  gint64 scheduled = moei_flight_get_scheduled (departure->flight);

  if (moei_departure_is_cancelled (departure, moment))
    return MOEI_FLIGHT_STATE_CANCELLED;
  if (departure->cancelled != MOEI_INSTANT_UNKNOWN)
    return MOEI_FLIGHT_STATE_SCHEDULED;
  if (moei_moment_is_past (moment, departure->arrives))
    return MOEI_FLIGHT_STATE_ARRIVED;
  if (moei_moment_is_past (moment, departure->departs))
    return MOEI_FLIGHT_STATE_DEPARTED;
  if (moei_moment_is_past (moment, departure->boards))
    return MOEI_FLIGHT_STATE_BOARDING;
  if (departure->departs - scheduled >= LATE && moei_moment_is_past (moment, departure->told))
    return MOEI_FLIGHT_STATE_DELAYED;
  if (moei_moment_is_past (moment, departure->checks_in))
    return MOEI_FLIGHT_STATE_CHECKING_IN;
  return MOEI_FLIGHT_STATE_SCHEDULED;
}

static int
get_boarded (const MoeiDeparture *departure,
             MoeiMoment          *moment,
             int                  people)
{
  return moei_moment_get_part (moment, people, departure->boards,
                               departure->departs - MOEI_EXERCISE_FLIGHT_CLOSES);
}

static void
tell_passengers (const MoeiDeparture *departure,
                 MoeiMoment          *moment,
                 MoeiFlight          *flight)
{
  MoeiCollection *planned = moei_flight_get_nationalities (departure->flight);
  gboolean goes = departure->cancelled == MOEI_INSTANT_UNKNOWN;
  gboolean counted = goes && moei_moment_is_past (moment, departure->checks_in);
  int no_show = moei_flight_get_no_show (departure->flight);
  int manifested = 0, boarded = 0;

  for (guint i = 0; i < moei_collection_size (planned); i++) {
    MoeiTally *from = moei_collection_get (planned, i);
    MoeiTally *tally = moei_tally_new (moei_entity_get_id (MOEI_ENTITY (from)));
    int people = moei_tally_get_planned (from);
    int slots = moei_departure_get_slots (departure, moment, people);
    gboolean there = goes && moei_moment_is_past (moment, departure->ready);

    g_object_set (tally,
                  "planned", people,
                  "slot-given", slots,
                  "at-airport", there ? people : 0,
                  "departed", moei_departure_has_departed (departure, moment) ? people : 0,
                  NULL);
    moei_collection_append (moei_flight_get_nationalities (flight), tally);
    manifested += slots;
    if (counted)
      boarded += get_boarded (departure, moment, people);
  }
  /* Who does not come is on the list until it is called. */
  if (manifested == departure->people)
    manifested += MAX (no_show, 0);
  if (!goes || !moei_moment_is_past (moment, departure->departs - MOEI_EXERCISE_FLIGHT_CLOSES))
    no_show = MOEI_COUNT_UNKNOWN;
  g_object_set (flight,
                "manifested", manifested > 0 ? manifested : MOEI_COUNT_UNKNOWN,
                "boarded", counted ? boarded : MOEI_COUNT_UNKNOWN,
                "no-show", no_show,
                NULL);
}

static MoeiFlight *
tell_flight (MoeiCourse          *course,
             const MoeiDeparture *departure,
             gint64               instant)
{
  MoeiFlight *flight = moei_exercise_copy (departure->flight);
  MoeiMoment moment = moei_moment_at (instant);
  gboolean told, departed;

  moei_moment_is_past (&moment, departure->known);
  told = departure->cancelled == MOEI_INSTANT_UNKNOWN && moei_moment_is_past (&moment, departure->told);
  departed = moei_departure_has_departed (departure, &moment);
  tell_passengers (departure, &moment, flight);
  moei_exercise_tell_milestones (course, departure, &moment, flight);
  g_object_set (flight,
                "state", flight_state (departure, &moment),
                "estimated", told ? departure->departs : moei_flight_get_scheduled (departure->flight),
                "actual", departed ? departure->departs : MOEI_INSTANT_UNKNOWN,
                "arrives", told ? departure->arrives : moei_flight_get_arrives (departure->flight),
                "origin", MOEI_ORIGIN_EXERCISE,
                "owner", MOEI_EXERCISE_POST,
                "observed", moment.observed,
                NULL);
  return flight;
}

/* When a leg is over, nothing of it changes any more: it need not be told again. */
static MoeiConvoy *
share_convoy (MoeiCourse *course,
              MoeiLeg    *leg,
              gint64      instant)
{
  gint64 end = MAX (leg->arrives, leg->cancelled) + MOEI_MOMENT_REPORT;

  if (instant < end)
    return tell_convoy (course, leg, instant);
  if (leg->over == NULL)
    leg->over = tell_convoy (course, leg, end);
  return g_object_ref (leg->over);
}

static MoeiFlight *
share_flight (MoeiCourse    *course,
              MoeiDeparture *departure,
              gint64         instant)
{
  gint64 end = MAX (departure->departs, MAX (departure->arrives, departure->cancelled)) + MOEI_MOMENT_REPORT;

  if (instant < end)
    return tell_flight (course, departure, instant);
  if (departure->over == NULL)
    departure->over = tell_flight (course, departure, end);
  return g_object_ref (departure->over);
}

/**
 * moei_exercise_tell_traffic:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the convoys and flights that are known then
 *
 * Tells how convoys and flights stand.
 */
void
moei_exercise_tell_traffic (MoeiCourse *course,
                            gint64      instant,
                            MoeiBundle *state)
{
  MoeiCollection *convoys = moei_bundle_get_entities (state, MOEI_DOCUMENT_CONVOYS);
  MoeiCollection *flights = moei_bundle_get_entities (state, MOEI_DOCUMENT_FLIGHTS);

  for (guint i = 0; i < course->legs->len; i++) {
    MoeiLeg *leg = &g_array_index (course->legs, MoeiLeg, i);

    if (leg->known <= instant)
      moei_collection_append (convoys, share_convoy (course, leg, instant));
  }
  for (guint i = 0; i < course->departures->len; i++) {
    MoeiDeparture *departure = &g_array_index (course->departures, MoeiDeparture, i);

    if (departure->known <= instant)
      moei_collection_append (flights, share_flight (course, departure, instant));
  }
}
