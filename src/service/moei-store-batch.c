/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "service/moei-store-batch.h"

struct _MoeiStoreBatch {
  gatomicrefcount  refs;
  char            *actor;
  gint64           instant;
  gboolean         restarts;
  GPtrArray       *changes; /* of MoeiStoreChange */
};

static void
change_free (gpointer data)
{
  MoeiStoreChange *change = data;

  g_free (change->id);
  g_free (change->body);
  g_free (change);
}

static void
add (MoeiStoreBatch *self,
     MoeiShelf       shelf,
     const char     *id,
     guint           day,
     const char     *body)
{
  MoeiStoreChange *change = g_new0 (MoeiStoreChange, 1);

  change->shelf = shelf;
  change->id = g_strdup (id);
  change->day = day;
  change->body = g_strdup (body);
  g_ptr_array_add (self->changes, change);
}

/**
 * moei_store_batch_new:
 * @actor: the post that makes the changes, never a person
 * @instant: when, on the service's clock; `MOEI_INSTANT_UNKNOWN` for the machine's now
 *
 * Returns: (transfer full): a batch without changes
 */
MoeiStoreBatch *
moei_store_batch_new (const char *actor,
                      gint64      instant)
{
  MoeiStoreBatch *self;

  g_return_val_if_fail (actor != NULL, NULL);

  self = g_new0 (MoeiStoreBatch, 1);
  g_atomic_ref_count_init (&self->refs);
  self->actor = g_strdup (actor);
  self->instant = instant != MOEI_INSTANT_UNKNOWN ? instant : g_get_real_time ();
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

/**
 * moei_store_batch_ref:
 * @self: a batch
 *
 * Returns: (transfer full): @self
 */
MoeiStoreBatch *
moei_store_batch_ref (MoeiStoreBatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * moei_store_batch_unref:
 * @self: (transfer full): a batch
 */
void
moei_store_batch_unref (MoeiStoreBatch *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->actor);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * moei_store_batch_put:
 * @self: a batch that is not being written yet
 * @shelf: where
 * @id: its identity on that shelf
 * @day: its civil day on a dated shelf; elsewhere it is not looked at
 * @body: what it shall be, as JSON
 *
 * Adds or replaces an item.  One that is so already is left alone.
 */
void
moei_store_batch_put (MoeiStoreBatch *self,
                      MoeiShelf       shelf,
                      const char     *id,
                      guint           day,
                      const char     *body)
{
  g_return_if_fail (self != NULL && id != NULL && body != NULL);

  add (self, shelf, id, moei_shelf_is_dated (shelf) ? day : MOEI_DAY_UNKNOWN, body);
}

/**
 * moei_store_batch_delete:
 * @self: a batch that is not being written yet
 * @shelf: where
 * @id: its identity on that shelf
 *
 * Takes an item away, if it is there.
 */
void
moei_store_batch_delete (MoeiStoreBatch *self,
                         MoeiShelf       shelf,
                         const char     *id)
{
  g_return_if_fail (self != NULL && id != NULL);

  add (self, shelf, id, MOEI_DAY_UNKNOWN, NULL);
}

/**
 * moei_store_batch_set_restarts:
 * @self: a batch that is not being written yet
 * @restarts: whether its instant is not after all that was written before
 *
 * Says that the store begins anew with it, so that what it changes is no news and
 * earlier changes are not told any more.  The audit keeps them.
 */
void
moei_store_batch_set_restarts (MoeiStoreBatch *self,
                               gboolean        restarts)
{
  g_return_if_fail (self != NULL);

  self->restarts = restarts;
}

/**
 * moei_store_batch_get_restarts:
 * @self: a batch
 *
 * Returns: whether the store begins anew with it
 */
gboolean
moei_store_batch_get_restarts (const MoeiStoreBatch *self)
{
  return self->restarts;
}

/**
 * moei_store_batch_get_actor:
 * @self: a batch
 *
 * Returns: the post that makes the changes
 */
const char *
moei_store_batch_get_actor (const MoeiStoreBatch *self)
{
  return self->actor;
}

/**
 * moei_store_batch_get_instant:
 * @self: a batch
 *
 * Returns: when the changes are made, on the service's clock
 */
gint64
moei_store_batch_get_instant (const MoeiStoreBatch *self)
{
  return self->instant;
}

/**
 * moei_store_batch_get_size:
 * @self: a batch
 *
 * Returns: how many changes it has
 */
guint
moei_store_batch_get_size (const MoeiStoreBatch *self)
{
  return self->changes->len;
}

/**
 * moei_store_batch_get_change:
 * @self: a batch
 * @position: from 0 to its size less one
 *
 * Returns: (transfer none): the change there
 */
const MoeiStoreChange *
moei_store_batch_get_change (const MoeiStoreBatch *self,
                             guint                 position)
{
  g_return_val_if_fail (position < self->changes->len, NULL);

  return self->changes->pdata[position];
}
