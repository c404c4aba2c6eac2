/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-feed-error.h"
#include "feed/moei-feed-private.h"

/* How the feed gets out to the service, and what it says when it does not. */

/* All who are denied at once do not come back at once. */
#define MIN_JITTER 0.8
#define MAX_JITTER 1.2

static gboolean set_out_cb (gpointer user_data);

/* What is wrong with it may be put right: a folder that is not there yet, say. */
static void
way_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MoeiFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean open = moei_way_out_load_finish (MOEI_WAY_OUT (object), result, &error);

  if (!self->started)
    return;
  if (!open) {
    self->failing = TRUE;
    self->way_id = g_timeout_add (self->durations->longest_pause, set_out_cb, self);
  }
  if (!open || moei_feed_error_is_of_way_out (self->problem))
    moei_feed_set_problem (self, &self->problem, error);
  if (open && !self->on_the_way) {
    moei_reader_take_way_out (self->reader, self->way_out);
    moei_follower_take_way_out (self->follower, self->way_out);
    moei_follower_start (self->follower);
  } else if (open) {
    moei_follower_hurry (self->follower);
  }
  self->on_the_way |= open;
  moei_feed_judge (self);
}

static gboolean
set_out_cb (gpointer user_data)
{
  MoeiFeed *self = user_data;

  self->way_id = 0;
  moei_feed_set_out (self);
  return G_SOURCE_REMOVE;
}

/**
 * moei_feed_set_out:
 * @self: a feed that has started
 *
 * Reads the files of the way out, and then follows the service.
 */
void
moei_feed_set_out (MoeiFeed *self)
{
  g_clear_handle_id (&self->way_id, g_source_remove);
  moei_way_out_load_async (self->way_out, NULL, way_cb, g_object_ref (self));
}

/**
 * moei_feed_take_denial:
 * @self: a feed that has started
 * @error: what is wrong
 *
 * If the service does not let us in, it is left alone for about a minute, and
 * then asked again, with what then stands in the files of the way out: access
 * may have been given meanwhile, and perhaps it was not the service that
 * answered.  Where nobody sits before the screen, nobody else tries again.
 */
void
moei_feed_take_denial (MoeiFeed     *self,
                       const GError *error)
{
  if (!moei_feed_error_is_denial (error))
    return;

  moei_follower_stop (self->follower);
  g_clear_handle_id (&self->way_id, g_source_remove);
  if (self->started)
    self->way_id = g_timeout_add ((guint) (self->durations->longest_pause * g_random_double_range (MIN_JITTER, MAX_JITTER)),
                                  set_out_cb, self);
}

/**
 * moei_feed_set_way_out:
 * @self: a feed that has not started
 * @way_out: how to get to the service
 */
void
moei_feed_set_way_out (MoeiFeed   *self,
                       MoeiWayOut *way_out)
{
  g_return_if_fail (MOEI_IS_FEED (self) && self->reader == NULL);

  g_set_object (&self->way_out, way_out);
}

/**
 * moei_feed_hold:
 * @self: a feed that has not started
 *
 * Once it is started it shows the last good picture, and asks nobody for more
 * until moei_feed_release(): the way out is not whole yet.
 */
void
moei_feed_hold (MoeiFeed *self)
{
  g_return_if_fail (MOEI_IS_FEED (self) && self->reader == NULL);

  self->held = TRUE;
}

/**
 * moei_feed_release:
 * @self: a feed
 *
 * The way out is whole.
 */
void
moei_feed_release (MoeiFeed *self)
{
  g_return_if_fail (MOEI_IS_FEED (self));

  if (!self->held)
    return;
  self->held = FALSE;
  if (self->started && self->loaded)
    moei_feed_set_out (self);
}

/**
 * moei_feed_get_trouble:
 * @self: a feed
 *
 * Returns: (transfer none) (nullable): what is wrong, documents before events
 */
const GError *
moei_feed_get_trouble (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), NULL);

  return self->problem != NULL ? self->problem : self->stream_problem;
}

/**
 * moei_feed_dup_problem:
 * @self: a feed
 *
 * Returns: (transfer full) (nullable): what is wrong, in a sentence of the current language
 */
char *
moei_feed_dup_problem (MoeiFeed *self)
{
  const GError *trouble = moei_feed_get_trouble (self);

  return trouble != NULL ? moei_feed_error_to_sentence (trouble) : NULL;
}

/**
 * moei_feed_is_denied:
 * @self: a feed
 *
 * Returns: whether the service does not let us in, so that somebody has to see to it
 */
gboolean
moei_feed_is_denied (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), FALSE);

  return moei_feed_error_is_denial (self->problem) || moei_feed_error_is_denial (self->stream_problem);
}
