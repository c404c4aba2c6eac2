/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-reader.h"

#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-other-days.h"
#include "feed/moei-round.h"
#include "feed/moei-stock.h"

#define SILENCE_S 20

#define AT_ONCE 4

/**
 * MoeiReader:
 *
 * Reads those of the service's documents that changed into the operation.
 *
 * It works in rounds: the situation says at which revision each document is;
 * those of the present that are not at that revision here are asked for; when
 * the last has come, all are shown.  A document that cannot be read leaves the
 * former one in place.  Those of other days are read beside, in their own time.
 */
struct _MoeiReader {
  GObject parent_instance;

  GUri                *service;
  SoupSession         *session;
  const MoeiDurations *durations;
  MoeiClock           *clock;
  MoeiLastGood        *last_good;
  MoeiStock           *stock;
  MoeiLedger          *ledger;    /* the stock's */
  MoeiOtherDays       *others;
  gint64               revision; /* of the service, up to which all is read */
  MoeiRound *round;       /* (nullable) in progress */
  gint64     target;      /* the revision that it is to reach */
  GError    *problem;     /* (nullable) that it met */
  gint64     next_target; /* the same of the round after it */
  guint      pause_id;    /* while the service wants to be left alone */
  guint troubled : 1;      /* the last round met a problem */
  guint knows_service : 1;
  guint situated : 1;     /* the round has the situation */
  guint again : 1;
  guint stopped : 1;
};

enum {
  READ,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiReader, moei_reader, G_TYPE_OBJECT)

static void set_out (MoeiReader *self);

/* Asks for what the situation names of the present and is not here at that revision. */
static void
ask_for_the_rest (MoeiReader *self)
{
  g_autoptr (GArray) list = moei_ledger_list (self->ledger);

  for (guint i = 0; i < list->len; i++) {
    MoeiNamed *named = &g_array_index (list, MoeiNamed, i);

    if (named->present && !moei_ledger_is_current (self->ledger, named->href))
      moei_round_ask (self->round, named->href, named->kind, named->revision);
  }
}

static gboolean
pause_cb (gpointer user_data)
{
  MoeiReader *self = user_data;

  self->pause_id = 0;
  if (self->again)
    moei_reader_read (self, self->next_target);
  return G_SOURCE_REMOVE;
}

static void
over_cb (MoeiReader *self,
         MoeiRound  *round)
{
  g_autoptr (GError) problem = g_steal_pointer (&self->problem);
  MoeiDocument *situation = moei_ledger_get_situation (self->ledger);
  int seconds = problem != NULL ? moei_feed_error_get_retry_after (problem) : -1;

  g_clear_object (&self->round);
  self->troubled = problem != NULL;
  if (self->situated)
    moei_stock_hear (self->stock);
  moei_stock_show (self->stock, problem == NULL);
  if (problem == NULL && situation != NULL) {
    self->revision = MAX (self->target, moei_document_get_revision (situation));
    moei_stock_forget_unnamed (self->stock);
  }
  moei_other_days_catch_up (self->others);
  if (seconds > 0)
    self->pause_id = g_timeout_add ((guint) seconds * self->durations->second, pause_cb, self);

  if (problem != NULL)
    g_signal_emit (self, signals[TROUBLE], 0, problem);
  else
    g_signal_emit (self, signals[READ], 0);
  if (self->again)
    moei_reader_read (self, self->next_target);
}

/* The longest pause that is asked for counts. */
static void
failed_cb (MoeiReader   *self,
           const char   *href,
           const GError *error,
           MoeiRound    *round)
{
  moei_stock_object (self->stock, href, error, TRUE);
  if (self->problem == NULL ||
      moei_feed_error_get_retry_after (self->problem) < moei_feed_error_get_retry_after (error)) {
    g_clear_error (&self->problem);
    self->problem = g_error_copy (error);
  }
}

static void
take_reading (MoeiReader       *self,
              const char       *href,
              MoeiDocumentKind  kind,
              MoeiReading      *reading)
{
  moei_stock_take (self->stock, href, reading);
  if (reading->document == NULL)
    return;

  if (kind == MOEI_DOCUMENT_SERVICE) {
    self->knows_service = TRUE;
    moei_clock_set_by_document (self->clock, moei_document_get_epoch (reading->document),
                                moei_document_get_clock_time (reading->document),
                                moei_document_get_clock_rate (reading->document));
  } else if (kind == MOEI_DOCUMENT_SITUATION) {
    moei_ledger_set_situation (self->ledger, reading->document);
  }
}

/* Where events do not arrive, this is how a restored service is noticed. */
static gboolean
is_another_store (MoeiReader   *self,
                  MoeiDocument *document)
{
  const char *epoch = moei_reader_get_epoch (self);

  return moei_document_get_kind (document) == MOEI_DOCUMENT_SITUATION && epoch != NULL &&
         g_strcmp0 (epoch, moei_document_get_epoch (document)) != 0;
}

static void
read_cb (MoeiReader  *self,
         const char  *href,
         int          kind,
         MoeiReading *reading,
         MoeiRound   *round)
{
  gboolean anew = reading->document != NULL && is_another_store (self, reading->document);

  if (anew) {
    moei_reader_forget (self);
    set_out (self);
    moei_round_ask (self->round, MOEI_LEDGER_SERVICE, MOEI_DOCUMENT_SERVICE, -1);
  }

  take_reading (self, href, kind, reading);
  if (kind == MOEI_DOCUMENT_SITUATION) {
    self->situated = TRUE;
    ask_for_the_rest (self);
  }
  if (anew)
    moei_round_begin (self->round);
}

static void
set_out (MoeiReader *self)
{
  self->situated = FALSE;
  self->round = moei_round_new (self->service, self->session, self->ledger, self->durations, AT_ONCE);
  g_signal_connect_object (self->round, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "over", G_CALLBACK (over_cb), self, G_CONNECT_SWAPPED);
}

static void
give_up_round (MoeiReader *self)
{
  if (self->round != NULL)
    moei_round_stop (self->round);
  g_clear_object (&self->round);
  g_clear_error (&self->problem);
  self->again = FALSE;
}

static void
moei_reader_dispose (GObject *object)
{
  MoeiReader *self = MOEI_READER (object);

  moei_reader_stop (self);
  g_clear_object (&self->session);
  g_clear_object (&self->others);
  g_clear_object (&self->stock);
  g_clear_object (&self->clock);
  g_clear_object (&self->last_good);

  G_OBJECT_CLASS (moei_reader_parent_class)->dispose (object);
}

static void
moei_reader_finalize (GObject *object)
{
  MoeiReader *self = MOEI_READER (object);

  g_clear_pointer (&self->service, g_uri_unref);

  G_OBJECT_CLASS (moei_reader_parent_class)->finalize (object);
}

static void
moei_reader_class_init (MoeiReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_reader_dispose;
  object_class->finalize = moei_reader_finalize;

  /**
   * MoeiReader::read:
   * @self: a reader
   *
   * A round is over; all is as the service has it.
   */
  signals[READ] = g_signal_new ("read", MOEI_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MoeiReader::trouble:
   * @self: a reader
   * @error: what went wrong, in the feed's terms
   *
   * A round is over, and something could not be read.
   */
  signals[TROUBLE] = g_signal_new ("trouble", MOEI_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
moei_reader_init (MoeiReader *self)
{
  self->session = moei_exchange_session_new (SILENCE_S);
  self->revision = -1;
}

/**
 * moei_reader_new:
 * @service: the service's address
 * @operation: what to put the documents into
 * @clock: the clock to set by the service's
 * @last_good: where to keep the documents
 * @durations: (transfer none): how long to wait; must outlive the reader
 *
 * Returns: (transfer full): a reader that has read nothing
 */
MoeiReader *
moei_reader_new (GUri                *service,
                 MoeiOperation       *operation,
                 MoeiClock           *clock,
                 MoeiLastGood        *last_good,
                 const MoeiDurations *durations)
{
  MoeiReader *self = g_object_new (MOEI_TYPE_READER, NULL);

  self->service = g_uri_ref (service);
  self->clock = g_object_ref (clock);
  self->last_good = g_object_ref (last_good);
  self->durations = durations;
  self->stock = moei_stock_new (operation, clock, last_good);
  self->ledger = moei_stock_get_ledger (self->stock);
  self->others = moei_other_days_new (service, self->session, self->stock, durations);
  return self;
}

/**
 * moei_reader_take_way_out:
 * @self: a reader that has asked for nothing
 * @way_out: how to get to the service; loaded
 */
void
moei_reader_take_way_out (MoeiReader *self,
                          MoeiWayOut *way_out)
{
  g_return_if_fail (MOEI_IS_READER (self));

  moei_way_out_apply (way_out, self->session, self->service);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  MoeiReader *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) kept = moei_last_good_load_finish (MOEI_LAST_GOOD (object), result, NULL);
  gint64 *received = g_new (gint64, 1);

  *received = G_MININT64;
  if (kept != NULL && !self->stopped) {
    *received = moei_stock_restore (self->stock, kept);
    moei_other_days_restore (self->others, kept);
  }
  g_task_return_pointer (task, received, g_free);
}

/**
 * moei_reader_load_async:
 * @self: a reader that has read nothing
 * @callback: called when the last good picture, if any, is in the operation
 * @user_data: for @callback
 */
void
moei_reader_load_async (MoeiReader          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, moei_reader_load_async);
  moei_last_good_load_async (self->last_good, NULL, loaded_cb, task);
}

/**
 * moei_reader_load_finish:
 * @self: a reader
 * @result: what the callback got
 *
 * Returns: when the last good picture came, as moei_clock_boot_time() tells;
 *   `G_MININT64` if there was none
 */
gint64
moei_reader_load_finish (MoeiReader   *self,
                         GAsyncResult *result)
{
  g_autofree gint64 *received = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), G_MININT64);

  received = g_task_propagate_pointer (G_TASK (result), NULL);
  return *received;
}

/**
 * moei_reader_read:
 * @self: a reader
 * @revision: the service's revision up to which to read, as far as known
 *
 * Begins a round, or another one after that in progress, or after the pause
 * that the service wants.
 */
void
moei_reader_read (MoeiReader *self,
                  gint64      revision)
{
  g_return_if_fail (MOEI_IS_READER (self));

  if (self->stopped)
    return;

  if (self->round != NULL || self->pause_id != 0) {
    self->again = TRUE;
    self->next_target = MAX (self->next_target, revision);
    return;
  }

  self->again = FALSE;
  self->next_target = -1;
  self->target = revision;
  set_out (self);
  if (!self->knows_service)
    moei_round_ask (self->round, MOEI_LEDGER_SERVICE, MOEI_DOCUMENT_SERVICE, revision);
  moei_round_ask (self->round, MOEI_LEDGER_SITUATION, MOEI_DOCUMENT_SITUATION, revision);
  moei_round_begin (self->round);
}

/**
 * moei_reader_ask_anew:
 * @self: a reader
 *
 * Begins a round that asks for the service's identity and clock too.
 */
void
moei_reader_ask_anew (MoeiReader *self)
{
  g_return_if_fail (MOEI_IS_READER (self));

  self->knows_service = FALSE;
  moei_reader_read (self, self->revision);
}

/**
 * moei_reader_confirm:
 * @self: a reader
 *
 * The service has just said that its revision is still the one that was read.
 * If something could not be read since, it is tried again.
 */
void
moei_reader_confirm (MoeiReader *self)
{
  g_return_if_fail (MOEI_IS_READER (self));

  if (self->troubled && self->round == NULL)
    moei_reader_read (self, self->revision);
  if (self->round != NULL)
    return;

  moei_stock_hear (self->stock);
  moei_stock_show (self->stock, FALSE);
  moei_other_days_catch_up (self->others);
}

/**
 * moei_reader_forget:
 * @self: a reader
 *
 * The service's store is another one: nothing known of its documents holds,
 * and what is being read is not waited for.  What is shown stays until they
 * have come.
 */
void
moei_reader_forget (MoeiReader *self)
{
  g_return_if_fail (MOEI_IS_READER (self));

  give_up_round (self);
  moei_other_days_stop (self->others);
  moei_stock_clear (self->stock);
  self->knows_service = FALSE;
  self->revision = self->target = self->next_target = -1;
}

/**
 * moei_reader_stop:
 * @self: a reader
 *
 * Gives up what is in progress, for good.
 */
void
moei_reader_stop (MoeiReader *self)
{
  g_return_if_fail (MOEI_IS_READER (self));

  self->stopped = TRUE;
  give_up_round (self);
  moei_other_days_stop (self->others);
  g_clear_handle_id (&self->pause_id, g_source_remove);
}

/**
 * moei_reader_get_epoch:
 * @self: a reader
 *
 * Returns: (nullable): the epoch of what was read; `NULL` while nothing that holds was
 */
const char *
moei_reader_get_epoch (MoeiReader *self)
{
  MoeiDocument *situation;

  g_return_val_if_fail (MOEI_IS_READER (self), NULL);

  situation = moei_ledger_get_situation (self->ledger);
  return situation != NULL ? moei_document_get_epoch (situation) : NULL;
}

/**
 * moei_reader_get_revision:
 * @self: a reader
 *
 * Returns: the service's revision up to which all is read; -1 at first
 */
gint64
moei_reader_get_revision (MoeiReader *self)
{
  g_return_val_if_fail (MOEI_IS_READER (self), -1);

  return self->revision;
}
