/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_COLLECTION (moei_collection_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCollection, moei_collection, MOEI, COLLECTION, GObject)

MoeiCollection *moei_collection_new      (GType           item_type);
gpointer        moei_collection_get      (MoeiCollection *self,
                                          guint           position);
guint           moei_collection_size     (MoeiCollection *self);
gpointer        moei_collection_lookup   (MoeiCollection *self,
                                          const char     *id);
void            moei_collection_append   (MoeiCollection *self,
                                          gpointer        entity);
gboolean        moei_collection_merge    (MoeiCollection *self,
                                          MoeiCollection *fresh);
gboolean        moei_collection_replace  (MoeiCollection *self,
                                          GPtrArray      *entities);
void            moei_collection_announce (MoeiCollection *self);
void            moei_collection_clear    (MoeiCollection *self);

G_END_DECLS
