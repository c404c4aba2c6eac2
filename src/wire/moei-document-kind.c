/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-document-kind.h"
#include "wire/moei-field-macros.h"

/* What each document is called and made of.  Revision and date are optional,
 * because the same documents, over all dates, are the files of an operation. */

#define SCHEMA(name)    CONSTANT ("schema", "urn:moei:" name ":1")
#define FEATURES        CONSTANT ("type", "FeatureCollection")
#define GENERATED       { "generated", MOEI_FIELD_INSTANT, .sparse = TRUE }
#define DATE            { "date", MOEI_FIELD_DAY, .sparse = TRUE }
#define ENTITIES(name)  { name, MOEI_FIELD_COLLECTION, .required = TRUE }

static const MoeiField clock_fields[] = {
  TIME,
  RATE,
  STRING ("timezone", MOEI_FORM_ANY),
  DAY ("operating_day"),
  STRING ("week", MOEI_FORM_WEEK),
  END
};

static const MoeiField role_fields[] = {
  { "name", MOEI_FIELD_STRING, .property = "role", .form = MOEI_FORM_ID },
  END
};

static const MoeiField limits_fields[] = {
  { "ping_s", MOEI_FIELD_NUMBER, .property = "ping-interval", .maximum = MOEI_SECONDS_MAX },
  { "body_bytes", MOEI_FIELD_NUMBER, .property = "body-limit", .maximum = MOEI_BYTES_MAX },
  END
};

static const MoeiField service_fields[] = {
  SCHEMA ("service"),
  EPOCH,
  REVISION,
  GENERATED,
  TEXT ("name"),
  FLAG ("exercise"),
  { "clock", MOEI_FIELD_GROUP, .fields = clock_fields, .required = TRUE },
  GROUP ("role", role_fields),
  GROUP ("limits", limits_fields),
  COLLECTION ("links"),
  END
};

static const MoeiField headline_fields[] = {
  COUNT ("quota"),
  COUNT ("departed"),
  COUNT ("at_airport"),
  COUNT ("on_bus"),
  COUNT ("slot_given"),
  COUNT ("waiting"),
  INSTANT ("observed"),
  END
};

static const MoeiField situation_fields[] = {
  SCHEMA ("situation"),
  EPOCH,
  REVISION,
  GENERATED,
  DAY ("operating_day"),
  STRING ("week", MOEI_FORM_WEEK),
  ENTITIES ("documents"),
  GROUP ("headline", headline_fields),
  END
};

static const MoeiField places_fields[] = {
  FEATURES,
  SCHEMA ("places"),
  REVISION,
  GENERATED,
  { "features", MOEI_FIELD_COLLECTION, .property = "places", .required = TRUE },
  END
};

static const MoeiField routes_fields[] = {
  FEATURES,
  SCHEMA ("routes"),
  REVISION,
  GENERATED,
  { "features", MOEI_FIELD_COLLECTION, .property = "routes", .required = TRUE },
  END
};

static const MoeiField convoys_fields[] = {
  SCHEMA ("convoys"),
  REVISION,
  GENERATED,
  DATE,
  ENTITIES ("convoys"),
  END
};

static const MoeiField flights_fields[] = {
  SCHEMA ("flights"),
  REVISION,
  GENERATED,
  DATE,
  ENTITIES ("flights"),
  END
};

static const MoeiField week_fields[] = {
  SCHEMA ("week"),
  REVISION,
  GENERATED,
  { "week", MOEI_FIELD_STRING, .form = MOEI_FORM_WEEK, .sparse = TRUE },
  { "timezone", MOEI_FIELD_STRING, .sparse = TRUE },
  ENTITIES ("days"),
  END
};

static const MoeiField nationalities_fields[] = {
  SCHEMA ("nationalities"),
  REVISION,
  GENERATED,
  ENTITIES ("nationalities"),
  END
};

static const MoeiField rule_fields[] = {
  SCHEMA ("rule"),
  REVISION,
  GENERATED,
  ENTITIES ("rules"),
  COLLECTION ("holidays"),
  END
};

static const MoeiField notices_fields[] = {
  SCHEMA ("notices"),
  REVISION,
  GENERATED,
  ENTITIES ("notices"),
  END
};

static const MoeiField rolls_fields[] = {
  SCHEMA ("rolls"),
  REVISION,
  GENERATED,
  ENTITIES ("rolls"),
  END
};

static const MoeiField changes_fields[] = {
  SCHEMA ("changes"),
  REVISION,
  GENERATED,
  ENTITIES ("changes"),
  END
};

static const MoeiField operation_fields[] = {
  SCHEMA ("operation"),
  REVISION,
  GENERATED,
  TEXT ("name"),
  FLAG ("exercise"),
  STRING ("timezone", MOEI_FORM_ANY),
  INSTANT ("start"),
  INSTANT ("end"),
  END
};

static const struct {
  const char      *name;
  const char      *entities; /* the property with its main collection */
  const MoeiField *fields;
} kinds[MOEI_N_DOCUMENT_KINDS] = {
  [MOEI_DOCUMENT_SERVICE] = { "service", "links", service_fields },
  [MOEI_DOCUMENT_SITUATION] = { "situation", "documents", situation_fields },
  [MOEI_DOCUMENT_PLACES] = { "places", "places", places_fields },
  [MOEI_DOCUMENT_ROUTES] = { "routes", "routes", routes_fields },
  [MOEI_DOCUMENT_CONVOYS] = { "convoys", "convoys", convoys_fields },
  [MOEI_DOCUMENT_FLIGHTS] = { "flights", "flights", flights_fields },
  [MOEI_DOCUMENT_WEEK] = { "week", "days", week_fields },
  [MOEI_DOCUMENT_NATIONALITIES] = { "nationalities", "nationalities", nationalities_fields },
  [MOEI_DOCUMENT_RULE] = { "rule", "rules", rule_fields },
  [MOEI_DOCUMENT_NOTICES] = { "notices", "notices", notices_fields },
  [MOEI_DOCUMENT_ROLLS] = { "rolls", "rolls", rolls_fields },
  [MOEI_DOCUMENT_CHANGES] = { "changes", "changes", changes_fields },
  [MOEI_DOCUMENT_OPERATION] = { "operation", NULL, operation_fields },
};

/**
 * moei_document_kind_get_name:
 * @kind: a kind of document
 *
 * Returns: its name, as in its schema "urn:moei:name:1"
 */
const char *
moei_document_kind_get_name (MoeiDocumentKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_DOCUMENT_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * moei_document_kind_from_name:
 * @name: a name
 * @kind: (out): the kind of document of that name
 *
 * Returns: whether there is one
 */
gboolean
moei_document_kind_from_name (const char       *name,
                              MoeiDocumentKind *kind)
{
  for (guint i = 0; i < MOEI_N_DOCUMENT_KINDS; i++) {
    if (g_strcmp0 (kinds[i].name, name) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * moei_document_kind_get_content_type:
 * @kind: a kind of document
 *
 * Returns: the media type in which it is sent
 */
const char *
moei_document_kind_get_content_type (MoeiDocumentKind kind)
{
  return kind == MOEI_DOCUMENT_PLACES || kind == MOEI_DOCUMENT_ROUTES ? "application/geo+json"
                                                                      : "application/json";
}

/**
 * moei_document_kind_get_entities:
 * @kind: a kind of document
 *
 * Returns: (nullable): the property of [class@Document] with what it lists;
 *   `NULL` if it lists nothing
 */
const char *
moei_document_kind_get_entities (MoeiDocumentKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_DOCUMENT_KINDS, NULL);

  return kinds[kind].entities;
}

/**
 * moei_document_kind_get_fields:
 * @kind: a kind of document
 *
 * Returns: its members, in the order in which they are written
 */
const MoeiField *
moei_document_kind_get_fields (MoeiDocumentKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_DOCUMENT_KINDS, NULL);

  return kinds[kind].fields;
}
