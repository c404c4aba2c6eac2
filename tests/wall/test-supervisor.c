/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>

#include "wall/moei-supervisor.h"

#define PATIENCE_S 120

/* A supervisor: a socket, and what was said to it. */
typedef struct {
  char    *folder;
  char    *path;
  GSocket *socket;
  GString *said;
} Fixture;

static void
listen_at (Fixture        *fixture,
           GSocketAddress *address)
{
  g_autoptr (GSocketAddress) owned = address;
  g_autoptr (GError) error = NULL;

  fixture->socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_DEFAULT, &error);
  g_assert_no_error (error);
  g_socket_bind (fixture->socket, owned, FALSE, &error);
  g_assert_no_error (error);
  g_socket_set_blocking (fixture->socket, FALSE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("moei-supervisor-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "notify", NULL);
  fixture->said = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->socket);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_string_free (fixture->said, TRUE);
}

/* What has been said since the last time, a datagram a line group. */
static const char *
hear (Fixture *fixture)
{
  char words[512];
  gssize length;

  g_string_truncate (fixture->said, 0);
  while ((length = g_socket_receive (fixture->socket, words, sizeof words, NULL, NULL)) > 0) {
    g_string_append_len (fixture->said, words, length);
    g_string_append_c (fixture->said, ';');
  }
  return fixture->said->str;
}

static gboolean
out_of_patience (gpointer user_data)
{
  g_error ("waited too long for a sign of life");
  return G_SOURCE_REMOVE;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiSupervisor) self = moei_supervisor_new (NULL, 1000000);

  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &self);
  moei_supervisor_ready (self);
  moei_supervisor_set_status (self, "alone");
  g_object_unref (self);
  g_assert_null (self);
}

static void
test_says (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MoeiSupervisor) self = NULL;

  listen_at (fixture, g_unix_socket_address_new (fixture->path));
  self = moei_supervisor_new (fixture->path, 0);
  g_assert_cmpstr (hear (fixture), ==, "");
  moei_supervisor_ready (self);
  g_assert_cmpstr (hear (fixture), ==, "READY=1\nWATCHDOG=1;");
  moei_supervisor_set_status (self, "two\nlines");
  g_assert_cmpstr (hear (fixture), ==, "STATUS=two lines;");
  moei_supervisor_begin_anew (self);
  g_assert_true (g_str_has_prefix (hear (fixture), "RELOADING=1\nWATCHDOG=1\n"));
}

/* Signs of life come from the main loop, and only once the display is ready. */
static void
test_lives (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiSupervisor) self = NULL;
  guint patience, n_signs = 0;

  listen_at (fixture, g_unix_socket_address_new (fixture->path));
  self = moei_supervisor_new (fixture->path, 3000);
  g_assert_false (g_main_context_pending (NULL));
  moei_supervisor_ready (self);
  hear (fixture);

  patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL);
  while (n_signs < 3) {
    g_main_context_iteration (NULL, TRUE);
    if (g_str_equal (hear (fixture), "WATCHDOG=1;"))
      n_signs++;
  }
  g_source_remove (patience);
}

static void
test_abstract (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *name = g_strconcat ("@", fixture->path, NULL);
  g_autoptr (MoeiSupervisor) self = NULL;

  listen_at (fixture, g_unix_socket_address_new_with_type (fixture->path, -1, G_UNIX_SOCKET_ADDRESS_ABSTRACT));
  self = moei_supervisor_new (name, 0);
  moei_supervisor_ready (self);
  g_assert_cmpstr (hear (fixture), ==, "READY=1\nWATCHDOG=1;");
}

/* A supervisor that is not there, has gone, or is deaf stops nothing. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  const char *names[] = { "", "relative", "vsock:2:1", fixture->path };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (MoeiSupervisor) self = moei_supervisor_new (names[i], 1);

    moei_supervisor_ready (self);
  }

  listen_at (fixture, g_unix_socket_address_new (fixture->path));
  {
    g_autoptr (MoeiSupervisor) self = moei_supervisor_new (fixture->path, 0);

    for (guint i = 0; i < 2000; i++)
      moei_supervisor_set_status (self, "nobody listens any more");
    g_socket_close (fixture->socket, NULL);
    moei_supervisor_ready (self);
  }
}

static void
test_environment (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (MoeiSupervisor) self = NULL;

  listen_at (fixture, g_unix_socket_address_new (fixture->path));
  g_setenv ("NOTIFY_SOCKET", fixture->path, TRUE);
  g_setenv ("WATCHDOG_USEC", "3000", TRUE);
  g_setenv ("WATCHDOG_PID", "1", TRUE); /* another process is watched */
  self = moei_supervisor_new_from_environment ();
  moei_supervisor_ready (self);
  g_assert_cmpstr (hear (fixture), ==, "READY=1\nWATCHDOG=1;");
  g_assert_false (g_main_context_pending (NULL));
  g_assert_null (g_main_context_find_source_by_user_data (NULL, self));
  g_unsetenv ("NOTIFY_SOCKET");
  g_unsetenv ("WATCHDOG_USEC");
  g_unsetenv ("WATCHDOG_PID");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/supervisor/new-destroy", test_new_destroy);
  g_test_add ("/supervisor/says", Fixture, NULL, set_up, test_says, tear_down);
  g_test_add ("/supervisor/lives", Fixture, NULL, set_up, test_lives, tear_down);
  g_test_add ("/supervisor/abstract", Fixture, NULL, set_up, test_abstract, tear_down);
  g_test_add ("/supervisor/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/supervisor/environment", Fixture, NULL, set_up, test_environment, tear_down);

  return g_test_run ();
}
