/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "service/moei-store-error.h"

G_BEGIN_DECLS

/* What the files of the SQLite engine share; nobody else includes it. */

sqlite3      *moei_sql_open       (const char    *path,
                                   gboolean       writable,
                                   GError       **error);
gboolean      moei_sql_run        (sqlite3       *db,
                                   const char    *sql,
                                   GError       **error);
gboolean      moei_sql_get_number (sqlite3       *db,
                                   const char    *sql,
                                   gint64        *number,
                                   GError       **error);
char         *moei_sql_get_text   (sqlite3       *db,
                                   const char    *sql,
                                   GError       **error);
sqlite3_stmt *moei_sql_prepare    (sqlite3       *db,
                                   const char    *sql,
                                   GError       **error);
gboolean      moei_sql_step       (sqlite3_stmt  *statement,
                                   gboolean      *row,
                                   GError       **error);
gboolean      moei_sql_finish     (sqlite3_stmt  *statement,
                                   GError       **error);
void          moei_sql_bind_text  (sqlite3_stmt  *statement,
                                   int            position,
                                   const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
