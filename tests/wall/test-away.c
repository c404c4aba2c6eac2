/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-operation.h"
#include "rules/moei-operating-day.h"
#include "tests/chaos/virtual-time.h"
#include "tests/wall/wall-program.h"
#include "wall/fake-session.h"

/* The service is gone from one afternoon to the next, as the meeting display has
 * it: whatever scene is shown says so, the scenes turn, the computer sleeps and
 * its clock is set, midnight comes, and nobody is near.  Then the service is back. */

#define HOUR      (60 * 60)
#define AFTERNOON G_GINT64_CONSTANT (1741248000000000) /* 15:00 of 6 March 2025 in Bangkok */

/* In the ordinary run the program gets to do something only so often. */
#define STRIDE_S  300

static const char settings[] =
  "[Display]\nscenes=situation;week;flights;countries\ndwell=60\nlanguage-seconds=60\noffice-hours=07:00-20:00\n"
  "memory-ceiling=none\nrestart-hour=none\nheartbeat=none\n";

static const char * const as_wall[] = { "--wall", NULL };

static gboolean full;
static FakeSession *session;

typedef struct {
  WallProgram *program;
  gint64       gone;   /* when, on the clock that nobody sets and that does not stop */
  int          state;  /* the last */
  guint        scenes; /* bits: which were seen while it was gone */
  guint        languages;
} Away;

static gint64
boot_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
get_state (MoeiWall *wall)
{
  int state;

  g_object_get (wall, "state", &state, NULL);
  return state;
}

/* What stands on the wall agrees with what is known from elsewhere. */
static void
look (Away *self)
{
  MoeiWall *wall = wall_program_get_wall (self->program);
  MoeiRota *rota = wall_program_get_rota (self->program);
  int state = get_state (wall);
  gint64 age, away = (boot_time () - self->gone) / G_USEC_PER_SEC;
  g_autofree char *updated = NULL;

  g_object_get (wall, "age", &age, NULL);
  updated = moei_format_updated (MOEI_LANGUAGE_EN, age);
  g_assert_true (wall_program_says (self->program, moei_word_data_state (MOEI_LANGUAGE_EN, state)));
  g_assert_true (wall_program_says (self->program, updated));
  g_assert_true (wall_program_says (self->program, "EXERCISE"));
  g_assert_cmpint (age, >=, away - 2);
  g_assert_cmpint (age, <=, away + 60);
  g_assert_cmpint (state, >=, self->state); /* it gets worse, and never better by itself */
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (wall), "stale"), ==, state >= MOEI_DATA_STATE_OLD);
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (wall)));
  g_assert_cmpstr (moei_wall_get_scene (wall), !=, "visitor");
  self->state = state;
  self->scenes |= 1u << moei_rota_get_scene (rota);
  self->languages |= 1u << moei_wall_get_language (wall);
}

static void
pass (Away   *self,
      gint64  seconds)
{
  MoeiRota *rota = wall_program_get_rota (self->program);
  gint64 until = boot_time () + seconds * G_USEC_PER_SEC;
  guint scene_turns = moei_rota_get_scene_turns (rota), language_turns = moei_rota_get_language_turns (rota);

  while (boot_time () < until) {
    if (virtual_time_step ())
      look (self);
  }
  if (seconds >= HOUR) {
    g_assert_cmpuint (moei_rota_get_scene_turns (rota), >=, scene_turns + seconds / STRIDE_S / 2);
    g_assert_cmpuint (moei_rota_get_language_turns (rota), >=, language_turns + seconds / STRIDE_S / 2);
  }
}

static void
go_on_as_before (Away *self)
{
  MoeiWall *wall = wall_program_get_wall (self->program);

  /* Set while the computer is on: the time shown is the service's. */
  virtual_time_set_wall (3 * HOUR * G_GINT64_CONSTANT (1000000));
  pass (self, 300);
  virtual_time_set_wall (-30 * HOUR * G_GINT64_CONSTANT (1000000));
  pass (self, 300);
  virtual_time_set_wall (0);
  g_assert_true (wall_program_says (self->program, "Thursday 6 March 2025"));
  g_assert_cmpint (get_state (wall), ==, MOEI_DATA_STATE_OFFLINE);
}

/* Who sleeps through ten hours knows when it wakes how old all is. */
static void
sleep_for_ten_hours (Away *self)
{
  MoeiRota *rota = wall_program_get_rota (self->program);
  guint turns = moei_rota_get_scene_turns (rota);

  virtual_time_suspend (10 * HOUR * G_GINT64_CONSTANT (1000000));
  virtual_time_pass (2);
  look (self);
  g_assert_cmpuint (moei_rota_get_scene_turns (rota), <=, turns + 1);
}

static void
come_back (Away *self)
{
  MoeiWall *wall = wall_program_get_wall (self->program);
  gint64 now = AFTERNOON + 24 * HOUR * G_GINT64_CONSTANT (1000000);

  virtual_time_set_stride (0);
  moei_service_clock_play (wall_program_service (self->program)->clock, now, 1.0);
  wall_program_set_gone (self->program, FALSE);
  virtual_time_pass (90);
  g_assert_cmpint (get_state (wall), ==, MOEI_DATA_STATE_LIVE);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (wall), "stale"));
  g_assert_true (wall_program_says (self->program, "Live"));
  g_assert_true (wall_program_says (self->program, "Friday 7 March 2025"));
  g_assert_true (wall_program_says (self->program, "15:01"));
}

static void
away (WallProgram *program)
{
  Away self = { program };

  virtual_time_pass (30);
  g_assert_cmpint (get_state (wall_program_get_wall (program)), ==, MOEI_DATA_STATE_LIVE);
  g_assert_true (wall_program_says (program, "Thursday 6 March 2025"));
  g_assert_cmpuint (fake_session_get_inhibited (session), ==, 1);

  self.gone = boot_time ();
  self.state = MOEI_DATA_STATE_LIVE;
  wall_program_set_gone (program, TRUE);
  pass (&self, 120);
  g_assert_cmpint (self.state, ==, MOEI_DATA_STATE_OFFLINE);
  virtual_time_set_stride ((full ? 10 : STRIDE_S) * G_USEC_PER_SEC);
  go_on_as_before (&self);
  pass (&self, 5 * HOUR);
  g_assert_cmpuint (fake_session_get_inhibited (session), ==, 0); /* after eight the screen may sleep */

  /* Midnight: the clocks go on, and the figures are of the day before, which is said. */
  pass (&self, 4 * HOUR);
  g_assert_true (wall_program_says (program, "Figures of Thursday 6 March 2025"));
  g_assert_true (wall_program_says (program, "7 Mar"));
  virtual_time_set_stride (0);
  wall_program_save_picture (program, "wall-after-midnight.png");

  sleep_for_ten_hours (&self);
  virtual_time_set_stride ((full ? 10 : STRIDE_S) * G_USEC_PER_SEC);
  pass (&self, HOUR);
  g_assert_cmpuint (fake_session_get_inhibited (session), ==, 1);
  g_assert_cmpuint (self.scenes, ==, 0xf);
  g_assert_cmpuint (self.languages, ==, (1u << MOEI_N_LANGUAGES) - 1);
  come_back (&self);
}

static void
test_away (void)
{
  wall_program_run (as_wall, settings, AFTERNOON, away);
}

int
main (int    argc,
      char **argv)
{
  int result;

  full = argc > 1 && g_str_equal (argv[argc - 1], "--full");
  argc -= full;
  session = fake_session_start ();
  wall_program_init (&argc, &argv);
  g_test_add_func ("/away/a-day", test_away);
  result = g_test_run ();
  fake_session_end (session);
  return result;
}
