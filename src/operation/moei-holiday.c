/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-holiday.h"

/**
 * MoeiHoliday:
 *
 * A day on which one of the three countries does not work.
 */
struct _MoeiHoliday {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiHoliday, moei_holiday, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_DATE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_CALENDAR,
  FIELD_NAME,
} MoeiHolidayField;

static void
moei_holiday_class_init (MoeiHolidayClass *klass)
{
  /* In the order of MoeiHolidayField */
  GParamSpec *fields[] = {
    moei_field_day ("date"),
    moei_field_string ("calendar"),
    moei_field_text ("name"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_holiday_init (MoeiHoliday *self)
{
}

/**
 * moei_holiday_new:
 * @id: its identity
 *
 * Returns: (transfer full): a holiday of which nothing else is known
 */
MoeiHoliday *
moei_holiday_new (const char *id)
{
  return g_object_new (MOEI_TYPE_HOLIDAY, "id", id, NULL);
}

/**
 * moei_holiday_get_date:
 * @self: a holiday
 *
 * Returns: the day; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_holiday_get_date (MoeiHoliday *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DATE));
}

/**
 * moei_holiday_get_calendar:
 * @self: a holiday
 *
 * Returns: (nullable): the ISO 3166-1 alpha-3 code of the country
 */
const char *
moei_holiday_get_calendar (MoeiHoliday *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CALENDAR));
}

/**
 * moei_holiday_get_name:
 * @self: a holiday
 *
 * Returns: (nullable): its name
 */
const MoeiText *
moei_holiday_get_name (MoeiHoliday *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}
