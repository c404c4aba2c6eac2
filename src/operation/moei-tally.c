/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-tally.h"

/**
 * MoeiTally:
 *
 * How many people of one nationality have reached each stage.
 *
 * Its id is the nationality.  Each count is cumulative: whoever departed has
 * also been at the airport.
 */
struct _MoeiTally {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiTally, moei_tally, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_PLANNED = MOEI_ENTITY_FIRST_FIELD,
  FIELD_HELD,
  FIELD_LISTED,
  FIELD_SCREENED,
  FIELD_EMBASSY_CONFIRMED,
  FIELD_SLOT_GIVEN,
  FIELD_ON_BUS,
  FIELD_AT_AIRPORT,
  FIELD_DEPARTED,
  FIELD_ENTERED,
  FIELD_CONFIRMED,
} MoeiTallyField;

static void
moei_tally_class_init (MoeiTallyClass *klass)
{
  /* In the order of MoeiTallyField */
  GParamSpec *fields[] = {
    moei_field_count ("planned"),
    moei_field_count ("held"),
    moei_field_count ("listed"),
    moei_field_count ("screened"),
    moei_field_count ("embassy-confirmed"),
    moei_field_count ("slot-given"),
    moei_field_count ("on-bus"),
    moei_field_count ("at-airport"),
    moei_field_count ("departed"),
    moei_field_count ("entered"),
    moei_field_count ("confirmed"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_tally_init (MoeiTally *self)
{
}

/**
 * moei_tally_new:
 * @id: its identity
 *
 * Returns: (transfer full): a tally of which nothing else is known
 */
MoeiTally *
moei_tally_new (const char *id)
{
  return g_object_new (MOEI_TYPE_TALLY, "id", id, NULL);
}

/**
 * moei_tally_get_planned:
 * @self: a tally
 *
 * Returns: people planned; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_planned (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PLANNED));
}

/**
 * moei_tally_get_held:
 * @self: a tally
 *
 * Returns: people who were held; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_held (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HELD));
}

/**
 * moei_tally_get_listed:
 * @self: a tally
 *
 * Returns: people who were listed; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_listed (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LISTED));
}

/**
 * moei_tally_get_screened:
 * @self: a tally
 *
 * Returns: people who were screened; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_screened (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SCREENED));
}

/**
 * moei_tally_get_embassy_confirmed:
 * @self: a tally
 *
 * Returns: people who were confirmed by their embassy; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_embassy_confirmed (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EMBASSY_CONFIRMED));
}

/**
 * moei_tally_get_slot_given:
 * @self: a tally
 *
 * Returns: people who were given a slot; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_slot_given (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SLOT_GIVEN));
}

/**
 * moei_tally_get_on_bus:
 * @self: a tally
 *
 * Returns: people who were put on a bus; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_on_bus (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ON_BUS));
}

/**
 * moei_tally_get_at_airport:
 * @self: a tally
 *
 * Returns: people who were at the airport; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_at_airport (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AT_AIRPORT));
}

/**
 * moei_tally_get_departed:
 * @self: a tally
 *
 * Returns: people who departed; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_departed (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DEPARTED));
}

/**
 * moei_tally_get_entered:
 * @self: a tally
 *
 * Returns: in a day's tally, people who newly joined the queue on that day; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_entered (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ENTERED));
}

/**
 * moei_tally_get_confirmed:
 * @self: a tally
 *
 * Returns: in a day's tally, people whose embassy's word came on that day; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_tally_get_confirmed (MoeiTally *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CONFIRMED));
}
