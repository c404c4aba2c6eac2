/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service/moei-store-audit.h"

/* What the first row is chained to. */
#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

struct _MoeiStoreAudit {
  sqlite3_stmt *insert;
  gint64        seq;  /* of the newest row */
  char         *hash; /* of the newest row */
};

/* Lengths keep one field from being taken for part of its neighbour. */
static void
feed (GChecksum  *checksum,
      const char *field)
{
  g_autofree char *length = NULL;

  if (field == NULL) {
    g_checksum_update (checksum, (const guchar *) "-,", 2);
    return;
  }

  length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (field));
  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) field, -1);
  g_checksum_update (checksum, (const guchar *) ",", 1);
}

static char *
seal (const char                *previous,
      gint64                     seq,
      const char                *time,
      const MoeiStoreAuditEntry *entry)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *numbers = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, seq, entry->revision);

  feed (checksum, previous);
  feed (checksum, numbers);
  feed (checksum, time);
  feed (checksum, entry->actor);
  feed (checksum, entry->action);
  feed (checksum, entry->target);
  feed (checksum, entry->before);
  feed (checksum, entry->after);

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * moei_store_audit_begin:
 * @db: a connection in a transaction, which it must not outlive
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the audit, ready to be added to
 */
MoeiStoreAudit *
moei_store_audit_begin (sqlite3  *db,
                        GError  **error)
{
  g_autoptr (MoeiStoreAudit) self = g_new0 (MoeiStoreAudit, 1);
  g_autoptr (sqlite3_stmt) newest = NULL;
  gboolean row;

  newest = moei_sql_prepare (db, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", error);
  if (newest == NULL || !moei_sql_step (newest, &row, error))
    return NULL;

  self->seq = row ? sqlite3_column_int64 (newest, 0) : 0;
  self->hash = g_strdup (row ? (const char *) sqlite3_column_text (newest, 1) : NO_HASH);
  self->insert = moei_sql_prepare (db, "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  return self->insert != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * moei_store_audit_free:
 * @self: (transfer full): an audit
 */
void
moei_store_audit_free (MoeiStoreAudit *self)
{
  sqlite3_finalize (self->insert);
  g_free (self->hash);
  g_free (self);
}

/**
 * moei_store_audit_append:
 * @self: an audit
 * @entry: what was changed
 * @error: return location
 *
 * Adds a row, dated by the machine's clock whatever time an exercise plays.
 *
 * Returns: whether it was added
 */
gboolean
moei_store_audit_append (MoeiStoreAudit             *self,
                         const MoeiStoreAuditEntry  *entry,
                         GError                    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
  g_autofree char *hash = seal (self->hash, self->seq + 1, time, entry);

  sqlite3_bind_int64 (self->insert, 1, self->seq + 1);
  sqlite3_bind_int64 (self->insert, 2, entry->revision);
  moei_sql_bind_text (self->insert, 3, time);
  moei_sql_bind_text (self->insert, 4, entry->actor);
  moei_sql_bind_text (self->insert, 5, entry->action);
  moei_sql_bind_text (self->insert, 6, entry->target);
  moei_sql_bind_text (self->insert, 7, entry->before);
  moei_sql_bind_text (self->insert, 8, entry->after);
  moei_sql_bind_text (self->insert, 9, hash);
  if (!moei_sql_finish (self->insert, error))
    return FALSE;

  self->seq++;
  g_free (self->hash);
  self->hash = g_steal_pointer (&hash);
  return TRUE;
}

static gboolean
verify_row (sqlite3_stmt  *rows,
            gint64         seq,
            char         **previous,
            GError       **error)
{
  MoeiStoreAuditEntry entry = {
    .revision = sqlite3_column_int64 (rows, 1),
    .actor = (const char *) sqlite3_column_text (rows, 3),
    .action = (const char *) sqlite3_column_text (rows, 4),
    .target = (const char *) sqlite3_column_text (rows, 5),
    .before = (const char *) sqlite3_column_text (rows, 6),
    .after = (const char *) sqlite3_column_text (rows, 7),
  };
  g_autofree char *hash = seal (*previous, seq, (const char *) sqlite3_column_text (rows, 2), &entry);

  if (sqlite3_column_int64 (rows, 0) != seq ||
      !g_str_equal (hash, (const char *) sqlite3_column_text (rows, 8))) {
    g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_DAMAGED,
                 "the audit's chain is broken at entry %" G_GINT64_FORMAT, seq);
    return FALSE;
  }

  g_free (*previous);
  *previous = g_steal_pointer (&hash);
  return TRUE;
}

/**
 * moei_store_audit_verify:
 * @db: a connection
 * @n_rows: (out): how many rows hold together
 * @error: return location
 *
 * Returns: whether every row is there and as it was written
 */
gboolean
moei_store_audit_verify (sqlite3  *db,
                         gint64   *n_rows,
                         GError  **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autofree char *previous = g_strdup (NO_HASH);
  gboolean row;

  *n_rows = 0;
  rows = moei_sql_prepare (db,
                           "SELECT seq, revision, time, actor, action, target, before, after, hash"
                           " FROM audit ORDER BY seq",
                           error);
  if (rows == NULL)
    return FALSE;

  while (TRUE) {
    if (!moei_sql_step (rows, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (!verify_row (rows, *n_rows + 1, &previous, error))
      return FALSE;
    (*n_rows)++;
  }
}
