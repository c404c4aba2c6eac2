/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "wire/moei-document.h"

G_BEGIN_DECLS

/**
 * MoeiReading:
 * @document: (nullable): the document; `NULL` if it has not changed
 * @body: (nullable): its bytes
 * @etag: (nullable): what to ask with the next time
 *
 * What reading a document brought.
 */
typedef struct {
  MoeiDocument *document;
  GBytes       *body;
  char         *etag;
} MoeiReading;

void         moei_reading_free (MoeiReading          *self);
void         moei_read_async   (SoupSession          *session,
                                GUri                 *uri,
                                MoeiDocumentKind      kind,
                                const char           *etag,
                                guint                 deadline,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
MoeiReading *moei_read_finish  (GAsyncResult         *result,
                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiReading, moei_reading_free)

G_END_DECLS
