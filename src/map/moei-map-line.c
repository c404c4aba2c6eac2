/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-line.h"

/* Points nearer to each other than this, in pixels, are drawn as one. */
#define MIN_STEP 0.7

/* What of a line is so far outside of the picture needs not be handed to cairo,
 * whose numbers end at some millions of pixels. */
#define CLIP_MARGIN 40.0

/* A line that reaches less far in the view is too short for a cross. */
#define LEAST_CROSSED 30.0

typedef struct {
  cairo_t             *cr;
  const MoeiMapStyle  *style;
  const MoeiProjector *projector;
  double               margin;
} Canvas;

/**
 * moei_map_line_new:
 * @points: (transfer full) (element-type MoeiPoint): its points on the plane
 * @colour: its colour
 * @width: its width in pixels
 * @dash: how it is broken
 *
 * Returns: (transfer full): a line
 */
MoeiMapLine *
moei_map_line_new (GArray        *points,
                   const GdkRGBA *colour,
                   double         width,
                   MoeiLineDash   dash)
{
  MoeiMapLine *self = g_new0 (MoeiMapLine, 1);

  self->points = points;
  self->colour = *colour;
  self->width = width;
  self->dash = dash;
  return self;
}

/**
 * moei_map_line_free:
 * @self: (transfer full): a line
 */
void
moei_map_line_free (MoeiMapLine *self)
{
  g_array_unref (self->points);
  g_free (self->id);
  g_free (self);
}

/* Whether a piece of a line may touch the picture. */
static gboolean
is_near (const Canvas *canvas,
         MoeiPoint     a,
         MoeiPoint     b)
{
  double left = -canvas->margin - CLIP_MARGIN, right = canvas->projector->width - left;
  double top = left, bottom = canvas->projector->height - top;

  return MAX (a.x, b.x) >= left && MIN (a.x, b.x) <= right && MAX (a.y, b.y) >= top && MIN (a.y, b.y) <= bottom;
}

/* Cuts a piece that touches the picture to its surroundings (Liang and Barsky). */
static gboolean
clip (const Canvas *canvas,
      MoeiPoint    *a,
      MoeiPoint    *b)
{
  double left = -canvas->margin - CLIP_MARGIN, right = canvas->projector->width - left;
  double top = left, bottom = canvas->projector->height - top;
  double dx = b->x - a->x, dy = b->y - a->y;
  double p[] = { -dx, dx, -dy, dy };
  double q[] = { a->x - left, right - a->x, a->y - top, bottom - a->y };
  double from = 0, to = 1;
  MoeiPoint start = *a;

  for (guint i = 0; i < G_N_ELEMENTS (p); i++) {
    if (p[i] == 0 && q[i] < 0)
      return FALSE;
    if (p[i] < 0)
      from = MAX (from, q[i] / p[i]);
    else if (p[i] > 0)
      to = MIN (to, q[i] / p[i]);
  }
  if (from > to)
    return FALSE;

  *a = (MoeiPoint) { start.x + from * dx, start.y + from * dy };
  *b = (MoeiPoint) { start.x + to * dx, start.y + to * dy };
  return TRUE;
}

static MoeiPoint
to_view (const Canvas      *canvas,
         const MoeiMapLine *line,
         guint              index)
{
  MoeiPoint first = g_array_index (line->points, MoeiPoint, 0);
  MoeiPoint point = g_array_index (line->points, MoeiPoint, index);
  MoeiPoint origin = moei_projector_to_view (canvas->projector, first);

  /* All points on the same copy of the world as the first */
  return (MoeiPoint) {
    origin.x + (point.x - first.x) * canvas->projector->world,
    origin.y + (point.y - first.y) * canvas->projector->world,
  };
}

static gboolean
trace (const Canvas      *canvas,
       const MoeiMapLine *line)
{
  MoeiPoint last = to_view (canvas, line, 0);
  gboolean any = FALSE, joined = FALSE;

  for (guint i = 1; i < line->points->len; i++) {
    MoeiPoint next = to_view (canvas, line, i), a = last, b = next;

    if (i + 1 < line->points->len && fabs (next.x - last.x) < MIN_STEP && fabs (next.y - last.y) < MIN_STEP)
      continue;

    last = next;
    if (!is_near (canvas, a, b) || !clip (canvas, &a, &b)) {
      joined = FALSE;
      continue;
    }
    if (!joined)
      cairo_move_to (canvas->cr, a.x, a.y);
    cairo_line_to (canvas->cr, b.x, b.y);
    joined = b.x == next.x && b.y == next.y;
    any = TRUE;
  }
  return any;
}

static void
set_dash (cairo_t           *cr,
          const MoeiMapLine *line)
{
  const double dashes[] = { 8, 5 + line->width };
  const double dots[] = { 0.01, 2.2 * line->width };
  const double sparse[] = { 4, 8 };
  const double mixed[] = { 9, 4 + line->width, 0.01, 4 + line->width };

  cairo_set_line_cap (cr, line->dash == MOEI_LINE_DASHED || line->dash == MOEI_LINE_SPARSE ? CAIRO_LINE_CAP_BUTT
                                                                                           : CAIRO_LINE_CAP_ROUND);
  switch (line->dash) {
    case MOEI_LINE_DASHED:
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      break;
    case MOEI_LINE_DOTTED:
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      break;
    case MOEI_LINE_SPARSE:
      cairo_set_dash (cr, sparse, G_N_ELEMENTS (sparse), 0);
      break;
    case MOEI_LINE_MIXED:
      cairo_set_dash (cr, mixed, G_N_ELEMENTS (mixed), 0);
      break;
    case MOEI_LINE_SOLID:
    default:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
  }
}

/* From its start to its middle and to its end. */
static double
get_reach (const MoeiMapLine   *line,
           const MoeiProjector *projector)
{
  MoeiPoint first = g_array_index (line->points, MoeiPoint, 0);
  MoeiPoint middle = g_array_index (line->points, MoeiPoint, line->points->len / 2);
  MoeiPoint last = g_array_index (line->points, MoeiPoint, line->points->len - 1);

  return projector->world * MAX (hypot (middle.x - first.x, middle.y - first.y),
                                 hypot (last.x - first.x, last.y - first.y));
}

static void
draw_line (const Canvas      *canvas,
           const MoeiMapLine *line)
{
  if (line->points->len < 2 || get_reach (line, canvas->projector) < line->least || !trace (canvas, line))
    return;

  moei_map_line_stroke (line, canvas->cr, canvas->style);
  if (line->crossed && get_reach (line, canvas->projector) > LEAST_CROSSED)
    moei_map_line_cross_out (line, canvas->cr, canvas->style, to_view (canvas, line, line->points->len / 2), 5);
}

/**
 * moei_map_line_stroke:
 * @self: a line
 * @cr: where its course has been traced
 * @style: the colours
 *
 * Draws along what has been traced as the line looks.
 */
void
moei_map_line_stroke (const MoeiMapLine  *self,
                      cairo_t            *cr,
                      const MoeiMapStyle *style)
{
  if (self->halo) {
    cairo_set_dash (cr, NULL, 0, 0);
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    gdk_cairo_set_source_rgba (cr, &style->line_halo);
    cairo_set_line_width (cr, self->width + 2.5);
    cairo_stroke_preserve (cr);
  }
  set_dash (cr, self);
  gdk_cairo_set_source_rgba (cr, &self->colour);
  cairo_set_line_width (cr, self->width);
  cairo_stroke (cr);
}

/**
 * moei_map_line_cross_out:
 * @self: a line
 * @cr: where to draw
 * @style: the colours
 * @middle: where the cross is
 * @size: half of its width, in pixels
 */
void
moei_map_line_cross_out (const MoeiMapLine  *self,
                         cairo_t            *cr,
                         const MoeiMapStyle *style,
                         MoeiPoint           middle,
                         double              size)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int pass = 0; pass < 2; pass++) {
    cairo_move_to (cr, middle.x - size, middle.y - size);
    cairo_rel_line_to (cr, 2 * size, 2 * size);
    cairo_move_to (cr, middle.x + size, middle.y - size);
    cairo_rel_line_to (cr, -2 * size, 2 * size);
    gdk_cairo_set_source_rgba (cr, pass == 0 ? &style->line_halo : &self->colour);
    cairo_set_line_width (cr, pass == 0 ? size + 1 : size * 0.6);
    cairo_stroke (cr);
  }
}

/**
 * moei_map_line_touches:
 * @self: a line
 * @projector: a view
 *
 * Returns: whether any of it is in the view
 */
gboolean
moei_map_line_touches (const MoeiMapLine   *self,
                       const MoeiProjector *projector)
{
  Canvas canvas = { NULL, NULL, projector, -CLIP_MARGIN };

  if (self->points->len < 2 || get_reach (self, projector) < self->least)
    return FALSE;
  for (guint i = 1; i < self->points->len; i++) {
    MoeiPoint a = to_view (&canvas, self, i - 1), b = to_view (&canvas, self, i);

    if (is_near (&canvas, a, b) && clip (&canvas, &a, &b))
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_map_line_measure:
 * @self: a line
 * @projector: a view
 * @point: a point of the view
 * @nearest: (out): the point of the line nearest to it
 *
 * Returns: how far apart they are, in pixels
 */
double
moei_map_line_measure (const MoeiMapLine   *self,
                       const MoeiProjector *projector,
                       MoeiPoint            point,
                       MoeiPoint           *nearest)
{
  Canvas canvas = { NULL, NULL, projector, 0 };
  double least = G_MAXDOUBLE;

  *nearest = point;
  for (guint i = 1; i < self->points->len; i++) {
    MoeiPoint a = to_view (&canvas, self, i - 1), b = to_view (&canvas, self, i);
    double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    double t = square > 0 ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    MoeiPoint foot = { a.x + t * dx, a.y + t * dy };
    double distance = hypot (point.x - foot.x, point.y - foot.y);

    if (distance < least) {
      least = distance;
      *nearest = foot;
    }
  }
  return least;
}

/**
 * moei_map_lines_raster:
 * @lines: (element-type MoeiMapLine): lines, the lowest first
 * @style: the colours
 * @projector: the view
 * @margin: how much more than the view to draw on each side, in pixels
 * @scale: device pixels per pixel
 *
 * Any thread may call this.
 *
 * Returns: (transfer full): a picture of the lines in the view and its margin
 */
MoeiRaster *
moei_map_lines_raster (GPtrArray           *lines,
                       const MoeiMapStyle  *style,
                       const MoeiProjector *projector,
                       double               margin,
                       double               scale)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((projector->width + 2 * margin) * scale),
                                (int) ceil ((projector->height + 2 * margin) * scale));
  Canvas canvas = { NULL, style, projector, margin };

  cairo_surface_set_device_scale (surface, scale, scale);
  canvas.cr = cairo_create (surface);
  cairo_translate (canvas.cr, margin, margin);
  cairo_set_line_join (canvas.cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < lines->len; i++)
    draw_line (&canvas, lines->pdata[i]);
  cairo_destroy (canvas.cr);

  return moei_raster_new_sparse (surface);
}
