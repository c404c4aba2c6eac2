/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "service/moei-sql.h"
#include "service/moei-store-audit.h"
#include "service/moei-store-batch.h"

G_BEGIN_DECLS

/* How many are kept; the audit keeps all. */
#define MOEI_STORE_CHANGES_MAX 500

/**
 * MoeiStoreChanges:
 *
 * The last changes that an officer would call such, made of the audit's entries
 * as they are written, so that nobody has to go through the audit again.
 */
typedef struct _MoeiStoreChanges MoeiStoreChanges;

MoeiStoreChanges *moei_store_changes_begin  (sqlite3                    *db,
                                             const MoeiStoreBatch       *batch,
                                             GError                    **error);
void              moei_store_changes_free   (MoeiStoreChanges           *self);
gboolean          moei_store_changes_append (MoeiStoreChanges           *self,
                                             const MoeiStoreChange      *change,
                                             const MoeiStoreAuditEntry  *entry,
                                             const char                 *body,
                                             GError                    **error);
gboolean          moei_store_changes_end    (MoeiStoreChanges           *self,
                                             gboolean                   *changed,
                                             GError                    **error);
gboolean          moei_store_changes_load   (sqlite3                    *db,
                                             MoeiCollection             *collection,
                                             GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStoreChanges, moei_store_changes_free)

G_END_DECLS
