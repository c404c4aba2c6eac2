/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-office-hours.h"

#include "operation/moei-entity.h"
#include "rules/moei-operating-day.h"

/* The hours that begin on @day, as instants; FALSE if it does not open then.
 * GDate's day 1 was a Monday. */
static gboolean
get_span (const MoeiOfficeHours *self,
          guint                  day,
          gint64                *first,
          gint64                *last)
{
  gint64 start = moei_operating_day_get_start (day);
  int closes = self->closes > self->opens ? self->closes : self->closes + 24 * 60;

  if (start == MOEI_INSTANT_UNKNOWN || (self->days & (1u << ((day - 1) % 7))) == 0)
    return FALSE;

  *first = start + self->opens * G_TIME_SPAN_MINUTE;
  *last = start + closes * G_TIME_SPAN_MINUTE;
  return TRUE;
}

/**
 * moei_office_hours_contain:
 * @self: hours
 * @instant: an instant, on the service's clock
 *
 * Returns: whether the room is in use at @instant; `TRUE` if that is not known
 */
gboolean
moei_office_hours_contain (const MoeiOfficeHours *self,
                           gint64                 instant)
{
  guint today = moei_operating_day_of_instant (instant);
  gint64 first, last;

  if (today == MOEI_DAY_UNKNOWN)
    return TRUE;
  if (get_span (self, today, &first, &last) && instant >= first && instant < last)
    return TRUE;
  return get_span (self, today - 1, &first, &last) && instant < last;
}

/**
 * moei_office_hours_next_change:
 * @self: hours
 * @instant: an instant, on the service's clock
 *
 * Returns: the next instant at which the room comes into use or out of it;
 *   `MOEI_INSTANT_UNKNOWN` if there is none, as it always or never is
 */
gint64
moei_office_hours_next_change (const MoeiOfficeHours *self,
                               gint64                 instant)
{
  guint today = moei_operating_day_of_instant (instant);
  gboolean now = moei_office_hours_contain (self, instant);

  if (today <= 1)
    return MOEI_INSTANT_UNKNOWN;

  /* Each edge of the days around; hours that meet have none between them. */
  for (guint day = today - 1; day <= today + 8; day++) {
    gint64 edges[2];

    if (!get_span (self, day, &edges[0], &edges[1]))
      continue;
    for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
      if (edges[i] > instant && moei_office_hours_contain (self, edges[i]) != now)
        return edges[i];
  }
  return MOEI_INSTANT_UNKNOWN;
}
