/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "wall/fake-monitor.h"

#include "wall/moei-monitor-windows.h"

typedef struct {
  GListStore   *monitors;
  MoeiMonitorWindows *displays;
  guint         n_opened;
  guint         n_changes;
} Fixture;

static void
plug (Fixture    *fixture,
      guint       position,
      const char *connector)
{
  g_autoptr (GObject) monitor = fake_monitor_new (connector, 640, 360);

  g_list_store_insert (fixture->monitors, position, monitor);
}

static GtkWindow *
open_cb (GObject    *monitor,
         const char *connector,
         gpointer    user_data)
{
  Fixture *fixture = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  fixture->n_opened++;
  gtk_window_set_title (window, connector);
  return window;
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->monitors = g_list_store_new (FAKE_TYPE_MONITOR);
  plug (fixture, 0, "HDMI-1");
  plug (fixture, 1, "DP-2");
  fixture->displays = moei_monitor_windows_new (G_LIST_MODEL (fixture->monitors), open_cb, fixture);
  g_signal_connect_swapped (fixture->displays, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->displays);
  g_clear_object (&fixture->monitors);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

/* Lets it see what has changed. */
static void
settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Which windows there are, in the order of their monitors, each full screen. */
static char *
list (Fixture *fixture)
{
  GString *connectors = g_string_new (NULL);

  settle ();
  for (guint i = 0; i < moei_monitor_windows_get_n_windows (fixture->displays); i++) {
    GtkWindow *window = moei_monitor_windows_get_window (fixture->displays, i);
    const char *connector = moei_monitor_windows_get_connector (fixture->displays, i);

    g_assert_true (GTK_IS_WINDOW (window));
    g_assert_cmpstr (gtk_window_get_title (window), ==, connector);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
    g_string_append_printf (connectors, "%s ", connector);
  }
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==,
                    moei_monitor_windows_get_n_windows (fixture->displays));
  return g_string_free (connectors, FALSE);
}

#define assert_windows(fixture, expected) G_STMT_START { \
  g_autofree char *windows = list (fixture);             \
  g_assert_cmpstr (windows, ==, expected);               \
} G_STMT_END

static void
test_new_destroy (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_windows (fixture, "HDMI-1 DP-2 ");
  g_object_add_weak_pointer (G_OBJECT (fixture->displays), (gpointer *) &fixture->displays);
  g_object_unref (fixture->displays);
  g_assert_null (fixture->displays);
  plug (fixture, 0, "HDMI-9");
  settle ();
  g_assert_cmpuint (fixture->n_opened, ==, 2);
}

/* A television that is switched off and on again, and another beside it. */
static void
test_replug (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *stays = moei_monitor_windows_get_window (fixture->displays, 1);

  g_list_store_remove (fixture->monitors, 0);
  assert_windows (fixture, "DP-2 ");
  plug (fixture, 1, "HDMI-1");
  assert_windows (fixture, "DP-2 HDMI-1 ");
  plug (fixture, 1, "DP-3");
  assert_windows (fixture, "DP-2 DP-3 HDMI-1 ");
  g_assert_true (moei_monitor_windows_get_window (fixture->displays, 0) == stays);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_cmpuint (fixture->n_opened, ==, 4);
}

/* All gone at once, and back at once. */
static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_list_store_remove_all (fixture->monitors);
  assert_windows (fixture, "");
  moei_monitor_windows_look (fixture->displays);
  assert_windows (fixture, "");
  plug (fixture, 0, "HDMI-1");
  assert_windows (fixture, "HDMI-1 ");
}

/* What GDK invents where there is no monitor, time and again. */
static void
test_invented (Fixture       *fixture,
               gconstpointer  data)
{
  plug (fixture, 0, NULL);
  assert_windows (fixture, "HDMI-1 DP-2 ");
  g_list_store_splice (fixture->monitors, 1, 2, NULL, 0);
  assert_windows (fixture, " ");
  plug (fixture, 0, NULL);
  plug (fixture, 2, NULL);
  settle ();
  g_assert_cmpuint (moei_monitor_windows_get_n_windows (fixture->displays), ==, 1);
  plug (fixture, 3, "HDMI-1");
  assert_windows (fixture, "HDMI-1 ");
}

static void
test_replaced_at_once (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GObject) monitor = fake_monitor_new ("HDMI-3", 640, 360);
  gpointer additions[] = { monitor };

  g_list_store_splice (fixture->monitors, 0, 2, additions, 1);
  assert_windows (fixture, "HDMI-3 ");
}

/* What somebody else did to a window is undone at the next look. */
static void
test_look (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (moei_monitor_windows_get_window (fixture->displays, 0));
  g_assert_null (moei_monitor_windows_get_window (fixture->displays, 0));
  moei_monitor_windows_look (fixture->displays);
  assert_windows (fixture, "HDMI-1 DP-2 ");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  settle ();
  moei_monitor_windows_look (fixture->displays);
  g_assert_cmpuint (fixture->n_opened, ==, 3);
}

/* The monitor of this very screen. */
static void
test_real (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  Fixture fixture = { NULL };
  g_autoptr (MoeiMonitorWindows) self = moei_monitor_windows_new (monitors, open_cb, &fixture);
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);

  g_assert_cmpuint (moei_monitor_windows_get_n_windows (self), ==, g_list_model_get_n_items (monitors));
  g_assert_cmpstr (moei_monitor_windows_get_connector (self, 0), ==, gdk_monitor_get_connector (monitor));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add ("/monitor-windows/new-destroy", Fixture, NULL, set_up, test_new_destroy, tear_down);
  g_test_add ("/monitor-windows/replug", Fixture, NULL, set_up, test_replug, tear_down);
  g_test_add ("/monitor-windows/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/monitor-windows/invented", Fixture, NULL, set_up, test_invented, tear_down);
  g_test_add ("/monitor-windows/replaced-at-once", Fixture, NULL, set_up, test_replaced_at_once, tear_down);
  g_test_add ("/monitor-windows/look", Fixture, NULL, set_up, test_look, tear_down);
  g_test_add_func ("/monitor-windows/real", test_real);

  return g_test_run ();
}
