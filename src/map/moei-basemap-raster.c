/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-basemap-raster.h"
#include "map/moei-projection.h"

/* Points nearer to each other than this, in pixels, are drawn as one. */
#define MIN_STEP 0.35

/* So far outside of its tile a line's middle may be and still be seen in it. */
#define MARGIN 16.0

typedef struct {
  cairo_t            *cr;
  const MoeiMapStyle *style;
  guint               zoom;
  double              stretch;

  /* From the basemap's units to pixels of the tile */
  double              factor;
  double              left, top;

  /* What of the basemap is in sight */
  double              x0, y0, x1, y1;
} Tile;

/* A width at two zoom levels, growing evenly between and beyond them. */
static double
width_at (const Tile *tile,
          double      first_zoom,
          double      first,
          double      last_zoom,
          double      last)
{
  double t = (tile->zoom - first_zoom) / (last_zoom - first_zoom);

  return first * pow (last / first, CLAMP (t, -0.5, 1.5)) / tile->stretch;
}

static gboolean
is_in_sight (const Tile            *tile,
             const MoeiBasemapPart *part)
{
  return part->x1 >= tile->x0 && part->x0 <= tile->x1 && part->y1 >= tile->y0 && part->y0 <= tile->y1;
}

static void
trace (const Tile            *tile,
       const MoeiBasemapPart *part,
       gboolean               closed)
{
  const gint32 *point = part->points;

  for (guint ring = 0; ring < part->n_rings; ring++) {
    double last_x = 0, last_y = 0;

    for (guint i = 0; i < part->rings[ring]; i++, point += 2) {
      double x = point[0] * tile->factor - tile->left, y = point[1] * tile->factor - tile->top;

      if (i == 0)
        cairo_move_to (tile->cr, x, y);
      else if (i + 1 < part->rings[ring] && fabs (x - last_x) < MIN_STEP && fabs (y - last_y) < MIN_STEP)
        continue;
      else
        cairo_line_to (tile->cr, x, y);
      last_x = x;
      last_y = y;
    }
    if (closed)
      cairo_close_path (tile->cr);
  }
}

static const GdkRGBA *
fill_colour (const MoeiMapStyle *style,
             MoeiBasemapFeature  feature,
             guint               kind)
{
  if (feature == MOEI_BASEMAP_COUNTRY)
    return kind == 1 ? &style->thailand : &style->myanmar;
  return feature == MOEI_BASEMAP_BUILT_UP ? &style->built_up : &style->land;
}

/* The parts of a polygon overlap, and have holes by the even-odd rule: each is
 * filled by itself. */
static void
fill_layer (const Tile             *tile,
            const MoeiBasemapLayer *layer)
{
  cairo_set_fill_rule (tile->cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < layer->n_parts; i++) {
    if (!is_in_sight (tile, &layer->parts[i]))
      continue;

    trace (tile, &layer->parts[i], TRUE);
    gdk_cairo_set_source_rgba (tile->cr, fill_colour (tile->style, layer->feature, layer->parts[i].kind));
    cairo_fill (tile->cr);
  }
}

/* Strokes all parts of a class at once. */
static void
stroke_class (const Tile             *tile,
              const MoeiBasemapLayer *layer,
              guint                   kind,
              const GdkRGBA          *colour,
              double                  width)
{
  gboolean any = FALSE;

  for (guint i = 0; i < layer->n_parts; i++) {
    if (layer->parts[i].kind == kind && is_in_sight (tile, &layer->parts[i])) {
      trace (tile, &layer->parts[i], FALSE);
      any = TRUE;
    }
  }
  if (!any)
    return;

  gdk_cairo_set_source_rgba (tile->cr, colour);
  cairo_set_line_width (tile->cr, width);
  cairo_stroke (tile->cr);
}

static void
draw_river (const Tile             *tile,
            const MoeiBasemapLayer *layer)
{
  double width = width_at (tile, 8, 1.4, 12, 8.0);

  stroke_class (tile, layer, 0, &tile->style->river, width);
  stroke_class (tile, layer, 1, &tile->style->river, width * 1.3);
}

static void
draw_border (const Tile             *tile,
             const MoeiBasemapLayer *layer)
{
  const double dash_dot[] = { 8 / tile->stretch, 4 / tile->stretch, 1.2 / tile->stretch, 4 / tile->stretch };
  const double dots[] = { 1.5 / tile->stretch, 3 / tile->stretch };
  double width = width_at (tile, 4, 0.8, 11, 1.2);

  cairo_set_line_cap (tile->cr, CAIRO_LINE_CAP_BUTT);
  if (tile->zoom <= 7)
    stroke_class (tile, layer, 0, &tile->style->border_halo, width * 2.4);
  cairo_set_dash (tile->cr, dash_dot, tile->zoom > 6 ? G_N_ELEMENTS (dash_dot) : 0, 0);
  stroke_class (tile, layer, 0, &tile->style->border, width);
  if (tile->zoom > 9)
    stroke_class (tile, layer, 1, &tile->style->river_border, width * 0.9);
  else
    stroke_class (tile, layer, 1, &tile->style->border, width * 1.1);
  cairo_set_dash (tile->cr, dots, G_N_ELEMENTS (dots), 0);
  stroke_class (tile, layer, 2, &tile->style->border, width);
  cairo_set_dash (tile->cr, NULL, 0, 0);
  cairo_set_line_cap (tile->cr, CAIRO_LINE_CAP_ROUND);
}

static double
road_width (const Tile *tile,
            guint       kind)
{
  const double at_8[] = { 1.5, 0.9, 0.6 };
  const double at_12[] = { 5.0, 3.6, 2.2 };

  return width_at (tile, 8, at_8[MIN (kind, 2)], 12, at_12[MIN (kind, 2)]);
}

static void
draw_road_edges (const Tile             *tile,
                 const MoeiBasemapLayer *layer)
{
  for (guint kind = 3; kind-- > 0;)
    stroke_class (tile, layer, kind, &tile->style->road_edge, road_width (tile, kind) + 2 / tile->stretch);
}

static void
draw_roads (const Tile             *tile,
            const MoeiBasemapLayer *layer)
{
  for (guint kind = 3; kind-- > 0;)
    stroke_class (tile, layer, kind, kind == 0 ? &tile->style->highway : &tile->style->road,
                  road_width (tile, kind));
}

static void
draw_runway (const Tile             *tile,
             const MoeiBasemapLayer *layer)
{
  cairo_set_line_cap (tile->cr, CAIRO_LINE_CAP_BUTT);
  stroke_class (tile, layer, 0, &tile->style->runway, width_at (tile, 11, 3.5, 14, 9));
  cairo_set_line_cap (tile->cr, CAIRO_LINE_CAP_ROUND);
}

static void
draw_bridge (const Tile             *tile,
             const MoeiBasemapLayer *layer)
{
  cairo_set_line_cap (tile->cr, CAIRO_LINE_CAP_BUTT);
  for (guint kind = 0; kind < 2; kind++) {
    double width = road_width (tile, kind);

    stroke_class (tile, layer, kind, &tile->style->border, width + 2.5 / tile->stretch);
    stroke_class (tile, layer, kind, &tile->style->highway, width);
  }
  cairo_set_line_cap (tile->cr, CAIRO_LINE_CAP_ROUND);
}

static void
draw_layer (const Tile             *tile,
            const MoeiBasemapLayer *layer,
            gboolean                edges)
{
  switch (layer->feature) {
    case MOEI_BASEMAP_LAND:
    case MOEI_BASEMAP_COUNTRY:
    case MOEI_BASEMAP_BUILT_UP:
      fill_layer (tile, layer);
      break;
    case MOEI_BASEMAP_RIVER:
      draw_river (tile, layer);
      break;
    case MOEI_BASEMAP_BORDER:
      draw_border (tile, layer);
      break;
    case MOEI_BASEMAP_ROAD:
      if (edges)
        draw_road_edges (tile, layer);
      else
        draw_roads (tile, layer);
      break;
    case MOEI_BASEMAP_RUNWAY:
      draw_runway (tile, layer);
      break;
    case MOEI_BASEMAP_BRIDGE:
      draw_bridge (tile, layer);
      break;
    case MOEI_BASEMAP_N_FEATURES:
    default:
      break;
  }
}

/* All maps' layers of a feature, before those of the next one. */
static void
draw_feature (const Tile         *tile,
              GPtrArray          *basemaps,
              MoeiBasemapFeature  feature,
              gboolean            edges)
{
  for (guint i = 0; i < basemaps->len; i++) {
    guint n_layers;
    const MoeiBasemapLayer *layers = moei_basemap_get_layers (basemaps->pdata[i], &n_layers);

    for (guint j = 0; j < n_layers; j++) {
      if (layers[j].feature == feature && tile->zoom >= layers[j].min_zoom && tile->zoom <= layers[j].max_zoom)
        draw_layer (tile, &layers[j], edges);
    }
  }
}

/**
 * moei_basemap_raster_surface:
 * @basemaps: (element-type MoeiBasemap): the maps, the lower ones first
 * @look: how it is to look
 * @zoom: the tile's zoom level
 * @x: its column
 * @y: its row
 *
 * Draws a tile and the gutter around it.  Any thread may call this.
 *
 * Returns: (transfer full): the tile
 */
cairo_surface_t *
moei_basemap_raster_surface (GPtrArray          *basemaps,
                             const MoeiTileLook *look,
                             guint               zoom,
                             guint               x,
                             guint               y)
{
  int size = (int) ceil ((MOEI_TILE_SIZE + 2 * MOEI_TILE_GUTTER) * look->scale * look->stretch);
  double scale = size / (double) (MOEI_TILE_SIZE + 2 * MOEI_TILE_GUTTER);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  Tile tile = {
    .cr = cairo_create (surface),
    .style = moei_map_style_get (look->tone),
    .zoom = zoom,
    .stretch = look->stretch,
    .factor = MOEI_TILE_SIZE * exp2 (zoom) / MOEI_BASEMAP_UNITS,
    .left = MOEI_TILE_SIZE * (double) x,
    .top = MOEI_TILE_SIZE * (double) y,
  };

  tile.x0 = (tile.left - MARGIN) / tile.factor;
  tile.y0 = (tile.top - MARGIN) / tile.factor;
  tile.x1 = (tile.left + MOEI_TILE_SIZE + MARGIN) / tile.factor;
  tile.y1 = (tile.top + MOEI_TILE_SIZE + MARGIN) / tile.factor;

  cairo_scale (tile.cr, scale, scale);
  cairo_translate (tile.cr, MOEI_TILE_GUTTER, MOEI_TILE_GUTTER);
  gdk_cairo_set_source_rgba (tile.cr, &tile.style->water);
  cairo_paint (tile.cr);
  cairo_set_line_join (tile.cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (tile.cr, CAIRO_LINE_CAP_ROUND);
  for (guint feature = 0; feature < MOEI_BASEMAP_N_FEATURES; feature++) {
    if (feature == MOEI_BASEMAP_ROAD)
      draw_feature (&tile, basemaps, feature, TRUE);
    draw_feature (&tile, basemaps, feature, FALSE);
  }
  cairo_destroy (tile.cr);

  return surface;
}
