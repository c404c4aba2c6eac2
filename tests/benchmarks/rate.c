/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "benchmark.h"
#include "tests/service/service-fixture.h"

/* How many conditional GETs of the places the service answers with 304 in a
 * second, against nginx, one worker, which has the same bytes as a file.  The
 * service runs in a process of its own; 16 connections that stay open, one
 * request at a time on each; both in turn.  Without nginx there is only the
 * service's own figure. */

#define BUDGET        0.5 /* at least, so that its inverse is reported */
#define N_CONNECTIONS 16
#define N_ROUNDS      7
#define ROUND_US      700000
#define HREF          "/v1/places"

typedef struct {
  GSocketConnection *connections[N_CONNECTIONS];
  char              *request;
} Client;

static G_NORETURN void
serve (void)
{
  ServiceFixture fixture = { NULL };

  service_fixture_set_up (&fixture, NULL);
  g_print ("%s\n", fixture.uri);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

/* Reads one answer, and gives its head. */
static char *
read_answer (GSocketConnection *connection)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr (GString) text = g_string_new (NULL);
  char piece[4096], *end;
  gssize n;

  while ((end = strstr (text->str, "\r\n\r\n")) == NULL) {
    n = g_input_stream_read (input, piece, sizeof piece, NULL, NULL);
    g_assert_cmpint (n, >, 0);
    g_string_append_len (text, piece, n);
  }
  return g_strndup (text->str, (gsize) (end - text->str));
}

static GSocketConnection *
connect_to (guint16 port)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, &error);

  g_assert_no_error (error);
  g_tcp_connection_set_graceful_disconnect (G_TCP_CONNECTION (connection), FALSE);
  return connection;
}

static void
send (GSocketConnection *connection,
      const char        *request)
{
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                                            request, strlen (request), NULL, NULL, NULL));
}

/* Asks for the document's ETag first. */
static Client *
client_new (guint16     port,
            const char *href)
{
  Client *client = g_new0 (Client, 1);
  g_autoptr (GSocketConnection) first = connect_to (port);
  g_autofree char *head = g_strdup_printf ("HEAD %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n\r\n", href, port);
  g_autofree char *answer = NULL, *etag = NULL;
  const char *found;

  send (first, head);
  answer = read_answer (first);
  found = strstr (answer, "ETag: ");
  g_assert_nonnull (found);
  etag = g_strndup (found, strcspn (found, "\r\n"));
  client->request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nIf-None-Match: %s\r\n\r\n", href, port,
                                     etag + strlen ("ETag: "));
  for (guint i = 0; i < N_CONNECTIONS; i++)
    client->connections[i] = connect_to (port);
  return client;
}

static double
measure (Client *client)
{
  gint64 start = g_get_monotonic_time (), now;
  guint n = 0;

  do {
    for (guint i = 0; i < N_CONNECTIONS; i++)
      send (client->connections[i], client->request);
    for (guint i = 0; i < N_CONNECTIONS; i++, n++) {
      g_autofree char *answer = read_answer (client->connections[i]);

      g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 304"));
    }
    now = g_get_monotonic_time ();
  } while (now - start < ROUND_US);
  return n * 1e6 / (double) (now - start);
}

static void
client_free (Client *client)
{
  for (guint i = 0; i < N_CONNECTIONS; i++)
    g_object_unref (client->connections[i]);
  g_free (client->request);
  g_free (client);
}

static guint16
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();

  return g_socket_listener_add_any_inet_port (listener, NULL, NULL);
}

/* A file of the same bytes at /places. */
static GSubprocess *
start_nginx (const char *program,
             const char *folder,
             guint16     port,
             GBytes     *body)
{
  g_autofree char *file = g_build_filename (folder, "places", NULL);
  g_autofree char *settings = g_build_filename (folder, "nginx.conf", NULL);
  g_autofree char *text = g_strdup_printf (
    "daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;\n"
    "events { worker_connections 256; }\n"
    "http { access_log off; etag on; keepalive_requests 100000000; client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2;\n"
    "fastcgi_temp_path %1$s/t3; uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5; default_type application/geo+json;\n"
    "server { listen 127.0.0.1:%2$u; root %1$s; } }\n", folder, port);

  /* Its worker may be another user. */
  g_chmod (folder, 0755);
  g_file_set_contents (file, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body), NULL);
  g_file_set_contents (settings, text, -1, NULL);
  return g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "-e", "stderr", "-p", folder, "-c", settings, NULL);
}

static void
wait_for_port (guint16 port)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  for (guint i = 0; i < 100; i++) {
    g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);

    if (connection != NULL)
      return;
    g_usleep (50000);
  }
  g_error ("nginx does not start");
}

static int
compare (Client     *service,
         const char *nginx,
         GBytes     *body)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-nginx-XXXXXX", NULL);
  guint16 port = find_port ();
  g_autoptr (GSubprocess) process = start_nginx (nginx, folder, port, body);
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  Client *other;
  int status;

  wait_for_port (port);
  other = client_new (port, "/places");
  for (guint i = 0; i < N_ROUNDS; i++) {
    double ratio = measure (other) / measure (service);

    g_array_append_val (ratios, ratio);
  }
  client_free (other);
  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, NULL);
  benchmark_remove (folder);
  status = benchmark_report ("nginx's conditional GETs a second ÷ the service's", benchmark_percentile (ratios, 50), 1 / BUDGET, "×");
  return status;
}

static GBytes *
read_body (const char *uri)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (uri, HREF, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", address);

  return soup_session_send_and_read (session, message, NULL, NULL);
}

static int
run (const char *self)
{
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self, "--serve", NULL);
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *uri = g_data_input_stream_read_line_utf8 (output, NULL, NULL, NULL);
  g_autofree char *nginx = g_find_program_in_path ("nginx");
  g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GBytes) body = read_body (uri);
  Client *client = client_new ((guint16) atoi (strrchr (uri, ':') + 1), HREF);
  int status = 0;

  for (guint i = 0; i < N_ROUNDS; i++) {
    double rate = measure (client);

    g_array_append_val (rates, rate);
  }
  benchmark_note ("conditional GETs of the places, the service", benchmark_percentile (rates, 50), "a second");
  if (nginx != NULL)
    status = compare (client, nginx, body);
  else
    g_print ("nginx is not installed: nothing to compare the service with\n");
  client_free (client);
  g_subprocess_force_exit (process);
  return status;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--serve"))
    serve ();
  return run (argv[0]);
}
