/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "wall/fake-session.h"

#include "wall/moei-keep-awake.h"

#define PATIENCE_S 120

typedef struct {
  FakeSession    *session;
  GtkApplication *application;
} Fixture;

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

static GtkWindow *
open_window (Fixture *fixture)
{
  GtkWindow *window = GTK_WINDOW (gtk_application_window_new (fixture->application));

  gtk_window_present (window);
  return window;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n_applications; /* one that never runs never leaves its name */
  g_autofree char *id = g_strdup_printf ("org.moei.Moei.Test%u", ++n_applications);
  g_autoptr (GError) error = NULL;

  if (data == NULL)
    fixture->session = fake_session_start ();
  fixture->application = gtk_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (fixture->application)) != NULL)
    gtk_window_destroy (windows->data);
  g_clear_object (&fixture->application);
  if (fixture->session != NULL)
    fake_session_end (fixture->session);
}

static void
test_new_destroy (Fixture       *fixture,
                  gconstpointer  data)
{
  MoeiKeepAwake *self = moei_keep_awake_new (fixture->application);

  open_window (fixture);
  moei_keep_awake_set (self, TRUE);
  wait_for (fake_session_get_inhibited (fixture->session) == 1);
  g_assert_finalize_object (self);
  wait_for (fake_session_get_inhibited (fixture->session) == 0);
}

static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiKeepAwake) self = moei_keep_awake_new (fixture->application);

  open_window (fixture);
  g_assert_false (moei_keep_awake_get_holds (self));
  moei_keep_awake_look (self);
  moei_keep_awake_set (self, FALSE);
  g_assert_cmpuint (fake_session_get_n_asked (fixture->session), ==, 0);

  moei_keep_awake_set (self, TRUE);
  g_assert_true (moei_keep_awake_get_holds (self));
  g_assert_cmpuint (fake_session_get_inhibited (fixture->session), ==, 1);
  moei_keep_awake_set (self, TRUE);
  moei_keep_awake_look (self);
  g_assert_cmpuint (fake_session_get_n_asked (fixture->session), ==, 1);

  moei_keep_awake_set (self, FALSE);
  g_assert_false (moei_keep_awake_get_holds (self));
  wait_for (fake_session_get_inhibited (fixture->session) == 0);
}

/* A compositor forgets what was asked for a window that is gone; with the next
 * one it is asked again, and once. */
static void
test_window_gone (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (MoeiKeepAwake) self = moei_keep_awake_new (fixture->application);
  GtkWindow *window;

  g_application_hold (G_APPLICATION (fixture->application));
  moei_keep_awake_set (self, TRUE);
  g_assert_cmpuint (fake_session_get_inhibited (fixture->session), ==, 1);
  window = open_window (fixture);
  moei_keep_awake_look (self);
  wait_for (fake_session_get_inhibited (fixture->session) == 1 && fake_session_get_n_asked (fixture->session) == 2);

  gtk_window_destroy (window);
  open_window (fixture);
  moei_keep_awake_look (self);
  wait_for (fake_session_get_inhibited (fixture->session) == 1 && fake_session_get_n_asked (fixture->session) == 3);
  moei_keep_awake_look (self);
  g_assert_cmpuint (fake_session_get_n_asked (fixture->session), ==, 3);
  g_application_release (G_APPLICATION (fixture->application));
}

/* Where nobody blanks screens nobody is asked, and nothing is wrong. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (MoeiKeepAwake) self = moei_keep_awake_new (fixture->application);

  open_window (fixture);
  moei_keep_awake_set (self, TRUE);
  g_assert_false (moei_keep_awake_get_holds (self));
  moei_keep_awake_look (self);
  moei_keep_awake_set (self, FALSE);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add ("/keep-awake/new-destroy", Fixture, NULL, set_up, test_new_destroy, tear_down);
  g_test_add ("/keep-awake/hours", Fixture, NULL, set_up, test_hours, tear_down);
  g_test_add ("/keep-awake/window-gone", Fixture, NULL, set_up, test_window_gone, tear_down);
  g_test_add ("/keep-awake/nobody", Fixture, "nobody", set_up, test_nobody, tear_down);

  return g_test_run ();
}
