/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../desk/desk-test.h"

#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "language/moei-language.h"
#include "moei-application.h"
#include "operation/moei-collection.h"

/* The whole program, with a keyring that is locked and that nobody unlocks. */

#define KEYRING    "org.freedesktop.secrets"
#define LISTENING  "listening on "
#define PATIENCE_S 60

typedef void (*LookAt) (GtkApplication *application);

static GtkApplication *running;
static int n_asked; /* atomic */

static gboolean
out_of_patience (gpointer user_data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL); \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE); \
  g_source_remove (patience); \
} G_STMT_END

static gboolean
look_cb (gpointer user_data)
{
  LookAt look_at = user_data;

  look_at (running);
  g_application_quit (G_APPLICATION (running));
  return G_SOURCE_REMOVE;
}

static void
run (LookAt look_at)
{
  g_autoptr (MoeiApplication) application = moei_application_new ();
  const char *arguments[] = { "moei", "--language", "en", NULL };

  running = GTK_APPLICATION (application);
  g_idle_add_full (G_PRIORITY_LOW, look_cb, look_at, NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 3, (char **) arguments), ==, 0);
}

static GtkWidget *
get_window (GtkApplication *application)
{
  return GTK_WIDGET (gtk_application_get_active_window (application));
}

/* Whether the window shows the places of an operation. */
static gboolean
shows_picture (GtkApplication *application)
{
  g_autoptr (MoeiOperation) operation = NULL;
  GtkWidget *situation = desk_test_find_by_type (get_window (application), MOEI_TYPE_SITUATION_PAGE);
  GtkWidget *stack = gtk_widget_get_ancestor (situation, GTK_TYPE_STACK);

  g_object_get (get_window (application), "operation", &operation, NULL);
  return moei_collection_size (moei_operation_get_places (operation)) > 0 &&
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "pages") == 0;
}

static void
look_first (GtkApplication *application)
{
  wait_for (shows_picture (application));
}

static void
look_at_last_picture (GtkApplication *application)
{
  int state;

  wait_for (shows_picture (application) && g_atomic_int_get (&n_asked) > 0);
  g_object_get (get_window (application), "state", &state, NULL);
  g_assert_cmpint (state, !=, MOEI_DATA_STATE_LIVE);
  /* Whoever wonders why there is nothing new is told. */
  wait_for (desk_test_shows (get_window (application),
                             "The keyring does not give the access to the service yet. Unlock it, and Moei goes on."));
  g_assert_true (shows_picture (application));
}

/* Says nothing to whatever it is asked. */
static GDBusMessage *
swallow_cb (GDBusConnection *connection,
            GDBusMessage    *message,
            gboolean         incoming,
            gpointer         user_data)
{
  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;

  g_atomic_int_inc (&n_asked);
  g_object_unref (message);
  return NULL;
}

static GDBusConnection *
lock_keyring (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection =
    g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_autoptr (GVariant) owned = NULL;

  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", KEYRING, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (connection, swallow_cb, NULL, NULL);
  return connection;
}

static void
test_last_picture (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MOEI_APP_ID);
  g_autofree char *program = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "exercise",
                                                      "--listen", "127.0.0.1:0", NULL);
  g_autoptr (GDataInputStream) said = NULL;
  g_autoptr (GDBusConnection) keyring = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  line = g_data_input_stream_read_line (said, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (line, LISTENING));
  g_settings_set_string (settings, "service-url", line + strlen (LISTENING));
  run (look_first);

  g_settings_set_boolean (settings, "keyring", TRUE);
  keyring = lock_keyring ();
  run (look_at_last_picture);

  g_settings_reset (settings, "keyring");
  g_settings_reset (settings, "service-url");
  g_subprocess_force_exit (service);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("moei-locked-keyring-XXXXXX", NULL);

  g_assert_nonnull (cache);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  desk_test_init (&argc, &argv);

  g_test_add_func ("/locked-keyring/last-picture", test_last_picture);

  return g_test_run ();
}
