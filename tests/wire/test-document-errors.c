/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "wire-fixture.h"

#define FLIGHT(members)  "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":\"f0\"},{\"id\":\"f1\"," members "}]}"
#define PLACE(members)   "{\"type\":\"FeatureCollection\",\"schema\":\"urn:moei:places:1\",\"features\":[" \
                         "{\"type\":\"Feature\",\"id\":\"p0\",\"properties\":{}}," \
                         "{\"type\":\"Feature\",\"id\":\"p1\"," members "}]}"
#define ROUTE(geometry)  "{\"type\":\"FeatureCollection\",\"schema\":\"urn:moei:routes:1\",\"features\":[" \
                         "{\"type\":\"Feature\",\"id\":\"r0\",\"geometry\":" geometry ",\"properties\":{}}]}"
#define CONVOY(members)  "{\"schema\":\"urn:moei:convoys:1\",\"convoys\":[{\"id\":\"c0\"," members "}]}"
#define LANE(members)    "{\"schema\":\"urn:moei:rule:1\",\"rules\":[{\"id\":\"r0\",\"lanes\":[{\"id\":\"l0\"," members "}]}]}"
#define SERVICE(members) "{\"schema\":\"urn:moei:service:1\",\"epoch\":\"e\",\"clock\":{" members "}}"

static const struct {
  MoeiDocumentKind  kind;
  const char       *text;
  MoeiWireError     code;
  const char       *message;
} cases[] = {
  { MOEI_DOCUMENT_FLIGHTS, "[]", MOEI_WIRE_ERROR_TYPE,
    "document: must be an object, not an array" },
  { MOEI_DOCUMENT_FLIGHTS, "null", MOEI_WIRE_ERROR_TYPE,
    "document: must be an object, not null" },
  { MOEI_DOCUMENT_FLIGHTS, "\"flights\"", MOEI_WIRE_ERROR_TYPE,
    "document: must be an object, not a string" },
  { MOEI_DOCUMENT_PLACES, "7", MOEI_WIRE_ERROR_TYPE,
    "places: must be an object, not a number" },
  { MOEI_DOCUMENT_FLIGHTS, "{}", MOEI_WIRE_ERROR_MISSING,
    "schema: missing" },
  { MOEI_DOCUMENT_PLACES, "{}", MOEI_WIRE_ERROR_MISSING,
    "places.type: missing" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":null}", MOEI_WIRE_ERROR_MISSING,
    "schema: must not be null" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":1}", MOEI_WIRE_ERROR_TYPE,
    "schema: must be a string, not a number" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:2\",\"flights\":[]}", MOEI_WIRE_ERROR_SCHEMA,
    "schema: must be \"urn:moei:flights:1\"" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:places:1\",\"flights\":[]}", MOEI_WIRE_ERROR_SCHEMA,
    "schema: must be \"urn:moei:flights:1\"" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\"}", MOEI_WIRE_ERROR_MISSING,
    "flights: missing" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":{}}", MOEI_WIRE_ERROR_TYPE,
    "flights: must be an array, not an object" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":[null]}", MOEI_WIRE_ERROR_TYPE,
    "flights[0]: must be an object, not null" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"revision\":-1,\"flights\":[]}", MOEI_WIRE_ERROR_RANGE,
    "revision: must be from 0 to 9007199254740991" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"revision\":9007199254740992,\"flights\":[]}", MOEI_WIRE_ERROR_RANGE,
    "revision: must be from 0 to 9007199254740991" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"date\":\"2025-06-31\",\"flights\":[]}", MOEI_WIRE_ERROR_VALUE,
    "date: not a date" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{}]}", MOEI_WIRE_ERROR_MISSING,
    "flights[0].id: missing" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":null}]}", MOEI_WIRE_ERROR_MISSING,
    "flights[0].id: must not be null" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":7}]}", MOEI_WIRE_ERROR_TYPE,
    "flights[0].id: must be a string, not a number" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":\"\"}]}", MOEI_WIRE_ERROR_VALUE,
    "flights[0].id: not an id of 1 to 64 letters, digits, \".\", \"_\", \":\" or \"-\"" },
  { MOEI_DOCUMENT_FLIGHTS, "{\"schema\":\"urn:moei:flights:1\",\"flights\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"a\"}]}",
    MOEI_WIRE_ERROR_DUPLICATE, "flights[2]: \"a\" is given twice" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"scheduled\":\"2025-03-06 14:05\""), MOEI_WIRE_ERROR_VALUE,
    "flights[1].scheduled: not an RFC 3339 time" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"scheduled\":1741244700"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].scheduled: must be a string, not a number" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":180.5"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].seats: must be a whole number" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":-1"), MOEI_WIRE_ERROR_RANGE,
    "flights[1].seats: must be from 0 to 10000000" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":10000001"), MOEI_WIRE_ERROR_RANGE,
    "flights[1].seats: must be from 0 to 10000000" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":1e300"), MOEI_WIRE_ERROR_RANGE,
    "flights[1].seats: must be from 0 to 10000000" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":\"180\""), MOEI_WIRE_ERROR_TYPE,
    "flights[1].seats: must be a number, not a string" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":true"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].seats: must be a number, not true or false" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":180,\"suppressed\":[\"seats\"]"), MOEI_WIRE_ERROR_VALUE,
    "flights[1].seats: given, although \"suppressed\" names it" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"suppressed\":true"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].suppressed: must be an array, not true or false" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"suppressed\":[\"seats\",1]"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].suppressed[1]: must be a string, not a number" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"carrier\":\"A carrier\""), MOEI_WIRE_ERROR_TYPE,
    "flights[1].carrier: must be an object, not a string" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"carrier\":{\"th\":\"x\"}"), MOEI_WIRE_ERROR_MISSING,
    "flights[1].carrier.en: missing" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"carrier\":{\"en\":null}"), MOEI_WIRE_ERROR_MISSING,
    "flights[1].carrier.en: must not be null" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"carrier\":{\"en\":\"x\",\"zh_CN\":[]}"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].carrier.zh_CN: must be a string, not an array" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"to\":\"Kunming, China\""), MOEI_WIRE_ERROR_VALUE,
    "flights[1].to: not an id of 1 to 64 letters, digits, \".\", \"_\", \":\" or \"-\"" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"state\":3"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].state: must be a string, not a number" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"nationalities\":[{\"id\":\"CHN\"},{\"id\":\"IND\",\"on_bus\":[]}]"), MOEI_WIRE_ERROR_TYPE,
    "flights[1].nationalities[1].on_bus: must be a number, not an array" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":18446744073709551616"), MOEI_WIRE_ERROR_LIMIT,
    "flights[1].seats: a number too great for any machine (line 1, byte 74)" },
  { MOEI_DOCUMENT_FLIGHTS, FLIGHT ("\"seats\":1,\"seats\":2"), MOEI_WIRE_ERROR_DUPLICATE,
    "flights[1].seats: given twice (line 1, byte 76)" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":null"), MOEI_WIRE_ERROR_MISSING,
    "places.features[1].properties: missing" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":[98,16],\"properties\":{}"), MOEI_WIRE_ERROR_TYPE,
    "places.features[1].geometry: must be an object, not an array" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{},\"properties\":{}"), MOEI_WIRE_ERROR_MISSING,
    "places.features[1].geometry.type: missing" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{\"type\":\"Polygon\"},\"properties\":{}"), MOEI_WIRE_ERROR_VALUE,
    "places.features[1].geometry.type: must be \"Point\"" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{\"type\":\"Point\"},\"properties\":{}"), MOEI_WIRE_ERROR_MISSING,
    "places.features[1].geometry.coordinates: missing" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[98.5]},\"properties\":{}"), MOEI_WIRE_ERROR_VALUE,
    "places.features[1].geometry.coordinates: must be a longitude and a latitude" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[16.7,98.5]},\"properties\":{}"), MOEI_WIRE_ERROR_RANGE,
    "places.features[1].geometry.coordinates[1]: latitude must be from -90 to 90" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[-180.1,0]},\"properties\":{}"), MOEI_WIRE_ERROR_RANGE,
    "places.features[1].geometry.coordinates[0]: longitude must be from -180 to 180" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[98,16,null]},\"properties\":{}"), MOEI_WIRE_ERROR_TYPE,
    "places.features[1].geometry.coordinates[2]: must be a number, not null" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"properties\":{\"country\":\"Myanmar\"}"), MOEI_WIRE_ERROR_VALUE,
    "places.features[1].properties.country: not a country's three letters of ISO 3166-1" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"properties\":{\"iata\":\"maq\"}"), MOEI_WIRE_ERROR_VALUE,
    "places.features[1].properties.iata: not an airport's three letters of IATA" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"properties\":{\"icao\":\"VTP\"}"), MOEI_WIRE_ERROR_VALUE,
    "places.features[1].properties.icao: not an airport's four letters of ICAO" },
  { MOEI_DOCUMENT_PLACES, PLACE ("\"properties\":{\"reports\":[{\"id\":\"r\"},{\"id\":\"r\"}]}"), MOEI_WIRE_ERROR_DUPLICATE,
    "places.features[1].properties.reports[1]: \"r\" is given twice" },
  { MOEI_DOCUMENT_ROUTES, ROUTE ("{\"type\":\"Point\",\"coordinates\":[98,16]}"), MOEI_WIRE_ERROR_VALUE,
    "routes.features[0].geometry.type: must be \"LineString\"" },
  { MOEI_DOCUMENT_ROUTES, ROUTE ("{\"type\":\"LineString\",\"coordinates\":[[98,16]]}"), MOEI_WIRE_ERROR_VALUE,
    "routes.features[0].geometry.coordinates: must be two positions or more" },
  { MOEI_DOCUMENT_ROUTES, ROUTE ("{\"type\":\"LineString\",\"coordinates\":[[98,16],[98,96]]}"), MOEI_WIRE_ERROR_RANGE,
    "routes.features[0].geometry.coordinates[1][1]: latitude must be from -90 to 90" },
  { MOEI_DOCUMENT_CONVOYS, CONVOY ("\"flights\":[\"f1\",null]"), MOEI_WIRE_ERROR_TYPE,
    "convoys[0].flights[1]: must be a string, not null" },
  { MOEI_DOCUMENT_CONVOYS, CONVOY ("\"number\":100001"), MOEI_WIRE_ERROR_RANGE,
    "convoys[0].number: must be from 0 to 100000" },
  { MOEI_DOCUMENT_RULE, LANE ("\"weekdays\":[1,8]"), MOEI_WIRE_ERROR_RANGE,
    "rules[0].lanes[0].weekdays[1]: must be from 1 to 7" },
  { MOEI_DOCUMENT_RULE, LANE ("\"weekdays\":[1,3,1]"), MOEI_WIRE_ERROR_DUPLICATE,
    "rules[0].lanes[0].weekdays[2]: given twice" },
  { MOEI_DOCUMENT_RULE, LANE ("\"order\":[\"CHN\",\"**\"]"), MOEI_WIRE_ERROR_VALUE,
    "rules[0].lanes[0].order[1]: neither an id nor \"*\"" },
  { MOEI_DOCUMENT_SERVICE, SERVICE (""), MOEI_WIRE_ERROR_MISSING,
    "clock.time: missing" },
  { MOEI_DOCUMENT_SERVICE, SERVICE ("\"time\":\"2025-03-06T07:05:00Z\",\"rate\":-1"), MOEI_WIRE_ERROR_RANGE,
    "clock.rate: must be from 0 to 100000" },
  { MOEI_DOCUMENT_SERVICE, SERVICE ("\"time\":\"2025-03-06T07:05:00Z\",\"rate\":1,\"week\":\"2025-W53\""), MOEI_WIRE_ERROR_VALUE,
    "clock.week: not an ISO 8601 week" },
  { MOEI_DOCUMENT_SITUATION,
    "{\"schema\":\"urn:moei:situation:1\",\"epoch\":\"e\",\"documents\":[{\"href\":\"//elsewhere/v1\",\"revision\":1}]}",
    MOEI_WIRE_ERROR_VALUE, "documents[0].href: not an address from \"/\" on the service" },
  { MOEI_DOCUMENT_SITUATION,
    "{\"schema\":\"urn:moei:situation:1\",\"epoch\":\"e\",\"documents\":[{\"href\":\"/a\",\"revision\":1},{\"href\":\"/a\",\"revision\":2}]}",
    MOEI_WIRE_ERROR_DUPLICATE, "documents[1]: \"/a\" is given twice" },
};

static void
test_messages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiDocument) self = wire_fixture_decode (cases[i].kind, cases[i].text, &error);

    g_test_message ("%s", cases[i].text);
    g_assert_null (self);
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, ==, cases[i].message);
    g_assert_error (error, MOEI_WIRE_ERROR, (int) cases[i].code);
  }
}

static void
test_too_large (void)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text = "{\"schema\":\"urn:moei:notices:1\",\"notices\":[]}";

  g_byte_array_set_size (array, MOEI_DOCUMENT_MAX_BYTES);
  memset (array->data, ' ', array->len);
  memcpy (array->data, text, strlen (text));

  bytes = g_bytes_new (array->data, array->len);
  g_object_unref (moei_document_decode (MOEI_DOCUMENT_NOTICES, bytes, &error));
  g_assert_no_error (error);

  g_bytes_unref (bytes);
  g_byte_array_append (array, (const guint8 *) " ", 1);
  bytes = g_bytes_new (array->data, array->len);
  g_assert_null (moei_document_decode (MOEI_DOCUMENT_NOTICES, bytes, &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "document: more than 8388608 bytes");
}

static void
test_no_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (moei_document_decode (MOEI_DOCUMENT_NOTICES, bytes, &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_SYNTAX);
}

static void
test_too_many_items (void)
{
  g_autoptr (GString) text = g_string_new ("{\"schema\":\"urn:moei:notices:1\",\"notices\":[{\"id\":\"n0\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiDocument) most = NULL;

  for (guint i = 1; i < MOEI_JSON_MAX_ITEMS; i++)
    g_string_append_printf (text, ",{\"id\":\"n%u\"}", i);
  g_string_append (text, "]}");
  most = wire_fixture_decode (MOEI_DOCUMENT_NOTICES, text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moei_collection_size (moei_document_get_entities (most)), ==, MOEI_JSON_MAX_ITEMS);

  g_string_truncate (text, text->len - 2);
  g_string_append (text, ",{\"id\":\"more\"}]}");
  g_assert_null (wire_fixture_decode (MOEI_DOCUMENT_NOTICES, text->str, &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "notices: more than 10000 items");
}

static void
test_too_long_string (void)
{
  g_autoptr (GString) text = g_string_new ("{\"schema\":\"urn:moei:notices:1\",\"notices\":[{\"id\":\"n\",\"source\":\"");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= MOEI_JSON_MAX_STRING; i++)
    g_string_append (text, "မ");
  g_string_append (text, "\"}]}");
  g_assert_null (wire_fixture_decode (MOEI_DOCUMENT_NOTICES, text->str, &error));
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "notices[0].source: more than 1000 characters");
}

/* A document that was cut off is never taken for a shorter one. */
static void
test_truncated (void)
{
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autoptr (GBytes) bytes = wire_fixture_load (moei_document_kind_get_name (kind));
    gsize length = g_bytes_get_size (bytes);
    const char *text = g_bytes_get_data (bytes, NULL);

    while (length > 0 && text[length - 1] != '}')
      length--;
    for (gsize cut = 0; cut < length; cut++) {
      g_autoptr (GBytes) part = g_bytes_new (text, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (moei_document_decode (kind, part, &error));
      g_assert_cmpint (error->domain, ==, MOEI_WIRE_ERROR);
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/document-errors/messages", test_messages);
  g_test_add_func ("/wire/document-errors/too-large", test_too_large);
  g_test_add_func ("/wire/document-errors/no-bytes", test_no_bytes);
  g_test_add_func ("/wire/document-errors/too-many-items", test_too_many_items);
  g_test_add_func ("/wire/document-errors/too-long-string", test_too_long_string);
  g_test_add_func ("/wire/document-errors/truncated", test_truncated);

  return g_test_run ();
}
