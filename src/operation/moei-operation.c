/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"
#include "operation/moei-holiday.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-operation.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"

/**
 * MoeiOperation:
 *
 * All that is known: the root of the model.
 */
struct _MoeiOperation {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiOperation, moei_operation, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NAME = MOEI_ENTITY_FIRST_FIELD,
  FIELD_EXERCISE,
  FIELD_EPOCH,
  FIELD_OPERATING_DAY,
  FIELD_WEEK,
  FIELD_PLACES,
  FIELD_ROUTES,
  FIELD_CONVOYS,
  FIELD_FLIGHTS,
  FIELD_DAYS,
  FIELD_NATIONALITIES,
  FIELD_RULES,
  FIELD_HOLIDAYS,
  FIELD_NOTICES,
  FIELD_FRESHNESS,
} MoeiOperationField;

static void
moei_operation_class_init (MoeiOperationClass *klass)
{
  /* In the order of MoeiOperationField */
  GParamSpec *fields[] = {
    moei_field_text ("name"),
    moei_field_flag ("exercise"),
    moei_field_string ("epoch"),
    moei_field_day ("operating-day"),
    moei_field_string ("week"),
    moei_field_collection ("places", MOEI_TYPE_PLACE),
    moei_field_collection ("routes", MOEI_TYPE_ROUTE),
    moei_field_collection ("convoys", MOEI_TYPE_CONVOY),
    moei_field_collection ("flights", MOEI_TYPE_FLIGHT),
    moei_field_collection ("days", MOEI_TYPE_QUOTA_DAY),
    moei_field_collection ("nationalities", MOEI_TYPE_NATIONALITY),
    moei_field_collection ("rules", MOEI_TYPE_RULE),
    moei_field_collection ("holidays", MOEI_TYPE_HOLIDAY),
    moei_field_collection ("notices", MOEI_TYPE_NOTICE),
    moei_field_collection ("freshness", MOEI_TYPE_FRESHNESS),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_operation_init (MoeiOperation *self)
{
}

/**
 * moei_operation_new:
 *
 * Returns: (transfer full): an operation of which nothing is known
 */
MoeiOperation *
moei_operation_new (void)
{
  return g_object_new (MOEI_TYPE_OPERATION, "id", "operation", NULL);
}

/**
 * moei_operation_get_name:
 * @self: an operation
 *
 * Returns: (nullable): the operation's name
 */
const MoeiText *
moei_operation_get_name (MoeiOperation *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_operation_get_exercise:
 * @self: an operation
 *
 * Returns: whether it is an exercise
 */
gboolean
moei_operation_get_exercise (MoeiOperation *self)
{
  return g_value_get_boolean (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EXERCISE));
}

/**
 * moei_operation_get_epoch:
 * @self: an operation
 *
 * Returns: (nullable): the identity of the service's store; another one means: reload all
 */
const char *
moei_operation_get_epoch (MoeiOperation *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EPOCH));
}

/**
 * moei_operation_get_operating_day:
 * @self: an operation
 *
 * Returns: the day in Asia/Bangkok, by the service's clock; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_operation_get_operating_day (MoeiOperation *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_OPERATING_DAY));
}

/**
 * moei_operation_get_week:
 * @self: an operation
 *
 * Returns: (nullable): its ISO week, "2025-W10"
 */
const char *
moei_operation_get_week (MoeiOperation *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_WEEK));
}

/**
 * moei_operation_get_places:
 * @self: an operation
 *
 * Returns: (transfer none): all places
 */
MoeiCollection *
moei_operation_get_places (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PLACES));
}

/**
 * moei_operation_get_routes:
 * @self: an operation
 *
 * Returns: (transfer none): all routes
 */
MoeiCollection *
moei_operation_get_routes (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ROUTES));
}

/**
 * moei_operation_get_convoys:
 * @self: an operation
 *
 * Returns: (transfer none): the operating day's convoys
 */
MoeiCollection *
moei_operation_get_convoys (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CONVOYS));
}

/**
 * moei_operation_get_flights:
 * @self: an operation
 *
 * Returns: (transfer none): the operating day's flights
 */
MoeiCollection *
moei_operation_get_flights (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FLIGHTS));
}

/**
 * moei_operation_get_days:
 * @self: an operation
 *
 * Returns: (transfer none): the operating week's days
 */
MoeiCollection *
moei_operation_get_days (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DAYS));
}

/**
 * moei_operation_get_nationalities:
 * @self: an operation
 *
 * Returns: (transfer none): the queue by nationality
 */
MoeiCollection *
moei_operation_get_nationalities (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NATIONALITIES));
}

/**
 * moei_operation_get_rules:
 * @self: an operation
 *
 * Returns: (transfer none): the rules by effective date
 */
MoeiCollection *
moei_operation_get_rules (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_RULES));
}

/**
 * moei_operation_get_holidays:
 * @self: an operation
 *
 * Returns: (transfer none): holidays
 */
MoeiCollection *
moei_operation_get_holidays (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HOLIDAYS));
}

/**
 * moei_operation_get_notices:
 * @self: an operation
 *
 * Returns: (transfer none): notices
 */
MoeiCollection *
moei_operation_get_notices (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NOTICES));
}

/**
 * moei_operation_get_freshness:
 * @self: an operation
 *
 * Returns: (transfer none): how current each document is
 */
MoeiCollection *
moei_operation_get_freshness (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FRESHNESS));
}
