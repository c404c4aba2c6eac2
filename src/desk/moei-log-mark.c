/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-log-mark.h"

#include <string.h>

#include "operation/moei-change.h"
#include "operation/moei-collection.h"

/* How far somebody has seen the log: the epoch of the service's data and the
 * number of the last change that was there to see. */

/**
 * moei_log_mark_get_number:
 * @id: a change's id
 *
 * Returns: the number in it; `MOEI_LOG_NOTHING_SEEN` if it is none
 */
gint64
moei_log_mark_get_number (const char *id)
{
  gint64 number;

  if (!g_ascii_string_to_signed (id, 10, 0, G_MAXINT64, &number, NULL))
    return MOEI_LOG_NOTHING_SEEN;
  return number;
}

/**
 * moei_log_mark_get_newest:
 * @operation: an operation
 *
 * Returns: the number of its newest change; `MOEI_LOG_NOTHING_SEEN` if there is none
 */
gint64
moei_log_mark_get_newest (MoeiOperation *operation)
{
  MoeiCollection *changes = moei_operation_get_changes (operation);
  gint64 newest = MOEI_LOG_NOTHING_SEEN;

  for (guint i = 0; i < moei_collection_size (changes); i++)
    newest = MAX (newest, moei_log_mark_get_number (moei_entity_get_id (moei_collection_get (changes, i))));
  return newest;
}

/**
 * moei_log_mark_parse:
 * @seen: (nullable): how far the log was seen, as it was written
 * @operation: an operation
 *
 * Returns: the number of the last change that was seen; `MOEI_LOG_NOTHING_SEEN`
 *   if @seen is of another set of data than @operation
 */
gint64
moei_log_mark_parse (const char    *seen,
                     MoeiOperation *operation)
{
  const char *colon = seen != NULL ? strrchr (seen, ':') : NULL;
  const char *epoch = moei_operation_get_epoch (operation);

  if (colon == NULL || epoch == NULL || strlen (epoch) != (gsize) (colon - seen) ||
      strncmp (seen, epoch, (gsize) (colon - seen)) != 0)
    return MOEI_LOG_NOTHING_SEEN;
  return moei_log_mark_get_number (colon + 1);
}

/**
 * moei_log_mark_write:
 * @operation: an operation
 *
 * Returns: (transfer full) (nullable): that all of its log was seen; %NULL if there is nothing to see
 */
char *
moei_log_mark_write (MoeiOperation *operation)
{
  gint64 newest = moei_log_mark_get_newest (operation);

  if (newest == MOEI_LOG_NOTHING_SEEN || moei_operation_get_epoch (operation) == NULL)
    return NULL;
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, moei_operation_get_epoch (operation), newest);
}

/**
 * moei_log_mark_count_unseen:
 * @seen: (nullable): how far the log was seen
 * @operation: an operation
 *
 * Whoever never looked has missed nothing that could be told.
 *
 * Returns: how many changes came since
 */
guint
moei_log_mark_count_unseen (const char    *seen,
                            MoeiOperation *operation)
{
  MoeiCollection *changes = moei_operation_get_changes (operation);
  gint64 last = moei_log_mark_parse (seen, operation);
  guint n = 0;

  if (last == MOEI_LOG_NOTHING_SEEN)
    return 0;
  for (guint i = 0; i < moei_collection_size (changes); i++) {
    if (moei_log_mark_get_number (moei_entity_get_id (moei_collection_get (changes, i))) > last)
      n++;
  }
  return n;
}
