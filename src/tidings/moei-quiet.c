/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-quiet.h"

/**
 * moei_quiet_contains:
 * @from: when quiet hours begin, in minutes after midnight
 * @until: when they end; not after @from: on the next day
 * @minute: a time, the same
 *
 * Quiet hours are a person's, who sleeps by the clock where they are; neither
 * the operation's zone nor an exercise's clock has a say.
 *
 * Returns: whether @minute is within; never, where they begin and end at once
 */
gboolean
moei_quiet_contains (int from,
                     int until,
                     int minute)
{
  if (from <= until)
    return minute >= from && minute < until;
  return minute >= from || minute < until;
}
