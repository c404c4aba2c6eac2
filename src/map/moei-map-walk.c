/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-walk.h"

/* What lies aside of the direction counts as so much further away. */
#define ASIDE 2.0

/**
 * moei_map_walk_step:
 * @n_points: how many points there are
 * @current: where the keyboard is, or -1
 * @by: 1 for the next, -1 for the one before
 *
 * Returns: where it goes, all around; -1 if there is nothing
 */
int
moei_map_walk_step (guint n_points,
                    int   current,
                    int   by)
{
  int n = (int) n_points;

  if (n == 0)
    return -1;
  if (current < 0)
    return by > 0 ? 0 : n - 1;
  return (current + by + n) % n;
}

/**
 * moei_map_walk_towards:
 * @points: (array length=n_points): points of the view
 * @n_points: how many there are
 * @current: where the keyboard is, or -1
 * @from: where that is, or the middle of the view
 * @across: 1 to the east, -1 to the west, or 0
 * @down: 1 to the south, -1 to the north, or 0
 *
 * Returns: the nearest point in that direction; @current if there is none
 */
int
moei_map_walk_towards (const MoeiPoint *points,
                       guint            n_points,
                       int              current,
                       MoeiPoint        from,
                       double           across,
                       double           down)
{
  double least = G_MAXDOUBLE;
  int found = current;

  for (guint i = 0; i < n_points; i++) {
    double dx = points[i].x - from.x, dy = points[i].y - from.y;
    double along = dx * across + dy * down, aside = fabs (dx * down) + fabs (dy * across);

    if ((int) i == current || along <= 0 || aside > along)
      continue;
    if (along + ASIDE * aside < least) {
      least = along + ASIDE * aside;
      found = (int) i;
    }
  }
  return found;
}
