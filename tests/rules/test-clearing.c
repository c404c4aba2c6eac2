/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-nationality.h"
#include "operation/moei-rule.h"
#include "rules-fixture.h"

#define NONE MOEI_COUNT_UNKNOWN

typedef struct {
  MoeiCollection *nationalities;
  MoeiCollection *days;
  MoeiCollection *flights;
  MoeiCollection *rules;
  MoeiCollection *holidays;
  guint           today;
  guint           awaited;
  MoeiForecast   *forecast;
} Fixture;

/* Thursday 20 March 2025 before anybody left.  Of the two weeks before it nothing
 * is known yet. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  MoeiQuotaDay *today;

  fixture->nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  fixture->days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  fixture->flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  fixture->rules = rules_of_march ();
  fixture->holidays = moei_collection_new (MOEI_TYPE_HOLIDAY);
  fixture->today = day_of (20, 3);
  today = add_day (fixture->days, fixture->today, 300, MOEI_DAY_STATE_OPEN);
  add_tally (today, "CHN", NONE, NONE, 0);
  for (guint date = day_of (24, 2); date < fixture->today; date++)
    add_day (fixture->days, date, NONE, MOEI_DAY_STATE_CLOSED);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->forecast, moei_forecast_free);
  g_clear_object (&fixture->nationalities);
  g_clear_object (&fixture->days);
  g_clear_object (&fixture->flights);
  g_clear_object (&fixture->rules);
  g_clear_object (&fixture->holidays);
}

/* So many on each weekday of the two weeks before, later week and earlier week. */
static void
add_flow (Fixture    *fixture,
          const char *nationality,
          int         entered_late,
          int         confirmed_late,
          int         entered_early,
          int         confirmed_early)
{
  for (guint i = 0; i < moei_collection_size (fixture->days); i++) {
    MoeiQuotaDay *day = moei_collection_get (fixture->days, i);
    guint date = moei_quota_day_get_date (day);
    gboolean late = date >= day_of (13, 3);

    if (date >= fixture->today || date % 7 == 6 || date % 7 == 0) /* Julian day 1 was a Monday */
      continue;
    if (moei_collection_lookup (moei_quota_day_get_tallies (day), nationality) == NULL)
      add_tally (day, nationality, late ? entered_late : entered_early, late ? confirmed_late : confirmed_early, NONE);
  }
}

static const MoeiClearing *
clear (Fixture          *fixture,
       const char       *nationality,
       const MoeiWhatIf *what_if)
{
  MoeiForecastInput input = {
    .nationalities = fixture->nationalities,
    .days = fixture->days,
    .flights = fixture->flights,
    .rules = fixture->rules,
    .holidays = fixture->holidays,
    .now = at (fixture->today, 8, 0),
    .awaited = fixture->awaited,
  };

  g_clear_pointer (&fixture->forecast, moei_forecast_free);
  fixture->forecast = moei_forecast_new (&input, what_if);
  return moei_forecast_get_clearing (fixture->forecast, nationality);
}

static void
assert_dates (Fixture    *fixture,
              const char *nationality,
              guint       low,
              guint       middle,
              guint       high,
              MoeiLimit   limit)
{
  const MoeiClearing *clearing = clear (fixture, nationality, NULL);

  g_assert_cmpint (clearing->answer, ==, MOEI_CLEARING_DATE);
  g_assert_cmpuint (clearing->low, ==, low);
  g_assert_cmpuint (clearing->middle, ==, middle);
  g_assert_cmpuint (clearing->high, ==, high);
  g_assert_cmpint (clearing->limit, ==, limit);
  g_assert_false (clearing->open_ended);
}

static void
assert_date (Fixture    *fixture,
             const char *nationality,
             guint       date,
             MoeiLimit   limit)
{
  assert_dates (fixture, nationality, date, date, date, limit);
}

static void
assert_answer (Fixture            *fixture,
               const char         *nationality,
               MoeiClearingAnswer  answer)
{
  const MoeiClearing *clearing = clear (fixture, nationality, NULL);

  g_test_message ("%s", nationality);
  g_assert_cmpint (clearing->answer, ==, answer);
  g_assert_cmpuint (clearing->low, ==, MOEI_DAY_UNKNOWN);
  g_assert_cmpuint (clearing->high, ==, MOEI_DAY_UNKNOWN);
}

/* 1,000 ready, 300 a day on Thursday, Friday, Monday and Tuesday: Chinese nationals
 * take the places that the others leave on Monday and Tuesday. */
static void
test_quota (Fixture       *fixture,
            gconstpointer  data)
{
  add_queue (fixture->nationalities, "CHN", 0, 1000);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  assert_date (fixture, "CHN", day_of (25, 3), MOEI_LIMIT_QUOTA);
  g_assert_cmpint (clear (fixture, "CHN", NULL)->waiting, ==, 1000);
}

/* A lane with nobody ready gives its places to the next; with the spare places
 * lost it does not. */
static void
test_spare (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *spare[] = { "lost", "carried" };

  add_queue (fixture->nationalities, "CHN", 0, 0);
  add_queue (fixture->nationalities, "KEN", 0, 700);
  add_flow (fixture, "KEN", 0, 5, 0, 5);
  add_flow (fixture, "CHN", 0, 0, 0, 0);
  assert_date (fixture, "KEN", day_of (24, 3), MOEI_LIMIT_QUOTA);

  /* Others go on Monday 24 and Tuesday 25, and 100 are left for Monday 31. */
  g_object_set (moei_collection_lookup (fixture->rules, "march"), "spare", spare[0], NULL);
  assert_date (fixture, "KEN", day_of (31, 3), MOEI_LIMIT_QUOTA);

  /* Carried: what China leaves on Friday goes to Monday. */
  g_object_set (moei_collection_lookup (fixture->rules, "march"), "spare", spare[1], NULL);
  assert_date (fixture, "KEN", day_of (25, 3), MOEI_LIMIT_QUOTA);
}

/* 400 of each, Kenyans before Ethiopians because the lane says so. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_clear_object (&fixture->rules);
  fixture->rules = moei_collection_new (MOEI_TYPE_RULE);
  add_rule (fixture->rules, "r", day_of (6, 3), 300, "other-lane");
  add_lane (fixture->rules, "l", WEEKDAYS, "KEN ETH *");
  add_queue (fixture->nationalities, "ETH", 0, 400);
  add_queue (fixture->nationalities, "KEN", 0, 400);
  add_queue (fixture->nationalities, "UGA", 0, 100);
  add_queue (fixture->nationalities, "NPL", 0, 200);
  add_flow (fixture, "ETH", 0, 1, 0, 1);
  add_flow (fixture, "KEN", 0, 1, 0, 1);
  add_flow (fixture, "UGA", 0, 1, 0, 1);
  add_flow (fixture, "NPL", 0, 1, 0, 1);

  assert_date (fixture, "KEN", day_of (21, 3), MOEI_LIMIT_QUOTA);
  assert_date (fixture, "ETH", day_of (24, 3), MOEI_LIMIT_QUOTA);
  /* 100 places are left on Monday: 50 each.  On Tuesday UGA's last 50 and NPL's 150. */
  assert_date (fixture, "UGA", day_of (25, 3), MOEI_LIMIT_QUOTA);
  assert_date (fixture, "NPL", day_of (25, 3), MOEI_LIMIT_QUOTA);
  g_assert_cmpint (moei_forecast_get_departing (fixture->forecast, "UGA", day_of (24, 3), MOEI_SCENARIO_MIDDLE), ==, 50);
  g_assert_cmpint (moei_forecast_get_departing (fixture->forecast, "NPL", day_of (24, 3), MOEI_SCENARIO_MIDDLE), ==, 50);
  g_assert_cmpint (moei_forecast_get_departing (fixture->forecast, "NPL", day_of (25, 3), MOEI_SCENARIO_MIDDLE), ==, 150);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (25, 3))->middle, ==, 200);
}

/* 200 without papers, of whom 20 a day are confirmed: ten operating days from
 * tomorrow, Friday 21 March to Thursday 3 April. */
static void
test_papers (Fixture       *fixture,
             gconstpointer  data)
{
  add_queue (fixture->nationalities, "KEN", 200, 0);
  add_flow (fixture, "KEN", 0, 20, 0, 20);
  assert_date (fixture, "KEN", day_of (3, 4), MOEI_LIMIT_PAPERS);
}

/* Confirmed 40 a day in the better week and 10 in the worse, 25 in both: the
 * better takes 5 days, the mean 8, the worse 20. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  add_queue (fixture->nationalities, "KEN", 200, 0);
  add_flow (fixture, "KEN", 0, 10, 0, 40);
  assert_dates (fixture, "KEN", day_of (27, 3), day_of (1, 4), day_of (17, 4), MOEI_LIMIT_PAPERS);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (21, 3))->low, ==, 10);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (21, 3))->middle, ==, 25);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (21, 3))->high, ==, 40);
}

/* A day that tells of nobody tells nothing: 20 a day where it was told is 20 a day.
 * A day that tells of others tells that nobody of these moved. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  add_queue (fixture->nationalities, "KEN", 200, 0);
  for (int day = 13; day < 20; day++)
    if (day != 15 && day != 16)
      add_tally (moei_quota_day_lookup (fixture->days, day_of (day, 3)), "KEN", 0, 20, NONE);
  assert_date (fixture, "KEN", day_of (3, 4), MOEI_LIMIT_PAPERS);

  /* 100 in ten days */
  for (int day = 6; day < 13; day++)
    if (day != 8 && day != 9)
      add_tally (moei_quota_day_lookup (fixture->days, day_of (day, 3)), "CHN", 0, 0, NONE);
  g_assert_cmpuint (clear (fixture, "KEN", NULL)->middle, ==, day_of (17, 4));
}

/* With the better flow it clears, with the worse one it does not. */
static void
test_open_ended (Fixture       *fixture,
                 gconstpointer  data)
{
  const MoeiClearing *clearing;

  add_queue (fixture->nationalities, "KEN", 200, 0);
  add_flow (fixture, "KEN", 0, 0, 0, 40);
  clearing = clear (fixture, "KEN", NULL);
  g_assert_cmpint (clearing->answer, ==, MOEI_CLEARING_DATE);
  g_assert_cmpuint (clearing->low, ==, day_of (27, 3));
  g_assert_cmpuint (clearing->middle, ==, day_of (3, 4));
  g_assert_true (clearing->open_ended);
  g_assert_cmpuint (clearing->high, ==, fixture->today + MOEI_FORECAST_HORIZON - 1);
}

/* As many come as can go: 200 others a day on five days, for 600 places in a week
 * of two, is more; on China's days China needs all places. */
static void
test_never (Fixture       *fixture,
            gconstpointer  data)
{
  add_queue (fixture->nationalities, "CHN", 0, 9000);
  add_queue (fixture->nationalities, "KEN", 0, 500);
  add_queue (fixture->nationalities, "ETH", 100, 0);
  add_flow (fixture, "CHN", 200, 200, 200, 200);
  add_flow (fixture, "KEN", 120, 120, 120, 120);
  add_flow (fixture, "ETH", 5, 4, 5, 4);

  assert_answer (fixture, "CHN", MOEI_CLEARING_NEVER);
  g_assert_cmpint (clear (fixture, "CHN", NULL)->limit, ==, MOEI_LIMIT_QUOTA);
  assert_answer (fixture, "KEN", MOEI_CLEARING_NEVER);
  g_assert_cmpint (clear (fixture, "KEN", NULL)->limit, ==, MOEI_LIMIT_QUOTA);
  assert_answer (fixture, "ETH", MOEI_CLEARING_NEVER);
  g_assert_cmpint (clear (fixture, "ETH", NULL)->limit, ==, MOEI_LIMIT_PAPERS);
}

/* Just as many come as can go: the queue may be empty for an evening. */
static void
test_steady (Fixture       *fixture,
             gconstpointer  data)
{
  g_clear_object (&fixture->rules);
  fixture->rules = moei_collection_new (MOEI_TYPE_RULE);
  add_rule (fixture->rules, "r", day_of (6, 3), 300, NULL);
  add_lane (fixture->rules, "l", WEEKDAYS, "CHN");
  add_queue (fixture->nationalities, "CHN", 0, 200);
  add_flow (fixture, "CHN", 300, 300, 300, 300);
  assert_answer (fixture, "CHN", MOEI_CLEARING_NEVER);
}

static void
test_no_lane (Fixture       *fixture,
              gconstpointer  data)
{
  add_rule (fixture->rules, "narrow", day_of (20, 3), 300, "other-lane");
  add_lane (fixture->rules, "l", WEEKDAYS, "CHN VNM");
  add_queue (fixture->nationalities, "KEN", 0, 80);
  add_queue (fixture->nationalities, "VNM", 0, 80);
  add_flow (fixture, "KEN", 0, 5, 0, 5);
  add_flow (fixture, "VNM", 0, 5, 0, 5);
  assert_answer (fixture, "KEN", MOEI_CLEARING_NO_LANE);
  assert_date (fixture, "VNM", day_of (20, 3), MOEI_LIMIT_NONE);

  /* In May it gets one: never before that day. */
  add_rule (fixture->rules, "wide", day_of (1, 5), 300, "other-lane");
  add_lane (fixture->rules, "l", MONDAY_TUESDAY, "KEN");
  assert_date (fixture, "KEN", day_of (5, 5), MOEI_LIMIT_NONE);
}

static void
test_no_forecast (Fixture       *fixture,
                  gconstpointer  data)
{
  MoeiNationality *china;

  /* No flow is reported at all. */
  add_queue (fixture->nationalities, "CHN", 10, 50);
  assert_answer (fixture, "CHN", MOEI_CLEARING_NO_FORECAST);

  /* Nothing has moved in ten days. */
  add_queue (fixture->nationalities, "KEN", 10, 50);
  add_flow (fixture, "KEN", 0, 0, 0, 0);
  assert_answer (fixture, "KEN", MOEI_CLEARING_NO_FORECAST);

  /* Who joins is not reported. */
  add_queue (fixture->nationalities, "VNM", 10, 50);
  add_flow (fixture, "VNM", NONE, 5, NONE, 5);
  assert_answer (fixture, "VNM", MOEI_CLEARING_NO_FORECAST);

  /* An unknown count is not zero, nor is one that is withheld. */
  add_queue (fixture->nationalities, "ETH", 10, 50);
  add_flow (fixture, "ETH", 0, 5, 0, 5);
  g_assert_cmpint (clear (fixture, "ETH", NULL)->answer, ==, MOEI_CLEARING_DATE);
  g_object_set (moei_collection_lookup (fixture->nationalities, "ETH"), "screened", MOEI_COUNT_UNKNOWN, NULL);
  assert_answer (fixture, "ETH", MOEI_CLEARING_NO_FORECAST);
  g_assert_cmpint (clear (fixture, "ETH", NULL)->waiting, ==, MOEI_COUNT_UNKNOWN);
  g_object_set (moei_collection_lookup (fixture->nationalities, "ETH"), "screened", MOEI_COUNT_SUPPRESSED, NULL);
  assert_answer (fixture, "ETH", MOEI_CLEARING_NO_FORECAST);

  /* Nobody waits: that needs no flow. */
  china = moei_collection_lookup (fixture->nationalities, "CHN");
  g_object_set (china, "held", 0, "embassy-confirmed", 0, NULL);
  assert_answer (fixture, "CHN", MOEI_CLEARING_CLEARED);
  g_assert_null (clear (fixture, "XXX", NULL));
  g_assert_null (clear (fixture, NULL, NULL));
}

static void
add_plan (Fixture         *fixture,
          const char      *id,
          guint            date,
          MoeiFlightState  state,
          const char      *nationality,
          int              planned)
{
  MoeiFlight *flight = g_object_new (MOEI_TYPE_FLIGHT, "id", id, "state", state, "seats", 50,
                                     "scheduled", at (date, 12, 0), NULL);
  MoeiTally *tally = moei_tally_new (nationality);

  g_object_set (tally, "planned", planned, NULL);
  moei_collection_append (moei_flight_get_nationalities (flight), tally);
  moei_collection_append (fixture->flights, flight);
}

/* Nothing has moved in ten days, but some are on the lists of coming flights. */
static void
test_planned (Fixture       *fixture,
              gconstpointer  data)
{
  const MoeiClearing *clearing;

  add_queue (fixture->nationalities, "KEN", 10, 50);
  add_flow (fixture, "KEN", 0, 0, 0, 0);
  add_plan (fixture, "a", day_of (19, 3), MOEI_FLIGHT_STATE_SCHEDULED, "KEN", 5); /* past */
  add_plan (fixture, "b", day_of (20, 3), MOEI_FLIGHT_STATE_DEPARTED, "KEN", 5);
  add_plan (fixture, "c", day_of (21, 3), MOEI_FLIGHT_STATE_CANCELLED, "KEN", 40);
  add_plan (fixture, "d", day_of (21, 3), MOEI_FLIGHT_STATE_SCHEDULED, "CHN", 40);
  assert_answer (fixture, "KEN", MOEI_CLEARING_NO_FORECAST);
  g_assert_cmpint (clear (fixture, "KEN", NULL)->planned, ==, 0);
  g_assert_cmpuint (clear (fixture, "KEN", NULL)->planned_day, ==, MOEI_DAY_UNKNOWN);

  /* Friday, and Saturday, which nobody's lane has */
  add_plan (fixture, "e", day_of (21, 3), MOEI_FLIGHT_STATE_SCHEDULED, "KEN", 30);
  add_plan (fixture, "f", day_of (22, 3), MOEI_FLIGHT_STATE_DELAYED, "KEN", 18);
  add_plan (fixture, "g", day_of (23, 3), MOEI_FLIGHT_STATE_SCHEDULED, "KEN", NONE);
  clearing = clear (fixture, "KEN", NULL);
  g_assert_cmpint (clearing->answer, ==, MOEI_CLEARING_NO_FORECAST);
  g_assert_cmpint (clearing->planned, ==, 48);
  g_assert_cmpuint (clearing->planned_day, ==, day_of (22, 3));
  g_assert_cmpuint (clearing->low, ==, MOEI_DAY_UNKNOWN);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (22, 3))->middle, ==, 18);
  g_assert_cmpint (moei_forecast_get_departing (fixture->forecast, "KEN", day_of (21, 3), MOEI_SCENARIO_HIGH), ==, 30);

  /* All of them: then it is the plan that says when. */
  add_plan (fixture, "h", day_of (25, 3), MOEI_FLIGHT_STATE_SCHEDULED, "KEN", 20);
  assert_date (fixture, "KEN", day_of (25, 3), MOEI_LIMIT_PLAN);
  g_assert_cmpint (clear (fixture, "KEN", NULL)->planned, ==, 60);
  g_assert_cmpint (moei_forecast_get_departing (fixture->forecast, "KEN", day_of (25, 3), MOEI_SCENARIO_LOW), ==, 12);

  /* While something is awaited the plan may not be whole. */
  fixture->awaited = day_of (24, 3);
  assert_answer (fixture, "KEN", MOEI_CLEARING_NO_FORECAST);
  g_assert_cmpint (clear (fixture, "KEN", NULL)->planned, ==, 0);
}

/* They take places that the others then lack; and a day says it where no flight does. */
static void
test_planned_takes_places (Fixture       *fixture,
                           gconstpointer  data)
{
  MoeiTally *tally;

  add_queue (fixture->nationalities, "CHN", 0, 600);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  add_queue (fixture->nationalities, "KEN", 0, 60);
  add_flow (fixture, "KEN", 0, 0, 0, 0);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);

  tally = add_tally (add_day (fixture->days, day_of (21, 3), 300, MOEI_DAY_STATE_OPEN), "KEN", NONE, NONE, NONE);
  g_object_set (tally, "planned", 60, NULL);
  assert_date (fixture, "CHN", day_of (24, 3), MOEI_LIMIT_QUOTA);
  assert_date (fixture, "KEN", day_of (21, 3), MOEI_LIMIT_PLAN);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (21, 3))->middle, ==, 300);

  /* Who can be reckoned with is, whatever is planned. */
  add_flow (fixture, "KEN", 0, 0, 0, 0);
  g_object_set (moei_collection_lookup (moei_quota_day_get_tallies (moei_quota_day_lookup (fixture->days, day_of (19, 3))), "KEN"),
                "confirmed", 5, NULL);
  assert_date (fixture, "KEN", day_of (24, 3), MOEI_LIMIT_QUOTA);
  g_assert_cmpint (clear (fixture, "KEN", NULL)->planned, ==, 0);
}

/* Of the last ten operating days, from Thursday 6 March, and of what is to come all
 * must be here that the service has. */
static void
test_awaited (Fixture       *fixture,
              gconstpointer  data)
{
  add_queue (fixture->nationalities, "CHN", 0, 350);
  add_queue (fixture->nationalities, "KEN", 0, 0);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);

  for (guint date = day_of (6, 3); date <= day_of (30, 3); date++) {
    fixture->awaited = date;
    assert_answer (fixture, "CHN", MOEI_CLEARING_NO_FORECAST);
    g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (21, 3))->middle, ==, MOEI_COUNT_UNKNOWN);
    g_assert_cmpint (moei_forecast_get_clearing (fixture->forecast, "CHN")->waiting, ==, 350);
    assert_answer (fixture, "KEN", MOEI_CLEARING_CLEARED);
  }
  fixture->awaited = day_of (5, 3);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);

  /* A day without operation among them reaches a day further back. */
  moei_collection_append (fixture->holidays, g_object_new (MOEI_TYPE_HOLIDAY, "id", "x", "date", day_of (12, 3), NULL));
  assert_answer (fixture, "CHN", MOEI_CLEARING_NO_FORECAST);
}

/* Friday 4 April is Qingming, Monday 7 stands for Chakri Day, 14 to 18 and 21 April
 * are Songkran, Thingyan and Myanmar's new year. */
static void
test_holidays (Fixture       *fixture,
               gconstpointer  data)
{
  g_clear_object (&fixture->holidays);
  fixture->holidays = holidays_of_april ();
  fixture->today = day_of (4, 4);
  for (guint date = day_of (20, 3); date <= fixture->today; date++)
    if (date > day_of (20, 3))
      add_day (fixture->days, date, NONE, MOEI_DAY_STATE_CLOSED);
  add_queue (fixture->nationalities, "CHN", 0, 1300);
  add_flow (fixture, "CHN", 0, 5, 0, 5);

  /* Tuesday 8 to Friday 11 April 1,200, the last 100 on Tuesday 22 */
  assert_date (fixture, "CHN", day_of (22, 4), MOEI_LIMIT_QUOTA);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (4, 4))->kind, ==, MOEI_DAY_KIND_HOLIDAY);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (4, 4))->middle, ==, 0);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (8, 4))->middle, ==, 300);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (16, 4))->kind, ==, MOEI_DAY_KIND_HOLIDAY);
  g_assert_null (moei_forecast_get_day (fixture->forecast, day_of (3, 4)));
}

/* A rule that changes twice is used from its days. */
static void
test_future_rules (Fixture       *fixture,
                   gconstpointer  data)
{
  add_rule (fixture->rules, "fewer", day_of (25, 3), 100, "other-lane");
  add_lane (fixture->rules, "l", WEEKDAYS, "CHN *");
  add_rule (fixture->rules, "more", day_of (28, 3), 500, "other-lane");
  add_lane (fixture->rules, "l", WEEKDAYS, "CHN *");
  add_queue (fixture->nationalities, "CHN", 0, 1600);
  add_flow (fixture, "CHN", 0, 5, 0, 5);

  /* 20, 21 and 24 March 900; 25, 26 and 27 March 300; the last 400 on the 28th */
  assert_date (fixture, "CHN", day_of (28, 3), MOEI_LIMIT_QUOTA);
}

static void
add_flight (Fixture         *fixture,
            guint            date,
            MoeiFlightState  state,
            int              seats)
{
  g_autofree char *id = g_strdup_printf ("f-%u", moei_collection_size (fixture->flights));

  moei_collection_append (fixture->flights, g_object_new (MOEI_TYPE_FLIGHT, "id", id, "state", state, "seats", seats,
                                                          "scheduled", at (date, 12, 0), NULL));
}

static void
test_seats (Fixture       *fixture,
            gconstpointer  data)
{
  add_queue (fixture->nationalities, "CHN", 0, 500);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  for (guint date = fixture->today; date <= day_of (31, 3); date++) {
    add_flight (fixture, date, MOEI_FLIGHT_STATE_SCHEDULED, 50);
    add_flight (fixture, date, MOEI_FLIGHT_STATE_SCHEDULED, 50);
    add_flight (fixture, date, MOEI_FLIGHT_STATE_CANCELLED, 50);
  }
  /* 100 a day on 20, 21, 24, 25 and 26 March */
  assert_date (fixture, "CHN", day_of (26, 3), MOEI_LIMIT_SEATS);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (21, 3))->seats, ==, 100);

  /* Where one flight names no seats, the quota alone counts. */
  add_flight (fixture, day_of (21, 3), MOEI_FLIGHT_STATE_SCHEDULED, NONE);
  assert_date (fixture, "CHN", day_of (24, 3), MOEI_LIMIT_SEATS);

  /* A day all of whose flights are cancelled takes nobody. */
  for (guint i = 0; i < moei_collection_size (fixture->flights); i++)
    g_object_set (moei_collection_get (fixture->flights, i), "state", MOEI_FLIGHT_STATE_CANCELLED, NULL);
  assert_date (fixture, "CHN", day_of (2, 4), MOEI_LIMIT_SEATS);
}

/* What has left today is gone from today's places. */
static void
test_today (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiQuotaDay *today = moei_collection_get (fixture->days, 0);
  MoeiTally *china = moei_collection_get (moei_quota_day_get_tallies (today), 0);

  add_queue (fixture->nationalities, "CHN", 0, 100);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  g_object_set (china, "departed", 200, NULL);
  assert_date (fixture, "CHN", day_of (20, 3), MOEI_LIMIT_NONE);
  g_object_set (china, "departed", 201, NULL);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);
  g_object_set (china, "departed", MOEI_COUNT_UNKNOWN, NULL);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);
  g_object_set (china, "departed", 0, NULL);
  g_object_set (today, "state", MOEI_DAY_STATE_CLOSED, NULL);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);
  g_object_set (today, "state", MOEI_DAY_STATE_OPEN, "closes", at (fixture->today, 8, 0), NULL);
  assert_date (fixture, "CHN", day_of (21, 3), MOEI_LIMIT_QUOTA);
}

static void
test_what_if (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiWhatIf what_if = MOEI_WHAT_IF_INIT;
  g_autoptr (MoeiCollection) lanes = moei_collection_new (MOEI_TYPE_LANE);
  const char *order[] = { "CHN", NULL };

  add_queue (fixture->nationalities, "CHN", 0, 1000);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (25, 3));

  what_if.quota = 500;
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (21, 3));
  what_if.from = day_of (24, 3);
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (24, 3));
  what_if.quota = 0;
  g_assert_cmpint (clear (fixture, "CHN", &what_if)->answer, ==, MOEI_CLEARING_NEVER);

  /* Only on Saturdays */
  what_if = (MoeiWhatIf) MOEI_WHAT_IF_INIT;
  moei_collection_append (lanes, g_object_new (MOEI_TYPE_LANE, "id", "l", "weekdays", SATURDAY, "order", order, NULL));
  what_if.lanes = lanes;
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (12, 4));

  /* A flight more on Sunday, beyond the quota */
  what_if = (MoeiWhatIf) MOEI_WHAT_IF_INIT;
  what_if.extra_day = day_of (23, 3);
  what_if.extra_day_seats = 150;
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (24, 3));
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (23, 3))->middle, ==, 150);

  /* More seats where seats are short */
  for (guint date = fixture->today; date <= day_of (18, 4); date++)
    add_flight (fixture, date, MOEI_FLIGHT_STATE_SCHEDULED, 100);
  what_if = (MoeiWhatIf) MOEI_WHAT_IF_INIT;
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (2, 4));
  what_if.extra_seats = 100;
  g_assert_cmpuint (clear (fixture, "CHN", &what_if)->middle, ==, day_of (26, 3));

  /* None of this has changed what is. */
  assert_date (fixture, "CHN", day_of (2, 4), MOEI_LIMIT_SEATS);
}

/* Nobody knows the time, nothing is known at all. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiForecastInput input = {
    .nationalities = fixture->nationalities,
    .days = fixture->days,
    .rules = fixture->rules,
    .now = MOEI_INSTANT_UNKNOWN,
  };

  add_queue (fixture->nationalities, "CHN", 0, 1000);
  add_flow (fixture, "CHN", 0, 5, 0, 5);
  fixture->forecast = moei_forecast_new (&input, NULL);
  g_assert_cmpint (moei_forecast_get_clearing (fixture->forecast, "CHN")->answer, ==, MOEI_CLEARING_NO_FORECAST);
  g_assert_cmpuint (moei_forecast_get_first_day (fixture->forecast), ==, MOEI_DAY_UNKNOWN);
  g_assert_null (moei_forecast_get_day (fixture->forecast, day_of (20, 3)));

  moei_collection_clear (fixture->nationalities);
  moei_collection_clear (fixture->rules);
  moei_collection_clear (fixture->days);
  add_queue (fixture->nationalities, "CHN", 0, 1000);
  assert_answer (fixture, "CHN", MOEI_CLEARING_NO_FORECAST);
  g_assert_cmpint (moei_forecast_get_day (fixture->forecast, day_of (20, 3))->middle, ==, MOEI_COUNT_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/clearing/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("quota", test_quota);
  ADD ("spare", test_spare);
  ADD ("order", test_order);
  ADD ("papers", test_papers);
  ADD ("range", test_range);
  ADD ("gaps", test_gaps);
  ADD ("open-ended", test_open_ended);
  ADD ("never", test_never);
  ADD ("steady", test_steady);
  ADD ("no-lane", test_no_lane);
  ADD ("no-forecast", test_no_forecast);
  ADD ("planned", test_planned);
  ADD ("planned-takes-places", test_planned_takes_places);
  ADD ("awaited", test_awaited);
  ADD ("holidays", test_holidays);
  ADD ("future-rules", test_future_rules);
  ADD ("seats", test_seats);
  ADD ("today", test_today);
  ADD ("what-if", test_what_if);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
