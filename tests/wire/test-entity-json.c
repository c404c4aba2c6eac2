/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-report.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "wire/moei-document.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-event-data.h"
#include "wire/moei-instant.h"
#include "wire/moei-link.h"
#include "wire/moei-reference.h"

static guint
get_types (GType types[])
{
  guint n = 0;

  types[n++] = MOEI_TYPE_CONVOY;
  types[n++] = MOEI_TYPE_FLIGHT;
  types[n++] = MOEI_TYPE_HAND_OVER;
  types[n++] = MOEI_TYPE_HOLIDAY;
  types[n++] = MOEI_TYPE_LANE;
  types[n++] = MOEI_TYPE_NATIONALITY;
  types[n++] = MOEI_TYPE_NOTICE;
  types[n++] = MOEI_TYPE_PLACE;
  types[n++] = MOEI_TYPE_QUOTA_DAY;
  types[n++] = MOEI_TYPE_REPORT;
  types[n++] = MOEI_TYPE_ROUTE;
  types[n++] = MOEI_TYPE_RULE;
  types[n++] = MOEI_TYPE_TALLY;
  return n;
}

/* Adds the properties that a table reaches; each must be of the class, and of
 * the type that its kind writes. */
static void
collect_properties (GType            type,
                    const MoeiField *fields,
                    GHashTable      *properties)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  for (const MoeiField *field = fields; field->member != NULL; field++) {
    GParamSpec *pspec;

    if (field->kind == MOEI_FIELD_GROUP)
      collect_properties (type, field->fields, properties);
    if (field->kind == MOEI_FIELD_GROUP || field->kind == MOEI_FIELD_CONSTANT)
      continue;

    pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), moei_field_get_property (field));
    g_test_message ("%s: %s", g_type_name (type), field->member);
    g_assert_nonnull (pspec);
    g_assert_true (g_hash_table_add (properties, (char *) pspec->name));
    if (pspec->value_type == MOEI_TYPE_COLLECTION) {
      g_assert_cmpint (field->kind, ==, MOEI_FIELD_COLLECTION);
      g_assert_nonnull (moei_fields_of_type (moei_field_get_item_type (pspec)));
    }
  }
}

/* The day of a flight or a convoy is that of the list in which it stands. */
static gboolean
is_said_by_the_list (GParamSpec *pspec)
{
  return g_str_equal (pspec->name, "day");
}

/* No field of the operation is forgotten on the wire. */
static void
test_every_property (void)
{
  GType types[16];
  guint n_types = get_types (types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);
    g_autofree GParamSpec **pspecs = NULL;
    guint n_pspecs;

    collect_properties (types[i], moei_fields_of_type (types[i]), properties);
    pspecs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_pspecs);
    for (guint j = 0; j < n_pspecs; j++) {
      g_test_message ("%s:%s", g_type_name (types[i]), pspecs[j]->name);
      g_assert_true (g_hash_table_contains (properties, pspecs[j]->name) != is_said_by_the_list (pspecs[j]));
    }
  }
}

static void
test_documents_and_links (void)
{
  GType types[] = { MOEI_TYPE_LINK, MOEI_TYPE_REFERENCE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);

    collect_properties (types[i], moei_fields_of_type (types[i]), properties);
  }
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);

    collect_properties (MOEI_TYPE_DOCUMENT, moei_document_kind_get_fields (kind), properties);
  }
}

static MoeiEntity *make_entity (GType       type,
                                const char *id,
                                int         variant);

static void
make_boxed (GParamSpec *pspec,
            GValue     *value,
            int         variant)
{
  if (pspec->value_type == MOEI_TYPE_TEXT) {
    g_value_take_boxed (value, moei_text_new (pspec->name, variant ? "ไทย" : NULL, NULL, "中文\n\"\\\x01"));
  } else if (pspec->value_type == MOEI_TYPE_POSITION) {
    g_value_set_boxed (value, &(MoeiPosition) { -1.0 / 3, variant ? 90 : 1e-7 });
  } else if (pspec->value_type == MOEI_TYPE_LINE) {
    MoeiPosition points[] = { { 98.1, 16.1 }, { 98.123456789012345, 16.2 }, { 180, -90 } };

    g_value_take_boxed (value, moei_line_new (points, 2 + variant));
  } else {
    const char *strings[] = { "ABC", variant ? "d-e.f:1_2" : NULL, NULL };

    g_assert_true (pspec->value_type == G_TYPE_STRV);
    g_value_set_boxed (value, strings);
  }
}

static void
make_integer (GParamSpec *pspec,
              GValue     *value,
              int         variant)
{
  GParamSpecInt *spec = G_PARAM_SPEC_INT (pspec);

  if (spec->minimum == MOEI_COUNT_SUPPRESSED)
    g_value_set_int (value, variant ? MOEI_COUNT_SUPPRESSED : 0);
  else
    g_value_set_int (value, variant ? spec->maximum : 1);
}

/* Sets every property to something that it is not at first. */
static void
set_property (MoeiEntity *entity,
              GParamSpec *pspec,
              int         variant)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  if (G_VALUE_HOLDS_BOXED (&value))
    make_boxed (pspec, &value, variant);
  else if (G_VALUE_HOLDS_INT (&value))
    make_integer (pspec, &value, variant);
  else if (G_VALUE_HOLDS_INT64 (&value))
    g_value_set_int64 (&value, variant ? 9007199254740991 : 1);
  else if (G_VALUE_HOLDS_UINT (&value))
    g_value_set_uint (&value, variant ? 1 : 739316);
  else if (G_VALUE_HOLDS_ENUM (&value))
    g_value_set_enum (&value, 1 + variant);
  else if (G_VALUE_HOLDS_BOOLEAN (&value))
    g_value_set_boolean (&value, TRUE);
  else
    g_value_set_string (&value, g_str_equal (pspec->name, "icao") ? "VTPM" : "MAQ");

  g_object_set_property (G_OBJECT (entity), pspec->name, &value);
}

static MoeiEntity *
make_entity (GType       type,
             const char *id,
             int         variant)
{
  MoeiEntity *entity = g_object_new (type, "id", id, NULL);
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++) {
    if (pspecs[i]->value_type == MOEI_TYPE_COLLECTION) {
      g_autoptr (MoeiCollection) collection = NULL;
      GType item_type = moei_field_get_item_type (pspecs[i]);

      g_object_get (entity, pspecs[i]->name, &collection, NULL);
      moei_collection_append (collection, make_entity (item_type, "second", !variant));
      moei_collection_append (collection, make_entity (item_type, "first", variant));
    } else if (!g_str_equal (pspecs[i]->name, "id") && !is_said_by_the_list (pspecs[i])) {
      set_property (entity, pspecs[i], variant);
    }
  }
  return entity;
}

/* decode (encode (x)) is x, for entities that say all they can, and for those that say nothing. */
static void
check_round_trip (MoeiEntity *entity)
{
  g_autofree char *json = moei_entity_to_json (entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiEntity) back = moei_entity_from_json (G_OBJECT_TYPE (entity), json, &error);
  g_autofree char *again = NULL;

  g_test_message ("%s", json);
  g_assert_no_error (error);
  g_assert_cmpstr (moei_entity_get_id (back), ==, moei_entity_get_id (entity));
  again = moei_entity_to_json (back);
  g_assert_cmpstr (again, ==, json);
  g_assert_false (moei_entity_assign (back, entity));
}

static void
test_round_trip (void)
{
  GType types[16];
  guint n_types = get_types (types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (MoeiEntity) empty = g_object_new (types[i], "id", "x", NULL);
    g_autoptr (MoeiEntity) full = make_entity (types[i], "x", 0);
    g_autoptr (MoeiEntity) other = make_entity (types[i], "x", 1);
    g_autofree char *json = moei_entity_to_json (full);
    g_autofree char *other_json = moei_entity_to_json (other);

    g_assert_cmpstr (json, !=, other_json);
    check_round_trip (empty);
    check_round_trip (full);
    check_round_trip (other);
  }
}

/* Every word of the vocabulary is written as its nick and read back. */
static void
test_words (void)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (MOEI_TYPE_FLIGHT_STATE);

  for (guint i = 0; i < states->n_values; i++) {
    g_autoptr (MoeiFlight) flight = g_object_new (MOEI_TYPE_FLIGHT, "id", "f", "state", states->values[i].value, NULL);
    g_autofree char *json = moei_entity_to_json (MOEI_ENTITY (flight));
    g_autofree char *member = i == 0 ? g_strdup ("\"state\":null")
                                     : g_strdup_printf ("\"state\":\"%s\"", states->values[i].value_nick);

    g_assert_nonnull (strstr (json, member));
    check_round_trip (MOEI_ENTITY (flight));
  }
}

static void
test_unknown_words (void)
{
  const char *jsons[] = { "{\"id\":\"f\"}", "{\"id\":\"f\",\"state\":null}", "{\"id\":\"f\",\"state\":\"hovering\"}",
                          "{\"id\":\"f\",\"state\":\"\"}", "{\"id\":\"f\",\"state\":\"unknown\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (jsons); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiEntity) flight = moei_entity_from_json (MOEI_TYPE_FLIGHT, jsons[i], &error);

    g_assert_no_error (error);
    g_assert_cmpint (moei_flight_get_state (MOEI_FLIGHT (flight)), ==, MOEI_FLIGHT_STATE_UNKNOWN);
  }
}

/* A place keeps its shape as a feature of GeoJSON, and says no more than it knows. */
static void
test_shape (void)
{
  g_autoptr (MoeiPlace) place = g_object_new (MOEI_TYPE_PLACE, "id", "p", "people", MOEI_COUNT_SUPPRESSED, NULL);
  g_autofree char *json = moei_entity_to_json (MOEI_ENTITY (place));

  g_assert_cmpstr (json, ==,
                   "{\"type\":\"Feature\",\"id\":\"p\",\"geometry\":null,\"properties\":{\"kind\":null,\"state\":null,"
                   "\"name\":null,\"holder\":null,\"country\":null,\"township\":null,\"precision_m\":null,"
                   "\"capacity\":null,\"reason\":null,\"since\":null,\"iata\":null,\"icao\":null,\"note\":null,"
                   "\"reports\":[],\"suppressed\":[\"people\"]}}");
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (moei_entity_from_json (MOEI_TYPE_FLIGHT, "{\"id\":\"f\",\"seats\":false}", &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_TYPE);
  g_assert_cmpstr (error->message, ==, "seats: must be a number, not true or false");
  g_clear_error (&error);

  g_assert_null (moei_entity_from_json (MOEI_TYPE_FLIGHT, "", &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_SYNTAX);
  g_clear_error (&error);

  g_assert_null (moei_entity_from_json (MOEI_TYPE_FLIGHT, "null", &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_TYPE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/entity-json/every-property", test_every_property);
  g_test_add_func ("/wire/entity-json/documents-and-links", test_documents_and_links);
  g_test_add_func ("/wire/entity-json/round-trip", test_round_trip);
  g_test_add_func ("/wire/entity-json/words", test_words);
  g_test_add_func ("/wire/entity-json/unknown-words", test_unknown_words);
  g_test_add_func ("/wire/entity-json/shape", test_shape);
  g_test_add_func ("/wire/entity-json/errors", test_errors);

  return g_test_run ();
}
