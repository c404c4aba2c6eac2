/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "feed/moei-address.h"
#include "feed/moei-event-parser.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-fetch.h"
#include "feed/moei-gunzip.h"

#include "../feed/fixture/moei-test-service.h"

#define HREF       "/v1/places"
#define MARK       ":SUM:"
#define MOST_PLAIN 65536

/* The service of a test remembers all that it is asked. */
#define MOST_ASKED 1000

/* What is told of each event: "type|id|length:data;" */
static void
tell (GString    *events,
      const char *type,
      const char *id,
      const char *data,
      gsize       length)
{
  g_string_append_printf (events, "%s|%s|%" G_GSIZE_FORMAT ":", type, id != NULL ? id : "", length);
  g_string_append_len (events, data, (gssize) length);
  g_string_append_c (events, ';');
}

/* Whether it could be read to its end. */
static gboolean
read_in_pieces (const guint8 *data,
                gsize         size,
                gsize         piece,
                GString      *events)
{
  g_autoptr (MoeiEventParser) parser = moei_event_parser_new ();
  g_autoptr (GError) error = NULL;

  for (gsize at = 0; at < size; at += piece) {
    g_autoptr (GBytes) chunk = g_bytes_new (data + at, MIN (piece, size - at));
    char *type;
    GBytes *body;

    moei_event_parser_push (parser, chunk);
    while (moei_event_parser_next (parser, &type, &body, &error)) {
      tell (events, type, moei_event_parser_get_last_id (parser), g_bytes_get_data (body, NULL), g_bytes_get_size (body));
      g_free (type);
      g_bytes_unref (body);
    }
    if (error != NULL) {
      g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE);
      return FALSE;
    }
  }
  g_assert_cmpint (moei_event_parser_get_retry (parser), >=, -1);
  g_assert_cmpint (moei_event_parser_get_retry (parser), <=, 60 * 60 * 1000);
  return TRUE;
}

/* The standard's interpretation, of a text that is whole: slow and plain. */
typedef struct {
  GString *type;
  GString *data;
  GString *pending_id;
  GString *id;
  GString *events;
} Plain;

static void
interpret (Plain      *plain,
           const char *line,
           gsize       length)
{
  const char *colon = memchr (line, ':', length);
  gsize name = colon != NULL ? (gsize) (colon - line) : length;
  gsize skip = colon == NULL ? name : name + 1 < length && colon[1] == ' ' ? name + 2 : name + 1;
  g_autoptr (GString) field = g_string_new_len (line, (gssize) name);
  const char *value = line + skip;
  gsize value_length = length - skip;

  if (length == 0) {
    g_string_assign (plain->id, plain->pending_id->str);
    if (plain->data->len > 0)
      tell (plain->events, plain->type->len > 0 ? plain->type->str : "message", plain->id->str,
            plain->data->str, plain->data->len - 1);
    g_string_truncate (plain->data, 0);
    g_string_truncate (plain->type, 0);
  } else if (field->len != strlen (field->str)) {
    return;
  } else if (g_str_equal (field->str, "data")) {
    g_string_append_len (plain->data, value, (gssize) value_length);
    g_string_append_c (plain->data, '\n');
  } else if (g_str_equal (field->str, "event")) {
    g_autofree char *type = g_utf8_make_valid (value, (gssize) value_length);

    g_string_assign (plain->type, type);
  } else if (g_str_equal (field->str, "id") && g_utf8_validate_len (value, value_length, NULL)) {
    g_string_overwrite_len (g_string_truncate (plain->pending_id, 0), 0, value, (gssize) value_length);
  }
}

static void
read_plainly (const char *text,
              gsize       size,
              GString    *events)
{
  g_autoptr (GString) type = g_string_new (NULL), data = g_string_new (NULL);
  g_autoptr (GString) pending_id = g_string_new (NULL), id = g_string_new (NULL);
  Plain plain = { type, data, pending_id, id, events };
  gsize start = size >= 3 && memcmp (text, "\357\273\277", 3) == 0 ? 3 : 0;

  for (gsize at = start; at < size; at++) {
    if (text[at] != '\n' && text[at] != '\r')
      continue;
    interpret (&plain, text + start, at - start);
    if (text[at] == '\r' && at + 1 < size && text[at + 1] == '\n')
      at++;
    start = at + 1;
  }
}

/**
 * fuzz_run_event_stream:
 * @data: (array length=size): a stream of events
 * @size: its length
 *
 * It means what the standard says, wherever it is cut.
 */
void
fuzz_run_event_stream (const guint8 *data,
                       gsize         size)
{
  g_autoptr (GString) whole = g_string_new (NULL), pieces = g_string_new (NULL), plain = g_string_new (NULL);
  gboolean complete = read_in_pieces (data, size, MAX (size, 1), whole);

  g_assert_cmpint (read_in_pieces (data, size, 1 + size % 7, pieces), ==, complete);
  g_assert_true (g_string_equal (whole, pieces));
  if (complete) {
    read_plainly ((const char *) data, size, plain);
    g_assert_cmpmem (whole->str, whole->len, plain->str, plain->len);
  }
}

static GBytes *
compress (const guint8 *data,
          gsize         size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (stream, data, size, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * fuzz_run_gzip:
 * @data: (array length=size): a body that is said to be compressed
 * @size: its length
 *
 * No more comes out than may; and what is compressed comes out as it was.
 */
void
fuzz_run_gzip (const guint8 *data,
               gsize         size)
{
  g_autoptr (GBytes) coded = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = moei_gunzip (coded, MOST_PLAIN, &error);
  g_autoptr (GBytes) ours = NULL, back = NULL;

  if (plain != NULL)
    g_assert_cmpuint (g_bytes_get_size (plain), <=, MOST_PLAIN);
  else
    g_assert_cmpint (error->domain, ==, MOEI_FEED_ERROR);

  ours = compress (data, size);
  g_clear_error (&error);
  back = moei_gunzip (ours, MAX (size, 1), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (coded, back));
}

/**
 * fuzz_seed_gzip:
 * @seeds: (element-type GBytes): texts to begin from
 *
 * Adds compressed documents.
 */
void
fuzz_seed_gzip (GPtrArray *seeds)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  fuzz_seed_documents (documents);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (seeds, compress (g_bytes_get_data (documents->pdata[i], NULL), g_bytes_get_size (documents->pdata[i])));
}

/* Puts the right sum of the body where the header has a mark, since nobody
 * would find it by chance. */
static GString *
put_sum (const guint8 *data,
         gsize         size)
{
  GString *answer = g_string_new_len ((const char *) data, (gssize) size);
  const char *body = g_strstr_len (answer->str, (gssize) answer->len, "\r\n\r\n");
  const char *mark = g_strstr_len (answer->str, (gssize) answer->len, MARK);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *sum = NULL;
  guint8 digest[32];
  gsize length = sizeof digest, at;

  if (mark == NULL || body == NULL || mark > body)
    return answer;
  at = (gsize) (mark - answer->str) + 1;
  g_checksum_update (checksum, (const guchar *) body + 4, (gssize) (answer->str + answer->len - body - 4));
  g_checksum_get_digest (checksum, digest, &length);
  sum = g_base64_encode (digest, length);
  g_string_erase (answer, (gssize) at, strlen (MARK) - 2);
  return g_string_insert (answer, (gssize) at, sum);
}

static void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * fuzz_run_answer:
 * @data: (array length=size): all that a service sends on a connection
 * @size: its length
 *
 * Asks a service on loopback for a document, which answers with that.
 */
void
fuzz_run_answer (const guint8 *data,
                 gsize         size)
{
  static MoeiTestService *service;
  static SoupSession *session;
  g_autoptr (GString) answer = put_sum (data, size);
  MoeiTestAnswer raw = { .body = answer->str, .length = answer->len, .fault = MOEI_TEST_FAULT_RAW };
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiFetched) fetched = NULL;

  if (size == 0)
    return;
  if (service != NULL && moei_test_service_get_n_asked (service, HREF) >= MOST_ASKED) {
    moei_test_await_finalize (g_steal_pointer (&session));
    moei_test_await_finalize (g_steal_pointer (&service));
  }
  if (service == NULL) {
    service = moei_test_service_new (NULL);
    session = moei_exchange_session_new (20);
  }
  moei_test_service_answer (service, HREF, &raw);
  uri = moei_address_resolve (moei_test_service_get_uri (service), HREF, NULL);
  moei_fetch_async (session, uri, NULL, 10000, NULL, keep_result, &result);
  moei_test_wait_for (result != NULL);
  fetched = moei_fetch_finish (result, &error);
  if (fetched != NULL && fetched->body != NULL)
    g_assert_cmpuint (g_bytes_get_size (fetched->body), <=, MOEI_FETCH_MAX_SIZE);
  if (fetched == NULL)
    g_assert_cmpint (error->domain, ==, MOEI_FEED_ERROR);
}
