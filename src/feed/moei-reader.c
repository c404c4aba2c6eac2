/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-reader.h"

#include "feed/moei-address.h"
#include "feed/moei-apply.h"
#include "feed/moei-decode.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"
#include "feed/moei-picture.h"
#include "operation/moei-collection.h"
#include "wire/moei-document.h"
#include "wire/moei-reference.h"

#define SERVICE_HREF "/v1/"
#define SITUATION_HREF "/v1/situation"
#define SILENCE_S 20

/**
 * MoeiReader:
 *
 * Reads the service's documents, only those that changed, and puts them into
 * the operation.
 *
 * It works in rounds: the situation says at which revision each document is;
 * those that are not at that revision here are asked for, all at once; when
 * the last has come, all are shown.  A document that cannot be read leaves the
 * former one in place.
 */
struct _MoeiReader {
  GObject parent_instance;

  GUri                *service;
  SoupSession         *session;
  const MoeiDurations *durations;
  MoeiOperation       *operation;
  MoeiClock           *clock;
  MoeiLastGood        *last_good;
  MoeiPicture         *picture;
  GCancellable        *cancellable;

  GHashTable   *entries;   /* href → Entry */
  MoeiDocument *situation; /* the last that was read, of the present store */
  gint64        revision;  /* of the service, up to which all is read */
  gint64        kept;      /* boot time at which the last good picture came */

  /* The round in progress */
  guint  n_pending;
  guint  generation;       /* what was asked for in a former one does not count */
  gint64 target;
  GError *problem;

  /* The round after it */
  gint64 next_target;
  guint  pause_id;         /* while the service wants to be left alone */

  guint knows_service : 1;
  guint again : 1;
  guint stopped : 1;
};

/* What is known of one document. */
typedef struct {
  char   *href;
  char   *etag;
  gint64  revision; /* -1 for not at all */
} Entry;

/* A request in progress. */
typedef struct {
  MoeiReader       *reader;
  char             *href;
  MoeiDocumentKind  kind;
  guint             generation;
  MoeiFetched      *fetched; /* while it is decoded */
} Request;

enum {
  READ,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiReader, moei_reader, G_TYPE_OBJECT)

static void fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data);

static void
entry_free (Entry *self)
{
  g_free (self->href);
  g_free (self->etag);
  g_free (self);
}

static void
request_free (Request *self)
{
  g_clear_pointer (&self->fetched, moei_fetched_free);
  g_object_unref (self->reader);
  g_free (self->href);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Entry *
ensure_entry (MoeiReader *self,
              const char *href)
{
  Entry *entry = g_hash_table_lookup (self->entries, href);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    entry->href = g_strdup (href);
    entry->revision = -1;
    g_hash_table_insert (self->entries, entry->href, entry);
  }
  return entry;
}

static void
set_entry (MoeiReader *self,
           const char *href,
           const char *etag,
           gint64      revision)
{
  Entry *entry = ensure_entry (self, href);

  g_free (entry->etag);
  entry->etag = g_strdup (etag);
  entry->revision = revision;
}

static gint64
get_listed (MoeiReader *self,
            const char *href)
{
  return self->situation != NULL ? moei_document_lookup_revision (self->situation, href) : 0;
}

/* A document may have changed again since the situation was read. */
static gboolean
is_current (MoeiReader *self,
            const char *href)
{
  Entry *entry = g_hash_table_lookup (self->entries, href);

  return entry != NULL && entry->revision >= get_listed (self, href);
}

/* Takes the error. */
static void
fail (MoeiReader *self,
      const char *href,
      GError     *error)
{
  g_autoptr (GError) owned = error;

  if (error->domain != MOEI_FEED_ERROR) {
    owned = moei_feed_error_new (MOEI_FEED_ERROR_MALFORMED, error->message, "%s: %s", href, error->message);
    moei_feed_error_set_host (owned, g_uri_get_host (self->service));
    g_error_free (error);
  }

  moei_apply_problem (self->operation, href, owned->message);
  if (self->problem == NULL ||
      moei_feed_error_get_retry_after (self->problem) < moei_feed_error_get_retry_after (owned)) {
    g_clear_error (&self->problem);
    self->problem = g_steal_pointer (&owned);
  }
}

static void
ask (MoeiReader       *self,
     const char       *href,
     MoeiDocumentKind  kind)
{
  g_autoptr (GUri) uri = NULL;
  GError *error = NULL;
  Request *request;

  uri = moei_address_resolve (self->service, href, &error);
  if (uri == NULL) {
    fail (self, href, error);
    return;
  }

  request = g_new0 (Request, 1);
  request->reader = g_object_ref (self);
  request->href = g_strdup (href);
  request->kind = kind;
  request->generation = self->generation;
  self->n_pending++;
  moei_fetch_async (self->session, uri, ensure_entry (self, href)->etag, self->durations->request,
                    self->cancellable, fetched_cb, request);
}

/* Asks for what the situation names and is not here at that revision. */
static void
take_situation (MoeiReader *self)
{
  MoeiCollection *documents = moei_document_get_documents (self->situation);
  gboolean named[MOEI_N_DOCUMENT_KINDS] = { FALSE };

  for (guint i = 0; i < moei_collection_size (documents); i++) {
    const char *href = moei_reference_get_href (moei_collection_get (documents, i));
    MoeiDocumentKind kind;

    if (!moei_apply_kind_of_href (href, &kind) || named[kind])
      continue;
    named[kind] = TRUE;
    if (!is_current (self, href))
      ask (self, href, kind);
  }
}

static gboolean
is_named (MoeiReader *self,
          const char *href)
{
  return g_strcmp0 (href, SERVICE_HREF) == 0 || g_strcmp0 (href, SITUATION_HREF) == 0 ||
         moei_collection_lookup (moei_document_get_documents (self->situation), href) != NULL;
}

/* Documents of days gone by are no longer named. */
static gboolean
forget_unless_named (gpointer key,
                     gpointer value,
                     gpointer user_data)
{
  MoeiReader *self = user_data;

  if (is_named (self, key))
    return FALSE;
  moei_last_good_forget_async (self->last_good, key, NULL, NULL, NULL);
  return TRUE;
}

static void
confirm_current (MoeiReader *self)
{
  MoeiCollection *documents;

  if (self->situation == NULL)
    return;

  documents = moei_document_get_documents (self->situation);
  for (guint i = 0; i < moei_collection_size (documents); i++) {
    const char *href = moei_reference_get_href (moei_collection_get (documents, i));
    MoeiDocumentKind kind;

    if (moei_apply_kind_of_href (href, &kind) && moei_picture_is_shown (self->picture, kind) &&
        is_current (self, href))
      moei_apply_confirm (self->operation, href, moei_clock_now (self->clock));
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
finish_round (MoeiReader *self)
{
  g_autoptr (MoeiReader) alive = g_object_ref (self);
  g_autoptr (GError) problem = g_steal_pointer (&self->problem);
  int seconds = problem != NULL ? moei_feed_error_get_retry_after (problem) : -1;

  moei_picture_show (self->picture, problem == NULL);
  if (problem == NULL && self->situation != NULL) {
    self->revision = MAX (self->target, moei_document_get_revision (self->situation));
    g_hash_table_foreach_remove (self->entries, forget_unless_named, self);
  }
  confirm_current (self);
  if (seconds > 0)
    self->pause_id = g_timeout_add ((guint) seconds * self->durations->second, pause_cb, self);

  if (problem != NULL)
    g_signal_emit (self, signals[TROUBLE], 0, problem);
  else
    g_signal_emit (self, signals[READ], 0);
  if (self->again)
    moei_reader_read (self, self->next_target);
}

static void
finish_request (MoeiReader *self)
{
  if (--self->n_pending == 0)
    finish_round (self);
}

static void
give_up_round (MoeiReader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  self->n_pending = 0;
  self->again = FALSE;
  g_clear_error (&self->problem);
}

/* Where events do not arrive, this is how a restored service is noticed. */
static gboolean
is_another_store (MoeiReader   *self,
                  MoeiDocument *situation)
{
  return self->situation != NULL && g_strcmp0 (moei_document_get_epoch (self->situation),
                                               moei_document_get_epoch (situation)) != 0;
}

static void
take_document (MoeiReader   *self,
               Request      *request,
               MoeiDocument *document)
{
  gint64 revision = moei_document_get_revision (document);

  if (request->kind == MOEI_DOCUMENT_SITUATION && is_another_store (self, document)) {
    moei_reader_forget (self);
    request->generation = self->generation;
    self->n_pending++;
    ask (self, SERVICE_HREF, MOEI_DOCUMENT_SERVICE);
  }

  set_entry (self, request->href, request->fetched->etag, MAX (revision, get_listed (self, request->href)));
  moei_last_good_save_async (self->last_good, request->href, request->fetched->etag, request->fetched->body,
                             NULL, NULL, NULL);
  moei_picture_take (self->picture, document);

  if (request->kind == MOEI_DOCUMENT_SERVICE) {
    self->knows_service = TRUE;
    moei_clock_set (self->clock, moei_document_get_clock_time (document),
                    moei_document_get_clock_rate (document));
  } else if (request->kind == MOEI_DOCUMENT_SITUATION) {
    g_set_object (&self->situation, document);
    take_situation (self);
  }
}

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  MoeiReader *self = request->reader;
  GError *error = NULL;
  g_autoptr (MoeiDocument) document = moei_decode_finish (result, &error);

  if (request->generation != self->generation) {
    g_clear_error (&error);
    return;
  }

  if (document != NULL)
    take_document (self, request, document);
  else
    fail (self, request->href, error);
  finish_request (self);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  MoeiReader *self = request->reader;
  GError *error = NULL;

  request->fetched = moei_fetch_finish (result, &error);
  if (request->generation != self->generation) {
    g_clear_error (&error);
    return;
  }

  if (request->fetched != NULL && request->fetched->body != NULL) {
    moei_decode_async (request->kind, request->fetched->body, self->cancellable, decoded_cb, request);
    request = NULL;
    return;
  }

  if (error != NULL)
    fail (self, request->href, error);
  else if (request->kind == MOEI_DOCUMENT_SITUATION)
    take_situation (self);
  else
    ensure_entry (self, request->href)->revision = get_listed (self, request->href);
  finish_request (self);
}

static void
moei_reader_dispose (GObject *object)
{
  MoeiReader *self = MOEI_READER (object);

  moei_reader_stop (self);
  g_clear_object (&self->session);
  g_clear_object (&self->situation);
  g_clear_object (&self->picture);
  g_clear_object (&self->operation);
  g_clear_object (&self->clock);
  g_clear_object (&self->last_good);

  G_OBJECT_CLASS (moei_reader_parent_class)->dispose (object);
}

static void
moei_reader_finalize (GObject *object)
{
  MoeiReader *self = MOEI_READER (object);

  g_hash_table_unref (self->entries);
  g_clear_error (&self->problem);
  g_clear_object (&self->cancellable);
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
   * A round is over, and all is as the service has it.
   */
  signals[READ] = g_signal_new ("read", MOEI_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MoeiReader::trouble:
   * @self: a reader
   * @error: the first thing that went wrong, in the feed's terms
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
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) entry_free);
  self->cancellable = g_cancellable_new ();
  self->revision = -1;
  self->kept = G_MININT64;
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
  self->operation = g_object_ref (operation);
  self->picture = moei_picture_new (operation);
  self->clock = g_object_ref (clock);
  self->last_good = g_object_ref (last_good);
  self->durations = durations;
  return self;
}

static MoeiKept *
find_kept (GPtrArray  *kept,
           const char *href)
{
  for (guint i = 0; i < kept->len; i++) {
    MoeiKept *one = kept->pdata[i];

    if (g_strcmp0 (one->href, href) == 0)
      return one;
  }
  return NULL;
}

/* Takes a kept document; one that no longer makes sense is left out. */
static MoeiDocument *
take_kept (MoeiReader       *self,
           GPtrArray        *kept,
           const char       *href,
           MoeiDocumentKind  kind)
{
  MoeiKept *one = find_kept (kept, href);
  g_autoptr (MoeiDocument) document = one != NULL ? moei_document_decode (kind, one->body, NULL) : NULL;
  gint64 received;

  if (document == NULL)
    return NULL;

  set_entry (self, href, one->etag, moei_document_get_revision (document));
  moei_picture_take (self->picture, document);
  received = moei_clock_boot_time () - (g_get_real_time () - one->received);
  self->kept = MAX (self->kept, received);
  if (kind == MOEI_DOCUMENT_SERVICE)
    moei_clock_set_at (self->clock, moei_document_get_clock_time (document),
                       moei_document_get_clock_rate (document), received);
  return document;
}

static void
take_all_kept (MoeiReader *self,
               GPtrArray  *kept)
{
  MoeiCollection *documents;

  take_kept (self, kept, SERVICE_HREF, MOEI_DOCUMENT_SERVICE);
  g_set_object (&self->situation, take_kept (self, kept, SITUATION_HREF, MOEI_DOCUMENT_SITUATION));
  if (self->situation == NULL) {
    moei_picture_drop (self->picture);
    return;
  }

  documents = moei_document_get_documents (self->situation);
  for (guint i = 0; i < moei_collection_size (documents); i++) {
    const char *href = moei_reference_get_href (moei_collection_get (documents, i));
    MoeiDocumentKind kind;

    if (moei_apply_kind_of_href (href, &kind))
      take_kept (self, kept, href, kind);
  }
  /* Of what the last run did not live to forget, the next round tells. */
  for (guint i = 0; i < kept->len; i++)
    ensure_entry (self, ((MoeiKept *) kept->pdata[i])->href);
  moei_picture_show (self->picture, TRUE);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  MoeiReader *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) kept = moei_last_good_load_finish (MOEI_LAST_GOOD (object), result, NULL);

  if (kept != NULL && !self->stopped)
    take_all_kept (self, kept);
  g_task_return_boolean (task, TRUE);
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
 */
void
moei_reader_load_finish (MoeiReader   *self,
                         GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
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

  if (self->n_pending > 0 || self->pause_id != 0) {
    self->again = TRUE;
    self->next_target = MAX (self->next_target, revision);
    return;
  }

  self->again = FALSE;
  self->next_target = -1;
  self->target = revision;
  /* Counted as one more until all are asked, as an address may be refused at once. */
  self->n_pending++;
  if (!self->knows_service)
    ask (self, SERVICE_HREF, MOEI_DOCUMENT_SERVICE);
  ask (self, SITUATION_HREF, MOEI_DOCUMENT_SITUATION);
  finish_request (self);
}

/**
 * moei_reader_ask_anew:
 * @self: a reader
 *
 * Begins a round without knowing whether anything changed, the service's
 * identity and clock included.
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
 */
void
moei_reader_confirm (MoeiReader *self)
{
  g_return_if_fail (MOEI_IS_READER (self));

  if (self->n_pending == 0)
    confirm_current (self);
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
  g_hash_table_remove_all (self->entries);
  g_clear_object (&self->situation);
  moei_picture_drop (self->picture);
  self->knows_service = FALSE;
  self->revision = -1;
  self->target = -1;
  self->next_target = -1;
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
  g_return_val_if_fail (MOEI_IS_READER (self), NULL);

  return self->situation != NULL ? moei_document_get_epoch (self->situation) : NULL;
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

/**
 * moei_reader_get_kept:
 * @self: a reader
 *
 * Returns: when the last good picture came, as moei_clock_boot_time() tells;
 *   `G_MININT64` if there was none
 */
gint64
moei_reader_get_kept (MoeiReader *self)
{
  g_return_val_if_fail (MOEI_IS_READER (self), G_MININT64);

  return self->kept;
}
