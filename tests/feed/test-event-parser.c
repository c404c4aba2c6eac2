/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-event-parser.h"
#include "feed/moei-feed-error.h"

/* A stream and what it means: each event as "type|id|data;". */
typedef struct {
  const char *name;
  const char *stream;
  gsize       length; /* 0: up to the NUL */
  const char *events;
  gint64      retry;
} Case;

#define STREAM(text) text, sizeof text - 1

static const Case cases[] = {
  { "empty", "", 0, "", -1 },
  { "one", STREAM ("data: a\n\n"), "message||a;", -1 },
  { "unfinished", STREAM ("data: a\n\ndata: b\n"), "message||a;", -1 },
  { "typed", STREAM ("event: ping\ndata: {}\n\n"), "ping||{};", -1 },
  { "type-lasts-one-event", STREAM ("event: ping\ndata: 1\n\ndata: 2\n\n"), "ping||1;message||2;", -1 },
  { "type-without-data", STREAM ("event: ping\n\ndata: 2\n\n"), "message||2;", -1 },
  { "last-type-counts", STREAM ("event: a\nevent: b\ndata: 1\n\n"), "b||1;", -1 },
  { "type-with-nul", STREAM ("event: ping\0x\ndata: 1\n\n"), "ping\357\277\275x||1;", -1 },
  { "crlf", STREAM ("event: ping\r\ndata: a\r\n\r\ndata: b\r\n\r\n"), "ping||a;message||b;", -1 },
  { "cr", STREAM ("event: ping\rdata: a\r\rdata: b\r\r"), "ping||a;message||b;", -1 },
  { "mixed", STREAM ("data: a\r\ndata: b\rdata: c\n\r\n"), "message||a\nb\nc;", -1 },
  { "cr-then-crlf", STREAM ("data: a\r\r\ndata: b\n\n"), "message||a;message||b;", -1 },
  { "lines", STREAM ("data: a\ndata:\ndata: b\n\n"), "message||a\n\nb;", -1 },
  { "empty-data", STREAM ("data\n\ndata:\n\n"), "message||;message||;", -1 },
  { "one-space-only", STREAM ("data:  a\n\ndata:a\n\n"), "message|| a;message||a;", -1 },
  { "tab-is-no-space", STREAM ("data:\ta\ndata: \ta\n\n"), "message||\ta\n\ta;", -1 },
  { "nul-in-name", STREAM ("data\0: x\n\0data: y\nda\0ta\ndata: a\n\n"), "message||a;", -1 },
  { "space-before-name", STREAM (" data: x\nda-ta: y\ndata_: z\ndata: a\n\n"), "message||a;", -1 },
  { "nul-in-comment", STREAM (":\0\ndata: a\n:\0data: b\n\n"), "message||a;", -1 },
  { "type-emptied", STREAM ("event: ping\nevent: \ndata: a\n\n"), "message||a;", -1 },
  { "colons", STREAM ("data: a:b: c\n\n"), "message||a:b: c;", -1 },
  { "comments", STREAM (": beat\n\n:\ndata: a\n: data: b\n\n"), "message||a;", -1 },
  { "unknown-fields", STREAM ("dat: x\ndatas: y\nDATA: z\ndata: a\n\n"), "message||a;", -1 },
  { "byte-order-mark", STREAM ("\xef\xbb\xbf" "data: a\n\n"), "message||a;", -1 },
  { "second-byte-order-mark", STREAM ("\xef\xbb\xbf\xef\xbb\xbf" "data: a\ndata: b\n\n"), "message||b;", -1 },
  { "late-byte-order-mark", STREAM ("data: a\n\n\xef\xbb\xbf" "data: b\n\n"), "message||a;", -1 },
  { "only-byte-order-mark", STREAM ("\xef\xbb\xbf\n\ndata: a\n\n"), "message||a;", -1 },
  { "id", STREAM ("id: e-7\ndata: a\n\n"), "message|e-7|a;", -1 },
  { "id-lasts", STREAM ("id: e-7\ndata: a\n\ndata: b\n\n"), "message|e-7|a;message|e-7|b;", -1 },
  { "id-without-data", STREAM ("id: e-7\n\ndata: b\n\n"), "message|e-7|b;", -1 },
  { "id-emptied", STREAM ("id: e-7\ndata: a\n\nid\ndata: b\n\n"), "message|e-7|a;message||b;", -1 },
  { "id-with-nul", STREAM ("id: e-7\n\nid: e\0-8\ndata: a\n\n"), "message|e-7|a;", -1 },
  { "id-not-text", STREAM ("id: e-7\n\nid: \xff\ndata: a\n\n"), "message|e-7|a;", -1 },
  { "id-of-unfinished", STREAM ("data: a\n\nid: e-8\ndata: b\n"), "message||a;", -1 },
  { "retry", STREAM ("retry: 3000\n\ndata: a\n\n"), "message||a;", 3000 },
  { "retry-with-zeros", STREAM ("retry: 03000\n\n"), "", 3000 },
  { "retry-emptied", STREAM ("retry: 3000\nretry\n\n"), "", 3000 },
  { "retry-wrong", STREAM ("retry: 3000\nretry: 5s\nretry: -1\nretry:\nretry: +9\nretry: 1.5\n\n"), "", 3000 },
  { "retry-huge", STREAM ("retry: 99999999999999999999999\n\n"), "", 3600000 },
  { "nul-in-data", STREAM ("data: a\0b\n\n"), "message||a\\0b;", -1 },
  { "utf-8", STREAM ("data: မဲဆောက် แม่สอด 湄索\n\n"), "message||မဲဆောက် แม่สอด 湄索;", -1 },
};

static void
take_events (MoeiEventParser *self,
             const char      *bytes,
             gsize            length,
             GString         *events)
{
  g_autoptr (GBytes) chunk = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  char *type;
  GBytes *data;

  moei_event_parser_push (self, chunk);
  while (moei_event_parser_next (self, &type, &data, &error)) {
    const char *id = moei_event_parser_get_last_id (self);
    gsize size;
    const char *text = g_bytes_get_data (data, &size);

    g_string_append_printf (events, "%s|%s|", type, id != NULL ? id : "");
    for (gsize i = 0; i < size; i++) {
      if (text[i] == '\0')
        g_string_append (events, "\\0");
      else
        g_string_append_c (events, text[i]);
    }
    g_string_append_c (events, ';');

    g_free (type);
    g_bytes_unref (data);
  }
  g_assert_no_error (error);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiEventParser) self = moei_event_parser_new ();

  g_assert_null (moei_event_parser_get_last_id (self));
  g_assert_cmpint (moei_event_parser_get_retry (self), ==, -1);
  g_assert_finalize_object (g_steal_pointer (&self));
}

/* Every stream means the same wherever it is cut in three. */
static void
test_case (gconstpointer user_data)
{
  const Case *c = user_data;
  gsize length = c->length > 0 ? c->length : strlen (c->stream);

  for (gsize first = 0; first <= length; first++) {
    for (gsize second = first; second <= length; second++) {
      g_autoptr (MoeiEventParser) self = moei_event_parser_new ();
      g_autoptr (GString) events = g_string_new (NULL);

      take_events (self, c->stream, first, events);
      take_events (self, c->stream + first, second - first, events);
      take_events (self, c->stream + second, length - second, events);

      g_assert_cmpstr (events->str, ==, c->events);
      g_assert_cmpint (moei_event_parser_get_retry (self), ==, c->retry);
    }
  }
}

static void
test_byte_by_byte (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MoeiEventParser) self = moei_event_parser_new ();
    g_autoptr (GString) events = g_string_new (NULL);
    gsize length = cases[i].length > 0 ? cases[i].length : strlen (cases[i].stream);

    for (gsize byte = 0; byte < length; byte++)
      take_events (self, cases[i].stream + byte, 1, events);
    g_assert_cmpstr (events->str, ==, cases[i].events);
  }
}

/* Pushes @line of @length bytes again and again, and returns how often it was accepted. */
static guint
push_until_refused (const char *line,
                    gsize       length)
{
  g_autoptr (MoeiEventParser) self = moei_event_parser_new ();
  g_autoptr (GBytes) chunk = g_bytes_new (line, length);
  g_autoptr (GError) error = NULL;
  char *type;
  GBytes *data;

  for (guint n = 0; n < 1000; n++) {
    moei_event_parser_push (self, chunk);
    g_assert_false (moei_event_parser_next (self, &type, &data, &error));
    if (error != NULL) {
      g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE);
      return n;
    }
  }

  return G_MAXUINT;
}

static void
test_bounds (void)
{
  g_autofree char *kilobyte = g_strnfill (1024, 'x');
  g_autofree char *line = g_strdup_printf ("data: %.1018s\n", kilobyte);

  /* 64 of 1 KiB fill a line; lines of 1018 + 1 bytes fill an event of 256 KiB. */
  g_assert_cmpuint (push_until_refused (kilobyte, 1024), ==, MOEI_EVENT_PARSER_MAX_LINE / 1024);
  g_assert_cmpuint (push_until_refused (line, strlen (line)), ==, MOEI_EVENT_PARSER_MAX_EVENT / 1019);
  /* Comments and beats may go on for ever. */
  g_assert_cmpuint (push_until_refused (": beat\n\n", 8), ==, G_MAXUINT);
}

static void
test_largest_line (void)
{
  g_autoptr (MoeiEventParser) self = moei_event_parser_new ();
  g_autofree char *text = g_strnfill (MOEI_EVENT_PARSER_MAX_LINE - 6, 'x');
  g_autofree char *stream = g_strdup_printf ("data: %s\n\n", text);
  g_autoptr (GBytes) chunk = g_bytes_new (stream, strlen (stream));
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;

  moei_event_parser_push (self, chunk);
  g_assert_true (moei_event_parser_next (self, &type, &data, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (data), ==, strlen (text));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-parser/new-destroy", test_new_destroy);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/event-parser/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/event-parser/byte-by-byte", test_byte_by_byte);
  g_test_add_func ("/event-parser/bounds", test_bounds);
  g_test_add_func ("/event-parser/largest-line", test_largest_line);

  return g_test_run ();
}
