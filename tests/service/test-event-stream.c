/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "service/moei-event-stream.h"

typedef struct {
  int              epoll_fd;
  GSocket         *client;
  MoeiEventStream *stream;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GIOStream) connection = NULL;
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), ==, 0);
  socket = g_socket_new_from_fd (fds[0], NULL);
  fixture->client = g_socket_new_from_fd (fds[1], NULL);
  g_socket_set_blocking (fixture->client, FALSE);
  connection = G_IO_STREAM (g_socket_connection_factory_create_connection (socket));
  fixture->epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  fixture->stream = moei_event_stream_new (connection, socket, fixture->epoll_fd, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->stream, moei_event_stream_free);
  g_clear_object (&fixture->client);
  close (fixture->epoll_fd);
}

static guint32
poll_events (Fixture *fixture)
{
  struct epoll_event event = { 0 };

  if (epoll_wait (fixture->epoll_fd, &event, 1, 0) <= 0)
    return 0;

  g_assert_true (event.data.ptr == fixture);
  return event.events;
}

/* Each event is numbered, so that none can be lost or torn unnoticed. */
static gboolean
send_number (Fixture *fixture,
             guint    number)
{
  g_autofree char *text = g_strdup_printf ("%0999u\n", number);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return moei_event_stream_send (fixture->stream, bytes);
}

static void
receive (Fixture *fixture,
         GString *received)
{
  char buffer[8192];
  gssize n;

  while ((n = g_socket_receive (fixture->client, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (received, buffer, n);
}

static void
test_send (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) received = g_string_new (NULL);

  g_assert_true (send_number (fixture, 7));
  receive (fixture, received);
  g_assert_cmpuint (received->len, ==, 1000);
  g_assert_cmpuint (poll_events (fixture), ==, 0);
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) received = g_string_new (NULL);
  /* More than the kernel takes at once, less than is kept */
  for (guint i = 0; i < 100; i++)
    g_assert_true (send_number (fixture, i));
  g_assert_cmpuint (poll_events (fixture), ==, 0);
  receive (fixture, received);
  g_assert_cmpuint (poll_events (fixture), ==, EPOLLOUT);

  while (received->len < 100 * 1000) {
    g_assert_true (moei_event_stream_flush (fixture->stream));
    receive (fixture, received);
  }

  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (g_ascii_strtoull (received->str + i * 1000, NULL, 10), ==, i);
  g_assert_cmpuint (poll_events (fixture), ==, 0);
}

static void
test_too_late (Fixture       *fixture,
               gconstpointer  data)
{
  guint n_sent = 0;

  while (n_sent < 10000 && send_number (fixture, n_sent))
    n_sent++;

  /* What the kernel and we hold, and no more */
  g_assert_cmpuint (n_sent, >, 64);
  g_assert_cmpuint (n_sent, <, 1000);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_socket_close (fixture->client, NULL);
  g_assert_cmpuint (poll_events (fixture) & EPOLLRDHUP, !=, 0);
  g_assert_false (moei_event_stream_drain (fixture->stream));
  g_assert_false (send_number (fixture, 1));
}

static void
test_talks (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpint (g_socket_send (fixture->client, "hello", 5, NULL, NULL), ==, 5);
  g_assert_cmpuint (poll_events (fixture), ==, EPOLLIN);
  g_assert_true (moei_event_stream_drain (fixture->stream));
  g_assert_true (moei_event_stream_drain (fixture->stream));
  g_assert_cmpuint (poll_events (fixture), ==, 0);
}

#define add_test(name, function) \
  g_test_add ("/event-stream/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("send", test_send);
  add_test ("late", test_late);
  add_test ("too-late", test_too_late);
  add_test ("gone", test_gone);
  add_test ("talks", test_talks);

  return g_test_run ();
}
