/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-scene-grid.h"

/* Scenes are grids whose parts are stacked where the screen stands upright. */

/**
 * moei_scene_grid_place:
 * @grid: the grid of a scene
 * @part: one of its children
 * @place: where to put it
 */
void
moei_scene_grid_place (GtkGrid              *grid,
                       GtkWidget            *part,
                       const MoeiScenePlace *place)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (grid));

  g_object_set (gtk_layout_manager_get_layout_child (layout, part), "column", place->column, "row", place->row,
                "column-span", place->n_columns, "row-span", place->n_rows, NULL);
}
