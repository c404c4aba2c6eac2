/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <unistd.h>

#include "../service/service-fixture.h"
#include "feed/moei-feed.h"
#include "feed/moei-way-files.h"
#include "feed/moei-way-out.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"

#ifdef __SANITIZE_ADDRESS__
/* GnuTLS's thread-local data; see tests/feed/test-certificate.c. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

/* nginx as the distribution has it, with the very file that is installed for
 * it, between the service on a Unix socket and the feed, which comes over TLS. */

#define NGINX "/usr/sbin/nginx"

#define CONFIGURATION                                                               \
  "daemon off;\npid %1$s/nginx.pid;\nerror_log %1$s/error.log;\n%2$s"               \
  "worker_processes 1;\nevents { worker_connections 256; }\n"                       \
  "http {\n  client_body_temp_path %1$s/body;\n  proxy_temp_path %1$s/proxy;\n"     \
  "  fastcgi_temp_path %1$s/fastcgi;\n  uwsgi_temp_path %1$s/uwsgi;\n"              \
  "  scgi_temp_path %1$s/scgi;\n  gzip on;\n  gzip_types *;\n  include %3$s;\n}\n"

#define LISTEN                                                                      \
  "listen 127.0.0.1:%1$u ssl http2;\nserver_name localhost;\n"                      \
  "ssl_certificate %2$s/signed.pem;\nssl_certificate_key %2$s/key.pem;\n"           \
  "access_log %3$s/access.log moei;\n"

typedef struct {
  ServiceFixture  service;
  char           *folder;
  char           *certificates;
  char           *uri;
  GSubprocess    *nginx;
  MoeiOperation  *operation;
  MoeiWayOut     *way_out;
  MoeiFeed       *feed;
  MoeiDurations   durations;
} Fixture;

static guint16
find_port (void)
{
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;

  g_assert_true (g_socket_bind (socket, any, FALSE, NULL));
  bound = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
answers (Fixture *fixture)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  connection = g_socket_client_connect_to_host (client, fixture->uri + strlen ("https://"), 443, NULL, NULL);
  return connection != NULL;
}

static void
die_with_parent (gpointer user_data)
{
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static void
start_nginx (Fixture *fixture)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = g_build_filename (fixture->folder, "nginx.conf", NULL);
  g_autoptr (GError) error = NULL;
  guint wake_id = g_timeout_add (20, wake_cb, NULL);

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  fixture->nginx = g_subprocess_launcher_spawn (launcher, &error, NGINX, "-c", path, "-p", fixture->folder, NULL);
  g_assert_no_error (error);
  wait_until (answers (fixture));
  g_source_remove (wake_id);
}

static void
configure (Fixture *fixture)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "moei", NULL);
  g_autofree char *socket = g_build_filename (fixture->folder, "moei.sock", NULL);
  g_autofree char *file = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "service", "moei.conf", NULL);
  g_autofree char *text = g_strdup_printf (CONFIGURATION, fixture->folder, geteuid () == 0 ? "user root;\n" : "", file);
  guint16 port = find_port ();
  g_autofree char *listen = g_strdup_printf (LISTEN, port, fixture->certificates, fixture->folder);
  g_autofree char *upstream = g_strdup_printf ("server unix:%s;\n", socket);
  g_autoptr (GError) error = NULL;

  g_mkdir (inner, 0700);
  write_file (fixture, "nginx.conf", text);
  write_file (fixture, "moei/listen.conf", listen);
  write_file (fixture, "moei/upstream.conf", upstream);
  fixture->uri = g_strdup_printf ("https://127.0.0.1:%u", port);
  moei_server_listen_unix (fixture->service.server, socket, &error);
  g_assert_no_error (error);
}

/* Trusts the authority that signed nginx's certificate, and asks over nginx. */
static void
go_through_nginx (Fixture *fixture)
{
  g_autofree char *authority = g_build_filename (fixture->certificates, "authority.pem", NULL);
  g_autoptr (GTlsDatabase) trust = NULL;
  g_autoptr (GError) error = NULL;

  trust = moei_way_files_read_authorities (authority, &error);
  g_assert_no_error (error);
  soup_session_set_tls_database (fixture->service.session, trust);
  g_free (fixture->service.uri);
  fixture->service.uri = g_strdup (fixture->uri);

  fixture->way_out = moei_way_out_new ();
  g_object_set (fixture->way_out, "authorities-file", authority, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  service_fixture_set_up (&fixture->service, NULL);
  fixture->folder = g_dir_make_tmp ("moei-nginx-XXXXXX", NULL);
  fixture->certificates = g_build_filename (g_getenv ("MOEI_SRCDIR"), "tests", "feed", "fixture", "certificates", NULL);
  configure (fixture);
  go_through_nginx (fixture);
  start_nginx (fixture);
}

static void
start_feed (Fixture *fixture)
{
  g_autofree char *cache = g_build_filename (fixture->folder, "cache", NULL);

  fixture->durations = moei_durations;
  fixture->durations.shortest_pause = 20;
  fixture->durations.longest_pause = 200;
  fixture->durations.tick = 20;
  fixture->operation = moei_operation_new ();
  fixture->feed = moei_feed_new_with (fixture->uri, fixture->operation, cache, &fixture->durations);
  moei_feed_set_way_out (fixture->feed, fixture->way_out);
  moei_feed_start (fixture->feed);
  wait_until (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LIVE);
}

static void
end_nginx (Fixture *fixture,
           int      signum)
{
  pid_t leader = (pid_t) g_ascii_strtoll (g_subprocess_get_identifier (fixture->nginx), NULL, 10);

  /* Killed are its workers too, as a machine's end would: they outlive it else. */
  kill (signum == SIGKILL ? -leader : leader, signum);
  g_assert_true (g_subprocess_wait (fixture->nginx, NULL, NULL));
  g_clear_object (&fixture->nginx);
}

static gboolean
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  return g_remove (path) == 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  guint wake_id = g_timeout_add (10, wake_cb, NULL);

  if (fixture->feed != NULL) {
    moei_feed_stop (fixture->feed);
    g_object_add_weak_pointer (G_OBJECT (fixture->feed), (gpointer *) &fixture->feed);
    g_object_unref (fixture->feed);
    wait_until (fixture->feed == NULL);
    g_object_unref (fixture->operation);
  }
  g_object_unref (fixture->way_out);
  end_nginx (fixture, SIGTERM);
  service_fixture_tear_down (&fixture->service, NULL);
  wait_until (remove_tree (fixture->folder));
  g_source_remove (wake_id);
  g_free (fixture->folder);
  g_free (fixture->certificates);
  g_free (fixture->uri);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  MoeiEntity *notice = moei_collection_lookup (moei_operation_get_notices (fixture->operation), "bridge");

  return notice != NULL && g_strcmp0 (moei_entity_get_source (notice), text) == 0;
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 longest = 0;

  start_feed (fixture);
  for (guint i = 0; i < 5; i++) {
    g_autofree char *text = g_strdup_printf ("radio %u", i);
    gint64 begun = g_get_monotonic_time ();

    service_fixture_put (&fixture->service, "bridge", text);
    wait_until (shows (fixture, text));
    longest = MAX (longest, g_get_monotonic_time () - begun);
  }
  g_assert_cmpint (moei_feed_get_way (fixture->feed), ==, MOEI_FOLLOWING_STREAM);
  g_test_message ("commit to model: %.0f ms at most", (double) longest / 1000);
}

/* nginx reads its settings anew, and dies; nothing of what was written
 * meanwhile is missed, and the epoch is the same. */
static void
test_reload_and_kill (Fixture       *fixture,
                      gconstpointer  data)
{
  start_feed (fixture);
  g_subprocess_send_signal (fixture->nginx, SIGHUP);
  service_fixture_put (&fixture->service, "bridge", "reloaded");
  wait_until (shows (fixture, "reloaded"));

  end_nginx (fixture, SIGKILL);
  wait_until (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_OFFLINE);
  service_fixture_put (&fixture->service, "bridge", "meanwhile");
  start_nginx (fixture);
  wait_until (shows (fixture, "meanwhile"));
  wait_until (moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LIVE);
  service_fixture_put (&fixture->service, "bridge", "after");
  wait_until (shows (fixture, "after"));
}

/* A document comes as the service sent it, and is not sent again to who has it. */
static void
test_documents (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (Answer) plain = service_fixture_ask (&fixture->service, "GET", "/v1/places", NULL);
  g_autoptr (Answer) coded = service_fixture_ask (&fixture->service, "GET", "/v1/places", "Accept-Encoding", "gzip", NULL);
  g_autoptr (Answer) known = NULL;
  g_autoptr (Answer) range = NULL;
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, coded->body);
  g_autofree char *said = NULL;
  g_autofree guchar *raw = NULL;
  g_autoptr (GString) hex = g_string_new (NULL);
  gsize length;

  g_assert_cmpuint (plain->status, ==, 200);
  g_assert_null (answer_get (plain, "Content-Encoding"));
  g_assert_cmpstr (answer_get (plain, "Content-Type"), ==, "application/geo+json");
  g_assert_cmpstr (answer_get (plain, "Cache-Control"), ==, "private, no-cache, stale-if-error=86400");
  g_assert_nonnull (answer_get (plain, "Strict-Transport-Security"));
  g_assert_cmpstr (answer_get (plain, "X-Content-Type-Options"), ==, "nosniff");

  g_assert_cmpstr (answer_get (coded, "Content-Encoding"), ==, "gzip");
  g_assert_cmpuint (g_bytes_get_size (coded->body), <, g_bytes_get_size (plain->body));
  said = g_strdup (answer_get (coded, "Repr-Digest") + strlen ("sha-256=:"));
  said[strlen (said) - 1] = '\0';
  raw = g_base64_decode (said, &length);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", raw[i]);
  g_assert_cmpstr (hex->str, ==, digest);

  known = service_fixture_ask (&fixture->service, "GET", "/v1/places", "Accept-Encoding", "gzip",
                               "If-None-Match", answer_get (coded, "ETag"), NULL);
  g_assert_cmpuint (known->status, ==, 304);
  g_assert_cmpuint (g_bytes_get_size (known->body), ==, 0);
  range = service_fixture_ask (&fixture->service, "GET", "/v1/places", "Range", "bytes=-30000", NULL);
  g_assert_cmpuint (range->status, ==, 200);
}

static void
assert_problem (Fixture    *fixture,
                const char *method,
                const char *path,
                guint       status)
{
  g_autoptr (Answer) answer = service_fixture_ask (&fixture->service, method, path, NULL);
  g_autofree char *body = answer_get_text (answer);
  g_autofree char *member = g_strdup_printf ("\"status\":%u", status);

  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/problem+json");
  g_assert_nonnull (strstr (body, member));
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  assert_problem (fixture, "GET", "/elsewhere", 404);
  assert_problem (fixture, "GET", "/v1/nothing", 404);
  assert_problem (fixture, "GET", "/v1/flights?date=never", 400);
  assert_problem (fixture, "DELETE", "/v1/places", 405);
  moei_server_stop (fixture->service.server);
  assert_problem (fixture, "GET", "/v1/places", 503);
}

/* What is asked for is logged without what may be secret. */
static void
test_log (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "access.log", NULL);
  g_autofree char *text = NULL;
  g_autoptr (Answer) answer = service_fixture_ask (&fixture->service, "GET", "/v1/places?token=hunter2",
                                                   "Authorization", "Bearer hunter3",
                                                   "Referer", "https://hunter4/", NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  end_nginx (fixture, SIGTERM);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"GET /v1/places\" 200"));
  g_assert_null (strstr (text, "hunter"));
  start_nginx (fixture);
}

#define add(name, function) g_test_add ("/nginx/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  if (!g_file_test (NGINX, G_FILE_TEST_IS_EXECUTABLE)) {
    g_print ("1..0 # SKIP " NGINX " is not there\n");
    return 0;
  }

  add ("follows", test_follows);
  add ("reload-and-kill", test_reload_and_kill);
  add ("documents", test_documents);
  add ("problems", test_problems);
  add ("log", test_log);

  return g_test_run ();
}
