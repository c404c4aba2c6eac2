/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-holiday.h"
#include "operation/moei-nationality.h"
#include "operation/moei-operation.h"
#include "operation/moei-rule.h"
#include "rules-fixture.h"
#include "rules/moei-accounts.h"
#include "rules/moei-crossing.h"
#include "rules/moei-flight-risk.h"
#include "rules/moei-head-count.h"

/* Operations as nobody would plan them: whatever is thrown at the rules, what they
 * say must hang together.  The seed is printed by the test framework; --seed
 * repeats a run. */

#define N_ROUNDS 60

static const char *codes[] = { "CHN", "VNM", "IND", "ETH", "IDN", "PHL", "PAK", "KEN", "XXA", "ZAF" };

static int
maybe (int count)
{
  int dice = g_test_rand_int_range (0, 20);

  return dice == 0 ? MOEI_COUNT_UNKNOWN : dice == 1 ? MOEI_COUNT_SUPPRESSED : count;
}

static int
some (int below)
{
  return g_test_rand_int_range (0, below);
}

static gint64
sometime (guint around)
{
  return some (12) == 0 ? MOEI_INSTANT_UNKNOWN : at (around + (guint) some (4) - 2, some (24), some (60));
}

static void
add_random_rule (MoeiCollection *rules,
                 guint           today,
                 int             which)
{
  static const char *spare[] = { "other-lane", "lost", "carried", "of no meaning", NULL };
  static const char *orders[] = { "CHN *", "* CHN", "VNM IND *", "CHN VNM", "*", "ETH", "* *", "" };
  g_autofree char *id = g_strdup_printf ("rule-%d", which);

  add_rule (rules, id, today + (guint) some (200) - 60, some (6) == 0 ? MOEI_COUNT_UNKNOWN : some (500),
            spare[some (G_N_ELEMENTS (spare))]);
  for (int i = 0, n = some (4); i < n; i++) {
    g_autofree char *lane = g_strdup_printf ("lane-%d", i);

    add_lane (rules, lane, some (128), orders[some (G_N_ELEMENTS (orders))]);
  }
}

static void
fill_days (MoeiCollection *days,
           guint           today)
{
  for (guint date = today - 50; date < today + 30; date++) {
    MoeiQuotaDay *day;

    if (some (8) == 0)
      continue;
    day = add_day (days, date, some (3) == 0 ? MOEI_COUNT_UNKNOWN : some (400), some (5));
    g_object_set (day, "lost", maybe (some (50)), "reallocated", maybe (some (50)), "carried", maybe (some (50)),
                  "closes", sometime (date), "lane", some (4) == 0 ? "lane-1" : NULL, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
      if (some (4) > 0)
        add_tally (day, codes[i], maybe (some (30)), maybe (some (60)), maybe (some (100)));
  }
}

static void
fill_flights (MoeiCollection *flights,
              guint           today)
{
  for (int i = 0, n = some (60); i < n; i++) {
    g_autofree char *id = g_strdup_printf ("f-%d", i);

    moei_collection_append (flights,
                            g_object_new (MOEI_TYPE_FLIGHT, "id", id, "state", some (9), "seats", maybe (some (200)),
                                          "manifested", maybe (some (200)), "scheduled", sometime (today + some (14)),
                                          "estimated", some (2) == 0 ? sometime (today) : MOEI_INSTANT_UNKNOWN, NULL));
  }
}

static void
fill_convoys (MoeiCollection *convoys,
              guint           today)
{
  for (int i = 0, n = some (20); i < n; i++) {
    g_autofree char *id = g_strdup_printf ("c-%d", i);
    g_autofree char *first = g_strdup_printf ("f-%d", some (60));
    const char *flights[] = { first, some (3) == 0 ? "f-0" : NULL, NULL };
    MoeiConvoy *convoy = g_object_new (MOEI_TYPE_CONVOY, "id", id, "state", some (7), "people", maybe (some (300)),
                                       "seats", maybe (some (300)), "flights", flights,
                                       "estimated-arrival", sometime (today), "actual-arrival",
                                       some (3) == 0 ? sometime (today) : MOEI_INSTANT_UNKNOWN,
                                       "position-observed", sometime (today), NULL);

    for (int j = 0, m = some (4); j < m; j++) {
      g_autofree char *hand_over = g_strdup_printf ("h-%d", j);

      moei_collection_append (moei_convoy_get_hand_overs (convoy),
                              g_object_new (MOEI_TYPE_HAND_OVER, "id", hand_over, "out", maybe (some (60)),
                                            "in", maybe (some (60)), NULL));
    }
    moei_collection_append (convoys, convoy);
  }
}

static MoeiOperation *
random_operation (guint today)
{
  MoeiOperation *operation = moei_operation_new ();

  for (int i = 0, n = some (4); i < n; i++)
    add_random_rule (moei_operation_get_rules (operation), today, i);
  fill_days (moei_operation_get_calendar (operation), today);
  fill_flights (moei_operation_get_schedule (operation), today);
  fill_convoys (moei_operation_get_movements (operation), today);
  for (int i = 0, n = some (30); i < n; i++) {
    g_autofree char *id = g_strdup_printf ("h-%d", i);

    moei_collection_append (moei_operation_get_holidays (operation),
                            g_object_new (MOEI_TYPE_HOLIDAY, "id", id, "date", today + (guint) some (200), NULL));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    MoeiNationality *nationality = g_object_new (MOEI_TYPE_NATIONALITY, "id", codes[i], NULL);
    int size = some (4) == 0 ? 2000 : 100;

    for (MoeiStage stage = MOEI_STAGE_HELD; stage <= MOEI_STAGE_DEPARTED; stage++) {
      static const char *stages[] = { NULL, "held", "listed", "screened", "embassy-confirmed",
                                      "slot-given", "on-bus", "at-airport", "departed" };

      g_object_set (nationality, stages[stage], some (60) == 0 ? MOEI_COUNT_UNKNOWN : some (size), NULL);
    }
    moei_collection_append (moei_operation_get_nationalities (operation), nationality);
  }
  return operation;
}

static guint
latest_of (const MoeiClearing *clearing)
{
  if (clearing->answer == MOEI_CLEARING_CLEARED)
    return 0;
  return clearing->answer == MOEI_CLEARING_DATE && !clearing->open_ended ? clearing->high : G_MAXUINT;
}

static guint
middle_of (const MoeiClearing *clearing)
{
  if (clearing->answer == MOEI_CLEARING_CLEARED)
    return 0;
  return clearing->answer == MOEI_CLEARING_DATE ? clearing->middle : G_MAXUINT;
}

static void
check_clearing (const MoeiClearing *clearing,
                guint               today)
{
  g_assert_nonnull (clearing);
  if (clearing->answer == MOEI_CLEARING_DATE) {
    g_assert_cmpuint (today, <=, clearing->low);
    g_assert_cmpuint (clearing->low, <=, clearing->middle);
    g_assert_cmpuint (clearing->middle, <=, clearing->high);
    g_assert_cmpuint (clearing->high, <, today + MOEI_FORECAST_HORIZON);
    g_assert_cmpint (clearing->waiting, >, 0);
  } else {
    g_assert_cmpuint (clearing->low, ==, MOEI_DAY_UNKNOWN);
    g_assert_cmpuint (clearing->high, ==, MOEI_DAY_UNKNOWN);
  }
  if (clearing->answer == MOEI_CLEARING_CLEARED)
    g_assert_cmpint (clearing->waiting, ==, 0);
}

/* What leaves on a day is what leaves of each country, and no more than may. */
static void
check_days (const MoeiForecast *forecast,
            guint               today)
{
  for (guint date = today; date < today + MOEI_FORECAST_HORIZON; date++) {
    const MoeiForecastDay *day = moei_forecast_get_day (forecast, date);
    int sum = MOEI_COUNT_UNKNOWN;

    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
      sum = moei_count_add (sum, moei_forecast_get_departing (forecast, codes[i], date, MOEI_SCENARIO_MIDDLE));
    g_assert_cmpint (day->low, <=, day->middle);
    g_assert_cmpint (day->middle, <=, day->high);
    g_assert_cmpint (day->low, <=, sum);
    g_assert_cmpint (sum, <=, day->high);
    if (day->kind != MOEI_DAY_KIND_QUOTA)
      g_assert_cmpint (day->high, <=, 0);
    else if (moei_count_is_known (day->seats))
      g_assert_cmpint (day->high, <=, day->seats);
    if (day->kind == MOEI_DAY_KIND_QUOTA)
      g_assert_cmpint (day->high, <=, 2 * day->quota + 500); /* with what is carried */
  }
}

static void
test_forecast (void)
{
  guint today = day_of (20, 3);
  guint n_answers[MOEI_CLEARING_CLEARED + 1] = { 0 };

  for (int round = 0; round < N_ROUNDS; round++) {
    g_autoptr (MoeiOperation) operation = random_operation (today);
    g_autoptr (MoeiForecast) forecast = moei_forecast_new_for (operation, at (today, 9, 0), NULL);

    check_days (forecast, today);
    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
      check_clearing (moei_forecast_get_clearing (forecast, codes[i]), today);
      n_answers[moei_forecast_get_clearing (forecast, codes[i])->answer]++;
    }
  }
  /* Each kind of answer has been seen; nobody at any stage is too rare. */
  g_test_message ("no forecast %u, no lane %u, never %u, a date %u, cleared %u",
                  n_answers[0], n_answers[1], n_answers[2], n_answers[3], n_answers[4]);
  for (MoeiClearingAnswer answer = MOEI_CLEARING_NO_FORECAST; answer < MOEI_CLEARING_CLEARED; answer++)
    g_assert_cmpuint (n_answers[answer], >, 0);
}

/* While days are awaited that the service has, nothing is told from the others. */
static void
test_awaited (void)
{
  guint today = day_of (20, 3);

  for (int round = 0; round < 20; round++) {
    g_autoptr (MoeiOperation) operation = random_operation (today);
    g_autoptr (MoeiForecast) forecast = NULL;

    g_object_set (operation, "awaited-day", today, NULL);
    forecast = moei_forecast_new_for (operation, at (today, 9, 0), NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
      MoeiClearingAnswer answer = moei_forecast_get_clearing (forecast, codes[i])->answer;

      g_assert_true (answer == MOEI_CLEARING_NO_FORECAST || answer == MOEI_CLEARING_CLEARED);
    }
  }
}

/* People are neither made nor lost: who leaves waited or came. */
static void
test_conserves (void)
{
  guint today = day_of (20, 3);

  for (int round = 0; round < N_ROUNDS; round++) {
    g_autoptr (MoeiOperation) operation = random_operation (today);
    g_autoptr (MoeiForecast) forecast = moei_forecast_new_for (operation, at (today, 9, 0), NULL);

    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
      const MoeiClearing *clearing = moei_forecast_get_clearing (forecast, codes[i]);
      int people = 0;

      for (guint date = today; date < today + MOEI_FORECAST_HORIZON; date++)
        people += MAX (moei_forecast_get_departing (forecast, codes[i], date, MOEI_SCENARIO_MIDDLE), 0);
      /* At most 30 came on each day of the past, weekends added to Fridays. */
      g_assert_cmpint (people, <=, MAX (clearing->waiting, 0) + MOEI_FORECAST_HORIZON * 30 * 20);
      if (clearing->answer == MOEI_CLEARING_DATE && clearing->low == clearing->high)
        g_assert_cmpint (people, >=, clearing->waiting);
    }
  }
}

/* With more quota, or a flight more, nobody leaves later. */
static void
test_more_is_not_later (void)
{
  guint today = day_of (20, 3);

  for (int round = 0; round < N_ROUNDS; round++) {
    g_autoptr (MoeiOperation) operation = random_operation (today);
    MoeiWhatIf less = MOEI_WHAT_IF_INIT;
    MoeiWhatIf more;
    g_autoptr (MoeiForecast) before = NULL;
    g_autoptr (MoeiForecast) after = NULL;

    less.quota = some (400);
    less.extra_seats = some (100);
    less.extra_day = today + (guint) some (30);
    less.extra_day_seats = some (100);
    more = less;
    more.quota += 1 + some (200);
    more.extra_seats += some (100);
    more.extra_day_seats += some (100);
    before = moei_forecast_new_for (operation, at (today, 9, 0), &less);
    after = moei_forecast_new_for (operation, at (today, 9, 0), &more);

    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
      const MoeiClearing *a = moei_forecast_get_clearing (before, codes[i]);
      const MoeiClearing *b = moei_forecast_get_clearing (after, codes[i]);

      g_assert_cmpuint (middle_of (b), <=, middle_of (a));
      g_assert_cmpuint (latest_of (b), <=, latest_of (a));
      if (a->answer == MOEI_CLEARING_DATE)
        g_assert_cmpuint (b->low, <=, a->low);
    }
  }
}

static void
test_accounts (void)
{
  guint today = day_of (20, 3);

  for (int round = 0; round < N_ROUNDS; round++) {
    g_autoptr (MoeiOperation) operation = random_operation (today);
    MoeiCollection *days = moei_operation_get_calendar (operation);
    MoeiWeekAccounts week;

    for (guint i = 0; i < moei_collection_size (days); i++) {
      MoeiQuotaDay *day = moei_collection_get (days, i);
      MoeiAccounts accounts;
      MoeiCrossing crossing;

      moei_accounts_compute (&accounts, day, at (today, 9, 0));
      if (accounts.state == MOEI_ACCOUNTS_BALANCED || accounts.state == MOEI_ACCOUNTS_UNEXPLAINED)
        g_assert_cmpint (accounts.departed - accounts.over + MAX (accounts.lost, 0) + MAX (accounts.reallocated, 0) +
                         MAX (accounts.carried, 0) + accounts.unexplained, ==, accounts.quota);
      moei_crossing_compute (&crossing, day, moei_operation_get_rules (operation));
      if (moei_count_is_known (accounts.departed))
        g_assert_cmpint (crossing.in_lane + crossing.off_lane, ==, accounts.departed);
    }

    moei_week_accounts_compute (&week, days, day_of (17, 3), at (today, 9, 0));
    g_assert_cmpint (week.departed, ==, moei_count_add (week.sum.departed, week.departed_outside));
    g_assert_cmpuint (week.n_closed, <=, week.n_quota_days);
  }
}

static void
test_convoys (void)
{
  guint today = day_of (20, 3);
  MoeiProcessing processing;

  moei_processing_init_default (&processing);
  for (int round = 0; round < N_ROUNDS; round++) {
    g_autoptr (MoeiOperation) operation = random_operation (today);
    MoeiCollection *flights = moei_operation_get_schedule (operation);
    MoeiCollection *convoys = moei_operation_get_movements (operation);

    for (guint i = 0; i < moei_collection_size (flights); i++) {
      MoeiFlightRisk risk;

      moei_flight_risk_compute (&risk, moei_collection_get (flights, i), convoys, flights,
                                moei_operation_get_routes (operation), &processing, sometime (today));
      g_assert_cmpint (risk.verdict == MOEI_RISK_MISSED, ==, risk.margin < 0);
      if (risk.verdict == MOEI_RISK_ON_TIME || risk.verdict == MOEI_RISK_AT_RISK || risk.verdict == MOEI_RISK_MISSED) {
        g_assert_nonnull (risk.convoy);
        g_assert_cmpint (risk.verdict == MOEI_RISK_ON_TIME, ==, risk.margin >= processing.at_risk_minutes);
      } else {
        g_assert_cmpint (risk.margin, ==, 0);
      }
    }
    for (guint i = 0; i < moei_collection_size (convoys); i++) {
      MoeiConvoy *convoy = moei_collection_get (convoys, i);
      g_autoptr (GArray) steps = moei_head_count_get_steps (convoy);
      MoeiHeadCount heads;

      moei_head_count_compute (&heads, convoy);
      g_assert_cmpuint (steps->len, ==, moei_collection_size (moei_convoy_get_hand_overs (convoy)));
      if (heads.open_difference != MOEI_DIFFERENCE_UNKNOWN)
        g_assert_cmpint (heads.first + heads.open_difference, ==, heads.last);
      if (heads.open_difference != MOEI_DIFFERENCE_UNKNOWN && heads.open_difference != 0)
        g_assert_cmpuint (heads.n_differences, >, 0);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/forecast", test_forecast);
  g_test_add_func ("/properties/awaited", test_awaited);
  g_test_add_func ("/properties/conserves", test_conserves);
  g_test_add_func ("/properties/more-is-not-later", test_more_is_not_later);
  g_test_add_func ("/properties/accounts", test_accounts);
  g_test_add_func ("/properties/convoys", test_convoys);

  return g_test_run ();
}
