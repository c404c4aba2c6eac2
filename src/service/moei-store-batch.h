/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-shelf.h"

G_BEGIN_DECLS

/**
 * MoeiStoreBatch:
 *
 * Changes that are kept together or not at all.
 */
typedef struct _MoeiStoreBatch MoeiStoreBatch;

/**
 * MoeiStoreChange:
 * @shelf: where
 * @id: what
 * @day: its civil day on a dated shelf, else `MOEI_DAY_UNKNOWN`
 * @body: (nullable): what it shall be, as JSON; `NULL` takes it away
 *
 * One change of a batch.
 */
typedef struct {
  MoeiShelf  shelf;
  char      *id;
  guint      day;
  char      *body;
} MoeiStoreChange;

MoeiStoreBatch        *moei_store_batch_new          (const char           *actor,
                                                      gint64                instant);
MoeiStoreBatch        *moei_store_batch_ref          (MoeiStoreBatch       *self);
void                   moei_store_batch_unref        (MoeiStoreBatch       *self);
void                   moei_store_batch_put          (MoeiStoreBatch       *self,
                                                      MoeiShelf             shelf,
                                                      const char           *id,
                                                      guint                 day,
                                                      const char           *body);
void                   moei_store_batch_delete       (MoeiStoreBatch       *self,
                                                      MoeiShelf             shelf,
                                                      const char           *id);
void                   moei_store_batch_set_restarts (MoeiStoreBatch       *self,
                                                      gboolean              restarts);
gboolean               moei_store_batch_get_restarts (const MoeiStoreBatch *self);
const char            *moei_store_batch_get_actor    (const MoeiStoreBatch *self);
gint64                 moei_store_batch_get_instant  (const MoeiStoreBatch *self);
guint                  moei_store_batch_get_size     (const MoeiStoreBatch *self);
const MoeiStoreChange *moei_store_batch_get_change   (const MoeiStoreBatch *self,
                                                      guint                 position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStoreBatch, moei_store_batch_unref)

G_END_DECLS
