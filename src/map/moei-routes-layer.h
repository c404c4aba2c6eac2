/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-flight-arc.h"
#include "map/moei-map-layer.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROUTES_LAYER (moei_routes_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRoutesLayer, moei_routes_layer, MOEI, ROUTES_LAYER, MoeiMapLayer)

MoeiMapLayer *moei_routes_layer_new       (ShumateViewport *viewport,
                                           MoeiMapScene    *scene);
GPtrArray    *moei_routes_layer_get_arcs  (MoeiRoutesLayer *self);
GPtrArray    *moei_routes_layer_get_lines (MoeiRoutesLayer *self);
gboolean      moei_routes_layer_is_drawn  (MoeiRoutesLayer *self);
gboolean      moei_routes_layer_find      (MoeiRoutesLayer     *self,
                                           const MoeiProjector *projector,
                                           MoeiEntity          *entity,
                                           MoeiPoint           *at);

G_END_DECLS
