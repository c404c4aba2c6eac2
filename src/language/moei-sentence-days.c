/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-count.h"
#include "operation/moei-holiday.h"

/* What is said of days: why nobody goes, what became of the quota, what is
 * expected. */

#define BETWEEN " · "

static const char *
calendar_of (MoeiLanguage language,
             const char  *code)
{
  if (g_strcmp0 (code, "THA") == 0)
    return moei_pgettext (language, "calendar", "Thailand");
  if (g_strcmp0 (code, "MMR") == 0)
    return moei_pgettext (language, "calendar", "Myanmar");
  if (g_strcmp0 (code, "CHN") == 0)
    return moei_pgettext (language, "calendar", "China");
  return code;
}

static char *
say_holidays (MoeiLanguage language,
              GPtrArray   *holidays)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++) {
    MoeiHoliday *holiday = holidays->pdata[i];
    const char *calendar = calendar_of (language, moei_holiday_get_calendar (holiday));
    const MoeiText *name = moei_holiday_get_name (holiday);

    if (i > 0)
      g_string_append (out, BETWEEN);
    if (calendar != NULL && name != NULL)
      /* Translators: a holiday and whose it is: "Thailand: Songkran" */
      g_string_append_printf (out, moei_pgettext (language, "holiday", "%1$s: %2$s"), calendar,
                              moei_text_get (name, language));
    else
      g_string_append (out, name != NULL ? moei_text_get (name, language) : moei_pgettext (language, "day", "holiday"));
  }
  return g_string_free (out, FALSE);
}

/**
 * moei_sentence_day_kind:
 * @language: the reader's language
 * @kind: what kind of day it is
 * @holidays: (nullable) (element-type MoeiHoliday): the holidays that fall on it
 *
 * Returns: (transfer full) (nullable): why nobody goes under the quota: "weekend",
 *   "Thailand: Songkran · Myanmar: Thingyan"; %NULL for a quota day
 */
char *
moei_sentence_day_kind (MoeiLanguage language,
                        MoeiDayKind  kind,
                        GPtrArray   *holidays)
{
  switch (kind) {
  case MOEI_DAY_KIND_BEFORE_RULE:
    return g_strdup (moei_pgettext (language, "day", "no quota yet"));
  case MOEI_DAY_KIND_NO_LANE:
    /* Translators: a weekday on which the rule lets nobody go first */
    return g_strdup (moei_pgettext (language, "day", "no lane on this weekday"));
  case MOEI_DAY_KIND_WEEKEND:
    return g_strdup (moei_pgettext (language, "day", "weekend"));
  case MOEI_DAY_KIND_HOLIDAY:
    if (holidays != NULL && holidays->len > 0)
      return say_holidays (language, holidays);
    return g_strdup (moei_pgettext (language, "day", "holiday"));
  case MOEI_DAY_KIND_CANCELLED:
    return g_strdup (moei_pgettext (language, "day", "cancelled"));
  case MOEI_DAY_KIND_UNKNOWN:
  case MOEI_DAY_KIND_QUOTA:
  default:
    return NULL;
  }
}

/* Adds "39 lost" where there is anything to say. */
static void
say_part (GString      *out,
          MoeiLanguage  language,
          const char   *format,
          int           count)
{
  g_autofree char *number = NULL;

  if (count <= 0)
    return;
  number = moei_format_count (language, count);
  if (out->len > 0)
    g_string_append (out, BETWEEN);
  g_string_append_printf (out, format, number);
}

static char *
say_accounts (MoeiLanguage        language,
              const MoeiAccounts *accounts)
{
  GString *out = g_string_new (NULL);
  gboolean is_known = accounts->unexplained != MOEI_DIFFERENCE_UNKNOWN;

  /* Translators: places of a day's quota that nobody used: %s of them are gone */
  say_part (out, language, moei_pgettext (language, "accounts", "%s lost"), accounts->lost);
  /* Translators: %s places of a day's quota were given to other nationals */
  say_part (out, language, moei_pgettext (language, "accounts", "%s to others"), accounts->reallocated);
  /* Translators: %s places of a day's quota were carried to another day */
  say_part (out, language, moei_pgettext (language, "accounts", "%s carried"), accounts->carried);
  /* Translators: %s more people left than the day's quota allowed */
  say_part (out, language, moei_pgettext (language, "accounts", "%s over the quota"), accounts->over);
  /* Translators: of %s places of a day's quota nobody knows what became */
  say_part (out, language, moei_pgettext (language, "accounts", "%s unexplained"),
            is_known ? accounts->unexplained : 0);
  /* Translators: %s more places of a day's quota are booked than were left over */
  say_part (out, language, moei_pgettext (language, "accounts", "%s booked too many"),
            is_known ? -accounts->unexplained : 0);
  if (out->len == 0)
    g_string_append (out, moei_pgettext (language, "accounts", "quota used in full"));
  return g_string_free (out, FALSE);
}

/**
 * moei_sentence_accounts:
 * @language: the reader's language
 * @accounts: of a day or a week
 *
 * Returns: (transfer full): what became of the places that nobody used: "39 lost",
 *   "4 to others · 10 carried", "156 over the quota", "not closed yet"
 */
char *
moei_sentence_accounts (MoeiLanguage        language,
                        const MoeiAccounts *accounts)
{
  switch (accounts->state) {
  case MOEI_ACCOUNTS_NO_QUOTA:
    return g_strdup (moei_pgettext (language, "accounts", "no quota"));
  case MOEI_ACCOUNTS_OPEN:
    /* Translators: of a day that is not over, so that its quota may still be used */
    return g_strdup (moei_pgettext (language, "accounts", "not closed yet"));
  case MOEI_ACCOUNTS_BALANCED:
  case MOEI_ACCOUNTS_UNEXPLAINED:
    return say_accounts (language, accounts);
  case MOEI_ACCOUNTS_UNKNOWN:
  default:
    /* Translators: nobody has said what became of a day's quota */
    return g_strdup (moei_pgettext (language, "accounts", "not accounted for"));
  }
}

/**
 * moei_sentence_crossing:
 * @language: the reader's language
 * @crossing: who left on whose day
 *
 * Returns: (transfer full) (nullable): "36 off their lane's day"; %NULL where nobody
 *   is known to have left on another's day
 */
char *
moei_sentence_crossing (MoeiLanguage        language,
                        const MoeiCrossing *crossing)
{
  g_autofree char *people = NULL;

  if (crossing->off_lane <= 0)
    return NULL;
  people = moei_format_count (language, crossing->off_lane);
  /* Translators: %s people left on a weekday that is meant for other nationals */
  return g_strdup_printf (moei_gettext (language, "%s off their lane's day"), people);
}

/**
 * moei_sentence_forecast:
 * @language: the reader's language
 * @day: what a coming day is expected to clear
 *
 * Returns: (transfer full): "280", or "280 (250–300)" where fewest and most differ
 */
char *
moei_sentence_forecast (MoeiLanguage           language,
                        const MoeiForecastDay *day)
{
  g_autofree char *low = moei_format_count (language, day->low);
  g_autofree char *middle = moei_format_count (language, day->middle);
  g_autofree char *high = moei_format_count (language, day->high);

  if (day->low == day->high)
    return g_steal_pointer (&middle);
  /* Translators: people expected on a day: "280 (250–300)", between %2$s and %3$s */
  return g_strdup_printf (moei_pgettext (language, "forecast", "%1$s (%2$s–%3$s)"), middle, low, high);
}
