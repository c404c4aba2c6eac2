/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "feed/moei-feed-advice.h"
#include "feed/moei-feed-error.h"
#include "language/moei-language.h"

static void
test_every_code_has_a_sentence (void)
{
  for (guint code = 0; code < MOEI_N_FEED_ERRORS; code++) {
    g_autoptr (GError) error = moei_feed_error_new (code, "subject", "message %u", code);
    g_autofree char *sentence = NULL;
    g_autofree char *next = NULL;

    moei_feed_error_set_host (error, "moei.example.org");
    sentence = moei_feed_error_to_sentence (error);
    g_assert_true (g_str_has_suffix (sentence, ".") || g_str_has_suffix (sentence, ": subject"));
    g_assert_true (strstr (sentence, "moei.example.org") != NULL || strstr (sentence, "subject") != NULL);
    g_assert_null (strchr (sentence, '%'));
    next = moei_feed_advice_next (error);
    g_assert_true (g_str_has_suffix (next, "."));
  }
}

static char *
say (MoeiLanguage language,
     guint        code)
{
  g_autoptr (GError) error = moei_feed_error_new (code, "subject", "message");
  char *sentence;

  moei_feed_error_set_host (error, "moei.example.org");
  moei_language_push (language);
  sentence = moei_feed_error_to_sentence (error);
  moei_language_pop ();
  return sentence;
}

/* Each cause has a sentence of its own in each language, and none is left in
 * English where there is another. */
static void
test_four_languages (void)
{
  moei_language_init (g_getenv ("MOEI_LOCALEDIR"));
  for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++) {
    g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    g_assert_true (moei_language_is_available (language));
    for (guint code = 0; code < MOEI_N_FEED_ERRORS; code++) {
      g_autofree char *english = say (MOEI_LANGUAGE_EN, code);
      char *sentence = say (language, code);

      g_test_message ("%s", sentence);
      if (language != MOEI_LANGUAGE_EN)
        g_assert_cmpstr (sentence, !=, english);
      g_assert_true (g_hash_table_add (said, sentence));
    }
  }
}

static void
test_parts (void)
{
  g_autoptr (GError) error = moei_feed_error_new (MOEI_FEED_ERROR_TLS_UNKNOWN_CA, "CN=Office Proxy",
                                                  "certificate not trusted");
  g_autoptr (GError) copy = NULL;
  g_autofree char *sentence = NULL;

  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TLS_UNKNOWN_CA);
  g_assert_cmpint (moei_feed_error_get_retry_after (error), ==, -1);
  moei_feed_error_set_host (error, "moei.example.org");
  moei_feed_error_set_retry_after (error, 7);

  copy = g_error_copy (error);
  g_assert_cmpstr (copy->message, ==, "certificate not trusted");
  g_assert_cmpstr (moei_feed_error_get_host (copy), ==, "moei.example.org");
  g_assert_cmpstr (moei_feed_error_get_subject (copy), ==, "CN=Office Proxy");
  g_assert_cmpint (moei_feed_error_get_retry_after (copy), ==, 7);

  sentence = moei_feed_error_to_sentence (copy);
  g_assert_cmpstr (sentence, ==, "The certificate of moei.example.org is signed by “CN=Office Proxy”, "
                                 "which this computer does not trust.");
}

static void
test_hostile_parts (void)
{
  g_autoptr (GError) error = moei_feed_error_new (MOEI_FEED_ERROR_REDIRECT, "%1$s%n\xff", "redirected");
  g_autofree char *sentence = NULL;

  moei_feed_error_set_host (error, "%2$s");
  sentence = moei_feed_error_to_sentence (error);
  g_assert_true (g_str_has_prefix (sentence, "%2$s sends us on to “%1$s%n\xef\xbf\xbd”"));
}

static void
test_others (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autofree char *sentence = moei_feed_error_to_sentence (error);

  moei_feed_error_set_host (error, "moei.example.org");
  moei_feed_error_set_retry_after (error, 7);
  g_assert_null (moei_feed_error_get_host (error));
  g_assert_null (moei_feed_error_get_subject (error));
  g_assert_cmpint (moei_feed_error_get_retry_after (error), ==, -1);
  g_assert_cmpstr (sentence, ==, "cancelled");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-error/every-code-has-a-sentence", test_every_code_has_a_sentence);
  g_test_add_func ("/feed-error/four-languages", test_four_languages);
  g_test_add_func ("/feed-error/parts", test_parts);
  g_test_add_func ("/feed-error/hostile-parts", test_hostile_parts);
  g_test_add_func ("/feed-error/others", test_others);

  return g_test_run ();
}
