/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "rota/moei-heartbeat.h"

#define STARTED ((gint64) 1742446800 * G_USEC_PER_SEC)

static void
fill (MoeiPulse *pulse)
{
  moei_pulse_init (pulse, STARTED);
  pulse->written = STARTED + 90 * G_TIME_SPAN_MINUTE;
  pulse->state = MOEI_DATA_STATE_LATE;
  pulse->data_age = 71;
  pulse->revision = 4611;
  pulse->epoch = g_strdup ("3f;\\ \"2 é");
  pulse->scene = MOEI_SCENE_KIND_COUNTRIES;
  pulse->language = MOEI_LANGUAGE_ZH_CN;
  pulse->visitor = TRUE;
  pulse->awake = FALSE;
  pulse->resident = G_MAXUINT;
  pulse->updates = 10000;
  pulse->scene_turns = 12;
  pulse->language_turns = 1000;
  pulse->settings_problem = g_strdup ("/etc/moei/wall.conf: [Display] dwell: \"5\": not a whole number");
}

static void
assert_equal (const MoeiPulse *a,
              const MoeiPulse *b)
{
  g_autofree char *first = moei_pulse_format (a), *second = moei_pulse_format (b);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (a->started, ==, b->started);
  g_assert_cmpint (a->scene, ==, b->scene);
  g_assert_cmpint (a->language, ==, b->language);
  g_assert_cmpint (a->data_age, ==, b->data_age);
  g_assert_cmpuint (a->resident, ==, b->resident);
  g_assert_cmpstr (a->epoch, ==, b->epoch);
  g_assert_cmpstr (a->settings_problem, ==, b->settings_problem);
}

static void
test_round_trip (void)
{
  g_auto (MoeiPulse) pulse = { 0 }, read = { 0 }, fresh = { 0 }, fresh_read = { 0 };
  g_autofree char *text = NULL, *fresh_text = NULL;
  g_autoptr (GError) error = NULL;

  fill (&pulse);
  text = moei_pulse_format (&pulse);
  g_assert_true (moei_pulse_parse (&read, text, &error));
  g_assert_no_error (error);
  assert_equal (&pulse, &read);

  moei_pulse_init (&fresh, STARTED);
  fresh_text = moei_pulse_format (&fresh);
  g_assert_true (moei_pulse_parse (&fresh_read, fresh_text, &error));
  assert_equal (&fresh, &fresh_read);
  g_assert_cmpint (fresh_read.data_age, ==, -1);
}

/* As a shell script sees it. */
static void
test_lines (void)
{
  static const char * const lines[] = {
    "[Heartbeat]\n", "\nversion=" MOEI_VERSION "\n", "\nstarted=2025-03-20T05:00:00Z\n",
    "\nwritten=2025-03-20T06:30:00Z\n", "\nstate=late\n", "\ndata-age-seconds=71\n", "\nrevision=4611\n",
    "\nscene=countries\n", "\nlanguage=zh_CN\n", "\nvisitor=yes\n", "\nawake=no\n", "\nupdates=10000\n",
    "\nscene-turns=12\n", "\nlanguage-turns=1000\n",
  };
  g_auto (MoeiPulse) pulse = { 0 };
  g_autofree char *text = NULL, *pid = NULL;

  fill (&pulse);
  text = moei_pulse_format (&pulse);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (strstr (text, lines[i]));
  pid = g_strdup_printf ("\npid=%d\n", (int) getpid ());
  g_assert_nonnull (strstr (text, pid));
}

static void
test_spoilt (void)
{
  g_auto (MoeiPulse) pulse = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  fill (&pulse);
  text = moei_pulse_format (&pulse);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_autofree char *line = g_steal_pointer (&lines[i]);
    g_autoptr (GError) missing = NULL, wrong = NULL;
    g_auto (MoeiPulse) read = { 0 };
    g_autofree char *without = NULL, *with = NULL;

    /* Without the line, and with something else in it; a text may be anything. */
    lines[i] = g_strdup ("#");
    without = g_strjoinv ("\n", lines);
    g_assert_false (moei_pulse_parse (&read, without, &missing));
    g_assert_error (missing, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND);
    if (!g_str_has_prefix (line, "version") && !g_str_has_prefix (line, "epoch") &&
        !g_str_has_prefix (line, "settings-problem")) {
      g_free (lines[i]);
      lines[i] = g_strdup_printf ("%.*s=?", (int) (strchr (line, '=') - line), line);
      with = g_strjoinv ("\n", lines);
      g_assert_false (moei_pulse_parse (&read, with, &wrong));
      g_assert_error (wrong, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE);
    }
    g_free (lines[i]);
    lines[i] = g_steal_pointer (&line);
  }
}

/* Escapes that there are not: GKeyFile gives a value and an error for one, and
 * logs a warning for two. */
static void
test_escape (void)
{
  static const char * const versions[] = { "\\q", "\\", "1\\", "\\q\\", "\\\\\\" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++) {
    g_autofree char *text = g_strdup_printf ("[Heartbeat]\nversion=%s\n", versions[i]);
    g_autoptr (GError) error = NULL;
    g_auto (MoeiPulse) read = { 0 };

    g_assert_false (moei_pulse_parse (&read, text, &error));
    g_assert_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE);
  }
}

static void
test_resident (void)
{
  g_assert_cmpuint (moei_pulse_get_resident (), >, 500);
  g_assert_cmpuint (moei_pulse_get_resident (), <, 4 * 1024 * 1024);
}

static void
wait_for (MoeiHeartbeat *heartbeat)
{
  for (guint i = 0; i < 100000 && moei_heartbeat_is_busy (heartbeat); i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (moei_heartbeat_is_busy (heartbeat));
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "below", NULL);
  g_autofree char *path = g_build_filename (below, "beat", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MoeiHeartbeat) heartbeat = moei_heartbeat_new (path);
  g_auto (MoeiPulse) pulse = { 0 }, read = { 0 };

  fill (&pulse);
  /* The last of those that come while the first is written is the one that stays. */
  for (guint i = 1; i <= 5; i++) {
    pulse.updates = i;
    moei_heartbeat_beat (heartbeat, &pulse);
  }
  wait_for (heartbeat);
  g_assert_null (moei_heartbeat_get_problem (heartbeat));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (moei_pulse_parse (&read, text, NULL));
  assert_equal (&pulse, &read);
  g_assert_cmpuint (read.updates, ==, 5);

  /* Its folder is no folder any more, and is again */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (below), ==, 0);
  g_assert_true (g_file_set_contents (below, "", 0, NULL));
  moei_heartbeat_beat (heartbeat, &pulse);
  wait_for (heartbeat);
  g_assert_nonnull (moei_heartbeat_get_problem (heartbeat));
  g_assert_cmpint (g_unlink (below), ==, 0);
  moei_heartbeat_beat (heartbeat, &pulse);
  wait_for (heartbeat);
  g_assert_null (moei_heartbeat_get_problem (heartbeat));

  g_unlink (path);
  g_rmdir (below);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heartbeat/round-trip", test_round_trip);
  g_test_add_func ("/heartbeat/lines", test_lines);
  g_test_add_func ("/heartbeat/spoilt", test_spoilt);
  g_test_add_func ("/heartbeat/escape", test_escape);
  g_test_add_func ("/heartbeat/resident", test_resident);
  g_test_add_func ("/heartbeat/file", test_file);
  return g_test_run ();
}
