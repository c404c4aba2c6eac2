/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-layer.h"
#include "map/moei-site-arrangement.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SITES_LAYER (moei_sites_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSitesLayer, moei_sites_layer, MOEI, SITES_LAYER, MoeiMapLayer)

MoeiMapLayer        *moei_sites_layer_new         (ShumateViewport     *viewport,
                                                   MoeiMapScene        *scene);
const MoeiDrawnSite *moei_sites_layer_get_drawn   (MoeiSitesLayer      *self,
                                                   const MoeiProjector *projector,
                                                   guint               *n_drawn);
const MoeiDrawnSite *moei_sites_layer_find        (MoeiSitesLayer      *self,
                                                   const MoeiProjector *projector,
                                                   MoeiPlace           *place);
GPtrArray           *moei_sites_layer_get_members (MoeiSitesLayer      *self,
                                                   const MoeiProjector *projector,
                                                   MoeiPlace           *place);
void                 moei_sites_layer_fan_out     (MoeiSitesLayer      *self,
                                                   MoeiPlace           *place);

G_END_DECLS
