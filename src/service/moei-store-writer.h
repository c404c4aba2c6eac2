/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-sql.h"
#include "service/moei-store-batch.h"

G_BEGIN_DECLS

gboolean moei_store_writer_apply       (sqlite3               *db,
                                        const MoeiStoreBatch  *batch,
                                        gint64                 known,
                                        gint64                *revision,
                                        GStrv                 *hrefs,
                                        GError               **error);
gboolean moei_store_writer_renew_epoch (sqlite3               *db,
                                        GError               **error);

G_END_DECLS
