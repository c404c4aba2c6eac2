/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MoeiMapCards:
 * @layers: what is at the upper left
 * @legend: what is at the lower left
 * @buttons: what is at the right, above @footer
 * @footer: what is at the lower right
 *
 * The cards that lie above a map.
 */
typedef struct {
  GtkWidget *layers;
  GtkWidget *legend;
  GtkWidget *buttons;
  GtkWidget *footer;
} MoeiMapCards;

int  moei_map_cards_get_room     (const MoeiMapCards *self,
                                  int                 width);
void moei_map_cards_place_legend (const MoeiMapCards *self,
                                  int                 width,
                                  int                 height,
                                  GdkRectangle       *place);
void moei_map_cards_load_style   (void);

G_END_DECLS
