/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-bus.h"

/**
 * MoeiBus:
 *
 * One bus of a convoy.
 *
 * The first of a convoy is its head, the last its tail.
 */
struct _MoeiBus {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiBus, moei_bus, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NUMBER = MOEI_ENTITY_FIRST_FIELD,
  FIELD_SEATS,
  FIELD_PEOPLE,
  FIELD_POSITION,
  FIELD_POSITION_OBSERVED,
} MoeiBusField;

static void
moei_bus_class_init (MoeiBusClass *klass)
{
  /* In the order of MoeiBusField */
  GParamSpec *fields[] = {
    moei_field_number ("number", 0, 100000),
    moei_field_count ("seats"),
    moei_field_count ("people"),
    moei_field_position ("position"),
    moei_field_instant ("position-observed"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_bus_init (MoeiBus *self)
{
}

/**
 * moei_bus_new:
 * @id: its identity
 *
 * Returns: (transfer full): a bus of which nothing else is known
 */
MoeiBus *
moei_bus_new (const char *id)
{
  return g_object_new (MOEI_TYPE_BUS, "id", id, NULL);
}

/**
 * moei_bus_get_number:
 * @self: a bus
 *
 * Returns: its number within the convoy, from 1; 0 if not said
 */
int
moei_bus_get_number (MoeiBus *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NUMBER));
}

/**
 * moei_bus_get_seats:
 * @self: a bus
 *
 * Returns: seats for returnees; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_bus_get_seats (MoeiBus *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SEATS));
}

/**
 * moei_bus_get_people:
 * @self: a bus
 *
 * Returns: people on it; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_bus_get_people (MoeiBus *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PEOPLE));
}

/**
 * moei_bus_get_position:
 * @self: a bus
 *
 * Returns: (nullable): where it was last seen
 */
const MoeiPosition *
moei_bus_get_position (MoeiBus *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_POSITION));
}

/**
 * moei_bus_get_position_observed:
 * @self: a bus
 *
 * Returns: when it was seen there; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_bus_get_position_observed (MoeiBus *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_POSITION_OBSERVED));
}
