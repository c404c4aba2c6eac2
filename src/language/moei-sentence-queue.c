/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-count.h"

/* What is said of those who wait: when they will have left, and whose figures
 * differ. */

static char *
say_no_forecast (MoeiLanguage        language,
                 const MoeiClearing *clearing)
{
  g_autofree char *date = NULL, *planned = NULL;

  if (clearing->planned == 0)
    return g_strdup (moei_pgettext (language, "clearing", "no forecast"));
  date = moei_format_date (language, clearing->planned_day, MOEI_DATE_SHORT);
  if (clearing->planned < 0)
    /* Translators: of the people of a country some are planned to leave by the day %s; of the others nothing can be said */
    return g_strdup_printf (moei_pgettext (language, "clearing", "some by %s, rest unknown"), date);
  planned = moei_format_count (language, clearing->planned);
  /* Translators: of the people of a country %1$s are planned to leave by the day %2$s; of the others nothing can be said: "48 by 22 Mar, rest unknown" */
  return g_strdup_printf (moei_pgettext (language, "clearing", "%1$s by %2$s, rest unknown"), planned, date);
}

/**
 * moei_sentence_clearing:
 * @language: the reader's language
 * @clearing: when the last of a nationality leaves
 *
 * Returns: (transfer full): "20 – 26 Mar", "no lane", "will not clear under this
 *   rule", "no forecast", "48 by 22 Mar, rest unknown" or "cleared"; without
 *   that number where it is withheld
 */
char *
moei_sentence_clearing (MoeiLanguage        language,
                        const MoeiClearing *clearing)
{
  g_autofree char *date = NULL;

  switch (clearing->answer) {
  case MOEI_CLEARING_CLEARED:
    /* Translators: nobody of a country waits any more */
    return g_strdup (moei_pgettext (language, "clearing", "cleared"));
  case MOEI_CLEARING_NO_LANE:
    /* Translators: the rule gives no weekday to a country's people */
    return g_strdup (moei_pgettext (language, "clearing", "no lane"));
  case MOEI_CLEARING_NEVER:
    return g_strdup (moei_pgettext (language, "clearing", "will not clear under this rule"));
  case MOEI_CLEARING_DATE:
    if (!clearing->open_ended)
      return moei_format_date_span (language, clearing->low, clearing->high);
    date = moei_format_date (language, clearing->low, MOEI_DATE_SHORT);
    /* Translators: everybody of a country will have left on %s or later, perhaps much later */
    return g_strdup_printf (moei_pgettext (language, "clearing", "%s at the earliest"), date);
  case MOEI_CLEARING_NO_FORECAST:
  default:
    return say_no_forecast (language, clearing);
  }
}

/**
 * moei_word_limit:
 * @language: the reader's language
 * @limit: what makes it take so long
 *
 * Returns: its word, to stand beside a date: "quota", "seats", "papers"
 */
const char *
moei_word_limit (MoeiLanguage language,
                 MoeiLimit    limit)
{
  switch (limit) {
  case MOEI_LIMIT_QUOTA:
    return moei_pgettext (language, "limit", "quota");
  case MOEI_LIMIT_SEATS:
    return moei_pgettext (language, "limit", "seats");
  case MOEI_LIMIT_PAPERS:
    return moei_pgettext (language, "limit", "papers");
  case MOEI_LIMIT_PLAN:
    /* Translators: all of a country's people are planned for coming flights */
    return moei_pgettext (language, "limit", "as planned");
  case MOEI_LIMIT_NONE:
  default:
    /* Translators: only weekdays and holidays decide when a country's people can go */
    return moei_pgettext (language, "limit", "calendar");
  }
}

/**
 * moei_sentence_limit:
 * @language: the reader's language
 * @limit: what makes it take so long
 *
 * Returns: (transfer full): what makes it take so long
 */
char *
moei_sentence_limit (MoeiLanguage language,
                     MoeiLimit    limit)
{
  switch (limit) {
  case MOEI_LIMIT_QUOTA:
    return g_strdup (moei_gettext (language, "Limited by the quota"));
  case MOEI_LIMIT_SEATS:
    return g_strdup (moei_gettext (language, "Limited by the seats of flights"));
  case MOEI_LIMIT_PAPERS:
    /* Translators: the embassy's confirmations take longest */
    return g_strdup (moei_gettext (language, "Limited by papers"));
  case MOEI_LIMIT_PLAN:
    return g_strdup (moei_gettext (language, "All are planned for coming flights"));
  case MOEI_LIMIT_NONE:
  default:
    return g_strdup (moei_gettext (language, "Limited by the calendar only"));
  }
}

/**
 * moei_sentence_roll_check:
 * @language: the reader's language
 * @check: a list's sum against what it prints
 *
 * Returns: (transfer full): "rows add to 7,158, the list says 7,141"
 */
char *
moei_sentence_roll_check (MoeiLanguage         language,
                          const MoeiRollCheck *check)
{
  g_autofree char *sum = moei_format_count (language, check->sum);
  g_autofree char *total = moei_format_count (language, check->total);
  g_autofree char *unknown = moei_format_count (language, check->unknown);
  g_autofree char *rows = moei_format_count (language, check->rows);

  if (check->verdict == MOEI_ROLL_DIFFERS)
    /* Translators: a list of people by country that does not add up */
    return g_strdup_printf (moei_gettext (language, "rows add to %1$s, the list says %2$s"), sum, total);
  if (check->verdict == MOEI_ROLL_ADDS_UP)
    /* Translators: a list of people by country that adds up */
    return g_strdup_printf (moei_gettext (language, "rows add to %s, as the list says"), sum);
  if (check->unknown > 0 || check->rows == 0)
    /* Translators: a list of people by country in which %1$s rows have no number */
    return g_strdup_printf (moei_gettext (language, "%1$s of %2$s rows are not known"), unknown, rows);
  /* Translators: a list of people by country without a sum of its own */
  return g_strdup_printf (moei_gettext (language, "rows add to %s, the list names no total"), sum);
}

/**
 * moei_sentence_disagreement:
 * @language: the reader's language
 * @disagreement: two owners whose figures differ
 *
 * Returns: (transfer full): "differ by 3,073"
 */
char *
moei_sentence_disagreement (MoeiLanguage            language,
                            const MoeiDisagreement *disagreement)
{
  g_autofree char *difference = moei_format_count (language, ABS (disagreement->difference));

  /* Translators: two owners' figures for the same thing, shown side by side */
  return g_strdup_printf (moei_gettext (language, "differ by %s"), difference);
}
