/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-bus.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-tally.h"

/**
 * MoeiConvoy:
 *
 * Buses that move together on a route.
 */
struct _MoeiConvoy {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiConvoy, moei_convoy, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_DAY = MOEI_ENTITY_FIRST_FIELD,
  FIELD_NUMBER,
  FIELD_ROUTE,
  FIELD_STATE,
  FIELD_BUSES,
  FIELD_SEATS,
  FIELD_PEOPLE,
  FIELD_PLANNED_DEPARTURE,
  FIELD_ACTUAL_DEPARTURE,
  FIELD_ESTIMATED_ARRIVAL,
  FIELD_ACTUAL_ARRIVAL,
  FIELD_POSITION,
  FIELD_POSITION_OBSERVED,
  FIELD_FLIGHTS,
  FIELD_NATIONALITIES,
  FIELD_HAND_OVERS,
  FIELD_FLEET,
} MoeiConvoyField;

static void
moei_convoy_class_init (MoeiConvoyClass *klass)
{
  /* In the order of MoeiConvoyField */
  GParamSpec *fields[] = {
    moei_field_day ("day"),
    moei_field_number ("number", 0, 100000),
    moei_field_string ("route"),
    moei_field_word ("state", MOEI_TYPE_CONVOY_STATE),
    moei_field_count ("buses"),
    moei_field_count ("seats"),
    moei_field_count ("people"),
    moei_field_instant ("planned-departure"),
    moei_field_instant ("actual-departure"),
    moei_field_instant ("estimated-arrival"),
    moei_field_instant ("actual-arrival"),
    moei_field_position ("position"),
    moei_field_instant ("position-observed"),
    moei_field_strings ("flights"),
    moei_field_collection ("nationalities", MOEI_TYPE_TALLY),
    moei_field_collection ("hand-overs", MOEI_TYPE_HAND_OVER),
    moei_field_collection ("fleet", MOEI_TYPE_BUS),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_convoy_init (MoeiConvoy *self)
{
}

/**
 * moei_convoy_new:
 * @id: its identity
 *
 * Returns: (transfer full): a convoy of which nothing else is known
 */
MoeiConvoy *
moei_convoy_new (const char *id)
{
  return g_object_new (MOEI_TYPE_CONVOY, "id", id, NULL);
}

/**
 * moei_convoy_get_day:
 * @self: a convoy
 *
 * It is that of the list in which the service names it, however late the
 * convoy gets.
 *
 * Returns: the operating day that it belongs to; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_convoy_get_day (MoeiConvoy *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DAY));
}

/**
 * moei_convoy_get_number:
 * @self: a convoy
 *
 * Returns: its number within the operating day
 */
int
moei_convoy_get_number (MoeiConvoy *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NUMBER));
}

/**
 * moei_convoy_get_route:
 * @self: a convoy
 *
 * Returns: (nullable): the id of its route
 */
const char *
moei_convoy_get_route (MoeiConvoy *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ROUTE));
}

/**
 * moei_convoy_get_state:
 * @self: a convoy
 *
 * Returns: how it stands
 */
MoeiConvoyState
moei_convoy_get_state (MoeiConvoy *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STATE));
}

/**
 * moei_convoy_get_buses:
 * @self: a convoy
 *
 * Returns: how many buses; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_convoy_get_buses (MoeiConvoy *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_BUSES));
}

/**
 * moei_convoy_get_seats:
 * @self: a convoy
 *
 * Returns: how many seats; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_convoy_get_seats (MoeiConvoy *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SEATS));
}

/**
 * moei_convoy_get_people:
 * @self: a convoy
 *
 * Returns: heads on board; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_convoy_get_people (MoeiConvoy *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PEOPLE));
}

/**
 * moei_convoy_get_planned_departure:
 * @self: a convoy
 *
 * Returns: when it is to leave; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_convoy_get_planned_departure (MoeiConvoy *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PLANNED_DEPARTURE));
}

/**
 * moei_convoy_get_actual_departure:
 * @self: a convoy
 *
 * Returns: when it left; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_convoy_get_actual_departure (MoeiConvoy *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ACTUAL_DEPARTURE));
}

/**
 * moei_convoy_get_estimated_arrival:
 * @self: a convoy
 *
 * Returns: when it should arrive; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_convoy_get_estimated_arrival (MoeiConvoy *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ESTIMATED_ARRIVAL));
}

/**
 * moei_convoy_get_actual_arrival:
 * @self: a convoy
 *
 * Returns: when it arrived; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_convoy_get_actual_arrival (MoeiConvoy *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ACTUAL_ARRIVAL));
}

/**
 * moei_convoy_get_position:
 * @self: a convoy
 *
 * Returns: (nullable): where it last reported itself
 */
const MoeiPosition *
moei_convoy_get_position (MoeiConvoy *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_POSITION));
}

/**
 * moei_convoy_get_position_observed:
 * @self: a convoy
 *
 * Returns: when it did so; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_convoy_get_position_observed (MoeiConvoy *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_POSITION_OBSERVED));
}

/**
 * moei_convoy_get_flights:
 * @self: a convoy
 *
 * Returns: (nullable): the ids of the flights it serves
 */
const char * const *
moei_convoy_get_flights (MoeiConvoy *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FLIGHTS));
}

/**
 * moei_convoy_get_nationalities:
 * @self: a convoy
 *
 * Returns: (transfer none): heads by nationality
 */
MoeiCollection *
moei_convoy_get_nationalities (MoeiConvoy *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NATIONALITIES));
}

/**
 * moei_convoy_get_hand_overs:
 * @self: a convoy
 *
 * Returns: (transfer none): head counts on its way
 */
MoeiCollection *
moei_convoy_get_hand_overs (MoeiConvoy *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HAND_OVERS));
}

/**
 * moei_convoy_get_fleet:
 * @self: a convoy
 *
 * Returns: (transfer none): its buses, the head first and the tail last, each a [class@Bus]
 */
MoeiCollection *
moei_convoy_get_fleet (MoeiConvoy *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FLEET));
}
