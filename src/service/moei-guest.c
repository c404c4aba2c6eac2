/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "service/moei-guest.h"

#define MOEI_TYPE_GUEST_INPUT (moei_guest_input_get_type ())
#define GUEST                 "moei-guest"

/* libsoup forgets a connection that ends between two requests, without closing
 * or freeing it.  So the end always comes after the beginning of a request, to
 * which no answer goes out. */
#define LAST_BREATH 'X'

G_DECLARE_FINAL_TYPE (MoeiGuestInput, moei_guest_input, MOEI, GUEST_INPUT, GInputStream)

/* What a guest says, up to what it may say. */
struct _MoeiGuestInput {
  GInputStream parent_instance;

  GSocket              *socket; /* unowned */
  GPollableInputStream *base;
  gsize                 allowance;
  gboolean              speaks;    /* something has come of this request */
};

/**
 * MoeiGuest:
 *
 * A connection that was accepted.
 *
 * SoupServer reads the head of a request to its end, however long that is, and
 * waits for it however long it takes.  So what a guest may say is counted here,
 * and its socket can be found again to be closed.
 */
struct _MoeiGuest {
  GIOStream parent_instance;

  GSocketConnection *connection;
  MoeiGuestInput    *input;
  gint64             deadline;
  gint64             waited_since;
};

static gssize
moei_guest_input_read_nonblocking (GPollableInputStream  *stream,
                                   void                  *buffer,
                                   gsize                  count,
                                   GError               **error)
{
  MoeiGuestInput *self = MOEI_GUEST_INPUT (stream);
  g_autoptr (GError) problem = NULL;
  gssize n;

  if (self->allowance == 0) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "the request's head is too long");
    return -1;
  }

  n = g_pollable_input_stream_read_nonblocking (self->base, buffer, MIN (count, self->allowance), NULL, &problem);
  if (!self->speaks && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK) && n <= 0) {
    g_clear_error (&problem);
    *(char *) buffer = LAST_BREATH;
    g_socket_shutdown (self->socket, FALSE, TRUE, NULL);
    n = 1;
  }

  if (n > 0) {
    self->allowance -= (gsize) n;
    self->speaks = TRUE;
  }
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return n;
}

static gboolean
moei_guest_input_is_readable (GPollableInputStream *stream)
{
  MoeiGuestInput *self = MOEI_GUEST_INPUT (stream);

  return self->allowance == 0 || g_pollable_input_stream_is_readable (self->base);
}

static GSource *
moei_guest_input_create_source (GPollableInputStream *stream,
                                GCancellable         *cancellable)
{
  MoeiGuestInput *self = MOEI_GUEST_INPUT (stream);
  g_autoptr (GSource) base = g_pollable_input_stream_create_source (self->base, NULL);

  return g_pollable_source_new_full (stream, base, cancellable);
}

static void
pollable_init (GPollableInputStreamInterface *iface)
{
  iface->read_nonblocking = moei_guest_input_read_nonblocking;
  iface->is_readable = moei_guest_input_is_readable;
  iface->create_source = moei_guest_input_create_source;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiGuestInput, moei_guest_input, G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM, pollable_init))

G_DEFINE_FINAL_TYPE (MoeiGuest, moei_guest, G_TYPE_IO_STREAM)

static gssize
moei_guest_input_read (GInputStream  *stream,
                       void          *buffer,
                       gsize          count,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return moei_guest_input_read_nonblocking (G_POLLABLE_INPUT_STREAM (stream), buffer, count, error);
}

static void
moei_guest_input_finalize (GObject *object)
{
  g_clear_object (&MOEI_GUEST_INPUT (object)->base);

  G_OBJECT_CLASS (moei_guest_input_parent_class)->finalize (object);
}

static void
moei_guest_input_class_init (MoeiGuestInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_guest_input_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = moei_guest_input_read;
}

static void
moei_guest_input_init (MoeiGuestInput *self)
{
}

static GInputStream *
moei_guest_get_input_stream (GIOStream *stream)
{
  return G_INPUT_STREAM (MOEI_GUEST (stream)->input);
}

static GOutputStream *
moei_guest_get_output_stream (GIOStream *stream)
{
  return g_io_stream_get_output_stream (G_IO_STREAM (MOEI_GUEST (stream)->connection));
}

static gboolean
moei_guest_close (GIOStream     *stream,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return g_io_stream_close (G_IO_STREAM (MOEI_GUEST (stream)->connection), cancellable, error);
}

static void
moei_guest_finalize (GObject *object)
{
  MoeiGuest *self = MOEI_GUEST (object);

  g_object_unref (self->input);
  g_object_unref (self->connection);

  G_OBJECT_CLASS (moei_guest_parent_class)->finalize (object);
}

static void
moei_guest_class_init (MoeiGuestClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_guest_finalize;
  stream_class->get_input_stream = moei_guest_get_input_stream;
  stream_class->get_output_stream = moei_guest_get_output_stream;
  stream_class->close_fn = moei_guest_close;
}

static void
moei_guest_init (MoeiGuest *self)
{
  self->input = g_object_new (MOEI_TYPE_GUEST_INPUT, NULL);
}

/**
 * moei_guest_new:
 * @socket: a socket that was accepted
 *
 * Returns: (transfer full): its connection, over which nothing may be said yet
 */
MoeiGuest *
moei_guest_new (GSocket *socket)
{
  MoeiGuest *self;
  GInputStream *input;

  g_return_val_if_fail (G_IS_SOCKET (socket), NULL);

  self = g_object_new (MOEI_TYPE_GUEST, NULL);
  self->connection = g_socket_connection_factory_create_connection (socket);
  input = g_io_stream_get_input_stream (G_IO_STREAM (self->connection));
  self->input->socket = socket;
  self->input->base = g_object_ref (G_POLLABLE_INPUT_STREAM (input));
  if (g_socket_get_family (socket) != G_SOCKET_FAMILY_UNIX)
    g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, TRUE, NULL);
  return self;
}

/**
 * moei_guest_hand_over:
 * @self: a guest
 * @soup: who shall answer it
 * @error: return location
 *
 * Returns: whether @soup took it
 */
gboolean
moei_guest_hand_over (MoeiGuest   *self,
                      SoupServer  *soup,
                      GError     **error)
{
  GSocket *socket = moei_guest_get_socket (self);
  g_autoptr (GSocketAddress) local = g_socket_get_local_address (socket, error);
  g_autoptr (GSocketAddress) remote = NULL;

  if (local == NULL || (remote = g_socket_get_remote_address (socket, error)) == NULL)
    return FALSE;

  /* All that libsoup says of where a message came from */
  g_object_set_data_full (G_OBJECT (remote), GUEST, g_object_ref (self), g_object_unref);
  return soup_server_accept_iostream (soup, G_IO_STREAM (self), local, remote, error);
}

/**
 * moei_guest_of:
 * @message: a message whose connection has not been taken over
 *
 * Returns: (transfer none): whose it is
 */
MoeiGuest *
moei_guest_of (SoupServerMessage *message)
{
  return g_object_get_data (G_OBJECT (soup_server_message_get_remote_address (message)), GUEST);
}

/**
 * moei_guest_get_socket:
 * @self: a guest
 *
 * Returns: (transfer none): its socket
 */
GSocket *
moei_guest_get_socket (MoeiGuest *self)
{
  g_return_val_if_fail (MOEI_IS_GUEST (self), NULL);

  return g_socket_connection_get_socket (self->connection);
}

/**
 * moei_guest_expect:
 * @self: a guest of whose next request nothing has come
 * @bytes: how much it may say
 */
void
moei_guest_expect (MoeiGuest *self,
                   gsize      bytes)
{
  g_return_if_fail (MOEI_IS_GUEST (self));

  self->input->allowance = bytes;
  self->input->speaks = FALSE;
}

/**
 * moei_guest_let_speak:
 * @self: a guest whose request's head has come
 *
 * Counts no longer what it says.
 */
void
moei_guest_let_speak (MoeiGuest *self)
{
  g_return_if_fail (MOEI_IS_GUEST (self));

  self->input->allowance = G_MAXSIZE;
}

/**
 * moei_guest_wait_for:
 * @self: a guest that has nothing to wait for until it says something
 * @patience_us: how long it may take
 *
 * Begins to wait.
 */
void
moei_guest_wait_for (MoeiGuest *self,
                     gint64     patience_us)
{
  g_return_if_fail (MOEI_IS_GUEST (self));

  self->waited_since = g_get_monotonic_time ();
  self->deadline = self->waited_since + patience_us;
}

/**
 * moei_guest_attend:
 * @self: a guest that has asked for something
 * @patience_us: how long it may take to read the answer
 */
void
moei_guest_attend (MoeiGuest *self,
                   gint64     patience_us)
{
  g_return_if_fail (MOEI_IS_GUEST (self));

  self->waited_since = G_MAXINT64;
  self->deadline = g_get_monotonic_time () + patience_us;
}

/**
 * moei_guest_get_deadline:
 * @self: a guest
 *
 * Returns: the monotonic time at which it is given up
 */
gint64
moei_guest_get_deadline (MoeiGuest *self)
{
  g_return_val_if_fail (MOEI_IS_GUEST (self), 0);

  return self->deadline;
}

/**
 * moei_guest_get_waited_since:
 * @self: a guest
 *
 * Returns: the monotonic time since when it has been waited for; `G_MAXINT64` if
 *   it waits itself
 */
gint64
moei_guest_get_waited_since (MoeiGuest *self)
{
  g_return_val_if_fail (MOEI_IS_GUEST (self), G_MAXINT64);

  return self->waited_since;
}
