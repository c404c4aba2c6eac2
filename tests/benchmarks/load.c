/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* sched_setaffinity() */

#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "benchmark.h"
#include "feed/moei-feed.h"
#include "tests/service/service-fixture.h"

/* load [--streams N]: the service, in a process of its own on one core, and as
 * many clients as there may be, on another.
 *
 * Streams: what each costs, and how long after a commit the last has heard of it.
 * Return: all of them come at once, as after a restart.  Requests: documents and
 * "not modified" beside nginx, which serves the same bytes from a file, turn by
 * turn in one run.  Updates: memory of the service, and of a client that follows,
 * before and after many commits. */

#define N_STREAMS    5000
#define N_RETURNING  2000
#define N_BROADCASTS 10
#define N_UPDATES    10000
#define N_ROUNDS     5
#define N_ASKERS     32
#define ROUND_MS     1000
#define PATIENCE_MS  60000

#define BUDGET_STREAM_KB    4.0
#define BUDGET_FAN_OUT_MS   250.0
#define BUDGET_RETURN_MS    5000.0
#define BUDGET_RATIO        8.0 /* nginx from a file : the service */
#define BUDGET_GROWTH_MB    8.0

#define NGINX "/usr/sbin/nginx"

#define CONFIGURATION                                                                  \
  "daemon off;\npid %1$s/pid;\nerror_log /dev/null;\n%2$sworker_processes 1;\n"        \
  "events { worker_connections 256; }\nhttp { access_log off; keepalive_requests 100000000;\n" \
  "server { listen 127.0.0.1:%3$u; root %1$s; } }\n"

/* The service, seen from outside. */
typedef struct {
  GSubprocess      *process;
  int               pid;
  GDataInputStream *reports; /* a line for each: when the last was kept, µs */
  guint16           port;
} Service;

static void
stay_on_core (int core)
{
  cpu_set_t set;

  CPU_ZERO (&set);
  CPU_SET (core, &set);
  sched_setaffinity (0, sizeof set, &set);
}

static void
raise_descriptors (void)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

/* In the service's process: commits as many times as it is told. */
static gboolean
order_ready (GIOChannel   *channel,
             GIOCondition  condition,
             gpointer      user_data)
{
  ServiceFixture *fixture = user_data;
  static guint n_commits;
  g_autofree char *line = NULL;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    exit (0);

  for (int i = 0; i < atoi (line); i++) {
    g_autofree char *text = g_strdup_printf ("radio %u", n_commits++);

    service_fixture_put (fixture, "bridge", text);
    if (i % 20 == 19)
      while (g_main_context_iteration (NULL, FALSE));
  }
  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

static int
serve (void)
{
  ServiceFixture fixture = { NULL };
  g_autoptr (GIOChannel) orders = g_io_channel_unix_new (STDIN_FILENO);

  stay_on_core (0);
  raise_descriptors ();
  service_fixture_set_up (&fixture, NULL);
  moei_event_hub_set_limits (moei_server_get_hub (fixture.server), 60000, 25000);
  printf ("%s\n", fixture.uri);
  fflush (stdout);
  g_io_add_watch (orders, G_IO_IN | G_IO_HUP, order_ready, &fixture);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

static void
start_service (Service    *service,
               const char *program)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  service->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                       program, "--serve", NULL);
  g_assert_no_error (error);
  service->pid = atoi (g_subprocess_get_identifier (service->process));
  service->reports = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service->process));
  line = g_data_input_stream_read_line (service->reports, NULL, NULL, NULL);
  g_assert_nonnull (line);
  service->port = (guint16) atoi (strrchr (line, ':') + 1);
}

static void
order (Service *service,
       guint    n_commits)
{
  g_autofree char *line = g_strdup_printf ("%u\n", n_commits);

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (service->process), line, strlen (line), NULL, NULL, NULL);
}

static gint64
read_report (Service *service)
{
  g_autofree char *line = g_data_input_stream_read_line (service->reports, NULL, NULL, NULL);

  g_assert_nonnull (line);
  return g_ascii_strtoll (line, NULL, 10);
}

static int
connect_to (guint16     port,
            const char *request)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port) };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  if (fd < 0 || connect (fd, (struct sockaddr *) &address, sizeof address) != 0)
    g_error ("cannot connect: %s", g_strerror (errno));
  g_assert_cmpint (send (fd, request, strlen (request), MSG_NOSIGNAL), ==, (int) strlen (request));
  fcntl (fd, F_SETFL, O_NONBLOCK);
  return fd;
}

static void
watch (int epoll_fd,
       int fd,
       guint i)
{
  struct epoll_event event = { .events = EPOLLIN, .data.u32 = i };

  epoll_ctl (epoll_fd, EPOLL_CTL_ADD, fd, &event);
}

/* Reads until each of @n streams has said @words once more; returns when the
 * last did, and when each, in µs. */
static gint64
hear_all (int         epoll_fd,
          const int  *fds,
          guint       n,
          const char *words,
          gint64     *times)
{
  g_autofree gboolean *heard = g_new0 (gboolean, n);
  struct epoll_event events[256];
  char buffer[16384];
  guint left = n;
  gint64 now = 0;

  while (left > 0) {
    int n_ready = epoll_wait (epoll_fd, events, G_N_ELEMENTS (events), PATIENCE_MS);

    g_assert_cmpint (n_ready, >, 0);
    for (int i = 0; i < n_ready; i++) {
      guint which = events[i].data.u32;
      gssize length = recv (fds[which], buffer, sizeof buffer - 1, 0);

      g_assert_cmpint (length, >, 0);
      buffer[length] = '\0';
      if (heard[which] || strstr (buffer, words) == NULL)
        continue;
      now = g_get_monotonic_time ();
      heard[which] = TRUE;
      if (times != NULL)
        times[which] = now;
      left--;
    }
  }
  return now;
}

#define EVENTS "GET /v1/events HTTP/1.1\r\nHost: moei\r\n\r\n"

static int
measure_fan_out (Service   *service,
                 int        epoll_fd,
                 const int *fds,
                 guint      n)
{
  g_autoptr (GArray) middle = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree gint64 *times = g_new0 (gint64, n);
  double used = benchmark_cpu_time (service->pid);

  for (guint i = 0; i < N_BROADCASTS; i++) {
    g_autoptr (GArray) each = g_array_new (FALSE, FALSE, sizeof (double));
    gint64 committed, end;
    double figure;

    g_usleep (700000); /* what follows closely is told together, later */
    order (service, 1);
    end = hear_all (epoll_fd, fds, n, "event: changed", times);
    committed = read_report (service);
    for (guint j = 0; j < n; j++) {
      figure = (double) (times[j] - committed) / 1000;
      g_array_append_val (each, figure);
    }
    figure = benchmark_percentile (each, 50);
    g_array_append_val (middle, figure);
    figure = (double) (end - committed) / 1000;
    g_array_append_val (last, figure);
  }
  benchmark_note ("processor time of the service for one", (benchmark_cpu_time (service->pid) - used) * 1000 / N_BROADCASTS, "ms");
  benchmark_note ("commit to the middle stream, median", benchmark_percentile (middle, 50), "ms");
  benchmark_note ("commit to the last stream, worst", benchmark_percentile (last, 100), "ms");
  return benchmark_report ("commit to the last stream, median", benchmark_percentile (last, 50), BUDGET_FAN_OUT_MS, "ms");
}

static int
measure_streams (Service *service,
                 guint    n)
{
  g_autofree char *name = g_strdup_printf ("memory of each of %u streams", n);
  g_autofree int *fds = g_new (int, n);
  int epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  double before = benchmark_resident (service->pid);
  gint64 begun;
  int status;

  for (guint i = 0; i < n; i++) {
    fds[i] = connect_to (service->port, EVENTS);
    watch (epoll_fd, fds[i], i);
  }
  hear_all (epoll_fd, fds, n, "event: hello", NULL);
  status = benchmark_report (name, (benchmark_resident (service->pid) - before) * 1024 / n, BUDGET_STREAM_KB, "KB") |
           measure_fan_out (service, epoll_fd, fds, n);
  for (guint i = 0; i < n; i++)
    close (fds[i]);
  close (epoll_fd);

  epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  begun = g_get_monotonic_time ();
  for (guint i = 0; i < MIN (n, N_RETURNING); i++) {
    fds[i] = connect_to (service->port, EVENTS);
    watch (epoll_fd, fds[i], i);
  }
  status |= benchmark_report ("2,000 clients that return at once, until the last listens",
                              (double) (hear_all (epoll_fd, fds, MIN (n, N_RETURNING), "event: hello", NULL) - begun) / 1000,
                              BUDGET_RETURN_MS, "ms");
  for (guint i = 0; i < MIN (n, N_RETURNING); i++)
    close (fds[i]);
  close (epoll_fd);
  return status;
}

/* Whole answers a second, of @size bytes each, over connections that stay open. */
static double
measure_rate (guint16     port,
              const char *request,
              gsize       size)
{
  struct epoll_event events[N_ASKERS];
  static char buffer[1 << 17];
  gsize left[N_ASKERS];
  int fds[N_ASKERS];
  int epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  gint64 begun = g_get_monotonic_time (), now = begun;
  guint64 n_answers = 0;

  for (guint i = 0; i < N_ASKERS; i++) {
    fds[i] = connect_to (port, request);
    left[i] = size;
    watch (epoll_fd, fds[i], i);
  }
  while ((now = g_get_monotonic_time ()) < begun + ROUND_MS * 1000) {
    int n_ready = epoll_wait (epoll_fd, events, N_ASKERS, PATIENCE_MS);

    g_assert_cmpint (n_ready, >, 0);
    for (int i = 0; i < n_ready; i++) {
      guint which = events[i].data.u32;
      gssize n = recv (fds[which], buffer, MIN (left[which], sizeof buffer), 0);

      g_assert_cmpint (n, >, 0);
      left[which] -= (gsize) n;
      if (left[which] > 0)
        continue;
      n_answers++;
      left[which] = size;
      g_assert_cmpint (send (fds[which], request, strlen (request), MSG_NOSIGNAL), ==, (int) strlen (request));
    }
  }
  for (guint i = 0; i < N_ASKERS; i++)
    close (fds[i]);
  close (epoll_fd);
  return (double) n_answers * 1e6 / (double) (now - begun);
}

/* One answer, whole. */
static char *
ask (guint16     port,
     const char *request,
     gsize      *size)
{
  int fd = connect_to (port, request);
  GString *answer = g_string_new (NULL);
  char buffer[65536];
  gsize whole = 0;

  fcntl (fd, F_SETFL, 0);
  while (whole == 0 || answer->len < whole) {
    gssize n = recv (fd, buffer, sizeof buffer, 0);
    const char *end, *length;

    g_assert_cmpint (n, >, 0);
    g_string_append_len (answer, buffer, n);
    end = strstr (answer->str, "\r\n\r\n");
    if (end == NULL)
      continue;
    length = strstr (answer->str, "Content-Length: ");
    whole = (gsize) (end + 4 - answer->str);
    if (length != NULL && length < end && !g_str_has_prefix (answer->str, "HTTP/1.1 304"))
      whole += (gsize) g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
  }
  close (fd);
  *size = whole;
  return g_string_free (answer, FALSE);
}

static char *
make_conditional (const char *path,
                  const char *answer)
{
  const char *etag = strstr (answer, "ETag: ") + strlen ("ETag: ");
  g_autofree char *tag = g_strndup (etag, strcspn (etag, "\r"));

  return g_strdup_printf ("GET %s HTTP/1.1\r\nHost: moei\r\nIf-None-Match: %s\r\n\r\n", path, tag);
}

static guint16
find_port (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t length = sizeof address;
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  getsockname (fd, (struct sockaddr *) &address, &length);
  close (fd);
  return ntohs (address.sin_port);
}

static int
compare_rates (const char *name,
               guint16     service,
               const char *request,
               guint16     nginx,
               const char *nginx_request)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *label = g_strdup_printf ("%s a second", name);
  g_autofree char *nginx_label = g_strdup_printf ("%s a second, nginx", name);
  g_autofree char *ratio_label = g_strdup_printf ("%s, nginx : the service, median", name);
  gsize size, nginx_size;
  g_autofree char *answer = ask (service, request, &size);
  g_autofree char *nginx_answer = ask (nginx, nginx_request, &nginx_size);
  double rate = 0, nginx_rate = 0;

  g_assert_cmpint (strncmp (answer, nginx_answer, strlen ("HTTP/1.1 200")), ==, 0);
  for (guint i = 0; i < N_ROUNDS; i++) {
    double ratio;

    rate = measure_rate (service, request, size);
    nginx_rate = measure_rate (nginx, nginx_request, nginx_size);
    ratio = nginx_rate / rate;
    g_array_append_val (ratios, ratio);
  }
  benchmark_note (label, rate, "");
  benchmark_note (nginx_label, nginx_rate, "");
  return benchmark_report (ratio_label, benchmark_percentile (ratios, 50), BUDGET_RATIO, "");
}

static void
stay_on_first_core (gpointer user_data)
{
  stay_on_core (0);
}

static int
measure_requests (Service *service)
{
  const char *request = "GET /v1/places HTTP/1.1\r\nHost: moei\r\n\r\n";
  const char *nginx_request = "GET /places HTTP/1.1\r\nHost: moei\r\n\r\n";
  g_autofree char *folder = g_dir_make_tmp ("moei-load-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "places", NULL);
  g_autofree char *settings = g_build_filename (folder, "nginx.conf", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) nginx = NULL;
  guint16 port = find_port ();
  g_autofree char *text = g_strdup_printf (CONFIGURATION, folder, geteuid () == 0 ? "user root;\n" : "", port);
  gsize size;
  g_autofree char *answer = ask (service->port, request, &size);
  g_autofree char *nginx_answer = NULL;
  g_autofree char *conditional = make_conditional ("/v1/places", answer);
  g_autofree char *nginx_conditional = NULL;
  const char *body = strstr (answer, "\r\n\r\n") + 4;
  int status;

  g_file_set_contents (path, body, (gssize) (size - (gsize) (body - answer)), NULL);
  g_file_set_contents (settings, text, -1, NULL);
  g_subprocess_launcher_set_child_setup (launcher, stay_on_first_core, NULL, NULL);
  nginx = g_subprocess_launcher_spawn (launcher, NULL, NGINX, "-c", settings, "-p", folder, NULL);
  if (nginx == NULL) {
    g_print ("nginx is not there: requests are not compared\n");
    benchmark_remove (folder);
    return 0;
  }

  g_usleep (1000000);
  nginx_answer = ask (port, nginx_request, &size);
  nginx_conditional = make_conditional ("/places", nginx_answer);
  status = compare_rates ("documents", service->port, request, port, nginx_request) |
           compare_rates ("not modified", service->port, conditional, port, nginx_conditional);
  g_subprocess_send_signal (nginx, SIGTERM);
  g_subprocess_wait (nginx, NULL, NULL);
  benchmark_remove (folder);
  return status;
}

static int
measure_updates (Service *service)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-load-XXXXXX", NULL);
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u", service->port);
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  MoeiFeed *feed = moei_feed_new (uri, operation, folder);
  double before = 0, own_before = 0, after, own_after;

  moei_feed_start (feed);
  benchmark_wait_for (moei_feed_get_state (feed) == MOEI_DATA_STATE_LIVE);
  for (guint i = 0; i < N_UPDATES / 100; i++) {
    if (i == N_UPDATES / 1000) {
      before = benchmark_resident (service->pid);
      own_before = benchmark_resident (getpid ());
    }
    order (service, 100);
    read_report (service);
    benchmark_iterate (50);
  }
  benchmark_wait_for (moei_entity_get_revision (MOEI_ENTITY (operation)) > N_UPDATES);
  after = benchmark_resident (service->pid);
  own_after = benchmark_resident (getpid ());
  benchmark_note ("service before 10,000 updates", before, "MB");
  benchmark_note ("service after them", after, "MB");
  benchmark_note ("client that follows, before", own_before, "MB");
  benchmark_note ("client that follows, after", own_after, "MB");
  moei_feed_stop (feed);
  g_object_unref (feed);
  benchmark_iterate (500);
  benchmark_remove (folder);
  return benchmark_report ("growth of the service", after - before, BUDGET_GROWTH_MB, "MB") |
         benchmark_report ("growth of the client", own_after - own_before, BUDGET_GROWTH_MB, "MB");
}

int
main (int    argc,
      char **argv)
{
  guint n_streams = argc == 3 && g_str_equal (argv[1], "--streams") ? (guint) atoi (argv[2]) : N_STREAMS;
  Service service = { NULL };
  int status;

  if (argc == 2 && g_str_equal (argv[1], "--serve"))
    return serve ();

  raise_descriptors ();
  stay_on_core (1);
  start_service (&service, argv[0]);
  status = measure_streams (&service, n_streams) | measure_requests (&service) | measure_updates (&service);
  g_subprocess_force_exit (service.process);
  g_subprocess_wait (service.process, NULL, NULL);
  return status;
}
