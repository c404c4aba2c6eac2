/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service-fixture.h"

/* Clients that close a connection between two requests. */

#define N_CLIENTS 40

#define REQUEST "GET /v1/notices HTTP/1.1\r\nHost: localhost\r\n\r\n"

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static GSocketConnection *
connect_to (ServiceFixture *fixture)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  GSocketConnection *connection;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_uri (client, fixture->uri, 80, NULL, NULL);
  g_assert_nonnull (connection);
  return connection;
}

static gboolean
has_answer (GSocketConnection *connection)
{
  char buffer[4096];

  return g_socket_receive_with_blocking (g_socket_connection_get_socket (connection), buffer, sizeof buffer, FALSE,
                                         NULL, NULL) > 0;
}

/* One that asks @n times over one connection. */
static void
ask_and_go (ServiceFixture *fixture,
            guint           n)
{
  g_autoptr (GSocketConnection) connection = connect_to (fixture);

  for (guint i = 0; i < n; i++) {
    g_socket_send (g_socket_connection_get_socket (connection), REQUEST, strlen (REQUEST), NULL, NULL);
    wait_until (has_answer (connection));
    while (g_main_context_iteration (NULL, FALSE));
    while (has_answer (connection));
  }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
}

static void
test_closed_idle (ServiceFixture *fixture,
                  gconstpointer   data)
{
  guint before;

  ask_and_go (fixture, 1);
  while (g_main_context_iteration (NULL, FALSE));
  before = count_descriptors ();
  for (guint i = 0; i < N_CLIENTS; i++)
    ask_and_go (fixture, 1 + i % 3);
  wait_until (count_descriptors () <= before);
  wait_until (moei_reception_count_guests (moei_server_get_reception (fixture->server)) == 0);
}

/* Events take their connection over. */
static void
test_events (ServiceFixture *fixture,
             gconstpointer   data)
{
  const char *request = "GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
  MoeiEventHub *hub = moei_server_get_hub (fixture->server);
  g_autoptr (GSocketConnection) connection = connect_to (fixture);

  g_socket_send (g_socket_connection_get_socket (connection), request, strlen (request), NULL, NULL);
  wait_until (moei_event_hub_size (hub) == 1);
  service_fixture_put (fixture, "n1", "said");
  wait_until (has_answer (connection));
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  wait_until (moei_event_hub_size (hub) == 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/guest/closed-idle", ServiceFixture, NULL,
              service_fixture_set_up, test_closed_idle, service_fixture_tear_down);
  g_test_add ("/guest/events", ServiceFixture, NULL,
              service_fixture_set_up, test_events, service_fixture_tear_down);

  return g_test_run ();
}
