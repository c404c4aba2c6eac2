/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "service/moei-event-stream.h"

/* A client that is this far behind is dropped: it comes back and reads the
 * documents, which is all that events are for. */
#define MAX_PENDING (64 * 1024)

/* What the kernel may hold for it, and how long it may leave that unread. */
#define SEND_BUFFER     (64 * 1024)
#define USER_TIMEOUT_MS 30000

struct _MoeiEventStream {
  GIOStream  *connection;
  GSocket    *socket;
  int         fd;
  int         epoll_fd;
  gpointer    event_data;
  GByteArray *pending; /* (nullable) while all was sent */
};

static void
watch (MoeiEventStream *self,
       int              operation,
       guint32          events)
{
  struct epoll_event event = { .events = events | EPOLLIN | EPOLLRDHUP, .data.ptr = self->event_data };

  epoll_ctl (self->epoll_fd, operation, self->fd, &event);
}

/**
 * moei_event_stream_new:
 * @connection: the client's connection
 * @socket: its socket, non-blocking
 * @epoll_fd: where to wait for it
 * @event_data: what its events there carry
 *
 * Returns: (transfer full): the stream
 */
MoeiEventStream *
moei_event_stream_new (GIOStream *connection,
                       GSocket   *socket,
                       int        epoll_fd,
                       gpointer   event_data)
{
  MoeiEventStream *self = g_new0 (MoeiEventStream, 1);

  self->connection = g_object_ref (connection);
  self->socket = g_object_ref (socket);
  self->fd = g_socket_get_fd (socket);
  self->epoll_fd = epoll_fd;
  self->event_data = event_data;

  g_socket_set_option (socket, SOL_SOCKET, SO_SNDBUF, SEND_BUFFER, NULL);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_USER_TIMEOUT, USER_TIMEOUT_MS, NULL);
  watch (self, EPOLL_CTL_ADD, 0);
  return self;
}

/**
 * moei_event_stream_free:
 * @self: (transfer full): a stream
 *
 * Ends it in order, what was sent is still delivered.
 */
void
moei_event_stream_free (MoeiEventStream *self)
{
  epoll_ctl (self->epoll_fd, EPOLL_CTL_DEL, self->fd, NULL);
  shutdown (self->fd, SHUT_WR);
  g_io_stream_close (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_object_unref (self->socket);
  g_clear_pointer (&self->pending, g_byte_array_unref);
  g_free (self);
}

/* How many bytes the kernel took; -1 if the client is gone. */
static gssize
write_some (MoeiEventStream *self,
            gconstpointer    data,
            gsize            length)
{
  gsize written = 0;

  while (written < length) {
    gssize n = send (self->fd, (const guint8 *) data + written, length - written, MSG_DONTWAIT | MSG_NOSIGNAL);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return errno == EAGAIN ? (gssize) written : -1;
    written += (gsize) n;
  }
  return (gssize) written;
}

/**
 * moei_event_stream_send:
 * @self: a stream
 * @bytes: one or more whole events
 *
 * Sends, or keeps what the client does not take yet.
 *
 * Returns: whether the client is there and keeps up
 */
gboolean
moei_event_stream_send (MoeiEventStream *self,
                        GBytes          *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gssize sent = 0;

  if (self->pending == NULL)
    sent = write_some (self, data, length);
  if (sent < 0)
    return FALSE;
  if ((gsize) sent == length)
    return TRUE;

  if (self->pending == NULL) {
    self->pending = g_byte_array_new ();
    watch (self, EPOLL_CTL_MOD, EPOLLOUT);
  }
  if (self->pending->len + length > MAX_PENDING)
    return FALSE;

  g_byte_array_append (self->pending, data + sent, (guint) (length - (gsize) sent));
  return TRUE;
}

/**
 * moei_event_stream_flush:
 * @self: a stream that can be written to again
 *
 * Returns: whether the client is there
 */
gboolean
moei_event_stream_flush (MoeiEventStream *self)
{
  gssize sent;

  if (self->pending == NULL)
    return TRUE;

  sent = write_some (self, self->pending->data, self->pending->len);
  if (sent < 0)
    return FALSE;

  g_byte_array_remove_range (self->pending, 0, (guint) sent);
  if (self->pending->len == 0) {
    g_clear_pointer (&self->pending, g_byte_array_unref);
    watch (self, EPOLL_CTL_MOD, 0);
  }
  return TRUE;
}

/**
 * moei_event_stream_drain:
 * @self: a stream that can be read from
 *
 * Throws away what the client says, for it has nothing to say.
 *
 * Returns: whether the client is there
 */
gboolean
moei_event_stream_drain (MoeiEventStream *self)
{
  char buffer[512];
  gssize n = recv (self->fd, buffer, sizeof buffer, MSG_DONTWAIT);

  return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}
