/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-feed.h"

#include "feed/moei-address.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-last-good.h"
#include "feed/moei-reader.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"
#include "wire/moei-event-data.h"
#include "wire/moei-instant.h"

/* So many words that are due and do not come make what is shown old. */
#define WORDS_UNTIL_OLD 10

/**
 * MoeiFeed:
 *
 * Keeps one operation as the service has it, or says how far it is from that.
 *
 * It shows the last good picture at once, listens for changes, reads what
 * changed, and judges how current each document is: live, late, old, offline.
 */
struct _MoeiFeed {
  GObject parent_instance;

  char                *service;
  char                *cache_folder;
  MoeiOperation       *operation;
  const MoeiDurations *durations;
  MoeiClock           *clock;
  MoeiReader          *reader;
  MoeiFollower        *follower;

  MoeiDataState state;
  gint64        heard;          /* boot time of the last word; G_MININT64 for none */
  GError       *problem;        /* of the address, or what kept documents from coming */
  GError       *stream_problem; /* what keeps events from coming */
  guint         delay_id;
  gint64        delayed_revision;
  guint         tick_id;

  guint is_local : 1;     /* on this computer: nobody else to spare */
  guint started : 1;
  guint spoken : 1;       /* the last word came since the start */
  guint listening : 1;    /* events arrive */
  guint just_greeted : 1; /* no change was told of since the last hello */
  guint failing : 1;      /* the last attempt did not reach the service */
};

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

/* Keeps a copy of @error in @place, which is one of the two problems. */
static void
set_problem (MoeiFeed      *self,
             GError       **place,
             const GError  *error)
{
  if (error == NULL && *place == NULL)
    return;

  g_clear_error (place);
  *place = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static gboolean
is_denial (const GError *error)
{
  return g_error_matches (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_LOGIN) ||
         g_error_matches (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_FORBIDDEN);
}

/* How the connection is, from how long the service has been silent and whether
 * the last attempt to reach it failed. */
static MoeiDataState
judge_connection (MoeiFeed *self)
{
  gint64 patience, silent;

  if (self->failing)
    return MOEI_DATA_STATE_OFFLINE;
  if (self->heard == G_MININT64)
    return MOEI_DATA_STATE_NONE;

  patience = moei_follower_get_patience (self->follower);
  silent = (moei_clock_boot_time () - self->heard) / 1000;
  if (silent > WORDS_UNTIL_OLD * patience)
    return MOEI_DATA_STATE_OLD;
  return self->spoken && silent <= patience ? MOEI_DATA_STATE_LIVE : MOEI_DATA_STATE_LATE;
}

/* A document may be older than the connection, never more current. */
static MoeiDataState
judge_document (MoeiFeed      *self,
                MoeiFreshness *freshness,
                MoeiDataState  connection)
{
  gint64 confirmed = moei_freshness_get_confirmed (freshness);
  double rate = MAX (moei_clock_get_rate (self->clock), 1);
  double age = (double) (moei_clock_now (self->clock) - confirmed) / G_USEC_PER_SEC / rate;

  if (confirmed == MOEI_INSTANT_UNKNOWN)
    return MOEI_DATA_STATE_NONE;
  if (connection == MOEI_DATA_STATE_OFFLINE)
    return MOEI_DATA_STATE_OFFLINE;
  if (age > moei_freshness_get_old_after (freshness))
    return MOEI_DATA_STATE_OLD;
  if (connection == MOEI_DATA_STATE_LIVE && moei_freshness_get_problem (freshness) != NULL)
    return MOEI_DATA_STATE_LATE;
  return connection;
}

/* The whole is as good as its worst document. */
static void
judge (MoeiFeed *self)
{
  MoeiCollection *freshness = moei_operation_get_freshness (self->operation);
  MoeiDataState connection = judge_connection (self), state = connection;

  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    MoeiFreshness *one = moei_collection_get (freshness, i);
    MoeiDataState its = judge_document (self, one, connection);

    g_object_set (one, "state", its, NULL);
    if (its == MOEI_DATA_STATE_OLD && state != MOEI_DATA_STATE_OFFLINE)
      state = MOEI_DATA_STATE_OLD;
  }
  if (state == MOEI_DATA_STATE_LIVE && self->problem != NULL)
    state = MOEI_DATA_STATE_LATE;

  if (state != self->state) {
    self->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  }
}

static gboolean
tick_cb (gpointer user_data)
{
  judge (user_data);
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

static gboolean
delay_cb (gpointer user_data)
{
  MoeiFeed *self = user_data;
  gint64 revision = self->delayed_revision;

  self->delay_id = 0;
  self->delayed_revision = -1;
  moei_reader_read (self->reader, revision);
  return G_SOURCE_REMOVE;
}

/* All readers hear of a change at once; they must not all ask at once.  After a
 * hello, they came one by one; and on the service's own computer there is
 * nobody to spare. */
static void
read_soon (MoeiFeed *self,
           gint64    revision)
{
  guint delay = (guint) (g_random_double () * self->durations->spread);

  if (self->is_local || self->just_greeted) {
    self->just_greeted = FALSE;
    moei_reader_read (self->reader, revision);
    return;
  }

  self->delayed_revision = MAX (self->delayed_revision, revision);
  if (self->delay_id == 0)
    self->delay_id = g_timeout_add (delay, delay_cb, self);
}

static void
set_clock (MoeiFeed      *self,
           MoeiEventData *event)
{
  moei_clock_set (self->clock, moei_event_data_get_time (event), moei_event_data_get_rate (event));
}

/* Another epoch is another store: a service restored from a copy, whose
 * revisions mean nothing beside ours. */
static void
forget (MoeiFeed *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->delayed_revision = -1;
  moei_reader_forget (self->reader);
}

static void
take_hello (MoeiFeed      *self,
            MoeiEventData *event)
{
  const char *epoch = moei_reader_get_epoch (self->reader);

  self->listening = TRUE;
  self->just_greeted = TRUE;
  set_clock (self, event);
  if (epoch != NULL && g_strcmp0 (epoch, moei_event_data_get_epoch (event)) != 0)
    forget (self);
  moei_reader_read (self->reader, moei_event_data_get_revision (event));
}

/* At midnight in Bangkok the board's documents are others, though nobody has
 * reported anything. */
static gboolean
day_has_turned (MoeiFeed *self)
{
  guint shown = moei_operation_get_operating_day (self->operation);
  gint64 now = moei_clock_now (self->clock);

  return shown != MOEI_DAY_UNKNOWN && now != MOEI_INSTANT_UNKNOWN && moei_day_of_instant (now) != shown;
}

static void
event_cb (MoeiFeed      *self,
          MoeiEventData *event,
          MoeiFollower  *follower)
{
  gint64 revision = moei_event_data_get_revision (event);

  heard_now (self);
  set_problem (self, &self->stream_problem, NULL);
  switch (moei_event_data_get_kind (event)) {
  case MOEI_EVENT_HELLO:
    take_hello (self, event);
    break;
  case MOEI_EVENT_CHANGED:
    read_soon (self, revision);
    break;
  case MOEI_EVENT_PING:
    set_clock (self, event);
    if (revision != moei_reader_get_revision (self->reader) || day_has_turned (self))
      moei_reader_read (self->reader, revision);
    else
      moei_reader_confirm (self->reader);
    break;
  case MOEI_EVENT_RESET:
    forget (self);
    read_soon (self, revision);
    break;
  case MOEI_EVENT_BYE:
  default:
    break;
  }
  judge (self);
}

static void
poll_cb (MoeiFeed     *self,
         MoeiFollower *follower)
{
  moei_reader_ask_anew (self->reader);
}

/* Whether the service itself was reached; a fault that it reports may as well
 * be that of what stands in front of it. */
static gboolean
was_reached (const GError *error)
{
  static const MoeiFeedError codes[] = {
    MOEI_FEED_ERROR_LOGIN, MOEI_FEED_ERROR_FORBIDDEN, MOEI_FEED_ERROR_NOT_FOUND, MOEI_FEED_ERROR_RATE_LIMIT,
    MOEI_FEED_ERROR_CODING, MOEI_FEED_ERROR_DIGEST, MOEI_FEED_ERROR_TOO_LARGE, MOEI_FEED_ERROR_MALFORMED,
    MOEI_FEED_ERROR_SILENT, MOEI_FEED_ERROR_ENDED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    if (g_error_matches (error, MOEI_FEED_ERROR, (int) codes[i]))
      return TRUE;
  }
  return FALSE;
}

static void
stream_trouble_cb (MoeiFeed     *self,
                   const GError *error,
                   MoeiFollower *follower)
{
  g_debug ("events: %s", error->message);
  self->listening = FALSE;
  self->failing = !was_reached (error);
  set_problem (self, &self->stream_problem, error);
  judge (self);
}

/* While events arrive, the service is there whatever befalls a document. */
static void
read_trouble_cb (MoeiFeed     *self,
                 const GError *error,
                 MoeiReader   *reader)
{
  g_debug ("documents: %s", error->message);
  self->failing = !self->listening && !was_reached (error);
  set_problem (self, &self->problem, error);
  if (is_denial (error))
    moei_follower_stop (self->follower);
  judge (self);
}

static void
read_cb (MoeiFeed   *self,
         MoeiReader *reader)
{
  heard_now (self);
  set_problem (self, &self->problem, NULL);
  judge (self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MoeiFeed) self = user_data;

  moei_reader_load_finish (MOEI_READER (object), result);
  if (!self->started)
    return;

  self->heard = moei_reader_get_kept (self->reader);
  judge (self);
  moei_follower_start (self->follower);
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
  g_clear_object (&self->clock);
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
  self->heard = G_MININT64;
  self->delayed_revision = -1;
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
    set_problem (self, &self->problem, error);
    judge (self);
    return;
  }

  self->started = TRUE;
  self->is_local = g_strcmp0 (g_uri_get_scheme (uri), "http") == 0;
  address = g_uri_to_string (uri);
  last_good = moei_last_good_new (self->cache_folder, address);
  self->reader = moei_reader_new (uri, self->operation, self->clock, last_good, self->durations);
  self->follower = moei_follower_new (uri, self->durations);
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
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->follower != NULL)
    moei_follower_stop (self->follower);
  if (self->reader != NULL)
    moei_reader_stop (self->reader);
}

/**
 * moei_feed_retry:
 * @self: a feed
 *
 * Tries at once, since a person asked for it.
 */
void
moei_feed_retry (MoeiFeed *self)
{
  g_return_if_fail (MOEI_IS_FEED (self));

  if (self->started)
    moei_follower_hurry (self->follower);
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
 *   0 for an exercise, which has a time of its own
 */
gint64
moei_feed_get_skew (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), 0);

  return moei_operation_get_exercise (self->operation) ? 0 : moei_clock_get_skew (self->clock);
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
  g_return_val_if_fail (MOEI_IS_FEED (self), NULL);

  if (self->problem != NULL)
    return moei_feed_error_to_sentence (self->problem);
  return self->stream_problem != NULL ? moei_feed_error_to_sentence (self->stream_problem) : NULL;
}

/**
 * moei_feed_is_denied:
 * @self: a feed
 *
 * Returns: whether the service does not let us in, so that waiting will not help
 */
gboolean
moei_feed_is_denied (MoeiFeed *self)
{
  g_return_val_if_fail (MOEI_IS_FEED (self), FALSE);

  return is_denial (self->problem) || is_denial (self->stream_problem);
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
