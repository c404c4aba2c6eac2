/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-key.h"
#include "map/moei-map-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_LEGEND (moei_map_legend_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapLegend, moei_map_legend, MOEI, MAP_LEGEND, GtkBox)

void        moei_map_legend_set_scene    (MoeiMapLegend *self,
                                          MoeiMapScene  *scene);
void        moei_map_legend_set_keys     (MoeiMapLegend *self,
                                          MoeiMapKeys    keys);
MoeiMapKeys moei_map_legend_get_keys     (MoeiMapLegend *self);
void        moei_map_legend_set_expanded (MoeiMapLegend *self,
                                          gboolean       expanded);
gboolean    moei_map_legend_is_by_hand   (MoeiMapLegend *self);
void        moei_map_legend_set_room     (MoeiMapLegend *self,
                                          int            width);

G_END_DECLS
