/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-geometry.h"

G_BEGIN_DECLS

/* The size of a tile, and of the world at zoom 0, in pixels. */
#define MOEI_TILE_SIZE 256

/**
 * MoeiPoint:
 * @x: from west to east
 * @y: from north to south
 *
 * A point of the Web Mercator plane, the world being the unit square, or of a
 * widget in its own pixels.
 */
typedef struct {
  double x;
  double y;
} MoeiPoint;

/**
 * MoeiProjector:
 * @world: the world's width in pixels
 * @centre: the middle of the view on the plane
 * @width: the view's width in pixels
 * @height: the view's height in pixels
 * @zoom: the zoom level
 *
 * From the plane to a view of it, north up, for one frame.
 */
typedef struct {
  double    world;
  MoeiPoint centre;
  double    width;
  double    height;
  double    zoom;
} MoeiProjector;

MoeiPoint    moei_mercator_project         (MoeiPosition         position);
MoeiPosition moei_mercator_unproject       (MoeiPoint            point);
double       moei_mercator_metres          (double               latitude);

void         moei_projector_init             (MoeiProjector       *self,
                                              MoeiPosition         centre,
                                              double               zoom,
                                              double               width,
                                              double               height);
MoeiPoint    moei_projector_to_view          (const MoeiProjector *self,
                                              MoeiPoint            point);
MoeiPoint    moei_projector_from_view        (const MoeiProjector *self,
                                              MoeiPoint            point);
gboolean     moei_projector_shows            (const MoeiProjector *self,
                                              MoeiPoint            view,
                                              double               margin);
double       moei_projector_metres_per_pixel (const MoeiProjector *self);
void         moei_projector_fit              (MoeiProjector       *self,
                                              MoeiPoint            first,
                                              MoeiPoint            second,
                                              double               margin);

GArray      *moei_great_circle             (MoeiPosition         from,
                                            MoeiPosition         to,
                                            guint                n_steps);
MoeiPosition moei_great_circle_at          (MoeiPosition         from,
                                            MoeiPosition         to,
                                            double               fraction);
double       moei_great_circle_course      (MoeiPosition         from,
                                            MoeiPosition         to,
                                            double               fraction);

G_END_DECLS
