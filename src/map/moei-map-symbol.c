/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-symbol.h"

/* The edge around a symbol that keeps it apart from what is below. */
#define EDGE 1.6

/**
 * moei_map_symbol_for_state:
 * @state: how a site stands
 *
 * Returns: its symbol
 */
MoeiMapSymbol
moei_map_symbol_for_state (MoeiPlaceState state)
{
  switch (state) {
    case MOEI_PLACE_STATE_HELD:
      return MOEI_MAP_SYMBOL_HELD;
    case MOEI_PLACE_STATE_CLEARING:
      return MOEI_MAP_SYMBOL_CLEARING;
    case MOEI_PLACE_STATE_CLEARED:
      return MOEI_MAP_SYMBOL_CLEARED;
    case MOEI_PLACE_STATE_UNKNOWN:
    case MOEI_PLACE_STATE_OPEN:
    case MOEI_PLACE_STATE_RESTRICTED:
    case MOEI_PLACE_STATE_CLOSED:
    default:
      return MOEI_MAP_SYMBOL_UNKNOWN;
  }
}

/**
 * moei_map_symbol_for_place:
 * @place: a place
 *
 * Returns: its symbol
 */
MoeiMapSymbol
moei_map_symbol_for_place (MoeiPlace *place)
{
  MoeiPlaceState state = moei_place_get_state (place);

  switch (moei_place_get_kind (place)) {
    case MOEI_PLACE_KIND_CROSSING:
      return state == MOEI_PLACE_STATE_CLOSED ? MOEI_MAP_SYMBOL_CROSSING_CLOSED : MOEI_MAP_SYMBOL_CROSSING;
    case MOEI_PLACE_KIND_STATION:
      return MOEI_MAP_SYMBOL_STATION;
    case MOEI_PLACE_KIND_AIRPORT:
      return MOEI_MAP_SYMBOL_AIRPORT;
    case MOEI_PLACE_KIND_SITE:
    case MOEI_PLACE_KIND_HOLDING:
    case MOEI_PLACE_KIND_UNKNOWN:
    default:
      return moei_map_symbol_for_state (state);
  }
}

/**
 * moei_map_symbol_radius:
 * @self: a symbol
 *
 * Returns: the radius of the circle around it, in pixels
 */
double
moei_map_symbol_radius (MoeiMapSymbol self)
{
  switch (self) {
    case MOEI_MAP_SYMBOL_HELD:
    case MOEI_MAP_SYMBOL_CLEARING:
    case MOEI_MAP_SYMBOL_AIRPORT:
      return 12;
    case MOEI_MAP_SYMBOL_CLEARED:
    case MOEI_MAP_SYMBOL_UNKNOWN:
      return 10.5;
    case MOEI_MAP_SYMBOL_CROSSING:
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
    case MOEI_MAP_SYMBOL_STATION:
      return 9;
    case MOEI_MAP_SYMBOL_CONVOY:
    case MOEI_MAP_SYMBOL_AIRCRAFT:
    case MOEI_MAP_N_SYMBOLS:
    default:
      return 11;
  }
}

/* Fills what has been traced, with an edge around it. */
static void
fill (cairo_t            *cr,
      const MoeiMapStyle *style,
      const GdkRGBA      *colour)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 2 * EDGE);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_fill (cr);
}

static void
trace_polygon (cairo_t      *cr,
               const double *points,
               guint         n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

static void
trace_box (cairo_t *cr,
           double   half_width,
           double   half_height,
           double   corner)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, half_width - corner, -half_height + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, half_width - corner, half_height - corner, corner, 0, G_PI_2);
  cairo_arc (cr, -half_width + corner, half_height - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, -half_width + corner, -half_height + corner, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* An aircraft seen from above, heading north, of unit length. */
static void
trace_aircraft (cairo_t *cr,
                double   size)
{
  static const double half[] = {
    0.00, -0.54, 0.07, -0.42, 0.08, -0.16, 0.50, 0.12, 0.50, 0.22, 0.08, 0.09,
    0.06, 0.34, 0.19, 0.44, 0.19, 0.52, 0.00, 0.46,
  };
  int n = G_N_ELEMENTS (half) / 2;

  for (int i = 0; i < n; i++)
    cairo_line_to (cr, half[2 * i] * size, half[2 * i + 1] * size);
  for (int i = n - 1; i > 0; i--)
    cairo_line_to (cr, -half[2 * i] * size, half[2 * i + 1] * size);
  cairo_close_path (cr);
}

static void
draw_ring (cairo_t            *cr,
           const MoeiMapStyle *style)
{
  cairo_arc (cr, 0, 0, 7, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 4.2 + 2 * EDGE);
  cairo_stroke_preserve (cr);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->cleared);
  cairo_set_line_width (cr, 3.6);
  cairo_stroke (cr);
}

/* The question mark is drawn rather than written: fonts differ. */
static void
draw_question (cairo_t            *cr,
               const MoeiMapStyle *style)
{
  cairo_arc (cr, 0, 0, 8.5, 0, 2 * G_PI);
  fill (cr, style, &style->unknown);
  gdk_cairo_set_source_rgba (cr, &style->facility_ink);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.9);
  cairo_arc (cr, 0, -1.9, 2.6, -G_PI * 0.95, G_PI * 0.28);
  cairo_curve_to (cr, 0.9, 0.9, 0, 1.0, 0, 2.0);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 4.9, 1.25, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_crossing (cairo_t            *cr,
               const MoeiMapStyle *style,
               gboolean            closed)
{
  trace_box (cr, 7, 7, 2);
  fill (cr, style, closed ? &style->closed : &style->facility);
  gdk_cairo_set_source_rgba (cr, closed ? &style->symbol_edge : &style->facility_ink);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.8);
  if (closed) {
    cairo_move_to (cr, -3.2, -3.2);
    cairo_line_to (cr, 3.2, 3.2);
    cairo_move_to (cr, 3.2, -3.2);
    cairo_line_to (cr, -3.2, 3.2);
  } else {
    /* The arch of a bridge */
    cairo_move_to (cr, -4, 2.6);
    cairo_curve_to (cr, -2.4, -2.6, 2.4, -2.6, 4, 2.6);
  }
  cairo_stroke (cr);
}

static void
draw_station (cairo_t            *cr,
              const MoeiMapStyle *style)
{
  trace_box (cr, 6.5, 7.5, 2);
  fill (cr, style, &style->facility);
  gdk_cairo_set_source_rgba (cr, &style->facility_ink);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.5);
  for (int y = -3; y <= 3; y += 3) {
    cairo_move_to (cr, -3, y);
    cairo_line_to (cr, y == 3 ? 0.5 : 3, y);
  }
  cairo_stroke (cr);
}

/**
 * moei_map_symbol_draw:
 * @self: a symbol
 * @cr: where to draw it; its middle is the origin
 * @style: the colours
 */
void
moei_map_symbol_draw (MoeiMapSymbol       self,
                      cairo_t            *cr,
                      const MoeiMapStyle *style)
{
  static const double triangle[] = { 0, -10.5, 10, 7.5, -10, 7.5 };
  static const double diamond[] = { 0, -10.5, 10.5, 0, 0, 10.5, -10.5, 0 };

  cairo_new_path (cr);
  switch (self) {
    case MOEI_MAP_SYMBOL_HELD:
      trace_polygon (cr, triangle, G_N_ELEMENTS (triangle) / 2);
      fill (cr, style, &style->held);
      break;
    case MOEI_MAP_SYMBOL_CLEARING:
      trace_polygon (cr, diamond, G_N_ELEMENTS (diamond) / 2);
      fill (cr, style, &style->clearing);
      break;
    case MOEI_MAP_SYMBOL_CLEARED:
      draw_ring (cr, style);
      break;
    case MOEI_MAP_SYMBOL_CROSSING:
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
      draw_crossing (cr, style, self == MOEI_MAP_SYMBOL_CROSSING_CLOSED);
      break;
    case MOEI_MAP_SYMBOL_STATION:
      draw_station (cr, style);
      break;
    case MOEI_MAP_SYMBOL_AIRPORT:
      cairo_arc (cr, 0, 0, 11, 0, 2 * G_PI);
      fill (cr, style, &style->facility);
      gdk_cairo_set_source_rgba (cr, &style->facility_ink);
      trace_aircraft (cr, 15);
      cairo_fill (cr);
      break;
    case MOEI_MAP_SYMBOL_CONVOY:
      trace_box (cr, 9, 6.5, 4);
      fill (cr, style, &style->convoy);
      break;
    case MOEI_MAP_SYMBOL_AIRCRAFT:
      trace_aircraft (cr, 20);
      fill (cr, style, &style->flight_gone);
      break;
    case MOEI_MAP_SYMBOL_UNKNOWN:
    case MOEI_MAP_N_SYMBOLS:
    default:
      draw_question (cr, style);
      break;
  }
}
