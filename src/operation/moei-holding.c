/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-holding.h"

/**
 * MoeiHolding:
 *
 * How many people of one nationality one holder has.
 *
 * Its id is the holder's code: `BGF`, `DKBA` …
 */
struct _MoeiHolding {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiHolding, moei_holding, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_PEOPLE = MOEI_ENTITY_FIRST_FIELD,
} MoeiHoldingField;

static void
moei_holding_class_init (MoeiHoldingClass *klass)
{
  /* In the order of MoeiHoldingField */
  GParamSpec *fields[] = {
    moei_field_count ("people"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_holding_init (MoeiHolding *self)
{
}

/**
 * moei_holding_new:
 * @id: its identity
 *
 * Returns: (transfer full): a holding of which nothing else is known
 */
MoeiHolding *
moei_holding_new (const char *id)
{
  return g_object_new (MOEI_TYPE_HOLDING, "id", id, NULL);
}

/**
 * moei_holding_get_people:
 * @self: a holding
 *
 * Returns: people held; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_holding_get_people (MoeiHolding *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PEOPLE));
}
