/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "service/moei-store-schema.h"

/* Step n takes a store from version n to n + 1.  A step that has been released
 * is never edited; a new one is added.  Days are GDate's Julian numbers and
 * instants microseconds since 1970, as in the program. */
static const char * const steps[] = {
  "CREATE TABLE meta ("
  "  one INTEGER PRIMARY KEY CHECK (one = 1),"
  "  epoch TEXT NOT NULL,"
  "  revision INTEGER NOT NULL,"
  "  changed INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE entity ("
  "  collection TEXT NOT NULL,"
  "  id TEXT NOT NULL,"
  "  day INTEGER,"
  "  position INTEGER NOT NULL,"
  "  revision INTEGER NOT NULL,"
  "  body TEXT NOT NULL,"
  "  PRIMARY KEY (collection, id)"
  ") STRICT;"
  "CREATE INDEX entity_order ON entity (collection, day, position);"
  "CREATE TABLE document ("
  "  href TEXT PRIMARY KEY,"
  "  revision INTEGER NOT NULL,"
  "  changed INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX document_revision ON document (revision);"
  "CREATE TABLE audit ("
  "  seq INTEGER PRIMARY KEY,"
  "  revision INTEGER NOT NULL,"
  "  time TEXT NOT NULL,"
  "  actor TEXT NOT NULL,"
  "  action TEXT NOT NULL,"
  "  target TEXT NOT NULL,"
  "  before TEXT,"
  "  after TEXT,"
  "  hash TEXT NOT NULL CHECK (length (hash) = 64)"
  ") STRICT;"
  "CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit"
  "  BEGIN SELECT RAISE (ABORT, 'the audit is only added to'); END;"
  "CREATE TRIGGER audit_stays BEFORE DELETE ON audit"
  "  BEGIN SELECT RAISE (ABORT, 'the audit is only added to'); END;"
  "INSERT INTO meta VALUES (1, lower (hex (randomblob (8))), 1,"
  "  CAST ((julianday ('now') - 2440587.5) * 86400000000 AS INTEGER))",

  /* Numbers of changes are never used again, also after all are gone. */
  "CREATE TABLE change ("
  "  seq INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  topic TEXT NOT NULL,"
  "  body TEXT NOT NULL"
  ") STRICT;",
};

static gboolean
set_version (sqlite3  *db,
             guint     version,
             GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", version);

  return moei_sql_run (db, sql, error);
}

static gboolean
take_step (sqlite3     *db,
           const char  *sql,
           guint        version,
           GError     **error)
{
  if (!moei_sql_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (moei_sql_run (db, sql, error) &&
      set_version (db, version, error) &&
      moei_sql_run (db, "COMMIT", error))
    return TRUE;

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  g_prefix_error (error, "version %u could not be made: ", version);
  return FALSE;
}

/* A whole copy, made before anything is touched; an unfinished earlier one is replaced. */
static gboolean
back_up (sqlite3     *db,
         const char  *path,
         guint        version,
         GError     **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.version-%u", path, version);
  g_autoptr (sqlite3_stmt) statement = moei_sql_prepare (db, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;

  g_unlink (backup);
  moei_sql_bind_text (statement, 1, backup);
  if (moei_sql_finish (statement, error))
    return TRUE;

  g_prefix_error (error, "no backup could be made before the migration: ");
  return FALSE;
}

static void
set_not_ours (GError **error)
{
  g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_NOT_A_STORE,
                       "the file is a database of another program");
}

static void
set_newer (gint64   version,
           guint    known,
           GError **error)
{
  g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_NEWER,
               "a newer Moei made it: its version is %" G_GINT64_FORMAT ", this program knows up to %u",
               version, known);
}

/* An empty file is a store to be; anything else must say that it is one. */
static gboolean
claim (sqlite3  *db,
       GError  **error)
{
  gint64 application_id, n_objects;

  if (!moei_sql_get_number (db, "PRAGMA application_id", &application_id, error) ||
      !moei_sql_get_number (db, "SELECT count (*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  if (application_id == MOEI_STORE_APPLICATION_ID)
    return TRUE;

  if (application_id == 0 && n_objects == 0)
    return moei_sql_run (db, "PRAGMA application_id = " G_STRINGIFY (MOEI_STORE_APPLICATION_ID), error);

  set_not_ours (error);
  return FALSE;
}

/* WAL with FULL is the cheapest mode that lost no acknowledged commit when the power was cut. */
static gboolean
set_journal (sqlite3  *db,
             GError  **error)
{
  g_autofree char *mode = moei_sql_get_text (db, "PRAGMA journal_mode = WAL", error);

  if (mode == NULL)
    return FALSE;

  if (!g_str_equal (mode, "wal")) {
    g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_FAILED,
                 "the file system allows no write-ahead log (journal mode \"%s\")", mode);
    return FALSE;
  }
  return moei_sql_run (db, "PRAGMA synchronous = FULL", error);
}

static gboolean
check_health (sqlite3  *db,
              GError  **error)
{
  g_autofree char *verdict = moei_sql_get_text (db, "PRAGMA quick_check (1)", error);

  if (verdict == NULL)
    return FALSE;

  if (!g_str_equal (verdict, "ok")) {
    g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_DAMAGED, verdict);
    return FALSE;
  }
  return TRUE;
}

/* Whether the newest change that the audit knows is the newest that was made:
 * files of two copies of a store can fit each other page by page and yet not. */
static gboolean
check_audit (sqlite3  *db,
             GError  **error)
{
  gint64 fits;

  if (!moei_sql_get_number (db,
                            "SELECT (SELECT revision FROM meta) ="
                            "   coalesce ((SELECT revision FROM audit ORDER BY seq DESC LIMIT 1), 1)"
                            " AND (SELECT count (*) FROM audit) ="
                            "   coalesce ((SELECT max (seq) FROM audit), 0)",
                            &fits, error))
    return FALSE;

  if (!fits)
    g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_DAMAGED,
                         "the audit does not go with what it audits");
  return fits;
}

/**
 * moei_store_schema_migrate:
 * @db: a connection
 * @path: its file
 * @to_next: what leads from each version to the next
 * @n_steps: how many, also the newest version
 * @error: return location
 *
 * Brings a store to the newest version, each step in one transaction.  An
 * existing store is copied to *path*`.version-`*n* first.
 *
 * Returns: whether it is at the newest version now
 */
gboolean
moei_store_schema_migrate (sqlite3             *db,
                           const char          *path,
                           const char * const  *to_next,
                           guint                n_steps,
                           GError             **error)
{
  gint64 version;

  if (!moei_sql_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version < 0 || version > n_steps) {
    set_newer (version, n_steps, error);
    return FALSE;
  }

  if (version > 0 && version < n_steps && !back_up (db, path, (guint) version, error))
    return FALSE;

  for (guint i = (guint) version; i < n_steps; i++) {
    if (!take_step (db, to_next[i], i + 1, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_store_schema_prepare:
 * @db: a writable connection
 * @path: its file
 * @error: return location
 *
 * Checks that the file is a healthy store of ours, or makes it one.
 *
 * Returns: whether it may be used
 */
gboolean
moei_store_schema_prepare (sqlite3     *db,
                           const char  *path,
                           GError     **error)
{
  if (!claim (db, error) ||
      !set_journal (db, error) ||
      !check_health (db, error) ||
      !moei_store_schema_migrate (db, path, steps, G_N_ELEMENTS (steps), error) ||
      !check_audit (db, error))
    return FALSE;

  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

/**
 * moei_store_schema_check:
 * @db: a connection that may be read only
 * @error: return location
 *
 * Returns: whether the file is a healthy store of ours at the newest version
 */
gboolean
moei_store_schema_check (sqlite3  *db,
                         GError  **error)
{
  gint64 application_id, version;

  if (!moei_sql_get_number (db, "PRAGMA application_id", &application_id, error) ||
      !moei_sql_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id != MOEI_STORE_APPLICATION_ID) {
    set_not_ours (error);
    return FALSE;
  }

  if (version > (gint64) G_N_ELEMENTS (steps)) {
    set_newer (version, G_N_ELEMENTS (steps), error);
    return FALSE;
  }

  if (version < (gint64) G_N_ELEMENTS (steps)) {
    g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_FAILED,
                         "an older Moei made it; serve it once to bring it up to date");
    return FALSE;
  }

  return check_health (db, error);
}
