/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-shelving.h"
#include "service/moei-transfer.h"

/**
 * moei_transfer_is_empty:
 * @view: a view of a store
 * @empty: (out): whether nothing is on its shelves
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
moei_transfer_is_empty (MoeiStoreView  *view,
                        gboolean       *empty,
                        GError        **error)
{
  *empty = TRUE;
  for (guint shelf = 0; shelf < MOEI_N_SHELVES && *empty; shelf++) {
    g_autoptr (GPtrArray) items = NULL;

    items = moei_store_view_list_items (view, shelf, MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN, error);
    if (items == NULL)
      return FALSE;
    *empty = items->len == 0;
  }
  return TRUE;
}

/* What is in the store and not in the bundle goes. */
static gboolean
delete_others (MoeiStoreBatch  *batch,
               MoeiStoreView   *view,
               MoeiShelf        shelf,
               MoeiCollection  *kept,
               GError         **error)
{
  g_autoptr (GPtrArray) items = NULL;

  items = moei_store_view_list_items (view, shelf, MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN, error);
  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++) {
    const MoeiStoreItem *item = items->pdata[i];

    if (moei_collection_lookup (kept, item->id) == NULL)
      moei_store_batch_delete (batch, shelf, item->id);
  }
  return TRUE;
}

/**
 * moei_transfer_import:
 * @view: a view of the store as it is
 * @bundle: what it shall be; its entities lose their revisions
 * @actor: the post that imports
 * @instant: when, on the service's clock
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the changes that make a store hold an
 *   operation and nothing else
 */
MoeiStoreBatch *
moei_transfer_import (MoeiStoreView  *view,
                      MoeiBundle     *bundle,
                      const char     *actor,
                      gint64          instant,
                      GError        **error)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new (actor, instant);

  moei_store_batch_put_operation (batch, moei_bundle_get_document (bundle, MOEI_DOCUMENT_OPERATION));

  for (guint shelf = 0; shelf < MOEI_N_SHELVES; shelf++) {
    MoeiCollection *entities = moei_bundle_get_shelf (bundle, shelf);

    if (entities == NULL)
      continue;

    if (!delete_others (batch, view, shelf, entities, error))
      return NULL;
    for (guint i = 0; i < moei_collection_size (entities); i++)
      moei_store_batch_put_entity (batch, moei_collection_get (entities, i));
  }
  return g_steal_pointer (&batch);
}

static gboolean
export_operation (MoeiStoreView  *view,
                  MoeiBundle     *bundle,
                  GError        **error)
{
  g_autoptr (MoeiDocument) operation = moei_store_view_load_operation (view, error);

  if (operation == NULL)
    return FALSE;

  moei_entity_assign (MOEI_ENTITY (moei_bundle_get_document (bundle, MOEI_DOCUMENT_OPERATION)),
                      MOEI_ENTITY (operation));
  return TRUE;
}

/**
 * moei_transfer_export:
 * @view: a view of a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the operation that is in it
 */
MoeiBundle *
moei_transfer_export (MoeiStoreView  *view,
                      GError        **error)
{
  g_autoptr (MoeiBundle) bundle = moei_bundle_new ();

  if (!export_operation (view, bundle, error))
    return NULL;

  for (guint shelf = 0; shelf < MOEI_N_SHELVES; shelf++) {
    MoeiCollection *entities = moei_bundle_get_shelf (bundle, shelf);

    if (entities != NULL &&
        !moei_store_view_load (view, shelf, MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN, entities, error))
      return NULL;
  }
  return g_steal_pointer (&bundle);
}
