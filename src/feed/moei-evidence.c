/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "feed/moei-evidence.h"

/* What those who look after the network need to find a fault: where we asked,
 * and which certificate was shown.  It is kept as values, a line each in the
 * order of the names below, and put into words in the reader's language. */

static const char * const names[] = {
  /* Translators: "Host: moei.example.org:443" */
  N_("Host: %s"),
  /* Translators: the subject of a certificate: "Certificate of: CN=moei.example.org" */
  N_("Certificate of: %s"),
  N_("Signed by: %s"),
  /* Translators: a day follows: "Valid from: 2025-03-01" */
  N_("Valid from: %s"),
  N_("Valid until: %s"),
  N_("Fingerprint (SHA-256): %s"),
};

static void
add (GString    *evidence,
     const char *value)
{
  g_autofree char *line = g_utf8_make_valid (value != NULL ? value : "", -1);

  g_string_append (evidence, g_strdelimit (line, "\n\r", ' '));
  g_string_append_c (evidence, '\n');
}

static void
add_day (GString   *evidence,
         GDateTime *instant)
{
  g_autofree char *day = instant != NULL ? g_date_time_format (instant, "%Y-%m-%d") : NULL;

  add (evidence, day);
}

static void
add_fingerprint (GString         *evidence,
                 GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) text = g_string_new (NULL);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_object_get (certificate, "certificate", &der, NULL);
  if (der != NULL) {
    g_checksum_update (checksum, der->data, der->len);
    g_checksum_get_digest (checksum, digest, &length);
    for (gsize i = 0; i < length; i++)
      g_string_append_printf (text, "%s%02X", i > 0 ? ":" : "", digest[i]);
  }
  add (evidence, text->str);
}

/**
 * moei_evidence_new:
 * @host: whom we asked
 * @port: on which port; -1 for the usual one
 * @certificate: (nullable): what was shown
 *
 * Returns: (transfer full): what there is to look into
 */
char *
moei_evidence_new (const char      *host,
                   int              port,
                   GTlsCertificate *certificate)
{
  GString *evidence = g_string_new (NULL);
  g_autofree char *where = port > 0 ? g_strdup_printf ("%s:%d", host, port) : g_strdup (host);

  add (evidence, where);
  if (certificate != NULL) {
    g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);
    g_autofree char *issuer = g_tls_certificate_get_issuer_name (certificate);
    g_autoptr (GDateTime) from = g_tls_certificate_get_not_valid_before (certificate);
    g_autoptr (GDateTime) until = g_tls_certificate_get_not_valid_after (certificate);

    add (evidence, subject);
    add (evidence, issuer);
    add_day (evidence, from);
    add_day (evidence, until);
    add_fingerprint (evidence, certificate);
  }
  return g_string_free (evidence, FALSE);
}

/**
 * moei_evidence_to_text:
 * @evidence: made by moei_evidence_new()
 *
 * Returns: (transfer full): the same with names, a line each, in the current language
 */
char *
moei_evidence_to_text (const char *evidence)
{
  g_auto (GStrv) values = g_strsplit (evidence, "\n", G_N_ELEMENTS (names) + 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names) && values[i] != NULL; i++) {
    if (*values[i] == '\0')
      continue;
    if (text->len > 0)
      g_string_append_c (text, '\n');
    g_string_append_printf (text, _(names[i]), values[i]);
  }
  return g_string_free (text, FALSE);
}
