/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"

#include "operation/moei-collection.h"
#include "operation/moei-notice.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-scenes.h"
#include "wall/moei-wall-clocks.h"
#include "wall/moei-wall.h"

static void
count_cb (gpointer  wall,
          int      *n)
{
  (*n)++;
}

static MoeiWall *
make_wall (MoeiOperation *operation)
{
  MoeiWall *wall = moei_wall_new (operation, NULL);

  gtk_window_set_default_size (GTK_WINDOW (wall), 1366, 768);
  g_object_set (wall, "now", sample_operation_get_now (), "state", MOEI_DATA_STATE_LIVE, "age", (gint64) 4,
                "service", "https://moei.example.org/", NULL);
  gtk_window_present (GTK_WINDOW (wall));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (wall));
  return wall;
}

/* Whether a text that is to be seen says just @text in the language that it shows */
static gboolean
says (GtkWidget  *within,
      const char *text)
{
  if (!gtk_widget_get_child_visible (within) || !gtk_widget_get_visible (within))
    return FALSE;
  if (MOEI_IS_POLYGLOT (within)) {
    MoeiPolyglot *words = MOEI_POLYGLOT (within);

    if (g_strcmp0 (moei_polyglot_get_text (words, moei_polyglot_get_language (words)), text) == 0)
      return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (says (child, text))
      return TRUE;
  }
  return FALSE;
}

static void
test_leaving (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWall *wall = make_wall (operation);
  MoeiWallLeaving *leaving = moei_wall_get_leaving (wall);
  int n_left = 0;

  g_signal_connect (wall, "left", G_CALLBACK (count_cb), &n_left);
  moei_wall_leaving_begin (leaving, 1000);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (leaving)));
  g_assert_true (says (GTK_WIDGET (leaving), "Keep Esc pressed to leave"));
  moei_wall_leaving_last (leaving, 1000 + MOEI_WALL_LEAVING_US - 1);
  moei_wall_leaving_end (leaving);
  moei_wall_leaving_last (leaving, 1000 + 2 * MOEI_WALL_LEAVING_US);
  g_assert_cmpint (n_left, ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leaving)));

  moei_wall_leaving_begin (leaving, 1000);
  moei_wall_leaving_begin (leaving, 1000 + MOEI_WALL_LEAVING_US / 2);
  moei_wall_leaving_last (leaving, 1000 + MOEI_WALL_LEAVING_US);
  g_assert_cmpint (n_left, ==, 1);
  gtk_window_destroy (GTK_WINDOW (wall));
}

/* From 23:00 in Bangkok on it is the next day in Beijing, which is said there;
 * until 00:30 it is the day before in Naypyidaw. */
static void
test_midnight (void)
{
  static const struct {
    gint64      after; /* 15:00 in Bangkok, in minutes */
    const char *time;
    const char *other;
  } cases[] = {
    { 7 * 60 + 59, "23:59", NULL },
    { 8 * 60, "00:00", "7 Mar" },
    { 9 * 60 + 15, "23:45", "6 Mar" },
    { 9 * 60 + 30, "00:00", NULL },
  };
  MoeiWallClocks *clocks = g_object_ref_sink (g_object_new (MOEI_TYPE_WALL_CLOCKS, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    moei_wall_clocks_set_now (clocks, sample_operation_get_now () + cases[i].after * 60 * G_USEC_PER_SEC);
    g_assert_true (says (GTK_WIDGET (clocks), cases[i].time));
    g_assert_true (says (GTK_WIDGET (clocks), "+06:30"));
    g_assert_true (says (GTK_WIDGET (clocks), "+08:00"));
    g_assert_cmpint (says (GTK_WIDGET (clocks), "7 Mar"), ==, g_strcmp0 (cases[i].other, "7 Mar") == 0);
    g_assert_cmpint (says (GTK_WIDGET (clocks), "6 Mar"), ==, g_strcmp0 (cases[i].other, "6 Mar") == 0);
  }
  g_object_unref (clocks);
}

static void
test_honest (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWall *wall = make_wall (operation);
  GtkWidget *screen = GTK_WIDGET (moei_wall_get_screen (wall));

  g_assert_true (says (screen, "Live"));
  g_assert_true (says (screen, "Updated 4 s ago"));
  g_assert_true (says (screen, "EXERCISE"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (wall), "stale"));
  g_assert_false (says (screen, "For visitors: totals only"));
  g_object_set (wall, "state", MOEI_DATA_STATE_OLD, "age", (gint64) 3600, "skew", (gint64) 7200, "visitor", TRUE, NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (wall), "stale"));
  g_assert_true (says (screen, "Updated 1 h ago"));
  g_assert_true (says (screen, "Computer's clock 2 h slow"));
  g_assert_true (says (screen, "For visitors: totals only"));
  gtk_window_destroy (GTK_WINDOW (wall));
}

/* How current the figures are is said on every scene. */
static void
test_every_scene (void)
{
  static const struct {
    MoeiDataState state;
    gint64        age;
    const char   *word;
    const char   *updated;
  } cases[] = {
    { MOEI_DATA_STATE_LIVE, 4, "Live", "Updated 4 s ago" },
    { MOEI_DATA_STATE_LATE, 95, "Late", "Updated 1 min ago" },
    { MOEI_DATA_STATE_OLD, 3600, "Old", "Updated 1 h ago" },
    { MOEI_DATA_STATE_OFFLINE, 26 * 3600, "Offline", "Updated 1 day ago" },
  };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWall *wall = make_wall (operation);
  GtkWidget *screen = GTK_WIDGET (moei_wall_get_screen (wall));

  for (const char * const *scene = moei_scenes_list (); *scene != NULL; scene++) {
    moei_wall_set_scene (wall, *scene);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
      g_object_set (wall, "state", cases[i].state, "age", cases[i].age, NULL);
      g_assert_true (says (screen, cases[i].word));
      g_assert_true (says (screen, cases[i].updated));
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (wall), "stale"), ==, cases[i].state >= MOEI_DATA_STATE_OLD);
    }
  }
  gtk_window_destroy (GTK_WINDOW (wall));
}

/* Figures are of a day, and go on being so after midnight: that is said. */
static void
test_other_day (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWall *wall = make_wall (operation);
  GtkWidget *screen = GTK_WIDGET (moei_wall_get_screen (wall));

  g_assert_true (says (screen, "Thursday 6 March 2025"));
  g_object_set (wall, "now", sample_operation_get_now () + 9 * G_TIME_SPAN_HOUR + 10 * G_TIME_SPAN_MINUTE, NULL);
  g_assert_true (says (screen, "Figures of Thursday 6 March 2025"));
  g_assert_false (says (screen, "Thursday 6 March 2025"));
  g_assert_true (says (screen, "7 Mar"));
  g_object_set (operation, "operating-day", moei_operation_get_operating_day (operation) + 1, NULL);
  g_object_set (wall, "now", sample_operation_get_now () + 9 * G_TIME_SPAN_HOUR + 11 * G_TIME_SPAN_MINUTE, NULL);
  g_assert_true (says (screen, "Friday 7 March 2025"));
  gtk_window_destroy (GTK_WINDOW (wall));
}

/* In a lobby nobody presses a key for visitors: the settings say it. */
static void
test_lobby (void)
{
  static const char settings[] = "[Display]\nscenes=visitor\n";
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_parse (settings, strlen (settings));
  g_autoptr (MoeiRota) rota = moei_rota_new (plan, NULL);
  MoeiWall *wall = moei_wall_new (operation, rota);

  gtk_window_present (GTK_WINDOW (wall));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (wall));
  g_assert_cmpstr (moei_wall_get_scene (wall), ==, "visitor");
  g_assert_true (says (GTK_WIDGET (moei_wall_get_screen (wall)), "For visitors: totals only"));
  gtk_window_destroy (GTK_WINDOW (wall));
}

/* Who cannot read a grave notice must not wait for a turn. */
static void
test_alert (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiText) headline = moei_text_new ("Earthquake", "แผ่นดินไหว", "ငလျင်", "地震");
  MoeiWall *wall;
  GtkWidget *screen;

  moei_collection_append (moei_operation_get_notices (operation),
                          g_object_new (MOEI_TYPE_NOTICE, "id", "n", "severity", MOEI_SEVERITY_EXTREME,
                                        "urgency", MOEI_URGENCY_IMMEDIATE, "headline", headline, NULL));
  wall = make_wall (operation);
  screen = GTK_WIDGET (moei_wall_get_screen (wall));
  g_assert_true (says (screen, "Earthquake"));
  g_assert_true (says (screen, "แผ่นดินไหว"));
  g_assert_true (says (screen, "地震"));
  gtk_window_destroy (GTK_WINDOW (wall));
}

static void
test_nothing (void)
{
  static const struct {
    const char *service;
    gboolean    denied;
    gboolean    broken;
    int         state;
    const char *title;
  } cases[] = {
    { "https://moei.example.org/", FALSE, FALSE, MOEI_DATA_STATE_NONE, "Asking the service …" },
    { "", FALSE, FALSE, MOEI_DATA_STATE_NONE, "No service is chosen" },
    { "https://moei.example.org/", TRUE, TRUE, MOEI_DATA_STATE_NONE, "The service does not let this display in" },
    { "https://moei.example.org/", FALSE, TRUE, MOEI_DATA_STATE_NONE, "The service cannot be reached" },
    { "https://moei.example.org/", FALSE, FALSE, MOEI_DATA_STATE_LIVE, "Asking the service …" },
  };
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiText) problem = moei_text_new ("It is off.", NULL, NULL, NULL);
  MoeiWall *wall = make_wall (operation);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_object_set (wall, "service", cases[i].service, "denied", cases[i].denied,
                  "problem", cases[i].broken ? problem : NULL, "state", cases[i].state, NULL);
    g_assert_true (says (GTK_WIDGET (moei_wall_get_screen (wall)), cases[i].title));
    if (cases[i].broken)
      g_assert_true (says (GTK_WIDGET (moei_wall_get_screen (wall)), "It is off."));
  }
  g_object_set (operation, "epoch", "e1", "week", "2025-W12", NULL);
  g_assert_true (says (GTK_WIDGET (moei_wall_get_screen (wall)), "Nothing is reported yet"));
  gtk_window_destroy (GTK_WINDOW (wall));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/wall/leaving", test_leaving);
  g_test_add_func ("/wall/midnight", test_midnight);
  g_test_add_func ("/wall/honest", test_honest);
  g_test_add_func ("/wall/every-scene", test_every_scene);
  g_test_add_func ("/wall/other-day", test_other_day);
  g_test_add_func ("/wall/lobby", test_lobby);
  g_test_add_func ("/wall/alert", test_alert);
  g_test_add_func ("/wall/nothing", test_nothing);
  return g_test_run ();
}
