/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "service/moei-store-audit.h"
#include "service/moei-store-changes.h"
#include "service/moei-store-private.h"
#include "service/moei-store-view.h"

/* A document that was never written is as old as the operation's own; in an
 * empty store, as the store. */
#define FIND_DOCUMENT                                                       \
  "SELECT revision, changed FROM document WHERE href = ?1"                  \
  " UNION ALL SELECT revision, changed FROM document WHERE href = '/v1/'"   \
  " UNION ALL SELECT 1, changed FROM meta LIMIT 1"

struct _MoeiStoreView {
  MoeiStore *store;
  sqlite3   *db;
  char      *epoch;
  gint64     revision;

  sqlite3_stmt *find_document; /* (nullable) */
};

static void
item_free (gpointer data)
{
  MoeiStoreItem *item = data;

  g_free (item->id);
  g_free (item->body);
  g_free (item);
}

static void
document_free (gpointer data)
{
  moei_store_document_clear (data);
  g_free (data);
}

static MoeiStoreItem *
item_new (sqlite3_stmt *row)
{
  MoeiStoreItem *item = g_new0 (MoeiStoreItem, 1);

  item->id = g_strdup ((const char *) sqlite3_column_text (row, 0));
  item->day = (guint) sqlite3_column_int64 (row, 1);
  item->revision = sqlite3_column_int64 (row, 2);
  item->body = g_strdup ((const char *) sqlite3_column_text (row, 3));
  return item;
}

static MoeiStoreDocument *
document_new (sqlite3_stmt *row)
{
  MoeiStoreDocument *document = g_new0 (MoeiStoreDocument, 1);

  document->href = g_strdup ((const char *) sqlite3_column_text (row, 0));
  document->revision = sqlite3_column_int64 (row, 1);
  document->changed = sqlite3_column_int64 (row, 2);
  return document;
}

static GPtrArray *
collect (sqlite3_stmt   *rows,
         gpointer      (*make) (sqlite3_stmt *),
         GDestroyNotify  unmake,
         GError        **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (unmake);
  gboolean row;

  while (moei_sql_step (rows, &row, error)) {
    if (!row)
      return g_steal_pointer (&found);
    g_ptr_array_add (found, make (rows));
  }
  return NULL;
}

/**
 * moei_store_view_begin: (skip)
 * @store: a store
 * @db: (transfer full): one of its readers
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a view of the newest revision
 */
MoeiStoreView *
moei_store_view_begin (MoeiStore  *store,
                       sqlite3    *db,
                       GError    **error)
{
  g_autoptr (MoeiStoreView) self = g_new0 (MoeiStoreView, 1);

  self->store = g_object_ref (store);
  self->db = db;

  /* The transaction begins in truth with the first read. */
  if (!moei_sql_run (db, "BEGIN", error) ||
      !moei_sql_get_number (db, "SELECT revision FROM meta", &self->revision, error) ||
      (self->epoch = moei_sql_get_text (db, "SELECT epoch FROM meta", error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * moei_store_view_free:
 * @self: (transfer full): a view
 */
void
moei_store_view_free (MoeiStoreView *self)
{
  g_clear_pointer (&self->find_document, sqlite3_finalize);
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  moei_store_take_back_reader (self->store, self->db);
  g_object_unref (self->store);
  g_free (self->epoch);
  g_free (self);
}

/**
 * moei_store_view_get_epoch:
 * @self: a view
 *
 * Returns: the epoch in which its revisions count
 */
const char *
moei_store_view_get_epoch (MoeiStoreView *self)
{
  return self->epoch;
}

/**
 * moei_store_view_get_revision:
 * @self: a view
 *
 * Returns: the store's revision that it shows, at least 1
 */
gint64
moei_store_view_get_revision (MoeiStoreView *self)
{
  return self->revision;
}

/**
 * moei_store_view_get_document:
 * @self: a view
 * @href: a document's address
 * @document: (out caller-allocates): what is known of it
 * @error: return location
 *
 * Returns: whether it could be read; a document that was never written is
 *   known too, it is empty
 */
gboolean
moei_store_view_get_document (MoeiStoreView      *self,
                              const char         *href,
                              MoeiStoreDocument  *document,
                              GError            **error)
{
  gboolean row, found;

  if (self->find_document == NULL)
    self->find_document = moei_sql_prepare (self->db, FIND_DOCUMENT, error);
  if (self->find_document == NULL)
    return FALSE;

  moei_sql_bind_text (self->find_document, 1, href);
  found = moei_sql_step (self->find_document, &row, error);
  if (found) {
    document->href = g_strdup (href);
    document->revision = sqlite3_column_int64 (self->find_document, 0);
    document->changed = sqlite3_column_int64 (self->find_document, 1);
  }
  sqlite3_reset (self->find_document);
  return found;
}

/**
 * moei_store_view_list_documents:
 * @self: a view
 * @since: a revision
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type MoeiStoreDocument): what
 *   changed after @since, oldest change first
 */
GPtrArray *
moei_store_view_list_documents (MoeiStoreView  *self,
                                gint64          since,
                                GError        **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = moei_sql_prepare (self->db,
                           "SELECT href, revision, changed FROM document"
                           " WHERE revision > ? ORDER BY revision, href",
                           error);
  if (rows == NULL)
    return NULL;

  sqlite3_bind_int64 (rows, 1, since);
  return collect (rows, (gpointer) document_new, document_free, error);
}

/**
 * moei_store_view_list_items:
 * @self: a view
 * @shelf: a shelf
 * @first_day: the first day wanted; `MOEI_DAY_UNKNOWN` for all there are
 * @last_day: the last day wanted
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type MoeiStoreItem): the items
 *   in the order in which they were first put
 */
GPtrArray *
moei_store_view_list_items (MoeiStoreView  *self,
                            MoeiShelf       shelf,
                            guint           first_day,
                            guint           last_day,
                            GError        **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = moei_sql_prepare (self->db,
                           first_day == MOEI_DAY_UNKNOWN
                             ? "SELECT id, day, revision, body FROM entity WHERE collection = ?1"
                               " ORDER BY position"
                             : "SELECT id, day, revision, body FROM entity WHERE collection = ?1"
                               " AND day BETWEEN ?2 AND ?3 ORDER BY day, position",
                           error);
  if (rows == NULL)
    return NULL;

  moei_sql_bind_text (rows, 1, moei_shelf_get_name (shelf));
  if (first_day != MOEI_DAY_UNKNOWN) {
    sqlite3_bind_int64 (rows, 2, first_day);
    sqlite3_bind_int64 (rows, 3, last_day);
  }
  return collect (rows, (gpointer) item_new, item_free, error);
}

/**
 * moei_store_view_list_days:
 * @self: a view
 * @shelf: a dated shelf
 * @first_day: the first day wanted
 * @last_day: the last day wanted
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type guint): the days on which
 *   there is anything, in order
 */
GArray *
moei_store_view_list_days (MoeiStoreView  *self,
                           MoeiShelf       shelf,
                           guint           first_day,
                           guint           last_day,
                           GError        **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean row;

  rows = moei_sql_prepare (self->db,
                           "SELECT DISTINCT day FROM entity WHERE collection = ?1"
                           " AND day BETWEEN ?2 AND ?3 ORDER BY day",
                           error);
  if (rows == NULL)
    return NULL;

  moei_sql_bind_text (rows, 1, moei_shelf_get_name (shelf));
  sqlite3_bind_int64 (rows, 2, first_day);
  sqlite3_bind_int64 (rows, 3, last_day);
  while (moei_sql_step (rows, &row, error)) {
    guint day = row ? (guint) sqlite3_column_int64 (rows, 0) : 0;

    if (!row)
      return g_steal_pointer (&days);
    g_array_append_val (days, day);
  }
  return NULL;
}

/**
 * moei_store_view_load_changes:
 * @self: a view
 * @collection: where to append the changes, newest first
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
moei_store_view_load_changes (MoeiStoreView   *self,
                              MoeiCollection  *collection,
                              GError         **error)
{
  return moei_store_changes_load (self->db, collection, error);
}

/**
 * moei_store_view_verify:
 * @self: a view
 * @n_changes: (out): how many changes the audit knows
 * @error: return location
 *
 * Goes through the whole audit.
 *
 * Returns: whether every entry is there and as it was written
 */
gboolean
moei_store_view_verify (MoeiStoreView  *self,
                        gint64         *n_changes,
                        GError        **error)
{
  return moei_store_audit_verify (self->db, n_changes, error);
}

/**
 * moei_store_document_clear:
 * @document: a document
 *
 * Frees what it holds.
 */
void
moei_store_document_clear (MoeiStoreDocument *document)
{
  g_clear_pointer (&document->href, g_free);
}
