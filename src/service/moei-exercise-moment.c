/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-moment.h"

/**
 * moei_moment_at:
 * @instant: an instant
 *
 * Returns: the moment of the last report at @instant, of which nothing has been asked
 */
MoeiMoment
moei_moment_at (gint64 instant)
{
  gint64 rest = instant % MOEI_MOMENT_REPORT;

  if (rest < 0)
    rest += MOEI_MOMENT_REPORT;

  return (MoeiMoment) { instant - rest, MOEI_INSTANT_UNKNOWN };
}

/**
 * moei_moment_is_past:
 * @self: a moment
 * @instant: when something happens; `MOEI_INSTANT_UNKNOWN` for never
 *
 * Returns: whether it has happened
 */
gboolean
moei_moment_is_past (MoeiMoment *self,
                     gint64      instant)
{
  if (instant == MOEI_INSTANT_UNKNOWN || instant > self->now)
    return FALSE;

  self->observed = MAX (self->observed, instant);
  return TRUE;
}

/**
 * moei_moment_get_part:
 * @self: a moment
 * @whole: how many there will be
 * @from: when the first may come
 * @until: when the last has come
 *
 * Returns: how many have come, evenly over the time; never fewer later
 */
int
moei_moment_get_part (MoeiMoment *self,
                      int         whole,
                      gint64      from,
                      gint64      until)
{
  if (whole <= 0 || self->now <= from)
    return 0;

  self->observed = MAX (self->observed, MIN (self->now, until));
  if (self->now >= until)
    return whole;

  return (int) ((gint64) whole * (self->now - from) / (until - from));
}

/**
 * moei_chance:
 * @seed: the exercise's seed
 * @id: whose chance
 * @what: of what
 *
 * Returns: a number that is always the same for the same three, and looks like
 *   none of its neighbours
 */
guint64
moei_chance (guint       seed,
             const char *id,
             const char *what)
{
  const char *parts[] = { id, what };
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ seed;

  /* FNV-1a over the bytes … */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    for (const char *c = parts[i]; *c != '\0'; c++)
      hash = (hash ^ (guint8) *c) * G_GUINT64_CONSTANT (0x100000001b3);
    hash = (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
  }

  /* … whose low bits are weak, so stirred as SplitMix64 does. */
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return hash ^ (hash >> 31);
}

/**
 * moei_chance_between:
 * @seed: the exercise's seed
 * @id: whose chance
 * @what: of what
 * @least: the least answer
 * @greatest: the greatest
 *
 * Returns: a whole number from @least to @greatest, all equally likely
 */
int
moei_chance_between (guint       seed,
                     const char *id,
                     const char *what,
                     int         least,
                     int         greatest)
{
  return least + (int) (moei_chance (seed, id, what) % (guint64) (greatest - least + 1));
}
