/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-report.h"

/**
 * MoeiReport:
 *
 * A figure that somebody reported: value, owner and as-of time.
 *
 * Figures of different owners are never merged; a correction is a new report
 * that names the one it replaces.
 */
struct _MoeiReport {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiReport, moei_report, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_STAGE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_VALUE,
  FIELD_VALUE_TEXT,
  FIELD_REPLACES,
  FIELD_NOTE,
} MoeiReportField;

static void
moei_report_class_init (MoeiReportClass *klass)
{
  /* In the order of MoeiReportField */
  GParamSpec *fields[] = {
    moei_field_word ("stage", MOEI_TYPE_STAGE),
    moei_field_count ("value"),
    moei_field_text ("value-text"),
    moei_field_string ("replaces"),
    moei_field_text ("note"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_report_init (MoeiReport *self)
{
}

/**
 * moei_report_new:
 * @id: its identity
 *
 * Returns: (transfer full): a report of which nothing else is known
 */
MoeiReport *
moei_report_new (const char *id)
{
  return g_object_new (MOEI_TYPE_REPORT, "id", id, NULL);
}

/**
 * moei_report_get_stage:
 * @self: a report
 *
 * Returns: the stage whose people are counted
 */
MoeiStage
moei_report_get_stage (MoeiReport *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STAGE));
}

/**
 * moei_report_get_value:
 * @self: a report
 *
 * Returns: how many people; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_report_get_value (MoeiReport *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_VALUE));
}

/**
 * moei_report_get_value_text:
 * @self: a report
 *
 * Returns: (nullable): what cannot be said as one number ("over 8,700"); `NULL` otherwise
 */
const MoeiText *
moei_report_get_value_text (MoeiReport *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_VALUE_TEXT));
}

/**
 * moei_report_get_replaces:
 * @self: a report
 *
 * Returns: (nullable): the id of the report that it corrects
 */
const char *
moei_report_get_replaces (MoeiReport *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REPLACES));
}

/**
 * moei_report_get_note:
 * @self: a report
 *
 * Returns: (nullable): what the reader must know about it
 */
const MoeiText *
moei_report_get_note (MoeiReport *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NOTE));
}
