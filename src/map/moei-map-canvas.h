/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-label-field.h"
#include "map/moei-map-extent.h"
#include "map/moei-map-key.h"
#include "map/moei-map-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_CANVAS (moei_map_canvas_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapCanvas, moei_map_canvas, MOEI, MAP_CANVAS, GtkWidget)

void        moei_map_canvas_set_scene    (MoeiMapCanvas *self,
                                          MoeiMapScene  *scene);
void        moei_map_canvas_project      (MoeiMapCanvas *self,
                                          MoeiProjector *projector);
gboolean    moei_map_canvas_can_zoom     (MoeiMapCanvas *self,
                                          double         levels);
void        moei_map_canvas_zoom         (MoeiMapCanvas *self,
                                          double         levels);
void        moei_map_canvas_pan          (MoeiMapCanvas *self,
                                          double         across,
                                          double         down);
void        moei_map_canvas_look_at      (MoeiMapCanvas *self,
                                          MoeiPosition   position,
                                          double         zoom,
                                          gboolean       animate);
void        moei_map_canvas_fit          (MoeiMapCanvas *self,
                                          MoeiExtent     extent,
                                          const MoeiBox *reserved,
                                          gboolean       animate);
void        moei_map_canvas_show         (MoeiMapCanvas *self,
                                          MoeiEntity    *entity);
void        moei_map_canvas_add_cover    (MoeiMapCanvas *self,
                                          GtkWidget     *widget);
void        moei_map_canvas_set_name     (MoeiMapCanvas *self,
                                          const char    *name,
                                          const char    *description);
void        moei_map_canvas_set_follow   (MoeiMapCanvas *self,
                                          gboolean       follow);
gboolean    moei_map_canvas_is_visiting  (MoeiMapCanvas *self);
MoeiEntity *moei_map_canvas_pick         (MoeiMapCanvas *self,
                                          double         x,
                                          double         y);
MoeiMapKeys moei_map_canvas_get_keys     (MoeiMapCanvas *self);
GArray     *moei_map_canvas_get_labels   (MoeiMapCanvas *self);
gboolean    moei_map_canvas_is_settled   (MoeiMapCanvas *self);

G_END_DECLS
