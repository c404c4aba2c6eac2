/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The most that a document may have, as sent and as unpacked, in bytes. */
#define MOEI_FETCH_MAX_SIZE (8 * 1024 * 1024)

/**
 * MoeiFetched:
 * @body: (nullable): the document's bytes; `NULL` if it has not changed
 * @etag: (nullable): what to ask with the next time
 *
 * What a conditional GET brought.
 */
typedef struct {
  GBytes *body;
  char   *etag;
} MoeiFetched;

void         moei_fetched_free  (MoeiFetched          *self);
void         moei_fetch_async   (SoupSession          *session,
                                 GUri                 *uri,
                                 const char           *etag,
                                 guint                 deadline,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
MoeiFetched *moei_fetch_finish  (GAsyncResult         *result,
                                 GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiFetched, moei_fetched_free)

G_END_DECLS
