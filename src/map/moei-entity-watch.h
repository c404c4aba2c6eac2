/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ENTITY_WATCH (moei_entity_watch_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEntityWatch, moei_entity_watch, MOEI, ENTITY_WATCH, GObject)

MoeiEntityWatch *moei_entity_watch_new            (const char      *name);
const char      *moei_entity_watch_get_name       (MoeiEntityWatch *self);
void             moei_entity_watch_set_collection (MoeiEntityWatch *self,
                                                   MoeiCollection  *collection);

G_END_DECLS
