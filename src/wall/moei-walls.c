/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-walls.h"

#include "wall/moei-wall.h"

/* What is so where it is so on any of the walls. */

typedef gboolean (*Test) (MoeiRota *rota);

static gboolean
any (GListModel *walls,
     Test        test)
{
  for (guint i = 0; i < g_list_model_get_n_items (walls); i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, i);

    if (moei_wall_get_rota (wall) != NULL && test (moei_wall_get_rota (wall)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_touched (MoeiRota *rota)
{
  return moei_rota_get_held_by (rota) == MOEI_HOLD_TOUCH;
}

static gboolean
is_taken_over (MoeiRota *rota)
{
  return moei_rota_get_take_over (rota) != NULL;
}

/**
 * moei_walls_are_touched:
 * @walls: walls
 *
 * Returns: whether somebody is at the keyboard
 */
gboolean
moei_walls_are_touched (GListModel *walls)
{
  return any (walls, is_touched);
}

/**
 * moei_walls_are_taken_over:
 * @walls: walls
 *
 * Returns: whether there is a notice that takes the screen
 */
gboolean
moei_walls_are_taken_over (GListModel *walls)
{
  return any (walls, is_taken_over);
}
