/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "feed/moei-evidence.h"
#include "feed/moei-feed-advice.h"
#include "feed/moei-feed-error.h"

/* What to do next about each cause, for whoever sits in front of the screen.
 * Nothing here says how to go on without a certificate: there is no such way. */

#define ADDRESS N_("Look for a slip in the address. Whoever runs the service can send it, or a file with it.")
#define WAY     N_("Ask those who look after the network whether this computer may reach that host and port, and whether a proxy is needed.")
#define ALTERED N_("Something on the way holds back or changes what passes. Send this to those who look after the network.")
#define RENEW   N_("Whoever runs the service must replace its certificate. Send them what stands below.")
#define OWN     N_("Choose the file of this computer’s certificate. Whoever runs the service hands it out.")
#define PUT_FILE_RIGHT N_("Put the file right, or choose another.")
#define WAIT    N_("Nothing can be done here. If it lasts, tell whoever runs the service.")
#define CLOCK   N_("Look at this computer’s clock first. If it is right, whoever runs the service must replace its certificate: send them what stands below.")

static const char * const advice[MOEI_N_FEED_ERRORS] = {
  [MOEI_FEED_ERROR_ADDRESS] = ADDRESS,
  [MOEI_FEED_ERROR_TRANSPORT] = WAY,
  [MOEI_FEED_ERROR_RESOLVE] = N_("Look for a slip in the address. If there is none, ask those who look after the network whether it knows that name, and whether a proxy is needed."),
  [MOEI_FEED_ERROR_REFUSED] = WAY,
  [MOEI_FEED_ERROR_UNREACHABLE] = WAY,
  [MOEI_FEED_ERROR_TIMED_OUT] = WAY,
  [MOEI_FEED_ERROR_CUT] = WAY,
  [MOEI_FEED_ERROR_NOT_HTTP] = ADDRESS,
  [MOEI_FEED_ERROR_TLS] = WAY,
  [MOEI_FEED_ERROR_TLS_UNKNOWN_CA] = N_("If your institution signs certificates itself, choose the file of its authority: those who look after the network have it. Send them what stands below. If they do not know this certificate, somebody may be reading along."),
  [MOEI_FEED_ERROR_TLS_WRONG_HOST] = N_("Look for a slip in the address. If there is none, send what stands below to those who look after the network: somebody may be reading along."),
  [MOEI_FEED_ERROR_TLS_EXPIRED] = CLOCK,
  [MOEI_FEED_ERROR_TLS_NOT_YET_VALID] = CLOCK,
  [MOEI_FEED_ERROR_TLS_REVOKED] = RENEW,
  [MOEI_FEED_ERROR_TLS_INSECURE] = RENEW,
  [MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE] = OWN,
  [MOEI_FEED_ERROR_PROXY] = N_("Look at the proxy’s address, or leave it empty to take the computer’s own. Those who look after the network know it."),
  [MOEI_FEED_ERROR_PROXY_LOGIN] = N_("Enter the name and password for the proxy. Those who look after the network give them out."),
  [MOEI_FEED_ERROR_CAPTIVE_PORTAL] = N_("Open a web browser on this network and log in there, then try again. If no page asks for a login, look for a slip in the address."),
  [MOEI_FEED_ERROR_REDIRECT] = N_("Open a web browser on this network and see whether a page asks for a login. If none does, look for a slip in the address."),
  [MOEI_FEED_ERROR_LOGIN] = N_("Enter the access token. Whoever runs the service gives it out, and can replace it."),
  [MOEI_FEED_ERROR_FORBIDDEN] = N_("Ask whoever runs the service what your access token permits."),
  [MOEI_FEED_ERROR_NOT_FOUND] = ADDRESS,
  [MOEI_FEED_ERROR_RATE_LIMIT] = WAIT,
  [MOEI_FEED_ERROR_SERVER] = WAIT,
  [MOEI_FEED_ERROR_STATUS] = ADDRESS,
  [MOEI_FEED_ERROR_CONTENT_TYPE] = ADDRESS,
  [MOEI_FEED_ERROR_CODING] = ALTERED,
  [MOEI_FEED_ERROR_DIGEST] = ALTERED,
  [MOEI_FEED_ERROR_STALE] = ALTERED,
  [MOEI_FEED_ERROR_TOO_LARGE] = WAIT,
  [MOEI_FEED_ERROR_MALFORMED] = WAIT,
  [MOEI_FEED_ERROR_SILENT] = ALTERED,
  [MOEI_FEED_ERROR_ENDED] = WAIT,
  [MOEI_FEED_ERROR_STORE] = N_("Make room on this computer’s disk."),
  [MOEI_FEED_ERROR_TLS_OWN_REFUSED] = OWN,
  [MOEI_FEED_ERROR_WAY_PATH] = PUT_FILE_RIGHT,
  [MOEI_FEED_ERROR_WAY_FILE] = PUT_FILE_RIGHT,
  [MOEI_FEED_ERROR_WAY_AUTHORITIES] = PUT_FILE_RIGHT,
  [MOEI_FEED_ERROR_WAY_CERTIFICATE] = PUT_FILE_RIGHT,
  [MOEI_FEED_ERROR_WAY_TOKEN] = PUT_FILE_RIGHT,
  [MOEI_FEED_ERROR_WAY_TOKEN_OPEN] = PUT_FILE_RIGHT,
  [MOEI_FEED_ERROR_WAY_PROXY] = N_("Put the proxy’s address right, or leave it empty to take the computer’s own."),
  [MOEI_FEED_ERROR_INVITATION] = N_("Ask whoever sent the file to put that line right."),
};

/**
 * moei_feed_advice_next:
 * @error: any error
 *
 * Returns: (transfer full) (nullable): what to do next, in the current language
 */
char *
moei_feed_advice_next (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == MOEI_FEED_ERROR ? g_strdup (_(advice[error->code])) : NULL;
}

/**
 * moei_feed_advice_evidence:
 * @error: any error
 *
 * Returns: (transfer full) (nullable): what to send to those who look after the
 *   network or the service: the host, and of a certificate its signer, dates
 *   and fingerprint; `NULL` where there is nothing to look into
 */
char *
moei_feed_advice_evidence (const GError *error)
{
  const char *evidence;

  g_return_val_if_fail (error != NULL, NULL);

  evidence = moei_feed_error_get_evidence (error);
  return evidence != NULL ? moei_evidence_to_text (evidence) : NULL;
}
