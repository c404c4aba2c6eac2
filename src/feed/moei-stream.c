/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-stream.h"

#include "feed/moei-clock.h"
#include "feed/moei-event-parser.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "wire/moei-event-data.h"

#define PIECE (16 * 1024)

/* How often the watchdog looks, in milliseconds; it may be that much late. */
#define LONGEST_LOOK 1000

/* A service that means to be heard does not leave more seconds between beats. */
#define MAX_BEAT 3600

/* Nor does it speak more between them: it joins changes that are close together.
 * Whoever does would keep this computer busy without end. */
#define MAX_BYTES_A_BEAT  (1024 * 1024)
#define MAX_EVENTS_A_BEAT 256

/**
 * MoeiStream:
 *
 * One connection to the service's event stream, from opening to end.
 *
 * It is watched: a stream that never says hello, or misses two beats, is
 * ended, since a connection can be dead without anybody noticing.  The
 * watchdog goes by the time since boot, so that it notices at once after the
 * computer was suspended.
 */
struct _MoeiStream {
  GObject parent_instance;

  SoupSession         *session;
  const MoeiDurations *durations;
  SoupMessage         *message;
  GCancellable        *cancellable;
  GInputStream        *body;
  MoeiEventParser     *parser;
  guint                watchdog_id;
  gint64               deadline; /* boot time of the next word, at the latest */
  guint                patience; /* until the first word, in milliseconds */
  guint                beat;     /* of the service, in milliseconds */
  gint64               beat_end; /* boot time at which counting begins anew */
  gsize                n_bytes;  /* since then */
  guint                n_events;
  guint                answered : 1;
  guint                overtaken : 1;
  guint                said_hello : 1;
  guint                ended : 1;
};

enum {
  EVENT,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char * const stream_types[] = { "text/event-stream", NULL };

G_DEFINE_FINAL_TYPE (MoeiStream, moei_stream, G_TYPE_OBJECT)

static void read_on (MoeiStream *self);

/* While it is read it cannot be closed; then read_cb() does it. */
static void
close_body (MoeiStream *self)
{
  if (self->body == NULL || g_input_stream_has_pending (self->body))
    return;

  g_input_stream_close_async (self->body, G_PRIORITY_DEFAULT, self->cancellable, NULL, NULL);
  g_clear_object (&self->body);
}

static void
shut (MoeiStream *self)
{
  self->ended = TRUE;
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  close_body (self);
}

/* Ends the stream and says so, once. Takes the error; NULL for an orderly end. */
static void
end (MoeiStream *self,
     GError     *error)
{
  g_autoptr (GError) owned = error;

  if (self->ended)
    return;

  if (error != NULL && error->domain == MOEI_FEED_ERROR)
    moei_feed_error_set_host (error, g_uri_get_host (soup_message_get_uri (self->message)));
  shut (self);
  g_signal_emit (self, signals[ENDED], 0, error);
}

static gboolean
watchdog_cb (gpointer user_data)
{
  MoeiStream *self = user_data;
  GError *error;

  if (moei_clock_boot_time () < self->deadline)
    return G_SOURCE_CONTINUE;

  if (!self->answered && !self->overtaken)
    error = moei_feed_error_new (MOEI_FEED_ERROR_TIMED_OUT, NULL, "the event stream did not open");
  else
    error = moei_feed_error_new (MOEI_FEED_ERROR_SILENT, NULL, "%s",
                                 self->said_hello ? "two beats were missed"
                                 : self->answered ? "no hello came" : "it did not open where documents came");
  self->watchdog_id = 0;
  end (self, error);
  return G_SOURCE_REMOVE;
}

static void
set_watchdog (MoeiStream *self,
              guint       milliseconds)
{
  self->deadline = moei_clock_boot_time () + milliseconds * G_GINT64_CONSTANT (1000);
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  self->watchdog_id = g_timeout_add (CLAMP (milliseconds / 8, 1, LONGEST_LOOK), watchdog_cb, self);
}

static void
count (MoeiStream *self,
       gsize       n_bytes,
       guint       n_events)
{
  gint64 now = moei_clock_boot_time ();

  if (now >= self->beat_end) {
    self->beat_end = now + self->beat * G_GINT64_CONSTANT (1000);
    self->n_bytes = self->n_events = 0;
  }
  self->n_bytes += n_bytes;
  self->n_events += n_events;
  if (self->n_bytes > MAX_BYTES_A_BEAT || self->n_events > MAX_EVENTS_A_BEAT)
    end (self, moei_feed_error_new (MOEI_FEED_ERROR_TOO_LARGE, NULL, "more than %d bytes or %d events in one beat",
                                    MAX_BYTES_A_BEAT, MAX_EVENTS_A_BEAT));
}

static void
take_event (MoeiStream *self,
            const char *type,
            GBytes     *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (MoeiEventData) event = NULL;
  g_autoptr (GError) error = NULL;
  MoeiEventKind kind;

  /* What a newer service says beside is no concern of ours. */
  if (!moei_event_kind_from_name (type, &kind))
    return;

  event = moei_event_data_decode (kind, text, &error);
  if (event == NULL) {
    g_autofree char *subject = g_strdup_printf ("%s: %s", type, error->message);

    end (self, moei_feed_error_new (MOEI_FEED_ERROR_MALFORMED, subject, "event %s", subject));
    return;
  }

  if (kind == MOEI_EVENT_HELLO) {
    int seconds = moei_event_data_get_ping_interval (event);

    self->said_hello = TRUE;
    if (seconds > 0)
      self->beat = (guint) MIN (seconds, MAX_BEAT) * self->durations->second;
  }
  set_watchdog (self, 2 * self->beat + self->durations->slack);
  g_signal_emit (self, signals[EVENT], 0, event);
}

static void
take_piece (MoeiStream *self,
            GBytes     *piece)
{
  count (self, g_bytes_get_size (piece), 0);
  moei_event_parser_push (self->parser, piece);
  while (!self->ended) {
    g_autofree char *type = NULL;
    g_autoptr (GBytes) data = NULL;
    GError *error = NULL;

    if (moei_event_parser_next (self->parser, &type, &data, &error)) {
      take_event (self, type, data);
      count (self, 0, 1);
    } else {
      if (error != NULL)
        end (self, error);
      return;
    }
  }
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MoeiStream) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);

  if (self->ended) {
    close_body (self);
  } else if (piece == NULL) {
    end (self, moei_exchange_failure (self->message, error));
  } else if (g_bytes_get_size (piece) == 0) {
    end (self, self->said_hello ? NULL : moei_feed_error_new (MOEI_FEED_ERROR_CUT, NULL, "it ended before its hello"));
  } else {
    take_piece (self, piece);
    read_on (self);
  }
}

static void
read_on (MoeiStream *self)
{
  if (!self->ended)
    g_input_stream_read_bytes_async (self->body, PIECE, G_PRIORITY_DEFAULT, self->cancellable,
                                     read_cb, g_object_ref (self));
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MoeiStream) self = user_data;
  g_autoptr (GError) error = NULL;
  GError *judged = NULL;

  self->body = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (self->ended) {
    shut (self);
  } else if (self->body == NULL) {
    end (self, moei_exchange_failure (self->message, error));
  } else if (soup_message_get_status (self->message) == SOUP_STATUS_NO_CONTENT) {
    end (self, moei_feed_error_new (MOEI_FEED_ERROR_ENDED, NULL, "status 204"));
  } else if (!moei_exchange_check (self->message, stream_types, &judged)) {
    end (self, judged);
  } else {
    self->answered = TRUE;
    set_watchdog (self, self->patience);
    read_on (self);
  }
}

static void
moei_stream_dispose (GObject *object)
{
  MoeiStream *self = MOEI_STREAM (object);

  shut (self);
  g_clear_object (&self->message);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (moei_stream_parent_class)->dispose (object);
}

static void
moei_stream_finalize (GObject *object)
{
  MoeiStream *self = MOEI_STREAM (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->parser);

  G_OBJECT_CLASS (moei_stream_parent_class)->finalize (object);
}

static void
moei_stream_class_init (MoeiStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_stream_dispose;
  object_class->finalize = moei_stream_finalize;

  /**
   * MoeiStream::event:
   * @self: a stream
   * @event: what the service said
   */
  signals[EVENT] = g_signal_new ("event", MOEI_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, MOEI_TYPE_EVENT_DATA);

  /**
   * MoeiStream::ended:
   * @self: a stream
   * @error: (nullable): why, in the feed's terms; `NULL` if it ended in order, after its hello
   *
   * Emitted once, unless the stream was closed by moei_stream_close().
   */
  signals[ENDED] = g_signal_new ("ended", MOEI_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
moei_stream_init (MoeiStream *self)
{
  self->cancellable = g_cancellable_new ();
  self->parser = moei_event_parser_new ();
}

/**
 * moei_stream_new:
 * @session: the streams' own session, made by moei_exchange_session_new()
 * @durations: (transfer none): how long to wait; must outlive the stream
 *
 * Returns: (transfer full): a stream that is not open yet
 */
MoeiStream *
moei_stream_new (SoupSession         *session,
                 const MoeiDurations *durations)
{
  MoeiStream *self = g_object_new (MOEI_TYPE_STREAM, NULL);

  self->session = g_object_ref (session);
  self->durations = durations;
  self->beat = durations->ping;
  return self;
}

/**
 * moei_stream_open:
 * @self: a stream that was never open
 * @uri: the address of the events
 * @last_id: (nullable): the id of the last event that was seen
 * @opening: how long it may take to open, in milliseconds
 * @patience: how long the open stream may be silent at first, in milliseconds
 */
void
moei_stream_open (MoeiStream *self,
                  GUri       *uri,
                  const char *last_id,
                  guint       opening,
                  guint       patience)
{
  SoupMessageHeaders *headers;

  g_return_if_fail (MOEI_IS_STREAM (self));
  g_return_if_fail (self->message == NULL);

  self->message = moei_exchange_message_new (uri, "text/event-stream");
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  if (last_id != NULL && *last_id != '\0')
    soup_message_headers_replace (headers, "Last-Event-ID", last_id);

  self->patience = patience;
  set_watchdog (self, opening);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable,
                           sent_cb, g_object_ref (self));
}

/**
 * moei_stream_overtake:
 * @self: a stream that was opened
 *
 * Documents that were asked for later are here: if it does not open soon, that
 * is because something in between keeps back what has not ended.
 */
void
moei_stream_overtake (MoeiStream *self)
{
  g_return_if_fail (MOEI_IS_STREAM (self));

  if (self->ended || self->answered || self->overtaken)
    return;

  self->overtaken = TRUE;
  set_watchdog (self, self->durations->hello);
}

/**
 * moei_stream_close:
 * @self: a stream
 *
 * Ends the stream without a word.
 */
void
moei_stream_close (MoeiStream *self)
{
  g_return_if_fail (MOEI_IS_STREAM (self));

  shut (self);
}

/**
 * moei_stream_said_hello:
 * @self: a stream
 *
 * Returns: whether the service has greeted, so that events do arrive
 */
gboolean
moei_stream_said_hello (MoeiStream *self)
{
  g_return_val_if_fail (MOEI_IS_STREAM (self), FALSE);

  return self->said_hello;
}

/**
 * moei_stream_get_beat:
 * @self: a stream
 *
 * Returns: after how many milliseconds of silence the service says that it lives
 */
guint
moei_stream_get_beat (MoeiStream *self)
{
  g_return_val_if_fail (MOEI_IS_STREAM (self), 0);

  return self->beat;
}

/**
 * moei_stream_get_last_id:
 * @self: a stream
 *
 * Returns: (nullable): the id of the last event
 */
const char *
moei_stream_get_last_id (MoeiStream *self)
{
  g_return_val_if_fail (MOEI_IS_STREAM (self), NULL);

  return moei_event_parser_get_last_id (self->parser);
}

/**
 * moei_stream_get_retry:
 * @self: a stream
 *
 * Returns: the pause that the service asked for in `retry:`, in milliseconds; -1 for none
 */
gint64
moei_stream_get_retry (MoeiStream *self)
{
  g_return_val_if_fail (MOEI_IS_STREAM (self), -1);

  return moei_event_parser_get_retry (self->parser);
}
