/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample-operation.h"

#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"
#include "operation/moei-lane.h"
#include "operation/moei-place.h"
#include "operation/moei-report.h"
#include "operation/moei-rule.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)
#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define N_FLIGHTS 6
#define N_GONE 3

static guint
day (int d)
{
  g_autoptr (GDate) date = g_date_new_dmy (d, G_DATE_MARCH, 2025);

  return g_date_get_julian (date);
}

static void
add_rule (MoeiOperation *operation)
{
  g_autoptr (MoeiText) name = moei_text_new ("Chinese nationals first", "ชาวจีนก่อน", "တရုတ်နိုင်ငံသားများ ဦးစွာ", "中国公民优先");
  g_autoptr (MoeiText) short_name = moei_text_new ("China", "จีน", "တရုတ်", "中国");
  MoeiRule *rule = g_object_new (MOEI_TYPE_RULE, "id", "2025-03-06", "effective", day (6), "quota", 300, NULL);

  moei_collection_append (moei_rule_get_lanes (rule),
                          g_object_new (MOEI_TYPE_LANE, "id", "china-first", "name", name, "short-name", short_name, NULL));
  moei_collection_append (moei_operation_get_rules (operation), rule);
}

static void
add_days (MoeiOperation *operation)
{
  static const int departed[] = { 261, 300, 296, 214, -1, -1, 71 };
  g_autoptr (MoeiCollection) week = moei_collection_new (MOEI_TYPE_QUOTA_DAY);

  for (int i = 0; i < 7; i++) {
    g_autofree char *id = g_strdup_printf ("2025-03-%02d", 3 + i);
    gboolean today = i == 3;
    MoeiQuotaDay *quota_day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", day (3 + i),
                                            "quota", i < 5 ? 300 : MOEI_COUNT_UNKNOWN,
                                            "lane", i < 5 ? "china-first" : NULL, NULL);

    moei_collection_append (moei_quota_day_get_tallies (quota_day),
                            g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "departed", departed[i],
                                          "at-airport", today ? 262 : departed[i],
                                          "on-bus", today ? 286 : departed[i],
                                          "slot-given", today ? 295 : departed[i], NULL));
    moei_collection_append (week, quota_day);
  }
  moei_operation_take_days (operation, day (6), week);
}

static void
add_airport (MoeiOperation *operation,
             const char    *id,
             const char    *iata,
             MoeiText      *name,
             double         longitude,
             double         latitude)
{
  MoeiPosition position = { longitude, latitude };

  moei_collection_append (moei_operation_get_places (operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", id, "iata", iata, "kind", MOEI_PLACE_KIND_AIRPORT,
                                        "state", MOEI_PLACE_STATE_OPEN, "name", name, "position", &position, NULL));
}

static void
add_places (MoeiOperation *operation)
{
  g_autoptr (MoeiText) mae_sot = moei_text_new ("Mae Sot Airport", "สนามบินแม่สอด", "မဲဆောက်လေဆိပ်", "湄索机场");
  g_autoptr (MoeiText) nanjing = moei_text_new ("Nanjing", "หนานจิง", "နန်ကျင်း", "南京");
  g_autoptr (MoeiText) park = moei_text_new ("KK Park", "เคเคปาร์ค", NULL, "KK园区");
  MoeiPosition at = { 98.564, 16.626 };
  MoeiPlace *site = g_object_new (MOEI_TYPE_PLACE, "id", "kk-park", "kind", MOEI_PLACE_KIND_SITE,
                                  "state", MOEI_PLACE_STATE_HELD, "name", park, "holder", "BGF",
                                  "position", &at, "precision-m", 1000, "people", 1840,
                                  "origin", MOEI_ORIGIN_ESTIMATED, NULL);

  moei_collection_append (moei_place_get_reports (site),
                          g_object_new (MOEI_TYPE_REPORT, "id", "r1", "stage", MOEI_STAGE_LISTED, "value", 7141,
                                        "owner", "BGF", "observed", sample_operation_get_now () - 9 * 24 * HOUR, NULL));
  moei_collection_append (moei_operation_get_places (operation), site);
  add_airport (operation, "mae-sot", "MAQ", mae_sot, 98.54348, 16.69983);
  add_airport (operation, "nanjing", "NKG", nanjing, 118.86, 31.74);
}

static void
add_flights (MoeiOperation *operation)
{
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);

  for (int i = 0; i < N_FLIGHTS; i++) {
    g_autofree char *id = g_strdup_printf ("flight-%d", i);
    g_autofree char *number = g_strdup_printf ("EX 60%d", i);
    gint64 scheduled = sample_operation_get_now () + (i - N_GONE) * HOUR;
    gboolean gone = i < N_GONE, boarding = i == N_GONE, late = i == N_GONE + 1;

    moei_collection_append (flights,
                            g_object_new (MOEI_TYPE_FLIGHT, "id", id, "number", number,
                                          "from", "mae-sot", "to", "nanjing", "scheduled", scheduled,
                                          "estimated", late ? scheduled + 25 * MINUTE : scheduled,
                                          "state", gone ? MOEI_FLIGHT_STATE_DEPARTED
                                                        : boarding ? MOEI_FLIGHT_STATE_BOARDING
                                                                   : MOEI_FLIGHT_STATE_SCHEDULED,
                                          "seats", 76, "manifested", 76, "boarded", gone ? 76 : boarding ? 48 : 0,
                                          "origin", MOEI_ORIGIN_EXERCISE, NULL));
  }
  moei_operation_take_flights (operation, day (6), flights);
}

static void
add_freshness (MoeiOperation *operation)
{
  static const char *documents[] = {
    "places", "routes", "convoys", "flights", "week", "nationalities", "rule", "notices",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    moei_collection_append (moei_operation_get_freshness (operation),
                            g_object_new (MOEI_TYPE_FRESHNESS, "id", documents[i], "state", MOEI_DATA_STATE_LIVE,
                                          "confirmed", sample_operation_get_now (), NULL));
}

gint64
sample_operation_get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2025-03-06T15:00:00+07:00", NULL);

  return g_date_time_to_unix (now) * G_USEC_PER_SEC;
}

MoeiOperation *
sample_operation_new (void)
{
  MoeiOperation *operation = moei_operation_new ();
  g_autoptr (MoeiText) name = moei_text_new ("Mae Sot repatriation", "การส่งกลับผ่านแม่สอด",
                                             "မဲဆောက်မှ ပြန်လည်ပို့ဆောင်ရေး", "湄索遣返");

  g_object_set (operation, "name", name, "exercise", TRUE, "operating-day", day (6), "week", "2025-W10", NULL);
  add_rule (operation);
  add_days (operation);
  add_places (operation);
  add_flights (operation);
  moei_collection_append (moei_operation_get_nationalities (operation),
                          g_object_new (MOEI_TYPE_NATIONALITY, "id", "CHN", "screened", 61, "longest-wait", 9, NULL));
  add_freshness (operation);
  return operation;
}
