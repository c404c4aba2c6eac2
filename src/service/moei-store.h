/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "service/moei-store-batch.h"
#include "service/moei-store-error.h"

G_BEGIN_DECLS

#define MOEI_TYPE_STORE (moei_store_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStore, moei_store, MOEI, STORE, GObject)

/**
 * MoeiStoreView:
 *
 * The store as it is at one revision, whatever is written meanwhile.
 */
typedef struct _MoeiStoreView MoeiStoreView;

MoeiStore     *moei_store_open         (const char           *path,
                                        GError              **error);
MoeiStore     *moei_store_open_to_read (const char           *path,
                                        GError              **error);
void           moei_store_close        (MoeiStore            *self);
const char    *moei_store_get_epoch    (MoeiStore            *self);
MoeiStoreView *moei_store_read         (MoeiStore            *self,
                                        GError              **error);
gint64         moei_store_write        (MoeiStore            *self,
                                        MoeiStoreBatch       *batch,
                                        GError              **error);
void           moei_store_write_async  (MoeiStore            *self,
                                        MoeiStoreBatch       *batch,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gint64         moei_store_write_finish (MoeiStore            *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
