/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-flow.h"

#include "operation/moei-count.h"

#define WORKING_WEEK (MOEI_FLOW_WINDOW / 2)

typedef int (* Getter) (MoeiTally *tally);

/**
 * moei_rate_is_known:
 * @self: a rate
 *
 * Returns: whether it was counted on any day
 */
gboolean
moei_rate_is_known (const MoeiRate *self)
{
  return self->days > 0;
}

/**
 * moei_rate_of_day:
 * @self: a rate that is known
 * @day: 0 for the first day
 *
 * Returns: how many people on just that day, so that the people of all days add
 *   to the rate: of three people in two days one on the first and two on the second
 */
int
moei_rate_of_day (const MoeiRate *self,
                  int             day)
{
  if (!moei_rate_is_known (self))
    return 0;
  return (int) (self->people * (day + 1) / self->days - self->people * day / self->days);
}

/**
 * moei_rate_compare:
 * @a: a rate that is known
 * @b: another
 *
 * Returns: less than 0, 0 or more than 0 where @a is less than, as much as or more
 *   than @b
 */
int
moei_rate_compare (const MoeiRate *a,
                   const MoeiRate *b)
{
  gint64 first = a->people * b->days;
  gint64 second = b->people * a->days;

  return (first > second) - (first < second);
}

/* How many of a nationality a day counts.  A day that tells of anybody tells of
 * everybody who moved: whom it does not name did not.  A day that tells of nobody
 * tells nothing. */
static int
count_of_day (MoeiQuotaDay *day,
              const char   *nationality,
              Getter        get)
{
  MoeiCollection *tallies;
  MoeiTally *tally;

  if (day == NULL)
    return MOEI_COUNT_UNKNOWN;

  tallies = moei_quota_day_get_tallies (day);
  tally = moei_collection_lookup (tallies, nationality);
  if (tally != NULL)
    return get (tally);
  for (guint i = 0; i < moei_collection_size (tallies); i++)
    if (moei_count_is_known (get (moei_collection_get (tallies, i))))
      return 0;
  return MOEI_COUNT_UNKNOWN;
}

/* Sums what each operating day counts; whoever moved at a weekend is added to the
 * operating day before it. */
static guint
fill_slots (int               *slots,
            const MoeiFlowDay *days,
            guint              n_days,
            const char        *nationality,
            Getter             get)
{
  int between = MOEI_COUNT_UNKNOWN;
  guint n = 0;

  for (guint i = 0; i < n_days && n < MOEI_FLOW_WINDOW; i++) {
    int count = count_of_day (days[i].day, nationality, get);

    if (!days[i].is_operating) {
      between = moei_count_add (between, count);
    } else {
      slots[n++] = moei_count_is_known (count) ? moei_count_add (count, between) : MOEI_COUNT_UNKNOWN;
      between = MOEI_COUNT_UNKNOWN;
    }
  }
  return n;
}

static MoeiRate
rate_of (const int *slots,
         guint      first,
         guint      end)
{
  MoeiRate rate = { 0, 0 };

  for (guint i = first; i < end; i++) {
    if (moei_count_is_known (slots[i])) {
      rate.people += slots[i];
      rate.days++;
    }
  }
  return rate;
}

static void
sum_up (MoeiFlowSums      *sums,
        const MoeiFlowDay *days,
        guint              n_days,
        const char        *nationality,
        Getter             get)
{
  int slots[MOEI_FLOW_WINDOW];
  guint n = fill_slots (slots, days, n_days, nationality, get);
  guint half = MIN (n, WORKING_WEEK);
  MoeiRate late = rate_of (slots, 0, half);
  MoeiRate early = rate_of (slots, half, n);

  sums->whole = rate_of (slots, 0, n);
  if (!moei_rate_is_known (&early))
    early = sums->whole;
  if (!moei_rate_is_known (&late))
    late = sums->whole;
  sums->less = moei_rate_compare (&late, &early) <= 0 ? late : early;
  sums->more = moei_rate_compare (&late, &early) <= 0 ? early : late;
}

/**
 * moei_flow_compute:
 * @self: (out caller-allocates): the flow
 * @nationality: an ISO 3166-1 alpha-3 code
 * @days: (array length=n_days): past days without a gap, yesterday first
 * @n_days: how many
 *
 * Takes the flow of a queue from the last ten operating days.  What nobody
 * reported is left out of the mean, not taken for nobody.  Where confirmations are
 * not reported at all, those who left stand for them: they had been confirmed.
 */
void
moei_flow_compute (MoeiFlow          *self,
                   const char        *nationality,
                   const MoeiFlowDay *days,
                   guint              n_days)
{
  MoeiFlowSums departed;

  sum_up (&self->entered, days, n_days, nationality, moei_tally_get_entered);
  sum_up (&self->confirmed, days, n_days, nationality, moei_tally_get_confirmed);
  sum_up (&departed, days, n_days, nationality, moei_tally_get_departed);
  self->progress = self->confirmed.whole.people > 0 || departed.whole.people > 0;
  if (!moei_rate_is_known (&self->confirmed.whole))
    self->confirmed = departed;
}
