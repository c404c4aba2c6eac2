/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-entity.h"
#include "operation/moei-holiday.h"

/* 20 March 2025 */
#define MARCH_20 739330

/* A sentence in English, and in the other languages at least whole. */
#define ASSERT_SAYS(call, english)                                                              \
  G_STMT_START {                                                                                \
    for (MoeiLanguage language = MOEI_LANGUAGE_EN; language < MOEI_N_LANGUAGES; language++) {   \
      g_autofree char *said = call;                                                             \
                                                                                                \
      if (language == MOEI_LANGUAGE_EN)                                                         \
        g_assert_cmpstr (said, ==, english);                                                    \
      g_assert_cmpuint (strlen (said), >, 0);                                                   \
      g_assert_null (strchr (said, '%'));                                                       \
    }                                                                                           \
  } G_STMT_END

static void
test_clearing (void)
{
  static const struct {
    MoeiClearing clearing;
    const char  *sentence;
  } rows[] = {
    { { .answer = MOEI_CLEARING_NO_FORECAST }, "no forecast" },
    { { .answer = MOEI_CLEARING_NO_FORECAST, .planned = 48, .planned_day = MARCH_20 + 2 },
      "48 by 22 Mar, rest unknown" },
    { { .answer = MOEI_CLEARING_NO_FORECAST, .planned = -2, .planned_day = MARCH_20 + 2 },
      "some by 22 Mar, rest unknown" },
    { { .answer = MOEI_CLEARING_NO_LANE }, "no lane" },
    { { .answer = MOEI_CLEARING_NEVER }, "will not clear under this rule" },
    { { .answer = MOEI_CLEARING_CLEARED }, "cleared" },
    { { .answer = MOEI_CLEARING_DATE, .low = MARCH_20, .middle = MARCH_20 + 4, .high = MARCH_20 + 6 }, "20 – 26 Mar" },
    { { .answer = MOEI_CLEARING_DATE, .low = MARCH_20, .middle = MARCH_20, .high = MARCH_20 }, "20 Mar" },
    { { .answer = MOEI_CLEARING_DATE, .low = MARCH_20, .middle = MARCH_20, .high = MARCH_20 + 13 }, "20 Mar – 2 Apr" },
    { { .answer = MOEI_CLEARING_DATE, .low = MARCH_20 + 280, .middle = MARCH_20 + 288, .high = MARCH_20 + 288 },
      "25 Dec 2025 – 2 Jan 2026" },
    { { .answer = MOEI_CLEARING_DATE, .low = MARCH_20, .middle = MARCH_20, .high = MARCH_20 + 364, .open_ended = TRUE },
      "20 Mar at the earliest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ASSERT_SAYS (moei_sentence_clearing (language, &rows[i].clearing), rows[i].sentence);

  g_assert_cmpstr (moei_word_limit (MOEI_LANGUAGE_EN, MOEI_LIMIT_QUOTA), ==, "quota");
  g_assert_cmpstr (moei_word_limit (MOEI_LANGUAGE_EN, MOEI_LIMIT_SEATS), ==, "seats");
  g_assert_cmpstr (moei_word_limit (MOEI_LANGUAGE_EN, MOEI_LIMIT_PAPERS), ==, "papers");
  g_assert_cmpstr (moei_word_limit (MOEI_LANGUAGE_EN, MOEI_LIMIT_PLAN), ==, "as planned");
  g_assert_cmpstr (moei_word_limit (MOEI_LANGUAGE_EN, MOEI_LIMIT_NONE), ==, "calendar");
  ASSERT_SAYS (moei_sentence_limit (language, MOEI_LIMIT_QUOTA), "Limited by the quota");
  ASSERT_SAYS (moei_sentence_limit (language, MOEI_LIMIT_SEATS), "Limited by the seats of flights");
  ASSERT_SAYS (moei_sentence_limit (language, MOEI_LIMIT_PAPERS), "Limited by papers");
  ASSERT_SAYS (moei_sentence_limit (language, MOEI_LIMIT_PLAN), "All are planned for coming flights");
  ASSERT_SAYS (moei_sentence_limit (language, MOEI_LIMIT_NONE), "Limited by the calendar only");
}

static void
test_accounts (void)
{
  static const struct {
    MoeiAccounts accounts;
    const char  *sentence;
  } rows[] = {
    { { .state = MOEI_ACCOUNTS_UNKNOWN }, "not accounted for" },
    { { .state = MOEI_ACCOUNTS_NO_QUOTA }, "no quota" },
    { { .state = MOEI_ACCOUNTS_OPEN }, "not closed yet" },
    { { .state = MOEI_ACCOUNTS_BALANCED, .lost = 39 }, "39 lost" },
    { { .state = MOEI_ACCOUNTS_BALANCED, .reallocated = 4, .carried = 10 }, "4 to others · 10 carried" },
    { { .state = MOEI_ACCOUNTS_BALANCED, .over = 156 }, "156 over the quota" },
    { { .state = MOEI_ACCOUNTS_BALANCED }, "quota used in full" },
    { { .state = MOEI_ACCOUNTS_UNEXPLAINED, .lost = 9, .unexplained = 2 }, "9 lost · 2 unexplained" },
    { { .state = MOEI_ACCOUNTS_UNEXPLAINED, .over = 58, .lost = 9, .unexplained = -9 },
      "9 lost · 58 over the quota · 9 booked too many" },
    { { .state = MOEI_ACCOUNTS_UNEXPLAINED, .lost = 1500, .reallocated = -1, .carried = -2,
        .unexplained = MOEI_DIFFERENCE_UNKNOWN }, "1,500 lost" },
  };
  MoeiCrossing crossing = { .in_lane = 250, .off_lane = 36 };
  MoeiForecastDay day = { .low = 250, .middle = 280, .high = 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ASSERT_SAYS (moei_sentence_accounts (language, &rows[i].accounts), rows[i].sentence);

  ASSERT_SAYS (moei_sentence_crossing (language, &crossing), "36 off their lane's day");
  crossing.off_lane = MOEI_COUNT_UNKNOWN;
  g_assert_null (moei_sentence_crossing (MOEI_LANGUAGE_EN, &crossing));

  ASSERT_SAYS (moei_sentence_forecast (language, &day), "280 (250–300)");
  day.low = day.high = day.middle;
  ASSERT_SAYS (moei_sentence_forecast (language, &day), "280");
  day.low = day.high = day.middle = MOEI_COUNT_UNKNOWN;
  ASSERT_SAYS (moei_sentence_forecast (language, &day), "–");
}

static void
test_day_kind (void)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MoeiText) songkran = moei_text_new ("Songkran", "วันสงกรานต์", NULL, NULL);
  g_autoptr (MoeiText) thingyan = moei_text_new ("Thingyan", NULL, NULL, NULL);

  g_assert_null (moei_sentence_day_kind (MOEI_LANGUAGE_EN, MOEI_DAY_KIND_QUOTA, NULL));
  ASSERT_SAYS (moei_sentence_day_kind (language, MOEI_DAY_KIND_WEEKEND, NULL), "weekend");
  ASSERT_SAYS (moei_sentence_day_kind (language, MOEI_DAY_KIND_BEFORE_RULE, NULL), "no quota yet");
  ASSERT_SAYS (moei_sentence_day_kind (language, MOEI_DAY_KIND_NO_LANE, NULL), "no lane on this weekday");
  ASSERT_SAYS (moei_sentence_day_kind (language, MOEI_DAY_KIND_CANCELLED, NULL), "cancelled");
  ASSERT_SAYS (moei_sentence_day_kind (language, MOEI_DAY_KIND_HOLIDAY, holidays), "holiday");

  g_ptr_array_add (holidays, g_object_new (MOEI_TYPE_HOLIDAY, "id", "a", "calendar", "THA", "name", songkran, NULL));
  g_ptr_array_add (holidays, g_object_new (MOEI_TYPE_HOLIDAY, "id", "b", "calendar", "MMR", "name", thingyan, NULL));
  ASSERT_SAYS (moei_sentence_day_kind (language, MOEI_DAY_KIND_HOLIDAY, holidays),
               "Thailand: Songkran · Myanmar: Thingyan");
}

static void
test_risk (void)
{
  g_autoptr (MoeiConvoy) convoy = g_object_new (MOEI_TYPE_CONVOY, "id", "c-3", "number", 3, NULL);
  const struct {
    MoeiFlightRisk risk;
    const char    *sentence;
  } rows[] = {
    { { .verdict = MOEI_RISK_MISSED, .margin = -12, .convoy = convoy }, "misses by 12 min: convoy 3" },
    { { .verdict = MOEI_RISK_MISSED, .margin = -125, .convoy = convoy }, "misses by 2 h 5 min: convoy 3" },
    { { .verdict = MOEI_RISK_AT_RISK, .margin = 18, .convoy = convoy }, "at risk: 18 min, convoy 3" },
    { { .verdict = MOEI_RISK_AT_RISK, .margin = 0, .convoy = convoy }, "at risk: 0 min, convoy 3" },
    { { .verdict = MOEI_RISK_ON_TIME, .margin = 52, .convoy = convoy }, "on time: 52 min to spare" },
    { { .verdict = MOEI_RISK_DEPARTED }, "departed" },
    { { .verdict = MOEI_RISK_NONE, .reason = MOEI_RISK_REASON_CANCELLED }, "cancelled" },
    { { .verdict = MOEI_RISK_NONE, .reason = MOEI_RISK_REASON_NO_CONVOY }, "no convoy named" },
    { { .reason = MOEI_RISK_REASON_NO_TIME }, "no departure time" },
    { { .reason = MOEI_RISK_REASON_POSITION_OLD, .convoy = convoy }, "position old: convoy 3" },
    { { .reason = MOEI_RISK_REASON_NO_ARRIVAL, .convoy = convoy }, "no arrival time: convoy 3" },
    { { .reason = MOEI_RISK_REASON_NO_PEOPLE, .convoy = convoy }, "people not counted: convoy 3" },
    { { .reason = MOEI_RISK_REASON_CONVOY_CANCELLED, .convoy = convoy }, "convoy 3 is cancelled" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ASSERT_SAYS (moei_sentence_flight_risk (language, &rows[i].risk), rows[i].sentence);
}

static void
test_milestone (void)
{
  g_autoptr (MoeiMilestone) doors = moei_milestone_new ("doors-closed");
  MoeiNextMilestone next = { .state = MOEI_MILESTONES_LATE, .milestone = doors, .late = 12 };
  g_autofree char *late = moei_sentence_milestone (MOEI_LANGUAGE_EN, &next);

  g_assert_true (g_str_has_suffix (late, ": 12 min late"));
  next.state = MOEI_MILESTONES_DUE;
  g_free (g_steal_pointer (&late));
  late = moei_sentence_milestone (MOEI_LANGUAGE_EN, &next);
  g_assert_true (g_str_has_prefix (late, "next: "));

  next = (MoeiNextMilestone) { .state = MOEI_MILESTONES_DONE };
  ASSERT_SAYS (moei_sentence_milestone (language, &next), "all done");
  next.state = MOEI_MILESTONES_UNKNOWN;
  ASSERT_SAYS (moei_sentence_milestone (language, &next), "not reported");
}

static void
test_counts (void)
{
  MoeiHeadCount heads = { .first = 50, .last = 48, .open_difference = -2 };
  MoeiRollCheck check = { MOEI_ROLL_DIFFERS, 7141, 7158, 17, 28, 28, 0 };
  MoeiDisagreement pair = { .difference = -3073 };

  ASSERT_SAYS (moei_sentence_head_count (language, &heads), "2 missing of 50");
  heads.open_difference = 0;
  ASSERT_SAYS (moei_sentence_head_count (language, &heads), "all 50 there");
  heads.open_difference = 1;
  ASSERT_SAYS (moei_sentence_head_count (language, &heads), "1 more than the 50 who set out");
  heads.open_difference = MOEI_DIFFERENCE_UNKNOWN;
  ASSERT_SAYS (moei_sentence_head_count (language, &heads), "not counted");

  ASSERT_SAYS (moei_sentence_roll_check (language, &check), "rows add to 7,158, the list says 7,141");
  check.verdict = MOEI_ROLL_ADDS_UP;
  ASSERT_SAYS (moei_sentence_roll_check (language, &check), "rows add to 7,158, as the list says");
  check.verdict = MOEI_ROLL_UNKNOWN;
  ASSERT_SAYS (moei_sentence_roll_check (language, &check), "rows add to 7,158, the list names no total");
  check.unknown = 3;
  ASSERT_SAYS (moei_sentence_roll_check (language, &check), "3 of 28 rows are not known");

  ASSERT_SAYS (moei_sentence_disagreement (language, &pair), "differ by 3,073");
  ASSERT_SAYS (moei_format_difference (language, -1204), "−1,204");
  ASSERT_SAYS (moei_format_difference (language, 3), "+3");
  ASSERT_SAYS (moei_format_difference (language, 0), "0");
  ASSERT_SAYS (moei_format_difference (language, MOEI_DIFFERENCE_UNKNOWN), "–");
}

int
main (int    argc,
      char **argv)
{
  moei_language_init (moei_language_find_localedir ());
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentence/clearing", test_clearing);
  g_test_add_func ("/sentence/accounts", test_accounts);
  g_test_add_func ("/sentence/day-kind", test_day_kind);
  g_test_add_func ("/sentence/flight-risk", test_risk);
  g_test_add_func ("/sentence/milestone", test_milestone);
  g_test_add_func ("/sentence/counts", test_counts);

  return g_test_run ();
}
