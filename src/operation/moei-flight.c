/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-milestone.h"
#include "operation/moei-tally.h"

/**
 * MoeiFlight:
 *
 * A flight that takes people home.
 */
struct _MoeiFlight {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiFlight, moei_flight, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_DAY = MOEI_ENTITY_FIRST_FIELD,
  FIELD_NUMBER,
  FIELD_CARRIER,
  FIELD_FROM,
  FIELD_TO,
  FIELD_STATE,
  FIELD_SCHEDULED,
  FIELD_ESTIMATED,
  FIELD_ACTUAL,
  FIELD_ARRIVES,
  FIELD_SEATS,
  FIELD_MANIFESTED,
  FIELD_BOARDED,
  FIELD_NATIONALITIES,
  FIELD_NO_SHOW,
  FIELD_MILESTONES,
} MoeiFlightField;

static void
moei_flight_class_init (MoeiFlightClass *klass)
{
  /* In the order of MoeiFlightField */
  GParamSpec *fields[] = {
    moei_field_day ("day"),
    moei_field_string ("number"),
    moei_field_text ("carrier"),
    moei_field_string ("from"),
    moei_field_string ("to"),
    moei_field_word ("state", MOEI_TYPE_FLIGHT_STATE),
    moei_field_instant ("scheduled"),
    moei_field_instant ("estimated"),
    moei_field_instant ("actual"),
    moei_field_instant ("arrives"),
    moei_field_count ("seats"),
    moei_field_count ("manifested"),
    moei_field_count ("boarded"),
    moei_field_collection ("nationalities", MOEI_TYPE_TALLY),
    moei_field_count ("no-show"),
    moei_field_collection ("milestones", MOEI_TYPE_MILESTONE),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_flight_init (MoeiFlight *self)
{
}

/**
 * moei_flight_new:
 * @id: its identity
 *
 * Returns: (transfer full): a flight of which nothing else is known
 */
MoeiFlight *
moei_flight_new (const char *id)
{
  return g_object_new (MOEI_TYPE_FLIGHT, "id", id, NULL);
}

/**
 * moei_flight_get_day:
 * @self: a flight
 *
 * It is that of the list in which the service names it, however late the
 * flight gets.
 *
 * Returns: the operating day that it belongs to; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_flight_get_day (MoeiFlight *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DAY));
}

/**
 * moei_flight_get_number:
 * @self: a flight
 *
 * Returns: (nullable): its number; `NULL` where none was published
 */
const char *
moei_flight_get_number (MoeiFlight *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NUMBER));
}

/**
 * moei_flight_get_carrier:
 * @self: a flight
 *
 * Returns: (nullable): who flies it
 */
const MoeiText *
moei_flight_get_carrier (MoeiFlight *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CARRIER));
}

/**
 * moei_flight_get_from:
 * @self: a flight
 *
 * Returns: (nullable): the id of the airport it leaves
 */
const char *
moei_flight_get_from (MoeiFlight *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FROM));
}

/**
 * moei_flight_get_to:
 * @self: a flight
 *
 * Returns: (nullable): the id of the airport it goes to
 */
const char *
moei_flight_get_to (MoeiFlight *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TO));
}

/**
 * moei_flight_get_state:
 * @self: a flight
 *
 * Returns: how it stands
 */
MoeiFlightState
moei_flight_get_state (MoeiFlight *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STATE));
}

/**
 * moei_flight_get_scheduled:
 * @self: a flight
 *
 * Returns: its scheduled departure; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_flight_get_scheduled (MoeiFlight *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SCHEDULED));
}

/**
 * moei_flight_get_estimated:
 * @self: a flight
 *
 * Returns: its estimated departure; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_flight_get_estimated (MoeiFlight *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ESTIMATED));
}

/**
 * moei_flight_get_actual:
 * @self: a flight
 *
 * Returns: its actual departure; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_flight_get_actual (MoeiFlight *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ACTUAL));
}

/**
 * moei_flight_get_arrives:
 * @self: a flight
 *
 * Returns: its estimated or actual arrival; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_flight_get_arrives (MoeiFlight *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ARRIVES));
}

/**
 * moei_flight_get_seats:
 * @self: a flight
 *
 * Returns: seats for returnees; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_flight_get_seats (MoeiFlight *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SEATS));
}

/**
 * moei_flight_get_manifested:
 * @self: a flight
 *
 * Returns: people on its list; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_flight_get_manifested (MoeiFlight *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_MANIFESTED));
}

/**
 * moei_flight_get_boarded:
 * @self: a flight
 *
 * Returns: people on board; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_flight_get_boarded (MoeiFlight *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_BOARDED));
}

/**
 * moei_flight_get_nationalities:
 * @self: a flight
 *
 * Returns: (transfer none): people by nationality
 */
MoeiCollection *
moei_flight_get_nationalities (MoeiFlight *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NATIONALITIES));
}

/**
 * moei_flight_get_no_show:
 * @self: a flight
 *
 * Returns: people on its list who did not come; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_flight_get_no_show (MoeiFlight *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NO_SHOW));
}

/**
 * moei_flight_get_milestones:
 * @self: a flight
 *
 * Returns: (transfer none): the steps before it can leave, in order, each a [class@Milestone]
 */
MoeiCollection *
moei_flight_get_milestones (MoeiFlight *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_MILESTONES));
}
