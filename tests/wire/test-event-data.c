/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire-fixture.h"

static MoeiEventData *
open_event (MoeiEventKind kind)
{
  g_autoptr (GBytes) bytes = wire_fixture_load (moei_event_kind_get_name (kind));
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  MoeiEventData *self = moei_event_data_decode (kind, text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (moei_event_data_get_kind (self), ==, kind);
  return self;
}

static void
test_kinds (void)
{
  for (guint i = 0; i < MOEI_N_EVENT_KINDS; i++) {
    MoeiEventKind kind = MOEI_N_EVENT_KINDS;

    g_assert_true (moei_event_kind_from_name (moei_event_kind_get_name (i), &kind));
    g_assert_cmpint (kind, ==, i);
  }
  g_assert_false (moei_event_kind_from_name ("message", &(MoeiEventKind) { 0 }));
  g_assert_false (moei_event_kind_from_name (NULL, &(MoeiEventKind) { 0 }));
}

static void
test_hello (void)
{
  g_autoptr (MoeiEventData) self = open_event (MOEI_EVENT_HELLO);
  gint64 time;

  g_assert_true (moei_instant_parse ("2025-03-06T07:05:00Z", &time));
  g_assert_cmpstr (moei_event_data_get_epoch (self), ==, "9f1c64d2a07be351");
  g_assert_cmpint (moei_event_data_get_revision (self), ==, 4711);
  g_assert_cmpint (moei_event_data_get_time (self), ==, time);
  g_assert_cmpfloat (moei_event_data_get_rate (self), ==, 1.5);
  g_assert_cmpint (moei_event_data_get_ping_interval (self), ==, 15);
}

static void
test_changed (void)
{
  g_autoptr (MoeiEventData) self = open_event (MOEI_EVENT_CHANGED);
  MoeiCollection *documents = moei_event_data_get_documents (self);

  g_assert_cmpint (moei_event_data_get_revision (self), ==, 4712);
  g_assert_cmpuint (moei_collection_size (documents), ==, 2);
  g_assert_cmpint (moei_entity_get_revision (moei_collection_lookup (documents, "/v1/flights?date=2025-03-06")), ==, 4711);
  g_assert_null (moei_event_data_get_epoch (self));
  g_assert_cmpint (moei_event_data_get_time (self), ==, MOEI_INSTANT_UNKNOWN);
}

static void
test_others (void)
{
  g_autoptr (MoeiEventData) ping = open_event (MOEI_EVENT_PING);
  g_autoptr (MoeiEventData) reset = open_event (MOEI_EVENT_RESET);
  g_autoptr (MoeiEventData) bye = open_event (MOEI_EVENT_BYE);

  g_assert_cmpint (moei_event_data_get_revision (ping), ==, 4711);
  g_assert_cmpfloat (moei_event_data_get_rate (ping), ==, 1);
  g_assert_cmpstr (moei_event_data_get_epoch (reset), ==, "9f1c64d2a07be351");
  g_assert_cmpint (moei_event_data_get_revision (reset), ==, 0);
  g_assert_cmpint (moei_event_data_get_retry_after (bye), ==, 2000);
}

static void
test_round_trip (void)
{
  for (guint kind = 0; kind < MOEI_N_EVENT_KINDS; kind++) {
    g_autoptr (MoeiEventData) first = open_event (kind);
    g_autofree char *written = moei_event_data_encode (first);
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiEventData) second = moei_event_data_decode (kind, written, &error);

    g_assert_no_error (error);
    g_assert_null (strchr (written, '\n'));
    g_assert_false (moei_entity_assign (MOEI_ENTITY (first), MOEI_ENTITY (second)));
  }
}

static void
test_built (void)
{
  g_autoptr (MoeiEventData) self = moei_event_data_new (MOEI_EVENT_CHANGED);
  g_autofree char *written = NULL;

  g_object_set (self, "revision", G_GINT64_CONSTANT (8), NULL);
  moei_collection_append (moei_event_data_get_documents (self), moei_reference_new ("/v1/rule", 8));
  written = moei_event_data_encode (self);
  g_assert_cmpstr (written, ==, "{\"revision\":8,\"documents\":[{\"href\":\"/v1/rule\",\"revision\":8}]}");
}

static void
test_errors (void)
{
  static const struct {
    MoeiEventKind  kind;
    const char    *data;
    MoeiWireError  code;
    const char    *message;
  } cases[] = {
    { MOEI_EVENT_HELLO, "", MOEI_WIRE_ERROR_SYNTAX, "hello: ends too early (line 1, byte 1)" },
    { MOEI_EVENT_HELLO, "{}", MOEI_WIRE_ERROR_MISSING, "hello.epoch: missing" },
    { MOEI_EVENT_RESET, "{\"epoch\":\"e\"}", MOEI_WIRE_ERROR_MISSING, "reset.revision: missing" },
    { MOEI_EVENT_PING, "{\"time\":\"noon\"}", MOEI_WIRE_ERROR_VALUE, "ping.time: not an RFC 3339 time" },
    { MOEI_EVENT_CHANGED, "{\"revision\":1,\"documents\":[{\"href\":\"/a\"}]}", MOEI_WIRE_ERROR_MISSING,
      "changed.documents[0].revision: missing" },
    { MOEI_EVENT_BYE, "{\"retry_after_ms\":-5}", MOEI_WIRE_ERROR_RANGE,
      "bye.retry_after_ms: must be from 0 to 86400000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (moei_event_data_decode (cases[i].kind, cases[i].data, &error));
    g_assert_error (error, MOEI_WIRE_ERROR, (int) cases[i].code);
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

static void
test_ids (void)
{
  const char *bad[] = { "", "-", "e1", "e1-", "-7", "e1-7x", "e1- 7", "e 1-7", "e1-9007199254740992",
                        "e1-18446744073709551616" };
  g_autofree char *id = moei_event_id_format ("9f1c-64", 4711);
  g_autofree char *epoch = NULL;
  gint64 revision = 0;

  g_assert_cmpstr (id, ==, "9f1c-64-4711");
  g_assert_true (moei_event_id_parse (id, &epoch, &revision));
  g_assert_cmpstr (epoch, ==, "9f1c-64");
  g_assert_cmpint (revision, ==, 4711);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    char *none = NULL;

    g_test_message ("%s", bad[i]);
    g_assert_false (moei_event_id_parse (bad[i], &none, &revision));
    g_assert_null (none);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/event-data/kinds", test_kinds);
  g_test_add_func ("/wire/event-data/hello", test_hello);
  g_test_add_func ("/wire/event-data/changed", test_changed);
  g_test_add_func ("/wire/event-data/others", test_others);
  g_test_add_func ("/wire/event-data/round-trip", test_round_trip);
  g_test_add_func ("/wire/event-data/built", test_built);
  g_test_add_func ("/wire/event-data/errors", test_errors);
  g_test_add_func ("/wire/event-data/ids", test_ids);

  return g_test_run ();
}
