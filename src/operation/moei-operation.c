/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-change.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"
#include "operation/moei-holiday.h"
#include "operation/moei-horizon.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-operation.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"

/**
 * MoeiOperation:
 *
 * All that is known: the root of the model.
 *
 * Of flights, convoys and quota days it knows more than those of the operating
 * day and its week: `schedule`, `movements` and `calendar` hold all of them, by
 * day; `flights`, `convoys` and `days` hold, of the same objects, those of the
 * present.  When the operating day turns these change by themselves.
 */
struct _MoeiOperation {
  MoeiEntity parent_instance;

  MoeiHorizon *horizon; /* (nullable) as long as nothing was taken */
  guint        frozen;
};

G_DEFINE_FINAL_TYPE (MoeiOperation, moei_operation, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NAME = MOEI_ENTITY_FIRST_FIELD,
  FIELD_EXERCISE,
  FIELD_EPOCH,
  FIELD_OPERATING_DAY,
  FIELD_WEEK,
  FIELD_AWAITED_DAY,
  FIELD_PLACES,
  FIELD_ROUTES,
  FIELD_CONVOYS,
  FIELD_FLIGHTS,
  FIELD_DAYS,
  FIELD_NATIONALITIES,
  FIELD_RULES,
  FIELD_HOLIDAYS,
  FIELD_NOTICES,
  FIELD_ROLLS,
  FIELD_CHANGES,
  FIELD_FRESHNESS,
  FIELD_SCHEDULE,
  FIELD_MOVEMENTS,
  FIELD_CALENDAR,
} MoeiOperationField;

static void
settle_unless_frozen (MoeiOperation *self)
{
  if (self->frozen == 0 && self->horizon != NULL)
    moei_horizon_settle (self->horizon, moei_operation_get_operating_day (self));
}

static void
take (MoeiOperation   *self,
      MoeiHorizonPart  part,
      guint            day,
      MoeiCollection  *fresh)
{
  if (self->horizon == NULL)
    self->horizon = moei_horizon_new (self);
  if (day == MOEI_DAY_UNKNOWN)
    day = moei_operation_get_operating_day (self);

  moei_horizon_take (self->horizon, part, day, fresh);
  settle_unless_frozen (self);
}

static void
moei_operation_notify (GObject    *object,
                       GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "operating-day"))
    settle_unless_frozen (MOEI_OPERATION (object));
}

static void
moei_operation_finalize (GObject *object)
{
  MoeiOperation *self = MOEI_OPERATION (object);

  g_clear_pointer (&self->horizon, moei_horizon_free);

  G_OBJECT_CLASS (moei_operation_parent_class)->finalize (object);
}

static void
moei_operation_class_init (MoeiOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  /* In the order of MoeiOperationField */
  GParamSpec *fields[] = {
    moei_field_text ("name"),
    moei_field_flag ("exercise"),
    moei_field_string ("epoch"),
    moei_field_day ("operating-day"),
    moei_field_string ("week"),
    moei_field_day ("awaited-day"),
    moei_field_collection ("places", MOEI_TYPE_PLACE),
    moei_field_collection ("routes", MOEI_TYPE_ROUTE),
    moei_field_collection ("convoys", MOEI_TYPE_CONVOY),
    moei_field_collection ("flights", MOEI_TYPE_FLIGHT),
    moei_field_collection ("days", MOEI_TYPE_QUOTA_DAY),
    moei_field_collection ("nationalities", MOEI_TYPE_NATIONALITY),
    moei_field_collection ("rules", MOEI_TYPE_RULE),
    moei_field_collection ("holidays", MOEI_TYPE_HOLIDAY),
    moei_field_collection ("notices", MOEI_TYPE_NOTICE),
    moei_field_collection ("rolls", MOEI_TYPE_ROLL),
    moei_field_collection ("changes", MOEI_TYPE_CHANGE),
    moei_field_collection ("freshness", MOEI_TYPE_FRESHNESS),
    moei_field_collection ("schedule", MOEI_TYPE_FLIGHT),
    moei_field_collection ("movements", MOEI_TYPE_CONVOY),
    moei_field_collection ("calendar", MOEI_TYPE_QUOTA_DAY),
  };

  object_class->finalize = moei_operation_finalize;
  object_class->notify = moei_operation_notify;

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
 * moei_operation_get_awaited_day:
 * @self: an operation
 *
 * Returns: the last day of which the service lists quota days, or flights to
 *   come, that are not here; `MOEI_DAY_UNKNOWN` if none is awaited
 */
guint
moei_operation_get_awaited_day (MoeiOperation *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AWAITED_DAY));
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
 * Returns: (transfer none): the operating day's convoys, of moei_operation_get_movements()
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
 * Returns: (transfer none): the operating day's flights, of moei_operation_get_schedule()
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
 * Returns: (transfer none): the operating week's days, of moei_operation_get_calendar()
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
 * moei_operation_get_rolls:
 * @self: an operation
 *
 * Returns: (transfer none): lists of counts that owners handed over
 */
MoeiCollection *
moei_operation_get_rolls (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ROLLS));
}

/**
 * moei_operation_get_changes:
 * @self: an operation
 *
 * Returns: (transfer none): what changed, newest first
 */
MoeiCollection *
moei_operation_get_changes (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CHANGES));
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

/**
 * moei_operation_get_schedule:
 * @self: an operation
 *
 * Returns: (transfer none): all flights known, by day
 */
MoeiCollection *
moei_operation_get_schedule (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SCHEDULE));
}

/**
 * moei_operation_get_movements:
 * @self: an operation
 *
 * Returns: (transfer none): all convoys known, by day
 */
MoeiCollection *
moei_operation_get_movements (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_MOVEMENTS));
}

/**
 * moei_operation_get_calendar:
 * @self: an operation
 *
 * Returns: (transfer none): all quota days known, in order
 */
MoeiCollection *
moei_operation_get_calendar (MoeiOperation *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CALENDAR));
}

/**
 * moei_operation_take_flights:
 * @self: an operation
 * @day: an operating day; `MOEI_DAY_UNKNOWN` for the present one
 * @fresh: (nullable): all flights of that day; each is said to be of that day
 *
 * Takes these flights in place of those that were known of that day, and of
 * no other.  A flight that is known already, of whatever day, stays the same
 * object.
 */
void
moei_operation_take_flights (MoeiOperation  *self,
                             guint           day,
                             MoeiCollection *fresh)
{
  g_return_if_fail (MOEI_IS_OPERATION (self));

  take (self, MOEI_HORIZON_FLIGHTS, day, fresh);
}

/**
 * moei_operation_take_convoys:
 * @self: an operation
 * @day: an operating day; `MOEI_DAY_UNKNOWN` for the present one
 * @fresh: (nullable): all convoys of that day; each is said to be of that day
 *
 * Takes these convoys in place of those that were known of that day, as
 * moei_operation_take_flights() does.
 */
void
moei_operation_take_convoys (MoeiOperation  *self,
                             guint           day,
                             MoeiCollection *fresh)
{
  g_return_if_fail (MOEI_IS_OPERATION (self));

  take (self, MOEI_HORIZON_CONVOYS, day, fresh);
}

/**
 * moei_operation_take_days:
 * @self: an operation
 * @day: any day of a week; `MOEI_DAY_UNKNOWN` for the present one
 * @fresh: (nullable): that week's days, by their dates
 *
 * Takes these quota days in place of those that were known of that week.
 */
void
moei_operation_take_days (MoeiOperation  *self,
                          guint           day,
                          MoeiCollection *fresh)
{
  g_return_if_fail (MOEI_IS_OPERATION (self));

  take (self, MOEI_HORIZON_DAYS, day, fresh);
}

/**
 * moei_operation_freeze:
 * @self: an operation
 *
 * What is taken from now on is shown together, by moei_operation_thaw(): which
 * flights, convoys and days there are, and which of them are of the present.
 */
void
moei_operation_freeze (MoeiOperation *self)
{
  g_return_if_fail (MOEI_IS_OPERATION (self));

  self->frozen++;
}

/**
 * moei_operation_thaw:
 * @self: an operation that was frozen
 *
 * Shows what was taken since.  Each collection that changed says so once.
 */
void
moei_operation_thaw (MoeiOperation *self)
{
  g_return_if_fail (MOEI_IS_OPERATION (self));
  g_return_if_fail (self->frozen > 0);

  self->frozen--;
  settle_unless_frozen (self);
}
