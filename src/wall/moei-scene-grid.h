/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MoeiScenePlace:
 * @column: its first column
 * @row: its first row
 * @n_columns: over how many columns it goes
 * @n_rows: over how many rows it goes
 *
 * Where a part of a scene is in its grid.
 */
typedef struct {
  int column;
  int row;
  int n_columns;
  int n_rows;
} MoeiScenePlace;

void moei_scene_grid_place (GtkGrid              *grid,
                            GtkWidget            *part,
                            const MoeiScenePlace *place);

G_END_DECLS
