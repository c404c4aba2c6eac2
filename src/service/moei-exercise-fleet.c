/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-fleet.h"

#include <math.h>

#include "operation/moei-bus.h"
#include "operation/moei-count.h"
#include "service/moei-exercise-moment.h"
#include "service/moei-exercise-report.h"

/* How far each bus is behind the one before it. */
#define GAP    (40 * G_TIME_SPAN_SECOND)
/* The receiver of one bus in so many falls silent on its way. */
#define SILENT 6

/* How much of its way a bus of a convoy has behind it, the halt not counted.  At
 * the end all stand side by side. */
static double
fraction_done (const MoeiLeg *leg,
               guint          number,
               gint64         when)
{
  gint64 driven = when - leg->departs;

  if (when >= leg->arrives)
    return 1.0;
  if (leg->halts != MOEI_INSTANT_UNKNOWN && when > leg->halts)
    driven -= MIN (when - leg->halts, leg->halted);
  driven -= number * GAP;
  return CLAMP ((double) driven / (double) (leg->arrives - leg->departs - leg->halted), 0.0, 1.0);
}

static MoeiPosition
position_of (const MoeiLeg  *leg,
             const MoeiLine *line,
             guint           number,
             gint64          when)
{
  MoeiPosition position = moei_line_interpolate (line, fraction_done (leg, number, when));

  /* A receiver's position is good to a few metres at best. */
  position.longitude = round (position.longitude * 1e5) / 1e5;
  position.latitude = round (position.latitude * 1e5) / 1e5;
  return position;
}

/* When a bus was last heard of.  The head is always heard of, and whoever has
 * arrived is seen. */
static gint64
last_heard (MoeiCourse    *course,
            const MoeiLeg *leg,
            guint          number,
            gint64         when)
{
  g_autofree char *id = g_strdup_printf ("%s/%u", moei_entity_get_id (MOEI_ENTITY (leg->convoy)), number);
  gint64 way = leg->arrives - leg->departs - leg->halted;
  gint64 silent;

  if (number == 0 || when >= leg->arrives ||
      moei_chance_between (course->seed, id, "signal", 1, SILENT) != 1)
    return when;

  silent = leg->departs + way * moei_chance_between (course->seed, id, "silent", 5, 40) / 100;
  return MIN (when, silent - silent % MOEI_MOMENT_POSITION);
}

/* Buses are filled one after another. */
static int
people_on (int   people,
           guint number,
           guint n_buses,
           int  *left)
{
  int share = people * (int) (number + 1) / (int) n_buses - people * (int) number / (int) n_buses;
  int on = MIN (share, *left);

  *left -= on;
  return on;
}

static void
tell_bus (MoeiCourse     *course,
          const MoeiLeg  *leg,
          const MoeiLine *line,
          guint           number,
          gint64          when,
          MoeiBus        *bus)
{
  gint64 heard = last_heard (course, leg, number, when);
  MoeiPosition position = position_of (leg, line, number, heard);

  g_object_set (bus, "position", &position, "position-observed", heard, NULL);
}

/**
 * moei_exercise_tell_fleet:
 * @course: the course of the exercise
 * @leg: how the convoy fares
 * @instant: when
 * @on_bus: how many people have got on
 * @convoy: what to tell of its position, which is its first bus's, and of each
 *   of its buses
 */
void
moei_exercise_tell_fleet (MoeiCourse    *course,
                          const MoeiLeg *leg,
                          gint64         instant,
                          int            on_bus,
                          MoeiConvoy    *convoy)
{
  MoeiCollection *planned = moei_convoy_get_fleet (leg->convoy);
  const MoeiLine *line = leg->route != NULL ? moei_route_get_line (leg->route) : NULL;
  gint64 when = MIN (instant - instant % MOEI_MOMENT_POSITION, leg->arrives);
  gboolean seen = line != NULL && leg->cancelled == MOEI_INSTANT_UNKNOWN && when >= leg->boards;
  guint n_buses = moei_collection_size (planned);

  if (when < leg->departs)
    when = leg->boards;
  if (seen) {
    MoeiPosition position = position_of (leg, line, 0, when);

    g_object_set (convoy, "position", &position, "position-observed", when, NULL);
  }

  for (guint i = 0; i < n_buses; i++) {
    MoeiBus *bus = moei_exercise_copy (moei_collection_get (planned, i));

    g_object_set (bus, "people", people_on (leg->people, i, n_buses, &on_bus), NULL);
    if (seen)
      tell_bus (course, leg, line, i, when, bus);
    moei_collection_append (moei_convoy_get_fleet (convoy), bus);
  }
}
