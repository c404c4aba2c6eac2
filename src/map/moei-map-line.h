/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-style.h"
#include "map/moei-projection.h"
#include "map/moei-raster.h"

G_BEGIN_DECLS

/**
 * MoeiLineDash:
 * @MOEI_LINE_SOLID: no gaps
 * @MOEI_LINE_DASHED: dashes
 * @MOEI_LINE_DOTTED: dots
 * @MOEI_LINE_SPARSE: short dashes far apart
 *
 * How a line is broken.
 */
typedef enum {
  MOEI_LINE_SOLID,
  MOEI_LINE_DASHED,
  MOEI_LINE_DOTTED,
  MOEI_LINE_SPARSE,
} MoeiLineDash;

/**
 * MoeiMapLine:
 * @points: (element-type MoeiPoint): its points on the plane
 * @colour: its colour
 * @width: its width in pixels
 * @dash: how it is broken
 * @halo: whether it is set off from the map below
 * @crossed: whether it is crossed out in its middle
 *
 * A line ready to be drawn at any zoom; not changed once made.
 */
typedef struct {
  GArray       *points;
  GdkRGBA       colour;
  double        width;
  MoeiLineDash  dash;
  gboolean      halo;
  gboolean      crossed;
} MoeiMapLine;

MoeiMapLine *moei_map_line_new     (GArray              *points,
                                    const GdkRGBA       *colour,
                                    double               width,
                                    MoeiLineDash         dash);
void         moei_map_line_free    (MoeiMapLine         *self);
MoeiRaster  *moei_map_lines_raster (GPtrArray           *lines,
                                    const MoeiMapStyle  *style,
                                    const MoeiProjector *projector,
                                    double               margin,
                                    int                  scale);

G_END_DECLS
