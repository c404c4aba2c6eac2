/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-lanes.h"

/* Who stands behind the named nationalities of a lane's order. */
#define EVERYBODY_ELSE "*"

/**
 * moei_rule_of_day:
 * @rules: a collection of rules
 * @day: an operating day
 *
 * Returns: (transfer none) (nullable): the rule that holds on @day: the one with the
 *   latest effective day that is not after it
 */
MoeiRule *
moei_rule_of_day (MoeiCollection *rules,
                  guint           day)
{
  MoeiRule *latest = NULL;

  for (guint i = 0; i < moei_collection_size (rules); i++) {
    MoeiRule *rule = moei_collection_get (rules, i);
    guint effective = moei_rule_get_effective (rule);

    if (effective <= day && (latest == NULL || effective >= moei_rule_get_effective (latest)))
      latest = rule;
  }
  return latest;
}

/**
 * moei_lane_of_weekday:
 * @lanes: a collection of lanes
 * @day: a civil day
 *
 * Returns: (transfer none) (nullable): the lane that goes first on @day's weekday
 */
MoeiLane *
moei_lane_of_weekday (MoeiCollection *lanes,
                      guint           day)
{
  GDate date;

  if (!g_date_valid_julian (day))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  for (guint i = 0; i < moei_collection_size (lanes); i++) {
    MoeiLane *lane = moei_collection_get (lanes, i);

    if (moei_lane_get_weekdays (lane) & (1 << (g_date_get_weekday (&date) - G_DATE_MONDAY)))
      return lane;
  }
  return NULL;
}

/**
 * moei_lane_of_day:
 * @rules: a collection of rules
 * @day: an operating day
 *
 * Returns: (transfer none) (nullable): the lane that goes first on @day's weekday under
 *   the rule of that day
 */
MoeiLane *
moei_lane_of_day (MoeiCollection *rules,
                  guint           day)
{
  MoeiRule *rule = moei_rule_of_day (rules, day);

  return rule != NULL ? moei_lane_of_weekday (moei_rule_get_lanes (rule), day) : NULL;
}

/**
 * moei_lane_of_quota_day:
 * @rules: a collection of rules
 * @date: an operating day
 * @day: (nullable): what the service says of it
 *
 * Returns: (transfer none) (nullable): the lane that the service gives to the day;
 *   without its word, the one of the rule of that day
 */
MoeiLane *
moei_lane_of_quota_day (MoeiCollection *rules,
                        guint           date,
                        MoeiQuotaDay   *day)
{
  MoeiRule *rule = moei_rule_of_day (rules, date);
  const char *id = day != NULL ? moei_quota_day_get_lane (day) : NULL;
  MoeiLane *lane = NULL;

  if (id != NULL && rule != NULL)
    lane = moei_collection_lookup (moei_rule_get_lanes (rule), id);
  if (id != NULL && lane == NULL)
    lane = moei_lane_lookup (rules, id);
  return lane != NULL ? lane : moei_lane_of_day (rules, date);
}

/**
 * moei_lane_lookup:
 * @rules: a collection of rules
 * @id: (nullable): a lane's id
 *
 * Returns: (transfer none) (nullable): the lane of that id in any rule
 */
MoeiLane *
moei_lane_lookup (MoeiCollection *rules,
                  const char     *id)
{
  for (guint i = 0; i < moei_collection_size (rules); i++) {
    MoeiLane *lane = moei_collection_lookup (moei_rule_get_lanes (moei_collection_get (rules, i)), id);

    if (lane != NULL)
      return lane;
  }
  return NULL;
}

/**
 * moei_lane_takes_first:
 * @lane: a lane
 * @nationality: an ISO 3166-1 alpha-3 code
 *
 * Returns: whether @nationality is among those that @lane puts first
 */
gboolean
moei_lane_takes_first (MoeiLane   *lane,
                       const char *nationality)
{
  const char * const *order = moei_lane_get_order (lane);

  if (order == NULL || order[0] == NULL)
    return FALSE;
  if (g_strcmp0 (order[0], EVERYBODY_ELSE) != 0)
    return g_strcmp0 (order[0], nationality) == 0;
  return !g_strv_contains (order, nationality);
}

/**
 * moei_lane_get_rank:
 * @lane: a lane
 * @nationality: an ISO 3166-1 alpha-3 code
 *
 * Returns: 0 for those who go first, more for those who take the spare places, in
 *   their order; -1 for those to whom the lane gives nothing
 */
int
moei_lane_get_rank (MoeiLane   *lane,
                    const char *nationality)
{
  const char * const *order = moei_lane_get_order (lane);
  int everybody_else = -1;

  for (int i = 0; order != NULL && order[i] != NULL; i++) {
    if (g_strcmp0 (order[i], nationality) == 0)
      return i;
    if (g_strcmp0 (order[i], EVERYBODY_ELSE) == 0 && everybody_else < 0)
      everybody_else = i;
  }
  return everybody_else;
}
