/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "desk/moei-window.h"
#include "tests/chaos/virtual-time.h"
#include "tests/wall/wall-program.h"
#include "wall/moei-wall-help.h"
#include "wall/moei-wall-leaving.h"

/* A keyboard at the program's meeting display: the keys come from the X server,
 * and time is virtual. */

#define AFTERNOON G_GINT64_CONSTANT (1741248000000000) /* 15:00 of 6 March 2025 in Bangkok */

static const char settings[] =
  "[Display]\nscenes=situation;week;flights\ndwell=20\nlanguage-seconds=20\nidle-seconds=10\nvisitor-minutes=1\n"
  "office-hours=00:00-24:00\nheartbeat=none\n"
  "[Occasions]\nflight-departed=none\nquota-reached=none\nnotice=none\nconvoy-halted=none\nflight-cancelled=none\n";

static const char * const as_wall[] = { "--wall", NULL };
static const char * const as_desk[] = { NULL };

static MoeiSceneKind
scene (WallProgram *program)
{
  return moei_rota_get_scene (wall_program_get_rota (program));
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
stray_esc (WallProgram *program)
{
  MoeiWallLeaving *leaving = moei_wall_get_leaving (wall_program_get_wall (program));

  wall_program_press (program, "Escape");
  virtual_time_pass (5);
  g_assert_nonnull (wall_program_get_wall (program));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leaving)));

  wall_program_key (program, "keydown", "Escape");
  virtual_time_pass (1.5);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (leaving)));
  g_assert_true (wall_program_says (program, "Keep Esc pressed to leave"));
  wall_program_key (program, "keyup", "Escape");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leaving)));
  virtual_time_pass (5);
  g_assert_nonnull (wall_program_get_wall (program));

  /* Another key meanwhile: somebody leans on the keyboard. */
  wall_program_key (program, "keydown", "Escape");
  wall_program_press (program, "a");
  virtual_time_pass (5);
  g_assert_nonnull (wall_program_get_wall (program));
  wall_program_key (program, "keyup", "Escape");
}

static GtkWindow *
find_desk (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (MOEI_IS_WINDOW (window))
      return window;
  }
  return NULL;
}

static void
from_desk (WallProgram *program)
{
  virtual_time_pass (5);
  for (guint i = 0; i < 2; i++) {
    GtkWindow *desk = find_desk ();

    g_assert_true (is_shown (desk));
    g_assert_null (wall_program_get_wall (program));
    wall_program_press (program, "F11");
    virtual_time_pass (2);
    g_assert_true (is_shown (wall_program_get_wall (program)));
    g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (wall_program_get_wall (program))));
    g_assert_true (wall_program_says (program, "Live"));

    wall_program_press (program, "F11");
    virtual_time_pass (2);
    g_assert_nonnull (wall_program_get_wall (program));

    wall_program_key (program, "keydown", "Escape");
    virtual_time_pass (2.5);
    wall_program_key (program, "keyup", "Escape");
    g_assert_null (wall_program_get_wall (program));
    g_assert_true (find_desk () == desk);
  }
}

static void
test_from_desk (void)
{
  wall_program_run (as_desk, settings, AFTERNOON, from_desk);
}

static void
scenes (WallProgram *program)
{
  MoeiRota *rota = wall_program_get_rota (program);
  guint n_turns;

  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_SITUATION);
  wall_program_press (program, "Right");
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_WEEK);
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_TOUCH);
  wall_program_press (program, "Next");
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_FLIGHTS);
  wall_program_press (program, "Left");
  wall_program_press (program, "Prior");
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_SITUATION);
  g_assert_cmpstr (moei_wall_get_scene (wall_program_get_wall (program)), ==, "situation");

  /* It stays while somebody is there, and turns by itself once nobody is. */
  n_turns = moei_rota_get_scene_turns (rota);
  for (guint i = 0; i < 4; i++) {
    virtual_time_pass (8);
    wall_program_press (program, i % 2 == 0 ? "a" : "Shift_L");
  }
  virtual_time_pass (8);
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), ==, n_turns);
  g_assert_true (wall_program_says (program, "Held by a key"));
  virtual_time_pass (4);
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_NONE);
  virtual_time_pass (22);
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), ==, n_turns + 1);
}

static void
languages (WallProgram *program)
{
  MoeiRota *rota = wall_program_get_rota (program);
  MoeiLanguage first = moei_rota_get_language (rota);

  for (MoeiLanguage i = 1; i <= MOEI_N_LANGUAGES; i++) {
    wall_program_press (program, i % 2 == 0 ? "l" : "L");
    g_assert_cmpint (moei_rota_get_language (rota), ==, (first + i) % MOEI_N_LANGUAGES);
    g_assert_cmpint (moei_wall_get_language (wall_program_get_wall (program)), ==, (first + i) % MOEI_N_LANGUAGES);
  }
  virtual_time_pass (8);
  g_assert_cmpint (moei_rota_get_language (rota), ==, first);

  /* The space bar has it go on at once, and holds it. */
  wall_program_press (program, "space");
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_NONE);
  virtual_time_pass (23);
  g_assert_cmpint (moei_rota_get_language (rota), ==, (first + 1) % MOEI_N_LANGUAGES);
  wall_program_press (program, "space");
  g_assert_cmpint (moei_rota_get_held_by (rota), ==, MOEI_HOLD_TOUCH);
  virtual_time_pass (8);
  g_assert_cmpint (moei_rota_get_language (rota), ==, (first + 1) % MOEI_N_LANGUAGES);
}

static void
visitors (WallProgram *program)
{
  MoeiSceneKind before = scene (program);

  wall_program_press (program, "v");
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_VISITOR);
  g_assert_true (wall_program_says (program, "For visitors: totals only"));
  wall_program_press (program, "Right");
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_VISITOR);
  wall_program_press (program, "v");
  g_assert_cmpint (scene (program), ==, before);
  g_assert_false (wall_program_says (program, "For visitors: totals only"));

  wall_program_press (program, "V");
  virtual_time_pass (57);
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_VISITOR);
  virtual_time_pass (6);
  g_assert_cmpint (scene (program), !=, MOEI_SCENE_KIND_VISITOR);
}

static void
help (WallProgram *program)
{
  MoeiWallHelp *keys = moei_wall_get_help (wall_program_get_wall (program));

  g_assert_false (is_shown (keys));
  wall_program_press (program, "F1");
  virtual_time_pass (1);
  g_assert_true (is_shown (keys));
  virtual_time_pass (13);
  g_assert_false (is_shown (keys));
}

/* Whoever started nothing but the wall has nothing to go back to. */
static void
held_esc (WallProgram *program)
{
  wall_program_key (program, "keydown", "Escape");
  virtual_time_pass (1.5);
  g_assert_nonnull (wall_program_get_wall (program));
  virtual_time_pass (1);
  g_assert_null (wall_program_get_wall (program));
  wall_program_key (program, "keyup", "Escape");
  wall_program_expect_end (program);
}

static void
wall (WallProgram *program)
{
  virtual_time_pass (5);
  scenes (program);
  languages (program);
  visitors (program);
  help (program);
  stray_esc (program);
  held_esc (program);
}

static void
test_wall (void)
{
  wall_program_run (as_wall, settings, AFTERNOON, wall);
}

/* At night a key lights the display, and does nothing else. */
static void
dark (WallProgram *program)
{
  MoeiScreen *screen;

  virtual_time_pass (5);
  screen = moei_wall_get_screen (wall_program_get_wall (program));
  g_assert_true (moei_screen_get_blank (screen));
  wall_program_press (program, "Right");
  g_assert_false (moei_screen_get_blank (screen));
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_SITUATION);
  wall_program_press (program, "Right");
  g_assert_cmpint (scene (program), ==, MOEI_SCENE_KIND_WEEK);
  virtual_time_pass (4 * 60);
  g_assert_false (moei_screen_get_blank (screen));
  virtual_time_pass (2 * 60);
  g_assert_true (moei_screen_get_blank (screen));
}

static void
test_dark (void)
{
  static const char at_night[] = "[Display]\noffice-hours=07:00-10:00\nblank=yes\nheartbeat=none\n";

  wall_program_run (as_wall, at_night, AFTERNOON, dark);
}

int
main (int    argc,
      char **argv)
{
  wall_program_init (&argc, &argv);

  g_test_add_func ("/keys/wall", test_wall);
  g_test_add_func ("/keys/from-desk", test_from_desk);
  g_test_add_func ("/keys/dark", test_dark);
  return g_test_run ();
}
