/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-callout-layer.h"
#include "map/moei-labels-layer.h"
#include "map/moei-tiles-layer.h"

G_BEGIN_DECLS

/**
 * MoeiMapStack:
 * @tiles: a tile server's, if there is one
 * @routes: the lines
 * @labels: the names
 * @sites: the symbols
 * @convoys: what moves
 * @callout: what is pointed at
 *
 * The layers of a scene above the base map, the lowest first; borrowed from the
 * map that shows them.
 */
typedef struct {
  ShumateLayer *tiles;
  MoeiMapLayer *routes;
  MoeiMapLayer *labels;
  MoeiMapLayer *sites;
  MoeiMapLayer *convoys;
  MoeiMapLayer *callout;
} MoeiMapStack;

void         moei_map_stack_init    (MoeiMapStack       *self,
                                     ShumateMap         *map,
                                     MoeiMapScene       *scene,
                                     MoeiMapCovers      *covers);
MoeiMapKeys  moei_map_stack_explain (const MoeiMapStack *self);
GArray      *moei_map_stack_pick    (const MoeiMapStack *self,
                                     MoeiPoint           point,
                                     double              reach);
GPtrArray   *moei_map_stack_list    (const MoeiMapStack *self,
                                     GArray             *points);

G_END_DECLS
