/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "operation/moei-change.h"

G_BEGIN_DECLS

const char *moei_change_get_member  (JsonObject *object,
                                     const char *member);
gboolean    moei_change_is_withheld (JsonObject *object,
                                     const char *member);
JsonObject *moei_change_find_item   (JsonArray  *items,
                                     const char *id);
JsonArray  *moei_change_get_items   (JsonObject *object,
                                     const char *member);
gint64      moei_change_get_instant (JsonObject *object,
                                     const char *member);

void        moei_change_set_source  (MoeiChange *self,
                                     JsonObject *object);
gboolean    moei_change_set_value   (MoeiChange *self,
                                     const char *property,
                                     JsonObject *object,
                                     const char *member);
gboolean    moei_change_set_text    (MoeiChange *self,
                                     const char *property,
                                     JsonObject *object,
                                     const char *member);
gboolean    moei_change_says        (MoeiChange *self);

G_END_DECLS
