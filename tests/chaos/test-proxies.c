/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>

#include "feed/moei-feed.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"

#include "../service/service-fixture.h"

/* Real proxies from the distribution between the service and the feed, well and
 * badly set, in real time.
 *
 * The ordinary run has what the program waits for shortened, and asks only that
 * every commit is shown and which way it is followed by: how busy this computer
 * is does not matter.  --full has the program's own durations and its promises;
 * it wants a computer that has nothing else to do. */

#define PATIENCE_S 120
#define N_COMMITS  2
#define N_FULL     10

/* The promises, in seconds. */
#define HEALTHY 2
#define BEHIND  45

static gboolean full;

typedef enum {
  NGINX,
  TINYPROXY,
} Program;

/**
 * Setting:
 * @text: the configuration; the port to listen at, that of the service, and the folder for %1$u, %2$u, %3$s
 * @way: how the service is followed behind it; -1 for any
 * @promise: seconds
 */
typedef struct {
  const char *name;
  Program     program;
  const char *text;
  int         way;
  double      promise;
} Setting;

#define NGINX_HEAD                                                            \
  "daemon off;\nmaster_process off;\npid %3$s/pid;\nerror_log %3$s/log;\n"    \
  "events { worker_connections 64; }\n"                                       \
  "http {\n  access_log off;\n"                                               \
  "  client_body_temp_path %3$s/body;\n  proxy_temp_path %3$s/proxy;\n"       \
  "  fastcgi_temp_path %3$s/fastcgi;\n  uwsgi_temp_path %3$s/uwsgi;\n"        \
  "  scgi_temp_path %3$s/scgi;\n"                                             \
  "  server {\n    listen 127.0.0.1:%1$u;\n    location / {\n"                \
  "      proxy_pass http://127.0.0.1:%2$u;\n"

static const Setting settings[] = {
  { "nginx-well-set", NGINX,
    NGINX_HEAD "      proxy_http_version 1.1;\n      proxy_buffering off;\n      proxy_read_timeout 1h;\n    }\n  }\n}\n",
    MOEI_FOLLOWING_STREAM, HEALTHY },
  { "nginx-buffering", NGINX,
    NGINX_HEAD "      proxy_buffering on;\n      proxy_ignore_headers X-Accel-Buffering;\n    }\n  }\n}\n",
    MOEI_FOLLOWING_LONG_POLL, BEHIND },
  { "tinyproxy-short-idle", TINYPROXY,
    "Port %1$u\nListen 127.0.0.1\nTimeout 6\nMaxClients 16\nLogLevel Critical\nAllow 127.0.0.1\n"
    "ReverseOnly Yes\nReversePath \"/\" \"http://127.0.0.1:%2$u/\"\n# %3$s\n",
    -1, BEHIND },
};

typedef struct {
  ServiceFixture  service;
  char           *folder;
  GSubprocess    *proxy; /* (nullable) */
  guint16         port;
  MoeiDurations   durations;
  MoeiOperation  *operation;
  MoeiFeed       *feed;
  guint           n_commits;
} Fixture;

static gboolean
out_of_patience (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

#define await(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, #condition); \
  guint wake = g_timeout_add (5, wake_cb, NULL); \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE); \
  g_source_remove (wake); \
  g_source_remove (patience); \
} G_STMT_END

static guint16
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();

  return g_socket_listener_add_any_inet_port (listener, NULL, NULL);
}

static gboolean
listens (guint16 port)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
  return connection != NULL;
}

static char *
find_program (Program program)
{
  char *path = g_find_program_in_path (program == NGINX ? "nginx" : "tinyproxy");

  if (path == NULL && program == NGINX && g_file_test ("/usr/sbin/nginx", G_FILE_TEST_IS_EXECUTABLE))
    path = g_strdup ("/usr/sbin/nginx");
  return path;
}

/* Two port numbers and a folder take their places in the text. */
static char *
fill_in (const Setting *setting,
         Fixture       *fixture)
{
  guint16 upstream = (guint16) g_ascii_strtoull (strrchr (fixture->service.uri, ':') + 1, NULL, 10);
  g_autofree char *own = g_strdup_printf ("%u", fixture->port);
  g_autofree char *theirs = g_strdup_printf ("%u", upstream);
  GString *text = g_string_new (setting->text);

  g_string_replace (text, "%1$u", own, 0);
  g_string_replace (text, "%2$u", theirs, 0);
  g_string_replace (text, "%3$s", fixture->folder, 0);
  return g_string_free (text, FALSE);
}

static void
start_proxy (Fixture       *fixture,
             const Setting *setting,
             const char    *program)
{
  g_autofree char *path = g_build_filename (fixture->folder, "conf", NULL);
  g_autofree char *log = g_build_filename (fixture->folder, "log", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *nginx[] = { program, "-c", path, "-e", log, NULL };
  const char *tinyproxy[] = { program, "-d", "-c", path, NULL };

  fixture->port = find_port ();
  text = fill_in (setting, fixture);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  fixture->proxy = g_subprocess_newv (setting->program == NGINX ? nginx : tinyproxy,
                                      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  await (listens (fixture->port));
}

static void
start_feed (Fixture *fixture)
{
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", fixture->port);
  g_autofree char *cache = g_build_filename (fixture->folder, "cache", NULL);

  fixture->durations = moei_durations;
  if (!full)
    fixture->durations.hello = 500;
  fixture->operation = moei_operation_new ();
  fixture->feed = moei_feed_new_with (address, fixture->operation, cache, &fixture->durations);
  moei_feed_start (fixture->feed);
  await (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LIVE);
}

static gboolean
shows (Fixture    *fixture,
       const char *source)
{
  MoeiNotice *notice = moei_collection_lookup (moei_operation_get_notices (fixture->operation), "n1");

  return notice != NULL && g_strcmp0 (moei_entity_get_source (MOEI_ENTITY (notice)), source) == 0;
}

/* Returns after how many seconds it is shown. */
static double
commit (Fixture *fixture)
{
  g_autofree char *source = g_strdup_printf ("change %u", ++fixture->n_commits);
  gint64 begin = g_get_monotonic_time ();

  service_fixture_put (&fixture->service, "n1", source);
  await (shows (fixture, source));
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

static gboolean
flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_a_while (void)
{
  gboolean over = FALSE;

  g_timeout_add ((guint) g_test_rand_int_range (0, full ? 20000 : 300), flag_cb, &over);
  await (over);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static void
tear_down (Fixture *fixture)
{
  moei_feed_stop (fixture->feed);
  g_object_add_weak_pointer (G_OBJECT (fixture->feed), (gpointer *) &fixture->feed);
  g_object_unref (fixture->feed);
  await (fixture->feed == NULL);
  g_object_unref (fixture->operation);
  g_subprocess_send_signal (fixture->proxy, SIGKILL);
  g_subprocess_wait (fixture->proxy, NULL, NULL);
  g_object_unref (fixture->proxy);
  service_fixture_tear_down (&fixture->service, NULL);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static void
test_setting (gconstpointer data)
{
  const Setting *setting = data;
  g_autofree char *program = find_program (setting->program);
  Fixture fixture = { 0 };
  double first, longest = 0;

  if (program == NULL) {
    g_test_skip ("it is not installed");
    return;
  }

  service_fixture_set_up (&fixture.service, NULL);
  fixture.folder = g_dir_make_tmp ("moei-proxy-XXXXXX", NULL);
  start_proxy (&fixture, setting, program);
  start_feed (&fixture);
  wait_a_while ();
  first = commit (&fixture);
  for (guint i = 0; i < (full ? N_FULL : N_COMMITS); i++) {
    wait_a_while ();
    longest = MAX (longest, commit (&fixture));
  }
  if (setting->way >= 0)
    await (moei_feed_get_way (fixture.feed) == (MoeiFollowing) setting->way);
  printf ("# %s: %.1f s for the first, %.1f s at most\n", setting->name, first, longest);
  if (full)
    g_assert_cmpfloat (MAX (first, longest), <=, setting->promise);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    full |= g_str_equal (argv[i], "--full");

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autofree char *path = g_strconcat ("/proxies/", settings[i].name, NULL);

    g_test_add_data_func (path, &settings[i], test_setting);
  }
  return g_test_run ();
}
