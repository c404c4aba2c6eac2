/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-symbol.h"

/* The edge around a symbol that keeps it apart from what is below. */
#define EDGE 1.6

/* The ring of states around a group of sites. */
#define MIX_WIDTH 4.5

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
      return state == MOEI_PLACE_STATE_CLOSED       ? MOEI_MAP_SYMBOL_CROSSING_CLOSED
             : state == MOEI_PLACE_STATE_RESTRICTED ? MOEI_MAP_SYMBOL_CROSSING_RESTRICTED
             : state == MOEI_PLACE_STATE_OPEN       ? MOEI_MAP_SYMBOL_CROSSING
                                                    : MOEI_MAP_SYMBOL_CROSSING_UNKNOWN;
    case MOEI_PLACE_KIND_STATION:
      return state == MOEI_PLACE_STATE_CLOSED       ? MOEI_MAP_SYMBOL_STATION_CLOSED
             : state == MOEI_PLACE_STATE_RESTRICTED ? MOEI_MAP_SYMBOL_STATION_RESTRICTED
                                                    : MOEI_MAP_SYMBOL_STATION;
    case MOEI_PLACE_KIND_AIRPORT:
      return state == MOEI_PLACE_STATE_CLOSED       ? MOEI_MAP_SYMBOL_AIRPORT_CLOSED
             : state == MOEI_PLACE_STATE_RESTRICTED ? MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED
                                                    : MOEI_MAP_SYMBOL_AIRPORT;
    case MOEI_PLACE_KIND_SITE:
    case MOEI_PLACE_KIND_HOLDING:
    case MOEI_PLACE_KIND_UNKNOWN:
    default:
      return moei_map_symbol_for_state (state);
  }
}

/**
 * moei_map_symbol_size_for:
 * @place: a place
 *
 * Returns: how large its symbol is
 */
MoeiMapSize
moei_map_symbol_size_for (MoeiPlace *place)
{
  MoeiPlaceKind kind = moei_place_get_kind (place);
  MoeiPlaceState state = moei_place_get_state (place);
  int people = moei_place_get_people (place);

  if ((kind != MOEI_PLACE_KIND_SITE && kind != MOEI_PLACE_KIND_HOLDING) || people == MOEI_COUNT_UNKNOWN ||
      (state != MOEI_PLACE_STATE_HELD && state != MOEI_PLACE_STATE_CLEARING))
    return MOEI_MAP_SIZE_MEDIUM;
  if (people >= 2000)
    return MOEI_MAP_SIZE_HUGE;
  if (people >= 500)
    return MOEI_MAP_SIZE_LARGE;
  return people >= 100 ? MOEI_MAP_SIZE_MEDIUM : MOEI_MAP_SIZE_SMALL;
}

/**
 * moei_map_symbol_scale:
 * @size: how large a symbol is
 *
 * Returns: the factor by which it is larger than it is drawn
 */
double
moei_map_symbol_scale (MoeiMapSize size)
{
  static const double scales[] = { 0.8, 1, 1.2, 1.42 };

  g_return_val_if_fail (size < G_N_ELEMENTS (scales), 1);

  return scales[size];
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
    case MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED:
    case MOEI_MAP_SYMBOL_AIRPORT_CLOSED:
      return 12;
    case MOEI_MAP_SYMBOL_CLEARED:
    case MOEI_MAP_SYMBOL_UNKNOWN:
      return 10.5;
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
      return 10;
    case MOEI_MAP_SYMBOL_CROSSING:
    case MOEI_MAP_SYMBOL_CROSSING_RESTRICTED:
    case MOEI_MAP_SYMBOL_CROSSING_UNKNOWN:
    case MOEI_MAP_SYMBOL_STATION:
    case MOEI_MAP_SYMBOL_STATION_RESTRICTED:
    case MOEI_MAP_SYMBOL_STATION_CLOSED:
      return 9;
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

/* Marks are drawn rather than written: fonts differ. */
static void
trace_question (cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.9);
  cairo_arc (cr, 0, -1.9, 2.6, -G_PI * 0.95, G_PI * 0.28);
  cairo_curve_to (cr, 0.9, 0.9, 0, 1.0, 0, 2.0);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 4.9, 1.25, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
trace_exclamation (cairo_t *cr,
                   double   size)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, size * 0.42);
  cairo_move_to (cr, 0, -size);
  cairo_line_to (cr, 0, size * 0.15);
  cairo_stroke (cr);
  cairo_arc (cr, 0, size * 0.95, size * 0.26, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_question (cairo_t            *cr,
               const MoeiMapStyle *style)
{
  cairo_arc (cr, 0, 0, 8.5, 0, 2 * G_PI);
  fill (cr, style, &style->unknown);
  gdk_cairo_set_source_rgba (cr, &style->facility_ink);
  trace_question (cr);
}

static void
trace_octagon (cairo_t *cr,
               double   radius)
{
  for (int i = 0; i < 8; i++)
    cairo_line_to (cr, radius * cos (G_PI_4 * (i + 0.5)), radius * sin (G_PI_4 * (i + 0.5)));
  cairo_close_path (cr);
}

/* A frame in the colour of facilities around another colour. */
static void
draw_frame (cairo_t            *cr,
            const MoeiMapStyle *style,
            const GdkRGBA      *inside)
{
  trace_box (cr, 7.5, 7.5, 2.2);
  fill (cr, style, &style->facility);
  trace_box (cr, 5.3, 5.3, 1);
  gdk_cairo_set_source_rgba (cr, inside);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &style->mark_ink);
}

static void
draw_crossing (cairo_t            *cr,
               const MoeiMapStyle *style)
{
  trace_box (cr, 7.5, 7.5, 2);
  fill (cr, style, &style->facility);
  gdk_cairo_set_source_rgba (cr, &style->facility_ink);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.8);
  /* The arch of a bridge */
  cairo_move_to (cr, -4, 2.6);
  cairo_curve_to (cr, -2.4, -2.6, 2.4, -2.6, 4, 2.6);
  cairo_stroke (cr);
}

static void
draw_bar (cairo_t *cr,
          double   half_width)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, half_width * 0.7);
  cairo_move_to (cr, -half_width, 0);
  cairo_line_to (cr, half_width, 0);
  cairo_stroke (cr);
}

static void
draw_crossing_in_state (cairo_t            *cr,
                        const MoeiMapStyle *style,
                        MoeiMapSymbol       symbol)
{
  if (symbol == MOEI_MAP_SYMBOL_CROSSING_RESTRICTED) {
    draw_frame (cr, style, &style->mark);
    trace_exclamation (cr, 3.6);
  } else if (symbol == MOEI_MAP_SYMBOL_CROSSING_CLOSED) {
    trace_octagon (cr, 9.2);
    fill (cr, style, &style->closed);
    gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
    draw_bar (cr, 4.6);
  } else if (symbol == MOEI_MAP_SYMBOL_CROSSING_UNKNOWN) {
    draw_frame (cr, style, &style->facility_ink);
    gdk_cairo_set_source_rgba (cr, &style->facility);
    cairo_scale (cr, 0.8, 0.8);
    cairo_translate (cr, 0, -0.6);
    trace_question (cr);
  } else {
    draw_crossing (cr, style);
  }
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

static void
draw_airport (cairo_t            *cr,
              const MoeiMapStyle *style)
{
  cairo_arc (cr, 0, 0, 11, 0, 2 * G_PI);
  fill (cr, style, &style->facility);
  gdk_cairo_set_source_rgba (cr, &style->facility_ink);
  trace_aircraft (cr, 15);
  cairo_fill (cr);
}

/* At the foot of a station or airport: that it works with limits, or not. */
static void
draw_badge (cairo_t            *cr,
            const MoeiMapStyle *style,
            gboolean            closed)
{
  cairo_translate (cr, 7, 7);
  if (closed)
    trace_octagon (cr, 6.4);
  else
    trace_box (cr, 5.2, 5.2, 1.2);
  fill (cr, style, closed ? &style->closed : &style->mark);
  gdk_cairo_set_source_rgba (cr, closed ? &style->symbol_edge : &style->mark_ink);
  if (closed)
    draw_bar (cr, 3.2);
  else
    trace_exclamation (cr, 2.8);
}

/* Hollow: where it should be, not where it was seen. */
static void
draw_aircraft (cairo_t            *cr,
               const MoeiMapStyle *style)
{
  trace_aircraft (cr, 21);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_set_line_width (cr, 5.4);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->flight_gone);
  cairo_set_line_width (cr, 2.6);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->symbol_edge);
  cairo_fill (cr);
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

  cairo_save (cr);
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
    case MOEI_MAP_SYMBOL_CROSSING_RESTRICTED:
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
    case MOEI_MAP_SYMBOL_CROSSING_UNKNOWN:
      draw_crossing_in_state (cr, style, self);
      break;
    case MOEI_MAP_SYMBOL_STATION:
    case MOEI_MAP_SYMBOL_STATION_RESTRICTED:
    case MOEI_MAP_SYMBOL_STATION_CLOSED:
      draw_station (cr, style);
      if (self != MOEI_MAP_SYMBOL_STATION)
        draw_badge (cr, style, self == MOEI_MAP_SYMBOL_STATION_CLOSED);
      break;
    case MOEI_MAP_SYMBOL_AIRPORT:
    case MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED:
    case MOEI_MAP_SYMBOL_AIRPORT_CLOSED:
      draw_airport (cr, style);
      if (self != MOEI_MAP_SYMBOL_AIRPORT)
        draw_badge (cr, style, self == MOEI_MAP_SYMBOL_AIRPORT_CLOSED);
      break;
    case MOEI_MAP_SYMBOL_AIRCRAFT:
      draw_aircraft (cr, style);
      break;
    case MOEI_MAP_SYMBOL_UNKNOWN:
    case MOEI_MAP_N_SYMBOLS:
    default:
      draw_question (cr, style);
      break;
  }
  cairo_restore (cr);
}

/**
 * moei_map_symbol_draw_mix:
 * @counts: (array fixed-size=4): how many places there are of each of the four
 *   states of a site, in the order of their symbols
 * @radius: how large it is, in pixels
 * @cr: where to draw it; its middle is the origin
 * @style: the colours
 *
 * Draws a disc for several sites, with their states around it: each as wide as
 * its share, held from the top clockwise, with gaps between them.
 */
void
moei_map_symbol_draw_mix (const guint        *counts,
                          double              radius,
                          cairo_t            *cr,
                          const MoeiMapStyle *style)
{
  static const MoeiMapSymbol order[] = {
    MOEI_MAP_SYMBOL_HELD, MOEI_MAP_SYMBOL_CLEARING, MOEI_MAP_SYMBOL_CLEARED, MOEI_MAP_SYMBOL_UNKNOWN
  };
  const GdkRGBA *colours[] = {
    [MOEI_MAP_SYMBOL_UNKNOWN] = &style->unknown, [MOEI_MAP_SYMBOL_HELD] = &style->held,
    [MOEI_MAP_SYMBOL_CLEARING] = &style->clearing, [MOEI_MAP_SYMBOL_CLEARED] = &style->cleared,
  };
  guint total = counts[0] + counts[1] + counts[2] + counts[3], n_states = 0;
  double angle = -G_PI_2;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    n_states += counts[i] > 0;
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  fill (cr, style, &style->symbol_edge);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, MIX_WIDTH);
  for (guint i = 0; i < G_N_ELEMENTS (order) && total > 0; i++) {
    double span = 2 * G_PI * counts[order[i]] / total, gap = n_states > 1 ? MIN (span / 4, 1.2 / radius) : 0;

    if (counts[order[i]] == 0)
      continue;
    cairo_new_sub_path (cr);
    cairo_arc (cr, 0, 0, radius - MIX_WIDTH / 2, angle + gap, angle + span - gap);
    gdk_cairo_set_source_rgba (cr, colours[order[i]]);
    cairo_stroke (cr);
    angle += span;
  }
}
