/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-motion.h"
#include "map/moei-projection.h"

static gboolean
is_known (gint64 instant)
{
  return instant != MOEI_INSTANT_UNKNOWN;
}

/* How far from @start to @end it is at @now: 0 to 1. */
static double
share (gint64 start,
       gint64 end,
       gint64 now)
{
  if (end <= start)
    return now < end ? 0.0 : 1.0;
  return CLAMP ((double) (now - start) / (double) (end - start), 0.0, 1.0);
}

static double
trust_in (gint64 observed,
          gint64 now)
{
  if (!is_known (observed) || !is_known (now))
    return 1.0;
  return 1.0 - share (observed + MOEI_MOTION_FRESH, observed + MOEI_MOTION_STALE, now);
}

/* The share of a line's length at its point nearest to @position. */
static double
locate (const MoeiLine     *line,
        const MoeiPosition *position)
{
  gsize n_points;
  const MoeiPosition *points = moei_line_get_points (line, &n_points);
  MoeiPoint p = moei_mercator_project (*position);
  double length = moei_line_get_length (line), before = 0, best = G_MAXDOUBLE, found = 0;

  for (gsize i = 1; i < n_points; i++) {
    MoeiPoint a = moei_mercator_project (points[i - 1]), b = moei_mercator_project (points[i]);
    double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    double t = square > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    double distance = hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
    double step = moei_position_distance (&points[i - 1], &points[i]);

    if (distance < best) {
      best = distance;
      found = before + t * step;
    }
    before += step;
  }
  return length > 0 ? found / length : 0.0;
}

static gint64
get_departure (MoeiConvoy *convoy)
{
  gint64 actual = moei_convoy_get_actual_departure (convoy);

  return is_known (actual) ? actual : moei_convoy_get_planned_departure (convoy);
}

static gint64
get_arrival (MoeiConvoy *convoy,
             MoeiRoute  *route,
             gint64      departure)
{
  gint64 arrival = moei_convoy_get_estimated_arrival (convoy);

  if (is_known (arrival))
    return arrival;
  if (is_known (departure) && moei_route_get_minutes (route) > 0)
    return departure + moei_route_get_minutes (route) * G_TIME_SPAN_MINUTE;
  return MOEI_INSTANT_UNKNOWN;
}

/* The share of the route that lies behind a convoy that moves: from its last
 * reported position, or from its start, as evenly as to be there in time. */
static double
get_progress (MoeiConvoy *convoy,
              MoeiRoute  *route,
              gint64      now)
{
  const MoeiPosition *reported = moei_convoy_get_position (convoy);
  gint64 observed = moei_convoy_get_position_observed (convoy);
  gint64 since = get_departure (convoy);
  gint64 arrival = get_arrival (convoy, route, since);
  double behind = 0;

  if (reported != NULL) {
    behind = locate (moei_route_get_line (route), reported);
    since = observed;
  }
  if (moei_convoy_get_state (convoy) != MOEI_CONVOY_STATE_UNDER_WAY || !is_known (now) ||
      !is_known (since) || !is_known (arrival))
    return behind;
  return behind + (1.0 - behind) * share (since, arrival, now);
}

/**
 * moei_motion_of_convoy:
 * @convoy: a convoy
 * @route: (nullable): the route it is on
 * @now: the instant, or `MOEI_INSTANT_UNKNOWN`
 * @motion: (out): where it should be
 *
 * Returns: whether it is on the road, and where is known
 */
gboolean
moei_motion_of_convoy (MoeiConvoy *convoy,
                       MoeiRoute  *route,
                       gint64      now,
                       MoeiMotion *motion)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);
  const MoeiPosition *reported = moei_convoy_get_position (convoy);
  gint64 observed = moei_convoy_get_position_observed (convoy);
  const MoeiLine *line = route != NULL ? moei_route_get_line (route) : NULL;

  if (state != MOEI_CONVOY_STATE_UNDER_WAY && state != MOEI_CONVOY_STATE_HALTED &&
      state != MOEI_CONVOY_STATE_BOARDING)
    return FALSE;

  *motion = (MoeiMotion) { .trust = 1.0, .age = -1 };
  if (state != MOEI_CONVOY_STATE_BOARDING) {
    motion->trust = trust_in (observed, now);
    motion->estimated = reported == NULL;
  }
  if (reported != NULL && is_known (observed) && is_known (now))
    motion->age = MAX (now - observed, 0);

  if (line != NULL)
    motion->position = moei_line_interpolate (line, get_progress (convoy, route, now));
  else if (reported != NULL)
    motion->position = *reported;
  else
    return FALSE;
  return TRUE;
}

static gint64
get_take_off (MoeiFlight *flight)
{
  if (is_known (moei_flight_get_actual (flight)))
    return moei_flight_get_actual (flight);
  if (is_known (moei_flight_get_estimated (flight)))
    return moei_flight_get_estimated (flight);
  return moei_flight_get_scheduled (flight);
}

/**
 * moei_motion_of_flight:
 * @flight: a flight
 * @from: (nullable): where it starts
 * @to: (nullable): where it goes
 * @now: the instant, or `MOEI_INSTANT_UNKNOWN`
 * @motion: (out): where it should be
 *
 * Nobody reports where aircraft are: it is an estimate from their times.
 *
 * Returns: whether it is in the air, and where is known
 */
gboolean
moei_motion_of_flight (MoeiFlight *flight,
                       MoeiPlace  *from,
                       MoeiPlace  *to,
                       gint64      now,
                       MoeiMotion *motion)
{
  const MoeiPosition *start = from != NULL ? moei_place_get_position (from) : NULL;
  const MoeiPosition *end = to != NULL ? moei_place_get_position (to) : NULL;
  gint64 take_off = get_take_off (flight), arrives = moei_flight_get_arrives (flight);
  double behind;

  if (moei_flight_get_state (flight) != MOEI_FLIGHT_STATE_DEPARTED || start == NULL || end == NULL ||
      !is_known (now) || !is_known (take_off) || !is_known (arrives))
    return FALSE;

  behind = share (take_off, arrives, now);
  /* One that should have landed may have, whatever is reported. */
  if (behind >= 1.0)
    return FALSE;

  motion->position = moei_great_circle_at (*start, *end, behind);
  motion->course = moei_great_circle_course (*start, *end, behind);
  motion->trust = 1.0;
  motion->age = -1;
  motion->estimated = TRUE;
  return TRUE;
}
