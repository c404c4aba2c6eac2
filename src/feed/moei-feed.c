/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-feed.h"

#include "feed/moei-address.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-feed-private.h"
#include "feed/moei-judge.h"
#include "feed/moei-last-good.h"
#include "wire/moei-event-kind.h"

/**
 * MoeiFeed:
 *
 * Keeps one operation as the service has it, or says how far it is from that.
 *
 * It shows the last good picture at once, listens for changes, reads what
 * changed, and judges how current each document is: live, late, old, offline.
 */

typedef enum {
  PROP_CLOCK = 1,
  PROP_LAST_HEARD,
  PROP_PROBLEM,
  PROP_SERVICE_URL,
  PROP_SKEW,
  PROP_STATE,
} MoeiFeedProperty;

static GParamSpec *properties[PROP_STATE + 1];

G_DEFINE_FINAL_TYPE (MoeiFeed, moei_feed, G_TYPE_OBJECT)

/**
 * moei_feed_set_problem:
 * @self: a feed
 * @place: which of its two problems
 * @error: (nullable): what it is from now on; copied
 */
void
moei_feed_set_problem (MoeiFeed      *self,
                       GError       **place,
                       const GError  *error)
{
  if (error == NULL && *place == NULL)
    return;

  g_clear_error (place);
  *place = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/**
 * moei_feed_judge:
 * @self: a feed
 *
 * Looks anew how current all is.
 */
void
moei_feed_judge (MoeiFeed *self)
{
  MoeiWord word = { .heard = self->heard, .spoken = self->spoken, .failing = self->failing };
  MoeiDataState state;

  if (self->follower != NULL)
    word.patience = moei_follower_get_patience (self->follower, self->asking);
  state = moei_judge (self->operation, self->clock, &word, moei_clock_boot_time ());
  if (state == MOEI_DATA_STATE_LIVE && (self->problem != NULL || moei_feed_is_denied (self)))
    state = MOEI_DATA_STATE_LATE;

  if (state != self->state) {
    self->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  }
}

static gboolean
tick_cb (gpointer user_data)
{
  moei_feed_judge (user_data);
  return G_SOURCE_CONTINUE;
}

static void
heard_now (MoeiFeed *self)
{
  self->heard = moei_clock_boot_time ();
  self->spoken = TRUE;
  self->failing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_HEARD]);
}

static void
event_cb (MoeiFeed      *self,
          MoeiEventData *event,
          MoeiFollower  *follower)
{
  heard_now (self);
  self->listening = TRUE;
  self->asking = FALSE;
  moei_feed_set_problem (self, &self->stream_problem, NULL);
  moei_hints_take (self->hints, event);
  moei_feed_judge (self);
}

static void
poll_cb (MoeiFeed     *self,
         MoeiFollower *follower)
{
  moei_reader_ask_anew (self->reader);
}

static void
stream_trouble_cb (MoeiFeed     *self,
                   const GError *error,
                   MoeiFollower *follower)
{
  g_debug ("events: %s", error->message);
  self->listening = FALSE;
  self->failing = !self->asking && !moei_feed_error_was_reached (error);
  moei_feed_set_problem (self, &self->stream_problem, error);
  moei_feed_take_denial (self, error);
  moei_feed_judge (self);
}

/* While events arrive, the service is there whatever befalls a document. */
static void
read_trouble_cb (MoeiFeed     *self,
                 const GError *error,
                 MoeiReader   *reader)
{
  g_debug ("documents: %s", error->message);
  self->asking = FALSE;
  self->failing = !self->listening && !moei_feed_error_was_reached (error);
  moei_feed_set_problem (self, &self->problem, error);
  moei_feed_take_denial (self, error);
  moei_feed_judge (self);
}

static void
note_read (MoeiFeed *self)
{
  const char *epoch = moei_operation_get_epoch (self->operation);

  if (epoch != NULL)
    moei_follower_note_read (self->follower,
                             moei_event_id_format (epoch, moei_entity_get_revision (MOEI_ENTITY (self->operation))));
}

static void
read_cb (MoeiFeed   *self,
         MoeiReader *reader)
{
  heard_now (self);
  self->asking = !self->listening;
  moei_feed_set_problem (self, &self->problem, NULL);
  note_read (self);
  moei_feed_judge (self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MoeiFeed) self = user_data;
  gint64 received = moei_reader_load_finish (MOEI_READER (object), result);

  if (!self->started)
    return;

  self->heard = received;
  self->loaded = TRUE;
  moei_feed_judge (self);
  if (!self->held)
    moei_feed_set_out (self);
}

static void
skew_changed_cb (MoeiFeed *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SKEW]);
}

static void
moei_feed_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MoeiFeed *self = MOEI_FEED (object);

  switch ((MoeiFeedProperty) prop_id) {
  case PROP_CLOCK:
    g_value_set_object (value, self->clock);
    break;
  case PROP_LAST_HEARD:
    g_value_set_int64 (value, moei_feed_get_last_heard (self));
    break;
  case PROP_PROBLEM:
    g_value_take_string (value, moei_feed_dup_problem (self));
    break;
  case PROP_SERVICE_URL:
    g_value_set_string (value, self->service);
    break;
  case PROP_SKEW:
    g_value_set_int64 (value, moei_feed_get_skew (self));
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_feed_dispose (GObject *object)
{
  MoeiFeed *self = MOEI_FEED (object);

  moei_feed_stop (self);
  g_clear_object (&self->reader);
  g_clear_object (&self->follower);
  g_clear_object (&self->hints);
  g_clear_object (&self->clock);
  g_clear_object (&self->way_out);
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_feed_parent_class)->dispose (object);
}

static void
moei_feed_finalize (GObject *object)
{
  MoeiFeed *self = MOEI_FEED (object);

  g_free (self->service);
  g_free (self->cache_folder);
  g_clear_error (&self->problem);
  g_clear_error (&self->stream_problem);

  G_OBJECT_CLASS (moei_feed_parent_class)->finalize (object);
}

static void
moei_feed_class_init (MoeiFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_feed_dispose;
  object_class->finalize = moei_feed_finalize;
  object_class->get_property = moei_feed_get_property;

  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, MOEI_TYPE_CLOCK, flags);
  properties[PROP_LAST_HEARD] = g_param_spec_int64 ("last-heard", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_SERVICE_URL] = g_param_spec_string ("service-url", NULL, NULL, NULL, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_feed_init (MoeiFeed *self)
{
  self->clock = moei_clock_new ();
  self->way_out = moei_way_out_new ();
  self->heard = G_MININT64;
  g_signal_connect_object (self->clock, "notify::skew", G_CALLBACK (skew_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * moei_feed_new:
 * @service: the service's address: https:, or http: on this computer
 * @operation: what to keep current
 * @cache_folder: (nullable): where to keep the last good picture; `NULL` for the user's cache
 *
 * Returns: (transfer full): a feed that has not started
 */
MoeiFeed *
moei_feed_new (const char    *service,
               MoeiOperation *operation,
               const char    *cache_folder)
{
  return moei_feed_new_with (service, operation, cache_folder, &moei_durations);
}

/**
 * moei_feed_new_with:
 * @service: the service's address: https:, or http: on this computer
 * @operation: what to keep current
 * @cache_folder: (nullable): where to keep the last good picture; `NULL` for the user's cache
 * @durations: (transfer none): how long to wait; must outlive the feed
 *
 * Returns: (transfer full): a feed that has not started
 */
MoeiFeed *
moei_feed_new_with (const char          *service,
                    MoeiOperation       *operation,
                    const char          *cache_folder,
                    const MoeiDurations *durations)
{
  MoeiFeed *self = g_object_new (MOEI_TYPE_FEED, NULL);

  self->service = g_strdup (service);
  self->operation = g_object_ref (operation);
  self->cache_folder = g_strdup (cache_folder);
  self->durations = durations;
  g_signal_connect_object (operation, "notify::exercise", G_CALLBACK (skew_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "notify::epoch", G_CALLBACK (skew_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * moei_feed_start:
 * @self: a feed
 *
 * Puts the last good picture into the operation and begins to follow the
 * service.  An address that cannot be followed is a problem like any other.
 */
void
moei_feed_start (MoeiFeed *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (MoeiLastGood) last_good = NULL;
  g_autofree char *address = NULL;

  g_return_if_fail (MOEI_IS_FEED (self));
  g_return_if_fail (self->reader == NULL);

  uri = moei_address_parse (self->service, &error);
  if (uri == NULL) {
    self->failing = TRUE;
    moei_feed_set_problem (self, &self->problem, error);
    moei_feed_judge (self);
    return;
  }

  self->started = TRUE;
  address = g_uri_to_string (uri);
  last_good = moei_last_good_new (self->cache_folder, address);
  self->reader = moei_reader_new (uri, self->operation, self->clock, last_good, self->durations);
  self->follower = moei_follower_new (uri, self->durations);
  /* Without TLS the service is on this computer, and there is nobody else to spare. */
  self->hints = moei_hints_new (self->reader, self->operation, self->clock,
                                g_str_has_prefix (address, "http:") ? 0 : self->durations->spread);
  g_signal_connect_object (self->reader, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "trouble", G_CALLBACK (read_trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follower, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follower, "poll", G_CALLBACK (poll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follower, "trouble", G_CALLBACK (stream_trouble_cb), self, G_CONNECT_SWAPPED);
  self->tick_id = g_timeout_add (self->durations->tick, tick_cb, self);
  moei_reader_load_async (self->reader, loaded_cb, g_object_ref (self));
}

/**
 * moei_feed_stop:
 * @self: a feed
 *
 * Stops following, for good.  What is in the operation stays.
 */
void
moei_feed_stop (MoeiFeed *self)
{
  g_return_if_fail (MOEI_IS_FEED (self));

  self->started = FALSE;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->way_id, g_source_remove);
  if (self->reader == NULL)
    return;

  moei_follower_stop (self->follower);
  moei_hints_stop (self->hints);
  moei_reader_stop (self->reader);
}

/**
 * moei_feed_retry:
 * @self: a feed
 *
 * Tries at once, since a person asked for it; the files of the way out are
 * read anew.
 */
void
moei_feed_retry (MoeiFeed *self)
{
  g_return_if_fail (MOEI_IS_FEED (self));

  if (self->started && !self->held)
    moei_feed_set_out (self);
}

/**
 * moei_feed_get_clock:
 * @self: a feed
 *
 * Returns: (transfer none): the service's clock
 */
MoeiClock *
moei_feed_get_clock (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), NULL);

  return self->clock;
}

/**
 * moei_feed_get_state:
 * @self: a feed
 *
 * Returns: how current the whole is
 */
MoeiDataState
moei_feed_get_state (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), MOEI_DATA_STATE_NONE);

  return self->state;
}

/**
 * moei_feed_get_last_heard:
 * @self: a feed
 *
 * Returns: how many seconds ago the service last spoke; -1 if it never did
 */
gint64
moei_feed_get_last_heard (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), -1);

  if (self->heard == G_MININT64)
    return -1;
  /* Of a picture kept before this computer's clock was set back, it is no less than 0. */
  return MAX (moei_clock_boot_time () - self->heard, 0) / G_USEC_PER_SEC;
}

/**
 * moei_feed_get_skew:
 * @self: a feed
 *
 * Returns: by how many seconds the service's clock is ahead of this computer's;
 *   0 for an exercise, which has a time of its own, and until the service has
 *   said whether it is one
 */
gint64
moei_feed_get_skew (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), 0);

  if (moei_operation_get_epoch (self->operation) == NULL || moei_operation_get_exercise (self->operation))
    return 0;
  return moei_clock_get_skew (self->clock);
}

/**
 * moei_feed_get_way:
 * @self: a feed
 *
 * Returns: how changes are learnt of at present
 */
MoeiFollowing
moei_feed_get_way (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), MOEI_FOLLOWING_STREAM);

  return self->follower != NULL ? moei_follower_get_way (self->follower) : MOEI_FOLLOWING_STREAM;
}
