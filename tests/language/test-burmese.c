/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/moei-burmese.h"

#define BREAK  "\342\200\213"
#define VIRAMA 0x1039
#define ASAT   0x103a

static const char * const texts[] = {
  "နေရပ်ပြန်ပို့ဆောင်ရေးလုပ်ငန်းစဉ်ကိုတိုက်ရိုက်စောင့်ကြည့်ရန်",
  "ကမ္ဘာ့ကုလသမဂ္ဂနှင့်ကိုယ်စားလှယ်အဖွဲ့ခေါင်းဆောင်များ",
  "သင်္ဘောကျောင်းဥက္ကဋ္ဌအင်္ဂါနေ့တနင်္လာနေ့ဗုဒ္ဓဟူးနေ့",
  "ပြန်လည်လွှဲပြောင်းပေးအပ်ခြင်းနှင့်လူဝင်မှုကြီးကြပ်ရေးစစ်ဆေးခြင်း",
  "၂၀၂၅ခုနှစ်၊မတ်လ၆ရက်၊ကြာသပတေးနေ့",
  "Mae Sot မဲဆောက် 14:05 ယာဉ်တန်း",
  "က", "မ္", "ေ", "", " ", "ABC",
};

/* Nobody's stack, vowel or final consonant may be torn from its base. */
static void
assert_whole_syllables (const char *broken)
{
  g_auto (GStrv) pieces = g_strsplit (broken, BREAK, -1);

  for (guint i = 1; i < g_strv_length (pieces); i++) {
    gunichar first = g_utf8_get_char (pieces[i]);
    const char *second = g_utf8_next_char (pieces[i]);
    const char *end = pieces[i - 1] + strlen (pieces[i - 1]);
    const char *last = g_utf8_find_prev_char (pieces[i - 1], end);

    g_assert_cmpstr (pieces[i], !=, "");
    g_assert_nonnull (last);
    g_assert_cmpuint (g_utf8_get_char (last), !=, VIRAMA);
    g_assert_false (g_unichar_ismark (first));
    g_assert_cmpuint (g_utf8_get_char (second), !=, ASAT);
    g_assert_cmpuint (g_utf8_get_char (second), !=, VIRAMA);
  }
}

static void
test_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *broken = moei_break_text (MOEI_LANGUAGE_MY, texts[i]);
    g_autofree char *twice = moei_break_text (MOEI_LANGUAGE_MY, broken);
    g_autofree char *plain = moei_unbreak_text (broken);

    assert_whole_syllables (broken);
    g_assert_cmpstr (twice, ==, broken);
    g_assert_cmpstr (plain, ==, texts[i]);
  }
}

static void
test_enough (void)
{
  /* The longest piece decides how narrow a label can be. */
  for (guint i = 0; i < 5; i++) {
    g_autofree char *broken = moei_break_text (MOEI_LANGUAGE_MY, texts[i]);
    g_auto (GStrv) pieces = g_strsplit (broken, BREAK, -1);

    g_assert_cmpuint (g_strv_length (pieces), >, 1);
    for (guint j = 0; pieces[j] != NULL; j++)
      g_assert_cmpint (g_utf8_strlen (pieces[j], -1), <, 30);
  }
}

static void
test_no_dictionary_word (void)
{
  GString *name = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *broken = NULL;
  g_auto (GStrv) pieces = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (name, "ဠဲ့");
  text = g_string_free (name, FALSE);
  broken = moei_break_text (MOEI_LANGUAGE_MY, text);
  pieces = g_strsplit (broken, BREAK, -1);

  assert_whole_syllables (broken);
  for (guint i = 0; pieces[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (pieces[i], -1), <, 50);
}

static void
test_others (void)
{
  static const char thai[] = "วันพฤหัสบดีที่ 6 มีนาคม", broken[] = "\xff\xfe";
  g_autofree char *th = moei_break_text (MOEI_LANGUAGE_TH, thai);
  g_autofree char *en = moei_break_text (MOEI_LANGUAGE_EN, texts[0]);
  g_autofree char *not_utf8 = moei_break_text (MOEI_LANGUAGE_MY, broken);

  g_assert_cmpstr (th, ==, thai);
  g_assert_cmpstr (en, ==, texts[0]);
  g_assert_cmpstr (not_utf8, ==, broken);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/burmese/whole", test_whole);
  g_test_add_func ("/burmese/enough", test_enough);
  g_test_add_func ("/burmese/no-dictionary-word", test_no_dictionary_word);
  g_test_add_func ("/burmese/others", test_others);

  return g_test_run ();
}
