/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-course.h"

#include "operation/moei-place.h"
#include "operation/moei-tally.h"
#include "service/moei-exercise-moment.h"
#include "wire/moei-instant.h"

#define MINUTES(n) ((n) * G_TIME_SPAN_MINUTE)

/* What each step takes at least. */
#define BUS_BOARDING    MINUTES (20)
#define PROCESSING      MINUTES (40)
#define FLIGHT_TURN     MINUTES (45)
#define FLIGHT_BOARDING MINUTES (40)
/* How long before a flight heads are counted at the earliest, and it is called off. */
#define CHECK_IN_AHEAD  MINUTES (180)
#define CANCELLED_AHEAD MINUTES (150)
/* How long before it should leave a convoy's delay is told, and which is worth it. */
#define TOLD_AHEAD      MINUTES (70)
#define WORTH_TELLING   MINUTES (10)
/* How long a road takes of which nothing is said. */
#define SOME_MINUTES    30
/* Mae Sot's airport closes at 18:00; whatever is late leaves just before. */
#define AIRPORT_CLOSES (18 * G_TIME_SPAN_HOUR)

static int
count_people (MoeiCollection *tallies)
{
  int people = 0;

  for (guint i = 0; i < moei_collection_size (tallies); i++)
    people += MAX (0, moei_tally_get_planned (moei_collection_get (tallies, i)));
  return people;
}

static MoeiLegKind
kind_of_route (MoeiBundle *plan,
               MoeiRoute  *route)
{
  MoeiCollection *places = moei_bundle_get_entities (plan, MOEI_DOCUMENT_PLACES);
  MoeiPlace *from = moei_collection_lookup (places, moei_route_get_from (route));
  MoeiPlace *to = moei_collection_lookup (places, moei_route_get_to (route));

  if (to == NULL)
    return MOEI_LEG_HAND_OVER;
  if (moei_place_get_kind (to) == MOEI_PLACE_KIND_AIRPORT)
    return MOEI_LEG_TO_AIRPORT;
  if (from != NULL && moei_place_get_kind (from) == MOEI_PLACE_KIND_CROSSING &&
      moei_place_get_kind (to) == MOEI_PLACE_KIND_CROSSING)
    return MOEI_LEG_OVER_BORDER;
  return MOEI_LEG_HAND_OVER;
}

/* Most leave within minutes, some late, a few very late. */
static gint64
late_convoy (guint       seed,
             const char *id)
{
  int luck = moei_chance_between (seed, id, "luck", 0, 99);

  if (luck < 70)
    return MINUTES (moei_chance_between (seed, id, "delay", 0, 4));
  if (luck < 95)
    return MINUTES (moei_chance_between (seed, id, "delay", 5, 12));
  return MINUTES (moei_chance_between (seed, id, "delay", 13, 25));
}

static gint64
late_flight (guint       seed,
             const char *id)
{
  int luck = moei_chance_between (seed, id, "luck", 0, 99);

  if (luck < 60)
    return 0;
  if (luck < 85)
    return MINUTES (moei_chance_between (seed, id, "delay", 4, 12));
  return MINUTES (moei_chance_between (seed, id, "delay", 15, 35));
}

static MoeiDeparture *
lookup_departure (MoeiCourse *self,
                  GHashTable *by_id,
                  const char *id)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (by_id, id, NULL, &position))
    return NULL;
  return &g_array_index (self->departures, MoeiDeparture, GPOINTER_TO_UINT (position));
}

/* When the convoy may leave at the earliest: after its people were handed over. */
static gint64
ready_to_leave (MoeiCourse *self,
                GHashTable *by_id,
                MoeiLeg    *leg)
{
  const char * const *flights = moei_convoy_get_flights (leg->convoy);
  gint64 ready = MOEI_INSTANT_UNKNOWN;

  if (leg->kind == MOEI_LEG_HAND_OVER)
    return ready;

  for (guint i = 0; flights != NULL && flights[i] != NULL; i++) {
    MoeiDeparture *departure = lookup_departure (self, by_id, flights[i]);

    if (departure != NULL && departure->crossed != MOEI_INSTANT_UNKNOWN)
      ready = MAX (ready, departure->crossed + PROCESSING);
  }
  return ready;
}

/* A convoy that is known to have arrived later halted on its way. */
static void
halt_until (MoeiLeg *leg,
            gint64   arrived)
{
  gint64 driven = leg->arrives - leg->halted - leg->departs;

  if (arrived <= leg->arrives)
    return;
  leg->halts = leg->departs + driven / 2;
  leg->halted = arrived - leg->departs - driven;
  leg->arrives = arrived;
}

static void
time_leg (MoeiCourse *self,
          GHashTable *by_id,
          MoeiLeg    *leg)
{
  const char *id = moei_entity_get_id (MOEI_ENTITY (leg->convoy));
  gint64 planned = moei_convoy_get_planned_departure (leg->convoy);
  gint64 arrival = moei_convoy_get_estimated_arrival (leg->convoy);
  gint64 minutes = leg->route != NULL ? moei_route_get_minutes (leg->route) : SOME_MINUTES;

  if (arrival > planned)
    minutes = (arrival - planned) / G_TIME_SPAN_MINUTE;
  minutes = MAX (1, minutes);
  leg->departs = MAX (planned + late_convoy (self->seed, id), ready_to_leave (self, by_id, leg));
  leg->boards = leg->departs - BUS_BOARDING;
  minutes += minutes * moei_chance_between (self->seed, id, "traffic", -4, 10) / 100;
  if (moei_chance_between (self->seed, id, "halt", 0, 9) == 0) {
    leg->halts = leg->departs + MINUTES (minutes / 2);
    leg->halted = MINUTES (moei_chance_between (self->seed, id, "halted", 4, 9));
  }
  leg->arrives = leg->departs + MINUTES (minutes) + leg->halted;
  halt_until (leg, moei_convoy_get_actual_arrival (leg->convoy));
  if (leg->departs - planned >= WORTH_TELLING)
    leg->told = planned - TOLD_AHEAD;
  if (moei_convoy_get_state (leg->convoy) == MOEI_CONVOY_STATE_CANCELLED)
    leg->cancelled = planned;
}

/* Tells its flights when their people get where. */
static void
link_leg (MoeiCourse *self,
          GHashTable *by_id,
          MoeiLeg    *leg)
{
  const char * const *flights = moei_convoy_get_flights (leg->convoy);
  gint64 planned = moei_convoy_get_planned_departure (leg->convoy);

  for (guint i = 0; flights != NULL && flights[i] != NULL; i++) {
    MoeiDeparture *departure = lookup_departure (self, by_id, flights[i]);

    if (departure == NULL)
      continue;
    departure->sets_out = MIN (departure->sets_out, planned);
    if (leg->kind == MOEI_LEG_HAND_OVER)
      departure->crossed = MAX (departure->crossed, leg->arrives);
    else
      departure->ready = MAX (departure->ready, leg->arrives);
    if (leg->kind == MOEI_LEG_TO_AIRPORT)
      leg->day = departure->day;
  }
}

static void
plan_departures (MoeiCourse *self,
                 GHashTable *by_id)
{
  MoeiCollection *flights = moei_bundle_get_entities (self->plan, MOEI_DOCUMENT_FLIGHTS);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    gint64 scheduled = moei_flight_get_scheduled (flight);
    MoeiDeparture departure = {
      .flight = flight,
      .people = count_people (moei_flight_get_nationalities (flight)),
      .sets_out = scheduled,
      .crossed = MOEI_INSTANT_UNKNOWN,
      .ready = MOEI_INSTANT_UNKNOWN,
      .cancelled = MOEI_INSTANT_UNKNOWN,
    };

    if (scheduled == MOEI_INSTANT_UNKNOWN)
      continue;
    departure.day = moei_day_of_instant (scheduled);
    g_hash_table_insert (by_id, (char *) moei_entity_get_id (MOEI_ENTITY (flight)),
                         GUINT_TO_POINTER (self->departures->len));
    g_array_append_val (self->departures, departure);
  }
}

static void
plan_legs (MoeiCourse *self)
{
  MoeiCollection *convoys = moei_bundle_get_entities (self->plan, MOEI_DOCUMENT_CONVOYS);
  MoeiCollection *routes = moei_bundle_get_entities (self->plan, MOEI_DOCUMENT_ROUTES);

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    MoeiRoute *route = moei_collection_lookup (routes, moei_convoy_get_route (convoy));
    gint64 planned = moei_convoy_get_planned_departure (convoy);
    MoeiLeg leg = {
      .convoy = convoy,
      .route = route,
      .kind = route != NULL ? kind_of_route (self->plan, route) : MOEI_LEG_HAND_OVER,
      .people = count_people (moei_convoy_get_nationalities (convoy)),
      .cancelled = MOEI_INSTANT_UNKNOWN,
      .told = MOEI_INSTANT_UNKNOWN,
      .halts = MOEI_INSTANT_UNKNOWN,
    };

    if (planned == MOEI_INSTANT_UNKNOWN)
      continue;
    leg.day = moei_day_of_instant (planned);
    g_array_append_val (self->legs, leg);
  }
}

static void
time_departure (MoeiCourse    *self,
                MoeiDeparture *departure)
{
  MoeiFlight *flight = departure->flight;
  const char *id = moei_entity_get_id (MOEI_ENTITY (flight));
  gint64 scheduled = moei_flight_get_scheduled (flight);
  gint64 closes = moei_day_get_start (departure->day) + AIRPORT_CLOSES - MINUTES (2);
  gint64 ready = departure->ready != MOEI_INSTANT_UNKNOWN ? departure->ready
                                                          : scheduled - CHECK_IN_AHEAD;

  departure->departs = moei_flight_get_actual (flight);
  if (departure->departs == MOEI_INSTANT_UNKNOWN)
    departure->departs = scheduled + late_flight (self->seed, id);
  if (scheduled <= closes)
    departure->departs = MIN (departure->departs, closes);
  departure->departs = MAX (departure->departs, ready + FLIGHT_TURN);
  departure->boards = departure->departs - FLIGHT_BOARDING;
  departure->checks_in = MAX (ready, departure->departs - CHECK_IN_AHEAD);
  departure->told = scheduled - MINUTES (moei_chance_between (self->seed, id, "told", 40, 70));
  departure->arrives = moei_flight_get_arrives (flight);
  if (departure->arrives != MOEI_INSTANT_UNKNOWN)
    departure->arrives += departure->departs - scheduled;
  if (moei_flight_get_state (flight) == MOEI_FLIGHT_STATE_CANCELLED)
    departure->cancelled = scheduled - CANCELLED_AHEAD;
}

static void
time_legs (MoeiCourse *self,
           GHashTable *by_id,
           gboolean    hand_overs)
{
  for (guint i = 0; i < self->legs->len; i++) {
    MoeiLeg *leg = &g_array_index (self->legs, MoeiLeg, i);

    if ((leg->kind == MOEI_LEG_HAND_OVER) == hand_overs) {
      time_leg (self, by_id, leg);
      link_leg (self, by_id, leg);
    }
  }
}

/* The day a group sets out is what its preparations count back from. */
static gint64
known_from (gint64 sets_out)
{
  return moei_day_get_start (moei_day_of_instant (sets_out)) - MOEI_EXERCISE_HORIZON;
}

/**
 * moei_course_new:
 * @plan: an operation
 * @seed: what its chances hang on
 *
 * Settles how every convoy and flight of a plan will fare: who is late, who
 * halts, who waits for whom.  Nobody leaves an airport without having come
 * there, nor a crossing without having been handed over.  What has no planned
 * time does not happen.
 *
 * Returns: (transfer full): the course
 */
MoeiCourse *
moei_course_new (MoeiBundle *plan,
                 guint       seed)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  MoeiCourse *self;

  g_return_val_if_fail (MOEI_IS_BUNDLE (plan), NULL);

  self = g_new0 (MoeiCourse, 1);
  self->plan = g_object_ref (plan);
  self->seed = seed;
  self->legs = g_array_new (FALSE, FALSE, sizeof (MoeiLeg));
  self->departures = g_array_new (FALSE, FALSE, sizeof (MoeiDeparture));

  plan_departures (self, by_id);
  plan_legs (self);
  time_legs (self, by_id, TRUE);
  time_legs (self, by_id, FALSE);
  for (guint i = 0; i < self->departures->len; i++) {
    MoeiDeparture *departure = &g_array_index (self->departures, MoeiDeparture, i);

    time_departure (self, departure);
    departure->known = known_from (departure->sets_out);
  }
  for (guint i = 0; i < self->legs->len; i++) {
    MoeiLeg *leg = &g_array_index (self->legs, MoeiLeg, i);

    leg->known = known_from (moei_convoy_get_planned_departure (leg->convoy));
  }
  return self;
}

/**
 * moei_course_free:
 * @self: (transfer full): a course
 */
void
moei_course_free (MoeiCourse *self)
{
  for (guint i = 0; i < self->legs->len; i++)
    g_clear_object (&g_array_index (self->legs, MoeiLeg, i).over);
  for (guint i = 0; i < self->departures->len; i++)
    g_clear_object (&g_array_index (self->departures, MoeiDeparture, i).over);
  g_object_unref (self->plan);
  g_array_unref (self->legs);
  g_array_unref (self->departures);
  g_free (self);
}
