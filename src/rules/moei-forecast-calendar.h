/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-lane.h"
#include "rules/moei-clearing.h"
#include "rules/moei-flow.h"

G_BEGIN_DECLS

/* The most days back in which ten operating days are looked for. */
#define MOEI_CALENDAR_PAST 60

/**
 * MoeiCalendarDay:
 * @date: the day
 * @kind: what kind of day it is
 * @is_operating: whether the queue moves: neither weekend nor holiday
 * @lane: (nullable): whose day it is
 * @only_first: whether spare places stay with those whom the lane puts first
 * @carries: whether they are carried to the next quota day
 * @quota: people allowed to leave, of today the rest; 0 on days without a quota
 * @seats: seats of the flights; `MOEI_COUNT_UNKNOWN` where none is known
 * @extra: seats beyond the quota
 * @given: places that are given to people by whom nobody can reckon
 *
 * A coming day, as far as a forecast needs it.
 */
typedef struct {
  guint       date;
  MoeiDayKind kind;
  gboolean    is_operating;
  MoeiLane   *lane;
  gboolean    only_first;
  gboolean    carries;
  int         quota;
  int         seats;
  int         extra;
  int         given;
} MoeiCalendarDay;

/**
 * MoeiCalendar:
 * @today: the operating day
 * @days: the coming days, today first
 * @past: the past days without a gap, yesterday first
 * @is_awaited: whether of the last ten operating days, or of the coming ones, something
 *   is still to come
 */
typedef struct {
  guint           today;
  MoeiCalendarDay days[MOEI_FORECAST_HORIZON];
  MoeiFlowDay     past[MOEI_CALENDAR_PAST];
  gboolean        is_awaited;
} MoeiCalendar;

MoeiCalendar *moei_calendar_new (const MoeiForecastInput *input,
                                 const MoeiWhatIf        *what_if);

G_END_DECLS
