/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-convoys-layer.h"
#include "map/moei-map-covers.h"
#include "map/moei-map-layer.h"
#include "map/moei-routes-layer.h"
#include "map/moei-sites-layer.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CALLOUT_LAYER (moei_callout_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCalloutLayer, moei_callout_layer, MOEI, CALLOUT_LAYER, MoeiMapLayer)

MoeiMapLayer *moei_callout_layer_new         (ShumateViewport     *viewport,
                                              MoeiMapScene        *scene,
                                              MoeiMapCovers       *covers,
                                              MoeiSitesLayer      *sites,
                                              MoeiRoutesLayer     *routes,
                                              MoeiConvoysLayer    *convoys);
void          moei_callout_layer_point       (MoeiCalloutLayer    *self,
                                              MoeiEntity          *entity,
                                              const MoeiPoint     *at);
MoeiEntity   *moei_callout_layer_get_pointed (MoeiCalloutLayer    *self);
char         *moei_callout_layer_describe    (MoeiCalloutLayer    *self,
                                              MoeiEntity          *entity);
gboolean      moei_callout_layer_locate      (MoeiCalloutLayer    *self,
                                              const MoeiProjector *projector,
                                              MoeiEntity          *entity,
                                              MoeiBox             *box);

G_END_DECLS
