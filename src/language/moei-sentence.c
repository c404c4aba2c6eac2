/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-sentence.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"

/* Whole sentences about what follows from the data, so that each language can
 * put them in its own order. */

static char *
what_is_missing (MoeiLanguage   language,
                 MoeiBottleneck bottleneck)
{
  switch (bottleneck) {
  case MOEI_BOTTLENECK_SEATS:
    return g_strdup (moei_pgettext (language, "bottleneck", "seats"));
  case MOEI_BOTTLENECK_SLOTS:
    return g_strdup (moei_pgettext (language, "bottleneck", "slots"));
  case MOEI_BOTTLENECK_EMBASSY:
    return g_strdup (moei_pgettext (language, "bottleneck", "embassy confirmation"));
  case MOEI_BOTTLENECK_SCREENING:
    return g_strdup (moei_pgettext (language, "bottleneck", "screening"));
  case MOEI_BOTTLENECK_LISTING:
    return g_strdup (moei_pgettext (language, "bottleneck", "listing by the holder"));
  case MOEI_BOTTLENECK_NONE:
  default:
    return g_strdup (moei_pgettext (language, "bottleneck", "people ready to travel"));
  }
}

static char *
short_of_quota (MoeiLanguage      language,
                const MoeiFunnel *funnel)
{
  g_autofree char *short_by = moei_format_count (language, funnel->short_by);
  g_autofree char *missing = what_is_missing (language, funnel->bottleneck);
  g_autofree char *waiting = moei_format_count (language, funnel->waiting);
  g_autofree char *wait = NULL;

  if (funnel->waiting <= 0)
    /* Translators: "Short by 42: people ready to travel"; %1$s people are missing for today's quota, %2$s is what they lack */
    return g_strdup_printf (moei_gettext (language, "Short by %1$s: %2$s"), short_by, missing);

  if (funnel->bottleneck == MOEI_BOTTLENECK_SEATS || funnel->longest_wait <= 0)
    /* Translators: "Short by 42: seats (100 waiting)" */
    return g_strdup_printf (moei_gettext (language, "Short by %1$s: %2$s (%3$s waiting)"), short_by, missing, waiting);

  wait = moei_format_count (language, funnel->longest_wait);
  /* Translators: "Short by 42: embassy confirmation (61 waiting, longest 9 days)"; the plural is that of %4$s */
  return g_strdup_printf (moei_ngettext (language,
                                         "Short by %1$s: %2$s (%3$s waiting, longest %4$s day)",
                                         "Short by %1$s: %2$s (%3$s waiting, longest %4$s days)",
                                         (gulong) funnel->longest_wait),
                          short_by, missing, waiting, wait);
}

/**
 * moei_sentence_funnel:
 * @language: the reader's language
 * @funnel: today's stages against today's quota
 *
 * Returns: (transfer full): the answer to "are we going to make today's quota,
 *   and if not, what is missing?"
 */
char *
moei_sentence_funnel (MoeiLanguage      language,
                      const MoeiFunnel *funnel)
{
  g_autofree char *quota = moei_format_count (language, funnel->quota);
  g_autofree char *short_by = moei_format_count (language, funnel->short_by);

  switch (funnel->verdict) {
  case MOEI_VERDICT_NO_QUOTA:
    return g_strdup (moei_gettext (language, "No quota today"));
  case MOEI_VERDICT_MET:
    /* Translators: %s people were allowed to leave today, and at least as many have */
    return g_strdup_printf (moei_gettext (language, "Today's quota of %s has departed"), quota);
  case MOEI_VERDICT_COVERED:
    return g_strdup (moei_gettext (language, "Today is covered"));
  case MOEI_VERDICT_CLOSED_SHORT:
    /* Translators: the day is over; %s people fewer left than the quota allowed */
    return g_strdup_printf (moei_gettext (language, "Closed for today, %s short of the quota"), short_by);
  case MOEI_VERDICT_SHORT:
    return short_of_quota (language, funnel);
  case MOEI_VERDICT_UNKNOWN:
  default:
    return g_strdup (moei_gettext (language, "Too little is reported to say"));
  }
}
