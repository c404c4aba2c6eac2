/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-entity.h"

/* What each of the four languages is to say, in the order of MoeiLanguage. */
typedef const char *Answers[MOEI_N_LANGUAGES];

static void
assert_answer (char         *answer,
               MoeiLanguage  language,
               Answers       answers)
{
  g_assert_cmpstr (answer, ==, answers[language]);
  g_free (answer);
}

static void
test_count (void)
{
  static struct {
    int     count;
    Answers answers;
  } cases[] = {
    { 0, { "0", "0", "၀", "0" } },
    { 999, { "999", "999", "၉၉၉", "999" } },
    { 1840, { "1,840", "1,840", "၁,၈၄၀", "1,840" } },
    { 1234567, { "1,234,567", "1,234,567", "၁,၂၃၄,၅၆၇", "1,234,567" } },
    { MOEI_COUNT_UNKNOWN, { "–", "–", "–", "–" } },
    { MOEI_COUNT_SUPPRESSED, { "<5", "<5", "<၅", "<5" } },
    { -77, { "–", "–", "–", "–" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++)
      assert_answer (moei_format_count (l, cases[i].count), l, cases[i].answers);
  }
}

static void
test_digits (void)
{
  static Answers number = { "CZ 8626", "CZ 8626", "CZ ၈၆၂၆", "CZ 8626" };
  static Answers all = { "0123456789 ก", "0123456789 ก", "၀၁၂၃၄၅၆၇၈၉ ก", "0123456789 ก" };

  for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
    assert_answer (moei_format_digits (l, "CZ 8626"), l, number);
    assert_answer (moei_format_digits (l, "0123456789 ก"), l, all);
  }
}

static void
test_decimal (void)
{
  static struct {
    double      number;
    guint       n_places;
    const char *answer;
  } cases[] = {
    { 0, 0, "0" },         { 1234.56, 1, "1,234.6" }, { 12345, 0, "12,345" },
    { -1234.5, 1, "-1,234.5" }, { 999.999, 2, "1,000.00" }, { 1e6, 0, "1,000,000" },
    { NAN, 1, "–" },       { INFINITY, 0, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *answer = moei_format_decimal (MOEI_LANGUAGE_EN, cases[i].number, cases[i].n_places);

    g_assert_cmpstr (answer, ==, cases[i].answer);
  }
}

static void
test_percent (void)
{
  static struct {
    double  share;
    Answers answers;
  } cases[] = {
    { 0, { "0%", "0%", "၀%", "0%" } },
    { 0.713, { "71%", "71%", "၇၁%", "71%" } },
    { 1, { "100%", "100%", "၁၀၀%", "100%" } },
    { 1.52, { "152%", "152%", "၁၅၂%", "152%" } },
    /* Nearly all is not all, and a few are not none. */
    { 299 / 300.0, { "99%", "99%", "၉၉%", "99%" } },
    { 1 / 300.0, { "1%", "1%", "၁%", "1%" } },
    { NAN, { "–", "–", "–", "–" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++)
      assert_answer (moei_format_percent (l, cases[i].share), l, cases[i].answers);
  }
}

static void
test_distance (void)
{
  static struct {
    double  metres;
    Answers answers;
  } cases[] = {
    { 0, { "0 m", "0 ม.", "၀ မီတာ", "0 米" } },
    { 350, { "350 m", "350 ม.", "၃၅၀ မီတာ", "350 米" } },
    { 999.4, { "999 m", "999 ม.", "၉၉၉ မီတာ", "999 米" } },
    { 999.6, { "1 km", "1 กม.", "၁ ကီလိုမီတာ", "1 公里" } },
    { 1240, { "1.2 km", "1.2 กม.", "၁.၂ ကီလိုမီတာ", "1.2 公里" } },
    { 5049, { "5 km", "5 กม.", "၅ ကီလိုမီတာ", "5 公里" } },
    { 9949, { "9.9 km", "9.9 กม.", "၉.၉ ကီလိုမီတာ", "9.9 公里" } },
    { 9960, { "10 km", "10 กม.", "၁၀ ကီလိုမီတာ", "10 公里" } },
    { 2412000, { "2,412 km", "2,412 กม.", "၂,၄၁၂ ကီလိုမီတာ", "2,412 公里" } },
    { -1, { "–", "–", "–", "–" } },
    { NAN, { "–", "–", "–", "–" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++)
      assert_answer (moei_format_distance (l, cases[i].metres), l, cases[i].answers);
  }
}

static void
test_age (void)
{
  static struct {
    gint64  seconds;
    Answers answers;
    Answers sentences;
  } cases[] = {
    { -3,
      { "0 s", "0 วินาที", "၀ စက္ကန့်", "0 秒" },
      { "Updated 0 s ago", "ปรับปรุงเมื่อ 0 วินาทีที่แล้ว", "လွန်ခဲ့သော ၀ စက္ကန့်က မွမ်းမံထားသည်", "0 秒前更新" } },
    { 4,
      { "4 s", "4 วินาที", "၄ စက္ကန့်", "4 秒" },
      { "Updated 4 s ago", "ปรับปรุงเมื่อ 4 วินาทีที่แล้ว", "လွန်ခဲ့သော ၄ စက္ကန့်က မွမ်းမံထားသည်", "4 秒前更新" } },
    { 59,
      { "59 s", "59 วินาที", "၅၉ စက္ကန့်", "59 秒" },
      { "Updated 59 s ago", "ปรับปรุงเมื่อ 59 วินาทีที่แล้ว", "လွန်ခဲ့သော ၅၉ စက္ကန့်က မွမ်းမံထားသည်", "59 秒前更新" } },
    { 60,
      { "1 min", "1 นาที", "၁ မိနစ်", "1 分钟" },
      { "Updated 1 min ago", "ปรับปรุงเมื่อ 1 นาทีที่แล้ว", "လွန်ခဲ့သော ၁ မိနစ်က မွမ်းမံထားသည်", "1 分钟前更新" } },
    { 3599,
      { "59 min", "59 นาที", "၅၉ မိနစ်", "59 分钟" },
      { "Updated 59 min ago", "ปรับปรุงเมื่อ 59 นาทีที่แล้ว", "လွန်ခဲ့သော ၅၉ မိနစ်က မွမ်းမံထားသည်", "59 分钟前更新" } },
    { 7200,
      { "2 h", "2 ชม.", "၂ နာရီ", "2 小时" },
      { "Updated 2 h ago", "ปรับปรุงเมื่อ 2 ชม. ที่แล้ว", "လွန်ခဲ့သော ၂ နာရီက မွမ်းမံထားသည်", "2 小时前更新" } },
    { 7800,
      { "2 h 10 min", "2 ชม. 10 นาที", "၂ နာရီ ၁၀ မိနစ်", "2 小时 10 分钟" },
      { "Updated 2 h 10 min ago", "ปรับปรุงเมื่อ 2 ชม. 10 นาทีที่แล้ว", "လွန်ခဲ့သော ၂ နာရီ ၁၀ မိနစ်က မွမ်းမံထားသည်", "2 小时 10 分钟前更新" } },
    { 86400,
      { "1 day", "1 วัน", "၁ ရက်", "1 天" },
      { "Updated 1 day ago", "ปรับปรุงเมื่อ 1 วันที่แล้ว", "လွန်ခဲ့သော ၁ ရက်က မွမ်းမံထားသည်", "1 天前更新" } },
    { 5 * 86400 + 7800,
      { "5 days", "5 วัน", "၅ ရက်", "5 天" },
      { "Updated 5 days ago", "ปรับปรุงเมื่อ 5 วันที่แล้ว", "လွန်ခဲ့သော ၅ ရက်က မွမ်းမံထားသည်", "5 天前更新" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
      assert_answer (moei_format_age (l, cases[i].seconds), l, cases[i].answers);
      assert_answer (moei_format_updated (l, cases[i].seconds), l, cases[i].sentences);
    }
  }
}

static void
test_delay (void)
{
  static struct {
    int     minutes;
    Answers answers;
  } cases[] = {
    { 25, { "+25 min", "+25 นาที", "+၂၅ မိနစ်", "+25 分钟" } },
    { -5, { "−5 min", "−5 นาที", "−၅ မိနစ်", "−5 分钟" } },
    { 0, { "0 min", "0 นาที", "၀ မိနစ်", "0 分钟" } },
    { 130, { "+2 h 10 min", "+2 ชม. 10 นาที", "+၂ နာရီ ၁၀ မိနစ်", "+2 小时 10 分钟" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++)
      assert_answer (moei_format_delay (l, cases[i].minutes), l, cases[i].answers);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (NULL);

  g_test_add_func ("/format/count", test_count);
  g_test_add_func ("/format/digits", test_digits);
  g_test_add_func ("/format/decimal", test_decimal);
  g_test_add_func ("/format/percent", test_percent);
  g_test_add_func ("/format/distance", test_distance);
  g_test_add_func ("/format/age", test_age);
  g_test_add_func ("/format/delay", test_delay);

  return g_test_run ();
}
