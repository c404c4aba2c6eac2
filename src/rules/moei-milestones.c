/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-milestones.h"

#include "operation/moei-collection.h"
#include "rules/moei-seats.h"

static void
judge (MoeiNextMilestone *self,
       gint64             now)
{
  gint64 planned = moei_milestone_get_planned (self->milestone);

  if (planned == MOEI_INSTANT_UNKNOWN || now == MOEI_INSTANT_UNKNOWN) {
    self->state = MOEI_MILESTONES_UNKNOWN;
  } else if (now > planned) {
    self->state = MOEI_MILESTONES_LATE;
    self->late = (int) MIN ((now - planned) / G_TIME_SPAN_MINUTE, G_MAXINT);
  } else {
    self->state = MOEI_MILESTONES_DUE;
  }
}

/**
 * moei_next_milestone_compute:
 * @self: (out caller-allocates): the next milestone
 * @flight: a flight
 * @now: the instant, on the service's clock
 *
 * Finds the first milestone in the chain that is not done.  One that was left out
 * stays the next although a later one is done: doors may close while papers still
 * lack a check.  A flight that has left, or does not go, misses nothing.
 */
void
moei_next_milestone_compute (MoeiNextMilestone *self,
                             MoeiFlight        *flight,
                             gint64             now)
{
  MoeiCollection *milestones = moei_flight_get_milestones (flight);

  *self = (MoeiNextMilestone) { .n_all = moei_collection_size (milestones) };
  for (guint i = 0; i < self->n_all; i++) {
    MoeiMilestone *milestone = moei_collection_get (milestones, i);

    if (moei_milestone_get_done (milestone) != MOEI_INSTANT_UNKNOWN)
      self->n_done++;
    else if (self->milestone == NULL)
      self->milestone = milestone;
  }

  if (!moei_flight_still_takes (flight))
    self->milestone = NULL;
  if (self->milestone != NULL)
    judge (self, now);
  else if (self->n_all > 0)
    self->state = MOEI_MILESTONES_DONE;
}
