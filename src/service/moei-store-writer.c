/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-entity.h"
#include "service/moei-store-audit.h"
#include "service/moei-store-changes.h"
#include "service/moei-store-writer.h"

/* What the wire can carry without losing precision, 2^53 - 1. */
#define MAX_REVISION G_GINT64_CONSTANT (9007199254740991)

/* The members in which ?1 differs from ?2, as ?1 has them. */
#define DIFFERENCE                                                      \
  "SELECT json_group_object (m.key, json (?1 -> m.fullkey))"            \
  " FROM json_each (?1) AS m WHERE (?1 -> m.fullkey) IS NOT (?2 -> m.fullkey)"

/* One transaction. */
typedef struct {
  const MoeiStoreBatch *batch;
  MoeiStoreAudit       *audit;
  MoeiStoreChanges     *changes;
  sqlite3_stmt         *valid;
  sqlite3_stmt         *find;
  sqlite3_stmt         *difference;
  sqlite3_stmt         *put;
  sqlite3_stmt         *remove;
  sqlite3_stmt         *touch;
  gint64                revision;
  GHashTable           *hrefs; /* set of the documents that change */
} Transaction;

/* What is kept of an item before it changes. */
typedef struct {
  guint  day;
  char  *body; /* NULL if it is not there */
} Present;

static void
transaction_clear (Transaction *self)
{
  g_clear_pointer (&self->audit, moei_store_audit_free);
  g_clear_pointer (&self->changes, moei_store_changes_free);
  g_clear_pointer (&self->valid, sqlite3_finalize);
  g_clear_pointer (&self->find, sqlite3_finalize);
  g_clear_pointer (&self->difference, sqlite3_finalize);
  g_clear_pointer (&self->put, sqlite3_finalize);
  g_clear_pointer (&self->remove, sqlite3_finalize);
  g_clear_pointer (&self->touch, sqlite3_finalize);
  g_clear_pointer (&self->hrefs, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Transaction, transaction_clear)

static void
present_clear (Present *self)
{
  g_clear_pointer (&self->body, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

static gboolean
transaction_prepare (Transaction           *self,
                     sqlite3               *db,
                     const MoeiStoreBatch  *batch,
                     GError               **error)
{
  self->batch = batch;
  self->hrefs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return (self->audit = moei_store_audit_begin (db, error)) != NULL &&
         (self->changes = moei_store_changes_begin (db, batch, error)) != NULL &&
         (self->valid = moei_sql_prepare (db,
                                          "SELECT CASE WHEN json_valid (?1) THEN json_type (?1) = 'object' END",
                                          error)) != NULL &&
         (self->find = moei_sql_prepare (db,
                                         "SELECT day, body FROM entity WHERE collection = ? AND id = ?",
                                         error)) != NULL &&
         (self->difference = moei_sql_prepare (db, DIFFERENCE, error)) != NULL &&
         (self->put = moei_sql_prepare (db,
                                        "INSERT INTO entity VALUES (?1, ?2, ?3,"
                                        " (SELECT coalesce (max (position), 0) + 1 FROM entity WHERE collection = ?1),"
                                        " ?4, ?5) ON CONFLICT DO UPDATE"
                                        " SET day = excluded.day, revision = excluded.revision, body = excluded.body",
                                        error)) != NULL &&
         (self->remove = moei_sql_prepare (db, "DELETE FROM entity WHERE collection = ? AND id = ?", error)) != NULL &&
         (self->touch = moei_sql_prepare (db, "INSERT OR REPLACE INTO document VALUES (?, ?, ?)", error)) != NULL &&
         moei_sql_get_number (db, "SELECT revision + 1 FROM meta", &self->revision, error);
}

static gboolean
id_is_valid (const char *id)
{
  gsize length = 0;

  for (; id[length] != '\0' && length <= 64; length++) {
    if (!g_ascii_isalnum (id[length]) && !strchr ("._:-", id[length]))
      return FALSE;
  }
  return length >= 1 && length <= 64;
}

static gboolean
body_is_valid (Transaction *self,
               const char  *body)
{
  gboolean row, valid;

  moei_sql_bind_text (self->valid, 1, body);
  valid = moei_sql_step (self->valid, &row, NULL) && sqlite3_column_int (self->valid, 0) == 1;
  sqlite3_reset (self->valid);
  return valid;
}

static gboolean
check_change (Transaction            *self,
              const MoeiStoreChange  *change,
              GError                **error)
{
  const char *problem = NULL;

  if (!id_is_valid (change->id))
    problem = "this is no id";
  else if (change->body == NULL)
    return TRUE;
  else if (moei_shelf_is_dated (change->shelf) && !g_date_valid_julian (change->day))
    problem = "it belongs to no day";
  else if (!body_is_valid (self, change->body))
    problem = "its body is no JSON object";

  if (problem == NULL)
    return TRUE;

  g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_INVALID, "%s \"%s\": %s",
               moei_shelf_get_name (change->shelf), change->id, problem);
  return FALSE;
}

static gboolean
find_present (Transaction            *self,
              const MoeiStoreChange  *change,
              Present                *present,
              GError                **error)
{
  gboolean row;

  moei_sql_bind_text (self->find, 1, moei_shelf_get_name (change->shelf));
  moei_sql_bind_text (self->find, 2, change->id);
  if (!moei_sql_step (self->find, &row, error))
    return FALSE;

  if (row) {
    present->day = (guint) sqlite3_column_int64 (self->find, 0);
    present->body = g_strdup ((const char *) sqlite3_column_text (self->find, 1));
  }
  sqlite3_reset (self->find);
  return TRUE;
}

static gboolean
find_difference (Transaction  *self,
                 const char   *body,
                 const char   *other,
                 char        **difference,
                 GError      **error)
{
  gboolean row;

  if (body == NULL)
    return TRUE;

  moei_sql_bind_text (self->difference, 1, body);
  moei_sql_bind_text (self->difference, 2, other != NULL ? other : "{}");
  if (!moei_sql_step (self->difference, &row, error))
    return FALSE;

  *difference = g_strdup ((const char *) sqlite3_column_text (self->difference, 0));
  sqlite3_reset (self->difference);
  return TRUE;
}

static gboolean
audit_change (Transaction            *self,
              const MoeiStoreChange  *change,
              const Present          *present,
              GError                **error)
{
  g_autofree char *target = g_strdup_printf ("%s/%s", moei_shelf_get_name (change->shelf), change->id);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MoeiStoreAuditEntry entry = {
    .revision = self->revision,
    .actor = moei_store_batch_get_actor (self->batch),
    .action = change->body != NULL ? "put" : "delete",
    .target = target,
  };

  if (!find_difference (self, present->body, change->body, &before, error) ||
      !find_difference (self, change->body, present->body, &after, error))
    return FALSE;

  entry.before = before;
  entry.after = after;
  return moei_store_audit_append (self->audit, &entry, error) &&
         moei_store_changes_append (self->changes, change, &entry,
                                    change->body != NULL ? change->body : present->body, error);
}

static gboolean
write_change (Transaction            *self,
              const MoeiStoreChange  *change,
              GError                **error)
{
  sqlite3_stmt *statement = change->body != NULL ? self->put : self->remove;

  moei_sql_bind_text (statement, 1, moei_shelf_get_name (change->shelf));
  moei_sql_bind_text (statement, 2, change->id);
  if (change->body != NULL) {
    if (change->day != MOEI_DAY_UNKNOWN)
      sqlite3_bind_int64 (statement, 3, change->day);
    else
      sqlite3_bind_null (statement, 3);
    sqlite3_bind_int64 (statement, 4, self->revision);
    moei_sql_bind_text (statement, 5, change->body);
  }
  return moei_sql_finish (statement, error);
}

static gboolean
apply_change (Transaction            *self,
              const MoeiStoreChange  *change,
              GError                **error)
{
  g_auto (Present) present = { 0 };

  if (!check_change (self, change, error) || !find_present (self, change, &present, error))
    return FALSE;

  if (g_strcmp0 (present.body, change->body) == 0 && (change->body == NULL || present.day == change->day))
    return TRUE;

  if (!audit_change (self, change, &present, error) || !write_change (self, change, error)) {
    g_prefix_error (error, "%s \"%s\": ", moei_shelf_get_name (change->shelf), change->id);
    return FALSE;
  }

  /* What moves to another day is missed on the one and new on the other. */
  if (present.body != NULL)
    g_hash_table_add (self->hrefs, moei_shelf_get_href (change->shelf, present.day));
  if (change->body != NULL)
    g_hash_table_add (self->hrefs, moei_shelf_get_href (change->shelf, change->day));
  return TRUE;
}

static gboolean
touch_documents (Transaction  *self,
                 GError      **error)
{
  GHashTableIter iter;
  gpointer href;

  g_hash_table_add (self->hrefs, g_strdup (MOEI_HREF_SITUATION));

  g_hash_table_iter_init (&iter, self->hrefs);
  while (g_hash_table_iter_next (&iter, &href, NULL)) {
    moei_sql_bind_text (self->touch, 1, href);
    sqlite3_bind_int64 (self->touch, 2, self->revision);
    sqlite3_bind_int64 (self->touch, 3, moei_store_batch_get_instant (self->batch));
    if (!moei_sql_finish (self->touch, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
raise_revision (Transaction  *self,
                sqlite3      *db,
                GError      **error)
{
  g_autofree char *sql = NULL;

  if (self->revision > MAX_REVISION) {
    g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_INVALID, "the revisions are used up");
    return FALSE;
  }

  sql = g_strdup_printf ("UPDATE meta SET revision = %" G_GINT64_FORMAT ", changed = %" G_GINT64_FORMAT,
                         self->revision, moei_store_batch_get_instant (self->batch));
  return moei_sql_run (db, sql, error);
}

static gboolean
end_changes (Transaction  *self,
             GError      **error)
{
  gboolean changed;

  if (!moei_store_changes_end (self->changes, &changed, error))
    return FALSE;

  if (changed)
    g_hash_table_add (self->hrefs, g_strdup (MOEI_HREF_CHANGES));
  return TRUE;
}

static gboolean
apply_all (Transaction  *self,
           sqlite3      *db,
           GError      **error)
{
  for (guint i = 0; i < moei_store_batch_get_size (self->batch); i++) {
    if (!apply_change (self, moei_store_batch_get_change (self->batch, i), error))
      return FALSE;
  }
  if (!end_changes (self, error))
    return FALSE;

  if (g_hash_table_size (self->hrefs) == 0) {
    self->revision--;
    return TRUE;
  }
  return touch_documents (self, error) && raise_revision (self, db, error);
}

/* All that changed after @known: what this batch changed, and what an earlier
 * one did that was kept although it seemed to fail. */
static GStrv
list_changed (sqlite3  *db,
              gint64    known,
              GError  **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autoptr (GStrvBuilder) hrefs = g_strv_builder_new ();
  gboolean row;

  rows = moei_sql_prepare (db, "SELECT href FROM document WHERE revision > ? ORDER BY href", error);
  if (rows == NULL)
    return NULL;

  sqlite3_bind_int64 (rows, 1, known);
  while (moei_sql_step (rows, &row, error)) {
    if (!row)
      return g_strv_builder_end (hrefs);
    g_strv_builder_add (hrefs, (const char *) sqlite3_column_text (rows, 0));
  }
  return NULL;
}

/**
 * moei_store_writer_apply:
 * @db: the writer's connection
 * @batch: changes
 * @known: the last revision that was told
 * @revision: (out): the store's revision afterwards
 * @hrefs: (out) (transfer full): the documents that changed after @known
 * @error: return location
 *
 * Makes all changes of a batch, with their audit, in one transaction.
 *
 * Returns: whether they are safely on the disk
 */
gboolean
moei_store_writer_apply (sqlite3               *db,
                         const MoeiStoreBatch  *batch,
                         gint64                 known,
                         gint64                *revision,
                         GStrv                 *hrefs,
                         GError               **error)
{
  g_auto (Transaction) transaction = { 0 };
  g_auto (GStrv) changed = NULL;

  if (!moei_sql_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (!transaction_prepare (&transaction, db, batch, error) ||
      !apply_all (&transaction, db, error) ||
      (changed = list_changed (db, known, error)) == NULL ||
      !moei_sql_run (db, "COMMIT", error)) {
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
    return FALSE;
  }

  *revision = transaction.revision;
  *hrefs = g_steal_pointer (&changed);
  return TRUE;
}

static gboolean
renew (sqlite3  *db,
       GError  **error)
{
  g_autoptr (MoeiStoreAudit) audit = moei_store_audit_begin (db, error);
  MoeiStoreAuditEntry entry = { .actor = "moei-service", .action = "renew", .target = "epoch" };

  return audit != NULL &&
         moei_sql_get_number (db, "SELECT revision FROM meta", &entry.revision, error) &&
         moei_sql_run (db, "UPDATE meta SET epoch = lower (hex (randomblob (8)))", error) &&
         moei_store_audit_append (audit, &entry, error);
}

/**
 * moei_store_writer_renew_epoch:
 * @db: the writer's connection
 * @error: return location
 *
 * Gives the store another epoch, so that whoever knew it asks for all anew.
 *
 * Returns: whether that is safely on the disk
 */
gboolean
moei_store_writer_renew_epoch (sqlite3  *db,
                               GError  **error)
{
  if (!moei_sql_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (renew (db, error) && moei_sql_run (db, "COMMIT", error))
    return TRUE;

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
