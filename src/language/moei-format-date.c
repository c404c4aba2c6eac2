/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"

#include "operation/moei-entity.h"

/* The words and orders of dates are here rather than in locales or in ICU:
 * the former may not be installed, the latter change with every release, and a
 * board must not.  tests/language/test-format-date.c compares the words with ICU's. */

#define UNKNOWN           "–"
#define BUDDHIST_ERA      543
#define N_MONTHS          12
#define N_WEEKDAYS        7

static const char * const months[MOEI_N_LANGUAGES][N_MONTHS] = {
  [MOEI_LANGUAGE_EN] = { "January", "February", "March", "April", "May", "June",
                         "July", "August", "September", "October", "November", "December" },
  [MOEI_LANGUAGE_TH] = { "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
                         "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม" },
  [MOEI_LANGUAGE_MY] = { "ဇန်နဝါရီ", "ဖေဖော်ဝါရီ", "မတ်", "ဧပြီ", "မေ", "ဇွန်",
                         "ဇူလိုင်", "ဩဂုတ်", "စက်တင်ဘာ", "အောက်တိုဘာ", "နိုဝင်ဘာ", "ဒီဇင်ဘာ" },
  [MOEI_LANGUAGE_ZH_CN] = { "1月", "2月", "3月", "4月", "5月", "6月",
                            "7月", "8月", "9月", "10月", "11月", "12月" },
};

/* Burmese abbreviates to single letters that nobody reads at a glance. */
static const char * const short_months[MOEI_N_LANGUAGES][N_MONTHS] = {
  [MOEI_LANGUAGE_EN] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  [MOEI_LANGUAGE_TH] = { "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
                         "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค." },
  [MOEI_LANGUAGE_MY] = { "ဇန်နဝါရီ", "ဖေဖော်ဝါရီ", "မတ်", "ဧပြီ", "မေ", "ဇွန်",
                         "ဇူလိုင်", "ဩဂုတ်", "စက်တင်ဘာ", "အောက်တိုဘာ", "နိုဝင်ဘာ", "ဒီဇင်ဘာ" },
  [MOEI_LANGUAGE_ZH_CN] = { "1月", "2月", "3月", "4月", "5月", "6月",
                            "7月", "8月", "9月", "10月", "11月", "12月" },
};

/* Monday first */
static const char * const weekdays[MOEI_N_LANGUAGES][N_WEEKDAYS] = {
  [MOEI_LANGUAGE_EN] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  [MOEI_LANGUAGE_TH] = { "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์" },
  [MOEI_LANGUAGE_MY] = { "တနင်္လာ", "အင်္ဂါ", "ဗုဒ္ဓဟူး", "ကြာသပတေး", "သောကြာ", "စနေ", "တနင်္ဂနွေ" },
  [MOEI_LANGUAGE_ZH_CN] = { "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" },
};

/* The short Burmese names are those of calendars and older CLDR; the full
 * names, which CLDR gives now, do not fit beside six others. */
static const char * const short_weekdays[MOEI_N_LANGUAGES][N_WEEKDAYS] = {
  [MOEI_LANGUAGE_EN] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
  [MOEI_LANGUAGE_TH] = { "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา." },
  [MOEI_LANGUAGE_MY] = { "လာ", "ဂါ", "ဟူး", "တေး", "ကြာ", "နေ", "နွေ" },
  [MOEI_LANGUAGE_ZH_CN] = { "周一", "周二", "周三", "周四", "周五", "周六", "周日" },
};

/* A pattern's letters: y year, M month, b short month, d day of the month,
 * W weekday, w short weekday; everything else stands for itself. */
static const char * const patterns[MOEI_N_LANGUAGES][MOEI_DATE_WEEKDAY_LONG + 1] = {
  [MOEI_LANGUAGE_EN] = {
    [MOEI_DATE_LONG] = "W d M y",
    [MOEI_DATE_HEADING] = "W d M",
    [MOEI_DATE_MEDIUM] = "d M y",
    [MOEI_DATE_SHORT] = "d b",
    [MOEI_DATE_WEEKDAY_DAY] = "w d",
    [MOEI_DATE_WEEKDAY] = "w",
    [MOEI_DATE_WEEKDAY_LONG] = "W",
  },
  [MOEI_LANGUAGE_TH] = {
    [MOEI_DATE_LONG] = "Wที่ d M y",
    [MOEI_DATE_HEADING] = "Wที่ d M",
    [MOEI_DATE_MEDIUM] = "d M y",
    [MOEI_DATE_SHORT] = "d b",
    [MOEI_DATE_WEEKDAY_DAY] = "w d",
    [MOEI_DATE_WEEKDAY] = "w",
    [MOEI_DATE_WEEKDAY_LONG] = "W",
  },
  [MOEI_LANGUAGE_MY] = {
    [MOEI_DATE_LONG] = "y ခုနှစ်၊ Mလ d ရက်၊ Wနေ့",
    [MOEI_DATE_HEADING] = "Mလ d ရက်၊ Wနေ့",
    [MOEI_DATE_MEDIUM] = "d M y",
    [MOEI_DATE_SHORT] = "d b",
    [MOEI_DATE_WEEKDAY_DAY] = "w d",
    [MOEI_DATE_WEEKDAY] = "w",
    [MOEI_DATE_WEEKDAY_LONG] = "Wနေ့",
  },
  [MOEI_LANGUAGE_ZH_CN] = {
    [MOEI_DATE_LONG] = "y年Md日W",
    [MOEI_DATE_HEADING] = "Md日W",
    [MOEI_DATE_MEDIUM] = "y年Md日",
    [MOEI_DATE_SHORT] = "bd日",
    [MOEI_DATE_WEEKDAY_DAY] = "w d日",
    [MOEI_DATE_WEEKDAY] = "w",
    [MOEI_DATE_WEEKDAY_LONG] = "W",
  },
};

/* Ranges within a month, within a year, across years; the first day's letters
 * are as above, the last day's year, month, short month and day are Y, N, B and D. */
static const char * const ranges[MOEI_N_LANGUAGES][3] = {
  [MOEI_LANGUAGE_EN] = { "d–D N Y", "d M – D N Y", "d M y – D N Y" },
  [MOEI_LANGUAGE_TH] = { "d–D N Y", "d M – D N Y", "d M y – D N Y" },
  [MOEI_LANGUAGE_MY] = { "d–D N Y", "d M – D N Y", "d M y – D N Y" },
  [MOEI_LANGUAGE_ZH_CN] = { "y年Md日至D日", "y年Md日至ND日", "y年Md日至Y年ND日" },
};

/* The same as short as can be, without the year where it goes without saying. */
static const char * const spans[MOEI_N_LANGUAGES][3] = {
  [MOEI_LANGUAGE_EN] = { "d – D B", "d b – D B", "d b y – D B Y" },
  [MOEI_LANGUAGE_TH] = { "d – D B", "d b – D B", "d b y – D B Y" },
  [MOEI_LANGUAGE_MY] = { "d – D B", "d b – D B", "d b y – D B Y" },
  [MOEI_LANGUAGE_ZH_CN] = { "bd日 – D日", "bd日 – BD日", "y年bd日 – Y年BD日" },
};

/* One era for all that is shown, or the same year would have two numbers. */
static gboolean gregorian;

static int
get_era (MoeiLanguage language)
{
  return language == MOEI_LANGUAGE_TH && !gregorian ? BUDDHIST_ERA : 0;
}

static void
append_number (GString      *out,
               MoeiLanguage  language,
               int           number)
{
  g_autofree char *plain = g_strdup_printf ("%d", number);
  g_autofree char *own = moei_format_digits (language, plain);

  g_string_append (out, own);
}

static void
append_letter (GString      *out,
               MoeiLanguage  language,
               char          letter,
               const GDate  *date)
{
  guint month = g_date_get_month (date) - 1;
  guint weekday = g_date_get_weekday (date) - 1;

  switch (letter) {
  case 'y':
    append_number (out, language, g_date_get_year (date) + get_era (language));
    break;
  case 'M':
    g_string_append (out, months[language][month]);
    break;
  case 'b':
    g_string_append (out, short_months[language][month]);
    break;
  case 'd':
    append_number (out, language, g_date_get_day (date));
    break;
  case 'W':
    g_string_append (out, weekdays[language][weekday]);
    break;
  case 'w':
    g_string_append (out, short_weekdays[language][weekday]);
    break;
  default:
    g_string_append_c (out, letter);
  }
}

static char *
fill (MoeiLanguage  language,
      const char   *pattern,
      const GDate  *first,
      const GDate  *last)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++) {
    if (last != NULL && *p == 'Y')
      append_letter (out, language, 'y', last);
    else if (last != NULL && *p == 'N')
      append_letter (out, language, 'M', last);
    else if (last != NULL && *p == 'B')
      append_letter (out, language, 'b', last);
    else if (last != NULL && *p == 'D')
      append_letter (out, language, 'd', last);
    else
      append_letter (out, language, *p, first);
  }
  return g_string_free (out, FALSE);
}

static gboolean
set_day (GDate   *date,
         guint32  day)
{
  g_date_clear (date, 1);
  if (!g_date_valid_julian (day))
    return FALSE;

  g_date_set_julian (date, day);
  return TRUE;
}

/**
 * moei_format_set_buddhist_era:
 * @buddhist: whether Thai years are those of the Buddhist era, 543 more; they are at first
 *
 * For the program as a whole, before anything is shown.
 */
void
moei_format_set_buddhist_era (gboolean buddhist)
{
  gregorian = !buddhist;
}

/**
 * moei_format_date:
 * @language: the reader's language
 * @day: a day, GDate's Julian number
 * @style: how much of it to say
 *
 * Thai years are the Buddhist era's, unless moei_format_set_buddhist_era() says
 * otherwise.
 *
 * Returns: (transfer full): the date; "–" where it is unknown
 */
char *
moei_format_date (MoeiLanguage  language,
                  guint32       day,
                  MoeiDateStyle style)
{
  GDate date;

  g_return_val_if_fail (language < MOEI_N_LANGUAGES, NULL);
  g_return_val_if_fail (style <= MOEI_DATE_WEEKDAY_LONG, NULL);

  if (!set_day (&date, day))
    return g_strdup (UNKNOWN);
  return fill (language, patterns[language][style], &date, NULL);
}

static char *
fill_range (MoeiLanguage         language,
            const char * const  *forms,
            MoeiDateStyle        style,
            guint32              first,
            guint32              last)
{
  GDate a, b;
  guint which = 0;

  if (!set_day (&a, first) || !set_day (&b, last))
    return g_strdup (UNKNOWN);
  if (first == last)
    return moei_format_date (language, first, style);

  if (g_date_get_year (&a) != g_date_get_year (&b))
    which = 2;
  else if (g_date_get_month (&a) != g_date_get_month (&b))
    which = 1;
  return fill (language, forms[which], &a, &b);
}

/**
 * moei_format_date_range:
 * @language: the reader's language
 * @first: its first day
 * @last: its last day
 *
 * Returns: (transfer full): "3–9 March 2025", "24 February – 2 March 2025"; one
 *   date where both are the same; "–" where one is unknown
 */
char *
moei_format_date_range (MoeiLanguage language,
                        guint32      first,
                        guint32      last)
{
  g_return_val_if_fail (language < MOEI_N_LANGUAGES, NULL);

  return fill_range (language, ranges[language], MOEI_DATE_MEDIUM, first, last);
}

/**
 * moei_format_date_span:
 * @language: the reader's language
 * @first: its first day
 * @last: its last day
 *
 * Returns: (transfer full): "20 – 26 Mar", "28 Mar – 2 Apr"; with the years only
 *   where they differ; one date where both are the same; "–" where one is unknown
 */
char *
moei_format_date_span (MoeiLanguage language,
                       guint32      first,
                       guint32      last)
{
  g_return_val_if_fail (language < MOEI_N_LANGUAGES, NULL);

  return fill_range (language, spans[language], MOEI_DATE_SHORT, first, last);
}

/**
 * moei_format_time:
 * @language: the reader's language
 * @instant: microseconds since 1970-01-01T00:00:00Z
 * @zone: whose clock to read
 *
 * Returns: (transfer full): "14:05", of 24 hours in all languages; "–" where it is unknown
 */
char *
moei_format_time (MoeiLanguage language,
                  gint64       instant,
                  MoeiZone     zone)
{
  int minute = moei_zone_get_minute (zone, instant);
  g_autofree char *plain = NULL;

  if (minute < 0)
    return g_strdup (UNKNOWN);

  plain = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  return moei_format_digits (language, plain);
}

/**
 * moei_format_date_time:
 * @language: the reader's language
 * @instant: microseconds since 1970-01-01T00:00:00Z
 * @zone: whose clock and calendar to read
 *
 * Returns: (transfer full): "6 Mar 14:05"; "–" where it is unknown
 */
char *
moei_format_date_time (MoeiLanguage language,
                       gint64       instant,
                       MoeiZone     zone)
{
  guint32 day = moei_zone_get_day (zone, instant);
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (day == MOEI_DAY_UNKNOWN)
    return g_strdup (UNKNOWN);

  date = moei_format_date (language, day, MOEI_DATE_SHORT);
  time = moei_format_time (language, instant, zone);
  return g_strdup_printf ("%s %s", date, time);
}
