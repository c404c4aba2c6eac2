/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"
#include "rules/moei-difference.h"

G_BEGIN_DECLS

/**
 * MoeiAccountsState:
 * @MOEI_ACCOUNTS_UNKNOWN: who departed is not reported, or not what became of the rest
 * @MOEI_ACCOUNTS_NO_QUOTA: there was nothing to use
 * @MOEI_ACCOUNTS_OPEN: the day is not over
 * @MOEI_ACCOUNTS_BALANCED: departed, lost, to others and carried add to the quota
 * @MOEI_ACCOUNTS_UNEXPLAINED: they do not
 *
 * Whether the quota of a day is accounted for.
 */
typedef enum {
  MOEI_ACCOUNTS_UNKNOWN,
  MOEI_ACCOUNTS_NO_QUOTA,
  MOEI_ACCOUNTS_OPEN,
  MOEI_ACCOUNTS_BALANCED,
  MOEI_ACCOUNTS_UNEXPLAINED,
} MoeiAccountsState;

/**
 * MoeiAccounts:
 * @state: whether they add up
 * @quota: people allowed to leave
 * @departed: people who left
 * @over: how many more left than the quota allowed; 0 where none
 * @unused: how many fewer left; 0 where none
 * @lost: unused quota booked as lost
 * @reallocated: unused quota given to others
 * @carried: unused quota carried to another day
 * @unexplained: @unused less what is booked; below 0 where more is booked than was
 *   unused; `MOEI_DIFFERENCE_UNKNOWN` if not known
 *
 * What became of a day's quota.  Counts are `MOEI_COUNT_UNKNOWN` if not reported.
 */
typedef struct {
  MoeiAccountsState state;
  int               quota;
  int               departed;
  int               over;
  int               unused;
  int               lost;
  int               reallocated;
  int               carried;
  int               unexplained;
} MoeiAccounts;

/**
 * MoeiWeekAccounts:
 * @monday: the week's first day
 * @days: each day's own accounts, Monday first
 * @sum: of the days with a quota.  Its figures are sums of the known ones; its
 *   state is that of the days together
 * @departed_outside: people who left on days without a quota: weekends, holidays
 * @departed: all who left in the week
 * @n_quota_days: how many days have a quota
 * @n_closed: how many of these are over
 *
 * What became of a week's quota: under the rule of 6 March 2025 1,500 people, 300
 * on each of five weekdays.
 */
typedef struct {
  guint        monday;
  MoeiAccounts days[7];
  MoeiAccounts sum;
  int          departed_outside;
  int          departed;
  guint        n_quota_days;
  guint        n_closed;
} MoeiWeekAccounts;

void moei_accounts_compute      (MoeiAccounts     *self,
                                 MoeiQuotaDay     *day,
                                 gint64            now);
void moei_week_accounts_compute (MoeiWeekAccounts *self,
                                 MoeiCollection   *days,
                                 guint             monday,
                                 gint64            now);

G_END_DECLS
