/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-judge.h"

#include "feed/moei-standing.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"

/* So many words that are due and do not come make what is shown old. */
#define WORDS_UNTIL_OLD 10

static MoeiDataState
judge_connection (const MoeiWord *word,
                  gint64          now)
{
  gint64 silent;

  if (word->failing)
    return MOEI_DATA_STATE_OFFLINE;
  if (word->heard == G_MININT64)
    return MOEI_DATA_STATE_NONE;

  silent = (now - word->heard) / 1000;
  if (silent > WORDS_UNTIL_OLD * (gint64) word->patience)
    return MOEI_DATA_STATE_OLD;
  return word->spoken && silent <= word->patience ? MOEI_DATA_STATE_LIVE : MOEI_DATA_STATE_LATE;
}

/* A document may be older than the connection, never more current.  Its age is
 * the service's, but in an exercise that runs fast an hour there is no age. */
static MoeiDataState
judge_document (MoeiFreshness *freshness,
                MoeiClock     *clock,
                MoeiDataState  connection)
{
  gint64 confirmed = moei_freshness_get_confirmed (freshness);
  gint64 now = moei_clock_now (clock);
  double rate = MAX (moei_clock_get_rate (clock), 1);

  if (confirmed == MOEI_INSTANT_UNKNOWN)
    return MOEI_DATA_STATE_NONE;
  if (connection == MOEI_DATA_STATE_OFFLINE)
    return MOEI_DATA_STATE_OFFLINE;
  if (now != MOEI_INSTANT_UNKNOWN &&
      (double) (now - confirmed) / G_USEC_PER_SEC / rate > moei_freshness_get_old_after (freshness))
    return MOEI_DATA_STATE_OLD;
  if (connection == MOEI_DATA_STATE_LIVE && moei_freshness_get_problem (freshness) != NULL)
    return MOEI_DATA_STATE_LATE;
  return connection;
}

/**
 * moei_judge:
 * @operation: an operation; the states of its documents are set
 * @clock: the service's clock
 * @word: what is known of the connection
 * @now: the time, as moei_clock_boot_time() tells
 *
 * Judges how current each document is.
 *
 * Returns: how current the whole is, which an old document of the present makes old
 */
MoeiDataState
moei_judge (MoeiOperation  *operation,
            MoeiClock      *clock,
            const MoeiWord *word,
            gint64          now)
{
  MoeiCollection *freshness = moei_operation_get_freshness (operation);
  MoeiDataState connection = judge_connection (word, now);
  MoeiDataState whole = connection;

  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    MoeiFreshness *one = moei_collection_get (freshness, i);
    MoeiDataState state = judge_document (one, clock, connection);

    g_object_set (one, "state", state, NULL);
    if (state == MOEI_DATA_STATE_OLD && moei_standing_counts (moei_entity_get_id (MOEI_ENTITY (one))))
      whole = MOEI_DATA_STATE_OLD;
  }
  return whole;
}
