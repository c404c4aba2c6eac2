/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-roll-check.h"

#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-roll-row.h"

/**
 * moei_roll_check_counts:
 * @self: (out caller-allocates): the check
 * @rows: (array length=n_rows): people by country or region
 * @n_rows: how many
 * @total: the total as printed
 * @countries: the number of countries or regions as printed
 *
 * Adds up a list.  Where a row is unknown or withheld the list can still be too
 * long for its total, but cannot be said to add up.
 */
void
moei_roll_check_counts (MoeiRollCheck *self,
                        const int     *rows,
                        guint          n_rows,
                        int            total,
                        int            countries)
{
  *self = (MoeiRollCheck) {
    .total = total,
    .sum = MOEI_COUNT_UNKNOWN,
    .countries = countries,
    .rows = (int) n_rows,
  };
  for (guint i = 0; i < n_rows; i++) {
    self->sum = moei_count_add (self->sum, rows[i]);
    self->unknown += !moei_count_is_known (rows[i]);
  }

  self->difference = moei_difference (self->sum, total);
  if (self->difference == MOEI_DIFFERENCE_UNKNOWN)
    self->verdict = MOEI_ROLL_UNKNOWN;
  else if (self->difference > 0 || (self->difference < 0 && self->unknown == 0))
    self->verdict = MOEI_ROLL_DIFFERS;
  else
    self->verdict = self->unknown == 0 ? MOEI_ROLL_ADDS_UP : MOEI_ROLL_UNKNOWN;
}

/**
 * moei_roll_check:
 * @self: (out caller-allocates): the check
 * @roll: a list that somebody handed over
 *
 * Adds up the rows of @roll and compares them with what it prints.
 */
void
moei_roll_check (MoeiRollCheck *self,
                 MoeiRoll      *roll)
{
  MoeiCollection *rows = moei_roll_get_rows (roll);
  guint n_rows = moei_collection_size (rows);
  g_autofree int *counts = g_new (int, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    counts[i] = moei_roll_row_get_people (moei_collection_get (rows, i));
  moei_roll_check_counts (self, counts, n_rows, moei_roll_get_total (roll), moei_roll_get_countries (roll));
}
