/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-document-kind.h"

/* What each document is called and made of.  Revision and date are optional,
 * because the same documents, over all dates, are the files of an operation. */

#define SCHEMA(name)    MOEI_CONSTANT ("schema", "urn:moei:" name ":1")
#define FEATURES        MOEI_CONSTANT ("type", "FeatureCollection")
#define EPOCH           { "epoch", MOEI_FIELD_STRING, .form = MOEI_FORM_ID, .required = TRUE }
#define GENERATED       { "generated", MOEI_FIELD_INSTANT, .sparse = TRUE }
#define DATE            { "date", MOEI_FIELD_DAY, .sparse = TRUE }
#define ENTITIES(name)  { name, MOEI_FIELD_COLLECTION, .required = TRUE }

/* The wire's HTTP headers and events carry no more than this many seconds. */
#define MAX_SECONDS 86400
#define MAX_BYTES   G_GINT64_CONSTANT (1073741824)
#define MAX_RATE    100000

static const MoeiField clock_fields[] = {
  { "time", MOEI_FIELD_INSTANT, .required = TRUE },
  { "rate", MOEI_FIELD_RATE, .maximum = MAX_RATE, .required = TRUE },
  MOEI_STRING ("timezone", MOEI_FORM_ANY),
  MOEI_DAY ("operating_day"),
  MOEI_STRING ("week", MOEI_FORM_WEEK),
  MOEI_FIELDS_END
};

static const MoeiField role_fields[] = {
  { "name", MOEI_FIELD_STRING, .property = "role", .form = MOEI_FORM_ID },
  MOEI_FIELDS_END
};

static const MoeiField limits_fields[] = {
  { "ping_s", MOEI_FIELD_NUMBER, .property = "ping-interval", .maximum = MAX_SECONDS },
  { "body_bytes", MOEI_FIELD_NUMBER, .property = "body-limit", .maximum = MAX_BYTES },
  MOEI_FIELDS_END
};

static const MoeiField service_fields[] = {
  SCHEMA ("service"),
  EPOCH,
  MOEI_REVISION,
  GENERATED,
  MOEI_TEXT ("name"),
  MOEI_FLAG ("exercise"),
  { "clock", MOEI_FIELD_GROUP, .fields = clock_fields, .required = TRUE },
  MOEI_GROUP ("role", role_fields),
  MOEI_GROUP ("limits", limits_fields),
  MOEI_COLLECTION_OF ("links"),
  MOEI_FIELDS_END
};

static const MoeiField headline_fields[] = {
  MOEI_COUNT ("quota"),
  MOEI_COUNT ("departed"),
  MOEI_COUNT ("at_airport"),
  MOEI_COUNT ("on_bus"),
  MOEI_COUNT ("slot_given"),
  MOEI_COUNT ("waiting"),
  MOEI_INSTANT ("observed"),
  MOEI_FIELDS_END
};

static const MoeiField situation_fields[] = {
  SCHEMA ("situation"),
  EPOCH,
  MOEI_REVISION,
  GENERATED,
  MOEI_DAY ("operating_day"),
  MOEI_STRING ("week", MOEI_FORM_WEEK),
  ENTITIES ("documents"),
  MOEI_GROUP ("headline", headline_fields),
  MOEI_FIELDS_END
};

static const MoeiField places_fields[] = {
  FEATURES,
  SCHEMA ("places"),
  MOEI_REVISION,
  GENERATED,
  { "features", MOEI_FIELD_COLLECTION, .property = "places", .required = TRUE },
  MOEI_FIELDS_END
};

static const MoeiField routes_fields[] = {
  FEATURES,
  SCHEMA ("routes"),
  MOEI_REVISION,
  GENERATED,
  { "features", MOEI_FIELD_COLLECTION, .property = "routes", .required = TRUE },
  MOEI_FIELDS_END
};

static const MoeiField convoys_fields[] = {
  SCHEMA ("convoys"),
  MOEI_REVISION,
  GENERATED,
  DATE,
  ENTITIES ("convoys"),
  MOEI_FIELDS_END
};

static const MoeiField flights_fields[] = {
  SCHEMA ("flights"),
  MOEI_REVISION,
  GENERATED,
  DATE,
  ENTITIES ("flights"),
  MOEI_FIELDS_END
};

static const MoeiField week_fields[] = {
  SCHEMA ("week"),
  MOEI_REVISION,
  GENERATED,
  { "week", MOEI_FIELD_STRING, .form = MOEI_FORM_WEEK, .sparse = TRUE },
  { "timezone", MOEI_FIELD_STRING, .sparse = TRUE },
  ENTITIES ("days"),
  MOEI_FIELDS_END
};

static const MoeiField nationalities_fields[] = {
  SCHEMA ("nationalities"),
  MOEI_REVISION,
  GENERATED,
  ENTITIES ("nationalities"),
  MOEI_FIELDS_END
};

static const MoeiField rule_fields[] = {
  SCHEMA ("rule"),
  MOEI_REVISION,
  GENERATED,
  ENTITIES ("rules"),
  MOEI_COLLECTION_OF ("holidays"),
  MOEI_FIELDS_END
};

static const MoeiField notices_fields[] = {
  SCHEMA ("notices"),
  MOEI_REVISION,
  GENERATED,
  ENTITIES ("notices"),
  MOEI_FIELDS_END
};

static const MoeiField operation_fields[] = {
  SCHEMA ("operation"),
  MOEI_REVISION,
  GENERATED,
  MOEI_TEXT ("name"),
  MOEI_FLAG ("exercise"),
  MOEI_STRING ("timezone", MOEI_FORM_ANY),
  MOEI_INSTANT ("start"),
  MOEI_INSTANT ("end"),
  MOEI_FIELDS_END
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
