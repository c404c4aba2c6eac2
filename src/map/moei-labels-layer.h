/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-convoys-layer.h"
#include "map/moei-label-field.h"
#include "map/moei-map-layer.h"
#include "map/moei-routes-layer.h"
#include "map/moei-sites-layer.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LABELS_LAYER (moei_labels_layer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLabelsLayer, moei_labels_layer, MOEI, LABELS_LAYER, MoeiMapLayer)

/**
 * MoeiDrawnLabel:
 * @entity: (nullable): the place that it names
 * @text: (nullable): its first line
 * @box: where it is drawn in the view
 *
 * A label as drawn.
 */
typedef struct {
  MoeiEntity *entity;
  const char *text;
  MoeiBox     box;
} MoeiDrawnLabel;

MoeiMapLayer *moei_labels_layer_new          (ShumateViewport  *viewport,
                                              MoeiMapScene     *scene,
                                              MoeiSitesLayer   *sites,
                                              MoeiRoutesLayer  *routes,
                                              MoeiConvoysLayer *convoys);
void          moei_labels_layer_set_reserved (MoeiLabelsLayer  *self,
                                              const MoeiBox    *boxes,
                                              guint             n_boxes);
GArray       *moei_labels_layer_get_drawn    (MoeiLabelsLayer  *self);

G_END_DECLS
