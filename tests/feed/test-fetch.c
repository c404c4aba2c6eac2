/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"

#include "../chaos/virtual-time.h"
#include "fixture/moei-test-service.h"

#define HREF     "/v1/flights?date=2025-03-06"
#define DEADLINE 60000

typedef struct {
  MoeiTestService *service;
  SoupSession     *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->service = moei_test_service_new (NULL);
  fixture->session = moei_exchange_session_new (20);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  moei_test_await_finalize (fixture->session);
  moei_test_await_finalize (fixture->service);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static MoeiFetched *
fetch (Fixture     *fixture,
       const char  *etag,
       guint        deadline,
       GError     **error)
{
  g_autoptr (GUri) uri = moei_address_resolve (moei_test_service_get_uri (fixture->service), HREF, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  moei_fetch_async (fixture->session, uri, etag, deadline, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  return moei_fetch_finish (result, error);
}

static void
assert_body (MoeiFetched *fetched,
             const char  *body)
{
  g_assert_nonnull (fetched);
  g_assert_nonnull (fetched->body);
  g_assert_cmpmem (g_bytes_get_data (fetched->body, NULL), g_bytes_get_size (fetched->body), body, strlen (body));
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiTestAnswer answer = { .body = "{\"a\":1}", .etag = "\"7-abc\"" };
  g_autoptr (MoeiFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &answer);
  fetched = fetch (fixture, NULL, DEADLINE, &error);
  g_assert_no_error (error);
  assert_body (fetched, "{\"a\":1}");
  g_assert_cmpstr (fetched->etag, ==, "\"7-abc\"");

  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, HREF, "Accept-Encoding"), ==, "gzip");
  g_assert_null (moei_test_service_get_asked (fixture->service, HREF, "If-None-Match"));
  g_assert_null (moei_test_service_get_asked (fixture->service, HREF, "Cookie"));
}

static void
test_gzip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *body = g_strnfill (1000 * 1000, 'a');
  MoeiTestAnswer answer = { .body = body, .coding = "gzip", .type = "application/geo+json; charset=utf-8" };
  g_autoptr (MoeiFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &answer);
  fetched = fetch (fixture, NULL, DEADLINE, &error);
  g_assert_no_error (error);
  assert_body (fetched, body);
}

static void
test_not_modified (Fixture       *fixture,
                   gconstpointer  data)
{
  MoeiTestAnswer answer = { .etag = "\"7-abc\"" };
  g_autoptr (MoeiFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &answer);
  fetched = fetch (fixture, "\"7-abc\"", DEADLINE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fetched);
  g_assert_null (fetched->body);
  g_assert_cmpstr (fetched->etag, ==, "\"7-abc\"");
}

/* More than the connections that libsoup opens to one host, one after the
 * other: a body that was not closed would keep its connection. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const MoeiTestAnswer answers[] = {
    { .body = "{}" },
    { .etag = "\"e\"" },
    { .status = 500, .type = "text/html", .body = "<html>" },
    { .fault = MOEI_TEST_FAULT_WRONG_DIGEST },
    { .body = "<html>", .type = "text/html" },
  };

  for (guint i = 0; i < 40; i++) {
    g_autoptr (MoeiFetched) fetched = NULL;
    guint n = i % G_N_ELEMENTS (answers);

    moei_test_service_answer (fixture->service, HREF, &answers[n]);
    fetched = fetch (fixture, "\"e\"", DEADLINE, NULL);
    g_assert_true ((fetched != NULL) == (n < 2));
  }
}

/* An answer, and what is said of it. */
typedef struct {
  const char     *name;
  MoeiTestAnswer  answer;
  MoeiFeedError   code;
  const char     *subject;
  int             retry_after;
} Case;

static const Case cases[] = {
  { "unasked-304", { .status = 304 }, MOEI_FEED_ERROR_STATUS, "304", -1 },
  { "no-content", { .status = 204 }, MOEI_FEED_ERROR_STATUS, "204", -1 },
  { "captive-portal", { .type = "text/html; charset=utf-8", .body = "<html>" }, MOEI_FEED_ERROR_CAPTIVE_PORTAL, "text/html", -1 },
  { "captive-portal-511", { .status = 511, .type = "text/html", .body = "<html>" }, MOEI_FEED_ERROR_CAPTIVE_PORTAL, "511", -1 },
  { "plain-text", { .type = "text/plain" }, MOEI_FEED_ERROR_CONTENT_TYPE, "text/plain", -1 },
  { "html-500", { .status = 500, .type = "text/html", .body = "<html>" }, MOEI_FEED_ERROR_SERVER, "500", -1 },
  { "unavailable", { .status = 503, .header = "Retry-After", .value = "7" }, MOEI_FEED_ERROR_SERVER, "503", 7 },
  { "login", { .status = 401 }, MOEI_FEED_ERROR_LOGIN, "401", -1 },
  { "forbidden", { .status = 403 }, MOEI_FEED_ERROR_FORBIDDEN, "403", -1 },
  { "proxy-login", { .status = 407, .type = "text/html" }, MOEI_FEED_ERROR_PROXY_LOGIN, "407", -1 },
  { "not-found", { .status = 404 }, MOEI_FEED_ERROR_NOT_FOUND, "/v1/flights", -1 },
  { "gone", { .status = 410 }, MOEI_FEED_ERROR_NOT_FOUND, "/v1/flights", -1 },
  { "too-many", { .status = 429, .header = "Retry-After", .value = "120" }, MOEI_FEED_ERROR_RATE_LIMIT, "429", 120 },
  { "far-too-many", { .status = 429, .header = "Retry-After", .value = "99999999999" }, MOEI_FEED_ERROR_RATE_LIMIT, "429", 3600 },
  { "retry-long-ago", { .status = 429, .header = "Retry-After", .value = "Thu, 06 Mar 2025 10:00:00 GMT" }, MOEI_FEED_ERROR_RATE_LIMIT, "429", 0 },
  { "retry-nonsense", { .status = 429, .header = "Retry-After", .value = "soon" }, MOEI_FEED_ERROR_RATE_LIMIT, "429", -1 },
  { "redirect", { .status = 302, .header = "Location", .value = "https://portal.example.org/login" }, MOEI_FEED_ERROR_REDIRECT, "https://portal.example.org/login", -1 },
  { "redirect-to-file", { .status = 302, .header = "Location", .value = "file:///etc/hostname" }, MOEI_FEED_ERROR_REDIRECT, "file:///etc/hostname", -1 },
  { "wrong-digest", { .fault = MOEI_TEST_FAULT_WRONG_DIGEST }, MOEI_FEED_ERROR_DIGEST, NULL, -1 },
  { "no-digest", { .fault = MOEI_TEST_FAULT_NO_DIGEST }, MOEI_FEED_ERROR_DIGEST, NULL, -1 },
  { "gzip-cut", { .coding = "gzip-cut", .body = "{\"a\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}" }, MOEI_FEED_ERROR_CODING, NULL, -1 },
  { "gzip-invalid", { .header = "Content-Encoding", .value = "gzip", .body = "{\"a\":1}" }, MOEI_FEED_ERROR_CODING, NULL, -1 },
  { "other-coding", { .coding = "br" }, MOEI_FEED_ERROR_CODING, NULL, -1 },
  { "cut-by-length", { .fault = MOEI_TEST_FAULT_RAW,
                       .body = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":" },
    MOEI_FEED_ERROR_CUT, NULL, -1 },
  { "cut-at-end-of-file", { .fault = MOEI_TEST_FAULT_RAW,
                            .body = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"a\":" },
    MOEI_FEED_ERROR_DIGEST, NULL, -1 },
  { "cut-at-start", { .fault = MOEI_TEST_FAULT_RAW, .body = "" }, MOEI_FEED_ERROR_CUT, NULL, -1 },
  { "not-http", { .fault = MOEI_TEST_FAULT_RAW, .body = "220 mail.example.org ESMTP\r\n\r\n" }, MOEI_FEED_ERROR_NOT_HTTP, NULL, -1 },
};

static void
test_case (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *c = data;
  g_autoptr (MoeiFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &c->answer);
  fetched = fetch (fixture, NULL, DEADLINE, &error);
  g_assert_null (fetched);
  g_assert_error (error, MOEI_FEED_ERROR, (int) c->code);
  g_assert_cmpstr (moei_feed_error_get_host (error), ==, "127.0.0.1");
  g_assert_cmpint (moei_feed_error_get_retry_after (error), ==, c->retry_after);
  if (c->subject != NULL)
    g_assert_cmpstr (moei_feed_error_get_subject (error), ==, c->subject);
}

static void
test_chunked_cut (Fixture       *fixture,
                  gconstpointer  data)
{
  /* libsoup before 3.6.5 takes this for the end. */
  MoeiTestAnswer answer = {
    .fault = MOEI_TEST_FAULT_RAW,
    .body = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
  };
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &answer);
  g_assert_null (fetch (fixture, NULL, DEADLINE, &error));
  g_assert_true (g_error_matches (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_DIGEST) ||
                 g_error_matches (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_CUT));
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *body = g_malloc0 (64 * MOEI_FETCH_MAX_SIZE);
  MoeiTestAnswer exact = { .body = body, .length = MOEI_FETCH_MAX_SIZE };
  MoeiTestAnswer plain = { .body = body, .length = MOEI_FETCH_MAX_SIZE + 1 };
  MoeiTestAnswer bomb = { .body = body, .length = 64 * MOEI_FETCH_MAX_SIZE, .coding = "gzip" };
  g_autoptr (MoeiFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &exact);
  fetched = fetch (fixture, NULL, DEADLINE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fetched);

  moei_test_service_answer (fixture->service, HREF, &plain);
  g_assert_null (fetch (fixture, NULL, DEADLINE, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE);
  g_clear_error (&error);

  moei_test_service_answer (fixture->service, HREF, &bomb);
  g_assert_null (fetch (fixture, NULL, DEADLINE, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE);
}

static void
test_deadline (Fixture       *fixture,
               gconstpointer  data)
{
  MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };
  MoeiTestAnswer unfinished = {
    .fault = MOEI_TEST_FAULT_RAW_OPEN,
    .body = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":",
  };
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &silent);
  g_assert_null (fetch (fixture, NULL, 20, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TIMED_OUT);
  g_clear_error (&error);

  moei_test_service_answer (fixture->service, HREF, &unfinished);
  g_assert_null (fetch (fixture, NULL, 20, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TIMED_OUT);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  moei_test_service_stop (fixture->service);
  g_assert_null (fetch (fixture, NULL, DEADLINE, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_REFUSED);
}

static void
test_proxy_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (MoeiTestService) gone = moei_test_service_new (NULL);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (moei_test_service_get_uri (gone)));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (address, NULL);
  g_autoptr (GError) error = NULL;

  moei_test_service_stop (gone);
  soup_session_set_proxy_resolver (fixture->session, resolver);
  g_assert_null (fetch (fixture, NULL, DEADLINE, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_PROXY);
  g_assert_nonnull (strstr (moei_feed_error_get_subject (error), address + strlen ("http://")));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  MoeiTestAnswer silent = { .fault = MOEI_TEST_FAULT_SILENT };
  g_autoptr (GUri) uri = moei_address_resolve (moei_test_service_get_uri (fixture->service), HREF, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  moei_test_service_answer (fixture->service, HREF, &silent);
  moei_fetch_async (fixture->session, uri, NULL, DEADLINE, cancellable, result_cb, &result);
  moei_test_wait_for (moei_test_service_get_n_asked (fixture->service, HREF) == 1);
  g_cancellable_cancel (cancellable);
  moei_test_wait_for (result != NULL);
  g_assert_null (moei_fetch_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);

  moei_fetch_async (fixture->session, uri, NULL, DEADLINE, cancellable, result_cb, &result);
  moei_test_wait_for (result != NULL);
  g_assert_null (moei_fetch_finish (result, NULL));
}

#define add(name, function) g_test_add ("/fetch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("plain", test_plain);
  add ("gzip", test_gzip);
  add ("not-modified", test_not_modified);
  add ("many", test_many);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/fetch/", cases[i].name, NULL);

    g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
  }
  add ("chunked-cut", test_chunked_cut);
  add ("too-large", test_too_large);
  add ("deadline", test_deadline);
  add ("refused", test_refused);
  add ("proxy-refused", test_proxy_refused);
  add ("cancel", test_cancel);

  return g_test_run ();
}
