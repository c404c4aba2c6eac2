/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-milestones.h"

#include "operation/moei-count.h"
#include "operation/moei-milestone.h"
#include "service/moei-exercise-report.h"

#define MINUTES(n) ((n) * G_TIME_SPAN_MINUTE)

/* A list with so many empty seats is kept open for whoever is confirmed yet,
 * until so long before the flight leaves. */
#define MANY_SEATS   10
#define KEPT_OPEN    MINUTES (60)
/* Papers are through so long after the last are handed over. */
#define PAPERS       MINUTES (38)
#define DOORS_CLOSE  MINUTES (3)

typedef gint64 (*Timing) (MoeiCourse          *course,
                          const MoeiDeparture *departure,
                          gint64               planned);

/* Some are a little early or late. */
static gint64
about (MoeiCourse          *course,
       const MoeiDeparture *departure,
       const char          *what,
       gint64               planned)
{
  const char *id = moei_entity_get_id (MOEI_ENTITY (departure->flight));

  return planned + MINUTES (moei_chance_between (course->seed, id, what, -12, 6));
}

static gint64
manifest_closed (MoeiCourse          *course,
                 const MoeiDeparture *departure,
                 gint64               planned)
{
  int seats = moei_flight_get_seats (departure->flight);

  if (moei_count_is_known (seats) && seats - departure->people >= MANY_SEATS)
    return departure->departs - KEPT_OPEN;
  return about (course, departure, "manifest", planned);
}

static gint64
documents_checked (MoeiCourse          *course,
                   const MoeiDeparture *departure,
                   gint64               planned)
{
  if (departure->crossed == MOEI_INSTANT_UNKNOWN)
    return about (course, departure, "documents", planned);
  return departure->crossed + PAPERS;
}

static gint64
slot_confirmed (MoeiCourse          *course,
                const MoeiDeparture *departure,
                gint64               planned)
{
  return about (course, departure, "slot", planned);
}

static gint64
aircraft_ready (MoeiCourse          *course,
                const MoeiDeparture *departure,
                gint64               planned)
{
  gint64 scheduled = moei_flight_get_scheduled (departure->flight);
  gint64 late = departure->departs - scheduled;

  return MIN (about (course, departure, "aircraft", planned + late), departure->boards);
}

static gint64
buses_in (MoeiCourse          *course,
          const MoeiDeparture *departure,
          gint64               planned)
{
  if (departure->ready == MOEI_INSTANT_UNKNOWN)
    return about (course, departure, "buses", planned);
  return departure->ready;
}

static gint64
boarded (MoeiCourse          *course,
         const MoeiDeparture *departure,
         gint64               planned)
{
  return departure->departs - MOEI_EXERCISE_FLIGHT_CLOSES;
}

static gint64
doors_closed (MoeiCourse          *course,
              const MoeiDeparture *departure,
              gint64               planned)
{
  return departure->departs - DOORS_CLOSE;
}

static gint64
airborne (MoeiCourse          *course,
          const MoeiDeparture *departure,
          gint64               planned)
{
  return departure->departs;
}

static const struct {
  const char *id;
  Timing      timing;
} timings[] = {
  { "manifest-closed", manifest_closed },
  { "documents-checked", documents_checked },
  { "slot-confirmed", slot_confirmed },
  { "aircraft-ready", aircraft_ready },
  { "buses-in", buses_in },
  { "boarded", boarded },
  { "doors-closed", doors_closed },
  { "airborne", airborne },
};

/* When a step is done: never after the flight has left without it, and not at
 * all once it is called off. */
static gint64
time_of (MoeiCourse          *course,
         const MoeiDeparture *departure,
         MoeiMilestone       *milestone)
{
  gint64 planned = moei_milestone_get_planned (milestone);
  const char *id = moei_entity_get_id (MOEI_ENTITY (milestone));
  gint64 done = MOEI_INSTANT_UNKNOWN;

  if (planned == MOEI_INSTANT_UNKNOWN)
    planned = moei_flight_get_scheduled (departure->flight);
  for (guint i = 0; i < G_N_ELEMENTS (timings); i++) {
    if (g_strcmp0 (timings[i].id, id) == 0)
      done = MIN (timings[i].timing (course, departure, planned), departure->departs);
  }
  if (departure->cancelled != MOEI_INSTANT_UNKNOWN && done >= departure->cancelled)
    return MOEI_INSTANT_UNKNOWN;
  return done;
}

/**
 * moei_exercise_tell_milestones:
 * @course: the course of the exercise
 * @departure: how the flight fares
 * @moment: when
 * @flight: where to add the milestones of its plan, done or not
 */
void
moei_exercise_tell_milestones (MoeiCourse          *course,
                               const MoeiDeparture *departure,
                               MoeiMoment          *moment,
                               MoeiFlight          *flight)
{
  MoeiCollection *planned = moei_flight_get_milestones (departure->flight);

  for (guint i = 0; i < moei_collection_size (planned); i++) {
    MoeiMilestone *milestone = moei_exercise_copy (moei_collection_get (planned, i));
    gint64 done = time_of (course, departure, milestone);

    if (!moei_moment_is_past (moment, done))
      done = MOEI_INSTANT_UNKNOWN;
    g_object_set (milestone, "done", done, "observed", done, NULL);
    moei_collection_append (moei_flight_get_milestones (flight), milestone);
  }
}
