/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-shared-roll.h"

#include "operation/moei-count.h"
#include "operation/moei-roll-row.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-withhold.h"

/* What may be shown of a list that somebody handed over, and of what is told of
 * it elsewhere: whoever knows the total and all rows but one knows that one. */

/**
 * moei_shared_roll_withhold:
 * @roll: a list
 * @below: counts below this are small; 0 if nothing is withheld
 * @shown: (nullable) (element-type utf8 int): takes what may be shown of each row,
 *   by its id
 *
 * Withholds the small rows, and as many others as it takes that the total does not
 * tell them.
 *
 * Returns: what may be shown of the total
 */
int
moei_shared_roll_withhold (MoeiRoll   *roll,
                           int         below,
                           GHashTable *shown)
{
  MoeiCollection *rows = moei_roll_get_rows (roll);
  guint n = moei_collection_size (rows);
  g_autofree int *people = g_new (int, n);
  int total = moei_roll_get_total (roll);

  for (guint i = 0; i < n; i++)
    people[i] = moei_roll_row_get_people (moei_collection_get (rows, i));
  if (below > 0)
    moei_withhold_line (people, n, &total, below);
  for (guint i = 0; shown != NULL && i < n; i++) {
    MoeiRollRow *row = moei_collection_get (rows, i);

    g_hash_table_insert (shown, g_strdup (moei_entity_get_id (MOEI_ENTITY (row))),
                         GINT_TO_POINTER (moei_shared_count (moei_roll_row_get_people (row), people[i], below)));
  }
  return moei_shared_count (moei_roll_get_total (roll), total, below);
}

static gboolean
hides_row (MoeiRoll   *roll,
           const char *nationality,
           int         below)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gpointer people;

  moei_shared_roll_withhold (roll, below, shown);
  return g_hash_table_lookup_extended (shown, nationality, NULL, &people) && GPOINTER_TO_INT (people) < MOEI_COUNT_UNKNOWN;
}

/**
 * moei_shared_roll_hides_report:
 * @rolls: the lists that were handed over
 * @nationality: of whom @report is
 * @report: a report
 * @below: counts below this are small; 0 if nothing is withheld
 *
 * Returns: whether @report tells what is withheld of a list of the same owner
 */
gboolean
moei_shared_roll_hides_report (MoeiCollection *rolls,
                               const char     *nationality,
                               MoeiReport     *report,
                               int             below)
{
  const char *owner = moei_entity_get_owner (MOEI_ENTITY (report));

  for (guint i = 0; below > 0 && rolls != NULL && i < moei_collection_size (rolls); i++) {
    MoeiRoll *roll = moei_collection_get (rolls, i);
    MoeiRollRow *row = moei_collection_lookup (moei_roll_get_rows (roll), nationality);

    if (row != NULL && moei_roll_row_get_people (row) == moei_report_get_value (report) &&
        g_strcmp0 (moei_entity_get_owner (MOEI_ENTITY (roll)), owner) == 0 && hides_row (roll, nationality, below))
      return TRUE;
  }
  return FALSE;
}
