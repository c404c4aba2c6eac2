/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "operation/moei-quota-day.h"
#include "parts/moei-day-bar.h"
#include "rules/moei-accounts.h"
#include "rules/moei-clearing.h"
#include "rules/moei-day-kind.h"
#include "rules/moei-funnel.h"
#include "rules/moei-lanes.h"

G_BEGIN_DECLS

#define MOEI_DAYS_OF_WEEK 7

/**
 * MoeiDayWhen:
 * @MOEI_DAY_PAST: over
 * @MOEI_DAY_TODAY: the operating day
 * @MOEI_DAY_COMING: not begun
 *
 * Where a day stands to the operating day.
 */
typedef enum {
  MOEI_DAY_PAST,
  MOEI_DAY_TODAY,
  MOEI_DAY_COMING,
} MoeiDayWhen;

/**
 * MoeiDayFigures:
 * @date: the day
 * @day: (nullable): what the service says of it
 * @lane: (nullable): who goes first
 * @when: where it stands to the operating day
 * @kind: whether and why there is a quota
 * @stages: what its bar stacks
 * @accounts: what became of its quota
 * @funnel: today's verdict; only of the operating day
 * @expected_low: the fewest that are expected to leave on a coming day; below 0 if not known
 * @expected_high: the most
 *
 * All that the week page says of one day.
 */
typedef struct {
  guint         date;
  MoeiQuotaDay *day;
  MoeiLane     *lane;
  MoeiDayWhen   when;
  MoeiDayKind   kind;
  MoeiDayStages stages;
  MoeiAccounts  accounts;
  MoeiFunnel    funnel;
  int           expected_low;
  int           expected_high;
} MoeiDayFigures;

/**
 * MoeiDayLook:
 * @MOEI_DAY_LOOK_PLAIN: says how things are
 * @MOEI_DAY_LOOK_GOOD: as it should be
 * @MOEI_DAY_LOOK_SHORT: people or figures are missing
 * @MOEI_DAY_LOOK_PLAN: says what is to come
 *
 * How the remark on a day looks; what it means is in its words.
 */
typedef enum {
  MOEI_DAY_LOOK_PLAIN,
  MOEI_DAY_LOOK_GOOD,
  MOEI_DAY_LOOK_SHORT,
  MOEI_DAY_LOOK_PLAN,
} MoeiDayLook;

MoeiDayWhen moei_day_when           (guint          date,
                                     guint          today);
void        moei_day_stages_compute (MoeiDayStages *self,
                                     MoeiQuotaDay  *day,
                                     MoeiDayWhen    when);

void     moei_day_figures_compute      (MoeiDayFigures       *self,
                                        MoeiOperation        *operation,
                                        guint                 date,
                                        gint64                now,
                                        const MoeiForecast   *forecast);
gboolean moei_day_figures_is_of_note   (const MoeiDayFigures *self);
char    *moei_day_figures_dup_lane     (const MoeiDayFigures *self,
                                        MoeiOperation        *operation);
char    *moei_day_figures_dup_remark   (const MoeiDayFigures *self,
                                        MoeiDayLook          *look);
char    *moei_day_figures_dup_difference (int difference);
char    *moei_day_figures_dup_sentence (const MoeiDayFigures *self,
                                        MoeiOperation        *operation);

G_END_DECLS
