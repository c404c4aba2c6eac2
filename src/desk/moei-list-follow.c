/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-list-follow.h"

static gboolean
is_at (GListStore *store,
       guint       position,
       gpointer    item)
{
  g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (store), position);

  return other == item;
}

/**
 * moei_list_follow:
 * @store: a list
 * @wanted: (element-type GObject): what it is to hold
 *
 * Makes @store hold just @wanted, and announces only the run that differs, so
 * that a view of it stays where it is.
 *
 * Returns: whether anything differed
 */
gboolean
moei_list_follow (GListStore *store,
                  GPtrArray  *wanted)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0, end = 0;

  while (start < n_old && start < wanted->len && is_at (store, start, wanted->pdata[start]))
    start++;
  while (end < n_old - start && end < wanted->len - start &&
         is_at (store, n_old - 1 - end, wanted->pdata[wanted->len - 1 - end]))
    end++;
  if (start == n_old && start == wanted->len)
    return FALSE;

  g_list_store_splice (store, start, n_old - start - end, wanted->pdata + start, wanted->len - start - end);
  return TRUE;
}
