/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "rota/moei-settings-text.h"
#include "rota/moei-wall-plan.h"
#include "rota/moei-wall-values.h"

static MoeiWallPlan *
parse (const char *text)
{
  return moei_wall_plan_parse (text, strlen (text));
}

static void
assert_fine (MoeiWallPlan *plan)
{
  g_assert_cmpstrv (moei_wall_plan_get_faults (plan), ((const char *[]) { NULL }));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_new ();
  guint n_scenes, n_languages;

  assert_fine (plan);
  g_assert_null (moei_wall_plan_get_path (plan));
  g_assert_null (moei_wall_plan_get_service (plan));
  moei_wall_plan_get_scenes (plan, "HDMI-1", &n_scenes);
  moei_wall_plan_get_languages (plan, &n_languages);
  g_assert_cmpuint (n_scenes, ==, 5);
  g_assert_cmpuint (n_languages, ==, MOEI_N_LANGUAGES);
  g_assert_true (g_path_is_absolute (moei_wall_plan_get_heartbeat (plan)));
}

static void
test_whole (void)
{
  g_autoptr (MoeiWallPlan) plan =
    parse ("\357\273\277# The room on the third floor\r\n"
           "[Display]\r\n"
           "service = https://moei.example/\n"
           "  scenes=week; flights,week;\n"
           "dwell=10\nskip-empty=no\n"
           "languages=zh_CN;th\nlanguage-seconds=60\n"
           "digits=latin\ncalendar=gregorian\nidle-seconds=600\n"
           "office-hours=18:30 - 2:00\noffice-days=fri-mon;wed\nblank=yes\n"
           "pixel-shift=none\nmemory-ceiling=512\nrestart-hour=none\nheartbeat=none\n"
           "visitor-minutes=1\nvisitor-withhold-below=3\n"
           "take-over=severe\ntake-over-minutes=5\n"
           "[Occasions]\nnotice=hold 20\nflight-departed=none\n"
           "[Scene flights]\ndwell=600\n"
           "[Monitor DP-2]\nscenes=situation\n");
  const MoeiOfficeHours *hours = moei_wall_plan_get_office_hours (plan);
  const MoeiSceneKind *scenes;
  const MoeiLanguage *languages;
  guint n, seconds;

  assert_fine (plan);
  g_assert_cmpstr (moei_wall_plan_get_service (plan), ==, "https://moei.example/");
  scenes = moei_wall_plan_get_scenes (plan, NULL, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (scenes[0], ==, MOEI_SCENE_KIND_WEEK);
  g_assert_cmpint (scenes[1], ==, MOEI_SCENE_KIND_FLIGHTS);
  g_assert_cmpint (scenes[2], ==, MOEI_SCENE_KIND_WEEK);
  scenes = moei_wall_plan_get_scenes (plan, "DP-2", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (scenes[0], ==, MOEI_SCENE_KIND_SITUATION);
  g_assert_cmpuint (moei_wall_plan_get_dwell (plan, MOEI_SCENE_KIND_FLIGHTS), ==, 600);
  g_assert_cmpuint (moei_wall_plan_get_dwell (plan, MOEI_SCENE_KIND_WEEK), ==, 10);
  g_assert_false (moei_wall_plan_get_skip_empty (plan));
  languages = moei_wall_plan_get_languages (plan, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (languages[0], ==, MOEI_LANGUAGE_ZH_CN);
  g_assert_cmpint (languages[1], ==, MOEI_LANGUAGE_TH);
  g_assert_cmpuint (moei_wall_plan_get_language_seconds (plan), ==, 60);
  g_assert_false (moei_wall_plan_get_native_digits (plan));
  g_assert_false (moei_wall_plan_get_buddhist_era (plan));
  g_assert_cmpuint (moei_wall_plan_get_idle_seconds (plan), ==, 600);
  g_assert_cmpint (hours->opens, ==, 18 * 60 + 30);
  g_assert_cmpint (hours->closes, ==, 2 * 60);
  g_assert_cmphex (hours->days, ==, 0x75);
  g_assert_true (moei_wall_plan_get_blank (plan));
  g_assert_cmpuint (moei_wall_plan_get_pixel_shift (plan), ==, 0);
  g_assert_cmpuint (moei_wall_plan_get_memory_ceiling (plan), ==, 512);
  g_assert_cmpint (moei_wall_plan_get_restart_hour (plan), ==, -1);
  g_assert_null (moei_wall_plan_get_heartbeat (plan));
  g_assert_cmpuint (moei_wall_plan_get_visitor_minutes (plan), ==, 1);
  g_assert_cmpint (moei_wall_plan_get_withhold_below (plan), ==, 3);
  g_assert_cmpint (moei_wall_plan_get_take_over (plan), ==, MOEI_SEVERITY_SEVERE);
  g_assert_cmpuint (moei_wall_plan_get_take_over_minutes (plan), ==, 5);
  g_assert_cmpint (moei_wall_plan_get_occasion (plan, MOEI_OCCASION_KIND_NOTICE, &seconds), ==,
                   MOEI_OCCASION_ACTION_HOLD);
  g_assert_cmpuint (seconds, ==, 20);
  g_assert_cmpint (moei_wall_plan_get_occasion (plan, MOEI_OCCASION_KIND_FLIGHT_DEPARTED, NULL), ==,
                   MOEI_OCCASION_ACTION_NONE);
}

/* What stands in a file, and the one fault that must be found in it. */
static const struct {
  const char *text;
  const char *fault;
} faults[] = {
  { "[Display]\ndwell=5", "[Display] dwell: \"5\": not a whole number from 10 to 600" },
  { "[Display]\ndwell=601", "[Display] dwell: \"601\": not a whole number from 10 to 600" },
  { "[Display]\ndwell=30 s", "[Display] dwell: \"30 s\": not a whole number from 10 to 600" },
  { "[Display]\ndwell=", "[Display] dwell: \"\": not a whole number from 10 to 600" },
  { "[Display]\ndwell=3e1", "[Display] dwell: \"3e1\": not a whole number from 10 to 600" },
  { "[Display]\ndwell=99999999999999999999", "[Display] dwell: \"99999999999999999999\": not a whole number from 10 to 600" },
  { "[Display]\nlanguage-seconds=19", "[Display] language-seconds: \"19\": not a whole number from 20 to 60" },
  { "[Display]\nlanguage-seconds=61", "[Display] language-seconds: \"61\": not a whole number from 20 to 60" },
  { "[Display]\nrestart-hour=24", "[Display] restart-hour: \"24\": not a whole number from 0 to 23, nor none" },
  { "[Display]\nrestart-hour=9", "[Display] restart-hour: \"9\": in the office hours of every day" },
  { "[Display]\noffice-hours=20:00-05:00\nrestart-hour=4", "[Display] restart-hour: \"4\": in the office hours of every day" },
  { "[Display]\nvisitor-withhold-below=2", "[Display] visitor-withhold-below: \"2\": not a whole number from 3 to 100" },
  { "[Display]\nblank=maybe", "[Display] blank: \"maybe\": neither yes nor no" },
  { "[Display]\ndigits=thai", "[Display] digits: \"thai\": not one of latin, native" },
  { "[Display]\ntake-over=grave", "[Display] take-over: \"grave\": not one of none, minor, moderate, severe, extreme" },
  { "[Display]\nscenes=", "[Display] scenes: \"\": no scene" },
  { "[Display]\nscenes=;,;", "[Display] scenes: \";,;\": no scene" },
  { "[Display]\nscenes=week;map", "[Display] scenes: \"week;map\": the 2. is not one of situation, week, flights, countries, notices, visitor" },
  { "[Display]\nscenes=week;visitor", "[Display] scenes: \"week;visitor\": visitor stands alone, or is called by its key" },
  { "[Display]\nlanguages=", "[Display] languages: \"\": no language" },
  { "[Display]\nlanguages=th;lo", "[Display] languages: \"th;lo\": the 2. is not one of en, th, my, zh_CN" },
  { "[Display]\nlanguages=th;en;th", "[Display] languages: \"th;en;th\": th is there twice" },
  { "[Display]\noffice-hours=8-18", "[Display] office-hours: \"8-18\": not hours such as 08:00-18:30" },
  { "[Display]\noffice-hours=08:00-24:01", "[Display] office-hours: \"08:00-24:01\": not hours such as 08:00-18:30" },
  { "[Display]\noffice-hours=24:00-08:00", "[Display] office-hours: \"24:00-08:00\": not hours such as 08:00-18:30" },
  { "[Display]\noffice-hours=08:00-08:00", "[Display] office-hours: \"08:00-08:00\": no hours at all; the whole day is 00:00-24:00" },
  { "[Display]\noffice-days=mon;fun", "[Display] office-days: \"mon;fun\": the 2. is not a day such as mon, nor days such as mon-fri" },
  { "[Display]\noffice-days=", "[Display] office-days: \"\": no day" },
  { "[Display]\nheartbeat=moei.beat", "[Display] heartbeat: \"moei.beat\": not the absolute path of a file, nor none" },
  { "[Display]\nheartbeat=/run/", "[Display] heartbeat: \"/run/\": not the absolute path of a file, nor none" },
  { "[Display]\nservice=http://moei.example/", "[Display] service: \"http://moei.example/\": not the address of a service, as https://moei.example/ is" },
  { "[Display]\nservice=", "[Display] service: \"\": not the address of a service, as https://moei.example/ is" },
  { "[Display]\nheartbeat=/run/\\q", "[Display] heartbeat: \"/run/\\q\": a backslash begins \\s, \\n, \\t, \\r or \\\\" },
  { "[Display]\nheartbeat=/run/\\q\\", "[Display] heartbeat: \"/run/\\q\\\": a backslash begins \\s, \\n, \\t, \\r or \\\\" },
  { "[Occasions]\nnotice=pre-empt", "[Occasions] notice: \"pre-empt\": not none, hold SECONDS or pre-empt SECONDS, with seconds from 5 to 600" },
  { "[Occasions]\nnotice=none 5", "[Occasions] notice: \"none 5\": not none, hold SECONDS or pre-empt SECONDS, with seconds from 5 to 600" },
  { "[Occasions]\nnotice=hold 4", "[Occasions] notice: \"hold 4\": not none, hold SECONDS or pre-empt SECONDS, with seconds from 5 to 600" },
  { "[Occasions]\nflight=hold 9", "[Occasions] flight: not known" },
  { "[Display]\ndwel=20", "[Display] dwel: not known; did you mean dwell?" },
  { "[Display]\nLanguage-Second=20", "[Display] Language-Second: not known; did you mean language-seconds?" },
  { "[Disply]\ndwell=20", "[Disply]: not known; did you mean [Display]?" },
  { "[Scene flight]\ndwell=20", "[Scene flight]: not known; did you mean [Scene flights]?" },
  { "[Scene visitor]\ndwell=20", "[Scene visitor]: not known" },
  { "[Monitor DP-1]\nscene=week", "[Monitor DP-1] scene: not known; did you mean scenes?" },
  { "[Monitor DP-1]\nscenes=weak", "[Monitor DP-1] scenes: \"weak\": the 1. is not one of situation, week, flights, countries, notices, visitor" },
  { "[Quite another group]", "[Quite another group]: not known" },
  { "[Display]\ndwell=20\ndwell=30", "[Display] dwell: said again in line 3" },
  { "dwell=20", "line 1: \"dwell\": before the first [Group]" },
  { "[Display]\ndwell 20", "line 2: \"dwell 20\": neither [Group], key=value nor a # comment" },
  { "[Display]\nd[th]=20", "line 2: \"d[th]\": not the name of a key" },
  { "[Display]\n=20", "line 2: \"\": not the name of a key" },
  { "\n[Display\ndwell=5", "line 2: not the head of a group, as [Display] is" },
  { "[]\ndwell=5", "line 1: not the head of a group, as [Display] is" },
  { "[Display]\n\001\033[2J=5", "line 2: \"\357\277\275\357\277\275[2J\": not the name of a key" },
  { "[Display]\n# \377", "line 2: not UTF-8" },
};

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (MoeiWallPlan) plan = parse (faults[i].text);

  g_assert_cmpstrv (moei_wall_plan_get_faults (plan), ((const char *[]) { faults[i].fault, NULL }));
}

/* What is wrong keeps its default, and all else is taken. */
static void
test_every_fault (void)
{
  g_autoptr (MoeiWallPlan) plan =
    parse ("[Display]\ndwell=5\nnonsense\nlanguages=th\nlanguage-seconds=0\n[Monitor A]\nscenes=x\n[Oddity]\na=b\n");
  const char *expected[] = {
    "line 3: \"nonsense\": neither [Group], key=value nor a # comment",
    "[Display] dwell: \"5\": not a whole number from 10 to 600",
    "[Display] language-seconds: \"0\": not a whole number from 20 to 60",
    "[Monitor A] scenes: \"x\": the 1. is not one of situation, week, flights, countries, notices, visitor",
    "[Oddity]: not known",
    NULL,
  };
  g_autoptr (MoeiWallPlan) usual = moei_wall_plan_new ();
  guint n;

  g_assert_cmpstrv (moei_wall_plan_get_faults (plan), expected);
  moei_wall_plan_get_languages (plan, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (moei_wall_plan_get_dwell (plan, MOEI_SCENE_KIND_WEEK), ==,
                    moei_wall_plan_get_dwell (usual, MOEI_SCENE_KIND_WEEK));
  g_assert_cmpuint (moei_wall_plan_get_language_seconds (plan), ==, moei_wall_plan_get_language_seconds (usual));
  moei_wall_plan_get_scenes (plan, "A", &n);
  g_assert_cmpuint (n, ==, 5);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "wall.conf", NULL);
  g_autofree char *large = g_strnfill (MOEI_SETTINGS_TEXT_MAX_BYTES + 1, '#');
  g_autofree char *found = moei_wall_plan_find (path);
  g_autoptr (MoeiWallPlan) missing = moei_wall_plan_load (path);
  g_autoptr (MoeiWallPlan) directory = moei_wall_plan_load (folder);
  g_autoptr (MoeiWallPlan) endless = moei_wall_plan_load ("/dev/zero");
  g_autoptr (MoeiWallPlan) too_large = NULL;

  g_assert_cmpstr (found, ==, path);
  g_assert_cmpstr (moei_wall_plan_get_path (missing), ==, path);
  g_assert_cmpstr (moei_wall_plan_get_faults (missing)[0], ==, "cannot be read: No such file or directory");
  g_assert_cmpstr (moei_wall_plan_get_faults (directory)[0], ==, "cannot be read: not a file");
  g_assert_cmpstr (moei_wall_plan_get_faults (endless)[0], ==, "cannot be read: not a file");

  g_assert_true (g_file_set_contents (path, large, -1, NULL));
  too_large = moei_wall_plan_load (path);
  g_assert_cmpstrv (moei_wall_plan_get_faults (too_large), ((const char *[]) { "longer than 65536 bytes", NULL }));
  g_unlink (path);
  g_rmdir (folder);
}

/* The example with its settings in force: no space follows their "#". */
static char *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "wall.conf.example", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("^#(?=[[a-z])", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_load (path);

  assert_fine (plan);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

/* It names every setting, each with what holds where nothing is said. */
static void
test_example (void)
{
  g_autofree char *text = read_example ();
  g_autoptr (GPtrArray) keys = moei_wall_values_list_keys ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  MoeiWallValues usual, said;

  g_assert_true (g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL));
  for (guint i = 0; i < keys->len; i++) {
    g_auto (GStrv) parts = g_strsplit (keys->pdata[i], "] ", 2);

    g_assert_true (g_key_file_has_key (file, parts[0] + 1, parts[1], NULL));
  }

  moei_wall_values_init (&usual);
  moei_wall_values_init (&said);
  moei_wall_values_read (&said, text, strlen (text), found);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpstr (said.service, ==, "https://moei.example/");
  g_assert_cmpuint (g_hash_table_size (said.monitors), ==, 1);
  for (guint i = 0; i < MOEI_SCENE_KIND_VISITOR; i++) {
    g_assert_cmpint (said.dwells[i], ==, usual.dwell);
    said.dwells[i] = 0;
  }
  moei_wall_values_clear (&usual);
  moei_wall_values_clear (&said);
  g_assert_cmpmem (&said, sizeof said, &usual, sizeof usual);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-plan/new-destroy", test_new_destroy);
  g_test_add_func ("/wall-plan/whole", test_whole);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strdup_printf ("/wall-plan/fault/%u", i);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
  }
  g_test_add_func ("/wall-plan/every-fault", test_every_fault);
  g_test_add_func ("/wall-plan/files", test_files);
  g_test_add_func ("/wall-plan/example", test_example);
  return g_test_run ();
}
