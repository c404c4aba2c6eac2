/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-convoy-badge.h"
#include "map/moei-label-field.h"
#include "map/moei-map-layer.h"
#include "map/moei-sites-layer.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CONVOYS_LAYER (moei_convoys_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiConvoysLayer, moei_convoys_layer, MOEI, CONVOYS_LAYER, MoeiMapLayer)

/**
 * MoeiDrawnMover:
 * @entity: a convoy or flight
 * @motion: where it should be, and how far that can be trusted
 * @look: how a convoy looks
 * @box: where it is drawn in the view
 *
 * A convoy or aircraft as drawn.
 */
typedef struct {
  MoeiEntity     *entity;
  MoeiMotion      motion;
  MoeiConvoyLook  look;
  MoeiBox         box;
} MoeiDrawnMover;

MoeiMapLayer *moei_convoys_layer_new       (ShumateViewport     *viewport,
                                            MoeiMapScene        *scene,
                                            MoeiSitesLayer      *sites);
GArray       *moei_convoys_layer_get_boxes (MoeiConvoysLayer    *self,
                                            const MoeiProjector *projector);
GArray       *moei_convoys_layer_get_drawn (MoeiConvoysLayer    *self,
                                            const MoeiProjector *projector);

G_END_DECLS
