/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-roll-row.h"

/**
 * MoeiRollRow:
 *
 * One row of a list of counts.
 *
 * Its id is the nationality.
 */
struct _MoeiRollRow {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiRollRow, moei_roll_row, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_PEOPLE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_NOTE,
} MoeiRollRowField;

static void
moei_roll_row_class_init (MoeiRollRowClass *klass)
{
  /* In the order of MoeiRollRowField */
  GParamSpec *fields[] = {
    moei_field_count ("people"),
    moei_field_text ("note"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_roll_row_init (MoeiRollRow *self)
{
}

/**
 * moei_roll_row_new:
 * @id: its identity
 *
 * Returns: (transfer full): a row of a roll of which nothing else is known
 */
MoeiRollRow *
moei_roll_row_new (const char *id)
{
  return g_object_new (MOEI_TYPE_ROLL_ROW, "id", id, NULL);
}

/**
 * moei_roll_row_get_people:
 * @self: a row of a roll
 *
 * Returns: people, as the row says; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_roll_row_get_people (MoeiRollRow *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PEOPLE));
}

/**
 * moei_roll_row_get_note:
 * @self: a row of a roll
 *
 * Returns: (nullable): what the reader must know about it
 */
const MoeiText *
moei_roll_row_get_note (MoeiRollRow *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NOTE));
}
