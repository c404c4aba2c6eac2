/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-reading.h"

#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"

/* What is wanted, the data of a reading's task. */
typedef struct {
  GUri             *uri;
  MoeiDocumentKind  kind;
  MoeiFetched      *fetched; /* (nullable) while it is decoded */
} Wish;

static void
wish_free (Wish *self)
{
  g_uri_unref (self->uri);
  g_clear_pointer (&self->fetched, moei_fetched_free);
  g_free (self);
}

/**
 * moei_reading_free:
 * @self: (transfer full): what reading brought
 */
void
moei_reading_free (MoeiReading *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self);
}

/* Takes what was fetched, and the document. */
static MoeiReading *
reading_new (MoeiFetched  *fetched,
             MoeiDocument *document)
{
  g_autoptr (MoeiFetched) owned = fetched;
  MoeiReading *self = g_new0 (MoeiReading, 1);

  self->document = document;
  self->body = g_steal_pointer (&owned->body);
  self->etag = g_steal_pointer (&owned->etag);
  return self;
}

static void
decode_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Wish *wish = task_data;
  g_autoptr (GError) error = NULL;
  MoeiDocument *document = moei_document_decode (wish->kind, wish->fetched->body, &error);

  if (document != NULL) {
    g_task_return_pointer (task, reading_new (g_steal_pointer (&wish->fetched), document),
                           (GDestroyNotify) moei_reading_free);
  } else {
    GError *malformed = moei_feed_error_new (MOEI_FEED_ERROR_MALFORMED, error->message, "%s", error->message);

    moei_feed_error_set_host (malformed, g_uri_get_host (wish->uri));
    g_task_return_error (task, malformed);
  }
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;

  wish->fetched = moei_fetch_finish (result, &error);
  if (wish->fetched == NULL)
    g_task_return_error (task, error);
  else if (wish->fetched->body == NULL)
    g_task_return_pointer (task, reading_new (g_steal_pointer (&wish->fetched), NULL),
                           (GDestroyNotify) moei_reading_free);
  else
    g_task_run_in_thread (task, decode_thread);
}

/**
 * moei_read_async:
 * @session: a session made by moei_exchange_session_new()
 * @uri: the document's address, accepted by moei_address_resolve()
 * @kind: which document it should be
 * @etag: (nullable): that of the document we have
 * @deadline: how long fetching it may take, in milliseconds
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fetches a document unless it is still what @etag says, and decodes it, which
 * is done beside the main thread as a large one would hold that up.
 */
void
moei_read_async (SoupSession         *session,
                 GUri                *uri,
                 MoeiDocumentKind     kind,
                 const char          *etag,
                 guint                deadline,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  wish->uri = g_uri_ref (uri);
  wish->kind = kind;
  g_task_set_source_tag (task, moei_read_async);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  moei_fetch_async (session, uri, etag, deadline, cancellable, fetched_cb, task);
}

/**
 * moei_read_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what came; `NULL` with an error of the feed, or
 *   `G_IO_ERROR_CANCELLED`
 */
MoeiReading *
moei_read_finish (GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, moei_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
