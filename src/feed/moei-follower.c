/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-follower.h"

#include "feed/moei-address.h"
#include "feed/moei-backoff.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-stream.h"
#include "wire/moei-event-data.h"

#define STREAM_HREF "/v1/events"
#define LONG_POLL_HREF "/v1/events?closeafter=state"

/* A silent connection is the watchdog's to end; libsoup's own limit only
 * catches what the watchdog cannot see. */
#define SILENCE_S 120

/* Polls are spread by so much. */
#define MIN_JITTER 0.8
#define MAX_JITTER 1.2

/**
 * MoeiFollower:
 *
 * Keeps listening to the service, whatever is in between.
 *
 * It steps down from a stream to long polling where events do not arrive, and
 * from there to asking; the stream is tried again from time to time.  Pauses
 * between attempts grow, with jitter; what the service asks for is their floor.
 * Whatever the way, nothing goes unasked for longer than a poll's interval
 * while no events arrive: documents may come where events do not.
 */
struct _MoeiFollower {
  GObject parent_instance;

  GUri                *service;
  SoupSession         *session;
  const MoeiDurations *durations;
  MoeiWay              way;
  MoeiStream          *stream;
  MoeiFollowing        stream_way; /* that by which the stream was opened */
  MoeiBackoff          backoff;
  char                *last_id;
  gint64               opened;   /* monotonic, of the present stream */
  gint64               polled;   /* monotonic, when it was last time to ask */
  guint                poll_id;
  guint                beat;     /* of the service, in milliseconds */
  guint                floor;    /* milliseconds, of a bye */
  guint                next_id;
  guint                step_up_id;
  guint                early_id;
  gint64               last_early; /* monotonic */
  gulong               network_changed_id;
  gboolean             hearing;  /* events arrive */
  gboolean             reading;  /* documents have come since the last event */
  gboolean             stopped;
};

enum {
  EVENT,
  POLL,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiFollower, moei_follower, G_TYPE_OBJECT)

static void attempt (MoeiFollower *self);

static gboolean
attempt_cb (gpointer user_data)
{
  MoeiFollower *self = user_data;

  self->next_id = 0;
  attempt (self);
  return G_SOURCE_REMOVE;
}

static void
attempt_in (MoeiFollower *self,
            guint         milliseconds)
{
  g_clear_handle_id (&self->next_id, g_source_remove);
  if (!self->stopped)
    self->next_id = g_timeout_add (milliseconds, attempt_cb, self);
}

static gboolean
step_up_cb (gpointer user_data)
{
  MoeiFollower *self = user_data;

  self->step_up_id = 0;
  moei_way_step_up (&self->way);
  attempt_in (self, 0);
  return G_SOURCE_REMOVE;
}

/* How the last stream ended tells whether to go on that way. */
static void
choose_way (MoeiFollower *self,
            MoeiStream   *stream,
            gboolean      dismissed,
            const GError *error)
{
  MoeiWayEnd ended = {
    .way = self->stream_way, .lasted = (g_get_monotonic_time () - self->opened) / 1000,
    .greeted = moei_stream_said_hello (stream), .dismissed = dismissed, .error = error,
  };

  if (ended.lasted >= (gint64) self->durations->settled)
    moei_backoff_reset (&self->backoff);
  if (!moei_way_take_end (&self->way, &ended))
    return;

  g_debug ("events do not arrive; following by way %d", self->way.following);
  moei_backoff_reset (&self->backoff);
  if (self->step_up_id == 0)
    self->step_up_id = g_timeout_add (self->way.again, step_up_cb, self);
}

static guint
get_floor (MoeiFollower *self,
           MoeiStream   *stream,
           const GError *error)
{
  gint64 floor = MAX (moei_stream_get_retry (stream), (gint64) self->floor);

  if (error != NULL && error->domain == MOEI_FEED_ERROR)
    floor = MAX (floor, (gint64) moei_feed_error_get_retry_after (error) * self->durations->second);
  self->floor = 0;
  return (guint) CLAMP (floor, 0, G_MAXINT);
}

static void say_poll (MoeiFollower *self);

static gboolean
poll_cb (gpointer user_data)
{
  MoeiFollower *self = user_data;

  self->poll_id = 0;
  say_poll (self);
  return G_SOURCE_REMOVE;
}

static void
await_poll (MoeiFollower *self)
{
  g_clear_handle_id (&self->poll_id, g_source_remove);
  if (!self->stopped && !self->hearing)
    self->poll_id = g_timeout_add ((guint) (self->durations->poll * g_random_double_range (MIN_JITTER, MAX_JITTER)),
                                   poll_cb, self);
}

static void
say_poll (MoeiFollower *self)
{
  self->polled = g_get_monotonic_time ();
  await_poll (self);
  g_signal_emit (self, signals[POLL], 0);
}

/* At the first trouble, asking tells whether it is the network's or the stream's alone. */
static void
take_trouble (MoeiFollower *self,
              const GError *error)
{
  gboolean ask = self->hearing || g_get_monotonic_time () - self->polled >= (gint64) self->durations->poll * 1000;

  self->hearing = FALSE;
  if (moei_feed_error_is_denial (error))
    moei_follower_stop (self);
  g_signal_emit (self, signals[TROUBLE], 0, error);

  if (!self->stopped && ask)
    say_poll (self);
}

static void
ended_cb (MoeiFollower *self,
          const GError *error,
          MoeiStream   *stream)
{
  const char *last_id = moei_stream_get_last_id (stream);
  gboolean dismissed = self->floor > 0;
  guint floor = get_floor (self, stream, error);

  if (last_id != NULL) {
    g_free (self->last_id);
    self->last_id = g_strdup (last_id);
  }
  choose_way (self, stream, dismissed, error);
  g_clear_object (&self->stream);

  if (error != NULL)
    take_trouble (self, error);
  /* A long poll ends by design. */
  if (error == NULL && self->stream_way == MOEI_FOLLOWING_LONG_POLL) {
    attempt_in (self, floor);
    return;
  }
  self->hearing = FALSE;
  if (self->poll_id == 0)
    await_poll (self);
  attempt_in (self, moei_backoff_next (&self->backoff, floor));
}

static void
event_cb (MoeiFollower  *self,
          MoeiEventData *event,
          MoeiStream    *stream)
{
  self->beat = moei_stream_get_beat (stream);
  self->hearing = TRUE;
  self->reading = FALSE;
  g_clear_handle_id (&self->poll_id, g_source_remove);
  if (moei_event_data_get_kind (event) == MOEI_EVENT_BYE)
    self->floor = (guint) MAX (moei_event_data_get_retry_after (event), 0);
  g_signal_emit (self, signals[EVENT], 0, event);
}

/* A proxy that holds back what has not ended shows a long poll's hello only at
 * its end, which the service does not put off for longer than two beats. */
static void
open_stream (MoeiFollower *self)
{
  gboolean lasting = self->way.following == MOEI_FOLLOWING_STREAM;
  guint patience = lasting ? self->durations->hello : 2 * self->beat + self->durations->slack;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = moei_address_resolve (self->service, lasting ? STREAM_HREF : LONG_POLL_HREF, &error);

  if (uri == NULL) {
    self->stopped = TRUE;
    g_signal_emit (self, signals[TROUBLE], 0, error);
    return;
  }

  self->opened = g_get_monotonic_time ();
  self->stream_way = self->way.following;
  self->stream = moei_stream_new (self->session, self->durations);
  g_signal_connect_object (self->stream, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  moei_stream_open (self->stream, uri, self->last_id,
                    self->way.trial ? self->durations->hello : self->durations->request, patience);
  if (lasting && self->reading)
    moei_stream_overtake (self->stream);
}

static void
attempt (MoeiFollower *self)
{
  if (self->stopped || self->stream != NULL)
    return;

  if (self->way.following == MOEI_FOLLOWING_POLL)
    say_poll (self);
  else
    open_stream (self);
}

static gboolean
early_cb (gpointer user_data)
{
  MoeiFollower *self = user_data;

  self->early_id = 0;
  self->last_early = g_get_monotonic_time ();
  attempt_in (self, 0);
  return G_SOURCE_REMOVE;
}

/* That the network is away is never believed; that it changed is a reason to
 * try earlier, though not each time it flickers. */
static void
network_changed_cb (MoeiFollower *self)
{
  gint64 since = (g_get_monotonic_time () - self->last_early) / 1000;

  if (self->stopped || self->early_id != 0 || self->stream != NULL || self->next_id == 0 ||
      (self->last_early != 0 && since < (gint64) self->durations->early_again))
    return;
  self->early_id = g_timeout_add (self->durations->early + (guint) (g_random_double () * 2 * self->durations->early),
                                  early_cb, self);
}

static void
moei_follower_dispose (GObject *object)
{
  MoeiFollower *self = MOEI_FOLLOWER (object);

  moei_follower_stop (self);
  g_clear_signal_handler (&self->network_changed_id, g_network_monitor_get_default ());
  g_clear_object (&self->session);
  g_clear_pointer (&self->service, g_uri_unref);
  g_clear_pointer (&self->last_id, g_free);

  G_OBJECT_CLASS (moei_follower_parent_class)->dispose (object);
}

static void
moei_follower_class_init (MoeiFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_follower_dispose;

  /**
   * MoeiFollower::event:
   * @self: a follower
   * @event: what the service said
   */
  signals[EVENT] = g_signal_new ("event", MOEI_TYPE_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, MOEI_TYPE_EVENT_DATA);

  /**
   * MoeiFollower::poll:
   * @self: a follower
   *
   * It is time to ask, since events do not arrive, or not yet.
   */
  signals[POLL] = g_signal_new ("poll", MOEI_TYPE_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MoeiFollower::trouble:
   * @self: a follower
   * @error: why an attempt failed, in the feed's terms
   */
  signals[TROUBLE] = g_signal_new ("trouble", MOEI_TYPE_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
moei_follower_init (MoeiFollower *self)
{
  self->session = moei_exchange_session_new (SILENCE_S);
}

/**
 * moei_follower_new:
 * @service: the service's address
 * @durations: (transfer none): how long to wait; must outlive the follower
 *
 * Returns: (transfer full): a follower that has not started
 */
MoeiFollower *
moei_follower_new (GUri                *service,
                   const MoeiDurations *durations)
{
  MoeiFollower *self = g_object_new (MOEI_TYPE_FOLLOWER, NULL);

  self->service = g_uri_ref (service);
  self->durations = durations;
  self->beat = durations->ping;
  self->backoff.shortest = durations->shortest_pause;
  self->backoff.longest = durations->longest_pause;
  moei_way_init (&self->way, durations);
  return self;
}

/**
 * moei_follower_take_way_out:
 * @self: a follower that has not started
 * @way_out: how to get to the service; loaded
 */
void
moei_follower_take_way_out (MoeiFollower *self,
                            MoeiWayOut   *way_out)
{
  g_return_if_fail (MOEI_IS_FOLLOWER (self));
  moei_way_out_apply (way_out, self->session, self->service);
}

/**
 * moei_follower_start:
 * @self: a follower
 *
 * Begins to listen, or begins anew after it stopped.
 */
void
moei_follower_start (MoeiFollower *self)
{
  g_return_if_fail (MOEI_IS_FOLLOWER (self));
  self->stopped = FALSE;
  say_poll (self);
  if (self->network_changed_id == 0)
    self->network_changed_id = g_signal_connect_swapped (g_network_monitor_get_default (), "network-changed",
                                                         G_CALLBACK (network_changed_cb), self);
  attempt (self);
}

/**
 * moei_follower_stop:
 * @self: a follower
 *
 * Stops listening.  If it starts anew, it does so with a stream.
 */
void
moei_follower_stop (MoeiFollower *self)
{
  g_return_if_fail (MOEI_IS_FOLLOWER (self));

  self->stopped = TRUE;
  self->hearing = FALSE;
  moei_way_init (&self->way, self->durations);
  g_clear_handle_id (&self->next_id, g_source_remove);
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_handle_id (&self->step_up_id, g_source_remove);
  g_clear_handle_id (&self->early_id, g_source_remove);
  if (self->stream != NULL)
    moei_stream_close (self->stream);
  g_clear_object (&self->stream);
}

/**
 * moei_follower_hurry:
 * @self: a follower
 *
 * Asks and tries at once, since a person wants it.
 */
void
moei_follower_hurry (MoeiFollower *self)
{
  g_return_if_fail (MOEI_IS_FOLLOWER (self));
  moei_backoff_reset (&self->backoff);
  self->stopped = FALSE;
  say_poll (self);
  if (self->stream == NULL && self->way.following != MOEI_FOLLOWING_POLL)
    attempt_in (self, 0);
}

/**
 * moei_follower_note_read:
 * @self: a follower
 * @id: (transfer full): that of an event of the revision that was read
 *
 * Documents have come: from there on events are wanted, and may be expected.
 */
void
moei_follower_note_read (MoeiFollower *self,
                         char         *id)
{
  g_autofree char *owned = id;

  g_return_if_fail (MOEI_IS_FOLLOWER (self));

  self->reading = TRUE;
  if (self->last_id == NULL)
    self->last_id = g_steal_pointer (&owned);
  if (self->stream != NULL && self->stream_way == MOEI_FOLLOWING_STREAM)
    moei_stream_overtake (self->stream);
}

/**
 * moei_follower_get_way:
 * @self: a follower
 *
 * Returns: how changes are learnt of at present
 */
MoeiFollowing
moei_follower_get_way (MoeiFollower *self)
{
  g_return_val_if_fail (MOEI_IS_FOLLOWER (self), MOEI_FOLLOWING_STREAM);
  return self->way.following;
}

/**
 * moei_follower_is_stopped:
 * @self: a follower
 *
 * Returns: whether it has given up, or was stopped
 */
gboolean
moei_follower_is_stopped (MoeiFollower *self)
{
  g_return_val_if_fail (MOEI_IS_FOLLOWER (self), TRUE);
  return self->stopped;
}

/**
 * moei_follower_get_patience:
 * @self: a follower
 * @asking: whether what is known came by asking, in place of events
 *
 * Returns: within how many milliseconds the next word is due, if all is well
 */
guint
moei_follower_get_patience (MoeiFollower *self,
                            gboolean      asking)
{
  g_return_val_if_fail (MOEI_IS_FOLLOWER (self), 0);
  if (asking || self->way.following == MOEI_FOLLOWING_POLL)
    return (guint) (2 * MAX_JITTER * self->durations->poll) + self->durations->slack;
  return 2 * self->beat + self->durations->slack;
}
