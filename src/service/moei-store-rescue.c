/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "service/moei-sql.h"
#include "service/moei-store-rescue.h"

/* When a service is killed its write-ahead log stays behind.  Whoever then puts
 * a backup in the place of the store leaves the log of the one beside the other,
 * and SQLite takes them for a pair. */

/* Looks at the file as if it had no log. */
static gboolean
is_healthy_alone (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *file_uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *uri = g_strconcat (file_uri, "?immutable=1", NULL);
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *verdict = NULL;

  if (sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) != SQLITE_OK)
    return FALSE;

  verdict = moei_sql_get_text (db, "PRAGMA quick_check (1)", NULL);
  return g_strcmp0 (verdict, "ok") == 0;
}

/**
 * moei_store_put_log_aside:
 * @path: the file of a store that nobody has open
 *
 * Keeps its log from being taken for the log of what stands at @path now.
 * Nothing is deleted but the log's index.
 *
 * Returns: whether it did
 */
gboolean
moei_store_put_log_aside (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *aside = g_strconcat (path, ".stray-log", NULL);

  if (g_rename (log, aside) != 0)
    return FALSE;

  g_unlink (index);
  g_message ("The write-ahead log beside %s was of another copy of it; it was put aside as %s", path, aside);
  return TRUE;
}

/**
 * moei_store_rescue:
 * @path: the file of a store that was found damaged and that nobody has open
 *
 * Sees whether the store is sound but for a log that is not its own, and if so
 * puts the log aside.
 *
 * Returns: whether it is worth to open the store again
 */
gboolean
moei_store_rescue (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS) && is_healthy_alone (path) && moei_store_put_log_aside (path);
}
