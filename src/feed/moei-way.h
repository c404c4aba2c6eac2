/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "feed/moei-durations.h"

G_BEGIN_DECLS

/**
 * MoeiFollowing:
 * @MOEI_FOLLOWING_STREAM: one lasting stream of events
 * @MOEI_FOLLOWING_LONG_POLL: a stream that ends with each change, which passes proxies that keep back what has not ended
 * @MOEI_FOLLOWING_POLL: asking again and again
 *
 * How changes are learnt of.
 */
typedef enum {
  MOEI_FOLLOWING_STREAM,
  MOEI_FOLLOWING_LONG_POLL,
  MOEI_FOLLOWING_POLL,
} MoeiFollowing;

/**
 * MoeiWay:
 * @following: the way itself
 * @again: after how many milliseconds the stream is to be tried again, where it is another
 *
 * Which way changes are learnt of, and when it is another.
 *
 * From a stream it goes down to long polls where events do not arrive or
 * streams do not last, and from there to asking.
 */
typedef struct {
  MoeiFollowing        following;
  guint                again;
  /*< private >*/
  const MoeiDurations *durations;
  guint                n_failed;
  guint                n_short;
  gboolean             trial;
} MoeiWay;

/**
 * MoeiWayEnd:
 * @way: how it was opened
 * @lasted: for how many milliseconds it lasted
 * @greeted: whether the service greeted
 * @dismissed: whether it said that it would end
 * @error: (nullable): why it ended, in the feed's terms; `NULL` if in order
 *
 * How a stream of events ended.
 */
typedef struct {
  MoeiFollowing  way;
  gint64         lasted;
  gboolean       greeted;
  gboolean       dismissed;
  const GError  *error;
} MoeiWayEnd;

void     moei_way_init     (MoeiWay             *self,
                            const MoeiDurations *durations);
gboolean moei_way_take_end (MoeiWay             *self,
                            const MoeiWayEnd    *end);
void     moei_way_step_up  (MoeiWay             *self);

G_END_DECLS
