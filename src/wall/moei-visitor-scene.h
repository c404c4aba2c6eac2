/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_VISITOR_SCENE (moei_visitor_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiVisitorScene, moei_visitor_scene, MOEI, VISITOR_SCENE, MoeiScene)

G_END_DECLS
