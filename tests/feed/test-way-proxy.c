/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"
#include "feed/moei-way-out.h"

#include "fixture/moei-test-service.h"

#ifdef __SANITIZE_ADDRESS__
/* See test-certificate.c. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

/* A real proxy, tinyproxy, that wants a login. */

#define HREF     "/v1/places"
#define LOGIN    "officer:hunter2"
#define DEADLINE 120000

typedef struct {
  char            *folder;
  GSubprocess     *process;
  char            *address;
  MoeiTestService *service;
} Fixture;

static guint16
find_port (void)
{
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_socket_bind (socket, any, FALSE, &error));
  bound = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
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

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* A test that is broken off leaves no proxy behind. */
static void
set_up_child (gpointer user_data)
{
#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGKILL);
#endif
}

static void
start_proxy (Fixture    *fixture,
             const char *program)
{
  guint16 port = find_port ();
  g_autofree char *path = g_build_filename (fixture->folder, "proxy.conf", NULL);
  g_autofree char *text = g_strdup_printf ("Port %u\nListen 127.0.0.1\nTimeout 20\nMaxClients 8\nLogLevel Critical\n"
                                           "Allow 127.0.0.1\nBasicAuth officer hunter2\n", port);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  guint tick;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_subprocess_launcher_set_child_setup (launcher, set_up_child, NULL, NULL);
  fixture->process = g_subprocess_launcher_spawn (launcher, &error, program, "-d", "-c", path, NULL);
  g_assert_no_error (error);
  fixture->address = g_strdup_printf ("http://127.0.0.1:%u", port);
  tick = g_timeout_add (10, tick_cb, NULL);
  moei_test_wait_for (listens (port));
  g_source_remove (tick);
}

static MoeiTestService *
serve (void)
{
  const MoeiTestAnswer answer = { .body = "{}" };
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", NULL);
  g_autofree char *certificate_path = g_build_filename (folder, "signed.pem", NULL);
  g_autofree char *key_path = g_build_filename (folder, "key.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_files (certificate_path, key_path, &error);
  MoeiTestService *service;

  g_assert_no_error (error);
  service = moei_test_service_new (certificate);
  moei_test_service_answer (service, HREF, &answer);
  return service;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("tinyproxy");

  if (program == NULL || !g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_skip ("no tinyproxy, or no TLS");
    return;
  }
  fixture->folder = g_dir_make_tmp ("moei-proxy-XXXXXX", NULL);
  start_proxy (fixture, program);
  fixture->service = serve ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->process == NULL)
    return;
  g_subprocess_force_exit (fixture->process);
  g_subprocess_wait (fixture->process, NULL, NULL);
  g_object_unref (fixture->process);
  if (fixture->service != NULL)
    moei_test_await_finalize (fixture->service);
  moei_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->address);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static GError *
get_by (Fixture    *fixture,
        const char *proxy,
        const char *login)
{
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
  SoupSession *session = moei_exchange_session_new (20);
  GUri *address = moei_test_service_get_uri (fixture->service);
  g_autoptr (GUri) uri = moei_address_resolve (address, HREF, NULL);
  g_autofree char *authority = g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", "authority.pem", NULL);
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MoeiFetched) fetched = NULL;
  GError *error = NULL;

  g_object_set (way_out, "authorities-file", authority, "proxy", proxy, "proxy-login", login,
                "token", "sit1_0123456789abcdef", NULL);
  moei_way_out_load_async (way_out, NULL, result_cb, &loaded);
  moei_test_wait_for (loaded != NULL);
  moei_way_out_load_finish (way_out, loaded, &error);
  g_assert_no_error (error);
  moei_way_out_apply (way_out, session, address);
  moei_fetch_async (session, uri, NULL, DEADLINE, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  fetched = moei_fetch_finish (result, &error);
  g_clear_object (&result);
  moei_test_await_finalize (session);
  return error;
}

static void
test_login (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) without = NULL, wrong = NULL, right = NULL;
  g_autofree char *sentence = NULL;

  if (fixture->service == NULL)
    return;

  without = get_by (fixture, fixture->address, "");
  g_assert_error (without, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY_LOGIN);
  sentence = moei_feed_error_to_sentence (without);
  g_assert_cmpstr (sentence, ==, "The network’s proxy wants a login before it lets this computer reach 127.0.0.1.");

  wrong = get_by (fixture, fixture->address, "officer:wrong");
  g_assert_error (wrong, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY_LOGIN);
  g_assert_null (strstr (wrong->message, "wrong"));
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, HREF), ==, 0);

  right = get_by (fixture, fixture->address, LOGIN);
  g_assert_no_error (right);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, HREF), ==, 1);
  g_assert_null (moei_test_service_get_asked (fixture->service, HREF, "Proxy-Authorization"));
}

typedef struct {
  GSocketService *listener;
  char           *address;
  GString        *heard;
} Ear;

/* Says no to whatever is asked, once it has heard all of the head. */
static gboolean
run_cb (GThreadedSocketService *listener,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  Ear *ear = user_data;
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  const char *no = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  char c;

  while (!g_str_has_suffix (ear->heard->str, "\r\n\r\n") && g_input_stream_read (in, &c, 1, NULL, NULL) == 1)
    g_string_append_c (ear->heard, c);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), no, strlen (no), NULL, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

/* Whoever stands between is told where we want to go, and nothing else. */
static void
test_nothing_for_the_proxy (Fixture       *fixture,
                            gconstpointer  data)
{
  /* One thread more than is asked for: with all taken the service stops, and starts again by itself, closed or not. */
  Ear ear = { .listener = g_threaded_socket_service_new (2), .heard = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  guint16 port;

  if (fixture->service == NULL)
    return;

  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (ear.listener), NULL, &error);
  g_assert_no_error (error);
  ear.address = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_signal_connect (ear.listener, "run", G_CALLBACK (run_cb), &ear);

  error = get_by (fixture, ear.address, LOGIN);
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY);
  g_assert_true (g_str_has_prefix (ear.heard->str, "CONNECT 127.0.0.1:"));
  g_assert_null (strstr (ear.heard->str, "Bearer"));
  g_assert_null (strstr (ear.heard->str, "uthorization"));

  g_socket_service_stop (ear.listener);
  g_socket_listener_close (G_SOCKET_LISTENER (ear.listener));
  g_object_unref (ear.listener);
  g_free (ear.address);
  g_string_free (ear.heard, TRUE);
}

static void
test_no_proxy_there (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (fixture->service == NULL)
    return;

  error = get_by (fixture, "http://127.0.0.1:1", "");
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY);
  sentence = moei_feed_error_to_sentence (error);
  g_assert_nonnull (strstr (sentence, "127.0.0.1:1"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/way-proxy/login", Fixture, NULL, set_up, test_login, tear_down);
  g_test_add ("/way-proxy/nothing-for-the-proxy", Fixture, NULL, set_up, test_nothing_for_the_proxy, tear_down);
  g_test_add ("/way-proxy/no-proxy-there", Fixture, NULL, set_up, test_no_proxy_there, tear_down);

  return g_test_run ();
}
