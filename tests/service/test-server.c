/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

#include "operation/moei-entity.h"
#include "operation/moei-quota-day.h"
#include "service-fixture.h"
#include "wire/moei-wire.h"

#define CACHE_CONTROL "private, no-cache, stale-if-error=86400"

static const struct {
  const char       *path;
  MoeiDocumentKind  kind;
} resources[] = {
  { "/v1/", MOEI_DOCUMENT_SERVICE },
  { "/v1/situation", MOEI_DOCUMENT_SITUATION },
  { "/v1/places", MOEI_DOCUMENT_PLACES },
  { "/v1/routes", MOEI_DOCUMENT_ROUTES },
  { "/v1/convoys", MOEI_DOCUMENT_CONVOYS },
  { "/v1/convoys?date=2025-03-07", MOEI_DOCUMENT_CONVOYS },
  { "/v1/flights", MOEI_DOCUMENT_FLIGHTS },
  { "/v1/flights?date=2025-03-07", MOEI_DOCUMENT_FLIGHTS },
  { "/v1/weeks/2025-W10", MOEI_DOCUMENT_WEEK },
  { "/v1/weeks/2031-W01", MOEI_DOCUMENT_WEEK },
  { "/v1/nationalities", MOEI_DOCUMENT_NATIONALITIES },
  { "/v1/rule", MOEI_DOCUMENT_RULE },
  { "/v1/notices", MOEI_DOCUMENT_NOTICES },
  { "/v1/rolls", MOEI_DOCUMENT_ROLLS },
  { "/v1/changes", MOEI_DOCUMENT_CHANGES },
};

static MoeiDocument *
decode (Answer           *answer,
        MoeiDocumentKind  kind)
{
  g_autoptr (GError) error = NULL;
  MoeiDocument *document;

  g_assert_cmpuint (answer->status, ==, 200);
  document = moei_document_decode (kind, answer->body, &error);
  g_assert_no_error (error);
  return document;
}

static MoeiDocument *
get (ServiceFixture   *fixture,
     const char       *path,
     MoeiDocumentKind  kind)
{
  g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", path, NULL);

  return decode (answer, kind);
}

static void
assert_digest (Answer *answer)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL;
  g_autofree char *expected = NULL;
  guint8 sum[32];
  gsize length = sizeof sum;

  g_checksum_update (checksum, g_bytes_get_data (answer->body, NULL), (gssize) g_bytes_get_size (answer->body));
  g_checksum_get_digest (checksum, sum, &length);
  base64 = g_base64_encode (sum, length);
  expected = g_strdup_printf ("sha-256=:%s:", base64);
  g_assert_cmpstr (answer_get (answer, "Repr-Digest"), ==, expected);
}

static void
assert_problem (Answer     *answer,
                guint       status,
                const char *part)
{
  g_autofree char *text = answer_get_text (answer);

  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/problem+json");
  g_assert_nonnull (strstr (text, part));
}

static void
test_new_destroy (ServiceFixture *fixture,
                  gconstpointer   data)
{
  g_assert_true (g_str_has_prefix (fixture->uri, "http://127.0.0.1:"));
}

static void
test_resources (ServiceFixture *fixture,
                gconstpointer   data)
{
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++) {
    g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", resources[i].path, NULL);
    g_autoptr (MoeiDocument) document = decode (answer, resources[i].kind);

    g_assert_cmpint (moei_document_get_revision (document), ==, 2);
    g_assert_cmpint (moei_document_get_generated (document), ==, moei_service_clock_get_now (fixture->clock));
    g_assert_cmpstr (answer_get (answer, "Content-Type"), ==,
                     moei_document_kind_get_content_type (resources[i].kind));
    g_assert_cmpstr (answer_get (answer, "Vary"), ==, "Accept-Encoding");
    g_assert_cmpstr (answer_get (answer, "X-Content-Type-Options"), ==, "nosniff");
    g_assert_null (answer_get (answer, "Access-Control-Allow-Origin"));
    assert_digest (answer);

    if (resources[i].kind == MOEI_DOCUMENT_SERVICE) {
      g_assert_cmpstr (answer_get (answer, "Cache-Control"), ==, "no-store");
      g_assert_null (answer_get (answer, "ETag"));
    } else {
      g_assert_cmpstr (answer_get (answer, "Cache-Control"), ==, CACHE_CONTROL);
      g_assert_true (g_str_has_prefix (answer_get (answer, "ETag"), "\"2-"));
      g_assert_cmpuint (strlen (answer_get (answer, "ETag")), ==, strlen ("\"2-0123456789abcdef\""));
    }
  }
}

static void
test_service (ServiceFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (MoeiDocument) service = get (fixture, "/v1/", MOEI_DOCUMENT_SERVICE);
  guint day;

  g_assert_true (moei_day_parse ("2025-03-06", &day));
  g_assert_cmpstr (moei_document_get_epoch (service), ==, moei_store_get_epoch (fixture->store));
  g_assert_cmpuint (moei_document_get_operating_day (service), ==, day);
  g_assert_cmpint (moei_document_get_clock_time (service), ==, moei_service_clock_get_now (fixture->clock));
  g_assert_true (moei_document_get_exercise (service));
  g_assert_nonnull (moei_document_get_name (service));
  g_assert_nonnull (moei_collection_lookup (moei_document_get_links (service), "situation"));
}

static void
test_situation (ServiceFixture *fixture,
                gconstpointer   data)
{
  static const char * const listed[] = {
    "/v1/places", "/v1/routes", "/v1/convoys?date=2025-03-06", "/v1/flights?date=2025-03-06",
    "/v1/weeks/2025-W10", "/v1/nationalities", "/v1/rule", "/v1/notices",
    "/v1/rolls", "/v1/changes",
  };
  g_autoptr (MoeiDocument) situation = get (fixture, "/v1/situation", MOEI_DOCUMENT_SITUATION);

  g_assert_cmpuint (moei_collection_size (moei_document_get_documents (situation)), >, G_N_ELEMENTS (listed));
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    g_assert_cmpint (moei_document_lookup_revision (situation, listed[i]), ==, 2);

  g_assert_cmpint (moei_document_get_headline (situation, MOEI_HEADLINE_QUOTA), ==, 300);
  g_assert_cmpint (moei_document_get_headline (situation, MOEI_HEADLINE_DEPARTED), >, 0);
  g_assert_cmpint (moei_document_get_headline (situation, MOEI_HEADLINE_WAITING), >, 0);
}

static void
test_change (ServiceFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (MoeiDocument) places = NULL;
  g_autoptr (MoeiDocument) notices = NULL;
  g_autoptr (MoeiDocument) situation = get (fixture, "/v1/situation", MOEI_DOCUMENT_SITUATION);

  service_fixture_put (fixture, "bridge", "radio");
  g_clear_object (&situation);
  places = get (fixture, "/v1/places", MOEI_DOCUMENT_PLACES);
  notices = get (fixture, "/v1/notices", MOEI_DOCUMENT_NOTICES);
  situation = get (fixture, "/v1/situation", MOEI_DOCUMENT_SITUATION);

  g_assert_cmpint (moei_document_get_revision (places), ==, 2);
  g_assert_cmpint (moei_document_get_revision (notices), ==, 3);
  g_assert_cmpint (moei_document_get_revision (situation), ==, 3);
  g_assert_cmpint (moei_document_lookup_revision (situation, "/v1/notices"), ==, 3);
  g_assert_cmpint (moei_entity_get_revision (moei_collection_lookup (moei_document_get_entities (notices), "bridge")),
                   ==, 3);
}

static void
test_week (ServiceFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (MoeiDocument) known = get (fixture, "/v1/weeks/2025-W10", MOEI_DOCUMENT_WEEK);
  g_autoptr (MoeiDocument) unknown = get (fixture, "/v1/weeks/2031-W01", MOEI_DOCUMENT_WEEK);
  MoeiQuotaDay *first = moei_collection_get (moei_document_get_entities (unknown), 0);
  guint monday;

  g_assert_true (moei_day_parse ("2030-12-30", &monday));
  g_assert_cmpuint (moei_collection_size (moei_document_get_entities (known)), ==, 7);
  g_assert_cmpuint (moei_collection_size (moei_document_get_entities (unknown)), ==, 7);
  g_assert_cmpuint (moei_quota_day_get_date (first), ==, monday);
  g_assert_cmpint (moei_quota_day_get_quota (first), ==, MOEI_COUNT_UNKNOWN);
}

static void
test_not_modified (ServiceFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (Answer) first = service_fixture_ask (fixture, "GET", "/v1/places", NULL);
  const char *etag = answer_get (first, "ETag");
  g_autofree char *list = g_strdup_printf ("\"x\", W/%s", etag);
  const char *matching[] = { etag, list, "*" };

  for (guint i = 0; i < G_N_ELEMENTS (matching); i++) {
    g_autoptr (Answer) again = service_fixture_ask (fixture, "GET", "/v1/places",
                                                    "If-None-Match", matching[i], NULL);

    g_assert_cmpuint (again->status, ==, 304);
    g_assert_cmpstr (answer_get (again, "ETag"), ==, etag);
    g_assert_cmpstr (answer_get (again, "Cache-Control"), ==, CACHE_CONTROL);
    g_assert_cmpuint (g_bytes_get_size (again->body), ==, 0);
  }
}

static void
test_modified (ServiceFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (Answer) first = service_fixture_ask (fixture, "GET", "/v1/notices", NULL);
  g_autoptr (Answer) again = NULL;

  service_fixture_put (fixture, "bridge", "radio");
  again = service_fixture_ask (fixture, "GET", "/v1/notices", "If-None-Match", answer_get (first, "ETag"), NULL);
  g_assert_cmpuint (again->status, ==, 200);
  g_assert_cmpstr (answer_get (again, "ETag"), !=, answer_get (first, "ETag"));
}

static GBytes *
decompress (GBytes *gzip)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (gzip);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, decompressor);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_input_stream_read_bytes (stream, MOEI_DOCUMENT_MAX_BYTES, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_gzip (ServiceFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (Answer) plain = service_fixture_ask (fixture, "GET", "/v1/places", NULL);
  g_autoptr (Answer) coded = service_fixture_ask (fixture, "GET", "/v1/places",
                                                  "Accept-Encoding", "br, gzip;q=0.5", NULL);
  g_autoptr (Answer) refused = service_fixture_ask (fixture, "GET", "/v1/places",
                                                    "Accept-Encoding", "gzip;q=0", NULL);
  g_autoptr (Answer) known = service_fixture_ask (fixture, "GET", "/v1/places",
                                                  "Accept-Encoding", "gzip",
                                                  "If-None-Match", answer_get (plain, "ETag"), NULL);
  g_autoptr (GBytes) decoded = decompress (coded->body);

  g_assert_cmpstr (answer_get (coded, "Content-Encoding"), ==, "gzip");
  g_assert_cmpuint (g_bytes_get_size (coded->body), <, g_bytes_get_size (plain->body) / 2);
  g_assert_true (g_bytes_equal (decoded, plain->body));
  assert_digest (coded);

  /* Strong tags: other bytes, another tag; either tells what the client has. */
  g_assert_cmpstr (answer_get (coded, "ETag"), !=, answer_get (plain, "ETag"));
  g_assert_cmpuint (known->status, ==, 304);
  g_assert_cmpstr (answer_get (known, "ETag"), ==, answer_get (plain, "ETag"));

  g_assert_null (answer_get (refused, "Content-Encoding"));
  g_assert_true (g_bytes_equal (refused->body, plain->body));
}

static void
test_head (ServiceFixture *fixture,
           gconstpointer   data)
{
  static const char * const names[] = { "ETag", "Repr-Digest", "Content-Type", "Content-Length", "Cache-Control" };
  g_autoptr (Answer) full = service_fixture_ask (fixture, "GET", "/v1/places", NULL);
  g_autoptr (Answer) head = service_fixture_ask (fixture, "HEAD", "/v1/places", NULL);

  g_assert_cmpuint (head->status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (head->body), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (answer_get (head, names[i]), ==, answer_get (full, names[i]));
}

static void
test_range (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (Answer) full = service_fixture_ask (fixture, "GET", "/v1/places", NULL);
  g_autoptr (Answer) part = service_fixture_ask (fixture, "GET", "/v1/places", "Range", "bytes=-30000", NULL);

  g_assert_cmpuint (part->status, ==, 200);
  g_assert_true (g_bytes_equal (part->body, full->body));
}

/* The contract is served as it is in data/api. */
static void
test_api (ServiceFixture *fixture,
          gconstpointer   data)
{
  static const char *const names[] = {
    "openapi", "schemas/common", "schemas/service", "schemas/situation", "schemas/places", "schemas/routes",
    "schemas/convoys", "schemas/flights", "schemas/week", "schemas/nationalities", "schemas/rule", "schemas/notices",
    "schemas/rolls", "schemas/changes", "schemas/operation", "schemas/events", "schemas/problem",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_strdup_printf ("/v1/%s.json", names[i]);
    g_autofree char *file = g_strdup_printf ("%s/data/api/%s.json", g_getenv ("MOEI_SRCDIR"), names[i]);
    g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", path, NULL);
    g_autofree char *text = NULL;
    gsize length;

    g_test_message ("%s", path);
    g_assert_true (g_file_get_contents (file, &text, &length, NULL));
    g_assert_cmpuint (answer->status, ==, 200);
    g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/json");
    g_assert_cmpmem (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body), text, length);
  }
}

static void
test_problems (ServiceFixture *fixture,
               gconstpointer   data)
{
  static const struct {
    const char *method;
    const char *path;
    const char *accept;
    guint       status;
    const char *part;
  } cases[] = {
    { "GET", "/", "*/*", 404, "urn:moei:problem:not-found" },
    { "GET", "/v1", "*/*", 404, "\"instance\":\"/v1\"" },
    { "GET", "/v1/places/", "*/*", 404, "not-found" },
    { "GET", "/v1/weeks/2025-W10/x", "*/*", 404, "not-found" },
    { "GET", "/v1/schemas/none.json", "*/*", 404, "not-found" },
    { "GET", "/v1/\"<%e2%80%ae>", "*/*", 404, "not-found" },
    { "GET", "/v1/flights?date=2025-02-30", "*/*", 400, "\"pointer\":\"/date\"" },
    { "GET", "/v1/flights?date=", "*/*", 400, "\"pointer\":\"/date\"" },
    { "GET", "/v1/convoys?date=yesterday", "*/*", 400, "\"pointer\":\"/date\"" },
    { "GET", "/v1/weeks/2025-W54", "*/*", 400, "\"pointer\":\"/week\"" },
    { "GET", "/v1/events?ping=0", "*/*", 400, "\"pointer\":\"/ping\"" },
    { "GET", "/v1/events?ping=61", "*/*", 400, "\"pointer\":\"/ping\"" },
    { "GET", "/v1/events?closeafter=never", "*/*", 400, "\"pointer\":\"/closeafter\"" },
    { "GET", "/v1/places", "text/html, application/geo+json;q=0", 406, "application/geo+json" },
    { "GET", "/v1/events", "application/json", 406, "text/event-stream" },
    { "POST", "/v1/places", "*/*", 405, "method-not-allowed" },
    { "DELETE", "/v1/events", "*/*", 405, "method-not-allowed" },
    { "POST", "/v1/nowhere", "*/*", 404, "not-found" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Answer) answer = service_fixture_ask (fixture, cases[i].method, cases[i].path,
                                                     "Accept", cases[i].accept, NULL);

    assert_problem (answer, cases[i].status, cases[i].part);
    g_assert_cmpstr (answer_get (answer, "Allow"), ==, cases[i].status == 405 ? "GET, HEAD, OPTIONS" : NULL);
  }
}

static void
test_accept (ServiceFixture *fixture,
             gconstpointer   data)
{
  static const char * const accepts[] = {
    "application/geo+json", "application/json", "application/*", "text/html, */*;q=0.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (accepts); i++) {
    g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", "/v1/places", "Accept", accepts[i], NULL);

    g_assert_cmpuint (answer->status, ==, 200);
  }
}

static void
test_large_body (ServiceFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *uri = g_strconcat (fixture->uri, "/v1/places", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", uri);
  g_autofree char *large = g_strnfill (100 * 1000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, strlen (large));
  g_autoptr (GInputStream) stream = NULL;
  gboolean finished = FALSE;

  soup_message_set_request_body_from_bytes (message, "text/plain", bytes);
  g_signal_connect_swapped (message, "finished", G_CALLBACK (service_fixture_is_late), &finished);
  soup_session_send_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  wait_until (soup_message_get_status (message) != 0);
  g_assert_cmpuint (soup_message_get_status (message), ==, 413);
  soup_session_abort (fixture->session);
  wait_until (finished);
}

static void
test_cors (ServiceFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (Answer) answer = NULL;
  g_autoptr (Answer) options = NULL;

  moei_server_set_cors (fixture->server, TRUE);
  answer = service_fixture_ask (fixture, "GET", "/v1/places", "Origin", "https://example.org", NULL);
  options = service_fixture_ask (fixture, "OPTIONS", "/v1/places", NULL);
  g_assert_cmpstr (answer_get (answer, "Access-Control-Allow-Origin"), ==, "*");
  g_assert_cmpuint (options->status, ==, 204);
  g_assert_cmpstr (answer_get (options, "Allow"), ==, "GET, HEAD, OPTIONS");
  g_assert_cmpstr (answer_get (options, "Access-Control-Allow-Headers"), ==, "If-None-Match, Last-Event-ID");
}

static void
test_listen (ServiceFixture *fixture,
             gconstpointer   data)
{
  static const struct {
    const char      *address;
    MoeiServerError  code;
  } cases[] = {
    { "0.0.0.0:0", MOEI_SERVER_ERROR_REMOTE },
    { "[::]:0", MOEI_SERVER_ERROR_REMOTE },
    { "192.0.2.1:80", MOEI_SERVER_ERROR_REMOTE },
    { "127.0.0.1", MOEI_SERVER_ERROR_ADDRESS },
    { "127.0.0.1:", MOEI_SERVER_ERROR_ADDRESS },
    { "127.0.0.1:65536", MOEI_SERVER_ERROR_ADDRESS },
    { "example.org:80", MOEI_SERVER_ERROR_ADDRESS },
    { "", MOEI_SERVER_ERROR_ADDRESS },
  };
  const char *in_use = fixture->uri + strlen ("http://");
  g_autoptr (MoeiServer) other = moei_server_new (fixture->store, fixture->clock);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_false (moei_server_listen (other, cases[i].address, FALSE, &error));
    g_assert_error (error, MOEI_SERVER_ERROR, (int) cases[i].code);
    g_clear_error (&error);
  }

  g_assert_false (moei_server_listen (other, in_use, FALSE, &error));
  g_assert_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, in_use));
}

static void
test_unix_socket (ServiceFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "socket", NULL);
  g_autoptr (MoeiServer) first = moei_server_new (fixture->store, fixture->clock);
  g_autoptr (MoeiServer) second = moei_server_new (fixture->store, fixture->clock);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocket) stale = NULL;
  g_autoptr (GError) error = NULL;

  /* A program that was killed has left its socket's file. */
  stale = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  g_assert_true (g_socket_bind (stale, address, FALSE, NULL));
  g_socket_close (stale, NULL);

  moei_server_listen_unix (first, path, &error);
  g_assert_no_error (error);
  g_assert_null (moei_server_get_uri (first));
  g_assert_false (moei_server_listen_unix (second, path, &error));
  g_assert_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_IN_USE);

  moei_server_stop (first);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define add_test(name, function)                                                \
  g_test_add ("/server/" name, ServiceFixture, NULL, service_fixture_set_up,    \
              function, service_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("new-destroy", test_new_destroy);
  add_test ("resources", test_resources);
  add_test ("service", test_service);
  add_test ("situation", test_situation);
  add_test ("change", test_change);
  add_test ("week", test_week);
  add_test ("not-modified", test_not_modified);
  add_test ("modified", test_modified);
  add_test ("gzip", test_gzip);
  add_test ("head", test_head);
  add_test ("range", test_range);
  add_test ("api", test_api);
  add_test ("problems", test_problems);
  add_test ("accept", test_accept);
  add_test ("large-body", test_large_body);
  add_test ("cors", test_cors);
  add_test ("listen", test_listen);
  add_test ("unix-socket", test_unix_socket);

  return g_test_run ();
}
