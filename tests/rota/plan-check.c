/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-check.h"

static void
assert_in (guint value,
           guint least,
           guint most)
{
  g_assert_cmpuint (value, >=, least);
  g_assert_cmpuint (value, <=, most);
}

/* Each fault is one line that a terminal can show. */
void
assert_faults_can_be_shown (MoeiWallPlan *plan)
{
  const char * const *faults = moei_wall_plan_get_faults (plan);

  for (guint i = 0; faults[i] != NULL; i++) {
    g_assert_true (g_utf8_validate (faults[i], -1, NULL));
    g_assert_cmpuint (*faults[i], !=, '\0');
    for (const char *c = faults[i]; *c != '\0'; c = g_utf8_next_char (c))
      g_assert_true (g_unichar_isprint (g_utf8_get_char (c)));
  }
}

/* Whatever was wrong with its file. */
void
assert_can_be_followed (MoeiWallPlan *plan)
{
  const MoeiOfficeHours *hours = moei_wall_plan_get_office_hours (plan);
  guint n_scenes, n_languages, seconds;

  moei_wall_plan_get_scenes (plan, "DP-2", &n_scenes);
  assert_in (n_scenes, 1, 32);
  moei_wall_plan_get_languages (plan, &n_languages);
  assert_in (n_languages, 1, MOEI_N_LANGUAGES);
  for (guint i = 0; i < MOEI_N_SCENE_KINDS; i++)
    assert_in (moei_wall_plan_get_dwell (plan, i), 10, 600);
  for (guint i = 0; i < MOEI_N_OCCASION_KINDS; i++)
    if (moei_wall_plan_get_occasion (plan, i, &seconds) != MOEI_OCCASION_ACTION_NONE)
      assert_in (seconds, 5, 600);
  assert_in (moei_wall_plan_get_language_seconds (plan), 20, 60);
  assert_in (moei_wall_plan_get_idle_seconds (plan), 10, 600);
  assert_in (moei_wall_plan_get_visitor_minutes (plan), 1, 480);
  assert_in (moei_wall_plan_get_take_over_minutes (plan), 1, 1440);
  assert_in (moei_wall_plan_get_pixel_shift (plan), 0, 32);
  assert_in ((guint) (moei_wall_plan_get_restart_hour (plan) + 1), 0, 24);
  assert_in ((guint) hours->opens, 0, 24 * 60 - 1);
  assert_in ((guint) hours->closes, 1, 24 * 60);
  assert_in (hours->days, 1, MOEI_OFFICE_HOURS_EVERY_DAY);
  if (moei_wall_plan_get_heartbeat (plan) != NULL)
    g_assert_true (g_path_is_absolute (moei_wall_plan_get_heartbeat (plan)));
}
