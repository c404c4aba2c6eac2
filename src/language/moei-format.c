/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"

#include <math.h>
#include <string.h>

#include "language/moei-language.h"
#include "operation/moei-entity.h"
#include "rules/moei-difference.h"

#define UNKNOWN      "–"
#define BURMESE_ZERO 0x1040

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

static gboolean latin_digits;

/**
 * moei_format_set_native_digits:
 * @native: whether Burmese is written with its own digits; it is at first
 *
 * For the program as a whole, before anything is shown.
 */
void
moei_format_set_native_digits (gboolean native)
{
  latin_digits = !native;
}

/**
 * moei_format_digits:
 * @language: the reader's language
 * @text: a text with digits 0 to 9, a flight's number say
 *
 * Returns: (transfer full): @text with the digits that @language writes:
 *   Burmese its own, unless moei_format_set_native_digits() says otherwise, the
 *   others these
 */
char *
moei_format_digits (MoeiLanguage language,
                    const char  *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  if (language != MOEI_LANGUAGE_MY || latin_digits)
    return g_strdup (text);

  out = g_string_sized_new (strlen (text) * 3 + 1);
  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (out, BURMESE_ZERO + (gunichar) g_ascii_digit_value (*p));
    else
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

/* All four languages group by three with a comma and have a decimal point. */
static char *
group (const char *number)
{
  gsize n_before = strcspn (number, ".");
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n_before; i++) {
    g_string_append_c (out, number[i]);
    if (g_ascii_isdigit (number[i]) && i + 1 < n_before && (n_before - i - 1) % 3 == 0)
      g_string_append_c (out, ',');
  }
  g_string_append (out, number + n_before);
  return g_string_free (out, FALSE);
}

/**
 * moei_format_count:
 * @language: the reader's language
 * @count: how many, `MOEI_COUNT_UNKNOWN` or `MOEI_COUNT_SUPPRESSED`
 *
 * Returns: (transfer full): "1,840"; "–" where nobody has said, "<5" where it
 *   is withheld because it is small
 */
char *
moei_format_count (MoeiLanguage language,
                   int          count)
{
  g_autofree char *plain = NULL;
  g_autofree char *grouped = NULL;

  if (count == MOEI_COUNT_SUPPRESSED)
    return moei_format_digits (language, "<5");
  if (count < 0)
    return g_strdup (UNKNOWN);

  plain = g_strdup_printf ("%d", count);
  grouped = group (plain);
  return moei_format_digits (language, grouped);
}

/**
 * moei_format_difference:
 * @language: the reader's language
 * @difference: a difference of counts, or `MOEI_DIFFERENCE_UNKNOWN`
 *
 * Returns: (transfer full): "+3", "−1,204", "0"; "–" where it is not known
 */
char *
moei_format_difference (MoeiLanguage language,
                        int          difference)
{
  g_autofree char *count = NULL;

  if (difference == MOEI_DIFFERENCE_UNKNOWN)
    return g_strdup (UNKNOWN);

  count = moei_format_count (language, ABS (difference));
  if (difference == 0)
    return g_steal_pointer (&count);
  return g_strconcat (difference < 0 ? "−" : "+", count, NULL);
}

/**
 * moei_format_decimal:
 * @language: the reader's language
 * @number: a number
 * @n_places: how many decimal places, up to 6
 *
 * Returns: (transfer full): "1,234.5"; "–" where it is not a number
 */
char *
moei_format_decimal (MoeiLanguage language,
                     double       number,
                     guint        n_places)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE * 9];
  char how[] = "%.0f";
  g_autofree char *grouped = NULL;

  g_return_val_if_fail (n_places <= 6, NULL);

  if (!isfinite (number))
    return g_strdup (UNKNOWN);

  how[2] += (char) n_places;
  g_ascii_formatd (plain, sizeof plain, how, number);
  grouped = group (plain);
  return moei_format_digits (language, grouped);
}

/**
 * moei_format_percent:
 * @language: the reader's language
 * @share: a share of the whole, 1 for all of it
 *
 * A share short of the whole is never rounded up to it, nor is some to none.
 *
 * Returns: (transfer full): "71%"; "–" where it is not a number
 */
char *
moei_format_percent (MoeiLanguage language,
                     double       share)
{
  double percent = round (share * 100);
  g_autofree char *number = NULL;

  if (!isfinite (share))
    return g_strdup (UNKNOWN);

  if (share < 1)
    percent = MIN (percent, 99);
  if (share > 0)
    percent = MAX (percent, 1);

  number = moei_format_decimal (language, percent, 0);
  /* Translators: a share of the whole, "71%" */
  return g_strdup_printf (moei_gettext (language, "%s%%"), number);
}

/**
 * moei_format_distance:
 * @language: the reader's language
 * @metres: a distance
 *
 * Returns: (transfer full): "350 m", "1.2 km", "5 km", "48 km"; "–" where it is unknown
 */
char *
moei_format_distance (MoeiLanguage language,
                      double       metres)
{
  g_autofree char *number = NULL;
  double tenths;

  if (!isfinite (metres) || metres < 0)
    return g_strdup (UNKNOWN);

  if (metres < 999.5) {
    number = moei_format_decimal (language, metres, 0);
    return g_strdup_printf (moei_gettext (language, "%s m"), number);
  }

  tenths = round (metres / 100);
  number = moei_format_decimal (language, metres / 1000, tenths < 100 && fmod (tenths, 10) > 0 ? 1 : 0);
  return g_strdup_printf (moei_gettext (language, "%s km"), number);
}

static char *
say_one (MoeiLanguage  language,
         const char   *message,
         gint64        n)
{
  g_autofree char *number = moei_format_count (language, (int) MIN (n, G_MAXINT));

  return g_strdup_printf (message, number);
}

static char *
say_two (MoeiLanguage  language,
         const char   *message,
         gint64        hours,
         gint64        minutes)
{
  g_autofree char *h = moei_format_count (language, (int) hours);
  g_autofree char *m = moei_format_count (language, (int) minutes);

  return g_strdup_printf (message, h, m);
}

/**
 * moei_format_duration:
 * @language: the reader's language
 * @seconds: how long; less than none counts as none
 *
 * Returns: (transfer full): "4 s", "3 min", "2 h", "2 h 10 min", "5 days"
 */
char *
moei_format_duration (MoeiLanguage language,
                      gint64       seconds)
{
  gint64 days, hours, minutes;

  seconds = MAX (seconds, 0);
  days = seconds / DAY;
  hours = seconds / HOUR;
  minutes = seconds % HOUR / MINUTE;

  if (days > 0)
    return say_one (language, moei_ngettext (language, "%s day", "%s days", (gulong) days), days);
  if (hours > 0 && minutes > 0)
    return say_two (language, moei_gettext (language, "%1$s h %2$s min"), hours, minutes);
  if (hours > 0)
    return say_one (language, moei_ngettext (language, "%s h", "%s h", (gulong) hours), hours);
  if (minutes > 0)
    return say_one (language, moei_ngettext (language, "%s min", "%s min", (gulong) minutes), minutes);
  return say_one (language, moei_ngettext (language, "%s s", "%s s", (gulong) seconds), seconds);
}

/**
 * moei_format_age:
 * @language: the reader's language
 * @seconds: how old something is
 *
 * Returns: (transfer full): its age, to stand beside a word: "4 s", "2 h 10 min", "5 days"
 */
char *
moei_format_age (MoeiLanguage language,
                 gint64       seconds)
{
  return moei_format_duration (language, seconds);
}

/**
 * moei_format_updated:
 * @language: the reader's language
 * @seconds: how old something is
 *
 * Returns: (transfer full): its age as a sentence: "Updated 4 s ago"
 */
char *
moei_format_updated (MoeiLanguage language,
                     gint64       seconds)
{
  gint64 days, hours, minutes;

  seconds = MAX (seconds, 0);
  days = seconds / DAY;
  hours = seconds / HOUR;
  minutes = seconds % HOUR / MINUTE;

  if (days > 0)
    return say_one (language, moei_ngettext (language, "Updated %s day ago", "Updated %s days ago", (gulong) days), days);
  if (hours > 0 && minutes > 0)
    return say_two (language, moei_gettext (language, "Updated %1$s h %2$s min ago"), hours, minutes);
  if (hours > 0)
    return say_one (language, moei_ngettext (language, "Updated %s h ago", "Updated %s h ago", (gulong) hours), hours);
  if (minutes > 0)
    return say_one (language, moei_ngettext (language, "Updated %s min ago", "Updated %s min ago", (gulong) minutes), minutes);
  return say_one (language, moei_ngettext (language, "Updated %s s ago", "Updated %s s ago", (gulong) seconds), seconds);
}

/**
 * moei_format_delay:
 * @language: the reader's language
 * @minutes: how much later than planned; negative if earlier
 *
 * Returns: (transfer full): "+25 min", "−5 min", "+2 h 10 min"
 */
char *
moei_format_delay (MoeiLanguage language,
                   int          minutes)
{
  g_autofree char *duration = NULL;

  if (minutes == 0)
    return say_one (language, moei_ngettext (language, "%s min", "%s min", 0), 0);

  duration = moei_format_duration (language, ABS ((gint64) minutes) * MINUTE);
  return g_strconcat (minutes < 0 ? "−" : "+", duration, NULL);
}
