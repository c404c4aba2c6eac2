/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_SCENE (moei_week_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekScene, moei_week_scene, MOEI, WEEK_SCENE, MoeiScene)

G_END_DECLS
