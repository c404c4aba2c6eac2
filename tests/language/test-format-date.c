/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-entity.h"

#define N_DAYS     4000
#define UNIX_EPOCH 719163 /* the Julian number of 1970-01-01 */
#define MAX_TEXT   200

static const char * const icu_locales[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "en_GB",
  [MOEI_LANGUAGE_TH] = "th_TH",
  [MOEI_LANGUAGE_MY] = "my_MM",
  [MOEI_LANGUAGE_ZH_CN] = "zh_Hans_CN",
};

/* ICU has no short Burmese weekdays. */
static const struct {
  MoeiDateStyle style;
  const char   *patterns[MOEI_N_LANGUAGES];
} styles[] = {
  { MOEI_DATE_LONG, { "EEEE d MMMM y", "EEEEที่ d MMMM y", "y ခုနှစ်၊ MMMMလ d ရက်၊ EEEEနေ့", "y年M月d日EEEE" } },
  { MOEI_DATE_HEADING, { "EEEE d MMMM", "EEEEที่ d MMMM", "MMMMလ d ရက်၊ EEEEနေ့", "M月d日EEEE" } },
  { MOEI_DATE_MEDIUM, { "d MMMM y", "d MMMM y", "d MMMM y", "y年M月d日" } },
  { MOEI_DATE_SHORT, { "d MMM", "d MMM", "d MMMM", "M月d日" } },
  { MOEI_DATE_WEEKDAY_DAY, { "EEE d", "EEEEEE d", NULL, "EEE d日" } },
  { MOEI_DATE_WEEKDAY, { "EEE", "EEEEEE", NULL, "EEE" } },
  { MOEI_DATE_WEEKDAY_LONG, { "EEEE", "EEEE", "EEEEနေ့", "EEEE" } },
};

static guint32
day_of (int year,
        int month,
        int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static UDateFormat *
open_format (const char *locale,
             const char *pattern)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar utf16[MAX_TEXT], utc[] = { 'U', 'T', 'C', 0 };
  UDateFormat *format;
  int length;

  u_strFromUTF8 (utf16, MAX_TEXT, &length, pattern, -1, &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, utf16, length, &status);
  g_assert_true (U_SUCCESS (status));
  return format;
}

static void
assert_as_icu (MoeiLanguage   language,
               MoeiDateStyle  style,
               guint32        day,
               UDateFormat   *format)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar utf16[MAX_TEXT];
  char expected[MAX_TEXT * 3];
  g_autofree char *answer = moei_format_date (language, day, style);
  double milliseconds = ((double) day - UNIX_EPOCH) * 86400e3;

  udat_format (format, milliseconds, utf16, MAX_TEXT, NULL, &status);
  u_strToUTF8 (expected, sizeof expected, NULL, utf16, -1, &status);
  g_assert_true (U_SUCCESS (status));

  /* ICU says "Sept" in Britain; a column of dates says three letters. */
  if (language == MOEI_LANGUAGE_EN && style == MOEI_DATE_SHORT && g_str_has_suffix (expected, "Sept"))
    expected[strlen (expected) - 1] = '\0';
  g_assert_cmpstr (answer, ==, expected);
}

static void
test_against_icu (void)
{
  guint32 first = day_of (2020, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++) {
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
      UDateFormat *format;

      if (styles[i].patterns[l] == NULL)
        continue;
      format = open_format (icu_locales[l], styles[i].patterns[l]);
      for (guint32 day = first; day < first + N_DAYS; day++)
        assert_as_icu (l, styles[i].style, day, format);
      udat_close (format);
    }
  }
}

static void
test_thursday (void)
{
  static const char * const answers[MOEI_N_LANGUAGES] = {
    [MOEI_LANGUAGE_EN] = "Thursday 6 March 2025",
    [MOEI_LANGUAGE_TH] = "วันพฤหัสบดีที่ 6 มีนาคม 2568",
    [MOEI_LANGUAGE_MY] = "၂၀၂၅ ခုနှစ်၊ မတ်လ ၆ ရက်၊ ကြာသပတေးနေ့",
    [MOEI_LANGUAGE_ZH_CN] = "2025年3月6日星期四",
  };

  for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
    g_autofree char *answer = moei_format_date (l, day_of (2025, 3, 6), MOEI_DATE_LONG);
    g_autofree char *unknown = moei_format_date (l, MOEI_DAY_UNKNOWN, MOEI_DATE_LONG);

    g_assert_cmpstr (answer, ==, answers[l]);
    g_assert_cmpstr (unknown, ==, "–");
  }
}

static void
test_burmese_week (void)
{
  static const char * const answers[] = { "လာ ၃", "ဂါ ၄", "ဟူး ၅", "တေး ၆", "ကြာ ၇", "နေ ၈", "နွေ ၉" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *answer = moei_format_date (MOEI_LANGUAGE_MY, day_of (2025, 3, 3) + i, MOEI_DATE_WEEKDAY_DAY);

    g_assert_cmpstr (answer, ==, answers[i]);
  }
}

static void
test_range (void)
{
  static const struct {
    int         first[3];
    int         last[3];
    const char *answers[MOEI_N_LANGUAGES];
  } cases[] = {
    { { 2025, 3, 3 }, { 2025, 3, 9 },
      { "3–9 March 2025", "3–9 มีนาคม 2568", "၃–၉ မတ် ၂၀၂၅", "2025年3月3日至9日" } },
    { { 2025, 2, 24 }, { 2025, 3, 2 },
      { "24 February – 2 March 2025", "24 กุมภาพันธ์ – 2 มีนาคม 2568", "၂၄ ဖေဖော်ဝါရီ – ၂ မတ် ၂၀၂၅", "2025年2月24日至3月2日" } },
    { { 2024, 12, 30 }, { 2025, 1, 5 },
      { "30 December 2024 – 5 January 2025", "30 ธันวาคม 2567 – 5 มกราคม 2568", "၃၀ ဒီဇင်ဘာ ၂၀၂၄ – ၅ ဇန်နဝါရီ ၂၀၂၅", "2024年12月30日至2025年1月5日" } },
    { { 2025, 3, 6 }, { 2025, 3, 6 },
      { "6 March 2025", "6 มีนาคม 2568", "၆ မတ် ၂၀၂၅", "2025年3月6日" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const int *a = cases[i].first, *b = cases[i].last;

    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
      g_autofree char *answer = moei_format_date_range (l, day_of (a[0], a[1], a[2]), day_of (b[0], b[1], b[2]));

      g_assert_cmpstr (answer, ==, cases[i].answers[l]);
    }
  }
}

static void
test_time (void)
{
  static const char * const answers[MOEI_N_LANGUAGES] = { "14:05", "14:05", "၁၄:၀၅", "14:05" };
  static const char * const dated[MOEI_N_LANGUAGES] = { "6 Mar 14:05", "6 มี.ค. 14:05", "၆ မတ် ၁၄:၀၅", "3月6日 14:05" };
  gint64 instant = G_GINT64_CONSTANT (1741244700) * G_USEC_PER_SEC; /* 2025-03-06T07:05Z */

  for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
    g_autofree char *time = moei_format_time (l, instant, MOEI_ZONE_BANGKOK);
    g_autofree char *date_time = moei_format_date_time (l, instant, MOEI_ZONE_BANGKOK);
    g_autofree char *unknown = moei_format_time (l, MOEI_INSTANT_UNKNOWN, MOEI_ZONE_BANGKOK);

    g_assert_cmpstr (time, ==, answers[l]);
    g_assert_cmpstr (date_time, ==, dated[l]);
    g_assert_cmpstr (unknown, ==, "–");
  }
}

/* One era a program: a display can be set to the common one. */
static void
test_era (void)
{
  const guint32 first = 739316, last = 739381; /* 6 March and 10 May 2025 */
  g_autofree char *date = NULL, *range = NULL, *again = NULL;

  moei_format_set_buddhist_era (FALSE);
  date = moei_format_date (MOEI_LANGUAGE_TH, first, MOEI_DATE_LONG);
  range = moei_format_date_range (MOEI_LANGUAGE_TH, first, last);
  moei_format_set_buddhist_era (TRUE);
  again = moei_format_date (MOEI_LANGUAGE_TH, first, MOEI_DATE_MEDIUM);
  g_assert_cmpstr (date, ==, "วันพฤหัสบดีที่ 6 มีนาคม 2025");
  g_assert_cmpstr (range, ==, "6 มีนาคม – 10 พฤษภาคม 2025");
  g_assert_cmpstr (again, ==, "6 มีนาคม 2568");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format-date/against-icu", test_against_icu);
  g_test_add_func ("/format-date/thursday", test_thursday);
  g_test_add_func ("/format-date/era", test_era);
  g_test_add_func ("/format-date/burmese-week", test_burmese_week);
  g_test_add_func ("/format-date/range", test_range);
  g_test_add_func ("/format-date/time", test_time);

  return g_test_run ();
}
