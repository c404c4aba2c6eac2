/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-route.h"
#include "service/moei-bundle.h"

G_BEGIN_DECLS

/* How long before it sets out a group is known at all. */
#define MOEI_EXERCISE_HORIZON (7 * G_TIME_SPAN_DAY)

/**
 * MoeiLegKind:
 * @MOEI_LEG_HAND_OVER: from where people are held to where they are handed over
 * @MOEI_LEG_TO_AIRPORT: on to an airport
 * @MOEI_LEG_OVER_BORDER: home, or to the next country, by road
 *
 * What a convoy is for.
 */
typedef enum {
  MOEI_LEG_HAND_OVER,
  MOEI_LEG_TO_AIRPORT,
  MOEI_LEG_OVER_BORDER,
} MoeiLegKind;

/**
 * MoeiLeg:
 * @convoy: the convoy as planned
 * @route: (nullable): its route
 * @kind: what it is for
 * @day: the operating day that its people are counted on
 * @people: how many will be on it
 * @known: from when it is known
 * @cancelled: when it is called off; `MOEI_INSTANT_UNKNOWN` if it goes
 * @told: when it is said that it will leave late; `MOEI_INSTANT_UNKNOWN` if not
 * @boards: when people begin to get on
 * @departs: when it leaves
 * @halts: when it stops on its way; `MOEI_INSTANT_UNKNOWN` if it does not
 * @halted: for how long
 * @arrives: when it arrives
 * @over: (nullable): how it stands from then on, once that was told
 *
 * How one convoy fares in the exercise.
 */
typedef struct {
  MoeiConvoy  *convoy;
  MoeiRoute   *route;
  MoeiLegKind  kind;
  guint        day;
  int          people;
  gint64       known;
  gint64       cancelled;
  gint64       told;
  gint64       boards;
  gint64       departs;
  gint64       halts;
  gint64       halted;
  gint64       arrives;
  MoeiConvoy  *over;
} MoeiLeg;

/**
 * MoeiDeparture:
 * @flight: the flight as planned
 * @day: the operating day that its people are counted on
 * @people: how many will be on it
 * @sets_out: when the first of its people leave where they are held, as planned
 * @crossed: when the last of them are handed over
 * @ready: when the last of them are at the airport
 * @known: from when it is known
 * @cancelled: when it is called off; `MOEI_INSTANT_UNKNOWN` if it goes
 * @told: when a delay is announced
 * @checks_in: when heads are counted
 * @boards: when people begin to get on
 * @departs: when it leaves
 * @arrives: when it arrives; `MOEI_INSTANT_UNKNOWN` if not said
 * @over: (nullable): how it stands when all that is past, once that was told
 *
 * How one flight fares in the exercise.
 */
typedef struct {
  MoeiFlight *flight;
  guint       day;
  int         people;
  gint64      sets_out;
  gint64      crossed;
  gint64      ready;
  gint64      known;
  gint64      cancelled;
  gint64      told;
  gint64      checks_in;
  gint64      boards;
  gint64      departs;
  gint64      arrives;
  MoeiFlight *over;
} MoeiDeparture;

/**
 * MoeiCourse:
 * @plan: the operation as planned
 * @seed: what its chances hang on
 * @legs: (element-type MoeiLeg): how each convoy fares, in the plan's order
 * @departures: (element-type MoeiDeparture): how each flight fares, likewise
 *
 * The whole course of an exercise, settled before it begins.
 */
typedef struct {
  MoeiBundle *plan;
  guint       seed;
  GArray     *legs;
  GArray     *departures;
} MoeiCourse;

MoeiCourse *moei_course_new  (MoeiBundle  *plan,
                              guint        seed);
void        moei_course_free (MoeiCourse  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiCourse, moei_course_free)

G_END_DECLS
