/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-sql.h"

G_BEGIN_DECLS

/* "Moei" in ASCII, so that a file says whose it is. */
#define MOEI_STORE_APPLICATION_ID 0x4d6f6569

gboolean moei_store_schema_prepare (sqlite3            *db,
                                    const char         *path,
                                    GError            **error);
gboolean moei_store_schema_check   (sqlite3            *db,
                                    GError            **error);
gboolean moei_store_schema_migrate (sqlite3            *db,
                                    const char         *path,
                                    const char * const *to_next,
                                    guint               n_steps,
                                    GError            **error);

G_END_DECLS
