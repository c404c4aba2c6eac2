/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-document-builder.h"
#include "service/moei-document-cache.h"
#include "service/moei-shelf.h"

/* A board needs ten documents of the present, some forty days' flights and
 * convoys, and a good half year's weeks; the rest is for whoever leafs through
 * the days. */
#define MAX_ENTRIES 128

/**
 * MoeiDocumentCache:
 *
 * The documents as they are sent, each made once and kept until it changes or
 * others are asked for more.
 */
struct _MoeiDocumentCache {
  GObject parent_instance;

  MoeiStore        *store;
  MoeiServiceClock *clock;
  GHashTable       *entries;  /* key → Entry */
  GQueue            by_use;   /* of Entry, the latest used first */
};

G_DEFINE_FINAL_TYPE (MoeiDocumentCache, moei_document_cache, G_TYPE_OBJECT)

typedef struct {
  char          *href;
  guint          day;
  MoeiRendition *rendition;
  GList          link;
} Entry;

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->href) ^ entry->day;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->day == second->day && g_str_equal (first->href, second->href);
}

static void
remove_entry (MoeiDocumentCache *self,
              Entry             *entry)
{
  g_hash_table_remove (self->entries, entry);
  g_queue_unlink (&self->by_use, &entry->link);
  moei_rendition_unref (entry->rendition);
  g_free (entry->href);
  g_free (entry);
}

static void
add_entry (MoeiDocumentCache  *self,
           const MoeiResource *resource,
           MoeiRendition      *rendition)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->href = g_strdup (resource->href);
  entry->day = resource->day;
  entry->rendition = moei_rendition_ref (rendition);
  entry->link.data = entry;

  g_hash_table_add (self->entries, entry);
  g_queue_push_head_link (&self->by_use, &entry->link);
  if (self->by_use.length > MAX_ENTRIES)
    remove_entry (self, g_queue_peek_tail (&self->by_use));
}

/* A document that was never written is as old as the operation's own. */
static void
forget_changed (MoeiDocumentCache *self,
                gint64             revision,
                GStrv              hrefs,
                MoeiStore         *store)
{
  gboolean all = g_strv_contains ((const char * const *) hrefs, MOEI_HREF_SERVICE);
  GList *next;

  for (GList *link = self->by_use.head; link != NULL; link = next) {
    Entry *entry = link->data;

    next = link->next;
    if (all || g_strv_contains ((const char * const *) hrefs, entry->href))
      remove_entry (self, entry);
  }
}

static void
moei_document_cache_dispose (GObject *object)
{
  MoeiDocumentCache *self = MOEI_DOCUMENT_CACHE (object);

  while (self->by_use.head != NULL)
    remove_entry (self, self->by_use.head->data);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (moei_document_cache_parent_class)->dispose (object);
}

static void
moei_document_cache_finalize (GObject *object)
{
  g_hash_table_unref (MOEI_DOCUMENT_CACHE (object)->entries);

  G_OBJECT_CLASS (moei_document_cache_parent_class)->finalize (object);
}

static void
moei_document_cache_class_init (MoeiDocumentCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_document_cache_dispose;
  object_class->finalize = moei_document_cache_finalize;
}

static void
moei_document_cache_init (MoeiDocumentCache *self)
{
  g_queue_init (&self->by_use);
  self->entries = g_hash_table_new (entry_hash, entry_equal);
}

/**
 * moei_document_cache_new:
 * @store: what the documents are made of
 * @clock: the service's clock
 *
 * Returns: (transfer full): an empty cache
 */
MoeiDocumentCache *
moei_document_cache_new (MoeiStore        *store,
                         MoeiServiceClock *clock)
{
  MoeiDocumentCache *self;

  g_return_val_if_fail (MOEI_IS_STORE (store), NULL);
  g_return_val_if_fail (MOEI_IS_SERVICE_CLOCK (clock), NULL);

  self = g_object_new (MOEI_TYPE_DOCUMENT_CACHE, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (forget_changed), self, G_CONNECT_SWAPPED);
  return self;
}

static MoeiRendition *
render (MoeiDocumentCache   *self,
        const MoeiResource  *resource,
        GError             **error)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (self->store, error);
  g_autoptr (MoeiDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (view == NULL)
    return NULL;

  document = moei_document_build (view, self->clock, resource, error);
  if (document == NULL)
    return NULL;

  bytes = moei_document_encode (document);
  return moei_rendition_new (bytes, moei_document_kind_get_content_type (resource->kind),
                             moei_document_get_revision (document));
}

/**
 * moei_document_cache_lookup:
 * @self: a cache
 * @resource: which document
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the document as it is now
 */
MoeiRendition *
moei_document_cache_lookup (MoeiDocumentCache   *self,
                            const MoeiResource  *resource,
                            GError             **error)
{
  Entry wanted = { .href = resource->href, .day = resource->day };
  MoeiRendition *rendition;
  Entry *entry;

  g_return_val_if_fail (MOEI_IS_DOCUMENT_CACHE (self), NULL);

  entry = g_hash_table_lookup (self->entries, &wanted);
  if (entry != NULL) {
    g_queue_unlink (&self->by_use, &entry->link);
    g_queue_push_head_link (&self->by_use, &entry->link);
    return moei_rendition_ref (entry->rendition);
  }

  /* The service's own document shows its clock. */
  rendition = render (self, resource, error);
  if (rendition != NULL && resource->kind != MOEI_DOCUMENT_SERVICE)
    add_entry (self, resource, rendition);
  return rendition;
}

/**
 * moei_document_cache_size:
 * @self: a cache
 *
 * Returns: how many documents it keeps at the moment
 */
guint
moei_document_cache_size (MoeiDocumentCache *self)
{
  g_return_val_if_fail (MOEI_IS_DOCUMENT_CACHE (self), 0);

  return self->by_use.length;
}
