/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-count.h"

/* Sums of counts.  What nobody reported adds nothing, but a sum of nothing
 * but unknowns stays unknown: it is not zero. */

/**
 * moei_count_is_known:
 * @count: a count
 *
 * Returns: whether it is a number, neither unknown nor withheld
 */
gboolean
moei_count_is_known (int count)
{
  return count >= 0;
}

/**
 * moei_count_add:
 * @a: a count
 * @b: another
 *
 * Returns: their sum; where one is not known, the other
 */
int
moei_count_add (int a,
                int b)
{
  if (!moei_count_is_known (a))
    return moei_count_is_known (b) ? b : MOEI_COUNT_UNKNOWN;
  if (!moei_count_is_known (b))
    return a;
  return a > G_MAXINT - b ? G_MAXINT : a + b;
}

/**
 * moei_tally_get_reached:
 * @self: a tally
 * @stage: a stage
 *
 * Returns: how many have been at @stage, whatever came after
 */
int
moei_tally_get_reached (MoeiTally *self,
                        MoeiStage  stage)
{
  switch (stage) {
  case MOEI_STAGE_HELD:
    return moei_tally_get_held (self);
  case MOEI_STAGE_LISTED:
    return moei_tally_get_listed (self);
  case MOEI_STAGE_SCREENED:
    return moei_tally_get_screened (self);
  case MOEI_STAGE_EMBASSY_CONFIRMED:
    return moei_tally_get_embassy_confirmed (self);
  case MOEI_STAGE_SLOT_GIVEN:
    return moei_tally_get_slot_given (self);
  case MOEI_STAGE_ON_BUS:
    return moei_tally_get_on_bus (self);
  case MOEI_STAGE_AT_AIRPORT:
    return moei_tally_get_at_airport (self);
  case MOEI_STAGE_DEPARTED:
    return moei_tally_get_departed (self);
  case MOEI_STAGE_UNKNOWN:
  default:
    return MOEI_COUNT_UNKNOWN;
  }
}

/**
 * moei_nationality_get_at:
 * @self: a nationality
 * @stage: a stage
 *
 * Returns: how many of its people are at @stage now
 */
int
moei_nationality_get_at (MoeiNationality *self,
                         MoeiStage        stage)
{
  switch (stage) {
  case MOEI_STAGE_HELD:
    return moei_nationality_get_held (self);
  case MOEI_STAGE_LISTED:
    return moei_nationality_get_listed (self);
  case MOEI_STAGE_SCREENED:
    return moei_nationality_get_screened (self);
  case MOEI_STAGE_EMBASSY_CONFIRMED:
    return moei_nationality_get_embassy_confirmed (self);
  case MOEI_STAGE_SLOT_GIVEN:
    return moei_nationality_get_slot_given (self);
  case MOEI_STAGE_ON_BUS:
    return moei_nationality_get_on_bus (self);
  case MOEI_STAGE_AT_AIRPORT:
    return moei_nationality_get_at_airport (self);
  case MOEI_STAGE_DEPARTED:
    return moei_nationality_get_departed (self);
  case MOEI_STAGE_UNKNOWN:
  default:
    return MOEI_COUNT_UNKNOWN;
  }
}

/**
 * moei_quota_day_get_reached:
 * @self: a day
 * @stage: a stage
 *
 * Returns: how many of all nationalities have been at @stage that day
 */
int
moei_quota_day_get_reached (MoeiQuotaDay *self,
                            MoeiStage     stage)
{
  MoeiCollection *tallies = moei_quota_day_get_tallies (self);
  int sum = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (tallies); i++)
    sum = moei_count_add (sum, moei_tally_get_reached (moei_collection_get (tallies, i), stage));
  return sum;
}

/**
 * moei_quota_day_get_planned:
 * @self: a day
 *
 * Returns: how many of all nationalities are planned for that day
 */
int
moei_quota_day_get_planned (MoeiQuotaDay *self)
{
  MoeiCollection *tallies = moei_quota_day_get_tallies (self);
  int sum = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (tallies); i++)
    sum = moei_count_add (sum, moei_tally_get_planned (moei_collection_get (tallies, i)));
  return sum;
}

/**
 * moei_quota_day_get_at:
 * @self: a day
 * @stage: a stage
 *
 * Reports arrive out of order, so that more people can have been counted at a
 * later stage than at this one; that is zero here, not less.
 *
 * Returns: how many of that day's people are at @stage now and have not gone on
 */
int
moei_quota_day_get_at (MoeiQuotaDay *self,
                       MoeiStage     stage)
{
  int reached = moei_quota_day_get_reached (self, stage);
  int gone_on = stage < MOEI_STAGE_DEPARTED ? moei_quota_day_get_reached (self, stage + 1) : 0;

  if (!moei_count_is_known (reached))
    return MOEI_COUNT_UNKNOWN;
  return MAX (reached - MAX (gone_on, 0), 0);
}

/**
 * moei_quota_day_lookup:
 * @days: a collection of days
 * @date: a civil day
 *
 * Returns: (transfer none) (nullable): the day of that date
 */
MoeiQuotaDay *
moei_quota_day_lookup (MoeiCollection *days,
                       guint           date)
{
  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);

    if (moei_quota_day_get_date (day) == date && date != MOEI_DAY_UNKNOWN)
      return day;
  }
  return NULL;
}
