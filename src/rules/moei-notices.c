/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-notices.h"

static int
compare_notices (gconstpointer a,
                 gconstpointer b)
{
  MoeiNotice *first = *(MoeiNotice **) a, *second = *(MoeiNotice **) b;
  gint64 since = moei_notice_get_effective (first), other = moei_notice_get_effective (second);

  if (moei_notice_get_severity (first) != moei_notice_get_severity (second))
    return (int) moei_notice_get_severity (second) - (int) moei_notice_get_severity (first);
  return (other > since) - (other < since);
}

/**
 * moei_notice_is_in_force:
 * @notice: a notice
 * @now: the instant, on the service's clock; where that is not known, what has
 *   been published counts
 *
 * Returns: whether it has begun, has not ended, and says anything
 */
gboolean
moei_notice_is_in_force (MoeiNotice *notice,
                         gint64      now)
{
  gint64 effective = moei_notice_get_effective (notice);
  gint64 expires = moei_notice_get_expires (notice);

  if (moei_notice_get_urgency (notice) == MOEI_URGENCY_PAST || moei_notice_get_headline (notice) == NULL)
    return FALSE;
  if (now == MOEI_INSTANT_UNKNOWN)
    return TRUE;
  return (effective == MOEI_INSTANT_UNKNOWN || effective <= now) &&
         (expires == MOEI_INSTANT_UNKNOWN || now < expires);
}

/**
 * moei_notice_is_grave:
 * @notice: a notice
 *
 * Returns: whether it is to be acted upon: severe or extreme
 */
gboolean
moei_notice_is_grave (MoeiNotice *notice)
{
  return moei_notice_get_severity (notice) >= MOEI_SEVERITY_SEVERE;
}

/**
 * moei_notices_in_force:
 * @notices: notices
 * @now: the instant, on the service's clock
 *
 * Returns: (transfer container) (element-type MoeiNotice): those in force, the
 *   gravest first, of equal ones the latest
 */
GPtrArray *
moei_notices_in_force (MoeiCollection *notices,
                       gint64          now)
{
  GPtrArray *in_force = g_ptr_array_new ();

  for (guint i = 0; i < moei_collection_size (notices); i++) {
    MoeiNotice *notice = moei_collection_get (notices, i);

    if (moei_notice_is_in_force (notice, now))
      g_ptr_array_add (in_force, notice);
  }
  g_ptr_array_sort (in_force, compare_notices);
  return in_force;
}
