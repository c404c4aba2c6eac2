/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "feed/moei-feed-error.h"
#include "feed/moei-probe.h"

#include "../chaos/virtual-time.h"
#include "fixture/moei-test-board.h"

#ifdef __SANITIZE_ADDRESS__
/* See test-certificate.c. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

/* A name service that knows nothing, so that no test asks a real one. */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())

G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

struct _TestResolver {
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static void
test_resolver_lookup_by_name_with_flags_async (GResolver                *resolver,
                                               const char               *name,
                                               GResolverNameLookupFlags  flags,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data)
{
  g_task_report_new_error (resolver, callback, user_data, NULL, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND,
                           "%s is not known", name);
}

static GList *
test_resolver_lookup_by_name_with_flags_finish (GResolver     *resolver,
                                                GAsyncResult  *result,
                                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_with_flags_async = test_resolver_lookup_by_name_with_flags_async;
  resolver_class->lookup_by_name_with_flags_finish = test_resolver_lookup_by_name_with_flags_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

/* A fault, where the way ends, and why.  Letters are how far each step is:
 * waiting, passed, not needed, failed. */
typedef struct {
  const char     *name;
  const char     *address;     /* NULL: the service's */
  const char     *certificate; /* NULL: plain HTTP */
  const char     *property;
  const char     *value;
  MoeiTestAnswer  answer;      /* to /v1/, if it has a status or a body */
  const char     *states;
  MoeiFeedError   code;
} Case;

static const Case cases[] = {
  { "plain", NULL, NULL, NULL, NULL, { 0 }, "pppnnpp", MOEI_N_FEED_ERRORS },
  { "tls", NULL, "signed", "authorities-file", "authority", { 0 }, "pppnppp", MOEI_N_FEED_ERRORS },
  { "unknown-ca", NULL, "signed", NULL, NULL, { 0 }, "pppnfww", MOEI_FEED_ERROR_TLS_UNKNOWN_CA },
  { "wrong-host", NULL, "signed-other-host", "authorities-file", "authority", { 0 }, "pppnfww", MOEI_FEED_ERROR_TLS_WRONG_HOST },
  { "expired", NULL, "signed-expired", "authorities-file", "authority", { 0 }, "pppnfww", MOEI_FEED_ERROR_TLS_EXPIRED },
  { "no-address", "", NULL, NULL, NULL, { 0 }, "fwwwwww", MOEI_FEED_ERROR_ADDRESS },
  { "not-secure", "http://moei.example.org/", NULL, NULL, NULL, { 0 }, "fwwwwww", MOEI_FEED_ERROR_ADDRESS },
  { "bad-file", NULL, NULL, "authorities-file", "nowhere", { 0 }, "fwwwwww", MOEI_FEED_ERROR_WAY_FILE },
  { "bad-proxy", NULL, NULL, "proxy", "proxy:8080", { 0 }, "fwwwwww", MOEI_FEED_ERROR_WAY_PROXY },
  { "no-such-name", "https://moei.invalid/", NULL, NULL, NULL, { 0 }, "pfwwwww", MOEI_FEED_ERROR_RESOLVE },
  { "refused", "https://127.0.0.1:1/", NULL, NULL, NULL, { 0 }, "ppfwwww", MOEI_FEED_ERROR_REFUSED },
  { "no-proxy-there", NULL, "signed", "proxy", "http://127.0.0.1:1", { 0 }, "pppfwww", MOEI_FEED_ERROR_PROXY },
  { "captive-portal", NULL, NULL, NULL, NULL, { .type = "text/html", .body = "<html>" }, "pppnnfw", MOEI_FEED_ERROR_CAPTIVE_PORTAL },
  { "redirect", NULL, NULL, NULL, NULL, { .status = 302, .header = "Location", .value = "http://login.example/" }, "pppnnfw", MOEI_FEED_ERROR_REDIRECT },
  { "login", NULL, NULL, NULL, NULL, { .status = 401 }, "pppnnfw", MOEI_FEED_ERROR_LOGIN },
  { "forbidden", NULL, NULL, NULL, NULL, { .status = 403 }, "pppnnfw", MOEI_FEED_ERROR_FORBIDDEN },
  { "another-service", NULL, NULL, NULL, NULL, { .status = 404 }, "pppnnfw", MOEI_FEED_ERROR_NOT_FOUND },
  { "fault", NULL, NULL, NULL, NULL, { .status = 500 }, "pppnnfw", MOEI_FEED_ERROR_SERVER },
  { "malformed", NULL, NULL, NULL, NULL, { .body = "{" }, "pppnnfw", MOEI_FEED_ERROR_MALFORMED },
  { "not-http", NULL, NULL, NULL, NULL, { .body = "220 mail\r\n", .fault = MOEI_TEST_FAULT_RAW }, "pppnnfw", MOEI_FEED_ERROR_NOT_HTTP },
  { "silent", NULL, NULL, NULL, NULL, { .fault = MOEI_TEST_FAULT_SILENT, .body = "{}" }, "pppnnfw", MOEI_FEED_ERROR_TIMED_OUT },
};

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", file, NULL);
}

static MoeiTestService *
serve (const char *name)
{
  g_autofree char *certificate_path = name != NULL ? get_path (name) : NULL;
  g_autofree char *key_path = get_path ("key");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;

  if (name != NULL)
    certificate = g_tls_certificate_new_from_files (certificate_path, key_path, &error);
  g_assert_no_error (error);
  return moei_test_service_new (certificate);
}

static void
assert_states (MoeiProbe  *probe,
               const char *states)
{
  static const char letters[] = { 'w', 'r', 'p', 'n', 'f' };
  char are[MOEI_N_PROBE_STEPS + 1] = { 0 };

  for (guint i = 0; i < MOEI_N_PROBE_STEPS; i++)
    are[i] = letters[moei_probe_get_state (probe, i)];
  g_assert_cmpstr (are, ==, states);
}

static MoeiWayOut *
make_way_out (const Case *c)
{
  MoeiWayOut *way_out = moei_way_out_new ();
  g_autofree char *path = NULL;

  if (c->property == NULL)
    return way_out;
  path = g_str_has_suffix (c->property, "-file") ? get_path (c->value) : g_strdup (c->value);
  g_object_set (way_out, c->property, path, NULL);
  return way_out;
}

static void
count_cb (MoeiProbe *probe,
          guint     *n_changed)
{
  (*n_changed)++;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  MoeiTestService *service = serve (c->certificate);
  g_autoptr (MoeiWayOut) way_out = make_way_out (c);
  MoeiTestBoard board;
  MoeiDurations durations = moei_durations;
  g_autofree char *own = g_uri_to_string (moei_test_service_get_uri (service));
  MoeiProbe *probe;
  guint n_changed = 0;

  moei_test_board_init (&board, service);
  moei_test_board_publish (&board);
  if (c->answer.status != 0 || c->answer.body != NULL)
    moei_test_service_answer (service, "/v1/", &c->answer);
  if (c->answer.fault == MOEI_TEST_FAULT_SILENT)
    durations.request = 50;

  probe = moei_probe_new (c->address != NULL ? c->address : own, way_out, &durations);
  g_signal_connect (probe, "changed", G_CALLBACK (count_cb), &n_changed);
  moei_probe_start (probe);
  moei_test_wait_for (moei_probe_is_over (probe));
  assert_states (probe, c->states);
  g_assert_cmpuint (n_changed, >, 0);
  if (c->code == MOEI_N_FEED_ERRORS) {
    g_assert_no_error (moei_probe_get_error (probe));
    g_assert_nonnull (moei_probe_get_service (probe));
    g_assert_nonnull (moei_probe_get_situation (probe));
  } else {
    g_assert_error (moei_probe_get_error (probe), MOEI_FEED_ERROR, (int) c->code);
  }
  g_assert_true ((moei_probe_get_certificate (probe) != NULL) == (c->certificate != NULL && c->code == MOEI_N_FEED_ERRORS));
  moei_test_await_finalize (probe);
  moei_test_await_finalize (service);
}

/* Whoever stops it hears no more of it. */
static void
test_stop (void)
{
  MoeiTestService *service = serve (NULL);
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
  g_autofree char *own = g_uri_to_string (moei_test_service_get_uri (service));
  MoeiProbe *probe = moei_probe_new (own, way_out, &moei_durations);

  moei_probe_start (probe);
  moei_probe_stop (probe);
  g_assert_false (moei_probe_is_over (probe));
  moei_test_await_finalize (probe);
  g_assert_cmpuint (moei_test_service_get_n_asked (service, "/v1/"), ==, 0);
  moei_test_await_finalize (service);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GResolver) resolver = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();
  resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);
  g_resolver_set_default (resolver);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/probe/", cases[i].name, NULL);

    if (cases[i].certificate == NULL || g_tls_backend_supports_tls (g_tls_backend_get_default ()))
      g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/probe/stop", test_stop);

  return g_test_run ();
}
