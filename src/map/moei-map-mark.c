/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-map-mark.h"

#define HALO_WIDTH 2.4

/**
 * moei_map_mark_draw:
 * @self: a mark
 * @cr: where to draw it: in its middle, an arrow up
 * @colour: its colour
 * @halo: the colour around it
 */
void
moei_map_mark_draw (MoeiMapMark    self,
                    cairo_t       *cr,
                    const GdkRGBA *colour,
                    const GdkRGBA *halo)
{
  double size = MOEI_MAP_MARK_ARROW_SIZE;

  if (self == MOEI_MAP_MARK_DOT) {
    cairo_arc (cr, 0, 0, MOEI_MAP_MARK_DOT_RADIUS, 0, 2 * G_PI);
  } else if (self == MOEI_MAP_MARK_ARROW) {
    cairo_move_to (cr, 0, -size);
    cairo_line_to (cr, size * 0.75, size * 0.6);
    cairo_line_to (cr, 0, size * 0.2);
    cairo_line_to (cr, -size * 0.75, size * 0.6);
    cairo_close_path (cr);
  }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, halo);
  cairo_set_line_width (cr, HALO_WIDTH);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_fill (cr);
}

/**
 * moei_map_leg_draw:
 * @cr: where to draw it
 * @home: where a place is
 * @at: where its symbol was moved for others
 * @colour: its colour
 * @halo: the colour around it
 */
void
moei_map_leg_draw (cairo_t       *cr,
                   MoeiPoint      home,
                   MoeiPoint      at,
                   const GdkRGBA *colour,
                   const GdkRGBA *halo)
{
  cairo_move_to (cr, home.x, home.y);
  cairo_line_to (cr, at.x, at.y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, halo);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  cairo_arc (cr, home.x, home.y, 2.2, 0, 2 * G_PI);
  cairo_fill (cr);
}
