/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-report.h"

#include "operation/moei-report.h"

/**
 * moei_exercise_copy:
 * @entity: (type MoeiEntity): an entity of the plan
 *
 * Returns: (transfer full) (type MoeiEntity): another that says the same; what
 *   its collections hold is shared with the plan and must be replaced, not changed
 */
gpointer
moei_exercise_copy (gpointer entity)
{
  gpointer copy = g_object_new (G_OBJECT_TYPE (entity), "id", moei_entity_get_id (entity), NULL);

  moei_entity_assign (copy, entity);
  return copy;
}

/**
 * moei_exercise_keep_reports:
 * @reports: reports, of a copy
 * @instant: when
 *
 * Takes away what nobody has reported yet, and what the exercise reports itself.
 */
void
moei_exercise_keep_reports (MoeiCollection *reports,
                            gint64          instant)
{
  g_autoptr (MoeiCollection) known = moei_collection_new (MOEI_TYPE_REPORT);

  for (guint i = 0; i < moei_collection_size (reports); i++) {
    MoeiEntity *report = moei_collection_get (reports, i);

    if (moei_entity_get_observed (report) <= instant &&
        g_strcmp0 (moei_entity_get_id (report), MOEI_EXERCISE_POST) != 0)
      moei_collection_append (known, g_object_ref (report));
  }
  moei_collection_merge (reports, known);
}
