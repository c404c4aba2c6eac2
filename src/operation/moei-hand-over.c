/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-hand-over.h"

/**
 * MoeiHandOver:
 *
 * A head count where people pass from one hand to the next.
 */
struct _MoeiHandOver {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiHandOver, moei_hand_over, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_PLACE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_OUT,
  FIELD_IN,
  FIELD_COUNTED_BY,
} MoeiHandOverField;

static void
moei_hand_over_class_init (MoeiHandOverClass *klass)
{
  /* In the order of MoeiHandOverField */
  GParamSpec *fields[] = {
    moei_field_string ("place"),
    moei_field_count ("out"),
    moei_field_count ("in"),
    moei_field_string ("counted-by"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_hand_over_init (MoeiHandOver *self)
{
}

/**
 * moei_hand_over_new:
 * @id: its identity
 *
 * Returns: (transfer full): a hand over of which nothing else is known
 */
MoeiHandOver *
moei_hand_over_new (const char *id)
{
  return g_object_new (MOEI_TYPE_HAND_OVER, "id", id, NULL);
}

/**
 * moei_hand_over_get_place:
 * @self: a hand over
 *
 * Returns: (nullable): the id of the place
 */
const char *
moei_hand_over_get_place (MoeiHandOver *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PLACE));
}

/**
 * moei_hand_over_get_out:
 * @self: a hand over
 *
 * Returns: heads counted by the giving side; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_hand_over_get_out (MoeiHandOver *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_OUT));
}

/**
 * moei_hand_over_get_in:
 * @self: a hand over
 *
 * Returns: heads counted by the receiving side; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_hand_over_get_in (MoeiHandOver *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_IN));
}

/**
 * moei_hand_over_get_counted_by:
 * @self: a hand over
 *
 * Returns: (nullable): the post that counted
 */
const char *
moei_hand_over_get_counted_by (MoeiHandOver *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_COUNTED_BY));
}
