/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "wall/fake-session.h"

#include <glib/gstdio.h>

#include "rota/moei-pulse.h"
#include "wall/moei-caretaker.h"
#include "wall/moei-display-bus.h"
#include "wall/moei-wall.h"
#include "wire/moei-instant.h"

#define PATIENCE_S 120
#define SECOND     G_TIME_SPAN_SECOND
#define MINUTE     G_TIME_SPAN_MINUTE

/* A room that is in use from seven to eight in the evening on weekdays. */
static const char settings[] =
  "[Display]\noffice-hours=07:00-20:00\noffice-days=mon-fri\nblank=yes\npixel-shift=2\n"
  "memory-ceiling=128\nrestart-hour=4\nlanguages=en;th;my;zh_CN\n";

typedef struct {
  char           *folder;
  char           *heartbeat;
  FakeSession    *session;
  GtkApplication *application;
  MoeiOperation  *operation;
  MoeiWallPlan   *plan;
  GListStore     *walls;
  MoeiCaretaker  *caretaker;
  gint64          time; /* since boot */
  gint64          now;  /* the service's */
} Fixture;

static GVariant *kept; /* over the last fresh start */
static guint n_fresh_starts;
static gboolean fresh_start_fails;

static gboolean
out_of_patience (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, #condition); \
  while (!(condition)) \
    g_main_context_iteration (NULL, FALSE); \
  g_source_remove (patience); \
} G_STMT_END

static gboolean
fresh_start_cb (GVariant  *state,
                GError   **error)
{
  g_clear_pointer (&kept, g_variant_unref);
  kept = g_variant_ref_sink (state);
  n_fresh_starts++;
  if (fresh_start_fails)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no such program");
  return !fresh_start_fails;
}

static gint64
at (const char *text)
{
  gint64 instant;

  g_assert_true (moei_instant_parse (text, &instant));
  return instant;
}

static MoeiWall *
add_wall (Fixture    *fixture,
          const char *monitor)
{
  g_autoptr (MoeiRota) rota = moei_rota_new (fixture->plan, monitor);
  MoeiWall *wall = moei_wall_new (fixture->operation, rota);

  gtk_window_set_default_size (GTK_WINDOW (wall), 640, 360);
  gtk_application_add_window (fixture->application, GTK_WINDOW (wall));
  g_list_store_append (fixture->walls, wall);
  gtk_window_present (GTK_WINDOW (wall));
  return wall;
}

static void
remove_walls (Fixture *fixture)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->walls)) > 0) {
    g_autoptr (GtkWindow) wall = g_list_model_get_item (G_LIST_MODEL (fixture->walls), 0);

    g_list_store_remove (fixture->walls, 0);
    gtk_window_destroy (wall);
  }
}

static void
start_caretaker (Fixture *fixture)
{
  fixture->caretaker = moei_caretaker_new (fixture->application, fixture->operation, fixture->plan,
                                           G_LIST_MODEL (fixture->walls));
  moei_caretaker_set_fresh_start (fixture->caretaker, fresh_start_cb);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n_applications;
  g_autofree char *id = g_strdup_printf ("org.moei.Moei.Test%u", ++n_applications);
  g_autofree char *text = NULL;

  fixture->folder = g_dir_make_tmp ("moei-caretaker-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->heartbeat = g_build_filename (fixture->folder, "heartbeat", NULL);
  text = g_strdup_printf ("%sheartbeat=%s\n", settings, fixture->heartbeat);
  fixture->plan = moei_wall_plan_parse (text, strlen (text));
  g_assert_null (moei_wall_plan_get_faults (fixture->plan)[0]);
  fixture->session = fake_session_start ();
  fixture->application = gtk_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  fixture->operation = moei_operation_new ();
  fixture->walls = g_list_store_new (MOEI_TYPE_WALL);
  fixture->time = 1000 * SECOND;
  fixture->now = at ("2025-03-20T14:00:00+07:00");
  n_fresh_starts = 0;
  fresh_start_fails = FALSE;
  start_caretaker (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->caretaker);
  remove_walls (fixture);
  g_clear_object (&fixture->walls);
  g_clear_object (&fixture->operation);
  g_clear_object (&fixture->plan);
  g_clear_object (&fixture->application);
  fake_session_end (fixture->session);
  g_unlink (fixture->heartbeat);
  g_rmdir (fixture->folder);
  g_free (fixture->heartbeat);
  g_free (fixture->folder);
  g_clear_pointer (&kept, g_variant_unref);
}

/* So much later, as the program would see it. */
static void
pass (Fixture *fixture,
      gint64   span)
{
  fixture->time += span;
  fixture->now += span;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->walls)); i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (G_LIST_MODEL (fixture->walls), i);

    moei_rota_advance (moei_wall_get_rota (wall), fixture->time);
  }
  g_object_set (fixture->caretaker, "now", fixture->now, "state", MOEI_DATA_STATE_LIVE, "age", (gint64) 3,
                "service", "https://moei.example/", "denied", FALSE, "skew", (gint64) 0, NULL);
  moei_caretaker_look (fixture->caretaker, fixture->time);
}

static void
pass_until (Fixture    *fixture,
            const char *instant)
{
  pass (fixture, at (instant) - fixture->now);
}

static gboolean
is_blank (Fixture  *fixture,
          MoeiWall *wall)
{
  g_assert_true (moei_screen_get_blank (moei_wall_get_screen (wall)) == moei_caretaker_get_blank (fixture->caretaker));
  return moei_caretaker_get_blank (fixture->caretaker);
}

static void
test_new_destroy (Fixture       *fixture,
                  gconstpointer  data)
{
  add_wall (fixture, "HDMI-1");
  pass (fixture, 0);
  g_object_add_weak_pointer (G_OBJECT (fixture->caretaker), (gpointer *) &fixture->caretaker);
  wait_for (fake_session_get_inhibited (fixture->session) == 1);
  g_object_unref (fixture->caretaker);
  wait_for (fixture->caretaker == NULL); /* the heartbeat is written to its end */
  wait_for (fake_session_get_inhibited (fixture->session) == 0);
}

/* Lit in office hours, and kept awake; dark outside them, over the weekend too. */
static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");

  pass (fixture, 0);
  g_assert_false (is_blank (fixture, wall));
  g_assert_cmpuint (fake_session_get_inhibited (fixture->session), ==, 1);
  pass_until (fixture, "2025-03-20T19:59:59+07:00");
  g_assert_false (is_blank (fixture, wall));
  pass_until (fixture, "2025-03-20T20:00:00+07:00");
  g_assert_true (is_blank (fixture, wall));
  wait_for (fake_session_get_inhibited (fixture->session) == 0);
  pass_until (fixture, "2025-03-21T07:00:00+07:00");
  g_assert_false (is_blank (fixture, wall));
  g_assert_cmpuint (fake_session_get_inhibited (fixture->session), ==, 1);
  pass_until (fixture, "2025-03-22T12:00:00+07:00");
  g_assert_true (is_blank (fixture, wall));

  /* A monitor that is plugged in at night is dark at once. */
  g_assert_true (is_blank (fixture, add_wall (fixture, "DP-2")));
}

static void
test_clock_not_known (Fixture       *fixture,
                      gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");

  moei_caretaker_look (fixture->caretaker, fixture->time);
  g_assert_false (is_blank (fixture, wall));
}

static gboolean
press (MoeiWall *wall)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (wall));
  gboolean stopped = FALSE;

  /* As GTK does: the one that was added last has it first. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Right, 0, 0, &stopped);
  }
  return stopped;
}

/* Any key lights the dark display for some minutes, and does nothing else. */
static void
test_woken (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");
  MoeiSceneKind scene;

  pass_until (fixture, "2025-03-22T12:00:00+07:00");
  scene = moei_rota_get_scene (moei_wall_get_rota (wall));
  g_assert_true (press (wall));
  g_assert_false (is_blank (fixture, wall));
  g_assert_cmpint (moei_rota_get_scene (moei_wall_get_rota (wall)), ==, scene);
  wait_for (fake_session_get_inhibited (fixture->session) == 1);
  pass (fixture, 4 * MINUTE);
  g_assert_false (is_blank (fixture, wall));
  press (wall);
  g_assert_cmpint (moei_rota_get_scene (moei_wall_get_rota (wall)), !=, scene);
  pass (fixture, 4 * MINUTE);
  g_assert_false (is_blank (fixture, wall));
  pass (fixture, MINUTE);
  g_assert_true (is_blank (fixture, wall));
}

static void
test_take_over (Fixture       *fixture,
                gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");

  pass_until (fixture, "2025-03-22T12:00:00+07:00");
  g_assert_true (is_blank (fixture, wall));
  moei_rota_set_take_over (moei_wall_get_rota (wall), "bridge-closed");
  pass (fixture, SECOND);
  g_assert_false (is_blank (fixture, wall));
  moei_rota_set_take_over (moei_wall_get_rota (wall), NULL);
  pass (fixture, SECOND);
  g_assert_true (is_blank (fixture, wall));
}

/* Clocks that are set and computers that sleep neither stop nor speed it. */
static void
test_clocks (Fixture       *fixture,
             gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");

  pass_until (fixture, "2025-03-22T12:00:00+07:00");
  g_assert_true (press (wall));
  fixture->now -= 30 * G_TIME_SPAN_DAY; /* the service's clock was wrong: it is a Thursday */
  pass (fixture, SECOND);
  g_assert_false (is_blank (fixture, wall));
  fixture->now += 31 * G_TIME_SPAN_DAY;
  pass (fixture, SECOND);
  g_assert_false (is_blank (fixture, wall)); /* still woken */
  pass (fixture, 14 * G_TIME_SPAN_HOUR);     /* it slept until Monday */
  g_assert_true (is_blank (fixture, wall));
  pass_until (fixture, "2025-03-24T08:00:00+07:00");
  g_assert_false (is_blank (fixture, wall));
  g_assert_cmpuint (n_fresh_starts, <=, 1);
}

static void
test_shift (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");
  GtkWidget *screen = GTK_WIDGET (moei_wall_get_screen (wall));
  int least = G_MAXINT, most = G_MININT;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (wall));
  for (guint i = 0; i < 60; i++) {
    graphene_rect_t bounds;

    pass (fixture, MINUTE);
    gtk_widget_size_allocate (screen, &(GtkAllocation) { 0, 0, 640, 360 }, -1);
    g_assert_true (gtk_widget_compute_bounds (moei_screen_get_child (MOEI_SCREEN (screen)), screen, &bounds));
    least = MIN (least, (int) bounds.origin.x);
    most = MAX (most, (int) bounds.origin.x);
  }
  g_assert_cmpint (least, ==, -2);
  g_assert_cmpint (most, ==, 2);
}

static gboolean
read_heartbeat (Fixture   *fixture,
                MoeiPulse *pulse)
{
  g_autofree char *text = NULL;

  moei_pulse_clear (pulse);
  return g_file_get_contents (fixture->heartbeat, &text, NULL, NULL) && moei_pulse_parse (pulse, text, NULL);
}

static void
test_heartbeat (Fixture       *fixture,
                gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");
  g_auto (MoeiPulse) pulse = { 0 };

  moei_rota_resume (moei_wall_get_rota (wall), MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH);
  pass (fixture, 0);
  wait_for (read_heartbeat (fixture, &pulse));
  g_assert_cmpint (pulse.state, ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (pulse.data_age, ==, 3);
  g_assert_cmpint (pulse.scene, ==, MOEI_SCENE_KIND_WEEK);
  g_assert_cmpint (pulse.language, ==, MOEI_LANGUAGE_TH);
  g_assert_true (pulse.awake);
  g_assert_cmpuint (pulse.resident, >, 1024);

  moei_rota_set_visitor (moei_wall_get_rota (wall), TRUE);
  pass (fixture, 10 * SECOND);
  wait_for (read_heartbeat (fixture, &pulse) && pulse.visitor);
  g_assert_cmpint (pulse.scene, ==, MOEI_SCENE_KIND_VISITOR);
}

/* At night, after hours of life, it begins anew with what it showed; in the day,
 * or while somebody is at it, it does not. */
static void
test_fresh_start (Fixture       *fixture,
                  gconstpointer  data)
{
  MoeiWall *wall = add_wall (fixture, "HDMI-1");
  g_autofree char *text = NULL;

  pass (fixture, 0);
  moei_rota_set_visitor (moei_wall_get_rota (wall), TRUE);
  for (guint i = 0; i < 13 * 60; i++)
    pass (fixture, MINUTE);
  g_assert_cmpuint (n_fresh_starts, ==, 0);
  fresh_start_fails = TRUE; /* it goes on, and does not try again at once */
  for (guint i = 0; i < 90 && n_fresh_starts == 0; i++) {
    moei_rota_set_visitor (moei_wall_get_rota (wall), TRUE);
    pass (fixture, MINUTE);
  }
  g_assert_cmpuint (n_fresh_starts, ==, 1);
  for (guint i = 0; i < 30; i++)
    pass (fixture, MINUTE);
  g_assert_cmpuint (n_fresh_starts, ==, 1);

  g_clear_object (&fixture->caretaker);
  remove_walls (fixture);
  text = g_variant_print (kept, FALSE);
  g_setenv ("MOEI_WALL_KEPT", text, TRUE);
  start_caretaker (fixture);
  wall = add_wall (fixture, "HDMI-1");
  g_assert_true (moei_rota_get_visitor (moei_wall_get_rota (wall)));
  g_assert_null (g_getenv ("MOEI_WALL_KEPT"));
}

/* Whoever replaces the settings file need not come; a wrong one is not followed. */
static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "wall.conf", NULL);
  g_autofree char *text = g_strdup_printf ("%sheartbeat=%s\n", settings, fixture->heartbeat);
  g_autofree char *other = g_strconcat (text, "dwell=60\n", NULL), *wrong = g_strconcat (text, "dwell=6\n", NULL);
  g_auto (MoeiPulse) pulse = { 0 };
  MoeiWall *wall;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_set_object (&fixture->plan, moei_wall_plan_load (path));
  g_object_unref (fixture->plan);
  g_clear_object (&fixture->caretaker);
  start_caretaker (fixture);
  wall = add_wall (fixture, "HDMI-1");
  pass (fixture, 0);

  g_assert_true (g_file_set_contents (path, wrong, -1, NULL));
  pass (fixture, MINUTE);
  wait_for ((pass (fixture, 10 * SECOND), read_heartbeat (fixture, &pulse)) && pulse.settings_problem != NULL);
  g_assert_nonnull (strstr (pulse.settings_problem, "[Display] dwell"));
  g_assert_cmpuint (n_fresh_starts, ==, 0);

  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  moei_rota_touch (moei_wall_get_rota (wall));
  wait_for ((pass (fixture, 30 * SECOND), moei_rota_touch (moei_wall_get_rota (wall)),
             read_heartbeat (fixture, &pulse)) && pulse.settings_problem == NULL);
  g_assert_cmpuint (n_fresh_starts, ==, 0); /* not while somebody is there */
  moei_rota_release (moei_wall_get_rota (wall));
  wait_for ((pass (fixture, 10 * SECOND), n_fresh_starts > 0));
  g_unlink (path);
}

/* A television that is switched off and on goes on where it was; another begins
 * as any. */
static void
test_replug (Fixture       *fixture,
             gconstpointer  data)
{
  MoeiRota *rota = moei_wall_get_rota (add_wall (fixture, "HDMI-1"));

  pass (fixture, 0);
  moei_rota_next (rota);
  moei_rota_next_language (rota);
  moei_rota_next_language (rota);
  pass (fixture, 10 * SECOND);
  remove_walls (fixture);
  pass (fixture, G_TIME_SPAN_HOUR);
  g_assert_cmpuint (fake_session_get_n_asked (fixture->session), >=, 1);

  rota = moei_wall_get_rota (add_wall (fixture, "HDMI-1"));
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_WEEK);
  g_assert_cmpint (moei_rota_get_language (rota), ==, MOEI_LANGUAGE_MY);
  rota = moei_wall_get_rota (add_wall (fixture, "DP-2"));
  g_assert_cmpint (moei_rota_get_scene (rota), ==, MOEI_SCENE_KIND_SITUATION);
  g_assert_cmpint (moei_rota_get_language (rota), ==, MOEI_LANGUAGE_EN);
  pass (fixture, SECOND);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add ("/caretaker/new-destroy", Fixture, NULL, set_up, test_new_destroy, tear_down);
  g_test_add ("/caretaker/hours", Fixture, NULL, set_up, test_hours, tear_down);
  g_test_add ("/caretaker/clock-not-known", Fixture, NULL, set_up, test_clock_not_known, tear_down);
  g_test_add ("/caretaker/woken", Fixture, NULL, set_up, test_woken, tear_down);
  g_test_add ("/caretaker/take-over", Fixture, NULL, set_up, test_take_over, tear_down);
  g_test_add ("/caretaker/clocks", Fixture, NULL, set_up, test_clocks, tear_down);
  g_test_add ("/caretaker/shift", Fixture, NULL, set_up, test_shift, tear_down);
  g_test_add ("/caretaker/heartbeat", Fixture, NULL, set_up, test_heartbeat, tear_down);
  g_test_add ("/caretaker/fresh-start", Fixture, NULL, set_up, test_fresh_start, tear_down);
  g_test_add ("/caretaker/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/caretaker/replug", Fixture, NULL, set_up, test_replug, tear_down);

  return g_test_run ();
}
