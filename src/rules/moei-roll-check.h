/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-roll.h"
#include "rules/moei-difference.h"

G_BEGIN_DECLS

/**
 * MoeiRollVerdict:
 * @MOEI_ROLL_UNKNOWN: it prints no total, or a row is not known
 * @MOEI_ROLL_ADDS_UP: the rows add to the total that it prints
 * @MOEI_ROLL_DIFFERS: they do not
 *
 * Whether a list of counts adds up.
 */
typedef enum {
  MOEI_ROLL_UNKNOWN,
  MOEI_ROLL_ADDS_UP,
  MOEI_ROLL_DIFFERS,
} MoeiRollVerdict;

/**
 * MoeiRollCheck:
 * @verdict: whether it adds up
 * @total: the total as printed; `MOEI_COUNT_UNKNOWN` if none
 * @sum: what the known rows add to; `MOEI_COUNT_UNKNOWN` if none is known
 * @difference: @sum less @total; `MOEI_DIFFERENCE_UNKNOWN` if not known
 * @countries: how many countries or regions it says it has; `MOEI_COUNT_UNKNOWN` if
 *   it does not say
 * @rows: how many rows it has
 * @unknown: how many of them have no known count
 *
 * The sum of a list that somebody handed over, against what that list prints.
 * Neither is corrected.
 */
typedef struct {
  MoeiRollVerdict verdict;
  int             total;
  int             sum;
  int             difference;
  int             countries;
  int             rows;
  int             unknown;
} MoeiRollCheck;

void moei_roll_check        (MoeiRollCheck *self,
                             MoeiRoll      *roll);
void moei_roll_check_counts (MoeiRollCheck *self,
                             const int     *rows,
                             guint          n_rows,
                             int            total,
                             int            countries);

G_END_DECLS
