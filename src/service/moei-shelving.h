/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "service/moei-store-batch.h"
#include "service/moei-store-view.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

/* How the entities of the operation are put on the store's shelves and taken
 * from them again. */

GType         moei_shelf_get_item_type       (MoeiShelf         shelf);
guint         moei_shelf_get_day_of          (MoeiEntity       *entity);

void          moei_store_batch_put_entity    (MoeiStoreBatch   *self,
                                              MoeiEntity       *entity);
void          moei_store_batch_put_operation (MoeiStoreBatch   *self,
                                              MoeiDocument     *operation);
gboolean      moei_store_view_load           (MoeiStoreView    *self,
                                              MoeiShelf         shelf,
                                              guint             first_day,
                                              guint             last_day,
                                              MoeiCollection   *collection,
                                              GError          **error);
MoeiDocument *moei_store_view_load_operation (MoeiStoreView    *self,
                                              GError          **error);

G_END_DECLS
