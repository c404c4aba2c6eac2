/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-decode.h"

typedef struct {
  MoeiDocumentKind  kind;
  GBytes           *bytes;
} Decoding;

static void
decoding_free (Decoding *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
decode_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Decoding *decoding = task_data;
  GError *error = NULL;
  MoeiDocument *document = moei_document_decode (decoding->kind, decoding->bytes, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * moei_decode_async:
 * @kind: which document it should be
 * @bytes: its bytes
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Decodes a document beside the main thread, which a large one would hold up.
 */
void
moei_decode_async (MoeiDocumentKind     kind,
                   GBytes              *bytes,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Decoding *decoding = g_new0 (Decoding, 1);

  decoding->kind = kind;
  decoding->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, moei_decode_async);
  g_task_set_task_data (task, decoding, (GDestroyNotify) decoding_free);
  g_task_run_in_thread (task, decode_thread);
}

/**
 * moei_decode_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the document; `NULL` with an error of the wire, or
 *   `G_IO_ERROR_CANCELLED`
 */
MoeiDocument *
moei_decode_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, moei_decode_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
