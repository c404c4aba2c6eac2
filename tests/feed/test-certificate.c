/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"

#include "fixture/moei-test-service.h"

#ifdef __SANITIZE_ADDRESS__
/* gcc 12's LeakSanitizer trips over the thread-local storage of the TLS module
 * that GIO loads and ends the program; what leaks here leaks in test-fetch too. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

#define HREF     "/v1/places"
#define DEADLINE 120000

/* What the service shows, whether its signer is trusted, and what is said of it. */
typedef struct {
  const char    *name;
  gboolean       trusted;
  MoeiFeedError  code; /* MOEI_N_FEED_ERRORS: nothing is wrong */
} Case;

static const Case cases[] = {
  { "valid", TRUE, MOEI_N_FEED_ERRORS },
  { "valid", FALSE, MOEI_FEED_ERROR_TLS_UNKNOWN_CA },
  { "other-host", TRUE, MOEI_FEED_ERROR_TLS_WRONG_HOST },
  { "other-host", FALSE, MOEI_FEED_ERROR_TLS_UNKNOWN_CA },
  { "expired", TRUE, MOEI_FEED_ERROR_TLS_EXPIRED },
  { "early", TRUE, MOEI_FEED_ERROR_TLS_NOT_YET_VALID },
};

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", file, NULL);
}

static MoeiTestService *
serve (const char *name)
{
  const MoeiTestAnswer answer = { .body = "{}" };
  g_autofree char *certificate_path = get_path (name);
  g_autofree char *key_path = get_path ("key");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_files (certificate_path, key_path, &error);
  MoeiTestService *service;

  g_assert_no_error (error);
  service = moei_test_service_new (certificate);
  moei_test_service_answer (service, HREF, &answer);
  return service;
}

/* What is not trusted here is not known to this computer either. */
static SoupSession *
make_session (const Case *c)
{
  SoupSession *session = moei_exchange_session_new (20);

  if (c->trusted) {
    g_autofree char *path = get_path (c->name);
    g_autoptr (GError) error = NULL;
    g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

    g_assert_no_error (error);
    soup_session_set_tls_database (session, database);
  }
  return session;
}

static void
assert_sentence (const GError *error)
{
  g_autofree char *sentence = moei_feed_error_to_sentence (error);

  g_assert_nonnull (strstr (sentence, "127.0.0.1"));
  g_assert_nonnull (strstr (sentence, "Test Authority"));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  MoeiTestService *service;
  SoupSession *session;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MoeiFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_skip ("this computer has no TLS");
    return;
  }

  service = serve (c->name);
  session = make_session (c);
  uri = moei_address_resolve (moei_test_service_get_uri (service), HREF, &error);
  g_assert_no_error (error);
  moei_fetch_async (session, uri, NULL, DEADLINE, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  fetched = moei_fetch_finish (result, &error);

  if (c->code == MOEI_N_FEED_ERRORS) {
    g_assert_no_error (error);
    g_assert_nonnull (fetched);
  } else {
    g_assert_error (error, MOEI_FEED_ERROR, (int) c->code);
    assert_sentence (error);
    g_assert_cmpuint (moei_test_service_get_n_asked (service, HREF), ==, 0);
  }

  g_clear_object (&result);
  moei_test_await_finalize (session);
  moei_test_await_finalize (service);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/certificate/%s%s", cases[i].name, cases[i].trusted ? "" : "-untrusted");

    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
