/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOEI_FEED_ERROR (moei_feed_error_quark ())

/**
 * MoeiFeedError:
 * @MOEI_FEED_ERROR_ADDRESS: not an https: address, nor http: on this computer
 * @MOEI_FEED_ERROR_TRANSPORT: the connection failed in a way that has no code of its own
 * @MOEI_FEED_ERROR_RESOLVE: the name service does not know the host
 * @MOEI_FEED_ERROR_REFUSED: nothing listens there, or a firewall says so
 * @MOEI_FEED_ERROR_UNREACHABLE: no way through the network
 * @MOEI_FEED_ERROR_TIMED_OUT: no answer, or not all of it, in the time given
 * @MOEI_FEED_ERROR_CUT: the connection ended in the middle of an answer
 * @MOEI_FEED_ERROR_NOT_HTTP: what answers does not speak HTTP
 * @MOEI_FEED_ERROR_TLS: no secure connection, for another reason than those below
 * @MOEI_FEED_ERROR_TLS_UNKNOWN_CA: the certificate's signer is not trusted here
 * @MOEI_FEED_ERROR_TLS_WRONG_HOST: the certificate is another host's
 * @MOEI_FEED_ERROR_TLS_EXPIRED: the certificate is no longer valid
 * @MOEI_FEED_ERROR_TLS_NOT_YET_VALID: the certificate is not valid yet
 * @MOEI_FEED_ERROR_TLS_REVOKED: the certificate was revoked
 * @MOEI_FEED_ERROR_TLS_INSECURE: the certificate uses a broken algorithm
 * @MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE: the service wants a certificate of this computer's
 * @MOEI_FEED_ERROR_PROXY: the network's proxy cannot be reached or refuses
 * @MOEI_FEED_ERROR_PROXY_LOGIN: the network's proxy wants a login (407)
 * @MOEI_FEED_ERROR_CAPTIVE_PORTAL: a web page came where a document should be
 * @MOEI_FEED_ERROR_REDIRECT: sent on to another address, which is not followed
 * @MOEI_FEED_ERROR_LOGIN: the service does not know us (401)
 * @MOEI_FEED_ERROR_FORBIDDEN: the service knows us and says no (403)
 * @MOEI_FEED_ERROR_NOT_FOUND: no such document (404, 410)
 * @MOEI_FEED_ERROR_RATE_LIMIT: asked too often (429)
 * @MOEI_FEED_ERROR_SERVER: a fault of the service's or of what is in front of it (5xx)
 * @MOEI_FEED_ERROR_STATUS: another status that makes no sense here
 * @MOEI_FEED_ERROR_CONTENT_TYPE: neither a document nor a web page
 * @MOEI_FEED_ERROR_CODING: damaged or unknown compression
 * @MOEI_FEED_ERROR_DIGEST: the bytes are not those that the service sent
 * @MOEI_FEED_ERROR_STALE: an old copy came, as from a cache
 * @MOEI_FEED_ERROR_TOO_LARGE: more than any document, line or event may have
 * @MOEI_FEED_ERROR_MALFORMED: not the document it should be
 * @MOEI_FEED_ERROR_SILENT: the event stream is open and says nothing
 * @MOEI_FEED_ERROR_ENDED: the service ended the event stream for good (204)
 * @MOEI_FEED_ERROR_STORE: the last good picture on this computer cannot be used
 * @MOEI_FEED_ERROR_TLS_OWN_REFUSED: the service does not accept the certificate of this computer's
 * @MOEI_FEED_ERROR_WAY_PATH: the path of a file of the way out is not a whole one
 * @MOEI_FEED_ERROR_WAY_FILE: a file of the way out cannot be read
 * @MOEI_FEED_ERROR_WAY_AUTHORITIES: a file of authorities holds what is no certificate
 * @MOEI_FEED_ERROR_WAY_CERTIFICATE: this computer's certificate, or its key, cannot be read
 * @MOEI_FEED_ERROR_WAY_TOKEN: the file of the access token holds none
 * @MOEI_FEED_ERROR_WAY_TOKEN_OPEN: the file of the access token is open to everybody
 * @MOEI_FEED_ERROR_WAY_PROXY: not a proxy's address
 * @MOEI_FEED_ERROR_INVITATION: a file that says which service to follow does not say so rightly
 *
 * Why a document or an event did not arrive.
 */
typedef enum {
  MOEI_FEED_ERROR_ADDRESS,
  MOEI_FEED_ERROR_TRANSPORT,
  MOEI_FEED_ERROR_RESOLVE,
  MOEI_FEED_ERROR_REFUSED,
  MOEI_FEED_ERROR_UNREACHABLE,
  MOEI_FEED_ERROR_TIMED_OUT,
  MOEI_FEED_ERROR_CUT,
  MOEI_FEED_ERROR_NOT_HTTP,
  MOEI_FEED_ERROR_TLS,
  MOEI_FEED_ERROR_TLS_UNKNOWN_CA,
  MOEI_FEED_ERROR_TLS_WRONG_HOST,
  MOEI_FEED_ERROR_TLS_EXPIRED,
  MOEI_FEED_ERROR_TLS_NOT_YET_VALID,
  MOEI_FEED_ERROR_TLS_REVOKED,
  MOEI_FEED_ERROR_TLS_INSECURE,
  MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE,
  MOEI_FEED_ERROR_PROXY,
  MOEI_FEED_ERROR_PROXY_LOGIN,
  MOEI_FEED_ERROR_CAPTIVE_PORTAL,
  MOEI_FEED_ERROR_REDIRECT,
  MOEI_FEED_ERROR_LOGIN,
  MOEI_FEED_ERROR_FORBIDDEN,
  MOEI_FEED_ERROR_NOT_FOUND,
  MOEI_FEED_ERROR_RATE_LIMIT,
  MOEI_FEED_ERROR_SERVER,
  MOEI_FEED_ERROR_STATUS,
  MOEI_FEED_ERROR_CONTENT_TYPE,
  MOEI_FEED_ERROR_CODING,
  MOEI_FEED_ERROR_DIGEST,
  MOEI_FEED_ERROR_STALE,
  MOEI_FEED_ERROR_TOO_LARGE,
  MOEI_FEED_ERROR_MALFORMED,
  MOEI_FEED_ERROR_SILENT,
  MOEI_FEED_ERROR_ENDED,
  MOEI_FEED_ERROR_STORE,
  MOEI_FEED_ERROR_TLS_OWN_REFUSED,
  MOEI_FEED_ERROR_WAY_PATH,
  MOEI_FEED_ERROR_WAY_FILE,
  MOEI_FEED_ERROR_WAY_AUTHORITIES,
  MOEI_FEED_ERROR_WAY_CERTIFICATE,
  MOEI_FEED_ERROR_WAY_TOKEN,
  MOEI_FEED_ERROR_WAY_TOKEN_OPEN,
  MOEI_FEED_ERROR_WAY_PROXY,
  MOEI_FEED_ERROR_INVITATION,
  MOEI_N_FEED_ERRORS,
} MoeiFeedError;

GQuark      moei_feed_error_quark           (void);

GError     *moei_feed_error_new             (MoeiFeedError  code,
                                             const char    *subject,
                                             const char    *format,
                                             ...) G_GNUC_PRINTF (3, 4);
const char *moei_feed_error_get_host        (const GError  *error);
void        moei_feed_error_set_host        (GError        *error,
                                             const char    *host);
const char *moei_feed_error_get_subject     (const GError  *error);
int         moei_feed_error_get_retry_after (const GError  *error);
void        moei_feed_error_set_retry_after (GError        *error,
                                             int            seconds);
gboolean    moei_feed_error_is_denial       (const GError  *error);
gboolean    moei_feed_error_was_reached     (const GError  *error);
const char *moei_feed_error_get_evidence    (const GError  *error);
void        moei_feed_error_set_evidence    (GError        *error,
                                             const char    *evidence);
gboolean    moei_feed_error_is_of_way_out   (const GError  *error);
char       *moei_feed_error_to_sentence     (const GError  *error);

G_END_DECLS
