/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "door/moei-probe-words.h"
#include "feed/moei-feed-error.h"
#include "language/moei-format.h"
#include "language/moei-language.h"

/* What is said of the way to a service, in the current language. */

#define NOTABLE_SKEW_S 60

static const char * const steps[MOEI_N_PROBE_STEPS] = {
  [MOEI_PROBE_WAY] = N_("Address and files"),
  [MOEI_PROBE_NAME] = N_("Name in the network"),
  [MOEI_PROBE_CONNECTION] = N_("Connection"),
  [MOEI_PROBE_PROXY] = N_("Proxy"),
  [MOEI_PROBE_CERTIFICATE] = N_("Certificate"),
  [MOEI_PROBE_SERVICE] = N_("Answer of the service"),
  [MOEI_PROBE_DATA] = N_("Data"),
};

static const struct {
  const char *word;
  const char *icon;
} states[] = {
  [MOEI_PROBE_WAITING] = { NC_("step of a test", "Not reached"), "radio-symbolic" },
  [MOEI_PROBE_RUNNING] = { NC_("step of a test", "Being tried"), "content-loading-symbolic" },
  [MOEI_PROBE_PASSED] = { NC_("step of a test", "In order"), "object-select-symbolic" },
  [MOEI_PROBE_NOT_NEEDED] = { NC_("step of a test", "Not needed"), "list-remove-symbolic" },
  [MOEI_PROBE_FAILED] = { NC_("step of a test", "Failed"), "dialog-error-symbolic" },
};

/**
 * moei_probe_words_step:
 * @step: a step to the service
 *
 * Returns: what it is called
 */
const char *
moei_probe_words_step (MoeiProbeStep step)
{
  return _(steps[step]);
}

/**
 * moei_probe_words_state:
 * @state: how far a step is
 *
 * Returns: the word for it
 */
const char *
moei_probe_words_state (MoeiProbeState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "step of a test", states[state].word);
}

/**
 * moei_probe_words_icon:
 * @state: how far a step is
 *
 * Returns: the name of its symbol
 */
const char *
moei_probe_words_icon (MoeiProbeState state)
{
  return states[state].icon;
}

static char *
describe_certificate (MoeiProbe *probe)
{
  GTlsCertificate *certificate = moei_probe_get_certificate (probe);
  g_autofree char *issuer = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) until = NULL;

  if (certificate == NULL)
    return NULL;

  issuer = g_tls_certificate_get_issuer_name (certificate);
  until = g_tls_certificate_get_not_valid_after (certificate);
  day = until != NULL ? g_date_time_format (until, "%Y-%m-%d") : g_strdup ("?");
  /* Translators: who signed the service's certificate, and the day until which it is valid */
  return g_strdup_printf (_("Signed by %1$s, valid until %2$s"), issuer != NULL ? issuer : "?", day);
}

static char *
describe_service (MoeiProbe *probe)
{
  MoeiDocument *service = moei_probe_get_service (probe);
  const MoeiText *name;

  if (service == NULL)
    return NULL;

  name = moei_document_get_name (service);
  if (name == NULL)
    return NULL;
  if (moei_document_get_exercise (service))
    /* Translators: %s is an operation's name */
    return g_strdup_printf (_("%s (exercise)"), moei_text_get (name, moei_language_get_current ()));
  return g_strdup (moei_text_get (name, moei_language_get_current ()));
}

/* An operation's figures may be old though the service is not. */
static char *
describe_data (MoeiProbe *probe)
{
  MoeiDocument *service = moei_probe_get_service (probe);
  MoeiDocument *situation = moei_probe_get_situation (probe);
  gint64 now, observed;
  g_autofree char *age = NULL;

  if (situation == NULL)
    return NULL;

  now = moei_document_get_clock_time (service);
  observed = moei_document_get_observed (situation);
  if (now == MOEI_INSTANT_UNKNOWN || observed == MOEI_INSTANT_UNKNOWN)
    return g_strdup (_("No figures are reported yet."));
  age = moei_format_age (moei_language_get_current (), MAX (now - observed, 0) / G_USEC_PER_SEC);
  /* Translators: %s is a length of time: "3 min" */
  return g_strdup_printf (_("Age of the latest figures: %s"), age);
}

/* A wrong clock makes certificates look too old or too new. */
static char *
describe_clock (MoeiProbe *probe)
{
  MoeiDocument *service = moei_probe_get_service (probe);
  gint64 skew;
  g_autofree char *age = NULL;

  if (service == NULL || moei_document_get_exercise (service) ||
      moei_document_get_clock_time (service) == MOEI_INSTANT_UNKNOWN)
    return NULL;

  skew = (moei_document_get_clock_time (service) - g_get_real_time ()) / G_USEC_PER_SEC;
  if (ABS (skew) <= NOTABLE_SKEW_S)
    return NULL;
  age = moei_format_age (moei_language_get_current (), ABS (skew));
  if (skew > 0)
    return g_strdup_printf (_("The clock of this computer is %s behind the service's."), age);
  return g_strdup_printf (_("The clock of this computer is %s ahead of the service's."), age);
}

/**
 * moei_probe_words_detail:
 * @probe: a probe
 * @step: a step that has been tried
 *
 * Returns: (transfer full) (nullable): what was found there, or what is wrong
 */
char *
moei_probe_words_detail (MoeiProbe     *probe,
                         MoeiProbeStep  step)
{
  g_autofree char *clock = NULL;

  if (moei_probe_get_state (probe, step) == MOEI_PROBE_FAILED)
    return moei_feed_error_to_sentence (moei_probe_get_error (probe));
  if (moei_probe_get_state (probe, step) != MOEI_PROBE_PASSED)
    return NULL;
  if (step == MOEI_PROBE_CERTIFICATE)
    return describe_certificate (probe);
  if (step == MOEI_PROBE_DATA)
    return describe_data (probe);
  if (step != MOEI_PROBE_SERVICE)
    return NULL;

  clock = describe_clock (probe);
  return clock != NULL ? g_steal_pointer (&clock) : describe_service (probe);
}
