/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_COUNTRIES_SCENE (moei_countries_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCountriesScene, moei_countries_scene, MOEI, COUNTRIES_SCENE, MoeiScene)

G_END_DECLS
