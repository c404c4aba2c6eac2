/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-entity.h"

static const struct {
  const char *name;
  MoeiFunnel  funnel;
  const char *sentence;
} rows[] = {
  { "unknown", { .verdict = MOEI_VERDICT_UNKNOWN }, "Too little is reported to say" },
  { "no-quota", { .verdict = MOEI_VERDICT_NO_QUOTA }, "No quota today" },
  { "met", { .quota = 300, .verdict = MOEI_VERDICT_MET }, "Today's quota of 300 has departed" },
  { "covered", { .quota = 300, .verdict = MOEI_VERDICT_COVERED }, "Today is covered" },
  { "closed-short", { .quota = 300, .verdict = MOEI_VERDICT_CLOSED_SHORT, .short_by = 39 },
    "Closed for today, 39 short of the quota" },
  { "embassy", { .verdict = MOEI_VERDICT_SHORT, .short_by = 42, .bottleneck = MOEI_BOTTLENECK_EMBASSY,
                 .waiting = 61, .longest_wait = 9 },
    "Short by 42: embassy confirmation (61 waiting, longest 9 days)" },
  { "one-day", { .verdict = MOEI_VERDICT_SHORT, .short_by = 42, .bottleneck = MOEI_BOTTLENECK_SCREENING,
                 .waiting = 61, .longest_wait = 1 },
    "Short by 42: screening (61 waiting, longest 1 day)" },
  { "wait-unknown", { .verdict = MOEI_VERDICT_SHORT, .short_by = 42, .bottleneck = MOEI_BOTTLENECK_SLOTS,
                      .waiting = 1061, .longest_wait = MOEI_COUNT_UNKNOWN },
    "Short by 42: slots (1,061 waiting)" },
  { "seats", { .verdict = MOEI_VERDICT_SHORT, .short_by = 24, .bottleneck = MOEI_BOTTLENECK_SEATS,
               .waiting = 100, .longest_wait = 9 },
    "Short by 24: seats (100 waiting)" },
  { "nobody", { .verdict = MOEI_VERDICT_SHORT, .short_by = 42, .bottleneck = MOEI_BOTTLENECK_NONE },
    "Short by 42: people ready to travel" },
};

static void
test_funnel (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *english = moei_sentence_funnel (MOEI_LANGUAGE_EN, &rows[i].funnel);

  g_assert_cmpstr (english, ==, rows[i].sentence);
  for (MoeiLanguage language = MOEI_LANGUAGE_TH; language < MOEI_N_LANGUAGES; language++) {
    g_autofree char *sentence = moei_sentence_funnel (language, &rows[i].funnel);

    g_assert_cmpuint (strlen (sentence), >, 0);
    g_assert_null (strchr (sentence, '%'));
  }
}

int
main (int    argc,
      char **argv)
{
  moei_language_init (moei_language_find_localedir ());
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/sentence/funnel/%s", rows[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_funnel);
  }

  return g_test_run ();
}
