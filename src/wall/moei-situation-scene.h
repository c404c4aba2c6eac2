/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SITUATION_SCENE (moei_situation_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSituationScene, moei_situation_scene, MOEI, SITUATION_SCENE, MoeiScene)

G_END_DECLS
