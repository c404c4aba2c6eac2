/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-flight.h"
#include "operation/moei-tally.h"
#include "wire/moei-wire.h"

static MoeiDocument *
decode (MoeiDocumentKind   kind,
        const char        *text,
        GError           **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return moei_document_decode (kind, bytes, error);
}

static void
test_new_destroy (void)
{
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autoptr (MoeiDocument) self = moei_document_new (kind);

    g_assert_cmpint (moei_document_get_kind (self), ==, kind);
    g_assert_finalize_object (g_steal_pointer (&self));
  }
}

static void
test_flights (void)
{
  const char *text =
    "{\"schema\":\"urn:moei:flights:1\",\"revision\":17,\"generated\":\"2025-03-06T08:00:00+07:00\","
    "\"date\":\"2025-03-06\",\"flights\":[{\"id\":\"f1\",\"number\":\"ZZ 101\","
    "\"carrier\":{\"en\":\"A carrier\",\"th\":null,\"my\":null,\"zh_CN\":null},\"from\":\"mae-sot\",\"to\":\"kunming\","
    "\"state\":\"checking-in\",\"scheduled\":\"2025-03-06T14:05:00+07:00\",\"estimated\":null,\"actual\":null,"
    "\"arrives\":null,\"seats\":180,\"manifested\":null,"
    "\"nationalities\":[{\"id\":\"CHN\",\"planned\":176,\"held\":null,\"listed\":null,\"screened\":null,"
    "\"embassy_confirmed\":null,\"slot_given\":null,\"on_bus\":null,\"at_airport\":null,\"departed\":null}],"
    "\"suppressed\":[\"boarded\"]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiDocument) self = decode (MOEI_DOCUMENT_FLIGHTS, text, &error);
  g_autoptr (GBytes) bytes = NULL;
  MoeiFlight *flight;

  g_assert_no_error (error);
  flight = moei_collection_lookup (moei_document_get_entities (self), "f1");
  g_assert_cmpint (moei_flight_get_boarded (flight), ==, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpint (moei_flight_get_manifested (flight), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_flight_get_state (flight), ==, MOEI_FLIGHT_STATE_CHECKING_IN);
  g_assert_cmpint (moei_tally_get_planned (moei_collection_get (moei_flight_get_nationalities (flight), 0)), ==, 176);

  bytes = moei_document_encode (self);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/document/new-destroy", test_new_destroy);
  g_test_add_func ("/wire/document/flights", test_flights);

  return g_test_run ();
}
