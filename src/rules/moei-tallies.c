/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-tallies.h"

#include "operation/moei-count.h"

/**
 * moei_tallies_departed:
 * @tallies: a day's tallies
 *
 * For accounts a sum must be whole: where one country's people are not known,
 * what the others add to is no total.
 *
 * Returns: how many have departed; `MOEI_COUNT_UNKNOWN` where any of them is not
 *   known, or nobody is tallied
 */
int
moei_tallies_departed (MoeiCollection *tallies)
{
  int sum = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    int departed = moei_tally_get_departed (moei_collection_get (tallies, i));

    if (!moei_count_is_known (departed))
      return MOEI_COUNT_UNKNOWN;
    sum = moei_count_add (sum, departed);
  }
  return sum;
}
