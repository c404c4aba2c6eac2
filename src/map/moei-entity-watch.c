/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-entity-watch.h"

/**
 * MoeiEntityWatch:
 *
 * Listens to a collection and to each entity in it.
 */
struct _MoeiEntityWatch {
  GObject parent_instance;

  char           *name;
  MoeiCollection *collection; /* (nullable) */
  GPtrArray      *entities;   /* those that are listened to */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiEntityWatch, moei_entity_watch, G_TYPE_OBJECT)

static void
on_notify (MoeiEntityWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
release (MoeiEntityWatch *self)
{
  for (guint i = 0; i < self->entities->len; i++)
    g_signal_handlers_disconnect_by_func (self->entities->pdata[i], on_notify, self);
  g_ptr_array_set_size (self->entities, 0);
}

static void
listen (MoeiEntityWatch *self)
{
  guint n = self->collection != NULL ? moei_collection_size (self->collection) : 0;

  release (self);
  for (guint i = 0; i < n; i++) {
    MoeiEntity *entity = moei_collection_get (self->collection, i);

    g_signal_connect_swapped (entity, "notify", G_CALLBACK (on_notify), self);
    g_ptr_array_add (self->entities, g_object_ref (entity));
  }
}

static void
on_items_changed (MoeiEntityWatch *self)
{
  listen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
moei_entity_watch_dispose (GObject *object)
{
  MoeiEntityWatch *self = MOEI_ENTITY_WATCH (object);

  release (self);
  if (self->collection != NULL)
    g_signal_handlers_disconnect_by_func (self->collection, on_items_changed, self);
  g_clear_object (&self->collection);

  G_OBJECT_CLASS (moei_entity_watch_parent_class)->dispose (object);
}

static void
moei_entity_watch_finalize (GObject *object)
{
  MoeiEntityWatch *self = MOEI_ENTITY_WATCH (object);

  g_free (self->name);
  g_ptr_array_unref (self->entities);

  G_OBJECT_CLASS (moei_entity_watch_parent_class)->finalize (object);
}

static void
moei_entity_watch_class_init (MoeiEntityWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_entity_watch_dispose;
  object_class->finalize = moei_entity_watch_finalize;

  /**
   * MoeiEntityWatch::changed:
   * @self: a watch
   *
   * An entity came, went or changed.  A merge may emit this many times.
   */
  signals[CHANGED] = g_signal_new ("changed", MOEI_TYPE_ENTITY_WATCH, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
moei_entity_watch_init (MoeiEntityWatch *self)
{
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * moei_entity_watch_new:
 * @name: the name of the operation's collection that it will listen to
 *
 * Returns: (transfer full): a watch on nothing yet
 */
MoeiEntityWatch *
moei_entity_watch_new (const char *name)
{
  MoeiEntityWatch *self = g_object_new (MOEI_TYPE_ENTITY_WATCH, NULL);

  self->name = g_strdup (name);
  return self;
}

/**
 * moei_entity_watch_get_name:
 * @self: a watch
 *
 * Returns: the name of the operation's collection that it listens to
 */
const char *
moei_entity_watch_get_name (MoeiEntityWatch *self)
{
  g_return_val_if_fail (MOEI_IS_ENTITY_WATCH (self), NULL);

  return self->name;
}

/**
 * moei_entity_watch_set_collection:
 * @self: a watch
 * @collection: (nullable): what to listen to from now on
 */
void
moei_entity_watch_set_collection (MoeiEntityWatch *self,
                                  MoeiCollection  *collection)
{
  g_return_if_fail (MOEI_IS_ENTITY_WATCH (self));

  if (self->collection == collection)
    return;

  if (self->collection != NULL)
    g_signal_handlers_disconnect_by_func (self->collection, on_items_changed, self);
  g_set_object (&self->collection, collection);
  if (collection != NULL)
    g_signal_connect_object (collection, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  on_items_changed (self);
}
