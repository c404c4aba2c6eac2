/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-convoy-badge.h"

#define CORNER 6.0
#define EDGE   1.6
#define LINE   2.0

#define BUS_RADIUS 3.2

/* The ring around what is selected. */
#define RING_GAP 4.0

/* The room that bars, a wave or a question mark take before the head count. */
#define MARK_WIDTH 10.0

/**
 * moei_convoy_look_of:
 * @convoy: a convoy on the road
 * @motion: where it should be
 *
 * Returns: how its badge looks
 */
MoeiConvoyLook
moei_convoy_look_of (MoeiConvoy       *convoy,
                     const MoeiMotion *motion)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);

  if (state == MOEI_CONVOY_STATE_BOARDING)
    return MOEI_CONVOY_LOOK_BOARDING;
  if (motion->trust <= 0)
    return MOEI_CONVOY_LOOK_UNKNOWN;
  if (state == MOEI_CONVOY_STATE_HALTED)
    return MOEI_CONVOY_LOOK_HALTED;
  return motion->estimated || motion->trust < 1 ? MOEI_CONVOY_LOOK_LATE : MOEI_CONVOY_LOOK_MOVING;
}

/**
 * moei_convoy_look_mark:
 * @self: how a badge looks
 *
 * Returns: how much room to leave before the head count, in pixels
 */
double
moei_convoy_look_mark (MoeiConvoyLook self)
{
  return self == MOEI_CONVOY_LOOK_HALTED || self == MOEI_CONVOY_LOOK_LATE || self == MOEI_CONVOY_LOOK_UNKNOWN
           ? MARK_WIDTH
           : 0;
}

/**
 * moei_convoy_look_ink:
 * @self: how a badge looks
 * @style: the colours
 *
 * Returns: (transfer none): the colour of its head count
 */
const GdkRGBA *
moei_convoy_look_ink (MoeiConvoyLook      self,
                      const MoeiMapStyle *style)
{
  switch (self) {
    case MOEI_CONVOY_LOOK_BOARDING:
    case MOEI_CONVOY_LOOK_LATE:
      return &style->convoy;
    case MOEI_CONVOY_LOOK_UNKNOWN:
      return &style->unknown;
    case MOEI_CONVOY_LOOK_HALTED:
      return &style->mark_ink;
    case MOEI_CONVOY_LOOK_MOVING:
    case MOEI_CONVOY_N_LOOKS:
    default:
      return &style->convoy_ink;
  }
}

static void
trace (cairo_t *cr,
       double   width,
       double   height,
       double   inset)
{
  double x = width / 2 - inset, y = height / 2 - inset, corner = MAX (CORNER - inset, 1);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x - corner, -y + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, x - corner, y - corner, corner, 0, G_PI_2);
  cairo_arc (cr, -x + corner, y - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, -x + corner, -y + corner, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_mark (MoeiConvoyLook  self,
           cairo_t        *cr,
           double          width,
           double          height)
{
  double x = -width / 2 + 6 + MARK_WIDTH / 4, reach = height / 5;

  cairo_set_dash (cr, NULL, 0, 0);
  if (self == MOEI_CONVOY_LOOK_HALTED) {
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_width (cr, 2.4);
    for (int side = -1; side <= 1; side += 2) {
      cairo_move_to (cr, x + side * 2.2, -reach);
      cairo_line_to (cr, x + side * 2.2, reach);
    }
    cairo_stroke (cr);
  } else if (self == MOEI_CONVOY_LOOK_LATE) {
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width (cr, 1.8);
    cairo_move_to (cr, x - 3.6, 0.8);
    cairo_curve_to (cr, x - 1.6, -3.4, x + 1.2, 3.6, x + 3.4, -0.8);
    cairo_stroke (cr);
  } else {
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width (cr, 1.8);
    cairo_arc (cr, x, -1.9, 2.5, -G_PI * 0.95, G_PI * 0.28);
    cairo_curve_to (cr, x + 0.9, 0.9, x, 1.0, x, 1.8);
    cairo_stroke (cr);
    cairo_arc (cr, x, 4.6, 1.15, 0, 2 * G_PI);
    cairo_fill (cr);
  }
}

/**
 * moei_convoy_look_draw:
 * @self: how a badge looks
 * @cr: where to draw it; its middle is the origin
 * @style: the colours
 * @width: its width in pixels
 * @height: its height
 * @around: (nullable): the colour of a ring around it, if it is selected
 *
 * Draws a badge without its head count.
 */
void
moei_convoy_look_draw (MoeiConvoyLook      self,
                       cairo_t            *cr,
                       const MoeiMapStyle *style,
                       double              width,
                       double              height,
                       const GdkRGBA      *around)
{
  static const double dashes[] = { 4, 3 }, dots[] = { 0.01, 3.6 };
  gboolean is_filled = self == MOEI_CONVOY_LOOK_MOVING || self == MOEI_CONVOY_LOOK_HALTED;
  const GdkRGBA *colour = self == MOEI_CONVOY_LOOK_HALTED    ? &style->mark
                          : self == MOEI_CONVOY_LOOK_UNKNOWN ? &style->unknown
                                                             : &style->convoy;

  cairo_save (cr);
  if (around != NULL) {
    trace (cr, width, height, -RING_GAP);
    gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
    cairo_set_line_width (cr, 6);
    cairo_stroke_preserve (cr);
    gdk_cairo_set_source_rgba (cr, around);
    cairo_set_line_width (cr, 3);
    cairo_stroke (cr);
  }
  trace (cr, width, height, 0);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 2 * EDGE);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, is_filled ? colour : &style->symbol_edge);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, self == MOEI_CONVOY_LOOK_HALTED ? &style->mark_ink : colour);
  if (self != MOEI_CONVOY_LOOK_MOVING) {
    trace (cr, width, height, LINE / 2);
    cairo_set_line_width (cr, LINE);
    if (self == MOEI_CONVOY_LOOK_LATE) {
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    } else if (self == MOEI_CONVOY_LOOK_UNKNOWN) {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    }
    cairo_stroke (cr);
  }
  gdk_cairo_set_source_rgba (cr, moei_convoy_look_ink (self, style));
  if (moei_convoy_look_mark (self) > 0)
    draw_mark (self, cr, width, height);
  cairo_restore (cr);
}

/**
 * moei_convoy_bus_draw:
 * @cr: where to draw it; its middle is the origin
 * @style: the colours
 * @is_old: whether it was reported so long ago that it may be anywhere by now
 *
 * Draws a bus of a convoy where it was reported: a dot, hollow if that is old.
 */
void
moei_convoy_bus_draw (cairo_t            *cr,
                      const MoeiMapStyle *style,
                      gboolean            is_old)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, BUS_RADIUS, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 3.2);
  cairo_stroke_preserve (cr);
  if (!is_old)
    gdk_cairo_set_source_rgba (cr, &style->convoy);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, is_old ? &style->unknown : &style->convoy);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}
