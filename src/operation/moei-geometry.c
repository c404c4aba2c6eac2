/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-geometry.h"

#include <math.h>

/* Mean radius of the Earth (IUGG R1), metres. */
#define EARTH_RADIUS_M 6371008.8

struct _MoeiLine {
  gatomicrefcount ref_count;
  gsize           n_points;
  double         *along;    /* how far each point is from the first, in metres */
  MoeiPosition    points[];
};

static void
position_free (MoeiPosition *self)
{
  g_free (self);
}

G_DEFINE_BOXED_TYPE (MoeiPosition, moei_position, moei_position_copy, position_free)
G_DEFINE_BOXED_TYPE (MoeiLine, moei_line, moei_line_ref, moei_line_unref)

static double
radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

/**
 * moei_position_copy:
 * @self: (nullable): a position
 *
 * Returns: (transfer full) (nullable): a copy, to be freed with g_free()
 */
MoeiPosition *
moei_position_copy (const MoeiPosition *self)
{
  return g_memdup2 (self, sizeof *self);
}

/**
 * moei_position_equal:
 * @a: (nullable): a position
 * @b: (nullable): another
 *
 * Returns: whether both are the same position, or both unknown
 */
gboolean
moei_position_equal (const MoeiPosition *a,
                     const MoeiPosition *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->longitude == b->longitude && a->latitude == b->latitude;
}

/**
 * moei_position_distance:
 * @a: a position
 * @b: another
 *
 * Returns: the great-circle distance (haversine) in metres
 */
double
moei_position_distance (const MoeiPosition *a,
                        const MoeiPosition *b)
{
  double sin_lat = sin (radians (b->latitude - a->latitude) / 2);
  double sin_lon = sin (radians (b->longitude - a->longitude) / 2);
  double h = sin_lat * sin_lat +
             cos (radians (a->latitude)) * cos (radians (b->latitude)) * sin_lon * sin_lon;

  return 2 * EARTH_RADIUS_M * asin (sqrt (CLAMP (h, 0.0, 1.0)));
}

/**
 * moei_line_new:
 * @points: (array length=n_points): the line's positions, from its start
 * @n_points: how many, at least two
 *
 * Returns: (transfer full): a new line
 */
MoeiLine *
moei_line_new (const MoeiPosition *points,
               gsize               n_points)
{
  MoeiLine *self;

  g_return_val_if_fail (n_points >= 2, NULL);

  self = g_malloc (sizeof *self + n_points * sizeof *points);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_points = n_points;
  memcpy (self->points, points, n_points * sizeof *points);
  self->along = g_new (double, n_points);
  self->along[0] = 0;
  for (gsize i = 1; i < n_points; i++)
    self->along[i] = self->along[i - 1] + moei_position_distance (&points[i - 1], &points[i]);

  return self;
}

/**
 * moei_line_ref:
 * @self: a line
 *
 * Returns: (transfer full): @self
 */
MoeiLine *
moei_line_ref (MoeiLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * moei_line_unref:
 * @self: (transfer full): a line
 */
void
moei_line_unref (MoeiLine *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->along);
  g_free (self);
}

/**
 * moei_line_get_points:
 * @self: (nullable): a line
 * @n_points: (out): how many positions it has
 *
 * Returns: (array length=n_points) (nullable): the positions, owned by @self
 */
const MoeiPosition *
moei_line_get_points (const MoeiLine *self,
                      gsize          *n_points)
{
  *n_points = self != NULL ? self->n_points : 0;
  return self != NULL ? self->points : NULL;
}

/**
 * moei_line_equal:
 * @a: (nullable): a line
 * @b: (nullable): another
 *
 * Returns: whether both go through the same positions
 */
gboolean
moei_line_equal (const MoeiLine *a,
                 const MoeiLine *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n_points != b->n_points)
    return FALSE;

  for (gsize i = 0; i < a->n_points; i++) {
    if (!moei_position_equal (&a->points[i], &b->points[i]))
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_line_get_length:
 * @self: a line
 *
 * Returns: its length in metres
 */
double
moei_line_get_length (const MoeiLine *self)
{
  return self->along[self->n_points - 1];
}

/**
 * moei_line_interpolate:
 * @self: a line
 * @fraction: 0 for its start, 1 for its end; clamped
 *
 * Returns: the position that far along the line by distance
 */
MoeiPosition
moei_line_interpolate (const MoeiLine *self,
                       double          fraction)
{
  double at = CLAMP (fraction, 0.0, 1.0) * moei_line_get_length (self);

  for (gsize i = 1; i < self->n_points; i++) {
    const MoeiPosition *from = &self->points[i - 1];
    const MoeiPosition *to = &self->points[i];
    double step = self->along[i] - self->along[i - 1];

    if (at <= self->along[i] && step > 0) {
      double t = (at - self->along[i - 1]) / step;

      return (MoeiPosition) {
        from->longitude + t * (to->longitude - from->longitude),
        from->latitude + t * (to->latitude - from->latitude),
      };
    }
  }
  return self->points[self->n_points - 1];
}
