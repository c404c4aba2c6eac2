/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sizes of letters, as the height of a Latin capital in thousandths of the height
 * of a screen that lies.  A letter can be read from 150 times its height: on a
 * screen of 65 inches, 0.81 m high, a figure that is acted upon from 6 m and all
 * else from 3 m.  Burmese digits, whose bodies are lower than capitals, are as
 * high as that, too: hence the size of such a figure.
 *
 * A screen that stands is high for its width, and what is read on it is wide: there
 * the height is that of a line's letters, from ascender to descender, so that the
 * capitals are three quarters as high; see MOEI_WALL_UPRIGHT. */
#define MOEI_WALL_TEXT    24.0 /* the least of anything */
#define MOEI_WALL_TITLE   30.0
#define MOEI_WALL_FIGURE  66.0 /* the least of a figure that is acted upon */
#define MOEI_WALL_GIANT   90.0

#define MOEI_WALL_UPRIGHT 0.75

#define MOEI_TYPE_WALL_SCALE (moei_wall_scale_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallScale, moei_wall_scale, MOEI, WALL_SCALE, GObject)

MoeiWallScale *moei_wall_scale_new      (GtkWidget     *root);
void           moei_wall_scale_set_size (MoeiWallScale *self,
                                         int            width,
                                         int            height);
double         moei_wall_scale_get_text (MoeiWallScale *self);

G_END_DECLS
