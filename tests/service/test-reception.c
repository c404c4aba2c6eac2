/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service-fixture.h"

/* A client that may say something, and sees the end. */
typedef struct {
  GSocketConnection *connection;
  GString           *heard;
  char               buffer[4096];
  gboolean           ended;
} Caller;

static void hear_on (Caller *caller);

static void
heard_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Caller *caller = user_data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);

  caller->ended = n <= 0;
  if (n <= 0)
    return;

  g_string_append_len (caller->heard, caller->buffer, n);
  hear_on (caller);
}

static void
hear_on (Caller *caller)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (caller->connection)),
                             caller->buffer, sizeof caller->buffer, G_PRIORITY_DEFAULT, NULL, heard_cb, caller);
}

static void
say (Caller     *caller,
     const char *text)
{
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (caller->connection)),
                             text, strlen (text), NULL, NULL, NULL);
}

static Caller *
caller_new (ServiceFixture *fixture,
            const char     *text)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  Caller *caller = g_new0 (Caller, 1);

  caller->connection = g_socket_client_connect_to_host (client, fixture->uri + strlen ("http://"), 0, NULL, NULL);
  g_assert_nonnull (caller->connection);
  caller->heard = g_string_new (NULL);
  say (caller, text);
  hear_on (caller);
  return caller;
}

static void
caller_free (Caller *caller)
{
  g_io_stream_close (G_IO_STREAM (caller->connection), NULL, NULL);
  wait_until (caller->ended);
  g_object_unref (caller->connection);
  g_string_free (caller->heard, TRUE);
  g_free (caller);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Caller, caller_free)

static guint
count (ServiceFixture *fixture)
{
  return moei_reception_count_guests (moei_server_get_reception (fixture->server));
}

static void
test_new_destroy (ServiceFixture *fixture,
                  gconstpointer   data)
{
  SoupServer *soup = soup_server_new (NULL, NULL);
  MoeiReception *reception = moei_reception_new (soup);

  g_assert_cmpuint (moei_reception_count_guests (reception), ==, 0);
  g_assert_cmpuint (moei_reception_get_sockets (reception)->len, ==, 0);
  g_assert_finalize_object (reception);
  g_assert_finalize_object (soup);
}

/* Whoever is slow to ask, or to ask again, is seen out. */
static void
test_patience (ServiceFixture *fixture,
               gconstpointer   data)
{
  const char *text = data;
  g_autoptr (Caller) caller = NULL;

  moei_reception_set_limits (moei_server_get_reception (fixture->server), 10, 100, 100);
  caller = caller_new (fixture, text);
  wait_until (count (fixture) == 1);
  wait_until (caller->ended);
  wait_until (count (fixture) == 0);
}

static void
test_kept_open (ServiceFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (Caller) caller = caller_new (fixture, "");

  for (guint i = 0; i < 100; i++) {
    g_string_truncate (caller->heard, 0);
    say (caller, "HEAD /v1/rule HTTP/1.1\r\nHost: moei\r\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n\r\n");
    wait_until (g_str_has_suffix (caller->heard->str, "\r\n\r\n"));
    g_assert_true (g_str_has_prefix (caller->heard->str, "HTTP/1.1 200 OK\r\n"));
    g_assert_cmpuint (count (fixture), ==, 1);
  }
}

/* Those who say nothing make room for who does. */
static void
test_room (ServiceFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (Caller) first = NULL;
  g_autoptr (Caller) second = NULL;
  g_autoptr (Answer) answer = NULL;

  moei_reception_set_limits (moei_server_get_reception (fixture->server), 2, 100000, 100000);
  first = caller_new (fixture, "");
  second = caller_new (fixture, "GET /v1/ru");
  answer = service_fixture_ask (fixture, "GET", "/v1/rule", NULL);
  g_assert_cmpuint (answer->status, ==, 200);
  wait_until (first->ended);
}

/* Those who listen to events are no guests any more. */
static void
test_taken_over (ServiceFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (Caller) caller = NULL;

  moei_reception_set_limits (moei_server_get_reception (fixture->server), 10, 100, 100);
  caller = caller_new (fixture, "GET /v1/events HTTP/1.1\r\nHost: moei\r\n\r\n");
  wait_until (strstr (caller->heard->str, "event: hello") != NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (moei_event_hub_size (moei_server_get_hub (fixture->server)), ==, 1);
  service_fixture_put (fixture, "bridge", "radio");
  wait_until (strstr (caller->heard->str, "event: changed") != NULL);
}

static void
test_long_head (ServiceFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *value = g_strnfill (200 * 1024, 'a');
  g_autofree char *text = g_strdup_printf ("GET /v1/rule HTTP/1.1\r\nHost: moei\r\nX-Long: %s\r\n\r\n", value);
  g_autoptr (Caller) caller = caller_new (fixture, text);

  wait_until (caller->ended);
  g_assert_null (strstr (caller->heard->str, " 200 OK"));
  wait_until (count (fixture) == 0);
}

#define add(name, data, function)                                                      \
  g_test_add ("/reception/" name, ServiceFixture, data, service_fixture_set_up,        \
              function, service_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("new-destroy", NULL, test_new_destroy);
  add ("patience/nothing", "", test_patience);
  add ("patience/half-a-line", "GET /v1/ru", test_patience);
  add ("patience/half-a-head", "GET /v1/rule HTTP/1.1\r\nHost: moei\r\nX-", test_patience);
  add ("patience/half-a-body", "POST /v1/rule HTTP/1.1\r\nHost: moei\r\nContent-Length: 9\r\n\r\nabc", test_patience);
  add ("patience/idle", "GET /v1/rule HTTP/1.1\r\nHost: moei\r\n\r\n", test_patience);
  add ("kept-open", NULL, test_kept_open);
  add ("room", NULL, test_room);
  add ("taken-over", NULL, test_taken_over);
  add ("long-head", NULL, test_long_head);

  return g_test_run ();
}
