/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"

/**
 * MoeiRoll:
 *
 * A list of counts by country or region that its owner handed over.
 *
 * It is shown as it came: whether its rows add up to the total that is printed on
 * it is for the reader to see, and never corrected.
 */
struct _MoeiRoll {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiRoll, moei_roll, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NAME = MOEI_ENTITY_FIRST_FIELD,
  FIELD_TOTAL,
  FIELD_COUNTRIES,
  FIELD_NOTE,
  FIELD_ROWS,
} MoeiRollField;

static void
moei_roll_class_init (MoeiRollClass *klass)
{
  /* In the order of MoeiRollField */
  GParamSpec *fields[] = {
    moei_field_text ("name"),
    moei_field_count ("total"),
    moei_field_count ("countries"),
    moei_field_text ("note"),
    moei_field_collection ("rows", MOEI_TYPE_ROLL_ROW),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_roll_init (MoeiRoll *self)
{
}

/**
 * moei_roll_new:
 * @id: its identity
 *
 * Returns: (transfer full): a roll of which nothing else is known
 */
MoeiRoll *
moei_roll_new (const char *id)
{
  return g_object_new (MOEI_TYPE_ROLL, "id", id, NULL);
}

/**
 * moei_roll_get_name:
 * @self: a roll
 *
 * Returns: (nullable): what it is called
 */
const MoeiText *
moei_roll_get_name (MoeiRoll *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_roll_get_total:
 * @self: a roll
 *
 * Returns: people in all, as printed, not added up; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_roll_get_total (MoeiRoll *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TOTAL));
}

/**
 * moei_roll_get_countries:
 * @self: a roll
 *
 * Returns: countries and regions in all, as printed; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_roll_get_countries (MoeiRoll *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_COUNTRIES));
}

/**
 * moei_roll_get_note:
 * @self: a roll
 *
 * Returns: (nullable): what the reader must know about it
 */
const MoeiText *
moei_roll_get_note (MoeiRoll *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NOTE));
}

/**
 * moei_roll_get_rows:
 * @self: a roll
 *
 * Returns: (transfer none): its rows in their order, each a [class@RollRow]
 */
MoeiCollection *
moei_roll_get_rows (MoeiRoll *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ROWS));
}
