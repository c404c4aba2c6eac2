/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-event-parser.h"
#include "service-fixture.h"
#include "wire/moei-wire.h"

/* A client that listens. */
typedef struct {
  GSocketConnection *connection;
  MoeiEventParser   *parser;
  GString           *head;   /* the response's status and headers */
  GPtrArray         *events; /* of MoeiEventData */
  char               buffer[4096];
  gboolean           in_body;
  gboolean           ended;
} Ear;

static void listen_on (Ear *ear);

static void
hear_body (Ear        *ear,
           const char *text,
           gsize       length)
{
  g_autoptr (GBytes) chunk = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  char *type;
  GBytes *data;

  moei_event_parser_push (ear->parser, chunk);
  while (moei_event_parser_next (ear->parser, &type, &data, &error)) {
    g_autofree char *json = g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
    MoeiEventKind kind;

    g_assert_true (moei_event_kind_from_name (type, &kind));
    g_ptr_array_add (ear->events, moei_event_data_decode (kind, json, &error));
    g_assert_no_error (error);
    g_free (type);
    g_bytes_unref (data);
  }
  g_assert_no_error (error);
}

static void
hear (GObject      *object,
      GAsyncResult *result,
      gpointer      user_data)
{
  Ear *ear = user_data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);
  const char *end;

  if (n <= 0) {
    ear->ended = TRUE;
    return;
  }

  if (ear->in_body) {
    hear_body (ear, ear->buffer, (gsize) n);
  } else {
    g_string_append_len (ear->head, ear->buffer, n);
    end = strstr (ear->head->str, "\r\n\r\n");
    if (end != NULL) {
      g_autofree char *rest = g_strdup (end + 4);

      g_string_truncate (ear->head, (gsize) (end - ear->head->str));
      ear->in_body = TRUE;
      hear_body (ear, rest, strlen (rest));
    }
  }
  listen_on (ear);
}

static void
listen_on (Ear *ear)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (ear->connection)),
                             ear->buffer, sizeof ear->buffer, G_PRIORITY_DEFAULT, NULL, hear, ear);
}

/* Begins to listen, and waits until the service has said something. */
static Ear *
ear_new (ServiceFixture *fixture,
         const char     *query,
         const char     *last_event_id)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autofree char *id_header = last_event_id != NULL ? g_strdup_printf ("Last-Event-ID: %s\r\n", last_event_id)
                                                     : g_strdup ("");
  g_autofree char *request = g_strdup_printf ("GET /v1/events%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n",
                                              query, id_header);
  Ear *ear = g_new0 (Ear, 1);

  ear->connection = g_socket_client_connect_to_host (client, fixture->uri + strlen ("http://"), 0, NULL, NULL);
  g_assert_nonnull (ear->connection);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (ear->connection)),
                                            request, strlen (request), NULL, NULL, NULL));
  ear->parser = moei_event_parser_new ();
  ear->head = g_string_new (NULL);
  ear->events = g_ptr_array_new_with_free_func (g_object_unref);
  listen_on (ear);
  wait_until (ear->in_body && (ear->events->len > 0 || ear->ended));
  return ear;
}

static void
ear_free (Ear *ear)
{
  g_io_stream_close (G_IO_STREAM (ear->connection), NULL, NULL);
  wait_until (ear->ended);
  g_object_unref (ear->connection);
  g_object_unref (ear->parser);
  g_string_free (ear->head, TRUE);
  g_ptr_array_unref (ear->events);
  g_free (ear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ear, ear_free)

static MoeiEventData *
get_event (Ear           *ear,
           guint          position,
           MoeiEventKind  kind)
{
  MoeiEventData *event;

  wait_until (ear->events->len > position);
  event = ear->events->pdata[position];
  g_assert_cmpint (moei_event_data_get_kind (event), ==, kind);
  return event;
}

static char *
make_id (ServiceFixture *fixture,
         gint64          revision)
{
  return moei_event_id_format (moei_store_get_epoch (fixture->store), revision);
}

static void
test_hello (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (Ear) ear = ear_new (fixture, "", NULL);
  g_autofree char *id = make_id (fixture, 2);
  MoeiEventData *hello = get_event (ear, 0, MOEI_EVENT_HELLO);

  g_assert_true (g_str_has_prefix (ear->head->str, "HTTP/1.1 200 OK\r\n"));
  g_assert_nonnull (strstr (ear->head->str, "\r\nContent-Type: text/event-stream\r\n"));
  g_assert_nonnull (strstr (ear->head->str, "\r\nCache-Control: no-store\r\n"));
  g_assert_nonnull (strstr (ear->head->str, "\r\nX-Accel-Buffering: no\r\n"));
  g_assert_null (strstr (ear->head->str, "Access-Control"));

  g_assert_cmpstr (moei_event_data_get_epoch (hello), ==, moei_store_get_epoch (fixture->store));
  g_assert_cmpint (moei_event_data_get_revision (hello), ==, 2);
  g_assert_cmpint (moei_event_data_get_time (hello), ==, moei_service_clock_get_now (fixture->clock));
  g_assert_cmpint (moei_event_data_get_ping_interval (hello), ==, 15);
  g_assert_cmpstr (moei_event_parser_get_last_id (ear->parser), ==, id);
  g_assert_cmpint (moei_event_parser_get_retry (ear->parser), ==, 2000);
}

static void
test_changed (ServiceFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (Ear) first = ear_new (fixture, "", NULL);
  g_autoptr (Ear) second = ear_new (fixture, "", NULL);
  g_autofree char *id = make_id (fixture, 3);
  MoeiEventData *changed;
  MoeiEntity *notices;

  service_fixture_put (fixture, "bridge", "radio");
  changed = get_event (first, 1, MOEI_EVENT_CHANGED);
  get_event (second, 1, MOEI_EVENT_CHANGED);

  notices = moei_collection_lookup (moei_event_data_get_documents (changed), "/v1/notices");
  g_assert_nonnull (notices);
  g_assert_cmpint (moei_entity_get_revision (notices), ==, 3);
  g_assert_nonnull (moei_collection_lookup (moei_event_data_get_documents (changed), "/v1/situation"));
  g_assert_nonnull (moei_collection_lookup (moei_event_data_get_documents (changed), "/v1/changes"));
  g_assert_cmpuint (moei_collection_size (moei_event_data_get_documents (changed)), ==, 3);
  g_assert_cmpint (moei_event_data_get_revision (changed), ==, 3);
  g_assert_cmpstr (moei_event_parser_get_last_id (first->parser), ==, id);
}

static void
test_coalesced (ServiceFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (Ear) ear = ear_new (fixture, "", NULL);
  MoeiEventData *last;

  for (guint i = 0; i < 50; i++) {
    g_autofree char *source = g_strdup_printf ("%u", i);

    service_fixture_put (fixture, "bridge", source);
  }

  wait_until (moei_event_data_get_revision (ear->events->pdata[ear->events->len - 1]) == 52);
  last = get_event (ear, ear->events->len - 1, MOEI_EVENT_CHANGED);
  g_assert_cmpint (moei_entity_get_revision (moei_collection_lookup (moei_event_data_get_documents (last),
                                                                     "/v1/notices")),
                   ==, 52);
  g_assert_cmpuint (ear->events->len, <, 50);
}

static void
test_ping (ServiceFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (Ear) ear = ear_new (fixture, "?ping=1", NULL);
  g_autofree char *id = make_id (fixture, 2);
  MoeiEventData *ping;

  g_assert_cmpint (moei_event_data_get_ping_interval (get_event (ear, 0, MOEI_EVENT_HELLO)), ==, 1);
  ping = get_event (ear, 1, MOEI_EVENT_PING);
  g_assert_cmpint (moei_event_data_get_time (ping), ==, moei_service_clock_get_now (fixture->clock));
  g_assert_cmpint (moei_event_data_get_revision (ping), ==, 2);
  g_assert_cmpstr (moei_event_parser_get_last_id (ear->parser), ==, id);
}

static void
test_close_after_change (ServiceFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (Ear) ear = ear_new (fixture, "?closeafter=state", NULL);

  service_fixture_put (fixture, "bridge", "radio");
  wait_until (ear->ended);
  get_event (ear, 1, MOEI_EVENT_CHANGED);
  g_assert_cmpuint (ear->events->len, ==, 2);
  g_assert_cmpuint (moei_event_hub_size (moei_server_get_hub (fixture->server)), ==, 0);
}

static void
test_close_after_patience (ServiceFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr (Ear) ear = NULL;

  moei_event_hub_set_limits (moei_server_get_hub (fixture->server), 10, 1);
  ear = ear_new (fixture, "?closeafter=state", NULL);
  wait_until (ear->ended);
  get_event (ear, 1, MOEI_EVENT_PING);
  g_assert_cmpuint (ear->events->len, ==, 2);
}

static void
test_seen_all (ServiceFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *id = make_id (fixture, 2);
  g_autoptr (Ear) known = ear_new (fixture, "", id);
  g_autoptr (Ear) garbled = ear_new (fixture, "", "no-such-id");

  /* Nothing comes before the next change. */
  service_fixture_put (fixture, "bridge", "radio");
  g_assert_cmpint (moei_event_data_get_revision (get_event (known, 1, MOEI_EVENT_CHANGED)), ==, 3);
  g_assert_cmpint (moei_event_data_get_revision (get_event (garbled, 1, MOEI_EVENT_CHANGED)), ==, 3);
}

static void
test_missed_some (ServiceFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *id = make_id (fixture, 2);
  g_autoptr (Ear) ear = NULL;
  MoeiEventData *changed;

  service_fixture_put (fixture, "bridge", "radio");
  while (g_main_context_iteration (NULL, FALSE));
  ear = ear_new (fixture, "?closeafter=state", id);
  changed = get_event (ear, 1, MOEI_EVENT_CHANGED);
  g_assert_cmpint (moei_event_data_get_revision (changed), ==, 3);
  g_assert_cmpuint (moei_collection_size (moei_event_data_get_documents (changed)), ==, 3);
  wait_until (ear->ended);
}

static void
test_other_store (ServiceFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *future = make_id (fixture, 1000);
  const char *ids[] = { "0123456789abcdef-2", future };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (Ear) ear = ear_new (fixture, "", ids[i]);
    MoeiEventData *reset = get_event (ear, 1, MOEI_EVENT_RESET);

    g_assert_cmpstr (moei_event_data_get_epoch (reset), ==, moei_store_get_epoch (fixture->store));
    g_assert_cmpint (moei_event_data_get_revision (reset), ==, 2);
  }
}

static void
test_next_day (ServiceFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (Ear) ear = ear_new (fixture, "", NULL);
  MoeiEventData *changed;

  moei_service_clock_play (fixture->clock, moei_service_clock_get_now (fixture->clock) + G_TIME_SPAN_DAY, 0.0);
  changed = get_event (ear, 1, MOEI_EVENT_CHANGED);
  g_assert_nonnull (moei_collection_lookup (moei_event_data_get_documents (changed), "/v1/situation"));
}

static void
test_bye (ServiceFixture *fixture,
          gconstpointer   data)
{
  g_autoptr (Ear) ear = ear_new (fixture, "", NULL);
  int retry_ms;

  moei_server_stop (fixture->server);
  retry_ms = moei_event_data_get_retry_after (get_event (ear, 1, MOEI_EVENT_BYE));
  g_assert_cmpint (retry_ms, >=, 500);
  g_assert_cmpint (retry_ms, <=, 10000);
  wait_until (ear->ended);
}

static void
test_gone (ServiceFixture *fixture,
           gconstpointer   data)
{
  Ear *ear = ear_new (fixture, "", NULL);

  g_assert_cmpuint (moei_event_hub_size (moei_server_get_hub (fixture->server)), ==, 1);
  ear_free (ear);
  wait_until (moei_event_hub_size (moei_server_get_hub (fixture->server)) == 0);
}

static void
test_full (ServiceFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (Ear) ear = NULL;
  g_autoptr (Answer) answer = NULL;

  moei_event_hub_set_limits (moei_server_get_hub (fixture->server), 1, 1000);
  ear = ear_new (fixture, "", NULL);
  answer = service_fixture_ask (fixture, "GET", "/v1/events", NULL);
  g_assert_cmpuint (answer->status, ==, 503);
  g_assert_cmpstr (answer_get (answer, "Retry-After"), ==, "10");
  g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/problem+json");
}

static void
test_head_and_cors (ServiceFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (Ear) ear = NULL;
  g_autoptr (Answer) head = service_fixture_ask (fixture, "HEAD", "/v1/events", NULL);

  g_assert_cmpuint (head->status, ==, 200);
  g_assert_cmpstr (answer_get (head, "Content-Type"), ==, "text/event-stream");

  moei_server_set_cors (fixture->server, TRUE);
  ear = ear_new (fixture, "", NULL);
  g_assert_nonnull (strstr (ear->head->str, "\r\nAccess-Control-Allow-Origin: *"));
}

#define add_test(name, function)                                                  \
  g_test_add ("/event-hub/" name, ServiceFixture, NULL, service_fixture_set_up,   \
              function, service_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("hello", test_hello);
  add_test ("changed", test_changed);
  add_test ("coalesced", test_coalesced);
  add_test ("ping", test_ping);
  add_test ("close-after-change", test_close_after_change);
  add_test ("close-after-patience", test_close_after_patience);
  add_test ("seen-all", test_seen_all);
  add_test ("missed-some", test_missed_some);
  add_test ("other-store", test_other_store);
  add_test ("next-day", test_next_day);
  add_test ("bye", test_bye);
  add_test ("gone", test_gone);
  add_test ("full", test_full);
  add_test ("head-and-cors", test_head_and_cors);

  return g_test_run ();
}
