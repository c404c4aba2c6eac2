/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-difference.h"

#include "operation/moei-count.h"

/**
 * moei_difference:
 * @a: a count
 * @b: another
 *
 * Returns: how many more @a is than @b; `MOEI_DIFFERENCE_UNKNOWN` where either is
 *   unknown or withheld
 */
int
moei_difference (int a,
                 int b)
{
  if (!moei_count_is_known (a) || !moei_count_is_known (b))
    return MOEI_DIFFERENCE_UNKNOWN;
  return a - b;
}
