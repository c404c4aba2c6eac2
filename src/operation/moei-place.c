/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-place.h"
#include "operation/moei-report.h"

/**
 * MoeiPlace:
 *
 * A site, holding place, crossing, screening station or airport.
 */
struct _MoeiPlace {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiPlace, moei_place, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_KIND = MOEI_ENTITY_FIRST_FIELD,
  FIELD_STATE,
  FIELD_NAME,
  FIELD_HOLDER,
  FIELD_COUNTRY,
  FIELD_TOWNSHIP,
  FIELD_POSITION,
  FIELD_PRECISION_M,
  FIELD_PEOPLE,
  FIELD_CAPACITY,
  FIELD_REASON,
  FIELD_SINCE,
  FIELD_IATA,
  FIELD_ICAO,
  FIELD_NOTE,
  FIELD_REPORTS,
} MoeiPlaceField;

static void
moei_place_class_init (MoeiPlaceClass *klass)
{
  /* In the order of MoeiPlaceField */
  GParamSpec *fields[] = {
    moei_field_word ("kind", MOEI_TYPE_PLACE_KIND),
    moei_field_word ("state", MOEI_TYPE_PLACE_STATE),
    moei_field_text ("name"),
    moei_field_string ("holder"),
    moei_field_string ("country"),
    moei_field_text ("township"),
    moei_field_position ("position"),
    moei_field_number ("precision-m", 0, 1000000),
    moei_field_count ("people"),
    moei_field_count ("capacity"),
    moei_field_text ("reason"),
    moei_field_instant ("since"),
    moei_field_string ("iata"),
    moei_field_string ("icao"),
    moei_field_text ("note"),
    moei_field_collection ("reports", MOEI_TYPE_REPORT),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_place_init (MoeiPlace *self)
{
}

/**
 * moei_place_new:
 * @id: its identity
 *
 * Returns: (transfer full): a place of which nothing else is known
 */
MoeiPlace *
moei_place_new (const char *id)
{
  return g_object_new (MOEI_TYPE_PLACE, "id", id, NULL);
}

/**
 * moei_place_get_kind:
 * @self: a place
 *
 * Returns: what it is
 */
MoeiPlaceKind
moei_place_get_kind (MoeiPlace *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_KIND));
}

/**
 * moei_place_get_state:
 * @self: a place
 *
 * Returns: how it stands
 */
MoeiPlaceState
moei_place_get_state (MoeiPlace *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STATE));
}

/**
 * moei_place_get_name:
 * @self: a place
 *
 * Returns: (nullable): its name
 */
const MoeiText *
moei_place_get_name (MoeiPlace *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_place_get_holder:
 * @self: a place
 *
 * Returns: (nullable): who holds or protects it: BGF, DKBA, government …
 */
const char *
moei_place_get_holder (MoeiPlace *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HOLDER));
}

/**
 * moei_place_get_country:
 * @self: a place
 *
 * Returns: (nullable): the ISO 3166-1 alpha-3 code of the country it is in
 */
const char *
moei_place_get_country (MoeiPlace *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_COUNTRY));
}

/**
 * moei_place_get_township:
 * @self: a place
 *
 * Returns: (nullable): the township or district
 */
const MoeiText *
moei_place_get_township (MoeiPlace *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TOWNSHIP));
}

/**
 * moei_place_get_position:
 * @self: a place
 *
 * Returns: (nullable): where it is; `NULL` for a place that is listed but not located
 */
const MoeiPosition *
moei_place_get_position (MoeiPlace *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_POSITION));
}

/**
 * moei_place_get_precision_m:
 * @self: a place
 *
 * Returns: the radius of doubt of its position in metres; 0 if not said
 */
int
moei_place_get_precision_m (MoeiPlace *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PRECISION_M));
}

/**
 * moei_place_get_people:
 * @self: a place
 *
 * Returns: people there now; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_place_get_people (MoeiPlace *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PEOPLE));
}

/**
 * moei_place_get_capacity:
 * @self: a place
 *
 * Returns: people it can hold; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_place_get_capacity (MoeiPlace *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CAPACITY));
}

/**
 * moei_place_get_reason:
 * @self: a place
 *
 * Returns: (nullable): why it is restricted or closed
 */
const MoeiText *
moei_place_get_reason (MoeiPlace *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REASON));
}

/**
 * moei_place_get_since:
 * @self: a place
 *
 * Returns: since when it stands so; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_place_get_since (MoeiPlace *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SINCE));
}

/**
 * moei_place_get_iata:
 * @self: a place
 *
 * Returns: (nullable): its IATA code
 */
const char *
moei_place_get_iata (MoeiPlace *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_IATA));
}

/**
 * moei_place_get_icao:
 * @self: a place
 *
 * Returns: (nullable): its ICAO code
 */
const char *
moei_place_get_icao (MoeiPlace *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ICAO));
}

/**
 * moei_place_get_note:
 * @self: a place
 *
 * Returns: (nullable): what the reader must know about it
 */
const MoeiText *
moei_place_get_note (MoeiPlace *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NOTE));
}

/**
 * moei_place_get_reports:
 * @self: a place
 *
 * Returns: (transfer none): what was reported of it, by owner
 */
MoeiCollection *
moei_place_get_reports (MoeiPlace *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REPORTS));
}
