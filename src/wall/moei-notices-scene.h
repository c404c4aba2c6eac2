/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_NOTICES_SCENE (moei_notices_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiNoticesScene, moei_notices_scene, MOEI, NOTICES_SCENE, MoeiScene)

G_END_DECLS
