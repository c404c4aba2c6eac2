/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_UNPLOTTED (moei_map_unplotted_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapUnplotted, moei_map_unplotted, MOEI, MAP_UNPLOTTED, GtkWidget)

void  moei_map_unplotted_set_scene (MoeiMapUnplotted *self,
                                    MoeiMapScene     *scene);
guint moei_map_unplotted_get_count (MoeiMapUnplotted *self);

G_END_DECLS
