/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-projection.h"

/* The latitude at which the Web Mercator plane is cut to a square. */
#define MAX_LATITUDE       85.05112877980659
#define EARTH_CIRCUMFERENCE_M 40075016.68557849

static double
radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

static double
degrees (double angle)
{
  return angle * 180.0 / G_PI;
}

/**
 * moei_mercator_project:
 * @position: a position
 *
 * Returns: the point of the plane, from 0 to 1 in both directions
 */
MoeiPoint
moei_mercator_project (MoeiPosition position)
{
  double s = sin (radians (CLAMP (position.latitude, -MAX_LATITUDE, MAX_LATITUDE)));

  return (MoeiPoint) {
    (position.longitude + 180.0) / 360.0,
    0.5 - log ((1.0 + s) / (1.0 - s)) / (4.0 * G_PI),
  };
}

/**
 * moei_mercator_unproject:
 * @point: a point of the plane
 *
 * Returns: the position there
 */
MoeiPosition
moei_mercator_unproject (MoeiPoint point)
{
  return (MoeiPosition) {
    point.x * 360.0 - 180.0,
    degrees (atan (sinh (G_PI * (1.0 - 2.0 * point.y)))),
  };
}

/**
 * moei_mercator_metres:
 * @latitude: a latitude in degrees
 *
 * Returns: how many metres the width of the plane is at that latitude
 */
double
moei_mercator_metres (double latitude)
{
  return EARTH_CIRCUMFERENCE_M * cos (radians (latitude));
}

/**
 * moei_projector_init:
 * @self: (out): the projector
 * @centre: the middle of the view
 * @zoom: the zoom level
 * @width: the view's width in pixels
 * @height: the view's height in pixels
 */
void
moei_projector_init (MoeiProjector *self,
                     MoeiPosition   centre,
                     double         zoom,
                     double         width,
                     double         height)
{
  self->world = MOEI_TILE_SIZE * exp2 (zoom);
  self->centre = moei_mercator_project (centre);
  self->width = width;
  self->height = height;
  self->zoom = zoom;
}

/**
 * moei_projector_to_view:
 * @self: a projector
 * @point: a point of the plane
 *
 * The plane is a cylinder: of the point's copies that one is meant which is
 * nearest to the middle of the view.
 *
 * Returns: where it is in the view
 */
MoeiPoint
moei_projector_to_view (const MoeiProjector *self,
                        MoeiPoint            point)
{
  double dx = point.x - self->centre.x;

  dx -= round (dx);

  return (MoeiPoint) {
    dx * self->world + self->width / 2.0,
    (point.y - self->centre.y) * self->world + self->height / 2.0,
  };
}

/**
 * moei_projector_from_view:
 * @self: a projector
 * @point: a point of the view
 *
 * Returns: the point of the plane
 */
MoeiPoint
moei_projector_from_view (const MoeiProjector *self,
                          MoeiPoint            point)
{
  return (MoeiPoint) {
    (point.x - self->width / 2.0) / self->world + self->centre.x,
    (point.y - self->height / 2.0) / self->world + self->centre.y,
  };
}

/**
 * moei_projector_shows:
 * @self: a projector
 * @view: a point of the view
 * @margin: how far outside still counts, in pixels; negative for inside
 *
 * Returns: whether the point is in sight
 */
gboolean
moei_projector_shows (const MoeiProjector *self,
                      MoeiPoint            view,
                      double               margin)
{
  return view.x >= -margin && view.x <= self->width + margin &&
         view.y >= -margin && view.y <= self->height + margin;
}

/**
 * moei_projector_metres_per_pixel:
 * @self: a projector
 *
 * Returns: the scale in the middle of the view
 */
double
moei_projector_metres_per_pixel (const MoeiProjector *self)
{
  return moei_mercator_metres (moei_mercator_unproject (self->centre).latitude) / self->world;
}

/**
 * moei_projector_fit:
 * @self: a projector, whose size counts
 * @first: a corner on the plane
 * @second: the corner opposite
 * @margin: pixels to leave free on each side
 *
 * Moves the centre and the zoom so that the box between the corners is seen as
 * large as it can be.  Both corners may be the same point; the zoom then stays.
 */
void
moei_projector_fit (MoeiProjector *self,
                    MoeiPoint      first,
                    MoeiPoint      second,
                    double         margin)
{
  double width = fabs (second.x - first.x), height = fabs (second.y - first.y);
  double across = MAX (self->width - 2 * margin, 1), down = MAX (self->height - 2 * margin, 1);

  self->centre.x = (first.x + second.x) / 2;
  self->centre.y = (first.y + second.y) / 2;
  if (width > 0 || height > 0) {
    self->world = MIN (across / MAX (width, 1e-9), down / MAX (height, 1e-9));
    self->zoom = log2 (self->world / MOEI_TILE_SIZE);
  }
}

/* A position as a unit vector, and back. */
static void
to_vector (MoeiPosition position,
           double       v[3])
{
  double lat = radians (position.latitude), lon = radians (position.longitude);

  v[0] = cos (lat) * cos (lon);
  v[1] = cos (lat) * sin (lon);
  v[2] = sin (lat);
}

static MoeiPosition
from_vector (const double v[3])
{
  return (MoeiPosition) {
    degrees (atan2 (v[1], v[0])),
    degrees (atan2 (v[2], hypot (v[0], v[1]))),
  };
}

/**
 * moei_great_circle_at:
 * @from: where it starts
 * @to: where it ends; not the antipode of @from
 * @fraction: from 0 at the start to 1 at the end
 *
 * Returns: the position that far along the great circle
 */
MoeiPosition
moei_great_circle_at (MoeiPosition from,
                      MoeiPosition to,
                      double       fraction)
{
  double a[3], b[3], v[3];
  double angle, dot, ka, kb;

  to_vector (from, a);
  to_vector (to, b);
  dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  angle = acos (CLAMP (dot, -1.0, 1.0));
  if (angle < 1e-9)
    return from;

  ka = sin ((1.0 - fraction) * angle) / sin (angle);
  kb = sin (fraction * angle) / sin (angle);
  for (int i = 0; i < 3; i++)
    v[i] = ka * a[i] + kb * b[i];

  return from_vector (v);
}

/**
 * moei_great_circle_course:
 * @from: where it starts
 * @to: where it ends
 * @fraction: from 0 at the start to 1 at the end
 *
 * Returns: the direction of travel there as it appears on the map, in radians
 *   clockwise from north
 */
double
moei_great_circle_course (MoeiPosition from,
                          MoeiPosition to,
                          double       fraction)
{
  double step = 0.001;
  MoeiPoint a = moei_mercator_project (moei_great_circle_at (from, to, fraction - step));
  MoeiPoint b = moei_mercator_project (moei_great_circle_at (from, to, fraction + step));
  double dx = b.x - a.x;

  return atan2 (dx - round (dx), a.y - b.y);
}

/**
 * moei_great_circle:
 * @from: where it starts
 * @to: where it ends
 * @n_steps: into how many pieces it is cut
 *
 * The points go on past the edge of the plane rather than jump to the other
 * side, so that they can be joined as they are.
 *
 * Returns: (transfer full) (element-type MoeiPoint): n_steps + 1 points of the plane
 */
GArray *
moei_great_circle (MoeiPosition from,
                   MoeiPosition to,
                   guint        n_steps)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (MoeiPoint), n_steps + 1);
  double last = 0;

  g_return_val_if_fail (n_steps > 0, points);

  for (guint i = 0; i <= n_steps; i++) {
    MoeiPoint point = moei_mercator_project (moei_great_circle_at (from, to, (double) i / n_steps));

    if (i > 0)
      point.x -= round (point.x - last);
    last = point.x;
    g_array_append_val (points, point);
  }

  return points;
}
