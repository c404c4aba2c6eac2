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
 * @MOEI_LINE_MIXED: dashes and dots by turns
 *
 * How a line is broken.
 */
typedef enum {
  MOEI_LINE_SOLID,
  MOEI_LINE_DASHED,
  MOEI_LINE_DOTTED,
  MOEI_LINE_SPARSE,
  MOEI_LINE_MIXED,
} MoeiLineDash;

/**
 * MoeiMapLine:
 * @points: (element-type MoeiPoint): its points on the plane
 * @colour: its colour
 * @width: its width in pixels
 * @dash: how it is broken
 * @halo: whether it is set off from the map below
 * @crossed: whether it is crossed out in its middle
 * @least: how far it must reach in the view to be drawn, in pixels
 * @key: what it stands for in the legend, a `MoeiMapKey`
 * @id: (nullable): the id of the route that it is
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
  double        least;
  guint         key;
  char         *id;
} MoeiMapLine;

MoeiMapLine *moei_map_line_new       (GArray              *points,
                                      const GdkRGBA       *colour,
                                      double               width,
                                      MoeiLineDash         dash);
void         moei_map_line_free      (MoeiMapLine         *self);
void         moei_map_line_stroke    (const MoeiMapLine   *self,
                                      cairo_t             *cr,
                                      const MoeiMapStyle  *style);
void         moei_map_line_cross_out (const MoeiMapLine   *self,
                                      cairo_t             *cr,
                                      const MoeiMapStyle  *style,
                                      MoeiPoint            middle,
                                      double               size);
gboolean     moei_map_line_touches   (const MoeiMapLine   *self,
                                      const MoeiProjector *projector);
double       moei_map_line_measure   (const MoeiMapLine   *self,
                                      const MoeiProjector *projector,
                                      MoeiPoint            point,
                                      MoeiPoint           *nearest);
MoeiRaster  *moei_map_lines_raster   (GPtrArray           *lines,
                                      const MoeiMapStyle  *style,
                                      const MoeiProjector *projector,
                                      double               margin,
                                      double               scale);

G_END_DECLS
