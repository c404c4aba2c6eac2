/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-word-types.h"

typedef const char *(*Word) (MoeiLanguage language,
                             int          value);

/* Names that a language takes over as they are */
static const struct {
  MoeiLanguage language;
  const char  *word;
} taken_over[] = {
  { MOEI_LANGUAGE_MY, "DKBA" },
};

static gboolean
is_taken_over (MoeiLanguage  language,
               const char   *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken_over); i++) {
    if (taken_over[i].language == language && g_str_equal (taken_over[i].word, word))
      return TRUE;
  }
  return FALSE;
}

static void
assert_word (MoeiLanguage  language,
             const char   *word,
             const char   *english)
{
  g_autofree char *normal = NULL;

  g_assert_nonnull (word);
  g_assert_cmpstr (word, !=, "");
  normal = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_assert_cmpstr (word, ==, normal);
  if (language != MOEI_LANGUAGE_EN && !is_taken_over (language, word))
    g_assert_cmpstr (word, !=, english);
}

static void
assert_words (GType type,
              Word  word)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  for (guint i = 0; i < values->n_values; i++) {
    const char *english = word (MOEI_LANGUAGE_EN, values->values[i].value);

    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++)
      assert_word (l, word (l, values->values[i].value), english);
  }
}

/* Two stages, or two states, that read the same would be one to a reader. */
static void
assert_different_words (GType type,
                        Word  word)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < values->n_values; i++)
      g_assert_true (g_hash_table_add (seen, (gpointer) word (l, values->values[i].value)));
  }
}

#define DEFINE_WORD(name, Type)                                                \
  static const char *                                                          \
  name (MoeiLanguage language,                                                 \
        int          value)                                                    \
  {                                                                            \
    return moei_word_##name (language, (Type) value);                          \
  }

DEFINE_WORD (origin, MoeiOrigin)
DEFINE_WORD (place_kind, MoeiPlaceKind)
DEFINE_WORD (place_state, MoeiPlaceState)
DEFINE_WORD (route_state, MoeiRouteState)
DEFINE_WORD (convoy_state, MoeiConvoyState)
DEFINE_WORD (flight_state, MoeiFlightState)
DEFINE_WORD (stage, MoeiStage)
DEFINE_WORD (day_state, MoeiDayState)
DEFINE_WORD (readiness, MoeiReadiness)
DEFINE_WORD (severity, MoeiSeverity)
DEFINE_WORD (urgency, MoeiUrgency)
DEFINE_WORD (data_state, MoeiDataState)
DEFINE_WORD (change_kind, MoeiChangeKind)

static void
test_words (void)
{
  GType types[] = {
    MOEI_TYPE_ORIGIN, MOEI_TYPE_PLACE_KIND, MOEI_TYPE_PLACE_STATE, MOEI_TYPE_ROUTE_STATE,
    MOEI_TYPE_CONVOY_STATE, MOEI_TYPE_FLIGHT_STATE, MOEI_TYPE_STAGE, MOEI_TYPE_DAY_STATE,
    MOEI_TYPE_READINESS, MOEI_TYPE_SEVERITY, MOEI_TYPE_URGENCY, MOEI_TYPE_DATA_STATE,
    MOEI_TYPE_CHANGE_KIND,
  };
  Word words[] = {
    origin, place_kind, place_state, route_state, convoy_state, flight_state,
    stage, day_state, readiness, severity, urgency, data_state, change_kind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    assert_words (types[i], words[i]);
    assert_different_words (types[i], words[i]);
  }
}

typedef const char *(*CodedWord) (MoeiLanguage  language,
                                  const char   *code);

static void
assert_coded_words (CodedWord           word,
                    const char * const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++) {
    const char *english = word (MOEI_LANGUAGE_EN, codes[i]);

    g_assert_cmpstr (english, !=, codes[i]);
    for (MoeiLanguage l = 0; l < MOEI_N_LANGUAGES; l++)
      assert_word (l, word (l, codes[i]), english);
  }
  g_assert_cmpstr (word (MOEI_LANGUAGE_TH, "somebody new"), ==, "somebody new");
  g_assert_null (word (MOEI_LANGUAGE_TH, NULL));
}

static void
test_codes (void)
{
  static const char * const holders[] = { "BGF", "KNLA-PC", "government", "unknown", NULL };
  static const char * const milestones[] = {
    "manifest-closed", "documents-checked", "slot-confirmed", "aircraft-ready",
    "buses-in", "boarded", "doors-closed", "airborne", NULL
  };
  static const char * const referrals[] = { "arrived", "psychological", "legal", "economic", NULL };

  assert_coded_words (moei_word_holder, holders);
  assert_coded_words (moei_word_milestone, milestones);
  assert_coded_words (moei_word_referral, referrals);
  assert_word (MOEI_LANGUAGE_TH, moei_word_holder (MOEI_LANGUAGE_TH, "DKBA"), "DKBA");
  g_assert_cmpstr (moei_word_holder (MOEI_LANGUAGE_TH, "bgf"), ==, "กองกำลังพิทักษ์ชายแดน (บีจีเอฟ)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (NULL);

  g_test_add_func ("/vocabulary/words", test_words);
  g_test_add_func ("/vocabulary/codes", test_codes);

  return g_test_run ();
}
