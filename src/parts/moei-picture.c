/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-picture.h"

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

/* A week has seven days, also where nobody has said anything of one. */
static gboolean
says_something (MoeiQuotaDay *day)
{
  return moei_quota_day_get_quota (day) != MOEI_COUNT_UNKNOWN || moei_quota_day_get_reason (day) != NULL ||
         moei_collection_size (moei_quota_day_get_tallies (day)) > 0 ||
         moei_collection_size (moei_quota_day_get_reports (day)) > 0;
}

static gboolean
is_known (MoeiOperation *operation)
{
  MoeiCollection *days = moei_operation_get_days (operation);

  for (guint i = 0; i < moei_collection_size (days); i++) {
    if (says_something (moei_collection_get (days, i)))
      return TRUE;
  }
  return moei_collection_size (moei_operation_get_places (operation)) > 0;
}

/**
 * moei_picture_choose:
 * @operation: (nullable): the operation
 * @service: (nullable): the service's address; "" where none was chosen
 * @denied: whether it does not let us in
 * @has_problem: whether anything is wrong
 * @state: of the data
 *
 * Returns: what there is to show.  The last good picture is better than any other
 */
MoeiPicture
moei_picture_choose (MoeiOperation *operation,
                     const char    *service,
                     gboolean       denied,
                     gboolean       has_problem,
                     MoeiDataState  state)
{
  if (operation != NULL && is_known (operation))
    return MOEI_PICTURE_WHOLE;
  if (g_strcmp0 (service, "") == 0)
    return MOEI_PICTURE_UNSET;
  if (denied)
    return MOEI_PICTURE_DENIED;
  if (has_problem)
    return MOEI_PICTURE_BROKEN;
  /* A service that answers, and even says who it is, has not said yet what it
   * holds; the week comes with the situation. */
  return state == MOEI_DATA_STATE_LIVE && operation != NULL && moei_operation_get_week (operation) != NULL
           ? MOEI_PICTURE_EMPTY : MOEI_PICTURE_LOADING;
}
