/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-day-kind.h"

#include "operation/moei-count.h"
#include "operation/moei-holiday.h"
#include "rules/moei-lanes.h"

static gboolean
is_weekend (guint date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  return g_date_get_weekday (&day) >= G_DATE_SATURDAY;
}

static gboolean
is_marked (guint           date,
           MoeiCollection *holidays)
{
  for (guint i = 0; holidays != NULL && i < moei_collection_size (holidays); i++)
    if (moei_holiday_get_date (moei_collection_get (holidays, i)) == date)
      return TRUE;
  return FALSE;
}

/**
 * moei_day_kind_under:
 * @date: a civil day in Asia/Bangkok
 * @quota: what the rule of that day allows; `MOEI_COUNT_UNKNOWN` if none holds
 * @has_lane: whether the rule gives that weekday to somebody
 * @is_holiday: whether any calendar marks @date
 * @day: (nullable): what the service says of @date
 *
 * As [func@day_kind], for one who has looked up the rule and the calendars.
 *
 * Returns: what kind of day it is
 */
MoeiDayKind
moei_day_kind_under (guint         date,
                     int           quota,
                     gboolean      has_lane,
                     gboolean      is_holiday,
                     MoeiQuotaDay *day)
{
  if (!g_date_valid_julian (date))
    return MOEI_DAY_KIND_UNKNOWN;
  if (day != NULL && (moei_quota_day_get_state (day) == MOEI_DAY_STATE_CANCELLED ||
                      moei_quota_day_get_quota (day) == 0))
    return MOEI_DAY_KIND_CANCELLED;
  if (day != NULL && moei_quota_day_get_quota (day) > 0)
    return MOEI_DAY_KIND_QUOTA;

  if (!has_lane && is_weekend (date))
    return MOEI_DAY_KIND_WEEKEND;
  if (is_holiday)
    return MOEI_DAY_KIND_HOLIDAY;
  if (quota == 0)
    return MOEI_DAY_KIND_CANCELLED;
  if (!moei_count_is_known (quota))
    return MOEI_DAY_KIND_BEFORE_RULE;
  return has_lane ? MOEI_DAY_KIND_QUOTA : MOEI_DAY_KIND_NO_LANE;
}

/**
 * moei_day_kind:
 * @date: a civil day in Asia/Bangkok
 * @rules: the rules by effective date
 * @holidays: (nullable): the holidays of all calendars
 * @day: (nullable): what the service says of @date
 *
 * The service's word outranks the calendars: a day to which it gives a quota is
 * a quota day though it be a holiday.  Otherwise a day that any one calendar
 * marks is blocked for all, because each group passes through the hands of all
 * three parties.  A Saturday is a quota day where a rule has a lane for it.
 *
 * Returns: what kind of day it is
 */
MoeiDayKind
moei_day_kind (guint           date,
               MoeiCollection *rules,
               MoeiCollection *holidays,
               MoeiQuotaDay   *day)
{
  MoeiRule *rule = moei_rule_of_day (rules, date);

  return moei_day_kind_under (date, rule != NULL ? moei_rule_get_quota (rule) : MOEI_COUNT_UNKNOWN,
                              moei_lane_of_day (rules, date) != NULL, is_marked (date, holidays), day);
}

/**
 * moei_day_kind_quota:
 * @date: a civil day in Asia/Bangkok
 * @rules: the rules by effective date
 * @holidays: (nullable): the holidays of all calendars
 * @day: (nullable): what the service says of @date
 *
 * Returns: how many people may leave that day: what the service says of the day,
 *   else what the rule says; `MOEI_COUNT_UNKNOWN` on all but quota days
 */
int
moei_day_kind_quota (guint           date,
                     MoeiCollection *rules,
                     MoeiCollection *holidays,
                     MoeiQuotaDay   *day)
{
  if (moei_day_kind (date, rules, holidays, day) != MOEI_DAY_KIND_QUOTA)
    return MOEI_COUNT_UNKNOWN;
  if (day != NULL && moei_count_is_known (moei_quota_day_get_quota (day)))
    return moei_quota_day_get_quota (day);
  return moei_rule_get_quota (moei_rule_of_day (rules, date));
}

/**
 * moei_day_kind_holidays:
 * @date: a civil day in Asia/Bangkok
 * @holidays: (nullable): the holidays of all calendars
 *
 * Returns: (transfer container) (element-type MoeiHoliday): the holidays that
 *   fall on @date, each with its calendar; empty if there is none
 */
GPtrArray *
moei_day_kind_holidays (guint           date,
                        MoeiCollection *holidays)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; holidays != NULL && i < moei_collection_size (holidays); i++) {
    MoeiHoliday *holiday = moei_collection_get (holidays, i);

    if (moei_holiday_get_date (holiday) == date && date != MOEI_DAY_UNKNOWN)
      g_ptr_array_add (found, holiday);
  }
  return found;
}
