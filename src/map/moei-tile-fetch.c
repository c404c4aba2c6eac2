/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-tile-fetch.h"

#include <string.h>

#define PIECE         (32 * 1024)
#define MAX_ETAG      256
#define USUAL_AGE     (24 * 60 * 60) /* where the server does not say */
#define SILENCE_S     10

/* One GET in progress, the data of its task. */
typedef struct {
  SoupMessage  *message;
  GCancellable *cancellable;  /* ours: for the caller's, and for the deadline */
  gulong        cancelled_id; /* on the caller's */
  guint         deadline_id;
  GInputStream *body;         /* (nullable) */
  GByteArray   *bytes;
  guint         deadline;
  gboolean      late;
} Fetch;

G_DEFINE_QUARK (moei-tile-fetch-error-quark, moei_tile_fetch_error)

static void
fetch_free (Fetch *self)
{
  g_clear_handle_id (&self->deadline_id, g_source_remove);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->body);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

/* A body that is not closed keeps its connection for ever.  Of one that is not
 * at its end the connection is of no more use: cancelling closes it too. */
static void
finish (GTask    *task,
        gboolean  at_end)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_clear_handle_id (&fetch->deadline_id, g_source_remove);
  if (fetch->message != NULL)
    g_signal_handlers_disconnect_by_data (fetch->message, fetch);
  if (fetch->cancelled_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), fetch->cancelled_id);
  fetch->cancelled_id = 0;
  if (fetch->body == NULL)
    return;
  if (!at_end)
    g_cancellable_cancel (fetch->cancellable);
  g_input_stream_close_async (fetch->body, G_PRIORITY_DEFAULT, fetch->cancellable, NULL, NULL);
  g_clear_object (&fetch->body);
}

/* Takes the task. */
static void G_GNUC_PRINTF (3, 4)
fail (GTask              *task,
      MoeiTileFetchError  code,
      const char         *format,
      ...)
{
  g_autoptr (GTask) owned = task;
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finish (task, FALSE);
  g_task_return_new_error (task, MOEI_TILE_FETCH_ERROR, (int) code, "%s", what);
}

static void
fail_transport (GTask  *task,
                GError *error)
{
  g_autoptr (GError) owned = error;
  Fetch *fetch = g_task_get_task_data (task);

  fail (task, MOEI_TILE_FETCH_ERROR_AWAY, "%s", fetch->late ? "not complete within its deadline" : error->message);
}

static int
get_age (SoupMessageHeaders *headers)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control");
  g_autoptr (GHashTable) directives = soup_header_parse_param_list (control != NULL ? control : "");
  const char *age = g_hash_table_lookup (directives, "max-age");
  guint64 seconds;

  if (g_hash_table_contains (directives, "no-store"))
    return -1;
  if (g_hash_table_contains (directives, "no-cache"))
    return 0;
  if (age != NULL)
    return g_ascii_string_to_unsigned (age, 10, 0, G_MAXUINT64, &seconds, NULL) ? (int) MIN (seconds, MOEI_TILE_FETCH_MAX_AGE) : 0;
  return USUAL_AGE;
}

/* Takes the task. */
static void
succeed (GTask *task)
{
  g_autoptr (GTask) owned = task;
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  const char *etag = soup_message_headers_get_one (headers, "ETag");
  MoeiFetchedTile *fetched = g_new0 (MoeiFetchedTile, 1);

  if (fetch->bytes != NULL)
    fetched->body = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->bytes));
  fetched->etag = etag != NULL && strlen (etag) <= MAX_ETAG ? g_strdup (etag) : NULL;
  fetched->age = get_age (headers);
  finish (task, TRUE);
  g_task_return_pointer (task, fetched, (GDestroyNotify) moei_fetched_tile_free);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);

  if (piece == NULL) {
    fail_transport (task, error);
  } else if (g_bytes_get_size (piece) == 0) {
    succeed (task);
  } else if (fetch->bytes->len + g_bytes_get_size (piece) > MOEI_TILE_FETCH_MAX_SIZE) {
    fail (task, MOEI_TILE_FETCH_ERROR_TOO_LARGE, "more than %d bytes", MOEI_TILE_FETCH_MAX_SIZE);
  } else {
    g_byte_array_append (fetch->bytes, g_bytes_get_data (piece, NULL), (guint) g_bytes_get_size (piece));
    g_input_stream_read_bytes_async (fetch->body, PIECE, G_PRIORITY_DEFAULT, fetch->cancellable, read_cb, task);
  }
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *asked = soup_message_get_request_headers (fetch->message);
  GError *error = NULL;
  guint status;

  fetch->body = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (fetch->body == NULL) {
    fail_transport (task, error);
    return;
  }

  status = soup_message_get_status (fetch->message);
  if (status == SOUP_STATUS_NOT_MODIFIED && soup_message_headers_get_one (asked, "If-None-Match") != NULL) {
    succeed (task);
  } else if (status != SOUP_STATUS_OK) {
    fail (task, MOEI_TILE_FETCH_ERROR_STATUS, "status %u", status);
  } else {
    fetch->bytes = g_byte_array_new ();
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

/* Until there is a connection for it, a request waits for others. */
static void
begin_deadline (Fetch *fetch)
{
  if (fetch->deadline_id == 0 && !fetch->late)
    fetch->deadline_id = g_timeout_add (fetch->deadline, deadline_cb, fetch);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (((Fetch *) user_data)->cancellable);
}

/**
 * moei_tile_session_new:
 *
 * Returns: (transfer full): a session for a tile server, which says who asks,
 *   keeps no cookies and undoes no compression
 */
SoupSession *
moei_tile_session_new (void)
{
  SoupSession *session = soup_session_new_with_options ("timeout", SILENCE_S,
                                                        "idle-timeout", 50,
                                                        "max-conns", 4,
                                                        "max-conns-per-host", 4,
                                                        "user-agent", "Moei/" MOEI_VERSION,
                                                        NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  return session;
}

/**
 * moei_fetched_tile_free:
 * @self: (transfer full): what a tile server answered
 */
void
moei_fetched_tile_free (MoeiFetchedTile *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self);
}

/**
 * moei_tile_fetch_async:
 * @session: a session made by moei_tile_session_new()
 * @address: a tile's address
 * @etag: (nullable): that of the tile we have
 * @deadline: how long it may take once it is its turn, in milliseconds
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gets a tile unless it is still what @etag says.  No redirect is followed.  In
 * the main thread only.
 */
void
moei_tile_fetch_async (SoupSession         *session,
                       const char          *address,
                       const char          *etag,
                       guint                deadline,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;
  Fetch *fetch;

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (address != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, moei_tile_fetch_async);
  fetch = g_new0 (Fetch, 1);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  fetch->message = soup_message_new (SOUP_METHOD_GET, address);
  if (fetch->message == NULL) {
    fail (task, MOEI_TILE_FETCH_ERROR_STATUS, "not an address");
    return;
  }

  /* Only HTTP/1.1 is spoken: main() says so to libsoup. */
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (fetch->message), "Accept", "image/png, image/jpeg");
  if (etag != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (fetch->message), "If-None-Match", etag);

  fetch->cancellable = g_cancellable_new ();
  fetch->deadline = deadline;
  g_signal_connect_swapped (fetch->message, "network-event", G_CALLBACK (begin_deadline), fetch);
  g_signal_connect_swapped (fetch->message, "starting", G_CALLBACK (begin_deadline), fetch);
  if (cancellable != NULL)
    fetch->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), fetch, NULL);
  soup_session_send_async (session, fetch->message, G_PRIORITY_DEFAULT, fetch->cancellable, sent_cb, task);
}

/**
 * moei_tile_fetch_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what came; `NULL` with `MOEI_TILE_FETCH_ERROR` or
 *   `G_IO_ERROR_CANCELLED`
 */
MoeiFetchedTile *
moei_tile_fetch_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, moei_tile_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
