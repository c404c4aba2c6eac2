/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-way.h"

#include "feed/moei-feed-error.h"

/* So many long polls may fail before we only ask, and so many streams end early. */
#define MAX_FAILURES 3
#define MAX_SHORT    3

/* The stream is tried again after this part of the time that it may take, then
 * after twice as long, and so on. */
#define FIRST_AGAIN 8

/**
 * moei_way_init: (skip)
 * @self: a way
 * @durations: (transfer none): how long to wait; must outlive it
 *
 * Makes it that of a stream, of which nothing bad is known.
 */
void
moei_way_init (MoeiWay             *self,
               const MoeiDurations *durations)
{
  *self = (MoeiWay) {
    .following = MOEI_FOLLOWING_STREAM,
    .durations = durations,
    .again = durations->stream_again / FIRST_AGAIN,
  };
}

static gboolean
step_down (MoeiWay       *self,
           MoeiFollowing  following)
{
  self->following = following;
  self->n_failed = self->n_short = 0;
  self->trial = FALSE;
  return TRUE;
}

/* What holds back what has not ended may hold back its beginning, too, so that
 * the stream does not even open where another way did well until now.  What cuts
 * a connection that is silent for a while may leave alone one that ends by itself. */
static gboolean
take_end_of_stream (MoeiWay          *self,
                    const MoeiWayEnd *end)
{
  if (g_error_matches (end->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_SILENT) ||
      (self->trial && g_error_matches (end->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TIMED_OUT)))
    return step_down (self, MOEI_FOLLOWING_LONG_POLL);

  if (end->lasted >= (gint64) self->durations->settled) {
    self->n_short = 0;
    self->trial = FALSE;
    self->again = self->durations->stream_again / FIRST_AGAIN;
  } else if (end->greeted && !end->dismissed && ++self->n_short >= MAX_SHORT) {
    return step_down (self, MOEI_FOLLOWING_LONG_POLL);
  }
  return FALSE;
}

static gboolean
take_end_of_long_poll (MoeiWay          *self,
                       const MoeiWayEnd *end)
{
  self->n_failed = end->error != NULL ? self->n_failed + 1 : 0;
  return self->n_failed >= MAX_FAILURES && step_down (self, MOEI_FOLLOWING_POLL);
}

/**
 * moei_way_take_end: (skip)
 * @self: a way
 * @end: how a stream ended
 *
 * That a stream fails is a matter of the way only if it was open and silent,
 * or did not last, or if there is none; otherwise the other ways would fail
 * as well.
 *
 * Returns: whether it is another way from now on
 */
gboolean
moei_way_take_end (MoeiWay          *self,
                   const MoeiWayEnd *end)
{
  if (end->way != self->following)
    return FALSE;
  if (g_error_matches (end->error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_ENDED))
    return step_down (self, MOEI_FOLLOWING_POLL);

  return end->way == MOEI_FOLLOWING_STREAM ? take_end_of_stream (self, end) : take_end_of_long_poll (self, end);
}

/**
 * moei_way_step_up: (skip)
 * @self: a way
 *
 * Makes it that of a stream again, which may or may not go well.
 */
void
moei_way_step_up (MoeiWay *self)
{
  self->following = MOEI_FOLLOWING_STREAM;
  self->trial = TRUE;
  self->again = MIN (2 * self->again, self->durations->stream_again);
  self->n_failed = self->n_short = 0;
}
