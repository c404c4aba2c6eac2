/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-sql.h"
#include "service/moei-store.h"

G_BEGIN_DECLS

MoeiStoreView *moei_store_view_begin       (MoeiStore  *store,
                                            sqlite3    *db,
                                            GError    **error);
void           moei_store_take_back_reader (MoeiStore  *self,
                                            sqlite3    *db);

G_END_DECLS
