/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "service/moei-sql.h"

#define BUSY_MS 5000

G_DEFINE_QUARK (moei-store-error-quark, moei_store_error)

static int
get_errno (sqlite3 *db,
           int      which_file)
{
  sqlite3_file *file = NULL;
  int saved_errno = 0;

  if (sqlite3_file_control (db, "main", which_file, &file) == SQLITE_OK && file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &saved_errno);
  return saved_errno;
}

/* SQLite calls much an I/O error; each of its files remembers what the system
 * said. */
static int
get_system_errno (sqlite3 *db)
{
  int saved_errno = sqlite3_system_errno (db);

  if (saved_errno == 0)
    saved_errno = get_errno (db, SQLITE_FCNTL_FILE_POINTER);
  if (saved_errno == 0)
    saved_errno = get_errno (db, SQLITE_FCNTL_JOURNAL_POINTER);
  return saved_errno;
}

static MoeiStoreError
code_of_errno (int saved_errno)
{
  switch (saved_errno) {
  case ENOSPC:
  case EFBIG:
  case EDQUOT:
    return MOEI_STORE_ERROR_FULL;
  case EROFS:
  case EACCES:
  case EPERM:
    return MOEI_STORE_ERROR_READ_ONLY;
  default:
    return MOEI_STORE_ERROR_FAILED;
  }
}

static MoeiStoreError
code_of (sqlite3 *db,
         int      result)
{
  switch (result & 0xff) {
  case SQLITE_FULL:
    return MOEI_STORE_ERROR_FULL;
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
    return code_of_errno (get_system_errno (db));
  case SQLITE_CORRUPT:
    return MOEI_STORE_ERROR_DAMAGED;
  case SQLITE_NOTADB:
    return MOEI_STORE_ERROR_NOT_A_STORE;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return MOEI_STORE_ERROR_LOCKED;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return MOEI_STORE_ERROR_READ_ONLY;
  default:
    return MOEI_STORE_ERROR_FAILED;
  }
}

static void
set_error (sqlite3  *db,
           int       result,
           GError  **error)
{
  MoeiStoreError code = code_of (db, result);
  int saved_errno = (result & 0xff) == SQLITE_IOERR ? get_system_errno (db) : 0;

  if (code == MOEI_STORE_ERROR_FULL)
    g_set_error_literal (error, MOEI_STORE_ERROR, code, "no room is left on the disk");
  else if (saved_errno != 0)
    g_set_error (error, MOEI_STORE_ERROR, code, "%s (%s)", sqlite3_errmsg (db), g_strerror (saved_errno));
  else
    g_set_error_literal (error, MOEI_STORE_ERROR, code, sqlite3_errmsg (db));
}

/* What is kept is nobody else's to read; SQLite's other files take after this
 * one.  A file that is there is not touched: to close it would drop its locks. */
static void
make_private (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_close (fd, NULL);
}

/**
 * moei_sql_open:
 * @path: the store's file
 * @writable: whether to write it, and make it if there is none
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a connection with our settings, to be
 *   used by one thread at a time
 */
sqlite3 *
moei_sql_open (const char  *path,
               gboolean     writable,
               GError     **error)
{
  g_autoptr (sqlite3) db = NULL;
  int flags = writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  int result;

  if (writable)
    make_private (path);

  result = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK) {
    set_error (db, result, error);
    return NULL;
  }

  sqlite3_busy_timeout (db, BUSY_MS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* A file is not written to before it is known to be sound. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!moei_sql_run (db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON", error))
    return NULL;

  if (writable && sqlite3_db_readonly (db, "main") == 1) {
    g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_READ_ONLY, "the file may not be written");
    return NULL;
  }

  return g_steal_pointer (&db);
}

/**
 * moei_sql_run:
 * @db: a connection
 * @sql: statements whose rows nobody wants
 * @error: return location
 *
 * Returns: whether all of them succeeded
 */
gboolean
moei_sql_run (sqlite3     *db,
              const char  *sql,
              GError     **error)
{
  int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    set_error (db, result, error);
  return result == SQLITE_OK;
}

/**
 * moei_sql_get_number:
 * @db: a connection
 * @sql: a statement that yields one number
 * @number: (out): that number; 0 if there is no row
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
moei_sql_get_number (sqlite3     *db,
                     const char  *sql,
                     gint64      *number,
                     GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = moei_sql_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !moei_sql_step (statement, &row, error))
    return FALSE;

  *number = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * moei_sql_get_text:
 * @db: a connection
 * @sql: a statement that yields one text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text, empty if there is no row;
 *   `NULL` if it failed
 */
char *
moei_sql_get_text (sqlite3     *db,
                   const char  *sql,
                   GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = moei_sql_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !moei_sql_step (statement, &row, error))
    return NULL;

  return g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
}

/**
 * moei_sql_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *
moei_sql_prepare (sqlite3     *db,
                  const char  *sql,
                  GError     **error)
{
  sqlite3_stmt *statement;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (result != SQLITE_OK) {
    set_error (db, result, error);
    return NULL;
  }
  return statement;
}

/**
 * moei_sql_step:
 * @statement: a statement
 * @row: (out): whether there is another row
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
moei_sql_step (sqlite3_stmt  *statement,
               gboolean      *row,
               GError       **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;

  set_error (sqlite3_db_handle (statement), result, error);
  return FALSE;
}

/**
 * moei_sql_finish:
 * @statement: a statement that yields no rows
 * @error: return location
 *
 * Runs it and makes it ready to be bound again.
 *
 * Returns: whether it succeeded
 */
gboolean
moei_sql_finish (sqlite3_stmt  *statement,
                 GError       **error)
{
  gboolean row;
  gboolean done = moei_sql_step (statement, &row, error);

  sqlite3_reset (statement);
  return done;
}

/**
 * moei_sql_bind_text:
 * @statement: a statement
 * @position: from 1
 * @text: (nullable): a text that outlives the next step
 */
void
moei_sql_bind_text (sqlite3_stmt *statement,
                    int           position,
                    const char   *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, position, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, position);
}
