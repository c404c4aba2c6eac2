/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-backoff.h"

/**
 * moei_backoff_next:
 * @self: what was waited before
 * @floor: the least that the service asks for, in milliseconds
 *
 * Each pause is drawn between the shortest and thrice the last one.  Where the
 * service asks for more than that, its wish is kept and a little drawn on top,
 * as it asks everybody for the same.
 *
 * Returns: milliseconds to wait
 */
guint
moei_backoff_next (MoeiBackoff *self,
                   guint        floor)
{
  guint64 most = MIN (3 * (guint64) MAX (self->last, self->shortest), self->longest);

  self->last = self->shortest;
  if (most > self->shortest)
    self->last += (guint) (g_random_double () * (double) (most - self->shortest));

  if (floor > self->last)
    return floor + (guint) (g_random_double () * self->shortest);
  return self->last;
}

/**
 * moei_backoff_reset:
 * @self: what was waited before
 *
 * Starts over with short pauses.
 */
void
moei_backoff_reset (MoeiBackoff *self)
{
  self->last = 0;
}
