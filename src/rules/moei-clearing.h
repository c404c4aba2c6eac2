/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-operation.h"
#include "rules/moei-day-kind.h"

G_BEGIN_DECLS

/* How far ahead it is reckoned, in days: what is not cleared in a year is not
 * cleared under this rule. */
#define MOEI_FORECAST_HORIZON 365

/**
 * MoeiScenario:
 * @MOEI_SCENARIO_LOW: the better of the last two weeks' flows: the earliest date
 * @MOEI_SCENARIO_MIDDLE: the flow of all ten operating days
 * @MOEI_SCENARIO_HIGH: the worse: the latest date
 *
 * With which flow of people and papers is reckoned.
 */
typedef enum {
  MOEI_SCENARIO_LOW,
  MOEI_SCENARIO_MIDDLE,
  MOEI_SCENARIO_HIGH,
} MoeiScenario;

#define MOEI_N_SCENARIOS 3

/**
 * MoeiClearingAnswer:
 * @MOEI_CLEARING_NO_FORECAST: counts or flows are not reported, or nothing has moved
 *   in ten operating days, and not all who wait are planned for flights
 * @MOEI_CLEARING_NO_LANE: no lane takes it within a year
 * @MOEI_CLEARING_NEVER: it will not clear under this rule
 * @MOEI_CLEARING_DATE: it clears between two dates
 * @MOEI_CLEARING_CLEARED: nobody waits
 *
 * When everybody of a nationality will have left.
 */
typedef enum {
  MOEI_CLEARING_NO_FORECAST,
  MOEI_CLEARING_NO_LANE,
  MOEI_CLEARING_NEVER,
  MOEI_CLEARING_DATE,
  MOEI_CLEARING_CLEARED,
} MoeiClearingAnswer;

/**
 * MoeiLimit:
 * @MOEI_LIMIT_NONE: nothing but the calendar
 * @MOEI_LIMIT_QUOTA: the places of the rule
 * @MOEI_LIMIT_SEATS: the seats of the flights
 * @MOEI_LIMIT_PAPERS: the embassy's confirmations
 * @MOEI_LIMIT_PLAN: the flights for which all of them are planned: no flow is known
 *   by which to reckon
 *
 * What makes it take so long.
 */
typedef enum {
  MOEI_LIMIT_NONE,
  MOEI_LIMIT_QUOTA,
  MOEI_LIMIT_SEATS,
  MOEI_LIMIT_PAPERS,
  MOEI_LIMIT_PLAN,
} MoeiLimit;

/**
 * MoeiClearing:
 * @answer: the answer
 * @low: the earliest date, a Julian day
 * @middle: the expected date
 * @high: the latest date; never before @middle, nor that before @low
 * @open_ended: whether, with the worse flow, it does not clear within a year; then
 *   @high is that year's last day
 * @limit: what makes it take so long
 * @waiting: people who wait; `MOEI_COUNT_UNKNOWN` if not known
 * @planned: where no flow is known by which to reckon: people who are planned to
 *   leave all the same; otherwise 0
 * @planned_day: the last day on which any of them leaves; `MOEI_DAY_UNKNOWN` if none does
 *
 * When the last of a nationality leaves.  The dates are `MOEI_DAY_UNKNOWN` unless
 * the answer is a date.
 */
typedef struct {
  MoeiClearingAnswer answer;
  guint              low;
  guint              middle;
  guint              high;
  gboolean           open_ended;
  MoeiLimit          limit;
  int                waiting;
  int                planned;
  guint              planned_day;
} MoeiClearing;

/**
 * MoeiForecastDay:
 * @date: the day
 * @kind: what kind of day it is
 * @quota: people allowed to leave, of today the rest; `MOEI_COUNT_UNKNOWN` on days
 *   without a quota
 * @seats: seats of the flights known; `MOEI_COUNT_UNKNOWN` where none is
 * @low: the fewest people expected to leave
 * @middle: the people expected to leave
 * @high: the most
 *
 * What a coming day is expected to clear: @low <= @middle <= @high.  The three are
 * `MOEI_COUNT_UNKNOWN` where of nobody's queue enough is known.
 */
typedef struct {
  guint       date;
  MoeiDayKind kind;
  int         quota;
  int         seats;
  int         low;
  int         middle;
  int         high;
} MoeiForecastDay;

/**
 * MoeiWhatIf:
 * @from: the first day on which it would hold; `MOEI_DAY_UNKNOWN` for at once
 * @quota: people a quota day; `MOEI_COUNT_UNKNOWN` for what the rule says
 * @extra_seats: seats more on each quota day
 * @extra_day: a day on which there would be another flight; `MOEI_DAY_UNKNOWN` for none
 * @extra_day_seats: that flight's seats.  It flies whatever kind of day it is, and
 *   its seats are beyond the quota
 * @lanes: (nullable) (element-type MoeiLane): lanes in the place of the rule's
 *
 * What would be if.  It is an input of a forecast and changes nothing else.
 */
typedef struct {
  guint           from;
  int             quota;
  int             extra_seats;
  guint           extra_day;
  int             extra_day_seats;
  MoeiCollection *lanes;
} MoeiWhatIf;

#define MOEI_WHAT_IF_INIT { MOEI_DAY_UNKNOWN, MOEI_COUNT_UNKNOWN, 0, MOEI_DAY_UNKNOWN, 0, NULL }

/**
 * MoeiForecastInput:
 * @nationalities: the queue
 * @days: the days known, past ones with their flows among them
 * @flights: (nullable): the flights known
 * @rules: the rules by effective date
 * @holidays: (nullable): the holidays of all calendars
 * @now: the instant, on the service's clock
 * @awaited: the last day of which something is still to come that the service has;
 *   `MOEI_DAY_UNKNOWN` if nothing is.  From part of the last ten operating days, or
 *   of the coming days, no forecast is made
 *
 * What a forecast is made from.
 */
typedef struct {
  MoeiCollection *nationalities;
  MoeiCollection *days;
  MoeiCollection *flights;
  MoeiCollection *rules;
  MoeiCollection *holidays;
  gint64          now;
  guint           awaited;
} MoeiForecastInput;

/**
 * MoeiForecast:
 *
 * When each nationality's people will have left, and what each coming day clears.
 */
typedef struct _MoeiForecast MoeiForecast;

MoeiForecast          *moei_forecast_new           (const MoeiForecastInput *input,
                                                    const MoeiWhatIf        *what_if);
MoeiForecast          *moei_forecast_new_for       (MoeiOperation           *operation,
                                                    gint64                   now,
                                                    const MoeiWhatIf        *what_if);
void                   moei_forecast_free          (MoeiForecast            *self);

const MoeiClearing    *moei_forecast_get_clearing  (const MoeiForecast      *self,
                                                    const char              *nationality);
const MoeiForecastDay *moei_forecast_get_day       (const MoeiForecast      *self,
                                                    guint                    date);
int                    moei_forecast_get_departing (const MoeiForecast      *self,
                                                    const char              *nationality,
                                                    guint                    date,
                                                    MoeiScenario             scenario);
guint                  moei_forecast_get_first_day (const MoeiForecast      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiForecast, moei_forecast_free)

G_END_DECLS
