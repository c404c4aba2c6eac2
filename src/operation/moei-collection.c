/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"

/**
 * MoeiCollection:
 *
 * A list model of entities with unique ids, updated in place.
 *
 * Merging keeps every object whose id stays, so that selections and bindings
 * survive; only entities that came, went or moved are announced by
 * `items-changed`, and only fields that differ are notified.
 */
struct _MoeiCollection {
  GObject parent_instance;

  GType       item_type;
  GPtrArray  *items;
  GHashTable *by_id; /* id → entity, borrowed from items; NULL until something is looked up */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
moei_collection_get_item_type (GListModel *model)
{
  return MOEI_COLLECTION (model)->item_type;
}

static guint
moei_collection_get_n_items (GListModel *model)
{
  return MOEI_COLLECTION (model)->items->len;
}

static gpointer
moei_collection_get_item (GListModel *model,
                          guint       position)
{
  MoeiCollection *self = MOEI_COLLECTION (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = moei_collection_get_item_type;
  iface->get_n_items = moei_collection_get_n_items;
  iface->get_item = moei_collection_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiCollection, moei_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
moei_collection_finalize (GObject *object)
{
  MoeiCollection *self = MOEI_COLLECTION (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (moei_collection_parent_class)->finalize (object);
}

static void
moei_collection_class_init (MoeiCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_collection_finalize;

  /**
   * MoeiCollection::changed:
   * @self: a collection
   *
   * Emitted once after a merge that changed anything: entities that came or
   * went, a field, or something in a collection below.  For whoever sums up
   * the whole; whoever shows one entity listens to that entity.
   */
  signals[CHANGED] = g_signal_new ("changed", MOEI_TYPE_COLLECTION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
moei_collection_init (MoeiCollection *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Most collections of a document are small or empty, and nobody looks into them. */
static MoeiEntity *
find (MoeiCollection *self,
      const char     *id)
{
  if (self->items->len == 0)
    return NULL;

  if (self->by_id == NULL) {
    self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < self->items->len; i++)
      g_hash_table_insert (self->by_id, (char *) moei_entity_get_id (self->items->pdata[i]), self->items->pdata[i]);
  }
  return g_hash_table_lookup (self->by_id, id);
}

/* Puts @items in place of the present ones and announces the run that differs. */
static gboolean
take_items (MoeiCollection *self,
            GPtrArray      *items)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint start = 0, end = 0;

  while (start < old->len && start < items->len && old->pdata[start] == items->pdata[start])
    start++;
  while (end < old->len - start && end < items->len - start &&
         old->pdata[old->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;

  self->items = items;
  if (start == old->len && start == items->len)
    return FALSE;

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), start,
                              old->len - start - end, items->len - start - end);
  return TRUE;
}

/**
 * moei_collection_new:
 * @item_type: a class of entities
 *
 * Returns: (transfer full): an empty collection
 */
MoeiCollection *
moei_collection_new (GType item_type)
{
  MoeiCollection *self;

  g_return_val_if_fail (g_type_is_a (item_type, MOEI_TYPE_ENTITY), NULL);

  self = g_object_new (MOEI_TYPE_COLLECTION, NULL);
  self->item_type = item_type;
  return self;
}

/**
 * moei_collection_size:
 * @self: a collection
 *
 * Returns: how many entities it has
 */
guint
moei_collection_size (MoeiCollection *self)
{
  g_return_val_if_fail (MOEI_IS_COLLECTION (self), 0);

  return self->items->len;
}

/**
 * moei_collection_get:
 * @self: a collection
 * @position: from 0 to its size less one
 *
 * Returns: (transfer none) (type MoeiEntity): the entity there
 */
gpointer
moei_collection_get (MoeiCollection *self,
                     guint           position)
{
  g_return_val_if_fail (MOEI_IS_COLLECTION (self), NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  return self->items->pdata[position];
}

/**
 * moei_collection_lookup:
 * @self: a collection
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable) (type MoeiEntity): the entity of that id
 */
gpointer
moei_collection_lookup (MoeiCollection *self,
                        const char     *id)
{
  g_return_val_if_fail (MOEI_IS_COLLECTION (self), NULL);

  return id != NULL ? find (self, id) : NULL;
}

/**
 * moei_collection_append:
 * @self: a collection
 * @entity: (transfer full) (type MoeiEntity): an entity whose id is not in it yet
 */
void
moei_collection_append (MoeiCollection *self,
                        gpointer        entity)
{
  const char *id;

  g_return_if_fail (MOEI_IS_COLLECTION (self));
  g_return_if_fail (g_type_is_a (G_OBJECT_TYPE (entity), self->item_type));

  id = moei_entity_get_id (entity);
  g_return_if_fail (id != NULL && find (self, id) == NULL);

  g_ptr_array_add (self->items, entity);
  if (self->by_id != NULL)
    g_hash_table_insert (self->by_id, (char *) id, entity);
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
}

/**
 * moei_collection_merge:
 * @self: a collection
 * @fresh: what it shall hold, in that order
 *
 * Makes @self hold what @fresh holds.  An entity whose id @self has already
 * stays and takes over the fresh fields; copies of the others are added, and
 * those that @fresh has not are removed.  Nothing is shared, so that the
 * next merge does not change what @fresh says.
 *
 * Returns: whether anything changed
 */
gboolean
moei_collection_merge (MoeiCollection *self,
                       MoeiCollection *fresh)
{
  GPtrArray *items;
  gboolean changed = FALSE;

  g_return_val_if_fail (MOEI_IS_COLLECTION (self), FALSE);
  g_return_val_if_fail (MOEI_IS_COLLECTION (fresh) && fresh != self, FALSE);
  g_return_val_if_fail (fresh->item_type == self->item_type, FALSE);

  items = g_ptr_array_new_full (fresh->items->len, g_object_unref);
  for (guint i = 0; i < fresh->items->len; i++) {
    MoeiEntity *theirs = fresh->items->pdata[i];
    MoeiEntity *own = find (self, moei_entity_get_id (theirs));

    if (own != NULL)
      changed |= moei_entity_assign (own, theirs);
    g_ptr_array_add (items, own != NULL ? g_object_ref (own) : moei_entity_copy (theirs));
  }

  changed |= take_items (self, items);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
  return changed;
}

/**
 * moei_collection_replace: (skip)
 * @self: a collection
 * @entities: (element-type MoeiEntity): entities, each of another id
 *
 * Makes @self hold these very entities, not copies, in that order.  It does
 * not emit #MoeiCollection::changed: see moei_collection_announce().
 *
 * Returns: whether it did not hold just these before
 */
gboolean
moei_collection_replace (MoeiCollection *self,
                         GPtrArray      *entities)
{
  GPtrArray *items;

  g_return_val_if_fail (MOEI_IS_COLLECTION (self), FALSE);

  items = g_ptr_array_new_full (entities->len, g_object_unref);
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (items, g_object_ref (entities->pdata[i]));
  return take_items (self, items);
}

/**
 * moei_collection_announce: (skip)
 * @self: a collection
 *
 * Emits #MoeiCollection::changed, for whoever changed it in several steps.
 */
void
moei_collection_announce (MoeiCollection *self)
{
  g_return_if_fail (MOEI_IS_COLLECTION (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * moei_collection_clear:
 * @self: a collection
 *
 * Removes all entities.
 */
void
moei_collection_clear (MoeiCollection *self)
{
  g_return_if_fail (MOEI_IS_COLLECTION (self));

  if (take_items (self, g_ptr_array_new_with_free_func (g_object_unref)))
    g_signal_emit (self, signals[CHANGED], 0);
}
