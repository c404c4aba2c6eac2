/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/socket.h>
#include <unistd.h>

#include "service/moei-guest.h"
#include "service/moei-reception.h"

/* What one request may take: its head, with a body of the length that is allowed. */
#define ALLOWANCE (128 * 1024)

/* How long a guest may take for a request, or for reading the answer; and how
 * long it may be silent between two. */
#define MAX_GUESTS  4096
#define PATIENCE_MS 30000
#define IDLE_MS     75000

/* When nobody else can be taken in, those who have been waited for this long
 * make room, so many at once; and it is tried again after that time. */
#define SHORT_PATIENCE_US (2 * G_USEC_PER_SEC)
#define ROOM              64
#define RETRY_MS          100
#define TELL_AGAIN_US     (60 * G_USEC_PER_SEC)

#define ACCEPTS_AT_ONCE 64

/**
 * MoeiReception:
 *
 * Accepts connections and hands them to a SoupServer.
 *
 * libsoup's own listener never accepts again after it once could not, and has
 * no patience to lose: without this, whoever opens enough connections and says
 * nothing ends the service.
 */
struct _MoeiReception {
  GObject parent_instance;

  SoupServer *soup;
  GPtrArray  *sockets; /* of GSocket */
  GPtrArray  *sources; /* of GSource */
  GHashTable *guests;  /* set of MoeiGuest, which are libsoup's */
  guint       tick_source;
  guint       retry_source;
  gint64      told; /* monotonic time at which there was no room; 0 if never */

  guint       max_guests;
  gint64      patience_us;
  gint64      idle_us;
};

G_DEFINE_FINAL_TYPE (MoeiReception, moei_reception, G_TYPE_OBJECT)

static void begin_to_accept (MoeiReception *self);

static void
guest_gone (gpointer  user_data,
            GObject  *guest)
{
  g_hash_table_remove (MOEI_RECEPTION (user_data)->guests, guest);
}

/* libsoup may keep what it had of a guest who has gone. */
static void
forget (MoeiReception *self,
        MoeiGuest     *guest)
{
  if (g_hash_table_remove (self->guests, guest))
    g_object_weak_unref (G_OBJECT (guest), guest_gone, self);
}

/* libsoup sees an error and closes the connection for its part. */
static void
see_out (MoeiReception *self,
         MoeiGuest     *guest)
{
  g_socket_close (moei_guest_get_socket (guest), NULL);
  forget (self, guest);
}

static gboolean
is_gone (MoeiGuest *guest)
{
  return g_socket_is_closed (moei_guest_get_socket (guest));
}

static gboolean
tick (gpointer user_data)
{
  MoeiReception *self = user_data;
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer guest;

  g_hash_table_iter_init (&iter, self->guests);
  while (g_hash_table_iter_next (&iter, &guest, NULL)) {
    if (now >= moei_guest_get_deadline (guest) || is_gone (guest))
      g_ptr_array_add (late, g_object_ref (guest));
  }
  for (guint i = 0; i < late->len; i++)
    see_out (self, late->pdata[i]);

  if (g_hash_table_size (self->guests) > 0)
    return G_SOURCE_CONTINUE;

  self->tick_source = 0;
  return G_SOURCE_REMOVE;
}

static int
compare_waiting (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = moei_guest_get_waited_since (*(MoeiGuest **) a);
  gint64 second = moei_guest_get_waited_since (*(MoeiGuest **) b);

  return (first > second) - (first < second);
}

/* Whoever has been waited for longest goes first. */
static void
make_room (MoeiReception *self)
{
  g_autoptr (GPtrArray) waited_for = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 before = g_get_monotonic_time () - SHORT_PATIENCE_US;
  GHashTableIter iter;
  gpointer guest;

  g_hash_table_iter_init (&iter, self->guests);
  while (g_hash_table_iter_next (&iter, &guest, NULL)) {
    if (moei_guest_get_waited_since (guest) < before || is_gone (guest))
      g_ptr_array_add (waited_for, g_object_ref (guest));
  }

  g_ptr_array_sort (waited_for, compare_waiting);
  for (guint i = 0; i < MIN (waited_for->len, ROOM); i++)
    see_out (self, waited_for->pdata[i]);
}

static void
stop_accepting (MoeiReception *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    g_source_destroy (self->sources->pdata[i]);
  g_ptr_array_set_size (self->sources, 0);
}

static gboolean
try_again (gpointer user_data)
{
  MoeiReception *self = user_data;

  self->retry_source = 0;
  begin_to_accept (self);
  return G_SOURCE_REMOVE;
}

/* Those who come meanwhile stand in the kernel's queue. */
static void
pause_accepting (MoeiReception *self,
                 const char    *reason)
{
  gint64 now = g_get_monotonic_time ();

  if (self->told == 0 || now - self->told > TELL_AGAIN_US)
    g_message ("No more connections can be taken at the moment: %s", reason);
  self->told = now;

  make_room (self);
  stop_accepting (self);
  if (self->retry_source == 0)
    self->retry_source = g_timeout_add (RETRY_MS, try_again, self);
}

static void
receive (MoeiReception *self,
         GSocket       *socket)
{
  g_autoptr (MoeiGuest) guest = moei_guest_new (socket);

  g_object_weak_ref (G_OBJECT (guest), guest_gone, self);
  g_hash_table_add (self->guests, guest);
  moei_guest_wait_for (guest, self->patience_us);
  moei_guest_expect (guest, ALLOWANCE);
  moei_guest_hand_over (guest, self->soup, NULL);
  if (self->tick_source == 0)
    self->tick_source = g_timeout_add_seconds (1, tick, self);
}

static gboolean
socket_ready (GSocket      *listening,
              GIOCondition  condition,
              gpointer      user_data)
{
  MoeiReception *self = user_data;

  for (guint i = 0; i < ACCEPTS_AT_ONCE; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GSocket) socket = NULL;

    if (g_hash_table_size (self->guests) >= self->max_guests) {
      pause_accepting (self, "as many are here as there may be");
      return G_SOURCE_REMOVE;
    }

    socket = g_socket_accept (listening, NULL, &error);
    if (socket != NULL) {
      receive (self, socket);
    } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)) {
      return G_SOURCE_CONTINUE;
    } else {
      pause_accepting (self, error->message);
      return G_SOURCE_REMOVE;
    }
  }
  return G_SOURCE_CONTINUE;
}

static void
begin_to_accept (MoeiReception *self)
{
  stop_accepting (self);
  for (guint i = 0; i < self->sockets->len; i++) {
    GSource *source = g_socket_create_source (self->sockets->pdata[i], G_IO_IN, NULL);

    g_source_set_static_name (source, "[moei] reception");
    g_source_set_callback (source, G_SOURCE_FUNC (socket_ready), self, NULL);
    g_source_attach (source, g_main_context_get_thread_default ());
    g_ptr_array_add (self->sources, source);
  }
}

/* The first bytes of another request have come. */
static void
request_started (MoeiReception     *self,
                 SoupServerMessage *message)
{
  MoeiGuest *guest = moei_guest_of (message);

  if (guest != NULL)
    moei_guest_wait_for (guest, self->patience_us);
}

static void
request_read (MoeiReception     *self,
              SoupServerMessage *message)
{
  MoeiGuest *guest = moei_guest_of (message);

  if (guest != NULL)
    moei_guest_attend (guest, self->patience_us);
}

static void
request_over (MoeiReception     *self,
              SoupServerMessage *message)
{
  MoeiGuest *guest = moei_guest_of (message);

  if (guest == NULL || !g_hash_table_contains (self->guests, guest))
    return;

  moei_guest_wait_for (guest, self->idle_us);
  moei_guest_expect (guest, ALLOWANCE);
}

/* libsoup keeps no connection open unless it listens; on this nobody calls. */
static void
pretend_to_listen (SoupServer *soup)
{
  g_autoptr (GSocket) socket = NULL;
  int pair[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    return;

  close (pair[1]);
  socket = g_socket_new_from_fd (pair[0], NULL);
  if (socket != NULL)
    soup_server_listen_socket (soup, socket, 0, NULL);
}

static void
moei_reception_dispose (GObject *object)
{
  MoeiReception *self = MOEI_RECEPTION (object);

  moei_reception_close (self);
  g_clear_object (&self->soup);

  G_OBJECT_CLASS (moei_reception_parent_class)->dispose (object);
}

static void
moei_reception_finalize (GObject *object)
{
  MoeiReception *self = MOEI_RECEPTION (object);

  g_hash_table_unref (self->guests);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->sockets);

  G_OBJECT_CLASS (moei_reception_parent_class)->finalize (object);
}

static void
moei_reception_class_init (MoeiReceptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_reception_dispose;
  object_class->finalize = moei_reception_finalize;
}

static void
moei_reception_init (MoeiReception *self)
{
  self->sockets = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_source_unref);
  self->guests = g_hash_table_new (NULL, NULL);
  moei_reception_set_limits (self, MAX_GUESTS, PATIENCE_MS, IDLE_MS);
}

/**
 * moei_reception_new:
 * @soup: who answers
 *
 * Returns: (transfer full): a reception that does not listen yet
 */
MoeiReception *
moei_reception_new (SoupServer *soup)
{
  MoeiReception *self;

  g_return_val_if_fail (SOUP_IS_SERVER (soup), NULL);

  self = g_object_new (MOEI_TYPE_RECEPTION, NULL);
  self->soup = g_object_ref (soup);
  pretend_to_listen (soup);
  g_signal_connect_object (soup, "request-started", G_CALLBACK (request_started), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soup, "request-read", G_CALLBACK (request_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soup, "request-finished", G_CALLBACK (request_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soup, "request-aborted", G_CALLBACK (request_over), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * moei_reception_set_limits:
 * @self: a reception
 * @max_guests: how many connections it has at the same time; what was taken
 *   over does not count
 * @patience_ms: how long a request may take, or the reading of an answer
 * @idle_ms: how long a connection may be silent between two requests
 */
void
moei_reception_set_limits (MoeiReception *self,
                           guint          max_guests,
                           guint          patience_ms,
                           guint          idle_ms)
{
  g_return_if_fail (MOEI_IS_RECEPTION (self));

  self->max_guests = max_guests;
  self->patience_us = patience_ms * G_GINT64_CONSTANT (1000);
  self->idle_us = idle_ms * G_GINT64_CONSTANT (1000);
}

/**
 * moei_reception_listen:
 * @self: a reception
 * @socket: a listening socket
 */
void
moei_reception_listen (MoeiReception *self,
                       GSocket       *socket)
{
  g_return_if_fail (MOEI_IS_RECEPTION (self));

  g_socket_set_blocking (socket, FALSE);
  g_ptr_array_add (self->sockets, g_object_ref (socket));
  begin_to_accept (self);
}

/**
 * moei_reception_get_sockets:
 * @self: a reception
 *
 * Returns: (transfer none) (element-type GSocket): where it listens
 */
GPtrArray *
moei_reception_get_sockets (MoeiReception *self)
{
  g_return_val_if_fail (MOEI_IS_RECEPTION (self), NULL);

  return self->sockets;
}

/**
 * moei_reception_count_guests:
 * @self: a reception
 *
 * Returns: how many connections it has
 */
guint
moei_reception_count_guests (MoeiReception *self)
{
  g_return_val_if_fail (MOEI_IS_RECEPTION (self), 0);

  return g_hash_table_size (self->guests);
}

/**
 * moei_reception_let_go:
 * @self: a reception
 * @message: a message whose connection is being taken over
 */
void
moei_reception_let_go (MoeiReception     *self,
                       SoupServerMessage *message)
{
  MoeiGuest *guest = moei_guest_of (message);

  g_return_if_fail (MOEI_IS_RECEPTION (self));

  if (guest != NULL)
    forget (self, guest);
}

/**
 * moei_reception_close:
 * @self: a reception
 *
 * Takes nobody in any more.
 */
void
moei_reception_close (MoeiReception *self)
{
  GHashTableIter iter;
  gpointer guest;

  g_return_if_fail (MOEI_IS_RECEPTION (self));

  stop_accepting (self);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_ptr_array_set_size (self->sockets, 0);

  g_hash_table_iter_init (&iter, self->guests);
  while (g_hash_table_iter_next (&iter, &guest, NULL)) {
    g_object_weak_unref (guest, guest_gone, self);
    g_hash_table_iter_remove (&iter);
  }
}
