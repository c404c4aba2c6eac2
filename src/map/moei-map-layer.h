/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-map-hit.h"
#include "map/moei-map-key.h"
#include "map/moei-map-scene.h"
#include "map/moei-map-style.h"
#include "map/moei-projection.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_LAYER (moei_map_layer_get_type ())

G_DECLARE_DERIVABLE_TYPE (MoeiMapLayer, moei_map_layer, MOEI, MAP_LAYER, ShumateLayer)

/**
 * MoeiMapLayerClass:
 * @parent_class: the parent class
 * @keeps: whether what was drawn may be moved along while the view is panned,
 *   and is drawn anew only now and then
 * @draw: draws the layer
 * @draw_beyond: draws, if the class `keeps`, what is not moved along: at the
 *   view's edge, or outside of @there, which is what of the view was drawn
 * @changed: something of the scene changed; @property is its name, or the name
 *   of a collection of the operation in which something changed
 * @pick: adds what is drawn within some pixels of a point of the view, what
 *   matters more first
 * @explain: which keys of a legend are in the view
 */
struct _MoeiMapLayerClass {
  ShumateLayerClass parent_class;

  gboolean    keeps;
  void        (*draw)        (MoeiMapLayer          *self,
                              GtkSnapshot           *snapshot,
                              const MoeiProjector   *projector);
  void        (*draw_beyond) (MoeiMapLayer          *self,
                              GtkSnapshot           *snapshot,
                              const MoeiProjector   *projector,
                              const graphene_rect_t *there);
  void        (*changed)     (MoeiMapLayer          *self,
                              const char            *property);
  void        (*pick)        (MoeiMapLayer          *self,
                              const MoeiProjector   *projector,
                              MoeiPoint              point,
                              double                 reach,
                              GArray                *hits);
  MoeiMapKeys (*explain)     (MoeiMapLayer          *self,
                              const MoeiProjector   *projector);
};

void                moei_map_layer_keep_with     (MoeiMapLayer  *self,
                                                  MoeiMapLayer  *below);
MoeiMapScene       *moei_map_layer_get_scene     (MoeiMapLayer  *self);
const MoeiMapStyle *moei_map_layer_get_style     (MoeiMapLayer  *self);
void                moei_map_layer_get_projector (MoeiMapLayer  *self,
                                                  MoeiProjector *projector);
gboolean            moei_map_layer_wants_cairo   (MoeiMapLayer  *self);
void                moei_map_layer_watch         (MoeiMapLayer  *self,
                                                  const char    *collection);
void                moei_map_layer_pick          (MoeiMapLayer  *self,
                                                  MoeiPoint      point,
                                                  double         reach,
                                                  GArray        *hits);
MoeiMapKeys         moei_map_layer_explain       (MoeiMapLayer  *self);

G_END_DECLS
