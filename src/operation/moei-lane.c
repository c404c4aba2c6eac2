/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-lane.h"

/**
 * MoeiLane:
 *
 * Which nationals go first on which weekdays.
 */
struct _MoeiLane {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiLane, moei_lane, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NAME = MOEI_ENTITY_FIRST_FIELD,
  FIELD_SHORT_NAME,
  FIELD_WEEKDAYS,
  FIELD_ORDER,
} MoeiLaneField;

static void
moei_lane_class_init (MoeiLaneClass *klass)
{
  /* In the order of MoeiLaneField */
  GParamSpec *fields[] = {
    moei_field_text ("name"),
    moei_field_text ("short-name"),
    moei_field_number ("weekdays", 0, 127),
    moei_field_strings ("order"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_lane_init (MoeiLane *self)
{
}

/**
 * moei_lane_new:
 * @id: its identity
 *
 * Returns: (transfer full): a lane of which nothing else is known
 */
MoeiLane *
moei_lane_new (const char *id)
{
  return g_object_new (MOEI_TYPE_LANE, "id", id, NULL);
}

/**
 * moei_lane_get_name:
 * @self: a lane
 *
 * Returns: (nullable): its name
 */
const MoeiText *
moei_lane_get_name (MoeiLane *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_lane_get_short_name:
 * @self: a lane
 *
 * Returns: (nullable): its name where space is short
 */
const MoeiText *
moei_lane_get_short_name (MoeiLane *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SHORT_NAME));
}

/**
 * moei_lane_get_weekdays:
 * @self: a lane
 *
 * Returns: a bit for each weekday, 1 for Monday, 2 for Tuesday … 64 for Sunday
 */
int
moei_lane_get_weekdays (MoeiLane *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_WEEKDAYS));
}

/**
 * moei_lane_get_order:
 * @self: a lane
 *
 * Returns: (nullable): nationalities in order of precedence; "*" is everybody else
 */
const char * const *
moei_lane_get_order (MoeiLane *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ORDER));
}
