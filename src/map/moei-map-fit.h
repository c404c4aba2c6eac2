/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-label-field.h"
#include "map/moei-map-extent.h"
#include "map/moei-projection.h"

G_BEGIN_DECLS

/**
 * MoeiMapFitted:
 * @extent: what shall be seen
 * @width: how wide the map is, in pixels
 * @height: how high it is
 * @legend: where its legend was, all in all: its lines come and go with what is
 *   in the view, and with a view for each the map would never come to rest
 * @held: whether the view stays although the legend grows, as it does in another
 *   language, and the map is a little wider or higher
 *
 * What a view was found for.
 */
typedef struct {
  MoeiExtent extent;
  int        width;
  int        height;
  MoeiBox    legend;
  gboolean   held;
} MoeiMapFitted;

void     moei_map_fit                (MoeiProjector       *projector,
                                      MoeiExtent           extent,
                                      GArray              *covers,
                                      MoeiOperation       *operation);
gboolean moei_map_fitted_grow        (MoeiMapFitted       *self,
                                      const MoeiMapFitted *wanted);

G_END_DECLS
