/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chaos-fault.h"

#include <string.h>

/* More than any line, document or head may have. */
#define HUGE_LINE (9 * 1024 * 1024)
#define HUGE_HEAD (256 * 1024)

/* How late is late, and later than anybody waits, in milliseconds. */
#define DELAY 4000
#define STALL 50000

#define PAGE "<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Log in to this network</h1></body></html>"

static const char * const names[CHAOS_N_FAULTS] = {
  [CHAOS_NONE] = "none",
  [CHAOS_DELAY] = "delay",
  [CHAOS_STALL] = "stall",
  [CHAOS_DRIP] = "drip",
  [CHAOS_CREEP] = "creep",
  [CHAOS_CUT_FIRST] = "cut-first",
  [CHAOS_CUT_HEAD] = "cut-head",
  [CHAOS_CUT_BODY] = "cut-body",
  [CHAOS_CUT_CHUNK] = "cut-chunk",
  [CHAOS_RESET_FIRST] = "reset-first",
  [CHAOS_RESET_BODY] = "reset-body",
  [CHAOS_SILENT_FIRST] = "silent-first",
  [CHAOS_SILENT_HEAD] = "silent-head",
  [CHAOS_SILENT_BODY] = "silent-body",
  [CHAOS_SWALLOW] = "swallow",
  [CHAOS_TWICE] = "twice",
  [CHAOS_STALE] = "stale",
  [CHAOS_OTHER] = "other",
  [CHAOS_LENGTH_SHORT] = "length-short",
  [CHAOS_LENGTH_LONG] = "length-long",
  [CHAOS_FLIP] = "flip",
  [CHAOS_GZIP_CORRUPT] = "gzip-corrupt",
  [CHAOS_GZIP_CUT] = "gzip-cut",
  [CHAOS_ENDLESS_HEADERS] = "endless-headers",
  [CHAOS_HUGE_LINE] = "huge-line",
  [CHAOS_PORTAL] = "portal",
  [CHAOS_REDIRECT_LOOP] = "redirect-loop",
  [CHAOS_REDIRECT_HOST] = "redirect-host",
  [CHAOS_REDIRECT_HTTP] = "redirect-http",
  [CHAOS_STATUS_204] = "status-204",
  [CHAOS_STATUS_304] = "status-304",
  [CHAOS_STATUS_401] = "status-401",
  [CHAOS_STATUS_403] = "status-403",
  [CHAOS_STATUS_404] = "status-404",
  [CHAOS_STATUS_407] = "status-407",
  [CHAOS_STATUS_429] = "status-429",
  [CHAOS_STATUS_500] = "status-500",
  [CHAOS_STATUS_503] = "status-503",
};

const char *
chaos_fault_get_name (ChaosFault fault)
{
  return names[fault];
}

gboolean
chaos_fault_from_name (const char *name,
                       ChaosFault *fault)
{
  for (guint i = 0; i < CHAOS_N_FAULTS; i++) {
    if (g_str_equal (names[i], name)) {
      *fault = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* A number from 0 to @n, without @n. */
static gsize
below (GRand *chance,
       gsize  n)
{
  return n > 1 ? (gsize) g_rand_int_range (chance, 0, (gint32) MIN (n, G_MAXINT32)) : 0;
}

static GBytes *
answer_of_ours (const char *status,
                const char *header,
                const char *type,
                const char *body)
{
  char *text = g_strdup_printf ("HTTP/1.1 %s\r\n%sContent-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s",
                                status, header, type, strlen (body), body);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
redirect (const char *to,
          const char *href)
{
  g_autofree char *header = g_strdup_printf ("Location: %s%s\r\n", to, href);

  return answer_of_ours ("302 Found", header, "text/html", PAGE);
}

static GBytes *
answer_with_status (ChaosFault  fault,
                    const char *href)
{
  switch ((guint) fault) {
  case CHAOS_PORTAL:
    return answer_of_ours ("200 OK", "", "text/html; charset=utf-8", PAGE);
  case CHAOS_REDIRECT_LOOP:
    return redirect ("", href);
  case CHAOS_REDIRECT_HOST:
    return redirect ("https://elsewhere.invalid", href);
  case CHAOS_REDIRECT_HTTP:
    return redirect ("http://elsewhere.invalid", href);
  case CHAOS_STATUS_204:
    return g_bytes_new_static ("HTTP/1.1 204 No Content\r\n\r\n", 27);
  case CHAOS_STATUS_304:
    return g_bytes_new_static ("HTTP/1.1 304 Not Modified\r\n\r\n", 29);
  case CHAOS_STATUS_401:
    return answer_of_ours ("401 Unauthorized", "WWW-Authenticate: Bearer\r\n", "application/problem+json", "{}");
  case CHAOS_STATUS_403:
    return answer_of_ours ("403 Forbidden", "", "application/problem+json", "{}");
  case CHAOS_STATUS_404:
    return answer_of_ours ("404 Not Found", "", "text/html", PAGE);
  case CHAOS_STATUS_407:
    return answer_of_ours ("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"net\"\r\n",
                           "text/html", PAGE);
  case CHAOS_STATUS_429:
    return answer_of_ours ("429 Too Many Requests", "Retry-After: 20\r\n", "application/problem+json", "{}");
  case CHAOS_STATUS_500:
    return answer_of_ours ("500 Internal Server Error", "", "text/html", PAGE);
  case CHAOS_STATUS_503:
    return answer_of_ours ("503 Service Unavailable", "Retry-After: 10\r\n", "text/html", PAGE);
  default:
    return NULL;
  }
}

/* The head without one of its headers; what is left ends with an empty line. */
static char *
head_without (const char *data,
              gsize       head,
              const char *header)
{
  g_autofree char *text = g_strndup (data, head - 2);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
    if (g_ascii_strncasecmp (lines[i], header, strlen (header)) != 0)
      g_string_append_printf (rest, "%s\r\n", lines[i]);
  }
  return g_string_free (rest, FALSE);
}

/* The answer with another value of a header; without @value, without it. */
static GBytes *
with_header (GBytes     *answer,
             gsize       head,
             const char *header,
             const char *value)
{
  gsize size;
  const char *data = g_bytes_get_data (answer, &size);
  g_autofree char *rest = head_without (data, head, header);
  GString *text = g_string_new (rest);

  if (value != NULL)
    g_string_append_printf (text, "%s %s\r\n", header, value);
  g_string_append (text, "\r\n");
  g_string_append_len (text, data + head, (gssize) (size - head));
  return g_string_free_to_bytes (text);
}

static gsize
find_head (GBytes *answer)
{
  gsize size;
  const char *data = g_bytes_get_data (answer, &size);
  const char *end = g_strstr_len (data, (gssize) size, "\r\n\r\n");

  return end != NULL ? (gsize) (end - data) + 4 : size;
}

static GBytes *
with_length (GBytes *answer,
             gsize   head,
             gsize   length)
{
  g_autofree char *value = g_strdup_printf ("%" G_GSIZE_FORMAT, length);

  return with_header (answer, head, "Content-Length:", value);
}

/* The answer with another body, of which length and checksum tell. */
static GBytes *
with_body (GBytes        *answer,
           gsize          head,
           gconstpointer  body,
           gsize          length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GBytes) cut = NULL;
  g_autoptr (GBytes) summed = NULL;
  GString *text = g_string_new (NULL);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, body, (gssize) length);
  g_checksum_get_digest (checksum, digest, &size);
  base64 = g_base64_encode (digest, size);
  value = g_strdup_printf ("sha-256=:%s:", base64);

  g_string_append_len (text, g_bytes_get_data (answer, NULL), (gssize) head);
  g_string_append_len (text, body, (gssize) length);
  cut = g_string_free_to_bytes (text);
  summed = with_header (cut, head, "Repr-Digest:", value);
  return with_length (summed, find_head (summed), length);
}

static GBytes *
damage_gzip (ChaosFault  fault,
             GRand      *chance,
             GBytes     *answer,
             gsize       head,
             gboolean    lasting)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (answer, &size);
  gsize length = size - head;
  g_autofree guint8 *body = g_memdup2 (data + head, length);

  if (lasting)
    return with_header (answer, head, "Content-Encoding:", "gzip");
  if (length < 30)
    return g_bytes_ref (answer);

  if (fault == CHAOS_GZIP_CUT)
    return with_body (answer, head, body, below (chance, length - 1) + 1);
  for (guint i = 0; i < 8; i++)
    body[10 + below (chance, length - 10)] ^= 0x55;
  return with_body (answer, head, body, length);
}

static GBytes *
flip_bit (GRand  *chance,
          GBytes *answer,
          gsize   head)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (answer, &size);
  guint8 *copy = g_memdup2 (data, size);

  if (size > head)
    copy[head + below (chance, size - head)] ^= (guint8) (1 << below (chance, 8));
  return g_bytes_new_take (copy, size);
}

static GBytes *
huge_line (GBytes   *answer,
           gsize     head,
           gboolean  lasting)
{
  GString *text = g_string_new (NULL);
  g_autofree char *line = g_strnfill (HUGE_LINE, 'x');
  g_autoptr (GBytes) whole = NULL;

  g_string_append_len (text, g_bytes_get_data (answer, NULL), (gssize) head);
  g_string_append (text, "data: ");
  g_string_append_len (text, line, HUGE_LINE);
  whole = g_string_free_to_bytes (text);
  return lasting ? g_bytes_ref (whole) : with_length (whole, head, HUGE_LINE + 6);
}

static GBytes *
endless_headers (void)
{
  GString *text = g_string_new ("HTTP/1.1 200 OK\r\n");

  while (text->len < HUGE_HEAD)
    g_string_append_printf (text, "X-Filler-%" G_GSIZE_FORMAT ": nothing at all\r\n", text->len);
  return g_string_free_to_bytes (text);
}

/* In chunks of which the last do not come. */
static GBytes *
in_chunks (GRand    *chance,
           GBytes   *answer,
           gsize     head,
           gboolean  lasting)
{
  g_autoptr (GBytes) bare = with_header (answer, head, "Content-Length:", NULL);
  g_autoptr (GBytes) chunked = with_header (bare, find_head (bare), "Transfer-Encoding:", "chunked");
  gsize size;
  const char *data = g_bytes_get_data (chunked, &size);
  gsize at = find_head (chunked);
  gsize piece = lasting ? size - at : (size - at) / 4 + 1;
  GString *text = g_string_new_len (data, (gssize) at);

  for (gsize n = lasting ? 1 : below (chance, 4); n > 0 && at < size; n--) {
    gsize length = MIN (piece, size - at);

    g_string_append_printf (text, "%" G_GSIZE_MODIFIER "x\r\n", length);
    g_string_append_len (text, data + at, (gssize) length);
    g_string_append (text, "\r\n");
    at += length;
  }
  return g_string_free_to_bytes (text);
}

/* Answers that are sent as they are, and then the connection is closed. */
static GBytes *
closing (GBytes      *answer,
         ChaosScript *script)
{
  script->limit = g_bytes_get_size (answer);
  script->end = CHAOS_END_CLOSE;
  return answer;
}

static void
set_pace (ChaosFault   fault,
          gboolean     lasting,
          ChaosScript *script)
{
  if (fault == CHAOS_DELAY)
    script->delay = DELAY;
  else if (fault == CHAOS_STALL)
    script->delay = STALL;
  else if (fault == CHAOS_DRIP)
    script->piece = lasting ? 40 : 4000, script->pause = 200;
  else if (fault == CHAOS_CREEP)
    script->piece = 1, script->pause = 1000;
  else if (fault == CHAOS_SWALLOW)
    script->hold = TRUE;
  else if (fault == CHAOS_TWICE)
    script->twice = TRUE;
}

/* Where the answer ends, and how. */
static void
set_end (ChaosFault   fault,
         GRand       *chance,
         gsize        head,
         gsize        size,
         gboolean     lasting,
         ChaosScript *script)
{
  /* A stream's body has hardly begun: somewhere in its first events */
  gsize body = lasting ? 250 : size - head;

  switch ((guint) fault) {
  case CHAOS_CUT_FIRST:
  case CHAOS_RESET_FIRST:
  case CHAOS_SILENT_FIRST:
    script->limit = 0;
    break;
  case CHAOS_CUT_HEAD:
  case CHAOS_SILENT_HEAD:
    script->limit = 1 + below (chance, head - 1);
    break;
  case CHAOS_CUT_BODY:
  case CHAOS_RESET_BODY:
  case CHAOS_SILENT_BODY:
    script->limit = head + below (chance, MAX (body, 1));
    break;
  default:
    return;
  }

  if (fault == CHAOS_RESET_FIRST || fault == CHAOS_RESET_BODY)
    script->end = CHAOS_END_RESET;
  else if (fault == CHAOS_SILENT_FIRST || fault == CHAOS_SILENT_HEAD || fault == CHAOS_SILENT_BODY)
    script->end = CHAOS_END_SILENCE;
  else
    script->end = CHAOS_END_CLOSE;
}

/**
 * chaos_fault_shape:
 * @fault: a fault
 * @chance: what all that is left open hangs on
 * @answer: the answer; of a lasting one its beginning
 * @head: the size of its head, with the empty line
 * @lasting: whether more comes
 * @href: what was asked for
 * @script: (out): how to hand on what is returned
 *
 * Returns: (transfer full): what becomes of @answer
 */
GBytes *
chaos_fault_shape (ChaosFault   fault,
                   GRand       *chance,
                   GBytes      *answer,
                   gsize        head,
                   gboolean     lasting,
                   const char  *href,
                   ChaosScript *script)
{
  gsize size = g_bytes_get_size (answer);
  GBytes *ours = answer_with_status (fault, href);

  *script = (ChaosScript) { .limit = G_MAXSIZE };
  if (ours != NULL)
    return closing (ours, script);

  set_pace (fault, lasting, script);
  set_end (fault, chance, head, size, lasting, script);
  switch ((guint) fault) {
  case CHAOS_CUT_CHUNK:
    return closing (in_chunks (chance, answer, head, lasting), script);
  case CHAOS_LENGTH_SHORT:
    return with_length (answer, head, below (chance, lasting ? 200 : size - head));
  case CHAOS_LENGTH_LONG:
    return with_length (answer, head, size - head + 1 + below (chance, 1000));
  case CHAOS_FLIP:
    script->flip = lasting;
    return flip_bit (chance, answer, head);
  case CHAOS_GZIP_CORRUPT:
  case CHAOS_GZIP_CUT:
    return damage_gzip (fault, chance, answer, head, lasting);
  case CHAOS_ENDLESS_HEADERS:
    script->limit = HUGE_HEAD;
    script->end = CHAOS_END_SILENCE;
    return endless_headers ();
  case CHAOS_HUGE_LINE:
    script->limit = lasting ? head + HUGE_LINE : G_MAXSIZE;
    script->end = CHAOS_END_SILENCE;
    return huge_line (answer, head, lasting);
  default:
    return g_bytes_ref (answer);
  }
}
