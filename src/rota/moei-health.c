/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-health.h"

#include "operation/moei-entity.h"
#include "rules/moei-operating-day.h"

/* It does not begin anew before, whatever happens: what begins anew has not long
 * lived, so that it never does twice within an hour. */
#define LEAST_LIFE G_TIME_SPAN_HOUR

/* Who began anew this evening need not at four. */
#define DAILY_LIFE (6 * G_TIME_SPAN_HOUR)

/* A peak is not a leak. */
#define TOO_LONG (5 * G_TIME_SPAN_MINUTE)

/* After so long the program has all it needs.  If that is near the ceiling, the
 * ceiling is too low, and to begin anew would not help. */
#define GROWN (10 * G_TIME_SPAN_MINUTE)

/* By how much, in per cent */
#define ROOM 125
#define MUCH 150

/* How long it has lived, and how long it has had too much. */
struct _MoeiHealth {
  MoeiWallPlan *plan;
  gboolean      has_begun;
  gint64        last;
  gint64        life;
  guint         grown;     /* KiB, once it has; else 0 */
  gint64        over_for;
  gint64        much_for;
};

/**
 * moei_health_new:
 * @plan: the ceiling and the hours
 *
 * Returns: (transfer full): a program that has just begun
 */
MoeiHealth *
moei_health_new (MoeiWallPlan *plan)
{
  MoeiHealth *self = g_new0 (MoeiHealth, 1);

  self->plan = g_object_ref (plan);
  return self;
}

/**
 * moei_health_free:
 * @self: (transfer full): a health
 *
 * Frees it.
 */
void
moei_health_free (MoeiHealth *self)
{
  g_object_unref (self->plan);
  g_free (self);
}

static gint64
get_step (MoeiHealth *self,
          gint64      time)
{
  gint64 step = 0;

  if (self->has_begun && time > self->last)
    step = (gint64) MIN ((guint64) time - (guint64) self->last, (guint64) G_TIME_SPAN_DAY);
  self->has_begun = TRUE;
  self->last = time;
  return step;
}

static guint64
get_ceiling (MoeiHealth *self)
{
  guint64 ceiling = (guint64) moei_wall_plan_get_memory_ceiling (self->plan) * 1024;

  return ceiling > 0 ? MAX (ceiling, (guint64) self->grown * ROOM / 100) : G_MAXUINT32;
}

/* A computer that slept has not had too much all that while: a span in which
 * nothing was read counts as little as the one before it. */
static void
read_memory (MoeiHealth *self,
             gint64      step,
             guint       resident)
{
  guint64 ceiling;

  if (self->grown == 0 && self->life >= GROWN)
    self->grown = MAX (resident, 1);

  ceiling = get_ceiling (self);
  step = MIN (step, G_TIME_SPAN_MINUTE);
  self->over_for = resident > ceiling ? self->over_for + step : 0;
  self->much_for = resident > ceiling * MUCH / 100 ? self->much_for + step : 0;
}

static gboolean
is_restart_hour (MoeiHealth *self,
                 gint64      now)
{
  guint day = moei_operating_day_of_instant (now);
  int hour = moei_wall_plan_get_restart_hour (self->plan);

  return day != MOEI_DAY_UNKNOWN && hour >= 0 &&
         (now - moei_operating_day_get_start (day)) / G_TIME_SPAN_HOUR == hour;
}

/**
 * moei_health_judge:
 * @self: a health
 * @time: microseconds on a clock that is not set
 * @now: the instant, for the hours
 * @resident: KiB of resident memory; 0 if not known
 *
 * To be called every minute or so.  In office hours the program begins anew only
 * if it has taken half as much again as it may.
 *
 * Returns: whether it should begin anew
 */
MoeiHealthVerdict
moei_health_judge (MoeiHealth *self,
                   gint64      time,
                   gint64      now,
                   guint       resident)
{
  gint64 step = get_step (self, time);
  gboolean in_use = moei_office_hours_contain (moei_wall_plan_get_office_hours (self->plan), now);

  self->life += step;
  read_memory (self, step, resident);
  if (self->life < LEAST_LIFE)
    return MOEI_HEALTH_VERDICT_WELL;
  if (self->much_for >= TOO_LONG || (self->over_for >= TOO_LONG && !in_use))
    return MOEI_HEALTH_VERDICT_MEMORY;
  if (self->life >= DAILY_LIFE && !in_use && is_restart_hour (self, now))
    return MOEI_HEALTH_VERDICT_DAILY;
  return MOEI_HEALTH_VERDICT_WELL;
}
