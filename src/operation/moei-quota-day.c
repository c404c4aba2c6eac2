/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-report.h"
#include "operation/moei-tally.h"

/**
 * MoeiQuotaDay:
 *
 * One day of the quota, plan and actual.
 *
 * Its id is its date.
 */
struct _MoeiQuotaDay {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiQuotaDay, moei_quota_day, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_DATE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_STATE,
  FIELD_QUOTA,
  FIELD_LANE,
  FIELD_REASON,
  FIELD_CLOSES,
  FIELD_LOST,
  FIELD_REALLOCATED,
  FIELD_CARRIED,
  FIELD_TALLIES,
  FIELD_REPORTS,
} MoeiQuotaDayField;

static void
moei_quota_day_class_init (MoeiQuotaDayClass *klass)
{
  /* In the order of MoeiQuotaDayField */
  GParamSpec *fields[] = {
    moei_field_day ("date"),
    moei_field_word ("state", MOEI_TYPE_DAY_STATE),
    moei_field_count ("quota"),
    moei_field_string ("lane"),
    moei_field_text ("reason"),
    moei_field_instant ("closes"),
    moei_field_count ("lost"),
    moei_field_count ("reallocated"),
    moei_field_count ("carried"),
    moei_field_collection ("tallies", MOEI_TYPE_TALLY),
    moei_field_collection ("reports", MOEI_TYPE_REPORT),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_quota_day_init (MoeiQuotaDay *self)
{
}

/**
 * moei_quota_day_new:
 * @id: its identity
 *
 * Returns: (transfer full): a quota day of which nothing else is known
 */
MoeiQuotaDay *
moei_quota_day_new (const char *id)
{
  return g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, NULL);
}

/**
 * moei_quota_day_get_date:
 * @self: a quota day
 *
 * Returns: the operating day, in Asia/Bangkok; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_quota_day_get_date (MoeiQuotaDay *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DATE));
}

/**
 * moei_quota_day_get_state:
 * @self: a quota day
 *
 * Returns: how it stands
 */
MoeiDayState
moei_quota_day_get_state (MoeiQuotaDay *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STATE));
}

/**
 * moei_quota_day_get_quota:
 * @self: a quota day
 *
 * Returns: people allowed to leave; unknown where no rule holds; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_quota_day_get_quota (MoeiQuotaDay *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_QUOTA));
}

/**
 * moei_quota_day_get_lane:
 * @self: a quota day
 *
 * Returns: (nullable): the id of the lane that goes first
 */
const char *
moei_quota_day_get_lane (MoeiQuotaDay *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LANE));
}

/**
 * moei_quota_day_get_reason:
 * @self: a quota day
 *
 * Returns: (nullable): why nobody goes: weekend or holiday
 */
const MoeiText *
moei_quota_day_get_reason (MoeiQuotaDay *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REASON));
}

/**
 * moei_quota_day_get_closes:
 * @self: a quota day
 *
 * Returns: the cut-off: when the airport closes; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_quota_day_get_closes (MoeiQuotaDay *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CLOSES));
}

/**
 * moei_quota_day_get_lost:
 * @self: a quota day
 *
 * Returns: unused quota booked as lost; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_quota_day_get_lost (MoeiQuotaDay *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LOST));
}

/**
 * moei_quota_day_get_reallocated:
 * @self: a quota day
 *
 * Returns: unused quota given to another lane; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_quota_day_get_reallocated (MoeiQuotaDay *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REALLOCATED));
}

/**
 * moei_quota_day_get_carried:
 * @self: a quota day
 *
 * Returns: unused quota carried to another day; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_quota_day_get_carried (MoeiQuotaDay *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CARRIED));
}

/**
 * moei_quota_day_get_tallies:
 * @self: a quota day
 *
 * Returns: (transfer none): people by nationality
 */
MoeiCollection *
moei_quota_day_get_tallies (MoeiQuotaDay *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TALLIES));
}

/**
 * moei_quota_day_get_reports:
 * @self: a quota day
 *
 * Returns: (transfer none): what was reported of the day, by owner
 */
MoeiCollection *
moei_quota_day_get_reports (MoeiQuotaDay *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REPORTS));
}
