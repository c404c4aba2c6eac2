/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-clock.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiWord:
 * @heard: when the service last spoke, as moei_clock_boot_time() tells;
 *   `G_MININT64` if it never did
 * @patience: within how many milliseconds its next word is due
 * @spoken: whether that word came since the start, not with the last good picture
 * @failing: whether the last attempt did not reach the service
 *
 * What is known of the connection.
 */
typedef struct {
  gint64   heard;
  guint    patience;
  gboolean spoken;
  gboolean failing;
} MoeiWord;

MoeiDataState moei_judge (MoeiOperation  *operation,
                          MoeiClock      *clock,
                          const MoeiWord *word,
                          gint64          now);

G_END_DECLS
