/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-round.h"

#include "feed/moei-address.h"
#include "feed/moei-apply.h"
#include "feed/moei-feed-error.h"

/**
 * MoeiRound:
 *
 * Some documents that are read at the same time, or a few at a time.
 *
 * While they come, more can be asked for; when none is left, the round is over.
 */
struct _MoeiRound {
  GObject parent_instance;

  GUri                *service;
  SoupSession         *session;
  MoeiLedger          *ledger;
  const MoeiDurations *durations;
  GCancellable        *cancellable;
  GQueue               queue;      /* of Request, that wait for their turn */
  guint                n_at_once;
  guint                n_asked;    /* that are being read */
  guint                n_pending;  /* these and those in the queue */
  gboolean             stopped;
};

/* One document that is being read. */
typedef struct {
  MoeiRound        *round;
  char             *href;
  GUri             *uri;
  MoeiDocumentKind  kind;
  gint64            due; /* the revision at which it is by now */
} Request;

enum {
  READ,
  FAILED,
  OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiRound, moei_round, G_TYPE_OBJECT)

static void
request_free (Request *self)
{
  g_object_unref (self->round);
  g_uri_unref (self->uri);
  g_free (self->href);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
say_failed (MoeiRound    *self,
            const char   *href,
            const GError *error)
{
  g_autoptr (GError) named = g_error_copy (error);

  g_prefix_error (&named, "%s: ", href);
  g_signal_emit (self, signals[FAILED], 0, href, named);
}

static void read_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
ask_next (MoeiRound *self)
{
  while (self->n_asked < self->n_at_once && !g_queue_is_empty (&self->queue)) {
    Request *request = g_queue_pop_head (&self->queue);

    self->n_asked++;
    moei_read_async (self->session, request->uri, request->kind, moei_ledger_get_etag (self->ledger, request->href),
                     self->durations->request, self->cancellable, read_cb, request);
  }
}

static void
finish_one (MoeiRound *self)
{
  if (--self->n_pending == 0 && !self->stopped)
    g_signal_emit (self, signals[OVER], 0);
}

/* Another store counts anew. */
static gboolean
is_of_another_store (MoeiRound    *self,
                     MoeiDocument *document)
{
  MoeiDocument *situation = moei_ledger_get_situation (self->ledger);
  const char *epoch = document != NULL ? moei_document_get_epoch (document) : NULL;

  return epoch != NULL && situation != NULL && g_strcmp0 (epoch, moei_document_get_epoch (situation)) != 0;
}

/* A connection that is out of step brings the answer to another request. */
static GError *
check_subject (Request     *request,
               MoeiReading *reading)
{
  MoeiDocumentKind kind;
  guint day;

  if (reading->document == NULL || !moei_apply_parse_href (request->href, &kind, &day) ||
      day == MOEI_DAY_UNKNOWN || moei_apply_get_day (reading->document) == day)
    return NULL;

  return moei_feed_error_new (MOEI_FEED_ERROR_MALFORMED, "the document of another day", "the document of another day");
}

/* A cache on the way brings, or confirms, what is no longer so. */
static GError *
check_revision (Request     *request,
                MoeiReading *reading)
{
  MoeiLedger *ledger = request->round->ledger;
  gint64 known = moei_ledger_get_revision (ledger, request->href);
  gint64 revision = reading->document != NULL ? moei_document_get_revision (reading->document) : known;

  if (revision >= MAX (request->due, known) || is_of_another_store (request->round, reading->document))
    return NULL;

  moei_ledger_distrust (ledger, request->href);
  return moei_feed_error_new (MOEI_FEED_ERROR_STALE, NULL,
                              "revision %" G_GINT64_FORMAT " came, and it is at %" G_GINT64_FORMAT,
                              revision, MAX (request->due, known));
}

static MoeiReading *
take_answer (Request       *request,
             GAsyncResult  *result,
             GError       **error)
{
  g_autoptr (MoeiReading) reading = moei_read_finish (result, error);
  GError *problem;

  if (reading == NULL || request->round->stopped)
    return g_steal_pointer (&reading);

  problem = check_subject (request, reading);
  if (problem == NULL)
    problem = check_revision (request, reading);
  if (problem == NULL)
    return g_steal_pointer (&reading);

  moei_feed_error_set_host (problem, g_uri_get_host (request->uri));
  g_propagate_error (error, problem);
  return NULL;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  MoeiRound *self = request->round;
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiReading) reading = take_answer (request, result, &error);

  if (!self->stopped && reading != NULL)
    g_signal_emit (self, signals[READ], 0, request->href, (int) request->kind, reading);
  else if (!self->stopped)
    say_failed (self, request->href, error);
  self->n_asked--;
  ask_next (self);
  finish_one (self);
}

static void
moei_round_dispose (GObject *object)
{
  MoeiRound *self = MOEI_ROUND (object);

  g_clear_object (&self->session);
  g_clear_object (&self->ledger);

  G_OBJECT_CLASS (moei_round_parent_class)->dispose (object);
}

static void
moei_round_finalize (GObject *object)
{
  MoeiRound *self = MOEI_ROUND (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->service, g_uri_unref);

  G_OBJECT_CLASS (moei_round_parent_class)->finalize (object);
}

static void
moei_round_class_init (MoeiRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_round_dispose;
  object_class->finalize = moei_round_finalize;

  /**
   * MoeiRound::read:
   * @self: a round
   * @href: a document's address
   * @kind: its [enum@DocumentKind]
   * @reading: (type MoeiReading): what came
   */
  signals[READ] = g_signal_new ("read", MOEI_TYPE_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_POINTER);

  /**
   * MoeiRound::failed:
   * @self: a round
   * @href: a document's address
   * @error: why it could not be read, in the feed's terms; it names @href
   */
  signals[FAILED] = g_signal_new ("failed", MOEI_TYPE_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);

  /**
   * MoeiRound::over:
   * @self: a round
   *
   * All has come or failed.
   */
  signals[OVER] = g_signal_new ("over", MOEI_TYPE_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
moei_round_init (MoeiRound *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->queue);
}

/**
 * moei_round_new:
 * @service: the service's address
 * @session: a session made by moei_exchange_session_new()
 * @ledger: what is here already
 * @durations: (transfer none): how long to wait; must outlive the round
 * @n_at_once: how many documents to read at the same time
 *
 * Returns: (transfer full): a round that has not begun
 */
MoeiRound *
moei_round_new (GUri                *service,
                SoupSession         *session,
                MoeiLedger          *ledger,
                const MoeiDurations *durations,
                guint                n_at_once)
{
  MoeiRound *self = g_object_new (MOEI_TYPE_ROUND, NULL);

  self->service = g_uri_ref (service);
  self->session = g_object_ref (session);
  self->ledger = g_object_ref (ledger);
  self->durations = durations;
  self->n_at_once = n_at_once;
  /* One more than is asked for, until it begins. */
  self->n_pending = 1;
  return self;
}

/**
 * moei_round_begin:
 * @self: a round
 *
 * All that is known at first has been asked for.  The round is over when that
 * has come, unless something in it makes somebody ask for more.
 */
void
moei_round_begin (MoeiRound *self)
{
  g_return_if_fail (MOEI_IS_ROUND (self));

  finish_one (self);
}

/**
 * moei_round_ask:
 * @self: a round that has not begun, or not come to its end
 * @href: a document's address
 * @kind: its kind
 * @due: the revision at which it is by now, as far as the service has said; what is
 *   older is none of its answers
 */
void
moei_round_ask (MoeiRound        *self,
                const char       *href,
                MoeiDocumentKind  kind,
                gint64            due)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GError) error = NULL;
  Request *request;

  g_return_if_fail (MOEI_IS_ROUND (self));
  g_return_if_fail (self->n_pending > 0);

  uri = moei_address_resolve (self->service, href, &error);
  if (uri == NULL) {
    say_failed (self, href, error);
    return;
  }

  request = g_new0 (Request, 1);
  request->round = g_object_ref (self);
  request->href = g_strdup (href);
  request->uri = g_steal_pointer (&uri);
  request->kind = kind;
  request->due = due;
  self->n_pending++;
  g_queue_push_tail (&self->queue, request);
  ask_next (self);
}

/**
 * moei_round_stop:
 * @self: a round
 *
 * Gives up what has not come, or was not even asked for; the round says
 * nothing more.
 */
void
moei_round_stop (MoeiRound *self)
{
  g_return_if_fail (MOEI_IS_ROUND (self));

  self->stopped = TRUE;
  self->n_pending -= g_queue_get_length (&self->queue);
  g_queue_clear_full (&self->queue, (GDestroyNotify) request_free);
  g_cancellable_cancel (self->cancellable);
}
