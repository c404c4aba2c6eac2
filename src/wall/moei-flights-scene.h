/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FLIGHTS_SCENE (moei_flights_scene_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFlightsScene, moei_flights_scene, MOEI, FLIGHTS_SCENE, MoeiScene)

G_END_DECLS
