/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-report.h"

/**
 * moei_exercise_copy:
 * @entity: (type MoeiEntity): an entity of the plan
 *
 * Returns: (transfer full) (type MoeiEntity): another that says the same, but
 *   for its collections, which are empty
 */
gpointer
moei_exercise_copy (gpointer entity)
{
  gpointer copy = g_object_new (G_OBJECT_TYPE (entity), "id", moei_entity_get_id (entity), NULL);
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++) {
    g_auto (GValue) value = G_VALUE_INIT;

    if (!(pspecs[i]->flags & G_PARAM_WRITABLE) || (pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY))
      continue;
    g_value_init (&value, pspecs[i]->value_type);
    g_object_get_property (entity, pspecs[i]->name, &value);
    g_object_set_property (copy, pspecs[i]->name, &value);
  }
  return copy;
}

/**
 * moei_exercise_share:
 * @collection: a collection of the state
 * @entity: (type MoeiEntity): an entity of the plan that is told as it is
 *
 * Adds the plan's own entity, which nobody changes.
 */
void
moei_exercise_share (MoeiCollection *collection,
                     gpointer        entity)
{
  moei_collection_append (collection, g_object_ref (entity));
}

/**
 * moei_exercise_tell_reports:
 * @planned: all reports, or other figures as of a time, there will be
 * @instant: when
 * @reports: where to add those that have been made, but for what the exercise
 *   reports itself
 */
void
moei_exercise_tell_reports (MoeiCollection *planned,
                            gint64          instant,
                            MoeiCollection *reports)
{
  for (guint i = 0; i < moei_collection_size (planned); i++) {
    MoeiEntity *report = moei_collection_get (planned, i);

    if (moei_entity_get_observed (report) <= instant &&
        g_strcmp0 (moei_entity_get_id (report), MOEI_EXERCISE_POST) != 0)
      moei_exercise_share (reports, report);
  }
}
