/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-disagreement.h"

#include <stdlib.h>

#include "operation/moei-count.h"

static gboolean
is_replaced (MoeiCollection *reports,
             MoeiReport     *report)
{
  const char *id = moei_entity_get_id (MOEI_ENTITY (report));

  for (guint i = 0; i < moei_collection_size (reports); i++) {
    MoeiReport *other = moei_collection_get (reports, i);

    if (other != report && g_strcmp0 (moei_report_get_replaces (other), id) == 0)
      return TRUE;
  }
  return FALSE;
}

static gint64
observed (gconstpointer report)
{
  return moei_entity_get_observed (MOEI_ENTITY ((gpointer) report));
}

static guint
find_owner (GPtrArray  *latest,
            const char *owner)
{
  for (guint i = 0; i < latest->len; i++)
    if (g_strcmp0 (moei_entity_get_owner (latest->pdata[i]), owner) == 0)
      return i;
  return latest->len;
}

static int
by_time (gconstpointer a,
         gconstpointer b)
{
  gint64 first = observed (*(gpointer *) a);
  gint64 second = observed (*(gpointer *) b);

  return (first > second) - (first < second);
}

/**
 * moei_reports_latest:
 * @reports: reports
 * @stage: a stage
 *
 * A report that another one replaces is left out, and so are those without an
 * owner or a figure: they cannot be set against another's.
 *
 * Returns: (transfer container) (element-type MoeiReport): each owner's latest
 *   figure for @stage, oldest first
 */
GPtrArray *
moei_reports_latest (MoeiCollection *reports,
                     MoeiStage       stage)
{
  GPtrArray *latest = g_ptr_array_new ();

  for (guint i = 0; i < moei_collection_size (reports); i++) {
    MoeiReport *report = moei_collection_get (reports, i);
    const char *owner = moei_entity_get_owner (MOEI_ENTITY (report));
    guint at;

    if (moei_report_get_stage (report) != stage || owner == NULL ||
        !moei_count_is_known (moei_report_get_value (report)) || is_replaced (reports, report))
      continue;

    at = find_owner (latest, owner);
    if (at == latest->len)
      g_ptr_array_add (latest, report);
    else if (observed (report) >= observed (latest->pdata[at]))
      latest->pdata[at] = report;
  }
  g_ptr_array_sort (latest, by_time);
  return latest;
}

static int
by_difference (gconstpointer a,
               gconstpointer b)
{
  int first = abs (((const MoeiDisagreement *) a)->difference);
  int second = abs (((const MoeiDisagreement *) b)->difference);

  return (second > first) - (second < first);
}

static void
compare_stage (GArray         *found,
               MoeiCollection *reports,
               MoeiStage       stage)
{
  g_autoptr (GPtrArray) latest = moei_reports_latest (reports, stage);

  for (guint i = 0; i < latest->len; i++) {
    for (guint j = i + 1; j < latest->len; j++) {
      MoeiReport *older = latest->pdata[i];
      MoeiReport *newer = latest->pdata[j];
      gboolean timed = observed (older) != MOEI_INSTANT_UNKNOWN && observed (newer) != MOEI_INSTANT_UNKNOWN;
      MoeiDisagreement pair = {
        .stage = stage,
        .older = older,
        .newer = newer,
        .difference = moei_report_get_value (newer) - moei_report_get_value (older),
        .apart = timed ? observed (newer) - observed (older) : -1,
      };

      if (pair.difference != 0)
        g_array_append_val (found, pair);
    }
  }
}

/**
 * moei_disagreement_find:
 * @reports: what was reported of a place, a day or a nationality
 *
 * Returns: (transfer full) (element-type MoeiDisagreement): each pair of owners whose
 *   latest figures for one stage differ, the largest difference first
 */
GArray *
moei_disagreement_find (MoeiCollection *reports)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MoeiDisagreement));

  for (MoeiStage stage = MOEI_STAGE_HELD; stage <= MOEI_STAGE_DEPARTED; stage++)
    compare_stage (found, reports, stage);
  g_array_sort (found, by_difference);
  return found;
}
