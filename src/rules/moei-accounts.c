/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-accounts.h"

#include "operation/moei-count.h"
#include "rules/moei-tallies.h"

static const MoeiAccounts nothing_known = {
  .quota = MOEI_COUNT_UNKNOWN,
  .departed = MOEI_COUNT_UNKNOWN,
  .over = MOEI_COUNT_UNKNOWN,
  .unused = MOEI_COUNT_UNKNOWN,
  .lost = MOEI_COUNT_UNKNOWN,
  .reallocated = MOEI_COUNT_UNKNOWN,
  .carried = MOEI_COUNT_UNKNOWN,
  .unexplained = MOEI_DIFFERENCE_UNKNOWN,
};

static gboolean
is_over (MoeiQuotaDay *day,
         gint64        now)
{
  gint64 closes = moei_quota_day_get_closes (day);

  return moei_quota_day_get_state (day) == MOEI_DAY_STATE_CLOSED ||
         (closes != MOEI_INSTANT_UNKNOWN && now != MOEI_INSTANT_UNKNOWN && now >= closes);
}

/* What is booked of the unused quota.  A booking that nobody made is not a
 * booking of nobody, except where nothing was left to book. */
static int
booked (const MoeiAccounts *self)
{
  gboolean complete = moei_count_is_known (self->lost) && moei_count_is_known (self->reallocated) &&
                      moei_count_is_known (self->carried);

  if (!complete && self->unused != 0)
    return MOEI_COUNT_UNKNOWN;
  return MAX (self->lost, 0) + MAX (self->reallocated, 0) + MAX (self->carried, 0);
}

static void
settle (MoeiAccounts *self)
{
  if (!moei_count_is_known (self->departed))
    return;

  self->over = MAX (self->departed - self->quota, 0);
  self->unused = MAX (self->quota - self->departed, 0);
  self->unexplained = moei_difference (self->unused, booked (self));
  if (self->unexplained == MOEI_DIFFERENCE_UNKNOWN)
    self->state = MOEI_ACCOUNTS_UNKNOWN;
  else
    self->state = self->unexplained == 0 ? MOEI_ACCOUNTS_BALANCED : MOEI_ACCOUNTS_UNEXPLAINED;
}

/**
 * moei_accounts_compute:
 * @self: (out caller-allocates): the accounts
 * @day: (nullable): a day
 * @now: the instant, on the service's clock
 *
 * Accounts for the quota of @day: departed + lost + to others + carried must be
 * the quota.  Where more people left than the quota allowed, nothing was left to
 * book, and the rest is @over.  On a day without a quota people may have left all
 * the same; they are in @departed.
 */
void
moei_accounts_compute (MoeiAccounts *self,
                       MoeiQuotaDay *day,
                       gint64        now)
{
  *self = nothing_known;
  if (day == NULL)
    return;

  self->quota = moei_quota_day_get_quota (day);
  self->departed = moei_tallies_departed (moei_quota_day_get_tallies (day));
  self->lost = moei_quota_day_get_lost (day);
  self->reallocated = moei_quota_day_get_reallocated (day);
  self->carried = moei_quota_day_get_carried (day);

  if (self->quota <= 0)
    self->state = MOEI_ACCOUNTS_NO_QUOTA;
  else if (!is_over (day, now))
    self->state = MOEI_ACCOUNTS_OPEN;
  else
    settle (self);
}

static void
add (MoeiAccounts       *sum,
     const MoeiAccounts *day)
{
  sum->quota = moei_count_add (sum->quota, day->quota);
  sum->departed = moei_count_add (sum->departed, day->departed);
  sum->over = moei_count_add (sum->over, day->over);
  sum->unused = moei_count_add (sum->unused, day->unused);
  sum->lost = moei_count_add (sum->lost, day->lost);
  sum->reallocated = moei_count_add (sum->reallocated, day->reallocated);
  sum->carried = moei_count_add (sum->carried, day->carried);
  if (sum->unexplained == MOEI_DIFFERENCE_UNKNOWN)
    sum->unexplained = day->unexplained;
  else if (day->unexplained != MOEI_DIFFERENCE_UNKNOWN)
    sum->unexplained += day->unexplained;
}

/* The worst of the days: one that does not add up, then one of which too little
 * is known, then one that is not over. */
static MoeiAccountsState
state_of_both (MoeiAccountsState a,
               MoeiAccountsState b)
{
  static const guint8 weight[] = {
    [MOEI_ACCOUNTS_NO_QUOTA] = 0,
    [MOEI_ACCOUNTS_BALANCED] = 1,
    [MOEI_ACCOUNTS_OPEN] = 2,
    [MOEI_ACCOUNTS_UNKNOWN] = 3,
    [MOEI_ACCOUNTS_UNEXPLAINED] = 4,
  };

  return weight[a] >= weight[b] ? a : b;
}

/**
 * moei_week_accounts_compute:
 * @self: (out caller-allocates): the accounts
 * @days: days, of this week among others
 * @monday: the week's first day
 * @now: the instant, on the service's clock
 *
 * Accounts for the quota of a week, day by day and together.
 */
void
moei_week_accounts_compute (MoeiWeekAccounts *self,
                            MoeiCollection   *days,
                            guint             monday,
                            gint64            now)
{
  *self = (MoeiWeekAccounts) {
    .monday = monday,
    .sum = nothing_known,
    .departed_outside = MOEI_COUNT_UNKNOWN,
    .departed = MOEI_COUNT_UNKNOWN,
  };
  self->sum.state = MOEI_ACCOUNTS_NO_QUOTA;

  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++) {
    MoeiAccounts *day = &self->days[i];

    moei_accounts_compute (day, moei_quota_day_lookup (days, monday + i), now);
    self->departed = moei_count_add (self->departed, day->departed);
    if (day->quota <= 0) {
      self->departed_outside = moei_count_add (self->departed_outside, day->departed);
    } else {
      self->n_quota_days++;
      self->n_closed += day->state != MOEI_ACCOUNTS_OPEN;
      self->sum.state = state_of_both (self->sum.state, day->state);
      add (&self->sum, day);
    }
  }
}
