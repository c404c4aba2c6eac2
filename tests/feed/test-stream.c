/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-stream.h"
#include "wire/moei-event-data.h"

#include "../chaos/virtual-time.h"
#include "fixture/moei-test-service.h"

#define HREF "/v1/events"

#define HELLO(ping) "retry: 2000\n\nevent: hello\nid: e1-7\n" \
                    "data: {\"epoch\":\"e1\",\"revision\":7,\"time\":\"2025-03-06T10:00:00+07:00\",\"rate\":1,\"ping_s\":" #ping "}\n\n"
#define PING        "event: ping\ndata: {\"time\":\"2025-03-06T10:00:15+07:00\",\"rate\":1,\"revision\":7}\n\n"
#define CHANGED     "event: changed\nid: e1-8\ndata: {\"revision\":8,\"documents\":[{\"href\":\"/v1/places\",\"revision\":8}]}\n\n"

/* Nothing is short unless a test makes it so; the service's seconds are milliseconds. */
static const MoeiDurations patient = {
  .request = 20000,
  .hello = 20000,
  .ping = 20000,
  .second = 1,
  .slack = 20000,
};

typedef struct {
  MoeiTestService *service;
  SoupSession     *session;
  MoeiDurations    durations;
  MoeiStream      *stream;
  GString         *events;
  GError          *error;
  guint            n_ended;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->service = moei_test_service_new (NULL);
  fixture->session = moei_exchange_session_new (60);
  fixture->durations = patient;
  fixture->events = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_error (&fixture->error);
  if (fixture->stream != NULL) {
    moei_stream_close (fixture->stream);
    moei_test_await_finalize (fixture->stream);
  }
  moei_test_await_finalize (fixture->session);
  moei_test_await_finalize (fixture->service);
  g_string_free (fixture->events, TRUE);
}

static void
event_cb (Fixture       *fixture,
          MoeiEventData *event,
          MoeiStream    *stream)
{
  g_string_append_printf (fixture->events, "%s %" G_GINT64_FORMAT ";",
                          moei_event_kind_get_name (moei_event_data_get_kind (event)),
                          moei_event_data_get_revision (event));
}

static void
ended_cb (Fixture      *fixture,
          const GError *error,
          MoeiStream   *stream)
{
  fixture->error = error != NULL ? g_error_copy (error) : NULL;
  fixture->n_ended++;
}

static void
open (Fixture    *fixture,
      const char *last_id,
      guint       patience)
{
  g_autoptr (GUri) uri = moei_address_resolve (moei_test_service_get_uri (fixture->service), HREF, NULL);

  fixture->stream = moei_stream_new (fixture->session, &fixture->durations);
  g_signal_connect_swapped (fixture->stream, "event", G_CALLBACK (event_cb), fixture);
  g_signal_connect_swapped (fixture->stream, "ended", G_CALLBACK (ended_cb), fixture);
  moei_stream_open (fixture->stream, uri, last_id, fixture->durations.request, patience);
}

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  moei_test_service_set_greeting (fixture->service, HELLO (15));
  open (fixture, NULL, patient.hello);
  moei_test_wait_for (strcmp (fixture->events->str, "hello 7;") == 0);
  g_assert_true (moei_stream_said_hello (fixture->stream));
  g_assert_cmpuint (moei_stream_get_beat (fixture->stream), ==, 15);
  g_assert_cmpint (moei_stream_get_retry (fixture->stream), ==, 2000);
  g_assert_cmpstr (moei_stream_get_last_id (fixture->stream), ==, "e1-7");
  g_assert_null (moei_test_service_get_asked (fixture->service, HREF, "Last-Event-ID"));
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, HREF, "Accept"), ==, "text/event-stream");

  for (const char *c = PING "event: news\ndata: to come\n\n: beat\n\n" CHANGED; *c != '\0'; c++) {
    char byte[2] = { *c, '\0' };

    moei_test_service_say (fixture->service, byte);
  }
  moei_test_wait_for (strcmp (fixture->events->str, "hello 7;ping 7;changed 8;") == 0);
  g_assert_cmpstr (moei_stream_get_last_id (fixture->stream), ==, "e1-8");

  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (fixture->n_ended == 1);
  g_assert_no_error (fixture->error);
}

static void
test_last_id (Fixture       *fixture,
              gconstpointer  data)
{
  open (fixture, "e1-7", patient.hello);
  moei_test_wait_for (moei_test_service_get_n_streams (fixture->service) == 1);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, HREF, "Last-Event-ID"), ==, "e1-7");
}

static void
test_no_hello (Fixture       *fixture,
               gconstpointer  data)
{
  moei_test_service_set_greeting (fixture->service, ": welcome\n\nretry: 5\n\n");
  open (fixture, NULL, 20);
  moei_test_wait_for (fixture->n_ended == 1);
  g_assert_error (fixture->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_SILENT);
  g_assert_false (moei_stream_said_hello (fixture->stream));
  moei_test_wait_for (moei_test_service_is_left (fixture->service));
}

static void
test_no_pings (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->durations.slack = 5;
  moei_test_service_set_greeting (fixture->service, HELLO (10));
  open (fixture, NULL, patient.hello);
  moei_test_wait_for (fixture->n_ended == 1);
  g_assert_cmpstr (fixture->events->str, ==, "hello 7;");
  g_assert_error (fixture->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_SILENT);
  g_assert_cmpstr (moei_feed_error_get_host (fixture->error), ==, "127.0.0.1");
  moei_test_wait_for (moei_test_service_is_left (fixture->service));
}

static void
test_no_answer (Fixture       *fixture,
                gconstpointer  data)
{
  const MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };

  fixture->durations.request = 20;
  moei_test_service_answer (fixture->service, HREF, &silent);
  open (fixture, NULL, 1);
  moei_test_wait_for (fixture->n_ended == 1);
  g_assert_error (fixture->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TIMED_OUT);
}

/* What was there before the fault is heard. */
static void
test_nonsense (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *line = g_strnfill (100 * 1024, 'x');
  const struct {
    const char    *text;
    MoeiFeedError  code;
  } cases[] = {
    { "event: ping\ndata: not json\n\n" PING, MOEI_FEED_ERROR_MALFORMED },
    { "event: hello\ndata: {\"epoch\":7}\n\n" PING, MOEI_FEED_ERROR_MALFORMED },
    { line, MOEI_FEED_ERROR_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *greeting = g_strconcat (HELLO (15), cases[i].text, NULL);

    moei_test_service_set_greeting (fixture->service, greeting);
    open (fixture, NULL, patient.hello);
    moei_test_wait_for (fixture->n_ended == i + 1);
    g_assert_cmpstr (fixture->events->str, ==, "hello 7;");
    g_assert_error (fixture->error, MOEI_FEED_ERROR, (int) cases[i].code);
    moei_test_wait_for (moei_test_service_is_left (fixture->service));

    g_clear_error (&fixture->error);
    g_clear_object (&fixture->stream);
    g_string_truncate (fixture->events, 0);
  }
}

/* A service that never stops speaking is not listened to for ever. */
static void
test_flood (Fixture       *fixture,
            gconstpointer  data)
{
  const char * const texts[] = { ": nothing\n\n", CHANGED, "x: y\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) greeting = g_string_new (HELLO (86400));

    while (greeting->len < 1200 * 1024)
      g_string_append (greeting, texts[i]);
    moei_test_service_set_greeting (fixture->service, greeting->str);
    open (fixture, NULL, patient.hello);
    moei_test_wait_for (fixture->n_ended == i + 1);
    g_assert_error (fixture->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE);
    g_clear_error (&fixture->error);
    g_clear_object (&fixture->stream);
  }
}

static const struct {
  const char     *name;
  MoeiTestAnswer  answer;
  MoeiFeedError   code;
} answers[] = {
  { "no-content", { .status = 204 }, MOEI_FEED_ERROR_ENDED },
  { "login", { .status = 401 }, MOEI_FEED_ERROR_LOGIN },
  { "forbidden", { .status = 403 }, MOEI_FEED_ERROR_FORBIDDEN },
  { "proxy-login", { .status = 407 }, MOEI_FEED_ERROR_PROXY_LOGIN },
  { "redirect", { .status = 302, .header = "Location", .value = "/login" }, MOEI_FEED_ERROR_REDIRECT },
  { "unavailable", { .status = 503, .type = "text/html" }, MOEI_FEED_ERROR_SERVER },
  { "captive-portal", { .type = "text/html", .body = "<html>" }, MOEI_FEED_ERROR_CAPTIVE_PORTAL },
  { "document", { .type = "application/json" }, MOEI_FEED_ERROR_CONTENT_TYPE },
  { "not-http", { .fault = MOEI_TEST_FAULT_RAW, .body = "220 mail.example.org ESMTP\r\n\r\n" }, MOEI_FEED_ERROR_NOT_HTTP },
  { "cut", { .fault = MOEI_TEST_FAULT_RAW, .body = "" }, MOEI_FEED_ERROR_CUT },
};

static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);

  moei_test_service_answer (fixture->service, HREF, &answers[i].answer);
  open (fixture, NULL, patient.hello);
  moei_test_wait_for (fixture->n_ended == 1);
  g_assert_error (fixture->error, MOEI_FEED_ERROR, (int) answers[i].code);
  g_assert_cmpstr (fixture->events->str, ==, "");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  moei_test_service_stop (fixture->service);
  open (fixture, NULL, patient.hello);
  moei_test_wait_for (fixture->n_ended == 1);
  g_assert_error (fixture->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_REFUSED);
}

/* At every moment: before the answer, and while it is read. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  open (fixture, NULL, patient.hello);
  moei_stream_close (fixture->stream);
  moei_test_await_finalize (g_steal_pointer (&fixture->stream));

  moei_test_service_set_greeting (fixture->service, HELLO (15));
  open (fixture, NULL, patient.hello);
  moei_test_wait_for (fixture->events->len > 0);
  moei_stream_close (fixture->stream);
  moei_test_await_finalize (g_steal_pointer (&fixture->stream));
  moei_test_wait_for (moei_test_service_is_left (fixture->service));
  g_assert_cmpuint (fixture->n_ended, ==, 0);
}

/* More than the connections that libsoup opens to one host. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  moei_test_service_set_greeting (fixture->service, HELLO (15));
  for (guint i = 0; i < 20; i++) {
    g_string_truncate (fixture->events, 0);
    open (fixture, NULL, patient.hello);
    moei_test_wait_for (fixture->events->len > 0);
    moei_stream_close (fixture->stream);
    moei_test_await_finalize (g_steal_pointer (&fixture->stream));
  }
}

#define add(name, function) g_test_add ("/stream/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("events", test_events);
  add ("last-id", test_last_id);
  add ("no-hello", test_no_hello);
  add ("no-pings", test_no_pings);
  add ("no-answer", test_no_answer);
  add ("nonsense", test_nonsense);
  add ("flood", test_flood);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *path = g_strconcat ("/stream/answer/", answers[i].name, NULL);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_answer, tear_down);
  }
  add ("refused", test_refused);
  add ("close", test_close);
  add ("many", test_many);

  return g_test_run ();
}
