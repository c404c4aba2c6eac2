/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-holding.h"
#include "operation/moei-nationality.h"
#include "operation/moei-referral.h"
#include "operation/moei-report.h"

/**
 * MoeiNationality:
 *
 * The people of one nationality: how many stand at each stage now.
 *
 * Its id is an ISO 3166-1 alpha-3 code, XXA (stateless) or XXX (unknown).
 */
struct _MoeiNationality {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiNationality, moei_nationality, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NAME = MOEI_ENTITY_FIRST_FIELD,
  FIELD_READINESS,
  FIELD_LONGEST_WAIT,
  FIELD_HELD,
  FIELD_LISTED,
  FIELD_SCREENED,
  FIELD_EMBASSY_CONFIRMED,
  FIELD_SLOT_GIVEN,
  FIELD_ON_BUS,
  FIELD_AT_AIRPORT,
  FIELD_DEPARTED,
  FIELD_NOTE,
  FIELD_REPORTS,
  FIELD_HOLDINGS,
  FIELD_AFTERCARE,
} MoeiNationalityField;

static void
moei_nationality_class_init (MoeiNationalityClass *klass)
{
  /* In the order of MoeiNationalityField */
  GParamSpec *fields[] = {
    moei_field_text ("name"),
    moei_field_word ("readiness", MOEI_TYPE_READINESS),
    moei_field_count ("longest-wait"),
    moei_field_count ("held"),
    moei_field_count ("listed"),
    moei_field_count ("screened"),
    moei_field_count ("embassy-confirmed"),
    moei_field_count ("slot-given"),
    moei_field_count ("on-bus"),
    moei_field_count ("at-airport"),
    moei_field_count ("departed"),
    moei_field_text ("note"),
    moei_field_collection ("reports", MOEI_TYPE_REPORT),
    moei_field_collection ("holdings", MOEI_TYPE_HOLDING),
    moei_field_collection ("aftercare", MOEI_TYPE_REFERRAL),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_nationality_init (MoeiNationality *self)
{
}

/**
 * moei_nationality_new:
 * @id: its identity
 *
 * Returns: (transfer full): a nationality of which nothing else is known
 */
MoeiNationality *
moei_nationality_new (const char *id)
{
  return g_object_new (MOEI_TYPE_NATIONALITY, "id", id, NULL);
}

/**
 * moei_nationality_get_name:
 * @self: a nationality
 *
 * Returns: (nullable): the name of the country or region
 */
const MoeiText *
moei_nationality_get_name (MoeiNationality *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_nationality_get_readiness:
 * @self: a nationality
 *
 * Returns: how far its embassy is
 */
MoeiReadiness
moei_nationality_get_readiness (MoeiNationality *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_READINESS));
}

/**
 * moei_nationality_get_longest_wait:
 * @self: a nationality
 *
 * Returns: the longest wait in days; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_longest_wait (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LONGEST_WAIT));
}

/**
 * moei_nationality_get_held:
 * @self: a nationality
 *
 * Returns: people now at this stage: held; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_held (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HELD));
}

/**
 * moei_nationality_get_listed:
 * @self: a nationality
 *
 * Returns: people now at this stage: listed; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_listed (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LISTED));
}

/**
 * moei_nationality_get_screened:
 * @self: a nationality
 *
 * Returns: people now at this stage: screened; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_screened (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SCREENED));
}

/**
 * moei_nationality_get_embassy_confirmed:
 * @self: a nationality
 *
 * Returns: people now at this stage: confirmed by their embassy; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_embassy_confirmed (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EMBASSY_CONFIRMED));
}

/**
 * moei_nationality_get_slot_given:
 * @self: a nationality
 *
 * Returns: people now at this stage: given a slot; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_slot_given (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SLOT_GIVEN));
}

/**
 * moei_nationality_get_on_bus:
 * @self: a nationality
 *
 * Returns: people now at this stage: put on a bus; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_on_bus (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ON_BUS));
}

/**
 * moei_nationality_get_at_airport:
 * @self: a nationality
 *
 * Returns: people now at this stage: at the airport; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_at_airport (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AT_AIRPORT));
}

/**
 * moei_nationality_get_departed:
 * @self: a nationality
 *
 * Returns: people now at this stage: departed; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_nationality_get_departed (MoeiNationality *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DEPARTED));
}

/**
 * moei_nationality_get_note:
 * @self: a nationality
 *
 * Returns: (nullable): what the reader must know about it
 */
const MoeiText *
moei_nationality_get_note (MoeiNationality *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NOTE));
}

/**
 * moei_nationality_get_reports:
 * @self: a nationality
 *
 * Returns: (transfer none): what was reported of it, by owner
 */
MoeiCollection *
moei_nationality_get_reports (MoeiNationality *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REPORTS));
}

/**
 * moei_nationality_get_holdings:
 * @self: a nationality
 *
 * Returns: (transfer none): how many each holder has, where that was published, each a
 *   [class@Holding]
 */
MoeiCollection *
moei_nationality_get_holdings (MoeiNationality *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HOLDINGS));
}

/**
 * moei_nationality_get_aftercare:
 * @self: a nationality
 *
 * Returns: (transfer none): what the receiving country reports after their return, each
 *   a [class@Referral]
 */
MoeiCollection *
moei_nationality_get_aftercare (MoeiNationality *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AFTERCARE));
}
