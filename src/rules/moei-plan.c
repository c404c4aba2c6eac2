/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-plan.h"

#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-tally.h"
#include "rules/moei-operating-day.h"
#include "rules/moei-seats.h"

static int
planned_of (MoeiCollection *tallies,
            const char     *nationality)
{
  MoeiTally *tally = moei_collection_lookup (tallies, nationality);
  int planned = tally != NULL ? moei_tally_get_planned (tally) : MOEI_COUNT_UNKNOWN;

  return moei_count_is_known (planned) ? planned : MOEI_COUNT_UNKNOWN;
}

/**
 * moei_plan_collect:
 * @people: (array length=n_days): where to write them, today first
 * @n_days: how many days
 * @today: the operating day
 * @nationality: an ISO 3166-1 alpha-3 code
 * @flights: (nullable): the flights known
 * @days: (nullable): the days known
 *
 * Collects how many of a nationality are planned to leave on each coming day: on
 * the flights that still take people, or, of a day of which no flight names them,
 * as the day itself says.  `MOEI_COUNT_UNKNOWN` where nobody has said.
 */
void
moei_plan_collect (int            *people,
                   guint           n_days,
                   guint           today,
                   const char     *nationality,
                   MoeiCollection *flights,
                   MoeiCollection *days)
{
  for (guint i = 0; i < n_days; i++)
    people[i] = MOEI_COUNT_UNKNOWN;
  for (guint i = 0; flights != NULL && i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    guint date = moei_operating_day_of_instant (moei_flight_get_departure (flight));

    if (date >= today && date - today < n_days && moei_flight_still_takes (flight))
      people[date - today] = moei_count_add (people[date - today],
                                             planned_of (moei_flight_get_nationalities (flight), nationality));
  }
  /* What a day says of today is partly past. */
  for (guint i = 0; days != NULL && i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);
    guint date = moei_quota_day_get_date (day);

    if (date > today && date - today < n_days && !moei_count_is_known (people[date - today]))
      people[date - today] = planned_of (moei_quota_day_get_tallies (day), nationality);
  }
}
