/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "parts/moei-day-figures.h"

G_BEGIN_DECLS

/**
 * MoeiWeekStanding:
 * @MOEI_WEEK_STANDING_UNKNOWN: too little is known
 * @MOEI_WEEK_STANDING_NO_QUOTA: no day of the week has a quota
 * @MOEI_WEEK_STANDING_MET: as many have departed as the days' quotas add to
 * @MOEI_WEEK_STANDING_BEGUN: no day with a quota is over yet
 * @MOEI_WEEK_STANDING_ON_PLAN: as many have departed as the days that are over allowed
 * @MOEI_WEEK_STANDING_BEHIND: fewer have
 * @MOEI_WEEK_STANDING_ENDED_SHORT: the last day is over, and fewer have departed than were allowed
 *
 * How a week stands against its quota.
 */
typedef enum {
  MOEI_WEEK_STANDING_UNKNOWN,
  MOEI_WEEK_STANDING_NO_QUOTA,
  MOEI_WEEK_STANDING_MET,
  MOEI_WEEK_STANDING_BEGUN,
  MOEI_WEEK_STANDING_ON_PLAN,
  MOEI_WEEK_STANDING_BEHIND,
  MOEI_WEEK_STANDING_ENDED_SHORT,
} MoeiWeekStanding;

/**
 * MoeiWeekSum:
 * @days: the days, Monday first
 * @accounts: what became of the week's quota
 * @quota: what the quotas of its days add to; below 0 if none has one
 * @departed: all who left in the week, on whichever day
 * @to_go: how many of @quota have not departed; 0 where more have
 * @behind: how many fewer left than the days that are over allowed; 0 where as many did
 * @n_unreported: days that are over of which nobody said how many left
 * @last_day: the last day with a quota; `MOEI_DAY_UNKNOWN` if there is none
 * @standing: how the week stands
 * @tomorrow: the day after the operating day, which may be of the next week
 * @n_flights: how many flights are known for it; 0 also where none is loaded
 * @n_seats: their seats; below 0 if nobody named any
 *
 * All that the meeting display says of the present week.
 */
typedef struct {
  MoeiDayFigures   days[MOEI_DAYS_OF_WEEK];
  MoeiWeekAccounts accounts;
  int              quota;
  int              departed;
  int              to_go;
  int              behind;
  guint            n_unreported;
  guint            last_day;
  MoeiWeekStanding standing;
  MoeiDayFigures   tomorrow;
  guint            n_flights;
  int              n_seats;
} MoeiWeekSum;

void  moei_week_sum_compute      (MoeiWeekSum        *self,
                                  MoeiOperation      *operation,
                                  gint64              now,
                                  const MoeiForecast *forecast);

char *moei_week_sum_say_standing (MoeiLanguage        language,
                                  const MoeiWeekSum  *self);
char *moei_week_sum_say_accounts (MoeiLanguage        language,
                                  const MoeiWeekSum  *self);
char *moei_week_sum_say_tomorrow (MoeiLanguage        language,
                                  const MoeiWeekSum  *self);
char *moei_week_sum_say_plan     (MoeiLanguage        language,
                                  const MoeiWeekSum  *self,
                                  MoeiOperation      *operation);

G_END_DECLS
