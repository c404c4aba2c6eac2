/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gio/gio.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* What is said to the service, in a process of its own with few descriptors, by
 * those who mean no good or know no better: each gets an answer or sees the
 * connection closed, and whoever asks next gets what he asks for. */

#define MAX_DESCRIPTORS "128"
#define N_CROWD         200
#define PATIENCE_S      60
#define MAX_GROWTH_KB   (48 * 1024)

/* What is sent of what has no end, unless the service closes before */
#define ENDLESS (64 * 1024 * 1024)

static GSubprocess *service;
static struct sockaddr_in address;

#define HOST "Host: moei\r\n"
#define GET(path) "GET " path " HTTP/1.1\r\n" HOST "\r\n"

/* Any of @statuses is an answer that is right; "-" is none, but the end. */
typedef struct {
  const char *name;
  const char *said;
  const char *statuses;
} Case;

static const Case cases[] = {
  { "nothing", "", "-" },
  { "rubbish", "\x01\x02\xff\xfe\x80garbage\r\n\r\n", "400 -" },
  { "empty-lines", "\r\n\r\n\r\n\r\n", "400 -" },
  { "tls", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400 -" },
  { "http-2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 404 405 501 505 -" },
  { "http-0.9", "GET /v1/situation\r\n", "400 200 -" },
  { "http-9.9", "GET /v1/situation HTTP/9.9\r\n" HOST "\r\n", "400 505 200 -" },
  { "no-host", "GET /v1/situation HTTP/1.1\r\n\r\n", "400" },
  { "half-a-line", "GET /v1/situ", "400 -" },
  { "half-a-head", "GET /v1/situation HTTP/1.1\r\n" HOST "Accept", "400 -" },
  { "half-a-body", "POST /v1/reports HTTP/1.1\r\n" HOST "Content-Length: 100\r\n\r\nabc", "404 405 -" },
  { "no-such-method", "BREW /v1/situation HTTP/1.1\r\n" HOST "\r\n", "405 501 400" },
  { "delete", "DELETE /v1/situation HTTP/1.1\r\n" HOST "\r\n", "405" },
  { "trace", "TRACE /v1/situation HTTP/1.1\r\n" HOST "\r\n", "405" },
  { "connect", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", "400 404 405 -" },
  { "absolute-form", "GET http://moei/v1/situation HTTP/1.1\r\n" HOST "\r\n", "200 400 404" },
  { "absolute-elsewhere", "GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n", "400 404" },
  { "asterisk", "OPTIONS * HTTP/1.1\r\n" HOST "\r\n", "204 200 404 400" },
  { "no-slash", "GET v1/situation HTTP/1.1\r\n" HOST "\r\n", "400 404" },
  { "dot-dot", GET ("/v1/../../../etc/passwd"), "404 400" },
  { "dot-dot-coded", GET ("/v1/%2e%2e/%2e%2e/etc/passwd"), "404 400" },
  { "dot-dot-schemas", GET ("/v1/schemas/../../../../etc/passwd.json"), "404 400" },
  { "nul", GET ("/v1/situation%00.json"), "400 404" },
  { "nul-week", GET ("/v1/weeks/2025-W10%00"), "400 404" },
  { "bad-utf-8", GET ("/v1/\xff\xfe\xc0\xaf"), "400 404" },
  { "bad-utf-8-coded", GET ("/v1/%ff%fe%c0%af"), "400 404" },
  { "bad-escape", GET ("/v1/%zz%"), "400 404" },
  { "control-characters", GET ("/v1/%0d%0aSet-Cookie:%20a=b"), "400 404" },
  { "bad-date", GET ("/v1/flights?date=2025-99-99"), "400" },
  { "odd-date", GET ("/v1/flights?date=%00%ff"), "400" },
  { "dates", GET ("/v1/flights?date=2025-03-06&date=2025-03-07&date="), "200 400" },
  { "far-date", GET ("/v1/flights?date=9999-12-31"), "200 400" },
  { "bad-week", GET ("/v1/weeks/2025-W99"), "400 404" },
  { "bad-ping", GET ("/v1/events?ping=-1"), "400" },
  { "large-ping", GET ("/v1/events?ping=99999999999999999999999"), "400" },
  { "odd-event-id", "GET /v1/events?closeafter=maybe HTTP/1.1\r\n" HOST "Last-Event-ID: \xff\r\n\r\n", "400" },
  { "range-suffix", "GET /v1/places HTTP/1.1\r\n" HOST "Range: bytes=-30000\r\n\r\n", "200" },
  { "range-many", "GET /v1/places HTTP/1.1\r\n" HOST "Range: bytes=0-,0-,0-,0-,0-,0-,1-2,3-4\r\n\r\n", "200" },
  { "range-backwards", "GET /v1/places HTTP/1.1\r\n" HOST "Range: bytes=9-1\r\n\r\n", "200" },
  { "range-huge", "GET /v1/places HTTP/1.1\r\n" HOST "Range: bytes=99999999999999999999-\r\n\r\n", "200" },
  { "if-range", "GET /v1/places HTTP/1.1\r\n" HOST "If-Range: \"x\"\r\nRange: bytes=0-0\r\n\r\n", "200" },
  { "odd-tags", "GET /v1/places HTTP/1.1\r\n" HOST "If-None-Match: \"\"\"\", W/, \",,,\r\n\r\n", "200" },
  { "odd-accept", "GET /v1/places HTTP/1.1\r\n" HOST "Accept: ;;q=9, */json, text/*\r\n\r\n", "200 406" },
  { "odd-coding", "GET /v1/places HTTP/1.1\r\n" HOST "Accept-Encoding: gzip;q=0, *;q=nan\r\n\r\n", "200" },
  { "two-lengths", "POST /v1/places HTTP/1.1\r\n" HOST "Content-Length: 3\r\nContent-Length: 9\r\n\r\nabc", "400 405 -" },
  { "length-and-chunks", "POST /v1/places HTTP/1.1\r\n" HOST
    "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" GET ("/v1/rule"), "400 405 200 -" },
  { "negative-length", "POST /v1/places HTTP/1.1\r\n" HOST "Content-Length: -1\r\n\r\n", "400 405 413 -" },
  { "huge-length", "POST /v1/places HTTP/1.1\r\n" HOST "Content-Length: 99999999999999999999\r\n\r\n", "400 405 413 -" },
  { "long-length", "POST /v1/places HTTP/1.1\r\n" HOST "Content-Length: 65537\r\n\r\n", "413 -" },
  { "bad-chunk", "POST /v1/places HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    "400 405 -" },
  { "huge-chunk", "POST /v1/places HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc",
    "400 405 413 -" },
  { "odd-transfer", "POST /v1/places HTTP/1.1\r\n" HOST "Transfer-Encoding: gzip, x\r\n\r\n", "400 405 501 -" },
  { "folded", "GET /v1/places HTTP/1.1\r\n" HOST "Accept: a\r\n b\r\n\tc\r\n\r\n", "200 400 406" },
  { "no-colon", "GET /v1/places HTTP/1.1\r\n" HOST "Nonsense\r\n\r\n", "200 400" },
  { "no-name", "GET /v1/places HTTP/1.1\r\n" HOST ": value\r\n\r\n", "200 400" },
  { "two-hosts", "GET /v1/places HTTP/1.1\r\n" HOST "Host: other\r\n\r\n", "200 400" },
  { "odd-host", "GET /v1/places HTTP/1.1\r\nHost: [::1\r\n\r\n", "200 400" },
  { "bare-lf", "GET /v1/places HTTP/1.1\nHost: moei\n\n", "200 400" },
  { "upgrade", "GET /v1/events HTTP/1.1\r\n" HOST
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n"
    "Accept: text/html\r\n\r\n", "400 406" },
  { "expect", "POST /v1/places HTTP/1.1\r\n" HOST "Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc", "100 405" },
  { "expect-nonsense", "GET /v1/places HTTP/1.1\r\n" HOST "Expect: miracles\r\n\r\n", "200 417" },
  { "digest-login", "GET /v1/places HTTP/1.1\r\n" HOST "Authorization: Digest \"\r\n\r\n", "200 401" },
  { "pipelined", GET ("/v1/rule") GET ("/v1/nothing") GET ("/v1/rule"), "200" },
  { "stream-then-more", "HEAD /v1/events HTTP/1.1\r\n" HOST "\r\n" GET ("/v1/rule"), "200" },
};

static int
connect_to_service (void)
{
  struct timeval patience = { .tv_sec = PATIENCE_S };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt (fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  return fd;
}

static gboolean
say (int         fd,
     const char *text,
     gsize       length)
{
  while (length > 0) {
    gssize n = send (fd, text, length, MSG_NOSIGNAL);

    if (n < 0)
      return FALSE;
    text += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* Reads to the end, which comes. */
static char *
hear_all (int fd)
{
  GString *heard = g_string_new (NULL);
  char buffer[65536];
  gssize n;

  while ((n = recv (fd, buffer, sizeof buffer, 0)) > 0)
    g_string_append_len (heard, buffer, n);
  g_assert_true (n == 0 || errno == ECONNRESET);
  close (fd);
  return g_string_free (heard, FALSE);
}

static void
assert_answer (const char *heard,
               const char *statuses)
{
  g_auto (GStrv) allowed = g_strsplit (statuses, " ", -1);
  g_autofree char *status = NULL;

  if (heard[0] != '\0') {
    g_assert_true (g_str_has_prefix (heard, "HTTP/1."));
    status = g_strndup (heard + strlen ("HTTP/1.1 "), 3);
  }
  g_test_message ("%s", status != NULL ? status : "closed");
  g_assert_true (g_strv_contains ((const char * const *) allowed, status != NULL ? status : "-"));
}

/* Whoever asks properly is answered. */
static void
assert_serves (void)
{
  g_autofree char *heard = NULL;
  int fd = connect_to_service ();
  const char *request = "GET /v1/rule HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n";

  g_assert_true (say (fd, request, strlen (request)));
  heard = hear_all (fd);
  g_assert_true (g_str_has_prefix (heard, "HTTP/1.1 200 OK\r\n"));
  g_assert_nonnull (strstr (heard, "urn:moei:rule:1"));
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *heard = NULL;
  int fd = connect_to_service ();

  say (fd, one->said, strlen (one->said));
  shutdown (fd, SHUT_WR);
  heard = hear_all (fd);
  assert_answer (heard, one->statuses);
  g_assert_null (strstr (heard, "root:"));
  g_assert_null (strstr (heard, "\r\nSet-Cookie"));
  assert_serves ();
}

/* Says the same again and again; it does not get far. */
static void
test_endless (gconstpointer data)
{
  const char * const *parts = data;
  g_autofree char *block = NULL;
  g_autofree char *heard = NULL;
  GString *many = g_string_new (NULL);
  int fd = connect_to_service ();
  gsize said = 0;

  while (many->len < 65536)
    g_string_append (many, parts[1]);
  block = g_string_free (many, FALSE);

  say (fd, parts[0], strlen (parts[0]));
  while (said < ENDLESS && say (fd, block, strlen (block)))
    said += strlen (block);
  g_test_message ("%" G_GSIZE_FORMAT " KB were taken", said / 1024);
  g_assert_cmpuint (said, <, ENDLESS);
  heard = hear_all (fd);
  assert_answer (heard, "400 413 414 431 404 405 -");
  assert_serves ();
}

static const char * const endless_line[] = { "GET /v1/", "aaaaaaaaaaaaaaaa" };
static const char * const endless_head[] = { "GET /v1/rule HTTP/1.1\r\n", "X-Moei: nothing at all\r\n" };
static const char * const endless_value[] = { "GET /v1/rule HTTP/1.1\r\nX-Moei: ", "aaaaaaaaaaaaaaaa" };
static const char * const endless_body[] = { "POST /v1/rule HTTP/1.1\r\n" HOST "Content-Length: 9999999999\r\n\r\n", "body" };
static const char * const endless_chunks[] = {
  "POST /v1/rule HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n", "10\r\naaaaaaaaaaaaaaaa\r\n"
};
static const char * const endless_events[] = { GET ("/v1/events"), GET ("/v1/rule") };

/* Events that nobody reads, and questions among them, which nobody answers */
static void
test_chatter (void)
{
  int fd = connect_to_service ();

  say (fd, endless_events[0], strlen (endless_events[0]));
  for (guint i = 0; i < 10000; i++)
    say (fd, endless_events[1], strlen (endless_events[1]));
  assert_serves ();
  close (fd);
  assert_serves ();
}

/* Answers that nobody reads */
static void
test_unread (void)
{
  int fds[16];
  const char *request = GET ("/v1/places");

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++) {
    fds[i] = connect_to_service ();
    for (guint j = 0; j < 50; j++)
      send (fds[i], request, strlen (request), MSG_NOSIGNAL | MSG_DONTWAIT);
  }
  assert_serves ();
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    close (fds[i]);
}

/* More than the service has descriptors for.  Those who say nothing make room
 * for who does; and when they have gone it goes on as if they had not been. */
static void
test_crowd (void)
{
  int fds[N_CROWD];

  for (guint i = 0; i < N_CROWD; i++) {
    fds[i] = connect_to_service ();
    if (i % 2 == 0)
      say (fds[i], "GET /v1/pla", strlen ("GET /v1/pla"));
  }
  assert_serves ();
  for (guint i = 0; i < N_CROWD; i++)
    close (fds[i]);
  for (guint i = 0; i < N_CROWD; i++)
    assert_serves ();
}

static guint64
read_resident_kb (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/status", g_subprocess_get_identifier (service));
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_ascii_strtoull (strstr (text, "VmRSS:") + strlen ("VmRSS:"), NULL, 10);
}

static void
start_service (void)
{
  g_autofree char *program = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  g_autofree char *script = g_strdup_printf ("ulimit -n %s; exec '%s' exercise --listen 127.0.0.1:0",
                                             MAX_DESCRIPTORS, program);
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/bin/sh", "-c", script, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_nonnull (line);
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  address.sin_port = htons ((guint16) atoi (strrchr (line, ':') + 1));
}

/* It is the same process still, no larger than it was, and ends in order. */
static void
test_end (gconstpointer data)
{
  guint64 before = *(const guint64 *) data;
  guint64 after = read_resident_kb ();

  g_test_message ("%" G_GUINT64_FORMAT " KB before all this, %" G_GUINT64_FORMAT " KB after", before, after);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed */
  g_assert_cmpuint (after, <, before + MAX_GROWTH_KB);
#endif
  g_subprocess_send_signal (service, SIGTERM);
  g_assert_true (g_subprocess_wait_check (service, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  guint64 before;
  int status;

  g_test_init (&argc, &argv, NULL);
  start_service ();
  assert_serves ();
  before = read_resident_kb ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/hostile-clients/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_data_func ("/hostile-clients/endless-line", endless_line, test_endless);
  g_test_add_data_func ("/hostile-clients/endless-head", endless_head, test_endless);
  g_test_add_data_func ("/hostile-clients/endless-value", endless_value, test_endless);
  g_test_add_data_func ("/hostile-clients/endless-body", endless_body, test_endless);
  g_test_add_data_func ("/hostile-clients/endless-chunks", endless_chunks, test_endless);
  g_test_add_func ("/hostile-clients/chatter", test_chatter);
  g_test_add_func ("/hostile-clients/unread", test_unread);
  g_test_add_func ("/hostile-clients/crowd", test_crowd);
  g_test_add_data_func ("/hostile-clients/end", &before, test_end);

  status = g_test_run ();
  g_subprocess_force_exit (service);
  g_object_unref (service);
  return status;
}
