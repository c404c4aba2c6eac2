/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "service/moei-api.h"
#include "service/moei-body-guard.h"
#include "service/moei-document-builder.h"
#include "service/moei-document-cache.h"
#include "service/moei-listener.h"
#include "service/moei-response.h"
#include "service/moei-server.h"

#define EVENTS_PATH      "/v1/events"
#define MAX_PING_S       60
#define BUSY_RETRY_S     "10"
#define API_PREFIX       "/v1/"
#define API_RESOURCES    "/org/moei/Moei/api/"
#define METHODS          "GET, HEAD, OPTIONS"
#define CORS_HEADER      "Access-Control-Allow-Origin: *\r\n"

G_DEFINE_QUARK (moei-server-error-quark, moei_server_error)

/**
 * MoeiServer:
 *
 * The service's face: documents, events and problems over HTTP/1.1.
 *
 * libsoup's server is not made to face a network, so that this one listens
 * where only this machine reaches it, or behind a proxy.
 */
struct _MoeiServer {
  GObject parent_instance;

  MoeiServiceClock  *clock;
  MoeiDocumentCache *cache;
  MoeiEventHub      *hub;
  SoupServer        *soup;
  MoeiReception     *reception;
  GHashTable        *api;         /* path → MoeiRendition */
  char              *socket_path; /* (nullable) */
  gboolean           cors;
};

G_DEFINE_FINAL_TYPE (MoeiServer, moei_server, G_TYPE_OBJECT)

static void
refuse_busy (SoupServerMessage *message,
             const char        *detail)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", BUSY_RETRY_S);
  moei_response_refuse (message, SOUP_STATUS_SERVICE_UNAVAILABLE, "unavailable", "Not now", detail);
}

static void
refuse_resource (SoupServerMessage *message,
                 const GError      *error)
{
  switch ((MoeiResourceError) error->code) {
  case MOEI_RESOURCE_ERROR_DATE:
    moei_response_refuse_parameter (message, "/date", error->message);
    break;
  case MOEI_RESOURCE_ERROR_WEEK:
    moei_response_refuse_parameter (message, "/week", error->message);
    break;
  case MOEI_RESOURCE_ERROR_UNKNOWN:
  default:
    moei_response_refuse (message, SOUP_STATUS_NOT_FOUND, "not-found", "No such document", error->message);
    break;
  }
}

static void
send_document (MoeiServer         *self,
               SoupServerMessage  *message,
               const MoeiResource *resource)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiRendition) rendition = moei_document_cache_lookup (self->cache, resource, &error);

  if (rendition == NULL) {
    g_message ("%s could not be made: %s", resource->href, error->message);
    refuse_busy (message, "The store cannot be read at the moment.");
    return;
  }

  moei_response_send (message, rendition,
                      resource->kind == MOEI_DOCUMENT_SERVICE ? MOEI_FRESHNESS_POLICY_NEVER_KEEP
                                                              : MOEI_FRESHNESS_POLICY_REVALIDATE);
}

/* The contract itself, which comes with the program. */
static MoeiRendition *
find_api_document (MoeiServer *self,
                   const char *path)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MoeiRendition *rendition;

  if (!g_str_has_prefix (path, API_PREFIX) || !g_str_has_suffix (path, ".json"))
    return NULL;

  rendition = g_hash_table_lookup (self->api, path);
  if (rendition != NULL)
    return rendition;

  name = g_strconcat (API_RESOURCES, path + strlen (API_PREFIX), NULL);
  bytes = g_resource_lookup_data (moei_api_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;

  rendition = moei_rendition_new (bytes, "application/json", 0);
  g_hash_table_insert (self->api, g_strdup (path), rendition);
  return rendition;
}

static gboolean
parse_event_request (MoeiServer        *self,
                     SoupServerMessage *message,
                     GHashTable        *query,
                     MoeiEventRequest  *request)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *ping = query != NULL ? g_hash_table_lookup (query, "ping") : NULL;
  const char *close_after = query != NULL ? g_hash_table_lookup (query, "closeafter") : NULL;
  guint64 ping_s = MOEI_SERVICE_PING_S;

  if (ping != NULL && !g_ascii_string_to_unsigned (ping, 10, 1, MAX_PING_S, &ping_s, NULL)) {
    moei_response_refuse_parameter (message, "/ping", "must be a number of seconds from 1 to 60");
    return FALSE;
  }

  if (close_after != NULL && !g_str_equal (close_after, "state") && !g_str_equal (close_after, "no")) {
    moei_response_refuse_parameter (message, "/closeafter", "must be \"state\" or \"no\"");
    return FALSE;
  }

  request->ping_s = (guint) ping_s;
  request->close_after_state = g_strcmp0 (close_after, "state") == 0;
  request->last_event_id = soup_message_headers_get_one (headers, "Last-Event-ID");
  request->headers = self->cors ? CORS_HEADER : NULL;
  return TRUE;
}

static void
send_events (MoeiServer        *self,
             SoupServerMessage *message,
             GHashTable        *query)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  MoeiEventRequest request = { 0 };
  g_autoptr (GError) error = NULL;

  if (!moei_response_accepts (message, "text/event-stream")) {
    moei_response_not_acceptable (message, "text/event-stream");
  } else if (!parse_event_request (self, message, query, &request)) {
    return;
  } else if (g_str_equal (soup_server_message_get_method (message), "HEAD")) {
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_message_headers_set_content_type (headers, "text/event-stream", NULL);
    soup_message_headers_replace (headers, "Cache-Control", "no-store");
  } else if (moei_event_hub_is_full (self->hub)) {
    refuse_busy (message, "As many clients listen as can.");
  } else if (!moei_event_hub_accept (self->hub, message, &request, &error)) {
    g_message ("A stream of events could not begin: %s", error->message);
    refuse_busy (message, "The store cannot be read at the moment.");
  } else {
    moei_reception_let_go (self->reception, message);
  }
}

static void
send_options (MoeiServer        *self,
              SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, SOUP_STATUS_NO_CONTENT, NULL);
  soup_message_headers_replace (headers, "Allow", METHODS);
  if (self->cors) {
    soup_message_headers_replace (headers, "Access-Control-Allow-Methods", METHODS);
    soup_message_headers_replace (headers, "Access-Control-Allow-Headers", "If-None-Match, Last-Event-ID");
    soup_message_headers_replace (headers, "Access-Control-Max-Age", "86400");
  }
}

static void
set_common_headers (MoeiServer        *self,
                    SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  if (self->cors) {
    soup_message_headers_replace (headers, "Access-Control-Allow-Origin", "*");
    soup_message_headers_replace (headers, "Access-Control-Expose-Headers", "ETag, Repr-Digest, Retry-After");
  }
}

static void
handle_request (SoupServer        *soup,
                SoupServerMessage *message,
                const char        *path,
                GHashTable        *query,
                gpointer           user_data)
{
  MoeiServer *self = user_data;
  const char *method = soup_server_message_get_method (message);
  gboolean is_events = g_str_equal (path, EVENTS_PATH);
  MoeiRendition *api = find_api_document (self, path);
  g_autoptr (MoeiResource) resource = NULL;
  g_autoptr (GError) error = NULL;

  if (moei_body_guard_refuses (message))
    return;

  if (!is_events && api == NULL) {
    resource = moei_resource_parse (path, query, moei_service_clock_get_day (self->clock), &error);
    if (resource == NULL) {
      refuse_resource (message, error);
      return;
    }
  }

  if (g_str_equal (method, "OPTIONS")) {
    send_options (self, message);
  } else if (!g_str_equal (method, "GET") && !g_str_equal (method, "HEAD")) {
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Allow", METHODS);
    moei_response_refuse (message, SOUP_STATUS_METHOD_NOT_ALLOWED, "method-not-allowed",
                          "Not with this method", "This can only be read.");
  } else if (is_events) {
    send_events (self, message, query);
  } else if (api != NULL) {
    moei_response_send (message, api, MOEI_FRESHNESS_POLICY_REVALIDATE);
  } else {
    send_document (self, message, resource);
  }
}

/* Before the body is read.  SoupServer answers some ranges wrongly, and a
 * document is small: ranges are not looked at. */
static void
handle_headers (SoupServer        *soup,
                SoupServerMessage *message,
                const char        *path,
                GHashTable        *query,
                gpointer           user_data)
{
  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
  set_common_headers (user_data, message);
  moei_body_guard_watch (message);
  moei_body_guard_refuses (message);
}

static void
moei_server_dispose (GObject *object)
{
  MoeiServer *self = MOEI_SERVER (object);

  if (self->soup != NULL)
    moei_server_stop (self);
  g_clear_object (&self->reception);
  g_clear_object (&self->soup);
  g_clear_object (&self->hub);
  g_clear_object (&self->cache);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (moei_server_parent_class)->dispose (object);
}

static void
moei_server_finalize (GObject *object)
{
  MoeiServer *self = MOEI_SERVER (object);

  g_hash_table_unref (self->api);
  g_free (self->socket_path);

  G_OBJECT_CLASS (moei_server_parent_class)->finalize (object);
}

static void
moei_server_class_init (MoeiServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_server_dispose;
  object_class->finalize = moei_server_finalize;
}

static void
moei_server_init (MoeiServer *self)
{
  self->api = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) moei_rendition_unref);
  self->soup = soup_server_new ("server-header", "moei-service", NULL);
  soup_server_add_early_handler (self->soup, NULL, handle_headers, self, NULL);
  soup_server_add_handler (self->soup, NULL, handle_request, self, NULL);
  self->reception = moei_reception_new (self->soup);
}

/**
 * moei_server_new:
 * @store: what to serve
 * @clock: the service's clock
 *
 * Returns: (transfer full): a server that does not listen yet
 */
MoeiServer *
moei_server_new (MoeiStore        *store,
                 MoeiServiceClock *clock)
{
  MoeiServer *self;

  g_return_val_if_fail (MOEI_IS_STORE (store), NULL);
  g_return_val_if_fail (MOEI_IS_SERVICE_CLOCK (clock), NULL);

  self = g_object_new (MOEI_TYPE_SERVER, NULL);
  self->clock = g_object_ref (clock);
  self->cache = moei_document_cache_new (store, clock);
  self->hub = moei_event_hub_new (store, clock);
  return self;
}

/**
 * moei_server_set_cors:
 * @self: a server
 * @cors: whether pages of any web site may read it
 */
void
moei_server_set_cors (MoeiServer *self,
                      gboolean    cors)
{
  g_return_if_fail (MOEI_IS_SERVER (self));

  self->cors = cors;
}

/**
 * moei_server_get_hub:
 * @self: a server
 *
 * Returns: (transfer none): its events
 */
MoeiEventHub *
moei_server_get_hub (MoeiServer *self)
{
  g_return_val_if_fail (MOEI_IS_SERVER (self), NULL);

  return self->hub;
}

/**
 * moei_server_get_reception:
 * @self: a server
 *
 * Returns: (transfer none): what takes its connections in
 */
MoeiReception *
moei_server_get_reception (MoeiServer *self)
{
  g_return_val_if_fail (MOEI_IS_SERVER (self), NULL);

  return self->reception;
}

/**
 * moei_server_listen_socket:
 * @self: a server
 * @socket: a listening socket
 */
void
moei_server_listen_socket (MoeiServer *self,
                           GSocket    *socket)
{
  g_return_if_fail (MOEI_IS_SERVER (self));

  moei_reception_listen (self->reception, socket);
}

/**
 * moei_server_listen:
 * @self: a server
 * @address: an address and a port; port 0 takes any that is free
 * @allow_remote: whether other machines may reach it
 * @error: return location
 *
 * Returns: whether it listens
 */
gboolean
moei_server_listen (MoeiServer  *self,
                    const char  *address,
                    gboolean     allow_remote,
                    GError     **error)
{
  g_autoptr (GSocket) socket = NULL;

  g_return_val_if_fail (MOEI_IS_SERVER (self), FALSE);

  socket = moei_listener_open_inet (address, allow_remote, error);
  if (socket != NULL)
    moei_reception_listen (self->reception, socket);
  return socket != NULL;
}

/**
 * moei_server_listen_unix:
 * @self: a server that does not listen on such a socket yet
 * @path: the socket's file, which goes when the server stops
 * @error: return location
 *
 * Returns: whether it listens
 */
gboolean
moei_server_listen_unix (MoeiServer  *self,
                         const char  *path,
                         GError     **error)
{
  g_autoptr (GSocket) socket = NULL;

  g_return_val_if_fail (MOEI_IS_SERVER (self), FALSE);

  socket = moei_listener_open_unix (path, error);
  if (socket == NULL)
    return FALSE;

  self->socket_path = g_strdup (path);
  moei_reception_listen (self->reception, socket);
  return TRUE;
}

/**
 * moei_server_get_uri:
 * @self: a server
 *
 * Returns: (transfer full) (nullable): where it listens, such as
 *   "http://127.0.0.1:8080"; `NULL` if on no address
 */
char *
moei_server_get_uri (MoeiServer *self)
{
  GPtrArray *sockets;

  g_return_val_if_fail (MOEI_IS_SERVER (self), NULL);

  sockets = moei_reception_get_sockets (self->reception);
  for (guint i = 0; i < sockets->len; i++) {
    g_autoptr (GSocketAddress) address = g_socket_get_local_address (sockets->pdata[i], NULL);

    if (G_IS_INET_SOCKET_ADDRESS (address)) {
      g_autofree char *text = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));

      return g_strdup_printf ("http://%s", text);
    }
  }
  return NULL;
}

/**
 * moei_server_stop:
 * @self: a server
 *
 * Says goodbye to whoever listens and closes all connections.
 */
void
moei_server_stop (MoeiServer *self)
{
  g_return_if_fail (MOEI_IS_SERVER (self));

  moei_reception_close (self->reception);
  if (self->hub != NULL)
    moei_event_hub_close (self->hub);
  soup_server_disconnect (self->soup);

  if (self->socket_path != NULL)
    g_unlink (self->socket_path);
  g_clear_pointer (&self->socket_path, g_free);
}
