/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "benchmark.h"
#include "tests/service/service-fixture.h"
#include "wire/moei-document.h"

/* Decoding a document, as the service sends it for the built-in operation, by
 * moei_document_decode(), against json-glib's bare parse of the same bytes.
 * Both in turn, so that a busy machine slows both alike; the median of the
 * ratios of the rounds counts. */

#define BUDGET   1.5
#define N_ROUNDS 60

static const struct {
  MoeiDocumentKind  kind;
  const char       *href;
} documents[] = {
  { MOEI_DOCUMENT_SITUATION, "/v1/situation" },
  { MOEI_DOCUMENT_PLACES, "/v1/places" },
  { MOEI_DOCUMENT_FLIGHTS, "/v1/flights?date=2025-03-06" },
  { MOEI_DOCUMENT_CONVOYS, "/v1/convoys?date=2025-03-06" },
  { MOEI_DOCUMENT_WEEK, "/v1/weeks/2025-W10" },
};

static double
time_decode (MoeiDocumentKind  kind,
             GBytes           *bytes,
             guint             n)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiDocument) document = moei_document_decode (kind, bytes, &error);

    g_assert_no_error (error);
  }
  return (double) (g_get_monotonic_time () - start) / n;
}

static double
time_parse (GBytes *bytes,
            guint   n)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (GError) error = NULL;

    json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
    g_assert_no_error (error);
    root = json_parser_steal_root (parser);
  }
  return (double) (g_get_monotonic_time () - start) / n;
}

static int
compare (MoeiDocumentKind  kind,
         const char       *href,
         GBytes           *bytes)
{
  /* About half a millisecond at a time */
  guint n = 1 + (guint) (500 / time_parse (bytes, 5));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *name = NULL;

  for (guint i = 0; i < N_ROUNDS; i++) {
    double ours = time_decode (kind, bytes, n);
    double ratio = ours / time_parse (bytes, n);

    g_array_append_val (ratios, ratio);
    g_array_append_val (times, ours);
  }
  name = g_strdup_printf ("decode %s (%.1f KB, %.0f µs) ÷ bare parse", href,
                          (double) g_bytes_get_size (bytes) / 1000, benchmark_percentile (times, 50));
  return benchmark_report (name, benchmark_percentile (ratios, 50), BUDGET, "×");
}

int
main (int    argc,
      char **argv)
{
  ServiceFixture fixture = { NULL };
  int status = 0;

  service_fixture_set_up (&fixture, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    g_autoptr (Answer) answer = service_fixture_ask (&fixture, "GET", documents[i].href, NULL);

    g_assert_cmpuint (answer->status, ==, 200);
    status |= compare (documents[i].kind, documents[i].href, answer->body);
  }
  service_fixture_tear_down (&fixture, NULL);
  return status;
}
