/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"
#include "feed/moei-way-out.h"

#include "fixture/moei-test-service.h"

/* A computer whose network settings name a script (PAC) that says, address by
 * address, which proxy to take: nothing of it is set in Moei. */

#define HREF     "/v1/places"
#define DEADLINE 60000

#define TEST_TYPE_SCRIPT (test_script_get_type ())

G_DECLARE_FINAL_TYPE (TestScript, test_script, TEST, SCRIPT, GObject)

struct _TestScript {
  GObject parent_instance;
};

static void script_iface_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestScript, test_script, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, script_iface_init))

/* What the script says now, and what it was asked. */
static const char * const *says;
static char *asked;

static gboolean
is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
lookup (GProxyResolver  *resolver,
        const char      *uri,
        GCancellable    *cancellable,
        GError         **error)
{
  g_free (asked);
  asked = g_strdup (uri);
  if (says != NULL)
    return g_strdupv ((char **) says);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the script cannot be read");
  return NULL;
}

static void
lookup_async (GProxyResolver      *resolver,
              const char          *uri,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GError *error = NULL;
  char **proxies = lookup (resolver, uri, cancellable, &error);

  if (proxies != NULL)
    g_task_return_pointer (task, proxies, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static char **
lookup_finish (GProxyResolver  *resolver,
               GAsyncResult    *result,
               GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
script_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = is_supported;
  iface->lookup = lookup;
  iface->lookup_async = lookup_async;
  iface->lookup_finish = lookup_finish;
}

static void
test_script_class_init (TestScriptClass *klass)
{
}

static void
test_script_init (TestScript *self)
{
}

/* A proxy that wants a login of whoever comes. */
static gboolean
run_cb (GThreadedSocketService *listener,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  const char *no = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                   "Content-Length: 0\r\nConnection: close\r\n\r\n";
  g_autoptr (GString) heard = g_string_new (NULL);
  char c;

  while (!g_str_has_suffix (heard->str, "\r\n\r\n") && g_input_stream_read (in, &c, 1, NULL, NULL) == 1)
    g_string_append_c (heard, c);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), no, strlen (no), NULL, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

typedef struct {
  MoeiTestService *service;
  GSocketService  *proxy;
  char            *address; /* of the proxy */
} Fixture;

static char *
get_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", name, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const MoeiTestAnswer answer = { .body = "{}" };
  g_autofree char *certificate_path = get_path ("signed.pem");
  g_autofree char *key_path = get_path ("key.pem");
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GError) error = NULL;
  guint16 port;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_skip ("this computer has no TLS");
    return;
  }
  certificate = g_tls_certificate_new_from_files (certificate_path, key_path, &error);
  g_assert_no_error (error);
  fixture->service = moei_test_service_new (certificate);
  moei_test_service_answer (fixture->service, HREF, &answer);

  /* One thread more than is asked for: see test-way-proxy.c */
  fixture->proxy = g_threaded_socket_service_new (2);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->proxy), NULL, &error);
  g_assert_no_error (error);
  fixture->address = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_signal_connect (fixture->proxy, "run", G_CALLBACK (run_cb), NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->service == NULL)
    return;
  g_socket_service_stop (fixture->proxy);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->proxy));
  g_object_unref (fixture->proxy);
  g_free (fixture->address);
  moei_test_await_finalize (fixture->service);
  g_clear_pointer (&asked, g_free);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GError *
get (Fixture            *fixture,
     const char * const *proxies)
{
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
  SoupSession *session = moei_exchange_session_new (20);
  GUri *address = moei_test_service_get_uri (fixture->service);
  g_autoptr (GUri) uri = moei_address_resolve (address, HREF, NULL);
  g_autofree char *authority = get_path ("authority.pem");
  g_autoptr (GAsyncResult) loaded = NULL, result = NULL;
  g_autoptr (MoeiFetched) fetched = NULL;
  GError *error = NULL;

  says = proxies;
  g_object_set (way_out, "authorities-file", authority, NULL);
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
test_direct (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const direct[] = { "direct://", NULL };
  g_autoptr (GError) error = NULL;

  if (fixture->service == NULL)
    return;
  error = get (fixture, direct);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (asked, "https://127.0.0.1:"));
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, HREF), ==, 1);
}

static void
test_login (Fixture       *fixture,
            gconstpointer  data)
{
  const char * const proxies[] = { fixture->address, "direct://", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (fixture->service == NULL)
    return;
  error = get (fixture, proxies);
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY_LOGIN);
  sentence = moei_feed_error_to_sentence (error);
  g_assert_cmpstr (sentence, ==, "The network’s proxy wants a login before it lets this computer reach 127.0.0.1.");
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, HREF), ==, 0);
}

/* The first is not there: the script's second way is taken. */
static void
test_second_way (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const proxies[] = { "http://127.0.0.1:1", "direct://", NULL };
  g_autoptr (GError) error = NULL;

  if (fixture->service == NULL)
    return;
  error = get (fixture, proxies);
  g_assert_no_error (error);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, HREF), ==, 1);
}

static void
test_no_way (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const proxies[] = { "http://127.0.0.1:1", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (fixture->service == NULL)
    return;
  error = get (fixture, proxies);
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY);
  sentence = moei_feed_error_to_sentence (error);
  g_assert_nonnull (strstr (sentence, "127.0.0.1:1"));
}

/* A script that cannot be read is no reason to go round it. */
static void
test_no_script (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (fixture->service == NULL)
    return;
  error = get (fixture, NULL);
  g_assert_cmpint (error->domain, ==, MOEI_FEED_ERROR);
  sentence = moei_feed_error_to_sentence (error);
  g_assert_nonnull (strstr (sentence, "the script cannot be read"));
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, HREF), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  /* GIO's extension points are there once anything of it was asked for. */
  g_vfs_get_default ();
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, TEST_TYPE_SCRIPT, "script", 1000);
  g_assert_true (TEST_IS_SCRIPT (g_proxy_resolver_get_default ()));

  g_test_add ("/pac/direct", Fixture, NULL, set_up, test_direct, tear_down);
  g_test_add ("/pac/login", Fixture, NULL, set_up, test_login, tear_down);
  g_test_add ("/pac/second-way", Fixture, NULL, set_up, test_second_way, tear_down);
  g_test_add ("/pac/no-way", Fixture, NULL, set_up, test_no_way, tear_down);
  g_test_add ("/pac/no-script", Fixture, NULL, set_up, test_no_script, tear_down);

  return g_test_run ();
}
