/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-lane.h"
#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"
#include "rules/moei-day-kind.h"

G_BEGIN_DECLS

/**
 * MoeiVisitorDay:
 * @date: the day
 * @kind: whether and why there is a quota
 * @is_today: whether it is the operating day
 * @lane: (nullable) (transfer none): who goes first
 *
 * A day of the week as visitors see it.
 */
typedef struct {
  guint        date;
  MoeiDayKind  kind;
  gboolean     is_today;
  MoeiLane    *lane;
} MoeiVisitorDay;

/**
 * MoeiVisitorSum:
 * @below: counts below this are small
 * @today: people who left today
 * @week: people who left this week
 * @all: people who left since the start
 * @quota: people allowed to leave today
 * @n_countries: to how many countries and regions people have left
 * @days: Monday to Friday
 *
 * All that the meeting display shows to visitors: totals.  Counts may be
 * `MOEI_COUNT_UNKNOWN`, `MOEI_COUNT_SUPPRESSED` where they are small, or
 * `MOEI_COUNT_WITHHELD` where with the others they would tell a small one.
 */
typedef struct {
  int            below;
  int            today;
  int            week;
  int            all;
  int            quota;
  guint          n_countries;
  MoeiVisitorDay days[5];
} MoeiVisitorSum;

void  moei_visitor_sum_compute   (MoeiVisitorSum       *self,
                                  MoeiOperation        *operation,
                                  int                   below);
void  moei_visitor_sum_withhold  (MoeiVisitorSum       *self);

char *moei_visitor_sum_say_today (MoeiLanguage          language,
                                  const MoeiVisitorSum *self);
char *moei_visitor_sum_say_week  (MoeiLanguage          language,
                                  const MoeiVisitorSum *self);
char *moei_visitor_sum_say_all   (MoeiLanguage          language,
                                  const MoeiVisitorSum *self);

G_END_DECLS
