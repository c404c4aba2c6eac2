/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "language/moei-language.h"

/* Every case that needs the languages runs in a process of its own, with the
 * environment it is about. */

static const char * const departed[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "Departed",
  [MOEI_LANGUAGE_TH] = "ออกเดินทางแล้ว",
  [MOEI_LANGUAGE_MY] = "ထွက်ခွာပြီး",
  [MOEI_LANGUAGE_ZH_CN] = "已飞离",
};

static const char * const two_days[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "%s days",
  [MOEI_LANGUAGE_TH] = "%s วัน",
  [MOEI_LANGUAGE_MY] = "%s ရက်",
  [MOEI_LANGUAGE_ZH_CN] = "%s 天",
};

static void
in_process_of_its_own (GTestFunc function)
{
  if (g_test_subprocess ()) {
    function ();
    return;
  }

  g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* The barest machine: no locale is named, and no archive of them is read,
 * because glibc leaves it alone while LOCPATH is set. */
static void
be_bare (void)
{
  g_unsetenv ("LANG");
  g_unsetenv ("LANGUAGE");
  g_unsetenv ("LC_ALL");
  g_setenv ("LOCPATH", "/nonexistent", TRUE);
}

static const char *
current_departed (void)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "stage", "Departed");
}

static void
assert_speaks (MoeiLanguage language)
{
  g_assert_cmpstr (current_departed (), ==, departed[language]);
  g_assert_cmpstr (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", 2), ==, two_days[language]);
}

static void
turn (void)
{
  static const MoeiLanguage order[] = {
    MOEI_LANGUAGE_TH, MOEI_LANGUAGE_MY, MOEI_LANGUAGE_EN, MOEI_LANGUAGE_ZH_CN, MOEI_LANGUAGE_TH, MOEI_LANGUAGE_EN,
  };

  be_bare ();
  moei_language_init (NULL);

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    g_assert_true (moei_language_is_available (i));

  g_assert_cmpint (moei_language_get_current (), ==, MOEI_LANGUAGE_EN);
  assert_speaks (MOEI_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    moei_language_set_current (order[i]);
    g_assert_cmpint (moei_language_get_current (), ==, order[i]);
    assert_speaks (order[i]);
  }
}

static void
test_turn (void)
{
  in_process_of_its_own (turn);
}

static void
by_language (void)
{
  be_bare ();
  moei_language_init (NULL);
  moei_language_set_current (MOEI_LANGUAGE_ZH_CN);

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_assert_cmpstr (moei_pgettext (i, "stage", "Departed"), ==, departed[i]);
    g_assert_cmpstr (moei_ngettext (i, "%s day", "%s days", 2), ==, two_days[i]);
    g_assert_cmpstr (moei_gettext (i, "not a message of ours"), ==, "not a message of ours");
    g_assert_cmpstr (moei_pgettext (i, "stage", "not a stage"), ==, "not a stage");
    g_assert_cmpstr (moei_ngettext (i, "%s cat", "%s cats", 1), ==, "%s cat");
  }
  g_assert_cmpstr (moei_ngettext (MOEI_LANGUAGE_EN, "%s day", "%s days", 1), ==, "%s day");

  /* None of that changed what is current. */
  assert_speaks (MOEI_LANGUAGE_ZH_CN);
}

static void
test_by_language (void)
{
  in_process_of_its_own (by_language);
}

static gpointer
speak_elsewhere (gpointer data)
{
  g_assert_cmpint (moei_language_get_current (), ==, MOEI_LANGUAGE_EN);
  assert_speaks (MOEI_LANGUAGE_EN);
  moei_language_set_current (MOEI_LANGUAGE_MY);
  assert_speaks (MOEI_LANGUAGE_MY);
  return NULL;
}

static void
scopes (void)
{
  be_bare ();
  moei_language_init (NULL);

  moei_language_set_current (MOEI_LANGUAGE_TH);
  moei_language_push (MOEI_LANGUAGE_MY);
  moei_language_push (MOEI_LANGUAGE_EN);
  assert_speaks (MOEI_LANGUAGE_EN);
  moei_language_pop ();
  assert_speaks (MOEI_LANGUAGE_MY);
  moei_language_pop ();
  assert_speaks (MOEI_LANGUAGE_TH);

  g_thread_join (g_thread_new ("elsewhere", speak_elsewhere, NULL));
  assert_speaks (MOEI_LANGUAGE_TH);
}

static void
test_scopes (void)
{
  in_process_of_its_own (scopes);
}

static void
environment (void)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-test-XXXXXX", NULL);
  g_autoptr (GDir) left = NULL;

  g_setenv ("LANG", "my_MM.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "fr:th_TH:en", TRUE);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  g_setenv ("LOCPATH", "/nonexistent", TRUE);
  g_setenv ("TMPDIR", folder, TRUE);
  moei_language_init (NULL);

  /* What the reader asked for is remembered; what would overrule us is gone. */
  g_assert_cmpint (moei_language_get_preferred (NULL), ==, MOEI_LANGUAGE_TH);
  g_assert_cmpint (moei_language_get_preferred (""), ==, MOEI_LANGUAGE_TH);
  g_assert_cmpint (moei_language_get_preferred ("zh_CN"), ==, MOEI_LANGUAGE_ZH_CN);
  g_assert_null (g_getenv ("LANGUAGE"));
  g_assert_null (g_getenv ("LC_ALL"));
  g_assert_nonnull (g_getenv ("PANGO_LANGUAGE"));

  /* Nothing is left of the borrowed locales. */
  g_assert_cmpstr (g_getenv ("LOCPATH"), ==, "/nonexistent");
  left = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (left));
  g_rmdir (folder);

  /* Numbers of documents are read and written as in English. */
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ".");
  moei_language_set_current (MOEI_LANGUAGE_MY);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ".");
}

static void
test_environment (void)
{
  in_process_of_its_own (environment);
}

static void
no_catalogues (void)
{
  be_bare ();
  g_setenv ("LANG", "th_TH.UTF-8", TRUE);
  moei_language_init ("/nonexistent");

  g_assert_true (moei_language_is_available (MOEI_LANGUAGE_EN));
  g_assert_false (moei_language_is_available (MOEI_LANGUAGE_TH));
  g_assert_cmpint (moei_language_get_preferred ("my"), ==, MOEI_LANGUAGE_EN);
  g_assert_cmpstr (moei_pgettext (MOEI_LANGUAGE_TH, "stage", "Departed"), ==, "Departed");

  /* A folder that has them mends it. */
  moei_language_init (NULL);
  g_assert_true (moei_language_is_available (MOEI_LANGUAGE_TH));
}

static void
test_no_catalogues (void)
{
  in_process_of_its_own (no_catalogues);
}

static void
test_localedir (void)
{
  const char *before = g_getenv ("MOEI_LOCALEDIR");
  g_autofree char *folder = g_strdup (before);

  g_setenv ("MOEI_LOCALEDIR", "/somewhere", TRUE);
  g_assert_cmpstr (moei_language_find_localedir (), ==, "/somewhere");
  g_setenv ("MOEI_LOCALEDIR", "", TRUE);
  g_assert_cmpstr (moei_language_find_localedir (), ==, MOEI_LOCALEDIR);
  g_unsetenv ("MOEI_LOCALEDIR");
  g_assert_cmpstr (moei_language_find_localedir (), ==, MOEI_LOCALEDIR);

  if (folder != NULL)
    g_setenv ("MOEI_LOCALEDIR", folder, TRUE);
}

static void
test_codes (void)
{
  static const struct {
    const char *code;
    int         language;
  } cases[] = {
    { "en", MOEI_LANGUAGE_EN },
    { "en_GB.UTF-8", MOEI_LANGUAGE_EN },
    { "th", MOEI_LANGUAGE_TH },
    { "th-TH", MOEI_LANGUAGE_TH },
    { "TH_th.TIS-620@x", MOEI_LANGUAGE_TH },
    { "my_MM", MOEI_LANGUAGE_MY },
    { "zh", MOEI_LANGUAGE_ZH_CN },
    { "zh_CN", MOEI_LANGUAGE_ZH_CN },
    { "zh-cn", MOEI_LANGUAGE_ZH_CN },
    { "zh-Hans", MOEI_LANGUAGE_ZH_CN },
    { "zh_SG.UTF-8", MOEI_LANGUAGE_ZH_CN },
    { "zh_TW", -1 },
    { "zh-Hant-HK", -1 },
    { "C.UTF-8", -1 },
    { "myv", -1 },
    { "", -1 },
    { "_", -1 },
    { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MoeiLanguage language = MOEI_LANGUAGE_EN;
    gboolean known = moei_language_from_code (cases[i].code, &language);

    g_assert_cmpint (known ? (int) language : -1, ==, cases[i].language);
  }

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    MoeiLanguage language;

    g_assert_true (moei_language_from_code (moei_language_get_code (i), &language));
    g_assert_cmpint (language, ==, i);
    g_assert_true (moei_language_from_code (moei_language_get_pango_tag (i), &language));
    g_assert_cmpint (language, ==, i);
    g_assert_true (g_str_has_prefix (moei_language_get_css_class (i), "lang-"));
    g_assert_true (g_utf8_validate (moei_language_get_own_name (i), -1, NULL));
  }
}

static void
assert_order (MoeiLanguage        language,
              const char * const *words)
{
  for (guint i = 0; words[i + 1] != NULL; i++) {
    g_assert_cmpint (moei_language_collate (language, words[i], words[i + 1]), <, 0);
    g_assert_cmpint (moei_language_collate (language, words[i + 1], words[i]), >, 0);
    g_assert_cmpint (moei_language_collate (language, words[i], words[i]), ==, 0);
  }
}

static void
test_collate (void)
{
  /* A vowel that stands before its consonant counts after it. */
  static const char * const th[] = { "กัมพูชา", "เกาหลีใต้", "จีน", "ไทย", "เมียนมา", "เวียดนาม", NULL };
  /* A consonant that closes a syllable counts after all vowels of its own: Nepal
   * before Nigeria, Ethiopia before India, otherwise than by bytes. */
  static const char * const my[] = { "ကမ္ဘောဒီးယား", "တရုတ်", "ထိုင်း", "နီပေါ", "နိုင်ဂျီးရီးယား", "မြန်မာ",
                                     "လာအို", "အီသီယိုးပီးယား", "အိန္ဒိယ", NULL };
  /* By their sound: Aisaiebiya, Miandian, Taiguo, Yuenan, Zhongguo */
  static const char * const zh[] = { "埃塞俄比亚", "缅甸", "泰国", "越南", "中国", NULL };
  static const char * const en[] = { "Åland", "Albania", "china", "Côte d’Ivoire", "Croatia", "Zambia", NULL };

  assert_order (MOEI_LANGUAGE_EN, en);
  assert_order (MOEI_LANGUAGE_TH, th);
  assert_order (MOEI_LANGUAGE_MY, my);
  assert_order (MOEI_LANGUAGE_ZH_CN, zh);
  g_assert_cmpint (moei_language_collate (MOEI_LANGUAGE_EN, NULL, "A"), <, 0);
  g_assert_cmpint (moei_language_collate (MOEI_LANGUAGE_EN, "A", NULL), >, 0);
  g_assert_cmpint (moei_language_collate (MOEI_LANGUAGE_EN, NULL, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/turn", test_turn);
  g_test_add_func ("/language/by-language", test_by_language);
  g_test_add_func ("/language/scopes", test_scopes);
  g_test_add_func ("/language/environment", test_environment);
  g_test_add_func ("/language/no-catalogues", test_no_catalogues);
  g_test_add_func ("/language/localedir", test_localedir);
  g_test_add_func ("/language/codes", test_codes);
  g_test_add_func ("/language/collate", test_collate);

  return g_test_run ();
}
