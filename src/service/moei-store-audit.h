/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-sql.h"

G_BEGIN_DECLS

/**
 * MoeiStoreAudit:
 *
 * Who changed what, when: rows that are only ever added, each sealed with a
 * hash over itself and the one before.
 */
typedef struct _MoeiStoreAudit MoeiStoreAudit;

/**
 * MoeiStoreAuditEntry:
 * @revision: the store's revision with the change
 * @actor: the post that made it
 * @action: put, delete or renew
 * @target: shelf and id
 * @before: (nullable): what differed before, as JSON
 * @after: (nullable): what differs now, as JSON
 *
 * One change.
 */
typedef struct {
  gint64      revision;
  const char *actor;
  const char *action;
  const char *target;
  const char *before;
  const char *after;
} MoeiStoreAuditEntry;

MoeiStoreAudit *moei_store_audit_begin  (sqlite3                    *db,
                                         GError                    **error);
void            moei_store_audit_free   (MoeiStoreAudit             *self);
gboolean        moei_store_audit_append (MoeiStoreAudit             *self,
                                         const MoeiStoreAuditEntry  *entry,
                                         GError                    **error);
gboolean        moei_store_audit_verify (sqlite3                    *db,
                                         gint64                     *n_rows,
                                         GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStoreAudit, moei_store_audit_free)

G_END_DECLS
