/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-people-figures.h"

#include <string.h>

#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-count.h"
#include "operation/moei-nationality.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-withhold.h"

/* How many people of each country or region are where, and what of it may be
 * shown.  Whatever shows them asks here: what one page withholds is told by none. */

static void
count_people (MoeiNationality   *nationality,
              MoeiPeopleFigures *figures)
{
  figures->at[MOEI_STAGE_UNKNOWN] = MOEI_COUNT_UNKNOWN;
  figures->waiting = MOEI_COUNT_UNKNOWN;
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++) {
    figures->at[stage] = moei_nationality_get_at (nationality, stage);
    if (stage < MOEI_STAGE_DEPARTED)
      figures->waiting = moei_count_add (figures->waiting, figures->at[stage]);
  }
  figures->longest_wait = moei_nationality_get_longest_wait (nationality);
  figures->below = 0;
}

static void
add_people (MoeiPeopleFigures       *total,
            const MoeiPeopleFigures *figures)
{
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++)
    total->at[stage] = moei_count_add (total->at[stage], figures->at[stage]);
  total->waiting = moei_count_add (total->waiting, figures->waiting);
  total->longest_wait = MAX (total->longest_wait, figures->longest_wait);
}

/* All stages before departed with their sums both ways, and departed apart:
 * somebody who has left is not among those who wait. */
static void
withhold (GArray            *figures,
          MoeiPeopleFigures *total,
          int                below)
{
  const guint n_columns = MOEI_STAGE_DEPARTED;
  guint n_rows = figures->len + 1;
  g_autofree int *cells = g_new (int, n_rows * n_columns);
  g_autofree int *departed = g_new (int, n_rows);

  for (guint row = 0; row < n_rows; row++) {
    MoeiPeopleFigures *of = row < figures->len ? &g_array_index (figures, MoeiPeopleFigures, row) : total;

    memcpy (cells + row * n_columns, of->at + MOEI_STAGE_HELD, (n_columns - 1) * sizeof (int));
    cells[row * n_columns + n_columns - 1] = of->waiting;
    departed[row] = of->at[MOEI_STAGE_DEPARTED];
  }
  moei_withhold_table (cells, n_rows, n_columns, below);
  moei_withhold_line (departed, figures->len, &departed[figures->len], below);

  for (guint row = 0; row < n_rows; row++) {
    MoeiPeopleFigures *of = row < figures->len ? &g_array_index (figures, MoeiPeopleFigures, row) : total;

    of->below = below;
    for (int stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++)
      of->at[stage] = moei_shared_count (of->at[stage], cells[row * n_columns + stage - MOEI_STAGE_HELD], below);
    of->at[MOEI_STAGE_DEPARTED] = moei_shared_count (of->at[MOEI_STAGE_DEPARTED], departed[row], below);
    of->waiting = moei_shared_count (of->waiting, cells[row * n_columns + n_columns - 1], below);
    /* How long so few have waited would point at them as well. */
    if (of->waiting == MOEI_COUNT_SUPPRESSED)
      of->longest_wait = MOEI_COUNT_WITHHELD;
  }
}

/**
 * moei_people_figures_compute:
 * @nationalities: the countries and regions
 * @withhold_below: people fewer than this are withheld; 0 for none
 * @total: (out caller-allocates): the figures of all
 *
 * Returns: (transfer full) (element-type MoeiPeopleFigures): those of each of
 *   @nationalities, in their order
 */
GArray *
moei_people_figures_compute (MoeiCollection    *nationalities,
                             int                withhold_below,
                             MoeiPeopleFigures *total)
{
  guint n = moei_collection_size (nationalities);
  GArray *figures = g_array_sized_new (FALSE, TRUE, sizeof (MoeiPeopleFigures), n);

  memset (total, 0xff, sizeof *total);
  total->below = 0;
  g_array_set_size (figures, n);
  for (guint i = 0; i < n; i++) {
    count_people (moei_collection_get (nationalities, i), &g_array_index (figures, MoeiPeopleFigures, i));
    add_people (total, &g_array_index (figures, MoeiPeopleFigures, i));
  }
  if (withhold_below > 0)
    withhold (figures, total, withhold_below);
  return figures;
}

/**
 * moei_people_figures_clearing:
 * @clearing: when all people of a country or region will have departed
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Returns: (transfer full): it in the current language
 */
char *
moei_people_figures_clearing (const MoeiClearing *clearing,
                              int                 withhold_below)
{
  MoeiClearing shared = *clearing;

  shared.planned = moei_shared_count_alone (clearing->planned, withhold_below);
  return moei_sentence_clearing (moei_language_get_current (), &shared);
}
