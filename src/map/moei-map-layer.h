/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-map-scene.h"
#include "map/moei-map-style.h"
#include "map/moei-projection.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_LAYER (moei_map_layer_get_type ())

G_DECLARE_DERIVABLE_TYPE (MoeiMapLayer, moei_map_layer, MOEI, MAP_LAYER, ShumateLayer)

/**
 * MoeiMapLayerClass:
 * @parent_class: the parent class
 * @draw: draws the layer
 * @changed: something of the scene changed; @property is its name, or the name
 *   of a collection of the operation in which something changed
 * @pick: what is drawn at a point of the view, if anything
 */
struct _MoeiMapLayerClass {
  ShumateLayerClass parent_class;

  void        (*draw)    (MoeiMapLayer        *self,
                          GtkSnapshot         *snapshot,
                          const MoeiProjector *projector);
  void        (*changed) (MoeiMapLayer        *self,
                          const char          *property);
  MoeiEntity *(*pick)    (MoeiMapLayer        *self,
                          const MoeiProjector *projector,
                          MoeiPoint            point);
};

MoeiMapScene       *moei_map_layer_get_scene     (MoeiMapLayer  *self);
const MoeiMapStyle *moei_map_layer_get_style     (MoeiMapLayer  *self);
void                moei_map_layer_get_projector (MoeiMapLayer  *self,
                                                  MoeiProjector *projector);
gboolean            moei_map_layer_wants_cairo   (MoeiMapLayer  *self);
void                moei_map_layer_watch         (MoeiMapLayer  *self,
                                                  const char    *collection);
MoeiEntity         *moei_map_layer_pick          (MoeiMapLayer  *self,
                                                  double         x,
                                                  double         y);

G_END_DECLS
