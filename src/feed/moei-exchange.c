/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-evidence.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-soup-compat.h"

/* What every exchange with the service has in common: how a request is made,
 * and what is wrong with an answer.  The order of judging is the order in
 * which things go wrong: transport, status, content type. */

#define MAX_RETRY_AFTER (60 * 60)

static const struct {
  GTlsCertificateFlags flag;
  MoeiFeedError        code;
} tls_codes[] = {
  { G_TLS_CERTIFICATE_REVOKED, MOEI_FEED_ERROR_TLS_REVOKED },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, MOEI_FEED_ERROR_TLS_UNKNOWN_CA },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, MOEI_FEED_ERROR_TLS_WRONG_HOST },
  { G_TLS_CERTIFICATE_EXPIRED, MOEI_FEED_ERROR_TLS_EXPIRED },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, MOEI_FEED_ERROR_TLS_NOT_YET_VALID },
  { G_TLS_CERTIFICATE_INSECURE, MOEI_FEED_ERROR_TLS_INSECURE },
};

static const struct {
  int           code; /* of G_IO_ERROR */
  MoeiFeedError means;
} io_codes[] = {
  { G_IO_ERROR_CONNECTION_REFUSED, MOEI_FEED_ERROR_REFUSED },
  { G_IO_ERROR_HOST_UNREACHABLE, MOEI_FEED_ERROR_UNREACHABLE },
  { G_IO_ERROR_NETWORK_UNREACHABLE, MOEI_FEED_ERROR_UNREACHABLE },
  { G_IO_ERROR_HOST_NOT_FOUND, MOEI_FEED_ERROR_RESOLVE },
  { G_IO_ERROR_TIMED_OUT, MOEI_FEED_ERROR_TIMED_OUT },
  { G_IO_ERROR_PARTIAL_INPUT, MOEI_FEED_ERROR_CUT },
  { G_IO_ERROR_CONNECTION_CLOSED, MOEI_FEED_ERROR_CUT },
  { G_IO_ERROR_PROXY_FAILED, MOEI_FEED_ERROR_PROXY },
  { G_IO_ERROR_PROXY_NOT_ALLOWED, MOEI_FEED_ERROR_PROXY },
  { G_IO_ERROR_PROXY_AUTH_FAILED, MOEI_FEED_ERROR_PROXY_LOGIN },
  { G_IO_ERROR_PROXY_NEED_AUTH, MOEI_FEED_ERROR_PROXY_LOGIN },
};

static GQuark
proxy_quark (void)
{
  return g_quark_from_static_string ("moei-exchange-proxy");
}

/* A refusal does not say who refused; whether a proxy is on the way is only
 * known while the connection is made. */
static void
network_event_cb (SoupMessage       *message,
                  GSocketClientEvent event,
                  GIOStream         *connection,
                  gpointer           user_data)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;

  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (G_IS_PROXY_ADDRESS (address)) {
    g_autofree char *name = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));

    g_object_set_qdata_full (G_OBJECT (message), proxy_quark (), g_steal_pointer (&name), g_free);
  }
}

/* Which certificate of ours the service has asked for, or been shown. */
typedef enum {
  OWN_UNASKED,
  OWN_WANTED,
  OWN_SHOWN,
} Own;

static GQuark
own_quark (void)
{
  return g_quark_from_static_string ("moei-exchange-own");
}

static Own
get_own (SoupMessage *message)
{
  return (Own) GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (message), own_quark ()));
}

static void
set_own (SoupMessage *message,
         Own          own)
{
  g_object_set_qdata (G_OBJECT (message), own_quark (), GINT_TO_POINTER (own));
}

/* It may do without. */
static gboolean
request_certificate_cb (SoupMessage          *message,
                        GTlsClientConnection *connection,
                        gpointer              user_data)
{
  if (get_own (message) == OWN_UNASKED)
    set_own (message, OWN_WANTED);
  return FALSE;
}

/**
 * moei_exchange_session_new:
 * @silence: after how many seconds without a byte a connection is given up
 *
 * Returns: (transfer full): a session that keeps no cookies, does not guess at
 *   types, and undoes no compression
 */
SoupSession *
moei_exchange_session_new (guint silence)
{
  SoupSession *session = soup_session_new_with_options ("timeout", silence,
                                                        "idle-timeout", 50,
                                                        "max-conns-per-host", 4,
                                                        "user-agent", "Moei/" MOEI_VERSION,
                                                        NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_DIGEST);
  return session;
}

/**
 * moei_exchange_message_new:
 * @uri: what to get
 * @accept: the types that make sense
 *
 * Returns: (transfer full): a request that follows no redirect
 */
SoupMessage *
moei_exchange_message_new (GUri       *uri,
                           const char *accept)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept", accept);
  moei_soup_message_force_http1 (message);
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), NULL);
  g_signal_connect (message, "request-certificate", G_CALLBACK (request_certificate_cb), NULL);
  return message;
}

/**
 * moei_exchange_show_certificate:
 * @message: a request that was not sent yet
 * @certificate: this computer's certificate, for a service that asks
 */
void
moei_exchange_show_certificate (SoupMessage     *message,
                                GTlsCertificate *certificate)
{
  set_own (message, OWN_SHOWN);
  soup_message_set_tls_client_certificate (message, certificate);
}

static GError *
judge_certificate (SoupMessage  *message,
                   const GError *error)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (message);
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (message);
  g_autofree char *issuer = certificate != NULL ? g_tls_certificate_get_issuer_name (certificate) : NULL;

  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_CERTIFICATE_REQUIRED))
    return moei_feed_error_new (MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE, NULL, "%s", error->message);

  for (guint i = 0; i < G_N_ELEMENTS (tls_codes); i++) {
    if ((flags & tls_codes[i].flag) != 0)
      return moei_feed_error_new (tls_codes[i].code, issuer, "%s (flags 0x%x, issuer %s)",
                                  error->message, flags, issuer != NULL ? issuer : "unknown");
  }

  /* Theirs is in order. */
  if (get_own (message) == OWN_SHOWN && certificate != NULL)
    return moei_feed_error_new (MOEI_FEED_ERROR_TLS_OWN_REFUSED, NULL, "%s", error->message);
  if (get_own (message) == OWN_WANTED)
    return moei_feed_error_new (MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE, NULL, "%s", error->message);
  return moei_feed_error_new (MOEI_FEED_ERROR_TLS, error->message, "%s", error->message);
}

/* Whoever looks into it needs to know what was asked, and what was shown. */
static GError *
with_evidence (SoupMessage *message,
               GError      *error)
{
  GUri *uri = soup_message_get_uri (message);
  int port = g_uri_get_port (uri) > 0 ? g_uri_get_port (uri) : g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
  g_autofree char *evidence = moei_evidence_new (g_uri_get_host (uri), port,
                                                 soup_message_get_tls_peer_certificate (message));

  moei_feed_error_set_evidence (error, evidence);
  return error;
}

/**
 * moei_exchange_failure:
 * @message: a request that got no answer, or not all of one
 * @error: what libsoup says
 *
 * Returns: (transfer full): the same in the feed's terms; a cancellation as it is
 */
GError *
moei_exchange_failure (SoupMessage  *message,
                       const GError *error)
{
  const char *proxy = g_object_get_qdata (G_OBJECT (message), proxy_quark ());
  MoeiFeedError code = MOEI_FEED_ERROR_TRANSPORT;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (error->domain == G_TLS_ERROR)
    return with_evidence (message, judge_certificate (message, error));

  if (error->domain == G_RESOLVER_ERROR)
    code = MOEI_FEED_ERROR_RESOLVE;
  else if (error->domain == SOUP_SESSION_ERROR && error->code == SOUP_SESSION_ERROR_PARSING)
    code = MOEI_FEED_ERROR_NOT_HTTP;
  for (guint i = 0; error->domain == G_IO_ERROR && i < G_N_ELEMENTS (io_codes); i++) {
    if (io_codes[i].code == error->code)
      code = io_codes[i].means;
  }

  /* With TLS 1.3 a service looks at our certificate when all else is settled,
   * and may say no by hanging up. */
  if (code == MOEI_FEED_ERROR_CUT && soup_message_get_status (message) == SOUP_STATUS_NONE &&
      get_own (message) != OWN_UNASKED && soup_message_get_tls_peer_certificate (message) != NULL)
    return with_evidence (message, judge_certificate (message, error));

  /* What kept us from the service was then the proxy's connection. */
  if (proxy != NULL && (code == MOEI_FEED_ERROR_REFUSED || code == MOEI_FEED_ERROR_UNREACHABLE))
    return with_evidence (message, moei_feed_error_new (MOEI_FEED_ERROR_PROXY, proxy, "proxy %s: %s",
                                                        proxy, error->message));

  return with_evidence (message, moei_feed_error_new (code, error->message, "%s", error->message));
}

/* Seconds, or a date; -1 where it makes no sense. */
static int
get_retry_after (SoupMessage *message)
{
  const char *value = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (value == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT64, &seconds, NULL))
    return (int) MIN (seconds, MAX_RETRY_AFTER);

  date = soup_date_time_new_from_http_string (value);
  if (date == NULL)
    return -1;
  return (int) CLAMP (g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC, 0, MAX_RETRY_AFTER);
}

static const char *
get_content_type (SoupMessage *message)
{
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);

  return type != NULL ? type : "";
}

/* nginx, in front of a service that wants a certificate, answers 400 without
 * one, where it was not told to say 496, or 495 to another's. */
static MoeiFeedError
code_of_certificate (Own   own,
                     guint status)
{
  if (status == 496 || (status == SOUP_STATUS_BAD_REQUEST && own == OWN_WANTED))
    return MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE;
  if (status == 495 || (status == SOUP_STATUS_BAD_REQUEST && own == OWN_SHOWN))
    return MOEI_FEED_ERROR_TLS_OWN_REFUSED;
  return MOEI_FEED_ERROR_STATUS;
}

static MoeiFeedError
code_of_status (SoupMessage *message,
                guint        status)
{
  switch (status) {
  case SOUP_STATUS_BAD_REQUEST:
  case 495:
  case 496:
    return code_of_certificate (get_own (message), status);
  case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED:
    return MOEI_FEED_ERROR_PROXY_LOGIN;
  case 511: /* Network Authentication Required */
    return MOEI_FEED_ERROR_CAPTIVE_PORTAL;
  case SOUP_STATUS_UNAUTHORIZED:
    return MOEI_FEED_ERROR_LOGIN;
  case SOUP_STATUS_FORBIDDEN:
    return MOEI_FEED_ERROR_FORBIDDEN;
  case SOUP_STATUS_NOT_FOUND:
  case SOUP_STATUS_GONE:
    return MOEI_FEED_ERROR_NOT_FOUND;
  case 429: /* Too Many Requests */
    return MOEI_FEED_ERROR_RATE_LIMIT;
  default:
    if (status >= 300 && status < 400 && status != SOUP_STATUS_NOT_MODIFIED)
      return MOEI_FEED_ERROR_REDIRECT;
    return status >= 500 ? MOEI_FEED_ERROR_SERVER : MOEI_FEED_ERROR_STATUS;
  }
}

/* What answers before a certificate was shown is the proxy on the way. */
static gboolean
is_proxys (SoupMessage *message)
{
  return g_str_equal (g_uri_get_scheme (soup_message_get_uri (message)), "https") &&
         soup_message_get_tls_peer_certificate (message) == NULL;
}

static GError *
proxy_error (SoupMessage *message,
             guint        status)
{
  const char *proxy = g_object_get_qdata (G_OBJECT (message), proxy_quark ());

  /* 401 is how tinyproxy answers a wrong login. */
  if (status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED || status == SOUP_STATUS_UNAUTHORIZED)
    return moei_feed_error_new (MOEI_FEED_ERROR_PROXY_LOGIN, proxy, "status %u of the proxy", status);
  return moei_feed_error_new (MOEI_FEED_ERROR_PROXY, proxy, "status %u of the proxy", status);
}

static GError *
status_error (SoupMessage *message,
              guint        status)
{
  MoeiFeedError code = code_of_status (message, status);
  g_autofree char *subject = NULL;
  GError *error;

  if (is_proxys (message))
    return with_evidence (message, proxy_error (message, status));

  if (code == MOEI_FEED_ERROR_REDIRECT) {
    const char *to = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");

    subject = g_strndup (to != NULL ? to : "", 200);
  } else if (code == MOEI_FEED_ERROR_NOT_FOUND) {
    subject = g_strdup (g_uri_get_path (soup_message_get_uri (message)));
  } else {
    subject = g_strdup_printf ("%u", status);
  }

  error = moei_feed_error_new (code, subject, "status %u%s%s", status,
                               code == MOEI_FEED_ERROR_REDIRECT ? ", to " : "",
                               code == MOEI_FEED_ERROR_REDIRECT ? subject : "");
  moei_feed_error_set_retry_after (error, get_retry_after (message));
  return with_evidence (message, error);
}

/**
 * moei_exchange_check:
 * @message: a request whose answer's head has arrived
 * @types: (array zero-terminated=1): the content types that make sense
 * @error: return location
 *
 * Accepts status 200 with one of @types, and 304 where we asked for it.
 *
 * Returns: whether the answer makes sense so far
 */
gboolean
moei_exchange_check (SoupMessage        *message,
                     const char * const *types,
                     GError            **error)
{
  guint status = soup_message_get_status (message);
  const char *type = get_content_type (message);

  if (status == SOUP_STATUS_NOT_MODIFIED &&
      soup_message_headers_get_one (soup_message_get_request_headers (message), "If-None-Match") != NULL)
    return TRUE;

  if (status != SOUP_STATUS_OK) {
    g_propagate_error (error, status_error (message, status));
    return FALSE;
  }

  for (guint i = 0; types[i] != NULL; i++) {
    if (g_ascii_strcasecmp (type, types[i]) == 0)
      return TRUE;
  }

  if (g_ascii_strcasecmp (type, "text/html") == 0 || g_ascii_strcasecmp (type, "application/xhtml+xml") == 0)
    g_propagate_error (error, with_evidence (message, moei_feed_error_new (MOEI_FEED_ERROR_CAPTIVE_PORTAL, type,
                                                                           "a web page came")));
  else
    g_propagate_error (error, with_evidence (message, moei_feed_error_new (MOEI_FEED_ERROR_CONTENT_TYPE, type,
                                                                           "content type “%s”", type)));
  return FALSE;
}
