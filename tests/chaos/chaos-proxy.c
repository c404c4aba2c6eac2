/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chaos-proxy.h"

#include <string.h>
#include <sys/socket.h>

#define PIECE (64 * 1024)

/**
 * ChaosProxy:
 *
 * Stands between a client and a service on loopback and spoils answers, each
 * in its own way, as the seed wants it.
 *
 * It lives in the main context in which it was made.
 */
struct _ChaosProxy {
  GObject parent_instance;

  GSocketService *service;
  guint16         port;
  guint16         upstream;
  GRand          *chance;
  GHashTable     *connections; /* set of Connection */
  GHashTable     *first;       /* href → GBytes, the first whole answer */
  char           *href;        /* (nullable) whose answers are spoilt; NULL for all */
  ChaosFault      fault;
  ChaosChooser    chooser;
  gpointer        chooser_data;
  guint           idle;
  guint           n_hit;
};

G_DEFINE_FINAL_TYPE (ChaosProxy, chaos_proxy, G_TYPE_OBJECT)

/* A client's connection, and that to the service for the request in progress. */
typedef struct {
  gatomicrefcount    count;
  ChaosProxy        *proxy;
  GSocketConnection *client;
  GSocketConnection *server; /* (nullable) */
  GCancellable      *cancellable;
  GByteArray        *request;
  GByteArray        *answer;
  GByteArray        *out;    /* to be sent to the client */
  char              *href;
  ChaosFault         fault;
  ChaosScript        script;
  gsize              head;   /* the size of the answer's; 0 until it is known */
  gsize              whole;  /* of the answer; G_MAXSIZE while it lasts */
  gsize              sent;
  gint64             moved;  /* monotonic, when something last went through */
  guint              timer_id;
  guint              idle_id;
  guint              busy : 1;     /* with a request */
  guint              shaped : 1;
  guint              complete : 1; /* the answer is */
  guint              writing : 1;
  guint              silent : 1;
  guint              closed : 1;
} Connection;

static void pump (Connection *self);
static void take_request (Connection *self);

static Connection *
connection_ref (Connection *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

static void
connection_unref (gpointer data)
{
  Connection *self = data;

  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_object_unref (self->client);
  g_clear_object (&self->server);
  g_object_unref (self->cancellable);
  g_byte_array_unref (self->request);
  g_byte_array_unref (self->answer);
  g_byte_array_unref (self->out);
  g_free (self->href);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Connection, connection_unref)

static void
close_connection (Connection *self,
                  gboolean    reset)
{
  g_autoptr (Connection) kept = connection_ref (self);

  if (self->closed)
    return;

  self->closed = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (reset) {
    struct linger linger = { 1, 0 };

    setsockopt (g_socket_get_fd (g_socket_connection_get_socket (self->client)), SOL_SOCKET, SO_LINGER,
                &linger, sizeof linger);
  }
  g_socket_close (g_socket_connection_get_socket (self->client), NULL);
  if (self->server != NULL)
    g_socket_close (g_socket_connection_get_socket (self->server), NULL);
  g_hash_table_remove (self->proxy->connections, self);
}

static void
end (Connection *self)
{
  if (self->script.end == CHAOS_END_SILENCE)
    self->silent = TRUE;
  else
    close_connection (self, self->script.end == CHAOS_END_RESET);
}

static gboolean
timer_cb (gpointer user_data)
{
  Connection *self = user_data;

  self->timer_id = 0;
  pump (self);
  return G_SOURCE_REMOVE;
}

static void
pump_in (Connection *self,
         guint       milliseconds)
{
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add (milliseconds, timer_cb, self);
}

static void
next_request (Connection *self)
{
  if (self->server != NULL)
    g_socket_close (g_socket_connection_get_socket (self->server), NULL);
  g_clear_object (&self->server);
  g_byte_array_set_size (self->answer, 0);
  self->busy = FALSE;
  take_request (self);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Connection) self = user_data;
  gsize n;

  self->writing = FALSE;
  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, &n, NULL)) {
    close_connection (self, FALSE);
    return;
  }

  self->moved = g_get_monotonic_time ();
  self->sent += n;
  g_byte_array_remove_range (self->out, 0, (guint) n);
  if (self->script.piece > 0 && self->out->len > 0)
    pump_in (self, self->script.pause);
  else
    pump (self);
}

static void
pump (Connection *self)
{
  gsize n = self->out->len;

  if (self->closed || self->writing || self->silent || self->timer_id != 0 || !self->shaped)
    return;
  if (self->script.hold && !self->complete)
    return;

  n = MIN (n, self->script.limit - self->sent);
  if (self->script.piece > 0)
    n = MIN (n, self->script.piece);
  if (n > 0) {
    self->writing = TRUE;
    g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (self->client)), self->out->data, n,
                                     G_PRIORITY_DEFAULT, self->cancellable, written_cb, connection_ref (self));
  } else if (self->sent >= self->script.limit) {
    end (self);
  } else if (self->complete && self->whole == G_MAXSIZE) {
    close_connection (self, FALSE);
  } else if (self->complete) {
    next_request (self);
  }
}

/* The answer to another request; rather to one of the same kind of another day. */
static GBytes *
find_other (Connection *self)
{
  gsize same = strcspn (self->href + 4, "/?") + 4;
  GBytes *found = NULL;
  GHashTableIter iter;
  gpointer href, answer;

  g_hash_table_iter_init (&iter, self->proxy->first);
  while (g_hash_table_iter_next (&iter, &href, &answer)) {
    gboolean akin = strncmp (href, self->href, same) == 0;

    if (!g_str_equal (href, self->href) && (found == NULL || akin))
      found = answer;
    if (!g_str_equal (href, self->href) && akin)
      break;
  }
  return found;
}

static gsize
find_head (const guint8 *data,
           gsize         size)
{
  const char *end = g_strstr_len ((const char *) data, (gssize) size, "\r\n\r\n");

  return end != NULL ? (gsize) (end - (const char *) data) + 4 : 0;
}

/* What the client gets in place of the answer, or of its beginning. */
static void
shape (Connection *self)
{
  g_autoptr (GBytes) answer = g_bytes_new (self->answer->data, self->answer->len);
  gboolean lasting = self->whole == G_MAXSIZE;
  g_autoptr (GBytes) shaped = NULL;
  GBytes *earlier = NULL;
  gsize size;
  const guint8 *data;

  if (self->fault == CHAOS_STALE)
    earlier = g_hash_table_lookup (self->proxy->first, self->href);
  else if (self->fault == CHAOS_OTHER)
    earlier = find_other (self);
  if (earlier != NULL) {
    g_bytes_unref (answer);
    answer = g_bytes_ref (earlier);
    data = g_bytes_get_data (answer, &size);
    self->head = find_head (data, size);
  }

  shaped = chaos_fault_shape (self->fault, self->proxy->chance, answer, self->head, lasting, self->href, &self->script);
  data = g_bytes_get_data (shaped, &size);
  g_byte_array_append (self->out, data, size);
  if (self->script.twice && !lasting)
    g_byte_array_append (self->out, data, size);
  self->sent = 0;
  self->shaped = TRUE;
  if (self->fault != CHAOS_NONE && (earlier != NULL || (self->fault != CHAOS_STALE && self->fault != CHAOS_OTHER)))
    self->proxy->n_hit++;
  if (self->script.delay > 0)
    pump_in (self, self->script.delay);
}

static gboolean
head_says (const char *head,
           const char *header,
           guint64    *number)
{
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *line = strstr (lower, header);
  g_autofree char *value = NULL;

  if (line == NULL)
    return FALSE;
  line += strlen (header);
  value = g_strndup (line, strcspn (line, "\r"));
  return g_ascii_string_to_unsigned (g_strstrip (value), 10, 0, G_MAXINT64, number, NULL);
}

static void
look_at_head (Connection *self)
{
  g_autofree char *head = NULL;
  guint64 length;

  self->head = find_head (self->answer->data, self->answer->len);
  if (self->head == 0)
    return;

  head = g_strndup ((const char *) self->answer->data, self->head);
  if (strncmp (head + 9, "304", 3) == 0 || strncmp (head + 9, "204", 3) == 0)
    self->whole = self->head;
  else if (head_says (head, "\r\ncontent-length:", &length))
    self->whole = self->head + length;
  else
    self->whole = G_MAXSIZE;
}

static void
remember (Connection *self)
{
  if (strncmp ((const char *) self->answer->data + 9, "200", 3) == 0 &&
      !g_hash_table_contains (self->proxy->first, self->href))
    g_hash_table_insert (self->proxy->first, g_strdup (self->href), g_bytes_new (self->answer->data, self->answer->len));
}

/* More of an answer that lasts. */
static void
hand_on (Connection   *self,
         const guint8 *data,
         gsize         size)
{
  guint at = self->out->len;

  g_byte_array_append (self->out, data, size);
  if (self->script.twice)
    g_byte_array_append (self->out, data, size);
  if (self->script.flip)
    self->out->data[at + (guint) g_rand_int_range (self->proxy->chance, 0, (gint32) size)] ^= 1;
}

static void
take_answer (Connection   *self,
             const guint8 *data,
             gsize         size)
{
  if (self->shaped) {
    hand_on (self, data, size);
    pump (self);
    return;
  }

  g_byte_array_append (self->answer, data, size);
  if (self->head == 0)
    look_at_head (self);
  if (self->head == 0 || (self->whole != G_MAXSIZE && self->answer->len < self->whole))
    return;

  self->complete = self->whole != G_MAXSIZE;
  if (self->complete)
    remember (self);
  shape (self);
  pump (self);
}

static void read_answer (Connection *self);

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Connection) self = user_data;
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);
  gboolean current = self->server != NULL && object == (GObject *) g_io_stream_get_input_stream (G_IO_STREAM (self->server));
  gsize size = 0;
  const guint8 *data = piece != NULL ? g_bytes_get_data (piece, &size) : NULL;

  if (self->closed || !current || self->complete)
    return;

  if (size > 0) {
    take_answer (self, data, size);
    read_answer (self);
  } else if (!self->shaped) {
    close_connection (self, FALSE);
  } else {
    self->complete = TRUE;
    pump (self);
  }
}

static void
read_answer (Connection *self)
{
  if (!self->closed && !self->complete && self->server != NULL)
    g_input_stream_read_bytes_async (g_io_stream_get_input_stream (G_IO_STREAM (self->server)), PIECE,
                                     G_PRIORITY_DEFAULT, self->cancellable, answer_cb, connection_ref (self));
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Connection) self = user_data;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL))
    close_connection (self, FALSE);
  else
    read_answer (self);
}

static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Connection) self = user_data;
  gsize length = find_head (self->request->data, self->request->len);
  g_autoptr (GBytes) request = g_bytes_new (self->request->data, length);

  self->server = g_socket_client_connect_finish (G_SOCKET_CLIENT (object), result, NULL);
  if (self->closed && self->server != NULL)
    g_socket_close (g_socket_connection_get_socket (self->server), NULL);
  if (self->closed)
    return;
  if (self->server == NULL) {
    close_connection (self, FALSE);
    return;
  }

  g_byte_array_remove_range (self->request, 0, (guint) length);
  /* What is written must live as long as it is being written. */
  g_object_set_data_full (G_OBJECT (self->server), "request", g_bytes_ref (request), (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (self->server)),
                                   g_bytes_get_data (request, NULL), length, G_PRIORITY_DEFAULT,
                                   self->cancellable, asked_cb, connection_ref (self));
}

static gboolean
same_path (const char *href,
           const char *wanted)
{
  return g_str_equal (href, wanted) ||
         (g_str_equal (wanted, "/v1/events") && g_str_has_prefix (href, "/v1/events?"));
}

static ChaosFault
choose (ChaosProxy *self,
        const char *href)
{
  if (self->chooser != NULL)
    return self->chooser (href, self->chooser_data);
  return self->href == NULL || same_path (href, self->href) ? self->fault : CHAOS_NONE;
}

/* One that is whole, if the last was answered. */
static void
take_request (Connection *self)
{
  g_autoptr (GSocketClient) client = NULL;
  gsize length = find_head (self->request->data, self->request->len);
  g_autofree char *head = NULL;
  g_auto (GStrv) words = NULL;

  if (self->busy || self->closed || length == 0)
    return;

  head = g_strndup ((const char *) self->request->data, length);
  words = g_strsplit (head, " ", 3);
  if (g_strv_length (words) < 3) {
    close_connection (self, FALSE);
    return;
  }

  self->busy = TRUE;
  self->head = 0;
  self->shaped = self->complete = FALSE;
  g_free (self->href);
  self->href = g_strdup (words[1]);
  self->fault = choose (self->proxy, self->href);
  client = g_socket_client_new ();
  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_connect_to_host_async (client, "127.0.0.1", self->proxy->upstream, self->cancellable,
                                         connected_cb, connection_ref (self));
}

static void read_request (Connection *self);

static void
request_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Connection) self = user_data;
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);
  gsize size = 0;
  const guint8 *data = piece != NULL ? g_bytes_get_data (piece, &size) : NULL;

  if (self->closed)
    return;
  if (size == 0) {
    close_connection (self, FALSE);
    return;
  }

  self->moved = g_get_monotonic_time ();
  g_byte_array_append (self->request, data, size);
  take_request (self);
  read_request (self);
}

static void
read_request (Connection *self)
{
  if (!self->closed)
    g_input_stream_read_bytes_async (g_io_stream_get_input_stream (G_IO_STREAM (self->client)), PIECE,
                                     G_PRIORITY_DEFAULT, self->cancellable, request_cb, connection_ref (self));
}

static gboolean
idle_cb (gpointer user_data)
{
  Connection *self = user_data;

  if (g_get_monotonic_time () - self->moved < self->proxy->idle * G_GINT64_CONSTANT (1000))
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  close_connection (self, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
incoming_cb (ChaosProxy        *self,
             GSocketConnection *client,
             GObject           *source,
             GSocketService    *service)
{
  Connection *connection = g_new0 (Connection, 1);

  g_atomic_ref_count_init (&connection->count);
  connection->proxy = self;
  connection->client = g_object_ref (client);
  connection->cancellable = g_cancellable_new ();
  connection->request = g_byte_array_new ();
  connection->answer = g_byte_array_new ();
  connection->out = g_byte_array_new ();
  connection->moved = g_get_monotonic_time ();
  if (self->idle > 0)
    connection->idle_id = g_timeout_add (MAX (self->idle / 8, 1), idle_cb, connection);
  g_hash_table_add (self->connections, connection);
  read_request (connection);
  return TRUE;
}

static void
chaos_proxy_finalize (GObject *object)
{
  ChaosProxy *self = CHAOS_PROXY (object);

  chaos_proxy_stop (self);
  g_object_unref (self->service);
  g_hash_table_unref (self->connections);
  g_hash_table_unref (self->first);
  g_rand_free (self->chance);
  g_free (self->href);

  G_OBJECT_CLASS (chaos_proxy_parent_class)->finalize (object);
}

static void
chaos_proxy_class_init (ChaosProxyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chaos_proxy_finalize;
}

static void
chaos_proxy_init (ChaosProxy *self)
{
  self->service = g_socket_service_new ();
  self->connections = g_hash_table_new_full (NULL, NULL, connection_unref, NULL);
  self->first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_signal_connect_swapped (self->service, "incoming", G_CALLBACK (incoming_cb), self);
}

/**
 * chaos_proxy_new:
 * @port: where to listen on loopback; 0 for any that is free
 * @upstream: where the service listens there
 * @seed: what all that a fault leaves open hangs on
 *
 * Returns: (transfer full): a proxy that hands everything on; it must be the
 *   last to go of those who use it
 */
ChaosProxy *
chaos_proxy_new (guint16 port,
                 guint16 upstream,
                 guint32 seed)
{
  ChaosProxy *self = g_object_new (CHAOS_TYPE_PROXY, NULL);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_set_backlog (G_SOCKET_LISTENER (self->service), 256);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->upstream = upstream;
  self->chance = g_rand_new_with_seed (seed);
  return self;
}

guint16
chaos_proxy_get_port (ChaosProxy *self)
{
  return self->port;
}

void
chaos_proxy_set_seed (ChaosProxy *self,
                      guint32     seed)
{
  g_rand_set_seed (self->chance, seed);
}

/* What befalls an answer that lasts, in the middle of it; where that makes no
 * sense, the next one is spoilt from its beginning. */
static void
spoil (Connection *self,
       ChaosFault  fault)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("\r\n\r\n", 4);
  g_autoptr (GBytes) shaped = NULL;

  switch ((guint) fault) {
  case CHAOS_DRIP:
  case CHAOS_CREEP:
  case CHAOS_SWALLOW:
  case CHAOS_TWICE:
    shaped = chaos_fault_shape (fault, self->proxy->chance, nothing, 4, TRUE, self->href, &self->script);
    break;
  case CHAOS_FLIP:
    self->script.flip = TRUE;
    break;
  case CHAOS_HUGE_LINE:
    shaped = chaos_fault_shape (fault, self->proxy->chance, nothing, 4, TRUE, self->href, &self->script);
    self->script.limit = G_MAXSIZE;
    g_byte_array_append (self->out, g_bytes_get_data (shaped, NULL), g_bytes_get_size (shaped));
    pump (self);
    break;
  case CHAOS_STALL:
  case CHAOS_SILENT_FIRST:
  case CHAOS_SILENT_HEAD:
  case CHAOS_SILENT_BODY:
    self->silent = TRUE;
    break;
  case CHAOS_DELAY:
    break;
  default:
    close_connection (self, fault == CHAOS_RESET_FIRST || fault == CHAOS_RESET_BODY);
    break;
  }
}

/**
 * chaos_proxy_set_fault:
 * @self: a proxy
 * @href: (nullable): whose answers are spoilt from now on; `NULL` for all
 * @fault: what happens to them, and to those that have begun and last
 */
void
chaos_proxy_set_fault (ChaosProxy *self,
                       const char *href,
                       ChaosFault  fault)
{
  g_autoptr (GList) all = g_hash_table_get_keys (self->connections);

  g_free (self->href);
  self->href = g_strdup (href);
  self->fault = fault;
  self->n_hit = 0;
  for (GList *link = all; link != NULL; link = link->next) {
    Connection *connection = link->data;

    if (connection->busy && connection->shaped && connection->whole == G_MAXSIZE &&
        (href == NULL || same_path (connection->href, href)))
      spoil (connection, fault);
  }
}

void
chaos_proxy_set_chooser (ChaosProxy   *self,
                         ChaosChooser  chooser,
                         gpointer      user_data)
{
  self->chooser = chooser;
  self->chooser_data = user_data;
}

/**
 * chaos_proxy_set_idle:
 * @self: a proxy
 * @milliseconds: how long a connection may be without a byte, of those that
 *   come from now on; 0 for as long as it likes
 */
void
chaos_proxy_set_idle (ChaosProxy *self,
                      guint       milliseconds)
{
  self->idle = milliseconds;
}

/**
 * chaos_proxy_heal:
 * @self: a proxy
 *
 * From now on answers go through as they are.  What was spoilt stays spoilt:
 * a connection that is silent is silent for ever.
 */
void
chaos_proxy_heal (ChaosProxy *self)
{
  g_clear_pointer (&self->href, g_free);
  self->fault = CHAOS_NONE;
  self->chooser = NULL;
  self->idle = 0;
}

void
chaos_proxy_reset_all (ChaosProxy *self)
{
  g_autoptr (GList) all = g_hash_table_get_keys (self->connections);

  for (GList *link = all; link != NULL; link = link->next)
    close_connection (link->data, TRUE);
}

/**
 * chaos_proxy_get_n_hit:
 * @self: a proxy
 *
 * Returns: how many answers were spoilt since the fault was set
 */
guint
chaos_proxy_get_n_hit (ChaosProxy *self)
{
  return self->n_hit;
}

/**
 * chaos_proxy_forget:
 * @self: a proxy
 *
 * Forgets the earlier answers, which it keeps to pass off old ones for new.
 */
void
chaos_proxy_forget (ChaosProxy *self)
{
  g_hash_table_remove_all (self->first);
}

void
chaos_proxy_stop (ChaosProxy *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  chaos_proxy_reset_all (self);
}
