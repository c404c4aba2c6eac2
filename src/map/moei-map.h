/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-canvas.h"
#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP (moei_map_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMap, moei_map, MOEI, MAP, GtkWidget)

MoeiMap       *moei_map_new          (void);

MoeiEntity    *moei_map_get_selected (MoeiMap    *self);
void           moei_map_set_selected (MoeiMap    *self,
                                      MoeiEntity *selected);

MoeiMapCanvas *moei_map_get_canvas   (MoeiMap    *self);
MoeiMapScene  *moei_map_get_scene    (MoeiMap    *self);
void           moei_map_copy_view    (MoeiMap    *self,
                                      MoeiMap    *from);

G_END_DECLS
