/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-convoys-layer.h"
#include "map/moei-label-placer.h"
#include "map/moei-map-covers.h"
#include "map/moei-map-layer.h"
#include "map/moei-routes-layer.h"
#include "map/moei-sites-layer.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LABELS_LAYER (moei_labels_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLabelsLayer, moei_labels_layer, MOEI, LABELS_LAYER, MoeiMapLayer)

MoeiMapLayer *moei_labels_layer_new       (ShumateViewport  *viewport,
                                           MoeiMapScene     *scene,
                                           MoeiMapCovers    *covers,
                                           MoeiSitesLayer   *sites,
                                           MoeiRoutesLayer  *routes,
                                           MoeiConvoysLayer *convoys);
GArray       *moei_labels_layer_get_drawn (MoeiLabelsLayer  *self);

G_END_DECLS
