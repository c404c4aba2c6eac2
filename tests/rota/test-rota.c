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


/* The same number of seconds for both, and as many: without care each scene would
 * be seen in one language only. */
static void
test_in_step (void)
{
  g_autoptr (MoeiRota) rota =
    new_rota ("scenes=situation;week;flights;countries\ndwell=30\nlanguages=en;th;my;zh_CN\nlanguage-seconds=30\n");
  guint seen[4] = { 0 };

  for (gint64 second = 0; second < 30 * 60; second++) {
    moei_rota_advance (rota, second * S);
    seen[moei_rota_get_scene (rota)] |= 1u << moei_rota_get_language (rota);
  }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmphex (seen[i], ==, 0xf);
}

static void
test_one_of_each (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=flights\nlanguages=my\n");

  for (gint64 second = 0; second < 7200; second += 7)
    moei_rota_advance (rota, second * S);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_MY, MOEI_HOLD_NONE);
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), ==, 0);
  g_assert_cmpuint (moei_rota_get_language_turns (rota), ==, 0);
  g_assert_cmpint (moei_rota_get_patience (rota), ==, G_MAXINT64);
}

static void
test_touch (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=30\nlanguages=th;en\nlanguage-seconds=40\nidle-seconds=60\n");

  moei_rota_advance (rota, 0);
  moei_rota_advance (rota, 20 * S);
  moei_rota_touch (rota);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  g_assert_cmpint (moei_rota_get_patience (rota), ==, 60 * S);
  moei_rota_advance (rota, 70 * S);
  moei_rota_touch (rota);
  moei_rota_advance (rota, 129 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  moei_rota_advance (rota, 130 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_NONE);
  moei_rota_advance (rota, 140 * S);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_TH, MOEI_HOLD_NONE);
  moei_rota_advance (rota, 150 * S);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_EN, MOEI_HOLD_NONE);
}

/* A key on which a cup stands holds the display for half an hour, and counts again
 * once nobody has touched it for a while. */
static void
test_stuck_key (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=30\nidle-seconds=60\n");
  guint turns;
  gint64 second;

  for (second = 0; second < 1800; second++) {
    moei_rota_advance (rota, second * S);
    moei_rota_touch (rota);
  }
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), ==, 0);
  for (; second < 3600; second++) {
    moei_rota_advance (rota, second * S);
    moei_rota_touch (rota);
  }
  turns = moei_rota_get_scene_turns (rota);
  g_assert_cmpuint (turns, >=, 50);
  moei_rota_advance (rota, (second + 60) * S);
  moei_rota_touch (rota);
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_TOUCH);
}

static void
test_by_hand (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=situation;week;notices;week\ndwell=30\nlanguages=th;en\nidle-seconds=60\n");

  moei_rota_advance (rota, 0);
  moei_rota_next (rota);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  moei_rota_previous (rota);
  moei_rota_previous (rota);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  moei_rota_set_empty (rota, MOEI_SCENE_KIND_NOTICES, TRUE);
  moei_rota_previous (rota); /* past the notices and the same scene once more */
  assert_shows (rota, MOEI_SCENE_KIND_SITUATION, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  moei_rota_next_language (rota);
  moei_rota_next_language (rota);
  moei_rota_next_language (rota);
  assert_shows (rota, MOEI_SCENE_KIND_SITUATION, MOEI_LANGUAGE_EN, MOEI_HOLD_TOUCH);
}

static void
test_empty (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;notices;flights\ndwell=10\nlanguages=th\n");
  g_autoptr (MoeiRota) all = new_rota ("scenes=week;notices\ndwell=10\nlanguages=th\nskip-empty=no\n");

  moei_rota_set_empty (rota, MOEI_SCENE_KIND_NOTICES, TRUE);
  moei_rota_set_empty (all, MOEI_SCENE_KIND_NOTICES, TRUE);
  moei_rota_advance (rota, 0);
  moei_rota_advance (all, 0);
  moei_rota_advance (rota, 10 * S);
  moei_rota_advance (all, 10 * S);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_FLIGHTS);
  g_assert_cmpint (moei_rota_get_scene (all), ==, MOEI_SCENE_KIND_NOTICES);
  moei_rota_set_empty (rota, MOEI_SCENE_KIND_NOTICES, FALSE);
  moei_rota_advance (rota, 20 * S);
  moei_rota_advance (rota, 30 * S);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_NOTICES);

  /* Where nothing has anything to show, something is shown. */
  for (guint i = 0; i < MOEI_N_SCENE_KINDS; i++)
    moei_rota_set_empty (rota, i, TRUE);
  for (gint64 second = 40; second < 400; second += 10)
    moei_rota_advance (rota, second * S);
}

static void
interrupt (MoeiRota         *rota,
           MoeiOccasionKind  kind,
           const char       *entity,
           MoeiSeverity      severity)
{
  g_autoptr (MoeiOccasion) occasion = moei_occasion_new (kind, entity, severity);

  moei_rota_interrupt (rota, occasion);
}

/* Shown 12 of 50 seconds, pre-empted for 20, and then for the 38 that are left. */
static void
test_pre_empted (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=50\nlanguages=th;en\nlanguage-seconds=20\n"
                                        "[Occasions]\nflight-departed=pre-empt 20\n");

  moei_rota_advance (rota, 0);
  moei_rota_advance (rota, 12 * S);
  interrupt (rota, MOEI_OCCASION_KIND_FLIGHT_DEPARTED, "a", MOEI_SEVERITY_MINOR);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_TH, MOEI_HOLD_OCCASION);
  g_assert_cmpstr (moei_occasion_get_entity (moei_rota_get_occasion (rota)), ==, "a");
  g_assert_cmpint (moei_rota_get_patience (rota), ==, 8 * S);
  moei_rota_advance (rota, 20 * S);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_EN, MOEI_HOLD_OCCASION);
  moei_rota_advance (rota, 32 * S - 1);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_EN, MOEI_HOLD_OCCASION);
  moei_rota_advance (rota, 32 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_EN, MOEI_HOLD_NONE);
  g_assert_null (moei_rota_get_occasion (rota));
  moei_rota_advance (rota, 70 * S - 1);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_WEEK);
  moei_rota_advance (rota, 70 * S);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_FLIGHTS);
}

static void
test_held (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=10\n[Occasions]\nquota-reached=hold 60\nnotice=none\n");

  moei_rota_advance (rota, 0);
  interrupt (rota, MOEI_OCCASION_KIND_NOTICE, "n", MOEI_SEVERITY_SEVERE); /* "none" */
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_NONE);
  interrupt (rota, MOEI_OCCASION_KIND_QUOTA_REACHED, "d", MOEI_SEVERITY_MINOR);
  moei_rota_advance (rota, 59 * S);
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_OCCASION);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_WEEK);
  moei_rota_advance (rota, 60 * S);
  moei_rota_advance (rota, 70 * S);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_FLIGHTS);
}

/* A graver one goes before; one scene tells of all that it can; what is not on this
 * monitor is not shown on it. */
static void
test_several (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights;notices\ndwell=100\nlanguages=th\n");

  moei_rota_advance (rota, 0);
  interrupt (rota, MOEI_OCCASION_KIND_CONVOY_HALTED, "c", MOEI_SEVERITY_SEVERE); /* no situation here */
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_NONE);
  for (guint i = 0; i < 30; i++) {
    g_autofree char *id = g_strdup_printf ("f%u", i);

    interrupt (rota, MOEI_OCCASION_KIND_FLIGHT_DEPARTED, id, MOEI_SEVERITY_MINOR);
    interrupt (rota, MOEI_OCCASION_KIND_FLIGHT_DEPARTED, id, MOEI_SEVERITY_MINOR);
  }
  moei_rota_advance (rota, 5 * S);
  interrupt (rota, MOEI_OCCASION_KIND_NOTICE, "n", MOEI_SEVERITY_SEVERE);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_NOTICES);
  moei_rota_advance (rota, 35 * S);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_FLIGHTS); /* 15 of 20 are left */
  moei_rota_advance (rota, 50 * S - 1);
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_FLIGHTS);
  moei_rota_advance (rota, 50 * S);
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_NONE);
}

/* Something every five seconds: the scenes still come round. */
static void
test_busy_day (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=situation;week;flights;countries;notices\ndwell=40\nlanguages=th\n");
  guint seen = 0;

  for (gint64 second = 0; second < 5 * (40 + 150) + 60; second++) {
    moei_rota_advance (rota, second * S);
    if (second % 5 == 0) {
      g_autofree char *id = g_strdup_printf ("%u", (guint) second);

      interrupt (rota, second % 10 ? MOEI_OCCASION_KIND_NOTICE : MOEI_OCCASION_KIND_FLIGHT_CANCELLED, id,
                 MOEI_SEVERITY_SEVERE);
    }
    if (moei_rota_get_held_by (rota) == MOEI_HOLD_NONE)
      seen |= 1u << moei_rota_get_scene (rota);
  }
  g_assert_cmphex (seen, ==, 0x1f);
}

static void
test_take_over (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=30\nlanguages=th;en\nidle-seconds=10\nlanguage-seconds=60\n");

  moei_rota_advance (rota, 0);
  moei_rota_advance (rota, 20 * S);
  moei_rota_set_take_over (rota, "flood");
  assert_shows (rota, MOEI_SCENE_KIND_NOTICES, MOEI_LANGUAGE_TH, MOEI_HOLD_TAKE_OVER);
  moei_rota_touch (rota);
  assert_shows (rota, MOEI_SCENE_KIND_NOTICES, MOEI_LANGUAGE_TH, MOEI_HOLD_TAKE_OVER);
  moei_rota_next (rota); /* whoever must see the flights can */
  assert_shows (rota, MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  moei_rota_next (rota);
  assert_shows (rota, MOEI_SCENE_KIND_FLIGHTS, MOEI_LANGUAGE_TH, MOEI_HOLD_TOUCH);
  moei_rota_advance (rota, 30 * S);
  assert_shows (rota, MOEI_SCENE_KIND_NOTICES, MOEI_LANGUAGE_TH, MOEI_HOLD_TAKE_OVER);
  moei_rota_next (rota);
  moei_rota_set_take_over (rota, "fire"); /* another one is news */
  assert_shows (rota, MOEI_SCENE_KIND_NOTICES, MOEI_LANGUAGE_TH, MOEI_HOLD_TAKE_OVER);
  moei_rota_advance (rota, 90 * S);
  assert_shows (rota, MOEI_SCENE_KIND_NOTICES, MOEI_LANGUAGE_EN, MOEI_HOLD_TAKE_OVER);
  moei_rota_set_take_over (rota, NULL);
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_NONE);
  g_assert_cmpint (moei_rota_get_scene (rota), !=, MOEI_SCENE_KIND_NOTICES);
}

static void
test_visitor (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=30\nlanguages=th;en\nlanguage-seconds=20\nvisitor-minutes=2\n");

  moei_rota_advance (rota, 0);
  moei_rota_advance (rota, 15 * S);
  moei_rota_set_visitor (rota, TRUE);
  assert_shows (rota, MOEI_SCENE_KIND_VISITOR, MOEI_LANGUAGE_TH, MOEI_HOLD_VISITOR);
  interrupt (rota, MOEI_OCCASION_KIND_FLIGHT_DEPARTED, "a", MOEI_SEVERITY_MINOR);
  moei_rota_set_take_over (rota, "flood");
  moei_rota_next (rota);
  assert_shows (rota, MOEI_SCENE_KIND_VISITOR, MOEI_LANGUAGE_TH, MOEI_HOLD_VISITOR);
  g_assert_null (moei_rota_get_occasion (rota));
  moei_rota_advance (rota, 134 * S);
  g_assert_true (moei_rota_get_visitor (rota));
  moei_rota_set_take_over (rota, NULL);
  moei_rota_advance (rota, 135 * S);
  g_assert_false (moei_rota_get_visitor (rota));
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_WEEK);

  /* Said again the time begins anew; said off it is off. */
  moei_rota_set_visitor (rota, TRUE);
  moei_rota_advance (rota, 200 * S);
  moei_rota_set_visitor (rota, TRUE);
  moei_rota_advance (rota, 319 * S);
  g_assert_true (moei_rota_get_visitor (rota));
  moei_rota_set_visitor (rota, FALSE);
  g_assert_cmpint (moei_rota_get_scene (rota), !=, MOEI_SCENE_KIND_VISITOR);
}

/* A display in the lobby is never anything else. */
static void
test_lobby (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=visitor\nlanguages=th;en\n");

  moei_rota_set_take_over (rota, "flood");
  moei_rota_set_visitor (rota, FALSE);
  moei_rota_next (rota);
  for (gint64 second = 0; second < 100; second++)
    moei_rota_advance (rota, second * S);
  assert_shows (rota, MOEI_SCENE_KIND_VISITOR, MOEI_LANGUAGE_EN, MOEI_HOLD_VISITOR);
  g_assert_true (moei_rota_get_visitor (rota));
}

/* How a clock may behave, and how often the language may have turned by then. */
static const struct {
  const char *name;
  gint64      times[6]; /* seconds */
  guint       turns;
} clocks[] = {
  { "stands", { 100, 100, 100, 100, 100, 100 }, 0 },
  { "begins late", { 1000000, 1000001, 1000002, 1000003, 1000004, 1000005 }, 0 },
  { "sleeps a day", { 0, 1, 86401, 86402, 86403, 86404 }, 1 },
  { "is set back", { 1000, 1010, 0, 5, 8, 9 }, 0 },
  { "goes to and fro", { 0, 19, 0, 1, 0, 1 }, 1 },
  { "is seldom told", { 0, 300, 600, 900, 1200, 1500 }, 5 },
  { "is told in bursts", { 0, 20, 20, 20, 40, 40 }, 2 },
  { "below zero", { -1000, -980, -960, -940, -920, -900 }, 5 },
};

static void
test_clock (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (MoeiRota) rota = new_rota ("languages=th;en;my\nlanguage-seconds=20\n");

  for (guint j = 0; j < G_N_ELEMENTS (clocks[i].times); j++) {
    moei_rota_advance (rota, clocks[i].times[j] * S);
    g_assert_cmpint (moei_rota_get_patience (rota), <=, 20 * S);
  }
  g_assert_cmpuint (moei_rota_get_language_turns (rota), ==, clocks[i].turns);
}

static void
test_extreme_clocks (void)
{
  static const gint64 times[] = { G_MININT64, G_MAXINT64, 0, G_MININT64 + 1, G_MAXINT64 - 1, G_MAXINT64, -1, 1 };
  g_autoptr (MoeiRota) rota = new_rota ("visitor-minutes=480\n");

  for (guint i = 0; i < 200; i++) {
    moei_rota_advance (rota, times[i % G_N_ELEMENTS (times)]);
    if (i % 7 == 0)
      moei_rota_set_visitor (rota, TRUE);
    if (i % 11 == 0)
      moei_rota_touch (rota);
    g_assert_cmpint (moei_rota_get_patience (rota), >=, 0);
  }
  moei_rota_advance (rota, 0);
  moei_rota_advance (rota, G_MAXINT64);
  g_assert_false (moei_rota_get_visitor (rota));
}

typedef struct {
  guint n[4];
} Notified;

static void
notify_cb (MoeiRota   *rota,
           GParamSpec *pspec,
           Notified   *notified)
{
  static const char * const names[] = { "scene", "language", "held-by", "visitor" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    notified->n[i] += g_str_equal (pspec->name, names[i]);
}

/* Each change is said once, and nothing else. */
static void
test_notify (void)
{
  g_autoptr (MoeiRota) rota = new_rota ("scenes=week;flights\ndwell=30\nlanguages=th;en\nlanguage-seconds=20\nvisitor-minutes=1\n");
  Notified notified = { { 0 } };
  int scene, language, held_by;
  gboolean visitor;

  g_signal_connect (rota, "notify", G_CALLBACK (notify_cb), &notified);
  for (gint64 second = 0; second <= 60; second++)
    moei_rota_advance (rota, second * S);
  moei_rota_set_visitor (rota, TRUE);
  moei_rota_set_visitor (rota, TRUE);
  g_object_get (rota, "scene", &scene, "language", &language, "held-by", &held_by, "visitor", &visitor, NULL);
  g_assert_cmpint (scene, ==, MOEI_SCENE_KIND_VISITOR);
  g_assert_cmpint (language, ==, moei_rota_get_language (rota));
  g_assert_cmpint (held_by, ==, MOEI_HOLD_VISITOR);
  g_assert_true (visitor);
  g_assert_cmpuint (notified.n[0], ==, 3);
  g_assert_cmpuint (notified.n[1], ==, 3);
  g_assert_cmpuint (notified.n[2], ==, 1);
  g_assert_cmpuint (notified.n[3], ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char   *path;
    GTestFunc     test;
  } cases[] = {
    { "/rota/new-destroy", test_new_destroy },
    { "/rota/two-clocks", test_two_clocks },
    { "/rota/in-step", test_in_step },
    { "/rota/one-of-each", test_one_of_each },
    { "/rota/touch", test_touch },
    { "/rota/stuck-key", test_stuck_key },
    { "/rota/by-hand", test_by_hand },
    { "/rota/empty", test_empty },
    { "/rota/pre-empted", test_pre_empted },
    { "/rota/held", test_held },
    { "/rota/several", test_several },
    { "/rota/busy-day", test_busy_day },
    { "/rota/take-over", test_take_over },
    { "/rota/visitor", test_visitor },
    { "/rota/lobby", test_lobby },
    { "/rota/extreme-clocks", test_extreme_clocks },
    { "/rota/notify", test_notify },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_func (cases[i].path, cases[i].test);
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++) {
    g_autofree char *path = g_strdup_printf ("/rota/clock/%s", clocks[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_clock);
  }
  return g_test_run ();
}
