/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_LAYERS_CARD (moei_map_layers_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapLayersCard, moei_map_layers_card, MOEI, MAP_LAYERS_CARD, GtkBox)

void moei_map_layers_card_set_scene (MoeiMapLayersCard *self,
                                     MoeiMapScene      *scene);

void moei_map_layers_card_set_expanded (MoeiMapLayersCard *self,
                                        gboolean           expanded);

G_END_DECLS
