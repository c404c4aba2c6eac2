/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"
#include "feed/moei-gunzip.h"

#define PIECE    (32 * 1024)
#define MAX_ETAG 256

static const char * const document_types[] = { "application/json", "application/geo+json", NULL };

/* One GET in progress, the data of its task. */
typedef struct {
  SoupMessage  *message;
  GCancellable *cancellable;  /* ours: for the caller's, and for the deadline */
  gulong        cancelled_id; /* on the caller's */
  guint         deadline_id;
  GInputStream *body;         /* (nullable) */
  GByteArray   *coded;
  gboolean      late;
} Fetch;

static void
fetch_free (Fetch *self)
{
  g_assert (self->body == NULL);

  g_clear_handle_id (&self->deadline_id, g_source_remove);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->coded, g_byte_array_unref);
  g_free (self);
}

/**
 * moei_fetched_free:
 * @self: (transfer full): what a GET brought
 */
void
moei_fetched_free (MoeiFetched *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self);
}

/* A body that is not closed keeps its connection for ever.  Of one that is not
 * at its end the connection is of no more use: cancelling closes it too. */
static void
close_body (Fetch    *fetch,
            gboolean  at_end)
{
  if (fetch->body == NULL)
    return;

  if (!at_end)
    g_cancellable_cancel (fetch->cancellable);
  g_input_stream_close_async (fetch->body, G_PRIORITY_DEFAULT, fetch->cancellable, NULL, NULL);
  g_clear_object (&fetch->body);
}

static void
finish (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_clear_handle_id (&fetch->deadline_id, g_source_remove);
  if (fetch->cancelled_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), fetch->cancelled_id);
  fetch->cancelled_id = 0;
}

/* Takes the task and the error. */
static void
fail (GTask  *task,
      GError *error)
{
  g_autoptr (GTask) owned = task;
  Fetch *fetch = g_task_get_task_data (task);

  close_body (fetch, FALSE);
  finish (task);
  moei_feed_error_set_host (error, g_uri_get_host (soup_message_get_uri (fetch->message)));
  g_task_return_error (task, error);
}

static void
fail_transport (GTask  *task,
                GError *error)
{
  g_autoptr (GError) owned = error;
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->late)
    fail (task, moei_feed_error_new (MOEI_FEED_ERROR_TIMED_OUT, NULL, "not complete within its deadline"));
  else
    fail (task, moei_exchange_failure (fetch->message, error));
}

/* The sha-256 member of a Repr-Digest header (RFC 9530), in base64. */
static char *
get_digest (SoupMessage *message)
{
  const char *header = soup_message_headers_get_list (soup_message_get_response_headers (message), "Repr-Digest");
  g_auto (GStrv) members = g_strsplit (header != NULL ? header : "", ",", 16);

  for (guint i = 0; members[i] != NULL; i++) {
    char *value = g_strstrip (members[i]);
    char *end;

    if (!g_str_has_prefix (value, "sha-256=:"))
      continue;
    value += strlen ("sha-256=:");
    end = strchr (value, ':');
    if (end != NULL)
      return g_strndup (value, (gsize) (end - value));
  }

  return NULL;
}

static gboolean
check_digest (SoupMessage  *message,
              GBytes       *coded,
              GError      **error)
{
  g_autofree char *said = get_digest (message);
  g_autofree char *is = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest, size;
  const guint8 *bytes = g_bytes_get_data (coded, &size);

  g_checksum_update (checksum, bytes, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  is = g_base64_encode (digest, length);

  if (g_strcmp0 (said, is) == 0)
    return TRUE;

  g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_DIGEST, NULL,
                                                 "%" G_GSIZE_FORMAT " bytes of sha-256 %s, not %s",
                                                 size, is, said != NULL ? said : "(none given)"));
  return FALSE;
}

static GBytes *
decode (SoupMessage  *message,
        GBytes       *coded,
        GError      **error)
{
  const char *coding = soup_message_headers_get_list (soup_message_get_response_headers (message), "Content-Encoding");

  if (coding == NULL || g_ascii_strcasecmp (coding, "identity") == 0)
    return g_bytes_ref (coded);
  if (g_ascii_strcasecmp (coding, "gzip") == 0 || g_ascii_strcasecmp (coding, "x-gzip") == 0)
    return moei_gunzip (coded, MOEI_FETCH_MAX_SIZE, error);

  g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_CODING, NULL, "content coding “%s”", coding));
  return NULL;
}

static char *
dup_etag (SoupMessage *message)
{
  const char *etag = soup_message_headers_get_one (soup_message_get_response_headers (message), "ETag");

  return etag != NULL && strlen (etag) <= MAX_ETAG ? g_strdup (etag) : NULL;
}

static void
succeed (GTask  *task,
         GBytes *body)
{
  g_autoptr (GTask) owned = task;
  Fetch *fetch = g_task_get_task_data (task);
  MoeiFetched *fetched = g_new0 (MoeiFetched, 1);

  fetched->body = body != NULL ? g_bytes_ref (body) : NULL;
  fetched->etag = dup_etag (fetch->message);
  close_body (fetch, TRUE);
  finish (task);
  g_task_return_pointer (task, fetched, (GDestroyNotify) moei_fetched_free);
}

static void
judge_body (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GBytes) coded = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->coded));
  g_autoptr (GBytes) body = NULL;
  GError *error = NULL;

  if (!check_digest (fetch->message, coded, &error) ||
      (body = decode (fetch->message, coded, &error)) == NULL) {
    fail (task, error);
    return;
  }

  succeed (task, body);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GBytes) piece = NULL;
  GError *error = NULL;
  gsize size;
  const guint8 *bytes;

  piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  if (piece == NULL) {
    fail_transport (task, error);
    return;
  }

  bytes = g_bytes_get_data (piece, &size);
  if (size == 0) {
    judge_body (task);
    return;
  }
  if (fetch->coded->len + size > MOEI_FETCH_MAX_SIZE) {
    fail (task, moei_feed_error_new (MOEI_FEED_ERROR_TOO_LARGE, NULL, "more than %d bytes", MOEI_FETCH_MAX_SIZE));
    return;
  }

  g_byte_array_append (fetch->coded, bytes, size);
  g_input_stream_read_bytes_async (fetch->body, PIECE, G_PRIORITY_DEFAULT, fetch->cancellable, read_cb, task);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->body = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (fetch->body == NULL) {
    fail_transport (task, error);
    return;
  }

  if (!moei_exchange_check (fetch->message, document_types, &error)) {
    fail (task, error);
  } else if (soup_message_get_status (fetch->message) == SOUP_STATUS_NOT_MODIFIED) {
    succeed (task, NULL);
  } else {
    fetch->coded = g_byte_array_new ();
    g_input_stream_read_bytes_async (fetch->body, PIECE, G_PRIORITY_DEFAULT, fetch->cancellable, read_cb, task);
  }
}

static gboolean
deadline_cb (gpointer user_data)
{
  Fetch *fetch = user_data;

  fetch->deadline_id = 0;
  fetch->late = TRUE;
  g_cancellable_cancel (fetch->cancellable);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Fetch *fetch = user_data;

  g_cancellable_cancel (fetch->cancellable);
}

/**
 * moei_fetch_async:
 * @session: a session made by moei_exchange_session_new()
 * @uri: a document's address, accepted by moei_address_resolve()
 * @etag: (nullable): that of the document we have
 * @deadline: how long it may take from start to end, in milliseconds
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gets a document unless it is still what @etag says.  In the main thread only.
 */
void
moei_fetch_async (SoupSession         *session,
                  GUri                *uri,
                  const char          *etag,
                  guint                deadline,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  SoupMessageHeaders *headers;
  Fetch *fetch;

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (uri != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, moei_fetch_async);
  fetch = g_new0 (Fetch, 1);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  fetch->message = moei_exchange_message_new (uri, "application/json, application/geo+json");
  headers = soup_message_get_request_headers (fetch->message);
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  if (etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", etag);

  fetch->cancellable = g_cancellable_new ();
  fetch->deadline_id = g_timeout_add (deadline, deadline_cb, fetch);
  if (cancellable != NULL)
    fetch->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), fetch, NULL);

  soup_session_send_async (session, fetch->message, G_PRIORITY_DEFAULT, fetch->cancellable,
                           sent_cb, g_steal_pointer (&task));
}

/**
 * moei_fetch_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what came; `NULL` with an error of the feed, or
 *   `G_IO_ERROR_CANCELLED`
 */
MoeiFetched *
moei_fetch_finish (GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, moei_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
