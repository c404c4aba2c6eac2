/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "feed/moei-feed-error.h"

/* What a sentence about the error needs beside its code.  The message is for
 * the log, in English; the sentence is made anew in the reader's language. */
typedef struct {
  char *host;
  char *subject;
  char *evidence;
  int   retry_after;
} MoeiFeedErrorPrivate;

static void
moei_feed_error_private_init (MoeiFeedErrorPrivate *priv)
{
  priv->retry_after = -1;
}

static void
moei_feed_error_private_copy (const MoeiFeedErrorPrivate *from,
                              MoeiFeedErrorPrivate       *to)
{
  to->host = g_strdup (from->host);
  to->subject = g_strdup (from->subject);
  to->evidence = g_strdup (from->evidence);
  to->retry_after = from->retry_after;
}

static void
moei_feed_error_private_clear (MoeiFeedErrorPrivate *priv)
{
  g_free (priv->host);
  g_free (priv->subject);
  g_free (priv->evidence);
}

G_DEFINE_EXTENDED_ERROR (MoeiFeedError, moei_feed_error)

/* %1$s is the host, %2$s the subject.  A desk officer forwards these to the
 * people who look after the network, so each says what to look at. */
static const char * const sentences[MOEI_N_FEED_ERRORS] = {
  /* TRANSLATORS: in these sentences %1$s is the service's host, "moei.example.org",
   * and %2$s what the sentence is about: an address, a certificate's signer, a number. */
  [MOEI_FEED_ERROR_ADDRESS] = N_("“%2$s” cannot be the service’s address: it must begin with https://."),
  [MOEI_FEED_ERROR_TRANSPORT] = N_("The connection to %1$s failed: %2$s"),
  [MOEI_FEED_ERROR_RESOLVE] = N_("The network’s name service (DNS) does not know %1$s."),
  [MOEI_FEED_ERROR_REFUSED] = N_("%1$s refuses the connection: the service is not running there, or a firewall turns it away."),
  [MOEI_FEED_ERROR_UNREACHABLE] = N_("There is no way through the network to %1$s."),
  [MOEI_FEED_ERROR_TIMED_OUT] = N_("%1$s does not answer in time."),
  [MOEI_FEED_ERROR_CUT] = N_("The connection to %1$s was cut in the middle of an answer."),
  [MOEI_FEED_ERROR_NOT_HTTP] = N_("What answers at %1$s is not a Moei service: it does not speak HTTP."),
  [MOEI_FEED_ERROR_TLS] = N_("No secure connection to %1$s can be made: %2$s"),
  [MOEI_FEED_ERROR_TLS_UNKNOWN_CA] = N_("The certificate of %1$s is signed by “%2$s”, which this computer does not trust."),
  [MOEI_FEED_ERROR_TLS_WRONG_HOST] = N_("What answers at %1$s shows the certificate of another host, signed by “%2$s”."),
  [MOEI_FEED_ERROR_TLS_EXPIRED] = N_("The certificate of %1$s, signed by “%2$s”, has expired, or this computer’s clock is wrong."),
  [MOEI_FEED_ERROR_TLS_NOT_YET_VALID] = N_("The certificate of %1$s, signed by “%2$s”, is not valid yet, or this computer’s clock is wrong."),
  [MOEI_FEED_ERROR_TLS_REVOKED] = N_("The certificate of %1$s was revoked by “%2$s”."),
  [MOEI_FEED_ERROR_TLS_INSECURE] = N_("The certificate of %1$s, signed by “%2$s”, uses a method that is no longer safe."),
  [MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE] = N_("%1$s wants to see a certificate of this computer, and it has none."),
  [MOEI_FEED_ERROR_PROXY] = N_("The network’s proxy, %2$s, cannot be used to reach %1$s."),
  [MOEI_FEED_ERROR_PROXY_LOGIN] = N_("The network’s proxy wants a login before it lets this computer reach %1$s."),
  [MOEI_FEED_ERROR_CAPTIVE_PORTAL] = N_("A web page answers in place of %1$s. This network may want a login: open a web browser and see."),
  [MOEI_FEED_ERROR_REDIRECT] = N_("%1$s sends us on to “%2$s”, which is not followed. The service’s address, or the network, needs to be put right."),
  [MOEI_FEED_ERROR_LOGIN] = N_("%1$s does not accept this computer’s access: it is missing, has expired or was withdrawn."),
  [MOEI_FEED_ERROR_FORBIDDEN] = N_("%1$s does not permit this computer to read the operation."),
  [MOEI_FEED_ERROR_NOT_FOUND] = N_("%1$s has no “%2$s”: the service’s address may be wrong."),
  [MOEI_FEED_ERROR_RATE_LIMIT] = N_("%1$s asks for fewer requests; the next follows later."),
  [MOEI_FEED_ERROR_SERVER] = N_("The service at %1$s reports a fault of its own (HTTP %2$s)."),
  [MOEI_FEED_ERROR_STATUS] = N_("%1$s gives an answer that makes no sense here (HTTP %2$s)."),
  [MOEI_FEED_ERROR_CONTENT_TYPE] = N_("%1$s answers with “%2$s” in place of a document."),
  [MOEI_FEED_ERROR_CODING] = N_("A document of %1$s arrived damaged: its compression is broken."),
  [MOEI_FEED_ERROR_DIGEST] = N_("A document of %1$s was cut or altered on its way: its checksum is not what the service wrote."),
  [MOEI_FEED_ERROR_STALE] = N_("Something on the way to %1$s hands out old copies of its documents: a proxy’s cache may be at fault."),
  [MOEI_FEED_ERROR_TOO_LARGE] = N_("%1$s sends more than any document can have."),
  [MOEI_FEED_ERROR_MALFORMED] = N_("A document of %1$s cannot be read: %2$s"),
  [MOEI_FEED_ERROR_SILENT] = N_("The event stream of %1$s is open, but nothing arrives: something on the way may be holding it back."),
  [MOEI_FEED_ERROR_ENDED] = N_("%1$s has ended its event stream."),
  [MOEI_FEED_ERROR_STORE] = N_("The last picture cannot be kept on this computer: %2$s"),
  [MOEI_FEED_ERROR_TLS_OWN_REFUSED] = N_("%1$s does not accept the certificate that this computer shows."),
  /* TRANSLATORS: in the next seven %2$s is a file, or a file and its line: "/etc/moei/ca.pem:12" */
  [MOEI_FEED_ERROR_WAY_PATH] = N_("“%2$s” does not say where the file is: its whole path is needed, which begins with “/”."),
  [MOEI_FEED_ERROR_WAY_FILE] = N_("A file that is needed to reach the service cannot be read: %2$s"),
  [MOEI_FEED_ERROR_WAY_AUTHORITIES] = N_("%2$s: no certificate can be read here. Certificates of authorities in PEM form are needed."),
  [MOEI_FEED_ERROR_WAY_CERTIFICATE] = N_("%2$s: this computer’s certificate cannot be read here. The certificate and its private key, both in PEM form and without a password, are needed."),
  [MOEI_FEED_ERROR_WAY_TOKEN] = N_("%2$s: no access token can be read here. The file must hold nothing else, on one line."),
  [MOEI_FEED_ERROR_WAY_TOKEN_OPEN] = N_("%2$s: everybody may read this file. An access token is a secret: give the file mode 0400."),
  [MOEI_FEED_ERROR_WAY_PROXY] = N_("“%2$s” cannot be the proxy’s address: it must be like http://proxy.example.org:8080, without a name and password."),
  /* TRANSLATORS: %2$s is a file and its line: "embassy.moei:3" */
  [MOEI_FEED_ERROR_INVITATION] = N_("%2$s: this is not as it should be in a file that says which service to follow."),
};

/* Not printf(): a sentence may leave out the first of its two arguments. */
static char *
fill_in (const char *sentence,
         const char *host,
         const char *subject)
{
  GString *text = g_string_new (NULL);

  for (const char *c = sentence; *c != '\0'; c++) {
    if (g_str_has_prefix (c, "%1$s") || g_str_has_prefix (c, "%2$s")) {
      g_string_append (text, c[1] == '1' ? host : subject);
      c += strlen ("%1$s") - 1;
    } else {
      g_string_append_c (text, *c);
    }
  }

  return g_string_free (text, FALSE);
}

/**
 * moei_feed_error_new:
 * @code: the cause
 * @subject: (nullable): what its sentence names beside the host: who signed the
 *   certificate, where a redirect leads, the number of a status …
 * @format: the message for the log
 * @...: its arguments
 *
 * Returns: (transfer full): an error of the feed
 */
GError *
moei_feed_error_new (MoeiFeedError  code,
                     const char    *subject,
                     const char    *format,
                     ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = g_error_new_valist (MOEI_FEED_ERROR, code, format, args);
  va_end (args);

  moei_feed_error_get_private (error)->subject = g_utf8_make_valid (subject != NULL ? subject : "?", -1);
  return error;
}

/**
 * moei_feed_error_get_host:
 * @error: an error
 *
 * Returns: (nullable): the host it is about
 */
const char *
moei_feed_error_get_host (const GError *error)
{
  return error->domain == MOEI_FEED_ERROR ? moei_feed_error_get_private (error)->host : NULL;
}

/**
 * moei_feed_error_set_host:
 * @error: an error; others than the feed's are left alone
 * @host: the host it is about
 */
void
moei_feed_error_set_host (GError     *error,
                          const char *host)
{
  MoeiFeedErrorPrivate *priv;

  if (error->domain != MOEI_FEED_ERROR)
    return;

  priv = moei_feed_error_get_private (error);
  g_free (priv->host);
  priv->host = g_strdup (host);
}

/**
 * moei_feed_error_get_subject:
 * @error: an error
 *
 * Returns: (nullable): what its sentence names beside the host
 */
const char *
moei_feed_error_get_subject (const GError *error)
{
  return error->domain == MOEI_FEED_ERROR ? moei_feed_error_get_private (error)->subject : NULL;
}

/**
 * moei_feed_error_get_evidence:
 * @error: an error
 *
 * Returns: (nullable): what there is to look into, as moei_evidence_new() made it
 */
const char *
moei_feed_error_get_evidence (const GError *error)
{
  return error->domain == MOEI_FEED_ERROR ? moei_feed_error_get_private (error)->evidence : NULL;
}

/**
 * moei_feed_error_set_evidence:
 * @error: an error of the feed
 * @evidence: made by moei_evidence_new()
 */
void
moei_feed_error_set_evidence (GError     *error,
                              const char *evidence)
{
  MoeiFeedErrorPrivate *priv = moei_feed_error_get_private (error);

  g_free (priv->evidence);
  priv->evidence = g_strdup (evidence);
}

/**
 * moei_feed_error_is_of_way_out:
 * @error: (nullable): an error
 *
 * Returns: whether what is wrong is a file or an address of this computer's, so
 *   that the service was not asked
 */
gboolean
moei_feed_error_is_of_way_out (const GError *error)
{
  return error != NULL && error->domain == MOEI_FEED_ERROR &&
         error->code >= MOEI_FEED_ERROR_WAY_PATH && error->code <= MOEI_FEED_ERROR_WAY_PROXY;
}

/**
 * moei_feed_error_get_retry_after:
 * @error: an error
 *
 * Returns: the least number of seconds the service wants us to wait; -1 if it did not say
 */
int
moei_feed_error_get_retry_after (const GError *error)
{
  return error->domain == MOEI_FEED_ERROR ? moei_feed_error_get_private (error)->retry_after : -1;
}

/**
 * moei_feed_error_set_retry_after:
 * @error: an error; others than the feed's are left alone
 * @seconds: the least number of seconds to wait, or -1
 */
void
moei_feed_error_set_retry_after (GError *error,
                                 int     seconds)
{
  if (error->domain == MOEI_FEED_ERROR)
    moei_feed_error_get_private (error)->retry_after = seconds;
}

/**
 * moei_feed_error_is_denial:
 * @error: (nullable): an error
 *
 * Returns: whether the service does not let us in, so that somebody has to see to it
 */
gboolean
moei_feed_error_is_denial (const GError *error)
{
  return g_error_matches (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_LOGIN) ||
         g_error_matches (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_FORBIDDEN);
}

/**
 * moei_feed_error_was_reached:
 * @error: (nullable): an error
 *
 * Returns: whether it was the service itself that answered; a fault that it
 *   reports may as well be that of what stands in front of it
 */
gboolean
moei_feed_error_was_reached (const GError *error)
{
  static const MoeiFeedError codes[] = {
    MOEI_FEED_ERROR_LOGIN, MOEI_FEED_ERROR_FORBIDDEN, MOEI_FEED_ERROR_NOT_FOUND, MOEI_FEED_ERROR_RATE_LIMIT,
    MOEI_FEED_ERROR_CODING, MOEI_FEED_ERROR_DIGEST, MOEI_FEED_ERROR_TOO_LARGE, MOEI_FEED_ERROR_MALFORMED,
    MOEI_FEED_ERROR_SILENT, MOEI_FEED_ERROR_ENDED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    if (g_error_matches (error, MOEI_FEED_ERROR, (int) codes[i]))
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_feed_error_to_sentence:
 * @error: any error
 *
 * Says in the reader's language what is wrong, so that it can be forwarded as
 * it is to the people who look after the network or the service.
 *
 * Returns: (transfer full): a sentence
 */
char *
moei_feed_error_to_sentence (const GError *error)
{
  MoeiFeedErrorPrivate *priv;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != MOEI_FEED_ERROR)
    return g_strdup (error->message);

  priv = moei_feed_error_get_private (error);
  return fill_in (_(sentences[error->code]),
                  priv->host != NULL ? priv->host : _("the service"), priv->subject);
}
