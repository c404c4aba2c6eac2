/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-scenes.h"

#include "wall/moei-countries-scene.h"
#include "wall/moei-flights-scene.h"
#include "wall/moei-notices-scene.h"
#include "wall/moei-situation-scene.h"
#include "wall/moei-visitor-scene.h"
#include "wall/moei-week-scene.h"

/* The scenes of a wall, by what settings call them, in the order in which they
 * come where nobody has chosen one. */
static const struct {
  const char *kind;
  GType (*get_type) (void);
} scenes[] = {
  { "situation", moei_situation_scene_get_type },
  { "week", moei_week_scene_get_type },
  { "flights", moei_flights_scene_get_type },
  { "countries", moei_countries_scene_get_type },
  { "notices", moei_notices_scene_get_type },
  { "visitor", moei_visitor_scene_get_type },
};

/**
 * moei_scenes_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of scenes
 */
const char * const *
moei_scenes_list (void)
{
  static const char *kinds[G_N_ELEMENTS (scenes) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    kinds[i] = scenes[i].kind;
  return kinds;
}

/**
 * moei_scenes_create:
 * @kind: a kind of scene
 *
 * Returns: (transfer floating) (nullable): a scene of that kind; `NULL` where there is none
 */
MoeiScene *
moei_scenes_create (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++) {
    if (g_strcmp0 (scenes[i].kind, kind) == 0)
      return g_object_new (scenes[i].get_type (), NULL);
  }
  return NULL;
}
