/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-scene.h"
#include "map/moei-projection.h"

G_BEGIN_DECLS

GPtrArray *moei_scene_lines_collect     (MoeiMapScene        *scene,
                                         GPtrArray           *arcs,
                                         const char          *in_use);
char      *moei_scene_lines_list_in_use (MoeiMapScene        *scene);
void       moei_scene_lines_pick        (GPtrArray           *lines,
                                         GPtrArray           *arcs,
                                         MoeiOperation       *operation,
                                         const MoeiProjector *projector,
                                         MoeiPoint            point,
                                         double               reach,
                                         GArray              *hits);
gboolean   moei_scene_lines_find        (GPtrArray           *lines,
                                         GPtrArray           *arcs,
                                         const MoeiProjector *projector,
                                         MoeiEntity          *entity,
                                         MoeiPoint           *at);

G_END_DECLS
