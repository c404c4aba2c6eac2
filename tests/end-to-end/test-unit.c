/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* The service as its unit starts it: with a socket that was opened for it, and
 * somebody who wants to know when it is ready. */

#define PATIENCE_S 60

typedef struct {
  char        *folder;
  char        *path;
  int          listening;
  int          notify;
  GSubprocess *service;
} Fixture;

static int
bind_socket (const char *path,
             int         type)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  struct timeval patience = { .tv_sec = PATIENCE_S };
  int fd = socket (AF_UNIX, type | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return fd;
}

static void
assert_told (Fixture    *fixture,
             const char *what)
{
  char buffer[256];
  gssize n = recv (fixture->notify, buffer, sizeof buffer - 1, 0);

  g_assert_cmpint (n, >, 0);
  buffer[n] = '\0';
  g_assert_cmpstr (buffer, ==, what);
}

static void
start_service (Fixture *fixture)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *program = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  g_autofree char *store = g_build_filename (fixture->folder, "moei.db", NULL);
  g_autofree char *notify = g_build_filename (fixture->folder, "notify", NULL);
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_take_fd (launcher, dup (fixture->listening), 3);
  g_subprocess_launcher_setenv (launcher, "LISTEN_FDS", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "NOTIFY_SOCKET", notify, TRUE);
  fixture->service = g_subprocess_launcher_spawn (launcher, &error, "/bin/sh", "-c",
                                                  "LISTEN_PID=$$ exec \"$1\" serve --store \"$2\"", "sh",
                                                  program, store, NULL);
  g_assert_no_error (error);
  assert_told (fixture, "READY=1");
}

static void
end_service (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (fixture->service, SIGTERM);
  assert_told (fixture, "STOPPING=1");
  g_subprocess_wait_check (fixture->service, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->service);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *notify = NULL;

  fixture->folder = g_dir_make_tmp ("moei-unit-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "moei.sock", NULL);
  notify = g_build_filename (fixture->folder, "notify", NULL);
  fixture->notify = bind_socket (notify, SOCK_DGRAM);
  fixture->listening = bind_socket (fixture->path, SOCK_STREAM);
  g_assert_cmpint (listen (fixture->listening, 16), ==, 0);
  start_service (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (fixture->service != NULL)
    end_service (fixture);
  close (fixture->notify);
  close (fixture->listening);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (fixture->folder, name, NULL);

    g_remove (child);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GDataInputStream *
ask (Fixture    *fixture,
     const char *path)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (fixture->path);
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: moei\r\n\r\n", path);
  GDataInputStream *input;

  g_socket_client_set_timeout (client, PATIENCE_S);
  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  g_assert_nonnull (connection);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                                            request, strlen (request), NULL, NULL, NULL));
  input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_object_set_data_full (G_OBJECT (input), "connection", g_steal_pointer (&connection), g_object_unref);
  return input;
}

static void
wait_for_line (GDataInputStream *input,
               const char       *prefix)
{
  while (TRUE) {
    g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

    g_assert_nonnull (line);
    if (g_str_has_prefix (line, prefix))
      return;
  }
}

/* Whoever listens is told when it ends, and it ends in order. */
static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDataInputStream) events = ask (fixture, "/v1/events");
  g_autofree char *rest = NULL;

  wait_for_line (events, "event: hello");
  end_service (fixture);
  wait_for_line (events, "event: bye");
  while ((rest = g_data_input_stream_read_line (events, NULL, NULL, NULL)) != NULL)
    g_clear_pointer (&rest, g_free);
}

/* The socket outlives the service: who asks meanwhile waits. */
static void
test_begins_again (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GDataInputStream) answer = NULL;

  end_service (fixture);
  answer = ask (fixture, "/v1/situation");
  start_service (fixture);
  wait_for_line (answer, "HTTP/1.1 200 OK");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/unit/ends", Fixture, NULL, set_up, test_ends, tear_down);
  g_test_add ("/unit/begins-again", Fixture, NULL, set_up, test_begins_again, tear_down);

  return g_test_run ();
}
