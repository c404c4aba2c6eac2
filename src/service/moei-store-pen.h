/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-sql.h"

G_BEGIN_DECLS

/**
 * MoeiStorePen:
 *
 * The one connection through which a store is written, and what it knows of
 * the file: whether it is still the one that was opened, and whether the disk
 * can be believed.
 */
typedef struct _MoeiStorePen MoeiStorePen;

MoeiStorePen *moei_store_pen_open        (const char    *path,
                                          GError       **error);
void          moei_store_pen_free        (MoeiStorePen  *self);
sqlite3      *moei_store_pen_get_db      (MoeiStorePen  *self);
gboolean      moei_store_pen_get_ready   (MoeiStorePen  *self,
                                          GError       **error);
gboolean      moei_store_pen_is_in_place (MoeiStorePen  *self,
                                          GError       **error);
void          moei_store_pen_failed      (MoeiStorePen  *self,
                                          const GError  *error);
void          moei_store_pen_succeeded   (MoeiStorePen  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStorePen, moei_store_pen_free)

G_END_DECLS
