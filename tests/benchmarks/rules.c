/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "benchmark.h"
#include "operation/moei-flight.h"
#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-nationality.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "rules/moei-accounts.h"
#include "rules/moei-clearing.h"
#include "rules/moei-withhold.h"
#include "wire/moei-document.h"

/* A year's forecast for 7,000 people of 40 nationalities, in three scenarios, against
 * the decoding of those week documents from which it is made.  It follows each change
 * of the data in the thread that draws, and so must not cost more than the decoding
 * that the same change costs; and a slider of the what-if moves it for each frame. */

#define N_NATIONALITIES 40
#define N_PEOPLE        7000
#define N_WEEKS         6
#define N_ROUNDS        60

/* A tenth: what a change costs is what its decoding costs, the rest is noise.  Where
 * the six weeks decode in 40 ms, that leaves three quarters of a frame of 16.7 ms to
 * whoever draws while a slider of the what-if moves. */
#define BUDGET_FORECAST 0.1
/* The People page's table of 40 countries and 8 stages with its totals */
#define BUDGET_WITHHOLD 0.1

typedef struct {
  MoeiForecastInput input;
  GPtrArray        *weeks;
  guint             today;
} Scene;

static char *
code (guint i)
{
  return i == 0 ? g_strdup ("CHN") : g_strdup_printf ("X%c%c", 'A' + (int) (i / 26), 'A' + (int) (i % 26));
}

static MoeiCollection *
make_rules (guint today)
{
  static const char *china[] = { "CHN", "*", NULL };
  static const char *others[] = { "*", "CHN", NULL };
  MoeiCollection *rules = moei_collection_new (MOEI_TYPE_RULE);

  for (int i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("r%d", i);
    MoeiRule *rule = g_object_new (MOEI_TYPE_RULE, "id", id, "effective", today - 60 + (guint) i * 90, "quota", 300,
                                   "spare", "other-lane", NULL);

    moei_collection_append (moei_rule_get_lanes (rule),
                            g_object_new (MOEI_TYPE_LANE, "id", "o", "weekdays", 0x03, "order", others, NULL));
    moei_collection_append (moei_rule_get_lanes (rule),
                            g_object_new (MOEI_TYPE_LANE, "id", "c", "weekdays", 0x1c, "order", china, NULL));
    moei_collection_append (rules, rule);
  }
  return rules;
}

static MoeiQuotaDay *
make_day (guint date)
{
  GDate civil;
  char id[16];
  MoeiQuotaDay *day;

  g_date_clear (&civil, 1);
  g_date_set_julian (&civil, date);
  g_date_strftime (id, sizeof id, "%Y-%m-%d", &civil);
  day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", date, "state", MOEI_DAY_STATE_CLOSED,
                      "quota", g_date_get_weekday (&civil) <= G_DATE_FRIDAY ? 300 : MOEI_COUNT_UNKNOWN, NULL);
  for (guint i = 0; i < N_NATIONALITIES; i++) {
    g_autofree char *nationality = code (i);
    int people = i == 0 ? 150 : 2 + (int) i % 5;

    moei_collection_append (moei_quota_day_get_tallies (day),
                            g_object_new (MOEI_TYPE_TALLY, "id", nationality, "planned", people, "held", people,
                                          "listed", people, "screened", people, "embassy-confirmed", people,
                                          "slot-given", people, "on-bus", people, "at-airport", people,
                                          "departed", people, "entered", (int) i % 3, "confirmed", people, NULL));
  }
  return day;
}

static void
make_weeks (Scene *scene)
{
  guint monday = scene->today - (scene->today - 1) % 7 - N_WEEKS * 7;

  scene->input.days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  scene->weeks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint week = 0; week < N_WEEKS; week++) {
    g_autoptr (MoeiDocument) document = moei_document_new (MOEI_DOCUMENT_WEEK);

    for (guint i = 0; i < 7; i++) {
      g_autoptr (MoeiQuotaDay) day = make_day (monday + week * 7 + i);

      moei_collection_append (moei_document_get_entities (document), g_object_ref (day));
      moei_collection_append (scene->input.days, g_steal_pointer (&day));
    }
    g_object_set (document, "week", "2025-W10", NULL);
    g_ptr_array_add (scene->weeks, moei_document_encode (document));
  }
}

static void
make_scene (Scene *scene)
{
  GDate date;
  int others = (N_PEOPLE - 5000) / (N_NATIONALITIES - 1);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 20, G_DATE_MARCH, 2025);
  scene->today = g_date_get_julian (&date);
  scene->input.now = G_GINT64_CONSTANT (1742432400) * G_USEC_PER_SEC; /* 20 March 2025, 8:00 in Bangkok */
  scene->input.rules = make_rules (scene->today);
  scene->input.holidays = moei_collection_new (MOEI_TYPE_HOLIDAY);
  scene->input.flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  scene->input.nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  for (guint i = 0; i < 72; i++) {
    g_autofree char *id = g_strdup_printf ("h%u", i);

    moei_collection_append (scene->input.holidays, g_object_new (MOEI_TYPE_HOLIDAY, "id", id,
                                                                 "date", scene->today + i * 5, NULL));
  }
  for (guint i = 0; i < 120; i++) {
    g_autofree char *id = g_strdup_printf ("f%u", i);

    moei_collection_append (scene->input.flights,
                            g_object_new (MOEI_TYPE_FLIGHT, "id", id, "seats", 50, "scheduled",
                                          scene->input.now + (gint64) (i / 6) * G_TIME_SPAN_DAY, NULL));
  }
  for (guint i = 0; i < N_NATIONALITIES; i++) {
    g_autofree char *id = code (i);
    int people = i == 0 ? 5000 : others;

    moei_collection_append (scene->input.nationalities,
                            g_object_new (MOEI_TYPE_NATIONALITY, "id", id, "held", people / 2, "listed", people / 4,
                                          "screened", 0, "embassy-confirmed", people / 4, "slot-given", 0,
                                          "on-bus", 0, "at-airport", 0, NULL));
  }
  make_weeks (scene);
}

static double
time_decode (Scene *scene)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < scene->weeks->len; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiDocument) document = moei_document_decode (MOEI_DOCUMENT_WEEK, scene->weeks->pdata[i], &error);

    g_assert_no_error (error);
  }
  return (double) (g_get_monotonic_time () - start);
}

static double
time_forecast (Scene *scene)
{
  MoeiWhatIf what_if = MOEI_WHAT_IF_INIT;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MoeiForecast) forecast = NULL;

  what_if.quota = 350;
  forecast = moei_forecast_new (&scene->input, &what_if);
  g_assert_nonnull (moei_forecast_get_clearing (forecast, "CHN"));
  g_assert_cmpint (moei_forecast_get_clearing (forecast, "CHN")->answer, ==, MOEI_CLEARING_DATE);
  return (double) (g_get_monotonic_time () - start);
}

static double
time_withhold (void)
{
  enum { ROWS = N_NATIONALITIES + 1, COLUMNS = 9 };
  int cells[ROWS * COLUMNS] = { 0 };
  gint64 start;

  for (guint i = 0; i < ROWS - 1; i++) {
    for (guint j = 0; j < COLUMNS - 1; j++) {
      int people = (int) ((i * 7 + j * 13) % 17);

      cells[i * COLUMNS + j] = people;
      cells[i * COLUMNS + COLUMNS - 1] += people;
      cells[(ROWS - 1) * COLUMNS + j] += people;
      cells[ROWS * COLUMNS - 1] += people;
    }
  }
  start = g_get_monotonic_time ();
  moei_withhold_table (cells, ROWS, COLUMNS, MOEI_WITHHOLD_BELOW);
  return (double) (g_get_monotonic_time () - start);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) forecasts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) withholds = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Scene scene = { { NULL } };
  int status;

  make_scene (&scene);
  for (guint i = 0; i < N_ROUNDS; i++) {
    double decode = time_decode (&scene);
    double forecast = time_forecast (&scene);
    double ratio = forecast / decode;

    g_array_append_val (times, forecast);
    g_array_append_val (forecasts, ratio);
    ratio = time_withhold () / decode;
    g_array_append_val (withholds, ratio);
  }
  status = benchmark_report ("a year's forecast ÷ decoding its six weeks", benchmark_percentile (forecasts, 50),
                             BUDGET_FORECAST, "×");
  status |= benchmark_report ("withholding in a table of 40 × 8 ÷ the same", benchmark_percentile (withholds, 50),
                              BUDGET_WITHHOLD, "×");
  benchmark_note ("a year's forecast", benchmark_percentile (times, 50) / 1000, "ms");

  g_ptr_array_unref (scene.weeks);
  g_object_unref (scene.input.days);
  g_object_unref (scene.input.flights);
  g_object_unref (scene.input.holidays);
  g_object_unref (scene.input.nationalities);
  g_object_unref (scene.input.rules);
  return status;
}
