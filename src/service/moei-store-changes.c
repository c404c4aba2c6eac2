/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-store-changes.h"

#include "operation/moei-change.h"
#include "service/moei-shelving.h"
#include "wire/moei-change-finder.h"
#include "wire/moei-entity-json.h"

struct _MoeiStoreChanges {
  sqlite3              *db;
  const MoeiStoreBatch *batch;
  sqlite3_stmt         *find_place;
  sqlite3_stmt         *insert;
  sqlite3_stmt         *withhold;
  gint64                seq;     /* of the newest */
  gint64                since;   /* when the store was last written to */
  gboolean              first;   /* whether it was empty */
  gboolean              changed;
  GPtrArray            *news;    /* of News, to be kept in the order of their time */
};

/* What is to be kept. */
typedef struct {
  char       *topic;
  MoeiChange *change;
} News;

static void
news_free (gpointer data)
{
  News *self = data;

  g_free (self->topic);
  g_object_unref (self->change);
  g_free (self);
}

static int
compare_news (gconstpointer a,
              gconstpointer b)
{
  gint64 first = moei_change_get_at ((*(News * const *) a)->change);
  gint64 second = moei_change_get_at ((*(News * const *) b)->change);

  return (first > second) - (first < second);
}

/* How a change is found again, to have its values taken out of it. */
static char *
make_topic (const MoeiStoreChange *change,
            const char            *field)
{
  return g_strdup_printf ("%s/%s/%s", moei_shelf_get_name (change->shelf), change->id, field);
}

static gboolean
is_place (const char *id,
          gpointer    user_data)
{
  MoeiStoreChanges *self = user_data;
  gboolean row = FALSE;

  moei_sql_bind_text (self->find_place, 1, id);
  if (!moei_sql_step (self->find_place, &row, NULL))
    row = FALSE;
  sqlite3_reset (self->find_place);
  return row;
}

/**
 * moei_store_changes_begin:
 * @db: a connection in a transaction, which it must not outlive
 * @batch: what is being written
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the changes, ready to be added to
 */
MoeiStoreChanges *
moei_store_changes_begin (sqlite3               *db,
                          const MoeiStoreBatch  *batch,
                          GError               **error)
{
  g_autoptr (MoeiStoreChanges) self = g_new0 (MoeiStoreChanges, 1);
  gint64 first;

  self->db = db;
  self->batch = batch;
  self->news = g_ptr_array_new_with_free_func (news_free);
  if ((self->find_place = moei_sql_prepare (db,
                                            "SELECT 1 FROM entity WHERE collection = 'places' AND id = ?",
                                            error)) == NULL ||
      (self->insert = moei_sql_prepare (db, "INSERT INTO change VALUES (?, ?, ?)", error)) == NULL ||
      (self->withhold = moei_sql_prepare (db,
                                          "UPDATE change SET body = json_remove (body, '$.before', '$.after',"
                                          " '$.before_text', '$.after_text') WHERE topic = ?",
                                          error)) == NULL ||
      !moei_sql_get_number (db,
                            "SELECT coalesce ((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)",
                            &self->seq, error) ||
      !moei_sql_get_number (db, "SELECT NOT EXISTS (SELECT 1 FROM audit WHERE action <> 'renew')", &first, error))
    return NULL;

  self->first = first;
  if (!moei_sql_get_number (db, "SELECT changed FROM meta", &self->since, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * moei_store_changes_free:
 * @self: (transfer full): changes
 */
void
moei_store_changes_free (MoeiStoreChanges *self)
{
  sqlite3_finalize (self->find_place);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->withhold);
  g_ptr_array_unref (self->news);
  g_free (self);
}

static gboolean
withhold (MoeiStoreChanges       *self,
          const MoeiStoreChange  *change,
          GPtrArray              *fields,
          GError                **error)
{
  for (guint i = 0; i < fields->len; i++) {
    g_autofree char *topic = make_topic (change, fields->pdata[i]);

    for (guint k = 0; k < self->news->len; k++) {
      News *news = self->news->pdata[k];

      if (g_str_equal (news->topic, topic))
        g_object_set (news->change, "before", NULL, "after", NULL, "before-text", NULL, "after-text", NULL, NULL);
    }
    moei_sql_bind_text (self->withhold, 1, topic);
    if (!moei_sql_finish (self->withhold, error))
      return FALSE;
    self->changed |= sqlite3_changes (self->db) > 0;
  }
  return TRUE;
}

static gboolean
forget (MoeiStoreChanges  *self,
        GError           **error)
{
  if (!moei_sql_run (self->db, "DELETE FROM change", error))
    return FALSE;

  self->changed |= sqlite3_changes (self->db) > 0;
  return TRUE;
}

/* It became known when it was observed; what was observed before the last writing
 * became known only now. */
static void
add_news (MoeiStoreChanges           *self,
          const MoeiStoreChange      *change,
          const MoeiStoreAuditEntry  *entry,
          MoeiChange                 *found)
{
  gint64 instant = moei_store_batch_get_instant (self->batch);
  gint64 observed = moei_entity_get_observed (MOEI_ENTITY (found));
  News *news = g_new0 (News, 1);

  g_object_set (found,
                "at", observed > self->since && observed < instant ? observed : instant,
                "actor", entry->actor,
                "revision", entry->revision,
                NULL);
  news->topic = make_topic (change, moei_change_get_field (found));
  news->change = g_object_ref (found);
  g_ptr_array_add (self->news, news);
}

static gboolean
insert (MoeiStoreChanges  *self,
        const News        *news,
        GError           **error)
{
  g_autofree char *body = moei_entity_to_json (MOEI_ENTITY (news->change));

  sqlite3_bind_int64 (self->insert, 1, self->seq + 1);
  moei_sql_bind_text (self->insert, 2, news->topic);
  moei_sql_bind_text (self->insert, 3, body);
  if (!moei_sql_finish (self->insert, error))
    return FALSE;

  self->seq++;
  self->changed = TRUE;
  return TRUE;
}

/**
 * moei_store_changes_append:
 * @self: changes
 * @change: what was asked for
 * @entry: what the audit says of it
 * @body: what it is now as a whole; if it is gone, what it was
 * @error: return location
 *
 * Adds what an officer would call changes in an entry of the audit.
 *
 * Returns: whether they were added
 */
gboolean
moei_store_changes_append (MoeiStoreChanges           *self,
                           const MoeiStoreChange      *change,
                           const MoeiStoreAuditEntry  *entry,
                           const char                 *body,
                           GError                    **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) withheld = NULL;
  MoeiChangeFinder finder = {
    .type = moei_shelf_get_item_type (change->shelf),
    .id = change->id,
    .before = entry->before,
    .after = entry->after,
    .body = body,
    .is_place = is_place,
    .user_data = self,
  };

  /* What a store is filled with is no news, nor is what it begins anew with. */
  if (self->first)
    return TRUE;
  if (moei_store_batch_get_restarts (self->batch))
    return forget (self, error);

  finder.changes = changes = g_ptr_array_new_with_free_func (g_object_unref);
  finder.withheld = withheld = g_ptr_array_new_with_free_func (g_free);
  moei_change_finder_run (&finder);
  if (!withhold (self, change, withheld, error))
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    add_news (self, change, entry, changes->pdata[i]);
  return TRUE;
}

/**
 * moei_store_changes_end:
 * @self: changes
 * @changed: (out): whether what is told of them changed
 * @error: return location
 *
 * Keeps what was added, and lets go of the oldest.
 *
 * Returns: whether that was possible
 */
gboolean
moei_store_changes_end (MoeiStoreChanges  *self,
                        gboolean          *changed,
                        GError           **error)
{
  g_autofree char *sql = NULL;

  g_ptr_array_sort (self->news, compare_news);
  for (guint i = 0; i < self->news->len; i++) {
    if (!insert (self, self->news->pdata[i], error))
      return FALSE;
  }

  *changed = self->changed;
  if (!self->changed)
    return TRUE;

  sql = g_strdup_printf ("DELETE FROM change WHERE seq <= %" G_GINT64_FORMAT,
                         self->seq - MOEI_STORE_CHANGES_MAX);
  return moei_sql_run (self->db, sql, error);
}

/**
 * moei_store_changes_load:
 * @db: a connection
 * @collection: where to append them, newest first
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
moei_store_changes_load (sqlite3         *db,
                         MoeiCollection  *collection,
                         GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean row;

  rows = moei_sql_prepare (db,
                           "SELECT json_set (body, '$.id', CAST (seq AS TEXT)) FROM change"
                           " ORDER BY seq DESC",
                           error);
  if (rows == NULL)
    return FALSE;

  while (moei_sql_step (rows, &row, error)) {
    MoeiEntity *change;

    if (!row)
      return TRUE;
    change = moei_entity_from_json (MOEI_TYPE_CHANGE, (const char *) sqlite3_column_text (rows, 0), error);
    if (change == NULL)
      return FALSE;
    moei_collection_append (collection, change);
  }
  return FALSE;
}
