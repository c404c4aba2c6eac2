/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules-fixture.h"

#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-nationality.h"
#include "operation/moei-rule.h"
#include "rules/moei-operating-day.h"

/**
 * day_of:
 * @day: a day of the month
 * @month: a month of 2025
 *
 * Returns: its Julian day
 */
guint
day_of (int day,
        int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, 2025);
  return g_date_get_julian (&date);
}

/**
 * at:
 * @day: a Julian day
 * @hour: an hour in Bangkok
 * @minute: a minute
 *
 * Returns: the instant
 */
gint64
at (guint day,
    int   hour,
    int   minute)
{
  return moei_operating_day_get_start (day) + (hour * 60 + minute) * G_TIME_SPAN_MINUTE;
}

/**
 * add_rule:
 *
 * Adds a rule without lanes.
 */
void
add_rule (MoeiCollection *rules,
          const char     *id,
          guint           effective,
          int             quota,
          const char     *spare)
{
  moei_collection_append (rules, g_object_new (MOEI_TYPE_RULE, "id", id, "effective", effective, "quota", quota,
                                               "spare", spare, NULL));
}

/**
 * add_lane:
 *
 * Adds a lane to the last rule; its order is written "CHN *".
 */
void
add_lane (MoeiCollection *rules,
          const char     *id,
          int             weekdays,
          const char     *order)
{
  MoeiRule *rule = moei_collection_get (rules, moei_collection_size (rules) - 1);
  g_auto (GStrv) names = g_strsplit (order, " ", -1);

  moei_collection_append (moei_rule_get_lanes (rule),
                          g_object_new (MOEI_TYPE_LANE, "id", id, "weekdays", weekdays, "order", names, NULL));
}

/**
 * rules_of_march:
 *
 * Returns: no quota from 20 February 2025, from 6 March 300 each weekday, Chinese
 *   nationals first from Wednesday to Friday
 */
MoeiCollection *
rules_of_march (void)
{
  MoeiCollection *rules = moei_collection_new (MOEI_TYPE_RULE);

  add_rule (rules, "before", day_of (20, 2), MOEI_COUNT_UNKNOWN, NULL);
  add_rule (rules, "march", day_of (6, 3), 300, "other-lane");
  add_lane (rules, "others-first", MONDAY_TUESDAY, "* CHN");
  add_lane (rules, "china-first", WEDNESDAY_TO_FRIDAY, "CHN *");
  return rules;
}

/**
 * holidays_of_april:
 *
 * Returns: those of March and April 2025 in the three calendars
 */
MoeiCollection *
holidays_of_april (void)
{
  static const struct {
    const char *calendar;
    int         day;
    int         month;
  } holidays[] = {
    { "MMR", 13, 3 }, { "MMR", 27, 3 }, { "CHN", 4, 4 }, { "CHN", 5, 4 }, { "CHN", 6, 4 },
    { "THA", 6, 4 }, { "THA", 7, 4 }, { "THA", 13, 4 }, { "THA", 14, 4 }, { "THA", 15, 4 }, { "THA", 16, 4 },
    { "MMR", 13, 4 }, { "MMR", 14, 4 }, { "MMR", 15, 4 }, { "MMR", 16, 4 }, { "MMR", 17, 4 }, { "MMR", 18, 4 },
    { "MMR", 19, 4 }, { "MMR", 20, 4 }, { "MMR", 21, 4 },
  };
  MoeiCollection *collection = moei_collection_new (MOEI_TYPE_HOLIDAY);

  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++) {
    g_autofree char *id = g_strdup_printf ("%s-%02d-%02d", holidays[i].calendar, holidays[i].month, holidays[i].day);

    moei_collection_append (collection, g_object_new (MOEI_TYPE_HOLIDAY, "id", id, "calendar", holidays[i].calendar,
                                                      "date", day_of (holidays[i].day, holidays[i].month), NULL));
  }
  return collection;
}

/**
 * add_day:
 *
 * Returns: (transfer none): a day that was added
 */
MoeiQuotaDay *
add_day (MoeiCollection *days,
         guint           date,
         int             quota,
         MoeiDayState    state)
{
  g_autofree char *id = g_strdup_printf ("%u", date);

  moei_collection_append (days, g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", date, "quota", quota,
                                              "state", state, NULL));
  return moei_collection_get (days, moei_collection_size (days) - 1);
}

/**
 * add_tally:
 *
 * Returns: (transfer none): a tally that was added to @day
 */
MoeiTally *
add_tally (MoeiQuotaDay *day,
           const char   *nationality,
           int           entered,
           int           confirmed,
           int           departed)
{
  MoeiCollection *tallies = moei_quota_day_get_tallies (day);

  moei_collection_append (tallies, g_object_new (MOEI_TYPE_TALLY, "id", nationality, "entered", entered,
                                                 "confirmed", confirmed, "departed", departed, NULL));
  return moei_collection_get (tallies, moei_collection_size (tallies) - 1);
}

/**
 * add_queue:
 *
 * Adds a nationality with so many people held and so many confirmed, and nobody at
 * the other stages.
 */
void
add_queue (MoeiCollection *nationalities,
           const char     *id,
           int             held,
           int             confirmed)
{
  moei_collection_append (nationalities,
                          g_object_new (MOEI_TYPE_NATIONALITY, "id", id, "held", held, "listed", 0, "screened", 0,
                                        "embassy-confirmed", confirmed, "slot-given", 0, "on-bus", 0,
                                        "at-airport", 0, NULL));
}
