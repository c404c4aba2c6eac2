/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-advice.h"
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

#define HREF     "/v1/places"
#define TOKEN    "sit1_0123456789abcdef"
#define DEADLINE 120000

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", file, NULL);
}

static MoeiTestService *
serve_for (const char   *name,
           GTlsDatabase *clients)
{
  const MoeiTestAnswer answer = { .body = "{}" };
  g_autofree char *certificate_path = name != NULL ? get_path (name) : NULL;
  g_autofree char *key_path = get_path ("key");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;
  MoeiTestService *service;

  if (name != NULL)
    certificate = g_tls_certificate_new_from_files (certificate_path, key_path, &error);
  g_assert_no_error (error);
  service = moei_test_service_new_for (certificate, clients);
  moei_test_service_answer (service, HREF, &answer);
  return service;
}

static MoeiTestService *
serve (const char *name)
{
  return serve_for (name, NULL);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

/* Gets a document on this way out; what is wrong, or NULL. */
static GError *
get_by (MoeiTestService *service,
        MoeiWayOut      *way_out)
{
  SoupSession *session = moei_exchange_session_new (20);
  GUri *address = moei_test_service_get_uri (service);
  g_autoptr (GUri) uri = moei_address_resolve (address, HREF, NULL);
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MoeiFetched) fetched = NULL;
  GError *error = NULL;

  moei_way_out_load_async (way_out, NULL, result_cb, &loaded);
  moei_test_wait_for (loaded != NULL);
  if (moei_way_out_load_finish (way_out, loaded, &error)) {
    moei_way_out_apply (way_out, session, address);
    moei_fetch_async (session, uri, NULL, DEADLINE, NULL, result_cb, &result);
    moei_test_wait_for (result != NULL);
    fetched = moei_fetch_finish (result, &error);
    g_assert_true ((fetched != NULL) == (error == NULL));
  }
  g_clear_object (&result);
  moei_test_await_finalize (session);
  return error;
}

/* What the service shows, whether its authority was chosen, and what is said of it. */
static const struct {
  const char    *name;
  gboolean       chosen;
  MoeiFeedError  code; /* MOEI_N_FEED_ERRORS: nothing is wrong */
} cases[] = {
  { "signed", TRUE, MOEI_N_FEED_ERRORS },
  { "signed", FALSE, MOEI_FEED_ERROR_TLS_UNKNOWN_CA },
  { "valid", TRUE, MOEI_FEED_ERROR_TLS_UNKNOWN_CA },
  { "signed-other-host", TRUE, MOEI_FEED_ERROR_TLS_WRONG_HOST },
  { "signed-expired", TRUE, MOEI_FEED_ERROR_TLS_EXPIRED },
};

static void
test_authorities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MoeiTestService *service = serve (cases[i].name);
    g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
    g_autofree char *path = get_path ("authority");
    g_autoptr (GError) error = NULL;

    g_object_set (way_out, "token", TOKEN, "authorities-file", cases[i].chosen ? path : "", NULL);
    error = get_by (service, way_out);
    if (cases[i].code == MOEI_N_FEED_ERRORS) {
      g_assert_no_error (error);
      g_assert_cmpstr (moei_test_service_get_asked (service, HREF, "Authorization"), ==, "Bearer " TOKEN);
    } else {
      g_assert_error (error, MOEI_FEED_ERROR, (int) cases[i].code);
      g_assert_cmpuint (moei_test_service_get_n_asked (service, HREF), ==, 0);
    }
    moei_test_await_finalize (service);
  }
}

/* Whoever forwards it has all that is needed to find the fault. */
static void
test_evidence (void)
{
  MoeiTestService *service = serve ("signed");
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
  g_autoptr (GError) error = get_by (service, way_out);
  g_autofree char *next = moei_feed_advice_next (error);
  g_autofree char *evidence = moei_feed_advice_evidence (error);
  g_autofree char *host = g_strdup_printf ("Host: 127.0.0.1:%d\n", g_uri_get_port (moei_test_service_get_uri (service)));

  g_assert_true (g_str_has_prefix (next, "If your institution signs certificates itself"));
  g_assert_true (g_str_has_prefix (evidence, host));
  g_assert_nonnull (strstr (evidence, "\nCertificate of: CN=127.0.0.1\n"));
  g_assert_nonnull (strstr (evidence, "\nSigned by: CN=Moei Institution Authority\n"));
  g_assert_nonnull (strstr (evidence, "\nValid from: 2020-01-01\nValid until: 2125-01-01\nFingerprint (SHA-256): "));
  g_assert_cmpuint (strlen (strstr (evidence, "(SHA-256): ")), ==, strlen ("(SHA-256): ") + 32 * 3 - 1);
  moei_test_await_finalize (service);
}

static void
test_client_certificate (void)
{
  static const struct {
    const char    *name;
    MoeiFeedError  code;
  } clients[] = {
    { "client", MOEI_N_FEED_ERRORS },
    { NULL, MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE },
    { "stranger", MOEI_FEED_ERROR_TLS_OWN_REFUSED },
  };
  g_autofree char *authority = get_path ("authority");
  g_autoptr (GError) problem = NULL;
  g_autoptr (GTlsDatabase) database = G_TLS_DATABASE (g_tls_file_database_new (authority, &problem));

  g_assert_no_error (problem);
  for (guint i = 0; i < G_N_ELEMENTS (clients); i++) {
    MoeiTestService *service = serve_for ("signed", database);
    g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
    g_autofree char *path = clients[i].name != NULL ? get_path (clients[i].name) : NULL;
    g_autoptr (GError) error = NULL;

    g_object_set (way_out, "authorities-file", authority, "certificate-file", path, NULL);
    error = get_by (service, way_out);
    if (clients[i].code == MOEI_N_FEED_ERRORS)
      g_assert_no_error (error);
    else
      g_assert_error (error, MOEI_FEED_ERROR, (int) clients[i].code);
    moei_test_await_finalize (service);
  }
}

/* As nginx answers who shows none, or another's. */
static void
test_certificate_by_status (void)
{
  static const struct {
    guint          status;
    gboolean       shown;
    MoeiFeedError  code;
  } answers[] = {
    { 496, FALSE, MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE },
    { 495, TRUE, MOEI_FEED_ERROR_TLS_OWN_REFUSED },
    { 400, TRUE, MOEI_FEED_ERROR_TLS_OWN_REFUSED },
    { 400, FALSE, MOEI_FEED_ERROR_STATUS },
  };
  g_autofree char *path = get_path ("client");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    MoeiTestService *service = serve (NULL);
    const MoeiTestAnswer answer = { .status = answers[i].status, .type = "text/html", .body = "<html>" };
    g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
    g_autoptr (GError) error = NULL;

    moei_test_service_answer (service, HREF, &answer);
    g_object_set (way_out, "certificate-file", answers[i].shown ? path : "", NULL);
    error = get_by (service, way_out);
    g_assert_error (error, MOEI_FEED_ERROR, (int) answers[i].code);
    moei_test_await_finalize (service);
  }
}

/* A service cannot have the token carried elsewhere. */
static void
test_redirect (void)
{
  MoeiTestService *service = serve (NULL);
  MoeiTestService *other = serve (NULL);
  g_autofree char *elsewhere = g_uri_to_string (moei_test_service_get_uri (other));
  g_autofree char *to = g_strconcat (elsewhere, HREF + 1, NULL);
  const MoeiTestAnswer answer = { .status = 307, .header = "Location", .value = to };
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (service, HREF, &answer);
  g_object_set (way_out, "token", TOKEN, NULL);
  error = get_by (service, way_out);
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_REDIRECT);
  g_assert_cmpstr (moei_test_service_get_asked (service, HREF, "Authorization"), ==, "Bearer " TOKEN);
  g_assert_cmpuint (moei_test_service_get_n_asked (other, HREF), ==, 0);
  moei_test_await_finalize (service);
  moei_test_await_finalize (other);
}

/* Neither a bad token nor another's words become a header. */
static void
test_bad_token (void)
{
  static const char * const tokens[] = { "", "short", "two words of it", TOKEN "\nX-Other: 1" };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++) {
    MoeiTestService *service = serve (NULL);
    g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
    g_autoptr (GError) error = NULL;

    g_object_set (way_out, "token", tokens[i], NULL);
    error = get_by (service, way_out);
    g_assert_no_error (error);
    g_assert_null (moei_test_service_get_asked (service, HREF, "Authorization"));
    moei_test_await_finalize (service);
  }
}

/* A file comes before what was typed; and a bad one is not passed over. */
static void
test_bad_files (void)
{
  static const struct {
    const char    *property;
    const char    *value;
    MoeiFeedError  code;
  } bad[] = {
    { "authorities-file", "ca.pem", MOEI_FEED_ERROR_WAY_PATH },
    { "authorities-file", "/nowhere/ca.pem", MOEI_FEED_ERROR_WAY_FILE },
    { "certificate-file", "/nowhere/me.pem", MOEI_FEED_ERROR_WAY_FILE },
    { "token-file", "/nowhere/token", MOEI_FEED_ERROR_WAY_FILE },
    { "proxy", "proxy:8080", MOEI_FEED_ERROR_WAY_PROXY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    MoeiTestService *service = serve (NULL);
    g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
    g_autoptr (GError) error = NULL;

    g_object_set (way_out, bad[i].property, bad[i].value, NULL);
    error = get_by (service, way_out);
    g_assert_error (error, MOEI_FEED_ERROR, (int) bad[i].code);
    g_assert_true (moei_feed_error_is_of_way_out (error));
    g_assert_cmpuint (moei_test_service_get_n_asked (service, HREF), ==, 0);
    moei_test_await_finalize (service);
  }
}

/* Whoever lists the properties of a way out does not come upon its secrets. */
static void
test_secrets (void)
{
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();
  g_autoptr (MoeiWayOut) copy = NULL;
  g_autofree GParamSpec **specs = NULL;
  guint n;

  g_object_set (way_out, "token", TOKEN, "proxy-login", "officer:hunter2", "proxy", "http://proxy:1", NULL);
  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (way_out), &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = NULL;

    if ((specs[i]->flags & G_PARAM_READABLE) == 0)
      continue;
    g_object_get (way_out, specs[i]->name, &text, NULL);
    g_assert_null (strstr (text, TOKEN));
    g_assert_null (strstr (text, "hunter2"));
  }
  copy = moei_way_out_copy (way_out);
  g_assert_cmpstr (moei_way_out_get_text (copy, "token"), ==, TOKEN);
  g_assert_cmpstr (moei_way_out_get_text (copy, "proxy-login"), ==, "officer:hunter2");
  g_assert_cmpstr (moei_way_out_get_text (copy, "proxy"), ==, "http://proxy:1");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  if (g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_add_func ("/way-out/authorities", test_authorities);
    g_test_add_func ("/way-out/evidence", test_evidence);
    g_test_add_func ("/way-out/client-certificate", test_client_certificate);
  }
  g_test_add_func ("/way-out/certificate-by-status", test_certificate_by_status);
  g_test_add_func ("/way-out/redirect", test_redirect);
  g_test_add_func ("/way-out/bad-token", test_bad_token);
  g_test_add_func ("/way-out/bad-files", test_bad_files);
  g_test_add_func ("/way-out/secrets", test_secrets);

  return g_test_run ();
}
