/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-convoy.h"
#include "operation/moei-dated.h"
#include "operation/moei-flight.h"
#include "operation/moei-horizon.h"
#include "operation/moei-quota-day.h"

struct _MoeiHorizon {
  MoeiDated *parts[MOEI_N_HORIZON_PARTS];
};

/**
 * moei_horizon_new: (skip)
 * @operation: an operation, which is not kept alive
 *
 * Returns: (transfer full): the keeper of its dated collections
 */
MoeiHorizon *
moei_horizon_new (MoeiOperation *operation)
{
  MoeiHorizon *self = g_new0 (MoeiHorizon, 1);

  self->parts[MOEI_HORIZON_CONVOYS] =
    moei_dated_new (moei_operation_get_movements (operation), moei_operation_get_convoys (operation),
                    (MoeiDatedDayFunc) moei_convoy_get_day);
  self->parts[MOEI_HORIZON_FLIGHTS] =
    moei_dated_new (moei_operation_get_schedule (operation), moei_operation_get_flights (operation),
                    (MoeiDatedDayFunc) moei_flight_get_day);
  self->parts[MOEI_HORIZON_DAYS] =
    moei_dated_new (moei_operation_get_calendar (operation), moei_operation_get_days (operation),
                    (MoeiDatedDayFunc) moei_quota_day_get_date);
  return self;
}

/**
 * moei_horizon_free: (skip)
 * @self: (transfer full): a horizon
 */
void
moei_horizon_free (MoeiHorizon *self)
{
  for (guint i = 0; i < MOEI_N_HORIZON_PARTS; i++)
    moei_dated_free (self->parts[i]);
  g_free (self);
}

/* The days that a document of @day is about: all of its week, whose Monday is
 * the one before it, as GDate's day 1 was a Monday. */
static void
get_span (MoeiHorizonPart  part,
          guint            day,
          guint           *first,
          guint           *last)
{
  *first = *last = day;
  if (part == MOEI_HORIZON_DAYS && day != MOEI_DAY_UNKNOWN) {
    *first = day - (day - 1) % 7;
    *last = *first + 6;
  }
}

/**
 * moei_horizon_take: (skip)
 * @self: a horizon
 * @part: what is taken
 * @day: its operating day, or any day of its week
 * @fresh: (nullable): all there is of that day or week; what a day's list
 *   names is said to be of that day
 *
 * Takes it in place of what was known of that day or week.
 */
void
moei_horizon_take (MoeiHorizon     *self,
                   MoeiHorizonPart  part,
                   guint            day,
                   MoeiCollection  *fresh)
{
  guint first, last;

  for (guint i = 0; part != MOEI_HORIZON_DAYS && fresh != NULL && i < moei_collection_size (fresh); i++)
    g_object_set (moei_collection_get (fresh, i), "day", day, NULL);

  get_span (part, day, &first, &last);
  moei_dated_take (self->parts[part], first, last, fresh);
}

/**
 * moei_horizon_settle: (skip)
 * @self: a horizon
 * @today: the operating day
 *
 * Shows what was taken, and what of it is of the present.  As long as nobody
 * says which day it is, all that is known may be.
 */
void
moei_horizon_settle (MoeiHorizon *self,
                     guint        today)
{
  for (guint i = 0; i < MOEI_N_HORIZON_PARTS; i++) {
    guint first, last;

    get_span (i, today, &first, &last);
    moei_dated_settle (self->parts[i], first, today != MOEI_DAY_UNKNOWN ? last : G_MAXUINT);
  }
  for (guint i = 0; i < MOEI_N_HORIZON_PARTS; i++)
    moei_dated_announce (self->parts[i]);
}
