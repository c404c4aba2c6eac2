/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib-unix.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "service/moei-event-hub.h"
#include "service/moei-event-stream.h"
#include "service/moei-event-text.h"
#include "service/moei-guest.h"
#include "service/moei-shelf.h"
#include "service/moei-store-view.h"
#include "wire/moei-event-data.h"
#include "wire/moei-reference.h"

#define MIN_INTERVAL_MS 500
#define PATIENCE_MS     25000
#define MAX_STREAMS     16384

/* For how long clients are told to stay away, so that not all come back at once. */
#define MIN_RETRY_MS        500
#define MAX_RETRY_MS        10000
#define RETRY_PER_STREAM_MS 5

#define EVENTS_AT_ONCE 256

#define RESPONSE                            \
  "HTTP/1.1 200 OK\r\n"                     \
  "Content-Type: text/event-stream\r\n"     \
  "Cache-Control: no-store\r\n"             \
  "X-Accel-Buffering: no\r\n"               \
  "X-Content-Type-Options: nosniff\r\n"     \
  "Connection: close\r\n"                   \
  "Date: %s\r\n%s\r\n"                      \
  "retry: 2000\n\n"

/**
 * MoeiEventHub:
 *
 * Tells everybody who listens at /v1/events what changed.
 *
 * The connections are taken from the HTTP server and watched together by one
 * epoll descriptor in the main context, so that thousands of silent listeners
 * cost the other requests nothing.
 */
struct _MoeiEventHub {
  GObject parent_instance;

  MoeiStore        *store;
  MoeiServiceClock *clock;
  GHashTable       *listeners; /* set of Listener */
  int               epoll_fd;
  guint             epoll_source;
  guint             tick_source;

  MoeiEventData    *pending;   /* (nullable) what changed since the last event */
  guint             pending_source;
  gint64            announced; /* monotonic time of the last event */
  gint64            revision;
  guint             day;

  guint             max_streams;
  guint             patience_ms;
};

G_DEFINE_FINAL_TYPE (MoeiEventHub, moei_event_hub, G_TYPE_OBJECT)

typedef struct {
  MoeiEventStream *stream;
  gint64           ping_us;
  gint64           next_ping; /* monotonic times */
  gint64           deadline;  /* 0 if it never ends by itself */
} Listener;

static void
listener_free (gpointer data)
{
  Listener *listener = data;

  g_clear_pointer (&listener->stream, moei_event_stream_free);
  g_free (listener);
}

/* Sends to all; those that listen for one change only have heard it then. */
static void
broadcast (MoeiEventHub *self,
           GBytes       *bytes)
{
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->listeners);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    Listener *listener = key;

    if (!moei_event_stream_send (listener->stream, bytes) || listener->deadline != 0)
      g_hash_table_iter_remove (&iter);
    else
      listener->next_ping = now + listener->ping_us;
  }
}

static void
announce_pending (MoeiEventHub *self)
{
  g_autoptr (MoeiEventData) event = g_steal_pointer (&self->pending);
  g_autofree char *id = moei_event_id_format (moei_store_get_epoch (self->store), self->revision);
  g_autoptr (GBytes) bytes = NULL;

  g_object_set (event, "revision", self->revision, NULL);
  bytes = moei_event_text_format (event, id);
  self->announced = g_get_monotonic_time ();
  broadcast (self, bytes);
}

static gboolean
announce_later (gpointer user_data)
{
  MoeiEventHub *self = user_data;

  self->pending_source = 0;
  announce_pending (self);
  return G_SOURCE_REMOVE;
}

static void
add_pending (MoeiEventHub *self,
             const char   *href,
             gint64        revision)
{
  MoeiCollection *documents;
  MoeiReference *reference;

  if (self->pending == NULL)
    self->pending = moei_event_data_new (MOEI_EVENT_CHANGED);

  documents = moei_event_data_get_documents (self->pending);
  reference = moei_collection_lookup (documents, href);
  if (reference != NULL)
    g_object_set (reference, "revision", revision, NULL);
  else
    moei_collection_append (documents, moei_reference_new (href, revision));
}

/* The first change is told at once, those that follow closely together. */
static void
announce (MoeiEventHub *self)
{
  gint64 wait_ms = (self->announced + MIN_INTERVAL_MS * 1000 - g_get_monotonic_time ()) / 1000;

  if (self->pending_source != 0)
    return;

  if (wait_ms <= 0)
    announce_pending (self);
  else
    self->pending_source = g_timeout_add ((guint) wait_ms, announce_later, self);
}

static void
store_changed (MoeiEventHub *self,
               gint64        revision,
               GStrv         hrefs,
               MoeiStore    *store)
{
  self->revision = revision;
  for (guint i = 0; hrefs[i] != NULL; i++)
    add_pending (self, hrefs[i], revision);
  announce (self);
}

static void
check_day (MoeiEventHub *self)
{
  guint day = moei_service_clock_get_day (self->clock);

  if (day == self->day)
    return;

  self->day = day;
  add_pending (self, MOEI_HREF_SITUATION, self->revision);
  announce (self);
}

static gboolean
tick (gpointer user_data)
{
  MoeiEventHub *self = user_data;
  g_autoptr (GBytes) ping = moei_event_text_ping (self->clock, self->revision);
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer key;

  check_day (self);

  g_hash_table_iter_init (&iter, self->listeners);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    Listener *listener = key;
    gboolean over = listener->deadline != 0 && now >= listener->deadline;

    if (!over && now < listener->next_ping)
      continue;

    if (!moei_event_stream_send (listener->stream, ping) || over)
      g_hash_table_iter_remove (&iter);
    else
      listener->next_ping = now + listener->ping_us;
  }

  if (g_hash_table_size (self->listeners) > 0)
    return G_SOURCE_CONTINUE;

  self->tick_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
handle_event (const struct epoll_event *event)
{
  Listener *listener = event->data.ptr;

  if (event->events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR))
    return FALSE;
  if ((event->events & EPOLLIN) && !moei_event_stream_drain (listener->stream))
    return FALSE;
  if ((event->events & EPOLLOUT) && !moei_event_stream_flush (listener->stream))
    return FALSE;
  return TRUE;
}

static gboolean
streams_ready (int          fd,
               GIOCondition condition,
               gpointer     user_data)
{
  MoeiEventHub *self = user_data;
  struct epoll_event events[EVENTS_AT_ONCE];
  int n_events = epoll_wait (fd, events, G_N_ELEMENTS (events), 0);

  for (int i = 0; i < n_events; i++) {
    if (!handle_event (&events[i]))
      g_hash_table_remove (self->listeners, events[i].data.ptr);
  }
  return G_SOURCE_CONTINUE;
}

static void
moei_event_hub_dispose (GObject *object)
{
  MoeiEventHub *self = MOEI_EVENT_HUB (object);

  g_hash_table_remove_all (self->listeners);
  g_clear_handle_id (&self->epoll_source, g_source_remove);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->pending_source, g_source_remove);
  g_clear_object (&self->pending);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (moei_event_hub_parent_class)->dispose (object);
}

static void
moei_event_hub_finalize (GObject *object)
{
  MoeiEventHub *self = MOEI_EVENT_HUB (object);

  g_hash_table_unref (self->listeners);
  close (self->epoll_fd);

  G_OBJECT_CLASS (moei_event_hub_parent_class)->finalize (object);
}

static void
moei_event_hub_class_init (MoeiEventHubClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_event_hub_dispose;
  object_class->finalize = moei_event_hub_finalize;
}

static void
moei_event_hub_init (MoeiEventHub *self)
{
  self->listeners = g_hash_table_new_full (NULL, NULL, listener_free, NULL);
  self->max_streams = MAX_STREAMS;
  self->patience_ms = PATIENCE_MS;
  self->epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  self->epoll_source = g_unix_fd_add (self->epoll_fd, G_IO_IN, streams_ready, self);
}

/**
 * moei_event_hub_new:
 * @store: whose changes to tell
 * @clock: the service's clock
 *
 * Returns: (transfer full): a hub to which nobody listens yet
 */
MoeiEventHub *
moei_event_hub_new (MoeiStore        *store,
                    MoeiServiceClock *clock)
{
  g_autoptr (MoeiStoreView) view = NULL;
  MoeiEventHub *self;

  g_return_val_if_fail (MOEI_IS_STORE (store), NULL);
  g_return_val_if_fail (MOEI_IS_SERVICE_CLOCK (clock), NULL);

  self = g_object_new (MOEI_TYPE_EVENT_HUB, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->day = moei_service_clock_get_day (clock);
  view = moei_store_read (store, NULL);
  self->revision = view != NULL ? moei_store_view_get_revision (view) : 0;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

static GBytes *
format_response (const MoeiEventRequest *request)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);
  char *text = g_strdup_printf (RESPONSE, date, request->headers != NULL ? request->headers : "");

  return g_bytes_new_take (text, strlen (text));
}

static Listener *
listener_new (MoeiEventHub           *self,
              SoupServerMessage      *message,
              const MoeiEventRequest *request)
{
  g_autoptr (GSocket) socket = g_object_ref (moei_guest_get_socket (moei_guest_of (message)));
  g_autoptr (GIOStream) connection = soup_server_message_steal_connection (message);
  Listener *listener = g_new0 (Listener, 1);
  gint64 now = g_get_monotonic_time ();

  listener->stream = moei_event_stream_new (connection, socket, self->epoll_fd, listener);
  listener->ping_us = request->ping_s * G_USEC_PER_SEC;
  listener->next_ping = now + listener->ping_us;
  if (request->close_after_state)
    listener->deadline = now + self->patience_ms * G_GINT64_CONSTANT (1000);
  return listener;
}

/**
 * moei_event_hub_accept:
 * @self: a hub
 * @message: a request, without a body, that has not been answered
 * @request: how the client wants to listen
 * @error: return location
 *
 * Takes the request's connection over.
 *
 * Returns: whether it did; if not, the request is still to be answered
 */
gboolean
moei_event_hub_accept (MoeiEventHub            *self,
                       SoupServerMessage       *message,
                       const MoeiEventRequest  *request,
                       GError                 **error)
{
  g_autoptr (MoeiStoreView) view = NULL;
  g_autoptr (GBytes) response = NULL;
  g_autoptr (GBytes) hello = NULL;
  g_autoptr (GBytes) catch_up = NULL;
  Listener *listener;

  g_return_val_if_fail (MOEI_IS_EVENT_HUB (self), FALSE);

  view = moei_store_read (self->store, error);
  if (view == NULL || !moei_event_text_catch_up (view, request->last_event_id, &catch_up, error))
    return FALSE;

  response = format_response (request);
  hello = moei_event_text_hello (view, self->clock, request->ping_s);
  listener = listener_new (self, message, request);
  if (!moei_event_stream_send (listener->stream, response) ||
      !moei_event_stream_send (listener->stream, hello) ||
      (catch_up != NULL && !moei_event_stream_send (listener->stream, catch_up)) ||
      (catch_up != NULL && request->close_after_state)) {
    listener_free (listener);
    return TRUE;
  }

  g_hash_table_add (self->listeners, listener);
  if (self->tick_source == 0)
    self->tick_source = g_timeout_add_seconds (1, tick, self);
  return TRUE;
}

/**
 * moei_event_hub_set_limits:
 * @self: a hub
 * @max_streams: how many may listen at the same time
 * @patience_ms: after how long a stream that waits for one change is ended
 */
void
moei_event_hub_set_limits (MoeiEventHub *self,
                           guint         max_streams,
                           guint         patience_ms)
{
  g_return_if_fail (MOEI_IS_EVENT_HUB (self));

  self->max_streams = max_streams;
  self->patience_ms = patience_ms;
}

/**
 * moei_event_hub_is_full:
 * @self: a hub
 *
 * Returns: whether no more may listen
 */
gboolean
moei_event_hub_is_full (MoeiEventHub *self)
{
  g_return_val_if_fail (MOEI_IS_EVENT_HUB (self), TRUE);

  return g_hash_table_size (self->listeners) >= self->max_streams;
}

/**
 * moei_event_hub_size:
 * @self: a hub
 *
 * Returns: how many listen
 */
guint
moei_event_hub_size (MoeiEventHub *self)
{
  g_return_val_if_fail (MOEI_IS_EVENT_HUB (self), 0);

  return g_hash_table_size (self->listeners);
}

/**
 * moei_event_hub_close:
 * @self: a hub
 *
 * Says goodbye to all, each with another time to come back.
 */
void
moei_event_hub_close (MoeiEventHub *self)
{
  GHashTableIter iter;
  gpointer key;
  guint n_streams, spread;

  g_return_if_fail (MOEI_IS_EVENT_HUB (self));

  n_streams = g_hash_table_size (self->listeners);
  spread = MIN (MIN_RETRY_MS + n_streams * RETRY_PER_STREAM_MS, MAX_RETRY_MS);

  g_hash_table_iter_init (&iter, self->listeners);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    int retry_ms = g_random_int_range (MIN_RETRY_MS, (int) spread + 1);
    g_autoptr (GBytes) bye = moei_event_text_bye (retry_ms);

    moei_event_stream_send (((Listener *) key)->stream, bye);
  }
  g_hash_table_remove_all (self->listeners);
}
