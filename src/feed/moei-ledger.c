/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-ledger.h"

#include "feed/moei-apply.h"
#include "operation/moei-collection.h"
#include "wire/moei-reference.h"

/**
 * MoeiLedger:
 *
 * Which of the service's documents are here, and at which revision.
 *
 * The situation says at which they should be.
 */
struct _MoeiLedger {
  GObject parent_instance;

  GHashTable   *entries;   /* href → Entry */
  MoeiDocument *situation; /* (nullable) the last that was read */
};

/* What is known of one document. */
typedef struct {
  char   *etag;
  gint64  revision;
} Entry;

G_DEFINE_FINAL_TYPE (MoeiLedger, moei_ledger, G_TYPE_OBJECT)

static void
entry_free (Entry *self)
{
  g_free (self->etag);
  g_free (self);
}

static void
moei_ledger_finalize (GObject *object)
{
  MoeiLedger *self = MOEI_LEDGER (object);

  g_hash_table_unref (self->entries);
  g_clear_object (&self->situation);

  G_OBJECT_CLASS (moei_ledger_parent_class)->finalize (object);
}

static void
moei_ledger_class_init (MoeiLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_ledger_finalize;
}

static void
moei_ledger_init (MoeiLedger *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
}

static gint64
get_listed (MoeiLedger *self,
            const char *href)
{
  return self->situation != NULL ? moei_document_lookup_revision (self->situation, href) : 0;
}

/**
 * moei_ledger_new:
 *
 * Returns: (transfer full): a ledger in which nothing is noted
 */
MoeiLedger *
moei_ledger_new (void)
{
  return g_object_new (MOEI_TYPE_LEDGER, NULL);
}

/**
 * moei_ledger_get_situation:
 * @self: a ledger
 *
 * Returns: (transfer none) (nullable): the situation that was last read
 */
MoeiDocument *
moei_ledger_get_situation (MoeiLedger *self)
{
  g_return_val_if_fail (MOEI_IS_LEDGER (self), NULL);

  return self->situation;
}

/**
 * moei_ledger_set_situation:
 * @self: a ledger
 * @situation: the situation that was just read
 */
void
moei_ledger_set_situation (MoeiLedger   *self,
                           MoeiDocument *situation)
{
  g_return_if_fail (MOEI_IS_LEDGER (self));
  g_return_if_fail (MOEI_IS_DOCUMENT (situation));

  g_set_object (&self->situation, situation);
}

/* Whether one that is listed is about the same; of some kinds there is only one. */
static gboolean
is_listed (GArray          *list,
           const MoeiNamed *named)
{
  for (guint i = 0; i < list->len; i++) {
    const MoeiNamed *other = &g_array_index (list, MoeiNamed, i);

    if (other->kind == named->kind && (other->day == named->day || (other->present && named->present)))
      return TRUE;
  }
  return FALSE;
}

static void
list_named (MoeiLedger *self,
            gboolean    present,
            GArray     *list)
{
  MoeiCollection *documents = moei_document_get_documents (self->situation);
  guint today = moei_document_get_operating_day (self->situation);

  for (guint i = 0; i < moei_collection_size (documents) && list->len < MOEI_LEDGER_MAX_NAMED; i++) {
    const char *href = moei_reference_get_href (moei_collection_get (documents, i));
    MoeiNamed named = { .href = href, .revision = get_listed (self, href) };

    if (!moei_apply_parse_href (named.href, &named.kind, &named.day))
      continue;
    named.present = moei_apply_is_dated (named.kind) ? moei_apply_is_present (named.kind, named.day, today)
                                                     : !moei_apply_is_aside (named.kind);
    if (named.present == present && !is_listed (list, &named))
      g_array_append_val (list, named);
  }
}

/**
 * moei_ledger_list:
 * @self: a ledger
 *
 * Returns: (transfer full) (element-type MoeiNamed): the documents that the
 *   situation names and the operation can hold: those of the present, then
 *   the others, in the situation's order; of those that are about the same,
 *   the first
 */
GArray *
moei_ledger_list (MoeiLedger *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MoeiNamed));

  g_return_val_if_fail (MOEI_IS_LEDGER (self), list);

  if (self->situation != NULL) {
    list_named (self, TRUE, list);
    list_named (self, FALSE, list);
  }
  return list;
}

/**
 * moei_ledger_note:
 * @self: a ledger
 * @href: a document's address
 * @etag: (nullable): its ETag
 * @revision: its revision; -1 if it is not here, though traces of it are
 *
 * The document was just read.
 */
void
moei_ledger_note (MoeiLedger *self,
                  const char *href,
                  const char *etag,
                  gint64      revision)
{
  Entry *entry;

  g_return_if_fail (MOEI_IS_LEDGER (self));

  entry = g_new0 (Entry, 1);
  entry->etag = g_strdup (etag);
  entry->revision = revision;
  g_hash_table_insert (self->entries, g_strdup (href), entry);
}

/**
 * moei_ledger_distrust:
 * @self: a ledger
 * @href: a document's address
 *
 * Whoever says that the document is still what is here is wrong: it is to be
 * asked for without a condition.
 */
void
moei_ledger_distrust (MoeiLedger *self,
                      const char *href)
{
  Entry *entry;

  g_return_if_fail (MOEI_IS_LEDGER (self));

  entry = g_hash_table_lookup (self->entries, href);
  if (entry != NULL)
    g_clear_pointer (&entry->etag, g_free);
}

/**
 * moei_ledger_get_etag:
 * @self: a ledger
 * @href: a document's address
 *
 * Returns: (nullable): what to ask for it with
 */
const char *
moei_ledger_get_etag (MoeiLedger *self,
                      const char *href)
{
  Entry *entry;

  g_return_val_if_fail (MOEI_IS_LEDGER (self), NULL);

  entry = g_hash_table_lookup (self->entries, href);
  return entry != NULL ? entry->etag : NULL;
}

/**
 * moei_ledger_get_revision:
 * @self: a ledger
 * @href: a document's address
 *
 * Returns: the revision of what is here; -1 if nothing is
 */
gint64
moei_ledger_get_revision (MoeiLedger *self,
                          const char *href)
{
  Entry *entry;

  g_return_val_if_fail (MOEI_IS_LEDGER (self), -1);

  entry = g_hash_table_lookup (self->entries, href);
  return entry != NULL ? entry->revision : -1;
}

/**
 * moei_ledger_is_named:
 * @self: a ledger
 * @href: a document's address
 *
 * Returns: whether the situation names it
 */
gboolean
moei_ledger_is_named (MoeiLedger *self,
                      const char *href)
{
  g_return_val_if_fail (MOEI_IS_LEDGER (self), FALSE);

  return self->situation != NULL &&
         moei_collection_lookup (moei_document_get_documents (self->situation), href) != NULL;
}

/**
 * moei_ledger_is_here:
 * @self: a ledger
 * @href: a document's address
 *
 * Returns: whether the document is here, of whatever revision
 */
gboolean
moei_ledger_is_here (MoeiLedger *self,
                     const char *href)
{
  return moei_ledger_get_revision (self, href) >= 0;
}

/**
 * moei_ledger_is_current:
 * @self: a ledger
 * @href: a document's address
 *
 * Returns: whether the document here is what the situation names, or later,
 *   since it may have changed again after the situation was read
 */
gboolean
moei_ledger_is_current (MoeiLedger *self,
                        const char *href)
{
  Entry *entry;

  g_return_val_if_fail (MOEI_IS_LEDGER (self), FALSE);

  entry = g_hash_table_lookup (self->entries, href);
  return entry != NULL && entry->revision >= get_listed (self, href);
}

/**
 * moei_ledger_drop_unnamed:
 * @self: a ledger
 *
 * Drops what the situation names no longer: documents of days gone by.
 *
 * Returns: (transfer full) (element-type utf8): their addresses
 */
GPtrArray *
moei_ledger_drop_unnamed (MoeiLedger *self)
{
  GPtrArray *dropped = g_ptr_array_new_with_free_func (g_free);
  MoeiCollection *documents;
  GHashTableIter iter;
  gpointer href;

  g_return_val_if_fail (MOEI_IS_LEDGER (self), dropped);

  if (self->situation == NULL)
    return dropped;

  documents = moei_document_get_documents (self->situation);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &href, NULL)) {
    if (g_str_equal (href, MOEI_LEDGER_SERVICE) || g_str_equal (href, MOEI_LEDGER_SITUATION) ||
        moei_collection_lookup (documents, href) != NULL)
      continue;
    g_ptr_array_add (dropped, g_strdup (href));
    g_hash_table_iter_remove (&iter);
  }
  return dropped;
}

/**
 * moei_ledger_clear:
 * @self: a ledger
 *
 * Strikes out everything.
 */
void
moei_ledger_clear (MoeiLedger *self)
{
  g_return_if_fail (MOEI_IS_LEDGER (self));

  g_hash_table_remove_all (self->entries);
  g_clear_object (&self->situation);
}
