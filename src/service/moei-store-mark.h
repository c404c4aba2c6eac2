/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-store-error.h"

G_BEGIN_DECLS

/**
 * MoeiStoreMark:
 *
 * How far a store has come, kept beside it, and the lock that lets one
 * service at a time have it.
 */
typedef struct _MoeiStoreMark MoeiStoreMark;

MoeiStoreMark *moei_store_mark_open (const char           *store_path,
                                     GError              **error);
void           moei_store_mark_free (MoeiStoreMark        *self);
gboolean       moei_store_mark_fits (const MoeiStoreMark  *self,
                                     const char           *epoch,
                                     gint64                revision);
void           moei_store_mark_set  (MoeiStoreMark        *self,
                                     const char           *epoch,
                                     gint64                revision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStoreMark, moei_store_mark_free)

G_END_DECLS
