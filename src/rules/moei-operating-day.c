/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-operating-day.h"

#include "operation/moei-entity.h"

/* 1 January 1970 on GDate's calendar of Julian days */
#define DAY_OF_EPOCH 719163

/* None of the three has moved its clock since 1991, when China gave up its
 * summer time; the tz database has Asia/Yangon, Asia/Bangkok and Asia/Shanghai. */
static const int minutes_ahead_of_utc[MOEI_N_PARTIES] = {
  [MOEI_PARTY_MYANMAR] = 390,
  [MOEI_PARTY_THAILAND] = 420,
  [MOEI_PARTY_CHINA] = 480,
};

static guint
civil_day (MoeiParty party,
           gint64    instant)
{
  gint64 offset = minutes_ahead_of_utc[party] * G_TIME_SPAN_MINUTE;
  gint64 day;

  if (instant == MOEI_INSTANT_UNKNOWN || instant > G_MAXINT64 - offset)
    return MOEI_DAY_UNKNOWN;

  instant += offset;
  day = instant / G_TIME_SPAN_DAY - (instant % G_TIME_SPAN_DAY < 0) + DAY_OF_EPOCH;
  return day > 0 && g_date_valid_julian ((guint32) day) && day <= G_MAXUINT32 ? (guint) day : MOEI_DAY_UNKNOWN;
}

/**
 * moei_operating_day_of_instant:
 * @instant: an instant
 *
 * The operation's day is Bangkok's: at half past midnight in Beijing it is still
 * yesterday, and at a quarter past midnight in Mae Sot it is today although
 * Myanmar's clocks say yesterday.
 *
 * Returns: the operating day; `MOEI_DAY_UNKNOWN` if @instant is not known
 */
guint
moei_operating_day_of_instant (gint64 instant)
{
  return civil_day (MOEI_PARTY_THAILAND, instant);
}

/**
 * moei_operating_day_get_start:
 * @day: an operating day
 *
 * Returns: the instant at which it begins, 00:00 in Bangkok;
 *   `MOEI_INSTANT_UNKNOWN` if @day is not known
 */
gint64
moei_operating_day_get_start (guint day)
{
  if (day == MOEI_DAY_UNKNOWN)
    return MOEI_INSTANT_UNKNOWN;
  return ((gint64) day - DAY_OF_EPOCH) * G_TIME_SPAN_DAY -
         minutes_ahead_of_utc[MOEI_PARTY_THAILAND] * G_TIME_SPAN_MINUTE;
}

/**
 * moei_operating_day_compute:
 * @self: (out caller-allocates): the operating day
 * @instant: an instant
 *
 * Tells the operating day of @instant and which of the parties have another
 * day on their calendars just then.
 */
void
moei_operating_day_compute (MoeiOperatingDay *self,
                            gint64            instant)
{
  *self = (MoeiOperatingDay) { .day = moei_operating_day_of_instant (instant) };
  if (self->day == MOEI_DAY_UNKNOWN)
    return;

  for (MoeiParty party = MOEI_PARTY_MYANMAR; party < MOEI_N_PARTIES; party++) {
    self->civil[party] = civil_day (party, instant);
    if (self->civil[party] != MOEI_DAY_UNKNOWN)
      self->ahead[party] = (int) self->civil[party] - (int) self->day;
  }
}

/**
 * moei_operating_day_get_monday:
 * @day: an operating day
 *
 * Returns: the first day of its week; `MOEI_DAY_UNKNOWN` if @day is not known
 */
guint
moei_operating_day_get_monday (guint day)
{
  /* Julian day 1 was a Monday. */
  return day == MOEI_DAY_UNKNOWN ? MOEI_DAY_UNKNOWN : day - (day - 1) % 7;
}
