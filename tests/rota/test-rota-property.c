/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "rota/moei-rota.h"
#include "rota/moei-rota-types.h"

/* What must hold of a rota whatever is done to it, tried with rotas, clocks and
 * hands at random; `--seed` repeats a run. */

#define S (gint64) G_TIME_SPAN_SECOND
#define N_RUNS 3000
#define N_DEEDS 120

typedef struct {
  MoeiWallPlan       *plan;
  MoeiRota           *rota;
  const MoeiSceneKind *scenes;
  guint               n_scenes;
  const MoeiLanguage *languages;
  guint               n_languages;
  gboolean            is_lobby;
  gint64              now;
  guint               n_occasions;
} Run;

static const char *
pick (const char * const *words)
{
  return words[g_test_rand_int_range (0, (int) g_strv_length ((char **) words))];
}

static void
append_list (GString            *text,
             const char         *key,
             const char * const *words,
             int                 most,
             gboolean            each_once)
{
  int n = g_test_rand_int_range (1, most + 1);
  int first = g_test_rand_int_range (0, (int) g_strv_length ((char **) words));

  g_string_append_printf (text, "%s=", key);
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s;", each_once ? words[(first + i) % (int) g_strv_length ((char **) words)] : pick (words));
  g_string_append_c (text, '\n');
}

static void
append_occasion (GString    *text,
                 const char *key)
{
  static const char * const actions[] = { "hold", "pre-empt", NULL };

  if (g_test_rand_bit ())
    g_string_append_printf (text, "%s=%s %d\n", key, pick (actions), g_test_rand_int_range (5, 601));
}

/* Any settings that are fine. */
static char *
draw_settings (void)
{
  static const char * const scenes[] = { "situation", "week", "flights", "countries", "notices", NULL };
  static const char * const languages[] = { "en", "th", "my", "zh_CN", NULL };
  static const int dwells[] = { 10, 20, 30, 40, 60, 120, 599 };
  GString *text = g_string_new ("[Display]\n");

  if (g_test_rand_int_range (0, 20) == 0)
    g_string_append (text, "scenes=visitor\n");
  else
    append_list (text, "scenes", scenes, 8, FALSE);
  append_list (text, "languages", languages, 4, TRUE);
  g_string_append_printf (text, "dwell=%d\n", dwells[g_test_rand_int_range (0, G_N_ELEMENTS (dwells))]);
  g_string_append_printf (text, "language-seconds=%d\n", 10 * g_test_rand_int_range (2, 7));
  g_string_append_printf (text, "idle-seconds=%d\n", g_test_rand_int_range (10, 601));
  g_string_append_printf (text, "visitor-minutes=%d\n", g_test_rand_int_range (1, 60));
  g_string_append_printf (text, "skip-empty=%s\n", g_test_rand_bit () ? "yes" : "no");
  if (g_test_rand_bit ())
    g_string_append_printf (text, "[Scene flights]\ndwell=%d\n", g_test_rand_int_range (10, 601));
  g_string_append (text, "[Occasions]\n");
  append_occasion (text, "flight-departed");
  append_occasion (text, "notice");
  append_occasion (text, "quota-reached");
  return g_string_free (text, FALSE);
}

static void
begin (Run *run)
{
  g_autofree char *settings = draw_settings ();

  run->plan = moei_wall_plan_parse (settings, strlen (settings));
  g_assert_null (moei_wall_plan_get_faults (run->plan)[0]);
  run->rota = moei_rota_new (run->plan, NULL);
  run->scenes = moei_wall_plan_get_scenes (run->plan, NULL, &run->n_scenes);
  run->languages = moei_wall_plan_get_languages (run->plan, &run->n_languages);
  if (g_test_rand_bit ())
    moei_rota_resume (run->rota, g_test_rand_int_range (0, MOEI_N_SCENE_KINDS), g_test_rand_int_range (0, MOEI_N_LANGUAGES));
  run->is_lobby = run->scenes[0] == MOEI_SCENE_KIND_VISITOR;
  run->now = (gint64) g_test_rand_int () * S;
  run->n_occasions = 0;
}

static gboolean
has_scene (Run           *run,
           MoeiSceneKind  scene)
{
  for (guint i = 0; i < run->n_scenes; i++)
    if (run->scenes[i] == scene)
      return TRUE;
  return FALSE;
}

/* What is shown is explained by who holds it. */
static void
assert_explained (Run *run)
{
  MoeiSceneKind scene = moei_rota_get_scene (run->rota);
  MoeiHold held_by = moei_rota_get_held_by (run->rota);
  gboolean is_known = FALSE;

  for (guint i = 0; i < run->n_languages; i++)
    is_known |= run->languages[i] == moei_rota_get_language (run->rota);
  g_assert_true (is_known);
  g_assert_cmpint (moei_rota_get_patience (run->rota), >=, 0);

  g_assert_cmpint (moei_rota_get_visitor (run->rota), ==, held_by == MOEI_HOLD_VISITOR);
  g_assert_cmpint (moei_rota_get_visitor (run->rota), ==, scene == MOEI_SCENE_KIND_VISITOR);
  if (held_by == MOEI_HOLD_TAKE_OVER)
    g_assert_cmpint (scene, ==, MOEI_SCENE_KIND_NOTICES);
  else if (held_by != MOEI_HOLD_VISITOR)
    g_assert_true (has_scene (run, scene));
  if (held_by == MOEI_HOLD_OCCASION)
    g_assert_nonnull (moei_rota_get_occasion (run->rota));
  if (run->is_lobby)
    g_assert_cmpint (held_by, ==, MOEI_HOLD_VISITOR);
}

/* Each clock goes on by one at most, and by nothing where no time passes. */
static void
advance (Run    *run,
         gint64  span)
{
  guint scene_turns = moei_rota_get_scene_turns (run->rota);
  guint language_turns = moei_rota_get_language_turns (run->rota);

  run->now += span;
  moei_rota_advance (run->rota, run->now);
  g_assert_cmpuint (moei_rota_get_scene_turns (run->rota) - scene_turns, <=, span > 0);
  g_assert_cmpuint (moei_rota_get_language_turns (run->rota) - language_turns, <=, span > 0);
}

static gint64
draw_span (void)
{
  switch (g_test_rand_int_range (0, 12)) {
  case 0:
    return 0;
  case 1:
    return -g_test_rand_int_range (0, 100000) * S;
  case 2:
    return g_test_rand_int_range (0, 200000) * S;
  case 3:
    return g_test_rand_int_range (0, 600) * S;
  default:
    return g_test_rand_int_range (1, 40 * G_USEC_PER_SEC);
  }
}

static void
interrupt (Run *run)
{
  g_autofree char *id = g_strdup_printf ("%u", run->n_occasions++ / 2);
  g_autoptr (MoeiOccasion) occasion = moei_occasion_new (g_test_rand_int_range (0, MOEI_N_OCCASION_KINDS), id,
                                                         g_test_rand_int_range (0, MOEI_SEVERITY_EXTREME + 1));

  moei_rota_interrupt (run->rota, occasion);
}

static void
step_language (Run *run)
{
  MoeiSceneKind scene = moei_rota_get_scene (run->rota);

  moei_rota_next_language (run->rota);
  g_assert_cmpint (moei_rota_get_scene (run->rota), ==, scene);
}

static void
do_anything (Run *run)
{
  switch (g_test_rand_int_range (0, 24)) {
  case 0:
    moei_rota_touch (run->rota);
    break;
  case 1:
    moei_rota_next (run->rota);
    break;
  case 2:
    moei_rota_previous (run->rota);
    break;
  case 3:
    step_language (run);
    break;
  case 4:
    moei_rota_set_visitor (run->rota, g_test_rand_bit ());
    break;
  case 5:
    moei_rota_set_take_over (run->rota, g_test_rand_bit () ? "flood" : NULL);
    break;
  case 6:
    moei_rota_set_empty (run->rota, g_test_rand_int_range (0, MOEI_N_SCENE_KINDS), g_test_rand_bit ());
    break;
  case 7:
    moei_rota_release (run->rota);
    g_assert_cmpint (moei_rota_get_held_by (run->rota), !=, MOEI_HOLD_TOUCH);
    break;
  case 8:
  case 9:
  case 10:
    interrupt (run);
    break;
  default:
    advance (run, draw_span ());
  }
  assert_explained (run);
}

/* Within how many seconds all must have been seen once nobody does anything. */
static gint64
get_bound (Run *run)
{
  gint64 round = moei_wall_plan_get_language_seconds (run->plan);
  gint64 quiet = moei_wall_plan_get_idle_seconds (run->plan) + moei_wall_plan_get_visitor_minutes (run->plan) * 60;

  for (guint i = 0; i < run->n_scenes; i++)
    round += moei_wall_plan_get_dwell (run->plan, run->scenes[i]);
  /* Occasions: each ten minutes at most, and a scene has its turn in between */
  quiet += 8 * (600 + round);
  return quiet + (run->n_languages + 2) * (run->n_languages + 2) * round;
}

/* From change to change, as its patience says: every scene comes round in every
 * language, and no other way is as early. */
static void
assert_all_come_round (Run *run)
{
  gint64 end = run->now + get_bound (run) * S;
  guint seen[MOEI_N_SCENE_KINDS] = { 0 };
  guint missing = 1;

  for (guint i = 0; i < MOEI_N_SCENE_KINDS; i++)
    moei_rota_set_empty (run->rota, i, FALSE);
  moei_rota_set_take_over (run->rota, NULL);

  while (missing > 0) {
    gint64 patience = moei_rota_get_patience (run->rota);

    if (moei_rota_get_held_by (run->rota) == MOEI_HOLD_NONE || run->is_lobby)
      seen[moei_rota_get_scene (run->rota)] |= 1u << moei_rota_get_language (run->rota);
    missing = 0;
    for (guint i = 0; i < run->n_scenes; i++)
      for (guint j = 0; j < run->n_languages; j++)
        missing += (seen[run->scenes[i]] & 1u << run->languages[j]) == 0;
    if (missing == 0)
      break;

    g_assert_cmpint (patience, <, G_MAXINT64);
    advance (run, MAX (patience, 1));
    assert_explained (run);
    g_assert_cmpint (run->now, <=, end);
  }
}

/* Nothing changes before its patience is over. */
static void
assert_patient (Run *run)
{
  gint64 patience = moei_rota_get_patience (run->rota);
  guint turns = moei_rota_get_scene_turns (run->rota) + moei_rota_get_language_turns (run->rota);
  MoeiHold held_by = moei_rota_get_held_by (run->rota);

  if (patience < 2 || patience == G_MAXINT64)
    return;
  advance (run, patience - 1);
  g_assert_cmpuint (moei_rota_get_scene_turns (run->rota) + moei_rota_get_language_turns (run->rota), ==, turns);
  g_assert_cmpint (moei_rota_get_held_by (run->rota), ==, held_by);
}

/* Visitors go, by whatever steps the time passes. */
static void
assert_visitors_go (Run *run)
{
  gint64 end;

  moei_rota_set_visitor (run->rota, TRUE);
  end = run->now + moei_wall_plan_get_visitor_minutes (run->plan) * 60 * S;
  while (run->now < end) {
    g_assert_true (moei_rota_get_visitor (run->rota));
    advance (run, g_test_rand_int_range (1, 300) * S);
    if (g_test_rand_bit ())
      moei_rota_touch (run->rota);
  }
  g_assert_cmpint (moei_rota_get_visitor (run->rota), ==, run->is_lobby);
}

/* After a touch both clocks go again: the languages within their time after the
 * idle one. */
static void
assert_resumes (Run *run)
{
  guint turns, seconds = moei_wall_plan_get_idle_seconds (run->plan) + moei_wall_plan_get_language_seconds (run->plan);

  moei_rota_touch (run->rota);
  turns = moei_rota_get_language_turns (run->rota);
  for (guint i = 0; i < seconds; i++)
    advance (run, S);
  g_assert_cmpint (moei_rota_get_held_by (run->rota), !=, MOEI_HOLD_TOUCH);
  if (run->n_languages > 1)
    g_assert_cmpuint (moei_rota_get_language_turns (run->rota), >, turns);
}

static void
test_anything (void)
{
  for (guint i = 0; i < N_RUNS; i++) {
    Run run;

    begin (&run);
    for (guint j = 0; j < N_DEEDS; j++)
      do_anything (&run);
    if (i % 3 == 0)
      assert_visitors_go (&run);
    if (i % 3 == 1)
      assert_resumes (&run);
    assert_patient (&run);
    assert_all_come_round (&run);
    g_object_unref (run.rota);
    g_object_unref (run.plan);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-property/anything", test_anything);
  return g_test_run ();
}
