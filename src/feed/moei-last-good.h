/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most documents that are kept for one service. */
#define MOEI_LAST_GOOD_MAX_DOCUMENTS 128

/**
 * MoeiKept:
 * @href: the document's address, relative to the service
 * @etag: (nullable): what to ask with
 * @received: when it came, in microseconds of wall time
 * @body: its bytes
 *
 * A document of the last good picture.
 */
typedef struct {
  char   *href;
  char   *etag;
  gint64  received;
  GBytes *body;
} MoeiKept;

#define MOEI_TYPE_LAST_GOOD (moei_last_good_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLastGood, moei_last_good, MOEI, LAST_GOOD, GObject)

void          moei_kept_free               (MoeiKept             *self);

MoeiLastGood *moei_last_good_new           (const char           *folder,
                                            const char           *service);
void          moei_last_good_load_async    (MoeiLastGood         *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray    *moei_last_good_load_finish   (MoeiLastGood         *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void          moei_last_good_save_async    (MoeiLastGood         *self,
                                            const char           *href,
                                            const char           *etag,
                                            GBytes               *body,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      moei_last_good_save_finish   (MoeiLastGood         *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void          moei_last_good_forget_async  (MoeiLastGood         *self,
                                            const char           *href,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      moei_last_good_forget_finish (MoeiLastGood         *self,
                                            GAsyncResult         *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiKept, moei_kept_free)

G_END_DECLS
