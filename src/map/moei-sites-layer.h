/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-layer.h"
#include "operation/moei-place.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SITES_LAYER (moei_sites_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSitesLayer, moei_sites_layer, MOEI, SITES_LAYER, MoeiMapLayer)

/**
 * MoeiDrawnSite:
 * @place: the place; of several drawn as one, the first
 * @at: where its symbol is drawn in the view
 * @radius: how large it is drawn
 * @n_places: how many places it stands for
 *
 * A symbol as drawn.
 */
typedef struct {
  MoeiPlace *place;
  MoeiPoint  at;
  double     radius;
  guint      n_places;
} MoeiDrawnSite;

MoeiMapLayer        *moei_sites_layer_new       (ShumateViewport     *viewport,
                                                 MoeiMapScene        *scene);
const MoeiDrawnSite *moei_sites_layer_get_drawn (MoeiSitesLayer      *self,
                                                 const MoeiProjector *projector,
                                                 guint               *n_drawn);

G_END_DECLS
