/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rota/moei-plan-watch.h"

#define GOOD   "[Display]\ndwell=30\n"
#define BETTER "[Display]\ndwell=60\n"
#define FAULTY "[Display]\ndwell=soon\nscenes=weak\n"

static char *folder;

typedef struct {
  char          *path;
  MoeiWallPlan  *plan;
  MoeiPlanWatch *watch;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_build_filename (folder, "wall.conf", NULL);
  write_file (fixture, data);
  fixture->plan = moei_wall_plan_load (fixture->path);
  fixture->watch = moei_plan_watch_new (fixture->plan);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->watch); /* its last thread may still have it */
  g_object_unref (fixture->plan);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static void
look (Fixture *fixture)
{
  moei_plan_watch_look (fixture->watch);
  while (moei_plan_watch_is_busy (fixture->watch))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 3; i++) {
    look (fixture);
    g_assert_false (moei_plan_watch_has_changed (fixture->watch));
    g_assert_null (moei_plan_watch_get_problem (fixture->watch));
    write_file (fixture, GOOD); /* the same, written again */
  }
}

/* A file that is being written is not what it will be. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  look (fixture);
  write_file (fixture, "[Display]\n");
  look (fixture);
  g_assert_false (moei_plan_watch_has_changed (fixture->watch));
  write_file (fixture, BETTER);
  look (fixture);
  g_assert_false (moei_plan_watch_has_changed (fixture->watch));
  look (fixture);
  g_assert_true (moei_plan_watch_has_changed (fixture->watch));
  g_assert_null (moei_plan_watch_get_problem (fixture->watch));

  /* Taken back before anybody took it on */
  write_file (fixture, GOOD);
  look (fixture);
  g_assert_false (moei_plan_watch_has_changed (fixture->watch));
}

static void
test_faulty (Fixture       *fixture,
             gconstpointer  data)
{
  write_file (fixture, FAULTY);
  for (guint i = 0; i < 3; i++) {
    look (fixture);
    g_assert_false (moei_plan_watch_has_changed (fixture->watch));
    g_assert_true (g_str_has_suffix (moei_plan_watch_get_problem (fixture->watch), "; and 1 more"));
  }
  g_assert_true (g_str_has_prefix (moei_plan_watch_get_problem (fixture->watch), fixture->path));
  g_unlink (fixture->path);
  look (fixture);
  look (fixture);
  g_assert_false (moei_plan_watch_has_changed (fixture->watch));
  g_assert_nonnull (strstr (moei_plan_watch_get_problem (fixture->watch), "cannot be read"));

  write_file (fixture, BETTER);
  look (fixture);
  g_assert_null (moei_plan_watch_get_problem (fixture->watch));
  look (fixture);
  g_assert_true (moei_plan_watch_has_changed (fixture->watch));
}

/* Who began with a fault says so, and takes on what is without. */
static void
test_begun_faulty (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_nonnull (moei_plan_watch_get_problem (fixture->watch));
  look (fixture);
  look (fixture);
  g_assert_false (moei_plan_watch_has_changed (fixture->watch));
  write_file (fixture, GOOD);
  look (fixture);
  look (fixture);
  g_assert_true (moei_plan_watch_has_changed (fixture->watch));
}

static guint
open_dwell (Fixture *fixture)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_open (fixture->path);

  g_assert_cmpstr (moei_wall_plan_get_path (plan), ==, fixture->path);
  return moei_wall_plan_get_dwell (plan, MOEI_SCENE_KIND_WEEK);
}

/* A computer that is switched on with a wrong file goes by what the file said before. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MoeiWallPlan) unset = moei_wall_plan_new ();
  g_autoptr (MoeiWallPlan) kept = NULL;
  g_autoptr (MoeiPlanWatch) watch = NULL;

  g_assert_cmpuint (open_dwell (fixture), ==, moei_wall_plan_get_dwell (unset, MOEI_SCENE_KIND_WEEK));
  write_file (fixture, GOOD);
  g_assert_cmpuint (open_dwell (fixture), ==, 30);
  write_file (fixture, FAULTY);
  g_assert_cmpuint (open_dwell (fixture), ==, 30);
  write_file (fixture, BETTER);
  g_assert_cmpuint (open_dwell (fixture), ==, 60);
  g_unlink (fixture->path);
  g_assert_cmpuint (open_dwell (fixture), ==, 60);

  /* What holds is not taken for what stands in the file. */
  write_file (fixture, FAULTY);
  kept = moei_wall_plan_open (fixture->path);
  watch = moei_plan_watch_new (kept);
  moei_plan_watch_look (watch);
  while (moei_plan_watch_is_busy (watch))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (moei_plan_watch_get_problem (watch));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_folder (inner);
  }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  int result;

  folder = g_dir_make_tmp ("moei-plan-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/plan-watch/same", Fixture, GOOD, set_up, test_same, tear_down);
  g_test_add ("/plan-watch/replaced", Fixture, GOOD, set_up, test_replaced, tear_down);
  g_test_add ("/plan-watch/faulty", Fixture, GOOD, set_up, test_faulty, tear_down);
  g_test_add ("/plan-watch/begun-faulty", Fixture, FAULTY, set_up, test_begun_faulty, tear_down);
  g_test_add ("/plan-watch/kept", Fixture, FAULTY, set_up, test_kept, tear_down);
  result = g_test_run ();
  remove_folder (folder);
  g_free (folder);
  return result;
}
