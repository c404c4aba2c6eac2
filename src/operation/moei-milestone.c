/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-milestone.h"

/**
 * MoeiMilestone:
 *
 * A step that a flight must have behind it before it can leave.
 *
 * Its id is what kind of step: `manifest-closed`, `documents-checked`,
 * `slot-confirmed`, `aircraft-ready`, `buses-in`, `boarded`, `doors-closed`,
 * `airborne`.  Its owner is the post that answers for it.
 */
struct _MoeiMilestone {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiMilestone, moei_milestone, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_PLANNED = MOEI_ENTITY_FIRST_FIELD,
  FIELD_DONE,
} MoeiMilestoneField;

static void
moei_milestone_class_init (MoeiMilestoneClass *klass)
{
  /* In the order of MoeiMilestoneField */
  GParamSpec *fields[] = {
    moei_field_instant ("planned"),
    moei_field_instant ("done"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_milestone_init (MoeiMilestone *self)
{
}

/**
 * moei_milestone_new:
 * @id: its identity
 *
 * Returns: (transfer full): a milestone of which nothing else is known
 */
MoeiMilestone *
moei_milestone_new (const char *id)
{
  return g_object_new (MOEI_TYPE_MILESTONE, "id", id, NULL);
}

/**
 * moei_milestone_get_planned:
 * @self: a milestone
 *
 * Returns: when it is to be done; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_milestone_get_planned (MoeiMilestone *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PLANNED));
}

/**
 * moei_milestone_get_done:
 * @self: a milestone
 *
 * Returns: when it was done; `MOEI_INSTANT_UNKNOWN` if it is not done yet
 */
gint64
moei_milestone_get_done (MoeiMilestone *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DONE));
}
