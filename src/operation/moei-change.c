/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-change.h"

/**
 * MoeiChange:
 *
 * A change that an officer would call one: a state, a quota, a time, a report.
 *
 * Its id is a number that grows with each change.  Its owner is whose word the
 * new value is.  Where a value is withheld, or was when it changed, neither value
 * is said.
 */
struct _MoeiChange {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiChange, moei_change, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_AT = MOEI_ENTITY_FIRST_FIELD,
  FIELD_KIND,
  FIELD_ENTITY,
  FIELD_FIELD,
  FIELD_BEFORE,
  FIELD_AFTER,
  FIELD_BEFORE_TEXT,
  FIELD_AFTER_TEXT,
  FIELD_CORRECTION,
  FIELD_NAME,
  FIELD_PLACE,
  FIELD_ACTOR,
} MoeiChangeField;

static void
moei_change_class_init (MoeiChangeClass *klass)
{
  /* In the order of MoeiChangeField */
  GParamSpec *fields[] = {
    moei_field_instant ("at"),
    moei_field_word ("kind", MOEI_TYPE_CHANGE_KIND),
    moei_field_string ("entity"),
    moei_field_string ("field"),
    moei_field_string ("before"),
    moei_field_string ("after"),
    moei_field_text ("before-text"),
    moei_field_text ("after-text"),
    moei_field_flag ("correction"),
    moei_field_text ("name"),
    moei_field_string ("place"),
    moei_field_string ("actor"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_change_init (MoeiChange *self)
{
}

/**
 * moei_change_new:
 * @id: its identity
 *
 * Returns: (transfer full): a change of which nothing else is known
 */
MoeiChange *
moei_change_new (const char *id)
{
  return g_object_new (MOEI_TYPE_CHANGE, "id", id, NULL);
}

/**
 * moei_change_get_at:
 * @self: a change
 *
 * Returns: when it became known, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_change_get_at (MoeiChange *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AT));
}

/**
 * moei_change_get_kind:
 * @self: a change
 *
 * Returns: what changed
 */
MoeiChangeKind
moei_change_get_kind (MoeiChange *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_KIND));
}

/**
 * moei_change_get_entity:
 * @self: a change
 *
 * Returns: (nullable): the id of what changed
 */
const char *
moei_change_get_entity (MoeiChange *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ENTITY));
}

/**
 * moei_change_get_field:
 * @self: a change
 *
 * Returns: (nullable): the member that changed, as the wire spells it: `state`; of an
 *   item of a collection, with the collection: `reports.departed` (a report by
 *   its stage), `milestones.boarded`, `hand_overs.in`, `holdings.BGF`; `added`
 *   or `removed` of the whole
 */
const char *
moei_change_get_field (MoeiChange *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FIELD));
}

/**
 * moei_change_get_before:
 * @self: a change
 *
 * Returns: (nullable): the value before, as on the wire; `NULL` if there was none
 */
const char *
moei_change_get_before (MoeiChange *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_BEFORE));
}

/**
 * moei_change_get_after:
 * @self: a change
 *
 * Returns: (nullable): the value now, as on the wire; `NULL` if there is none
 */
const char *
moei_change_get_after (MoeiChange *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AFTER));
}

/**
 * moei_change_get_before_text:
 * @self: a change
 *
 * Returns: (nullable): the value before, where it is told in words
 */
const MoeiText *
moei_change_get_before_text (MoeiChange *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_BEFORE_TEXT));
}

/**
 * moei_change_get_after_text:
 * @self: a change
 *
 * Returns: (nullable): the value now, where it is told in words
 */
const MoeiText *
moei_change_get_after_text (MoeiChange *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AFTER_TEXT));
}

/**
 * moei_change_get_correction:
 * @self: a change
 *
 * Returns: whether its owner takes back the value before
 */
gboolean
moei_change_get_correction (MoeiChange *self)
{
  return g_value_get_boolean (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CORRECTION));
}

/**
 * moei_change_get_name:
 * @self: a change
 *
 * Returns: (nullable): what the thing that changed was called then; `NULL` if it has no name
 */
const MoeiText *
moei_change_get_name (MoeiChange *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_change_get_place:
 * @self: a change
 *
 * Returns: (nullable): the id of the place that it concerns; `NULL` if none
 */
const char *
moei_change_get_place (MoeiChange *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PLACE));
}

/**
 * moei_change_get_actor:
 * @self: a change
 *
 * Returns: (nullable): the post that entered it, never a person
 */
const char *
moei_change_get_actor (MoeiChange *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ACTOR));
}
