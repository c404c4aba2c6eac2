/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-holiday.h"
#include "operation/moei-nationality.h"
#include "rules-fixture.h"
#include "rules/moei-accounts.h"
#include "rules/moei-crossing.h"
#include "rules/moei-lanes.h"
#include "rules/moei-operating-day.h"
#include "rules/moei-seats.h"
#include "wire/moei-document.h"

/* The real weeks of 20 February to 31 March 2025, as the built-in operation has
 * them, through the rules, against what was published. */

typedef struct {
  MoeiDocument *days;
  MoeiDocument *flights;
  MoeiDocument *rule;
} Fixture;

static MoeiDocument *
read_file (MoeiDocumentKind  kind,
           const char       *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MoeiDocument *document;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  document = moei_document_decode (kind, bytes, &error);
  g_assert_no_error (error);
  return document;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->days = read_file (MOEI_DOCUMENT_WEEK, "days.json");
  fixture->flights = read_file (MOEI_DOCUMENT_FLIGHTS, "flights.json");
  fixture->rule = read_file (MOEI_DOCUMENT_RULE, "rule.json");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->days);
  g_clear_object (&fixture->flights);
  g_clear_object (&fixture->rule);
}

static MoeiCollection *
days_of (Fixture *fixture)
{
  return moei_document_get_entities (fixture->days);
}

/* Who departed between two days; of one nationality, or of all. */
static int
departed (Fixture    *fixture,
          guint       first,
          guint       last,
          const char *nationality)
{
  int sum = 0;

  for (guint date = first; date <= last; date++) {
    MoeiQuotaDay *day = moei_quota_day_lookup (days_of (fixture), date);
    MoeiCollection *tallies;

    g_assert_nonnull (day);
    tallies = moei_quota_day_get_tallies (day);
    for (guint i = 0; i < moei_collection_size (tallies); i++) {
      MoeiTally *tally = moei_collection_get (tallies, i);

      if (nationality == NULL || g_strcmp0 (moei_entity_get_id (MOEI_ENTITY (tally)), nationality) == 0)
        sum = moei_count_add (sum, moei_tally_get_departed (tally));
    }
  }
  return sum;
}

static void
test_departed (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    int         from[2];
    int         to[2];
    const char *nationality;
    int         people;
    const char *source;
  } rows[] = {
    { { 20, 2 }, { 20, 2 }, "CHN", 200, "MAL0220, NAT0220a" },
    { { 20, 2 }, { 22, 2 }, NULL, 621, "MPS0314, NHANDAN" },
    { { 24, 2 }, { 24, 2 }, "MYS", 15, "NATMY0325" },
    { { 28, 2 }, { 28, 2 }, "IDN", 84, "AP0228, AFP0227" },
    { { 1, 3 }, { 5, 3 }, NULL, 0, "nobody reported any" },
    { { 6, 3 }, { 6, 3 }, "CHN", 456, "THFEED0306, SUN0306" },
    { { 6, 3 }, { 9, 3 }, NULL, 1429, "JPTHAI, NHANDAN; 1,439 were planned" },
    { { 10, 3 }, { 10, 3 }, "IND", 283, "ITV0311, WEBD, NHANDAN" },
    { { 10, 3 }, { 10, 3 }, "ETH", 32 + 43, "ENA, MADO" },
    { { 11, 3 }, { 11, 3 }, "IND", 266, "NIE1106, NHANDAN" },
    { { 11, 3 }, { 11, 3 }, "MYS", 25, "MM0311" },
    { { 10, 3 }, { 11, 3 }, "IND", 549, "NIE1106" },
    { { 12, 3 }, { 14, 3 }, "CHN", 2876 - 621 - 1429, "MPS0314" },
    { { 14, 3 }, { 14, 3 }, "CHN", 540, "PASA0317" },
    { { 20, 2 }, { 14, 3 }, "CHN", 2876, "MPS0314" },
    { { 18, 3 }, { 18, 3 }, "IDN", 400, "CIDISS, JG0318" },
    { { 19, 3 }, { 19, 3 }, "IDN", 154, "JG0318; Myanmar says 169, NARIN" },
    { { 19, 3 }, { 19, 3 }, "BGD", 19, "NARIN" },
    { { 19, 3 }, { 19, 3 }, "JPN", 1, "NARIN" },
    { { 20, 2 }, { 21, 3 }, NULL, 4895, "NATMY0325, Thailand's Ministry of Foreign Affairs" },
    { { 22, 3 }, { 22, 3 }, "KEN", 48, "CITIZEN" },
    { { 26, 3 }, { 26, 3 }, "CHN", 369, "THFEED0326" },
    { { 27, 3 }, { 27, 3 }, "ZAF", 23, "THFEED0326, IOL" },
    { { 1, 3 }, { 31, 3 }, "PHL", 206, "NWP" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%d/%d to %d/%d: %s", rows[i].from[0], rows[i].from[1], rows[i].to[0], rows[i].to[1], rows[i].source);
    g_assert_cmpint (departed (fixture, day_of (rows[i].from[0], rows[i].from[1]), day_of (rows[i].to[0], rows[i].to[1]),
                               rows[i].nationality), ==, rows[i].people);
  }
}

/* What the calendars and the rule make of each day is what the service says of it,
 * and the lane is that of the announcement (CNA0306): others on Monday and Tuesday,
 * Chinese nationals from Wednesday to Friday, 300 a day. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiCollection *rules = moei_document_get_entities (fixture->rule);
  MoeiCollection *holidays = moei_document_get_holidays (fixture->rule);
  guint n_quota_days = 0;

  for (guint date = day_of (20, 2); date <= day_of (31, 3); date++) {
    MoeiQuotaDay *day = moei_quota_day_lookup (days_of (fixture), date);
    MoeiDayKind kind = moei_day_kind (date, rules, holidays, NULL);

    g_assert_cmpint (moei_day_kind (date, rules, holidays, day), ==, kind);
    g_assert_cmpint (moei_day_kind_quota (date, rules, holidays, NULL), ==, moei_quota_day_get_quota (day));
    g_assert_cmpint (kind == MOEI_DAY_KIND_WEEKEND || kind == MOEI_DAY_KIND_HOLIDAY, ==,
                     moei_quota_day_get_reason (day) != NULL);
    g_assert_cmpint (kind == MOEI_DAY_KIND_BEFORE_RULE, ==,
                     date < day_of (6, 3) && moei_quota_day_get_reason (day) == NULL);
    if (kind == MOEI_DAY_KIND_QUOTA) {
      g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (moei_lane_of_day (rules, date))), ==,
                       moei_quota_day_get_lane (day));
      n_quota_days++;
    }
  }
  /* 18 weekdays from 6 to 31 March, of which 13 and 27 March are holidays in Myanmar */
  g_assert_cmpuint (n_quota_days, ==, 16);
}

/* Each holiday, and who marks it. */
static void
test_holidays (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    int         day;
    int         month;
    const char *calendars;
  } rows[] = {
    { 13, 3, "MMR" }, { 27, 3, "MMR" }, { 4, 4, "CHN" }, { 7, 4, "THA" }, { 8, 4, "" }, { 11, 4, "" },
    { 13, 4, "THA MMR" }, { 14, 4, "THA MMR" }, { 15, 4, "THA MMR" }, { 16, 4, "THA MMR" }, { 17, 4, "MMR" },
    { 18, 4, "MMR" }, { 21, 4, "MMR" }, { 22, 4, "" }, { 1, 5, "THA MMR CHN" }, { 2, 5, "CHN" }, { 5, 5, "THA CHN" },
    { 6, 5, "" }, { 2, 6, "THA CHN" }, { 8, 10, "CHN" }, { 9, 10, "" }, { 31, 12, "THA" },
  };
  MoeiCollection *holidays = moei_document_get_holidays (fixture->rule);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) found = moei_day_kind_holidays (day_of (rows[i].day, rows[i].month), holidays);
    g_autoptr (GString) calendars = g_string_new (NULL);

    for (guint j = 0; j < found->len; j++)
      g_string_append_printf (calendars, "%s%s", j > 0 ? " " : "", moei_holiday_get_calendar (found->pdata[j]));
    g_assert_cmpstr (calendars->str, ==, rows[i].calendars);
  }
  for (guint i = 0; i < moei_collection_size (holidays); i++)
    g_assert_nonnull (moei_entity_get_source (moei_collection_get (holidays, i)));
}

/* The weeks' accounts, by hand from the days. */
static void
test_weeks (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    int monday[2];
    int n_quota_days;
    int departed; /* on days with a quota */
    int outside;
    int over;
    int lost;
    int carried;
  } rows[] = {
    { { 17, 2 }, 0, MOEI_COUNT_UNKNOWN, 200 + 300 + 121, MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN },
    { { 24, 2 }, 0, MOEI_COUNT_UNKNOWN, 15 + 84, MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN },
    { { 3, 3 }, 2, 456 + 456, 450 + 67, 156 + 156, 0, 0 },
    { { 10, 3 }, 4, 358 + 291 + 146 + 540, 140, 58 + 240, 9, 154 },
    { { 17, 3 }, 5, 74 + 400 + 270 + 286 + 241, 48, 100, 226 + 30 + 14 + 59, 0 },
    { { 24, 3 }, 4, 248 + 198 + 393 + 196, 23, 93, 52 + 53 + 6, 49 + 98 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    MoeiWeekAccounts week;

    moei_week_accounts_compute (&week, days_of (fixture), day_of (rows[i].monday[0], rows[i].monday[1]),
                                at (day_of (1, 4), 0, 0));
    g_assert_cmpuint (week.n_quota_days, ==, rows[i].n_quota_days);
    g_assert_cmpint (week.sum.quota, ==, rows[i].n_quota_days > 0 ? rows[i].n_quota_days * 300 : MOEI_COUNT_UNKNOWN);
    g_assert_cmpint (week.sum.departed, ==, rows[i].departed);
    g_assert_cmpint (week.departed_outside, ==, rows[i].outside);
    g_assert_cmpint (week.sum.over, ==, rows[i].over);
    g_assert_cmpint (week.sum.lost, ==, rows[i].lost);
    g_assert_cmpint (week.sum.carried, ==, rows[i].carried);
    if (rows[i].n_quota_days > 0) {
      g_assert_cmpint (week.sum.state, ==, MOEI_ACCOUNTS_BALANCED);
      g_assert_cmpint (week.sum.departed - week.sum.over + week.sum.lost + week.sum.reallocated + week.sum.carried, ==,
                       week.sum.quota);
    }
  }
}

/* The rule is not the reality: who left on another lane's day. */
static void
test_crossing (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    int day;
    int in_lane;
    int off_lane;
  } rows[] = {
    { 6, 456, 0 },         /* on the day the plan of 300 was announced */
    { 8, 0, 450 },         /* a Saturday */
    { 10, 358, 0 },        /* India, Ethiopia */
    { 13, 0, 140 },        /* a holiday */
    { 19, 96, 154 + 20 },  /* Indonesians on China's day */
    { 20, 250, 36 },
    { 26, 369, 24 },       /* 369 Chinese nationals, and the third group to Malaysia */
    { 27, 0, 23 },         /* South Africa, on a holiday */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    MoeiCrossing crossing;

    moei_crossing_compute (&crossing, moei_quota_day_lookup (days_of (fixture), day_of (rows[i].day, 3)),
                           moei_document_get_entities (fixture->rule));
    g_assert_cmpint (crossing.in_lane, ==, rows[i].in_lane);
    g_assert_cmpint (crossing.off_lane, ==, rows[i].off_lane);
    g_assert_cmpuint (crossing.unknown, ==, 0);
  }
}

/* Whoever is on a day's flights left that day; on 6 March six flights took 76 each
 * (THFEED0306).  Buses to Malaysia are no flights. */
static void
test_flights (Fixture       *fixture,
              gconstpointer  data)
{
  MoeiCollection *flights = moei_document_get_entities (fixture->flights);
  guint n_march_6 = 0;

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (moei_operating_day_of_instant (moei_flight_get_departure (flight)) != day_of (6, 3))
      continue;
    n_march_6++;
    g_assert_cmpint (moei_flight_get_boarded (flight), ==, 76);
    g_assert_cmpint (moei_flight_get_seats (flight), ==, 76);
  }
  g_assert_cmpuint (n_march_6, ==, 6);
}

/* The queue that is left on 1 April, under the rule as it is.  By hand for China:
 * 1,274 wait for papers; from 17 to 31 March 99 joined and 1,250 were confirmed in
 * ten operating days, 49 and 587 in the first week of it, 50 and 663 in the second.
 * 125 a day less 9.9 clear 1,274 on the 12th operating day, which is Tuesday 29 April
 * since Qingming, Chakri Day, Songkran and Thingyan lie between; with 132.6 less 9.8
 * it is the 11th, with 117.4 less 10 the 12th. */
static void
test_queue (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiDocument) nationalities = read_file (MOEI_DOCUMENT_NATIONALITIES, "nationalities.json");
  MoeiForecastInput input = {
    .nationalities = moei_document_get_entities (nationalities),
    .days = days_of (fixture),
    .flights = moei_document_get_entities (fixture->flights),
    .rules = moei_document_get_entities (fixture->rule),
    .holidays = moei_document_get_holidays (fixture->rule),
    .now = at (day_of (1, 4), 8, 0),
  };
  g_autoptr (MoeiForecast) forecast = moei_forecast_new (&input, NULL);
  const MoeiClearing *china;

  g_assert_cmpuint (moei_forecast_get_first_day (forecast), ==, day_of (1, 4));
  g_assert_cmpint (moei_forecast_get_clearing (forecast, "NPL")->answer, ==, MOEI_CLEARING_CLEARED);
  g_assert_cmpint (moei_forecast_get_clearing (forecast, "JPN")->answer, ==, MOEI_CLEARING_CLEARED);
  g_assert_cmpint (moei_forecast_get_clearing (forecast, "CHN")->waiting, ==, 794 + 420 + 60 + 98);
  china = moei_forecast_get_clearing (forecast, "CHN");
  g_assert_cmpint (china->answer, ==, MOEI_CLEARING_DATE);
  g_assert_cmpuint (china->low, ==, day_of (28, 4));
  g_assert_cmpuint (china->middle, ==, day_of (29, 4));
  g_assert_cmpuint (china->high, ==, day_of (29, 4));
  g_assert_cmpint (china->limit, ==, MOEI_LIMIT_PAPERS);
  /* Of Ethiopia's people nobody was confirmed or left in these weeks. */
  g_assert_cmpint (moei_forecast_get_clearing (forecast, "ETH")->answer, ==, MOEI_CLEARING_NO_FORECAST);

  for (guint i = 0; i < moei_collection_size (input.nationalities); i++) {
    const char *id = moei_entity_get_id (moei_collection_get (input.nationalities, i));
    const MoeiClearing *clearing = moei_forecast_get_clearing (forecast, id);

    if (clearing->answer == MOEI_CLEARING_DATE) {
      g_assert_cmpuint (clearing->low, >=, day_of (1, 4));
      g_assert_cmpuint (clearing->low, <=, clearing->middle);
      g_assert_cmpuint (clearing->middle, <=, clearing->high);
    }
    g_assert_cmpint (clearing->answer, !=, MOEI_CLEARING_NO_LANE);
  }
  g_assert_cmpint (moei_forecast_get_day (forecast, day_of (4, 4))->kind, ==, MOEI_DAY_KIND_HOLIDAY);
  g_assert_cmpint (moei_forecast_get_day (forecast, day_of (8, 4))->quota, ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/replay/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("departed", test_departed);
  ADD ("kinds", test_kinds);
  ADD ("holidays", test_holidays);
  ADD ("weeks", test_weeks);
  ADD ("crossing", test_crossing);
  ADD ("flights", test_flights);
  ADD ("queue", test_queue);

  return g_test_run ();
}
