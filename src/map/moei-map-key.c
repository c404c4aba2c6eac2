/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "map/moei-convoy-badge.h"
#include "map/moei-map-key.h"
#include "map/moei-map-mark.h"

/* Half of a sample's length, in pixels. */
#define SAMPLE 12.0

#define BADGE_WIDTH  22.0
#define BADGE_HEIGHT 15.0

/**
 * moei_map_key_of_symbol:
 * @symbol: the symbol of a place
 *
 * Returns: what explains it
 */
MoeiMapKey
moei_map_key_of_symbol (MoeiMapSymbol symbol)
{
  switch (symbol) {
    case MOEI_MAP_SYMBOL_HELD:
      return MOEI_MAP_KEY_HELD;
    case MOEI_MAP_SYMBOL_CLEARING:
      return MOEI_MAP_KEY_CLEARING;
    case MOEI_MAP_SYMBOL_CLEARED:
      return MOEI_MAP_KEY_CLEARED;
    case MOEI_MAP_SYMBOL_CROSSING:
      return MOEI_MAP_KEY_CROSSING_OPEN;
    case MOEI_MAP_SYMBOL_CROSSING_RESTRICTED:
      return MOEI_MAP_KEY_CROSSING_RESTRICTED;
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
      return MOEI_MAP_KEY_CROSSING_CLOSED;
    case MOEI_MAP_SYMBOL_CROSSING_UNKNOWN:
      return MOEI_MAP_KEY_CROSSING_UNKNOWN;
    case MOEI_MAP_SYMBOL_STATION:
      return MOEI_MAP_KEY_STATION;
    case MOEI_MAP_SYMBOL_STATION_RESTRICTED:
      return MOEI_MAP_KEY_STATION_RESTRICTED;
    case MOEI_MAP_SYMBOL_STATION_CLOSED:
      return MOEI_MAP_KEY_STATION_CLOSED;
    case MOEI_MAP_SYMBOL_AIRPORT:
      return MOEI_MAP_KEY_AIRPORT;
    case MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED:
      return MOEI_MAP_KEY_AIRPORT_RESTRICTED;
    case MOEI_MAP_SYMBOL_AIRPORT_CLOSED:
      return MOEI_MAP_KEY_AIRPORT_CLOSED;
    case MOEI_MAP_SYMBOL_AIRCRAFT:
      return MOEI_MAP_KEY_AIRCRAFT;
    case MOEI_MAP_SYMBOL_UNKNOWN:
    case MOEI_MAP_N_SYMBOLS:
    default:
      return MOEI_MAP_KEY_UNKNOWN;
  }
}

/**
 * moei_map_key_of_route:
 * @state: how a route stands
 *
 * Returns: what explains its line
 */
MoeiMapKey
moei_map_key_of_route (MoeiRouteState state)
{
  switch (state) {
    case MOEI_ROUTE_STATE_OPEN:
      return MOEI_MAP_KEY_ROUTE_OPEN;
    case MOEI_ROUTE_STATE_RESTRICTED:
      return MOEI_MAP_KEY_ROUTE_RESTRICTED;
    case MOEI_ROUTE_STATE_CLOSED:
      return MOEI_MAP_KEY_ROUTE_CLOSED;
    case MOEI_ROUTE_STATE_UNKNOWN:
    default:
      return MOEI_MAP_KEY_ROUTE_UNKNOWN;
  }
}

/**
 * moei_map_key_of_flight:
 * @state: how a flight stands
 *
 * Returns: what explains its arc
 */
MoeiMapKey
moei_map_key_of_flight (MoeiFlightState state)
{
  switch (state) {
    case MOEI_FLIGHT_STATE_CHECKING_IN:
    case MOEI_FLIGHT_STATE_BOARDING:
      return MOEI_MAP_KEY_FLIGHT_BOARDING;
    case MOEI_FLIGHT_STATE_DELAYED:
    case MOEI_FLIGHT_STATE_DIVERTED:
      return MOEI_MAP_KEY_FLIGHT_DELAYED;
    case MOEI_FLIGHT_STATE_DEPARTED:
    case MOEI_FLIGHT_STATE_ARRIVED:
      return MOEI_MAP_KEY_FLIGHT_DEPARTED;
    case MOEI_FLIGHT_STATE_CANCELLED:
      return MOEI_MAP_KEY_FLIGHT_CANCELLED;
    case MOEI_FLIGHT_STATE_SCHEDULED:
    case MOEI_FLIGHT_STATE_UNKNOWN:
    default:
      return MOEI_MAP_KEY_FLIGHT_SCHEDULED;
  }
}

/**
 * moei_map_key_is_line:
 * @self: a key
 *
 * Returns: whether it explains lines rather than a symbol
 */
gboolean
moei_map_key_is_line (MoeiMapKey self)
{
  return self == MOEI_MAP_KEY_DOUBT ||
         (self >= MOEI_MAP_KEY_ROUTE_OPEN && self <= MOEI_MAP_KEY_FLIGHT_CANCELLED);
}

/* How the lines of a key look: the states of routes and of flights differ in
 * how they are broken as well as in colour. */
static const struct {
  gsize        colour; /* of the style */
  double       width;
  MoeiLineDash dash;
} looks[MOEI_MAP_N_KEYS] = {
  [MOEI_MAP_KEY_DOUBT] = { G_STRUCT_OFFSET (MoeiMapStyle, unknown), 1.1, MOEI_LINE_SPARSE },
  [MOEI_MAP_KEY_ROUTE_OPEN] = { G_STRUCT_OFFSET (MoeiMapStyle, route), 3, MOEI_LINE_SOLID },
  [MOEI_MAP_KEY_ROUTE_RESTRICTED] = { G_STRUCT_OFFSET (MoeiMapStyle, caution), 3, MOEI_LINE_DOTTED },
  [MOEI_MAP_KEY_ROUTE_CLOSED] = { G_STRUCT_OFFSET (MoeiMapStyle, closed), 3, MOEI_LINE_SPARSE },
  [MOEI_MAP_KEY_ROUTE_UNKNOWN] = { G_STRUCT_OFFSET (MoeiMapStyle, unknown), 3, MOEI_LINE_DASHED },
  [MOEI_MAP_KEY_FLIGHT_SCHEDULED] = { G_STRUCT_OFFSET (MoeiMapStyle, flight_planned), 1.8, MOEI_LINE_DASHED },
  [MOEI_MAP_KEY_FLIGHT_BOARDING] = { G_STRUCT_OFFSET (MoeiMapStyle, flight_boarding), 2.8, MOEI_LINE_DOTTED },
  [MOEI_MAP_KEY_FLIGHT_DELAYED] = { G_STRUCT_OFFSET (MoeiMapStyle, caution), 2.2, MOEI_LINE_MIXED },
  [MOEI_MAP_KEY_FLIGHT_DEPARTED] = { G_STRUCT_OFFSET (MoeiMapStyle, flight_gone), 2.2, MOEI_LINE_SOLID },
  [MOEI_MAP_KEY_FLIGHT_CANCELLED] = { G_STRUCT_OFFSET (MoeiMapStyle, flight_planned), 1.6, MOEI_LINE_SPARSE },
};

/* What the words of other keys are stands in the vocabulary. */
static const char * const words[MOEI_MAP_N_KEYS] = {
  /* Translators: in the map's legend: a disc with a number that stands for that many compounds */
  [MOEI_MAP_KEY_GROUP] = NC_("map", "Several compounds, by state"),
  /* Translators: in the map's legend: the larger a compound's symbol, the more people are there */
  [MOEI_MAP_KEY_SIZE] = NC_("map", "Size: number of people"),
  /* Translators: in the map's legend, of a broken circle: the place may be anywhere within */
  [MOEI_MAP_KEY_DOUBT] = NC_("map", "Estimated: anywhere within"),
  [MOEI_MAP_KEY_CROSSING_OPEN] = NC_("map", "Crossing, open"),
  [MOEI_MAP_KEY_CROSSING_RESTRICTED] = NC_("map", "Crossing, restricted"),
  [MOEI_MAP_KEY_CROSSING_CLOSED] = NC_("map", "Crossing, closed"),
  [MOEI_MAP_KEY_CROSSING_UNKNOWN] = NC_("map", "Crossing, state not known"),
  [MOEI_MAP_KEY_STATION_RESTRICTED] = NC_("map", "Screening station, restricted"),
  [MOEI_MAP_KEY_STATION_CLOSED] = NC_("map", "Screening station, closed"),
  [MOEI_MAP_KEY_AIRPORT_RESTRICTED] = NC_("map", "Airport, restricted"),
  [MOEI_MAP_KEY_AIRPORT_CLOSED] = NC_("map", "Airport, closed"),
  /* Translators: in the map's legend, of a dot with a line to a symbol that was
   * moved aside for others: the place is at the dot */
  [MOEI_MAP_KEY_ASIDE] = NC_("map", "Moved aside: place at the dot"),
  /* Translators: in the map's legend, of a badge with the head count in it */
  [MOEI_MAP_KEY_CONVOY] = NC_("map", "Convoy and its people"),
  [MOEI_MAP_KEY_CONVOY_BOARDING] = NC_("map", "Convoy, boarding"),
  /* Translators: in the map's legend: a convoy that has stopped on its way */
  [MOEI_MAP_KEY_CONVOY_HALTED] = NC_("map", "Convoy, halted"),
  /* Translators: in the map's legend: a convoy that has not said for a while where it is */
  [MOEI_MAP_KEY_CONVOY_LATE] = NC_("map", "Convoy, position estimated"),
  /* Translators: in the map's legend: a convoy of which nobody knows where it is */
  [MOEI_MAP_KEY_CONVOY_UNKNOWN] = NC_("map", "Convoy, position not known"),
  /* Translators: in the map's legend, of a dot: a bus of a convoy, where it was reported */
  [MOEI_MAP_KEY_BUS] = NC_("map", "Bus, position reported"),
  /* Translators: in the map's legend, of a hollow dot: it may be anywhere by now */
  [MOEI_MAP_KEY_BUS_OLD] = NC_("map", "Bus, position old"),
  [MOEI_MAP_KEY_ROUTE_OPEN] = NC_("map", "Route, open"),
  [MOEI_MAP_KEY_ROUTE_RESTRICTED] = NC_("map", "Route, restricted"),
  [MOEI_MAP_KEY_ROUTE_CLOSED] = NC_("map", "Route, closed"),
  [MOEI_MAP_KEY_ROUTE_UNKNOWN] = NC_("map", "Route, state not known"),
  [MOEI_MAP_KEY_FLIGHT_SCHEDULED] = NC_("map", "Flight, scheduled"),
  [MOEI_MAP_KEY_FLIGHT_BOARDING] = NC_("map", "Flight, boarding"),
  [MOEI_MAP_KEY_FLIGHT_DELAYED] = NC_("map", "Flight, delayed"),
  [MOEI_MAP_KEY_FLIGHT_DEPARTED] = NC_("map", "Flight, departed"),
  [MOEI_MAP_KEY_FLIGHT_CANCELLED] = NC_("map", "Flight, cancelled"),
  /* Translators: in the map's legend: where an aircraft should be by its times */
  [MOEI_MAP_KEY_AIRCRAFT] = NC_("map", "Aircraft, position estimated"),
  /* Translators: in the map's legend, of an arrow at its edge: flights go to a
   * place beyond it */
  [MOEI_MAP_KEY_BEYOND] = NC_("map", "Destination beyond the map"),
};

/**
 * moei_map_key_make_line:
 * @self: a key that explains lines
 * @points: (transfer full) (element-type MoeiPoint): the points of a line
 * @style: the colours
 *
 * Returns: (transfer full): the line as those of this key look
 */
MoeiMapLine *
moei_map_key_make_line (MoeiMapKey          self,
                        GArray             *points,
                        const MoeiMapStyle *style)
{
  const GdkRGBA *colour = &G_STRUCT_MEMBER (GdkRGBA, style, looks[self].colour);
  MoeiMapLine *line = moei_map_line_new (points, colour, looks[self].width, looks[self].dash);

  line->key = self;
  line->halo = self >= MOEI_MAP_KEY_ROUTE_OPEN && self <= MOEI_MAP_KEY_ROUTE_UNKNOWN;
  line->crossed = self == MOEI_MAP_KEY_ROUTE_CLOSED || self == MOEI_MAP_KEY_FLIGHT_CANCELLED;
  return line;
}

static void
draw_line (MoeiMapKey          self,
           cairo_t            *cr,
           const MoeiMapStyle *style)
{
  MoeiMapLine *line = moei_map_key_make_line (self, g_array_new (FALSE, FALSE, sizeof (MoeiPoint)), style);

  if (self == MOEI_MAP_KEY_DOUBT) {
    cairo_arc (cr, 0, 0, SAMPLE - 2, 0, 2 * G_PI);
  } else {
    cairo_move_to (cr, -SAMPLE, 0);
    cairo_line_to (cr, SAMPLE, 0);
  }
  line->halo = FALSE;
  moei_map_line_stroke (line, cr, style);
  if (line->crossed)
    moei_map_line_cross_out (line, cr, style, (MoeiPoint) { 0, 0 }, 3.5);
  moei_map_line_free (line);
}

static void
draw_symbol (MoeiMapKey          self,
             cairo_t            *cr,
             const MoeiMapStyle *style)
{
  static const MoeiMapSymbol symbols[] = {
    [MOEI_MAP_KEY_HELD] = MOEI_MAP_SYMBOL_HELD,
    [MOEI_MAP_KEY_CLEARING] = MOEI_MAP_SYMBOL_CLEARING,
    [MOEI_MAP_KEY_CLEARED] = MOEI_MAP_SYMBOL_CLEARED,
    [MOEI_MAP_KEY_UNKNOWN] = MOEI_MAP_SYMBOL_UNKNOWN,
    [MOEI_MAP_KEY_CROSSING_OPEN] = MOEI_MAP_SYMBOL_CROSSING,
    [MOEI_MAP_KEY_CROSSING_RESTRICTED] = MOEI_MAP_SYMBOL_CROSSING_RESTRICTED,
    [MOEI_MAP_KEY_CROSSING_CLOSED] = MOEI_MAP_SYMBOL_CROSSING_CLOSED,
    [MOEI_MAP_KEY_CROSSING_UNKNOWN] = MOEI_MAP_SYMBOL_CROSSING_UNKNOWN,
    [MOEI_MAP_KEY_STATION] = MOEI_MAP_SYMBOL_STATION,
    [MOEI_MAP_KEY_STATION_RESTRICTED] = MOEI_MAP_SYMBOL_STATION_RESTRICTED,
    [MOEI_MAP_KEY_STATION_CLOSED] = MOEI_MAP_SYMBOL_STATION_CLOSED,
    [MOEI_MAP_KEY_AIRPORT] = MOEI_MAP_SYMBOL_AIRPORT,
    [MOEI_MAP_KEY_AIRPORT_RESTRICTED] = MOEI_MAP_SYMBOL_AIRPORT_RESTRICTED,
    [MOEI_MAP_KEY_AIRPORT_CLOSED] = MOEI_MAP_SYMBOL_AIRPORT_CLOSED,
    [MOEI_MAP_KEY_AIRCRAFT] = MOEI_MAP_SYMBOL_AIRCRAFT,
  };

  cairo_save (cr);
  cairo_scale (cr, 0.9, 0.9);
  if (self == MOEI_MAP_KEY_AIRCRAFT)
    cairo_rotate (cr, G_PI_4);
  moei_map_symbol_draw (symbols[self], cr, style);
  cairo_restore (cr);
}

/* Head and tail. */
static void
draw_buses (cairo_t            *cr,
            const MoeiMapStyle *style,
            gboolean            is_old)
{
  for (int side = -1; side <= 1; side += 2) {
    cairo_save (cr);
    cairo_translate (cr, side * 4.5, 0);
    moei_convoy_bus_draw (cr, style, is_old);
    cairo_restore (cr);
  }
}

/* Of two sizes; what has them is told apart by its shape and colour. */
static void
draw_sizes (cairo_t            *cr,
            const MoeiMapStyle *style)
{
  gdk_cairo_set_source_rgba (cr, &style->ink);
  cairo_set_line_width (cr, 1.4);
  cairo_arc (cr, -9.2, 3.8, 3, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, 5, 0, 6.8, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* To the right, as where flights leave a view. */
static void
draw_arrow (cairo_t            *cr,
            const MoeiMapStyle *style)
{
  cairo_save (cr);
  cairo_rotate (cr, G_PI_2);
  moei_map_mark_draw (MOEI_MAP_MARK_ARROW, cr, &style->flight_planned, &style->halo);
  cairo_restore (cr);
}

/**
 * moei_map_key_draw:
 * @self: a key
 * @cr: where to draw it; its middle is the origin
 * @style: the colours
 *
 * Draws a sample of what it explains, at most 26 pixels wide and high.
 */
void
moei_map_key_draw (MoeiMapKey          self,
                   cairo_t            *cr,
                   const MoeiMapStyle *style)
{
  static const guint mix[] = { 1, 2, 1, 1 };

  if (moei_map_key_is_line (self))
    draw_line (self, cr, style);
  else if (self >= MOEI_MAP_KEY_CONVOY && self <= MOEI_MAP_KEY_CONVOY_UNKNOWN)
    moei_convoy_look_draw ((MoeiConvoyLook) (self - MOEI_MAP_KEY_CONVOY), cr, style,
                           BADGE_WIDTH, BADGE_HEIGHT, NULL);
  else if (self == MOEI_MAP_KEY_SIZE)
    draw_sizes (cr, style);
  else if (self == MOEI_MAP_KEY_BUS || self == MOEI_MAP_KEY_BUS_OLD)
    draw_buses (cr, style, self == MOEI_MAP_KEY_BUS_OLD);
  else if (self == MOEI_MAP_KEY_ASIDE)
    moei_map_leg_draw (cr, (MoeiPoint) { -7, 5 }, (MoeiPoint) { 9, -7 }, &style->quiet_ink, &style->line_halo);
  else if (self == MOEI_MAP_KEY_GROUP)
    moei_map_symbol_draw_mix (mix, 10, cr, style);
  else if (self == MOEI_MAP_KEY_BEYOND)
    draw_arrow (cr, style);
  else
    draw_symbol (self, cr, style);
}

/**
 * moei_map_key_get_word:
 * @language: the language
 * @self: a key
 *
 * Returns: what it stands for, in words
 */
const char *
moei_map_key_get_word (MoeiLanguage language,
                       MoeiMapKey   self)
{
  static const MoeiPlaceState states[] = {
    [MOEI_MAP_KEY_HELD] = MOEI_PLACE_STATE_HELD,
    [MOEI_MAP_KEY_CLEARING] = MOEI_PLACE_STATE_CLEARING,
    [MOEI_MAP_KEY_CLEARED] = MOEI_PLACE_STATE_CLEARED,
    [MOEI_MAP_KEY_UNKNOWN] = MOEI_PLACE_STATE_UNKNOWN,
  };

  if (self < G_N_ELEMENTS (states))
    return moei_word_place_state (language, states[self]);
  if (self == MOEI_MAP_KEY_STATION)
    return moei_word_place_kind (language, MOEI_PLACE_KIND_STATION);
  if (self == MOEI_MAP_KEY_AIRPORT)
    return moei_word_place_kind (language, MOEI_PLACE_KIND_AIRPORT);
  return moei_pgettext (language, "map", words[self]);
}
