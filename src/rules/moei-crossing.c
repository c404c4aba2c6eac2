/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-crossing.h"

#include "operation/moei-count.h"
#include "rules/moei-lanes.h"

/**
 * moei_crossing_compute:
 * @self: (out caller-allocates): who left on whose day
 * @day: (nullable): a day
 * @rules: the rules by effective date
 *
 * Tells who left on a day whose lane puts them first, and who left on another
 * lane's day or on a day without any: seats that one lane leaves over go to the
 * other, and groups of which a flight comes in pieces cross at weekends.
 */
void
moei_crossing_compute (MoeiCrossing   *self,
                       MoeiQuotaDay   *day,
                       MoeiCollection *rules)
{
  MoeiCollection *tallies;
  MoeiLane *lane;

  *self = (MoeiCrossing) { .in_lane = MOEI_COUNT_UNKNOWN, .off_lane = MOEI_COUNT_UNKNOWN };
  if (day == NULL)
    return;

  tallies = moei_quota_day_get_tallies (day);
  lane = moei_quota_day_get_quota (day) > 0
           ? moei_lane_of_quota_day (rules, moei_quota_day_get_date (day), day)
           : NULL;
  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    MoeiTally *tally = moei_collection_get (tallies, i);
    int departed = moei_tally_get_departed (tally);
    gboolean first = lane != NULL && moei_lane_takes_first (lane, moei_entity_get_id (MOEI_ENTITY (tally)));

    if (!moei_count_is_known (departed)) {
      self->unknown++;
      continue;
    }
    self->in_lane = moei_count_add (self->in_lane, first ? departed : 0);
    self->off_lane = moei_count_add (self->off_lane, first ? 0 : departed);
  }
}
