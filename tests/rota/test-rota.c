/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "rota/moei-rota.h"

#define S (gint64) G_TIME_SPAN_SECOND

static MoeiRota *
new_rota (const char *settings)
{
  g_autofree char *text = g_strconcat ("[Display]\n", settings, NULL);
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_parse (text, strlen (text));

  g_assert_cmpstrv (moei_wall_plan_get_faults (plan), ((const char *[]) { NULL }));
  return moei_rota_new (plan, NULL);
}

static void
assert_shows (MoeiRota      *rota,
              MoeiSceneKind  scene,
              MoeiLanguage   language,
              MoeiHold       held_by)
{
  g_assert_cmpint (moei_rota_get_scene (rota), ==, scene);
  g_assert_cmpint (moei_rota_get_language (rota), ==, language);
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, held_by);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_new ();
  g_autoptr (MoeiRota) rota = moei_rota_new (plan, "HDMI-1");

  g_assert_true (moei_rota_get_plan (rota) == plan);
  assert_shows (rota, MOEI_SCENE_KIND_SITUATION, MOEI_LANGUAGE_EN, MOEI_HOLD_NONE);
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), ==, 0);
}

static void
test_two_clocks (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=50\nlanguages=th;my;en\nlanguage-seconds=20\n");

  moei_rota_advance (rota, 0);
  moei_rota_advance (rota, 20 * S - 1);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_NONE);
  g_assert_cmpint (moei_rota_get_patience (rota), ==, 1);
  moei_rota_advance (rota, 20 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_MY, MOEI_HOLD_NONE);
  moei_rota_advance (rota, 40 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_EN, MOEI_HOLD_NONE);
  g_assert_cmpint (moei_rota_get_patience (rota), ==, 10 * S);
  moei_rota_advance (rota, 50 * S);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_EN, MOEI_HOLD_NONE);
  moei_rota_advance (rota, 60 * S);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_TH, MOEI_HOLD_NONE);
  moei_rota_advance (rota, 100 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_MY, MOEI_HOLD_NONE);
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), ==, 2);
  g_assert_cmpuint (moei_rota_get_language_turns (rota), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota/new-destroy", test_new_destroy);
  g_test_add_func ("/rota/two-clocks", test_two_clocks);
  return g_test_run ();
}
