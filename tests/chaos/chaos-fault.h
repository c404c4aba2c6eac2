/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ChaosFault:
 * @CHAOS_NONE: none; what comes is handed on
 * @CHAOS_DELAY: the answer comes some seconds late
 * @CHAOS_STALL: it comes later than anybody waits
 * @CHAOS_DRIP: it comes a few bytes at a time, and in time
 * @CHAOS_CREEP: the same, and not in time
 * @CHAOS_CUT_FIRST: the connection is closed before the answer
 * @CHAOS_CUT_HEAD: somewhere in its head
 * @CHAOS_CUT_BODY: somewhere in its body
 * @CHAOS_CUT_CHUNK: the body comes in chunks and ends after one of them, without the last
 * @CHAOS_RESET_FIRST: the connection is reset before the answer
 * @CHAOS_RESET_BODY: somewhere in its body
 * @CHAOS_SILENT_FIRST: nothing comes, and the connection stays
 * @CHAOS_SILENT_HEAD: nothing more comes, from somewhere in the head
 * @CHAOS_SILENT_BODY: from somewhere in the body
 * @CHAOS_SWALLOW: nothing comes before all has come
 * @CHAOS_TWICE: all comes twice
 * @CHAOS_STALE: an earlier answer comes, as from a cache that was told not to
 * @CHAOS_OTHER: the answer to another request comes
 * @CHAOS_LENGTH_SHORT: Content-Length says less than there is
 * @CHAOS_LENGTH_LONG: Content-Length says more
 * @CHAOS_FLIP: a bit of the body is another
 * @CHAOS_GZIP_CORRUPT: the compression is damaged, and the checksum is of that
 * @CHAOS_GZIP_CUT: it ends early, and the checksum is of that
 * @CHAOS_ENDLESS_HEADERS: the head does not end
 * @CHAOS_HUGE_LINE: one line that is longer than anything may be
 * @CHAOS_PORTAL: a web page comes, with status 200
 * @CHAOS_REDIRECT_LOOP: sent on to the same address
 * @CHAOS_REDIRECT_HOST: sent on to another host
 * @CHAOS_REDIRECT_HTTP: sent on to an address without TLS
 * @CHAOS_STATUS_204: nothing is there for now
 * @CHAOS_STATUS_304: it has not changed, though nobody asked
 * @CHAOS_STATUS_401: who are you
 * @CHAOS_STATUS_403: not for you
 * @CHAOS_STATUS_404: no such thing
 * @CHAOS_STATUS_407: the proxy wants a login
 * @CHAOS_STATUS_429: not so often; again after 20 s
 * @CHAOS_STATUS_500: a web page that says that something is broken
 * @CHAOS_STATUS_503: not now; again after 10 s
 *
 * What happens to an answer on its way.
 */
typedef enum {
  CHAOS_NONE,
  CHAOS_DELAY,
  CHAOS_STALL,
  CHAOS_DRIP,
  CHAOS_CREEP,
  CHAOS_CUT_FIRST,
  CHAOS_CUT_HEAD,
  CHAOS_CUT_BODY,
  CHAOS_CUT_CHUNK,
  CHAOS_RESET_FIRST,
  CHAOS_RESET_BODY,
  CHAOS_SILENT_FIRST,
  CHAOS_SILENT_HEAD,
  CHAOS_SILENT_BODY,
  CHAOS_SWALLOW,
  CHAOS_TWICE,
  CHAOS_STALE,
  CHAOS_OTHER,
  CHAOS_LENGTH_SHORT,
  CHAOS_LENGTH_LONG,
  CHAOS_FLIP,
  CHAOS_GZIP_CORRUPT,
  CHAOS_GZIP_CUT,
  CHAOS_ENDLESS_HEADERS,
  CHAOS_HUGE_LINE,
  CHAOS_PORTAL,
  CHAOS_REDIRECT_LOOP,
  CHAOS_REDIRECT_HOST,
  CHAOS_REDIRECT_HTTP,
  CHAOS_STATUS_204,
  CHAOS_STATUS_304,
  CHAOS_STATUS_401,
  CHAOS_STATUS_403,
  CHAOS_STATUS_404,
  CHAOS_STATUS_407,
  CHAOS_STATUS_429,
  CHAOS_STATUS_500,
  CHAOS_STATUS_503,
  CHAOS_N_FAULTS,
} ChaosFault;

/**
 * ChaosEnd:
 * @CHAOS_END_KEEP: the connection is kept for further requests
 * @CHAOS_END_CLOSE: it is closed
 * @CHAOS_END_RESET: it is reset
 * @CHAOS_END_SILENCE: it stays, and nothing comes any more
 *
 * What becomes of a connection when what was to be sent was sent.
 */
typedef enum {
  CHAOS_END_KEEP,
  CHAOS_END_CLOSE,
  CHAOS_END_RESET,
  CHAOS_END_SILENCE,
} ChaosEnd;

/**
 * ChaosScript:
 * @delay: milliseconds before the first byte
 * @piece: so many bytes at a time; 0 for as many as there are
 * @pause: milliseconds between two pieces
 * @limit: after so many bytes comes the end
 * @end: what it is
 * @hold: whether nothing is handed on before all is there
 * @twice: whether each piece is handed on twice
 * @flip: whether a bit of each piece becomes another
 *
 * How an answer is handed on.
 */
typedef struct {
  guint    delay;
  guint    piece;
  guint    pause;
  gsize    limit;
  ChaosEnd end;
  gboolean hold;
  gboolean twice;
  gboolean flip;
} ChaosScript;

const char *chaos_fault_get_name  (ChaosFault   fault);
gboolean    chaos_fault_from_name (const char  *name,
                                   ChaosFault  *fault);
GBytes     *chaos_fault_shape     (ChaosFault   fault,
                                   GRand       *chance,
                                   GBytes      *answer,
                                   gsize        head,
                                   gboolean     lasting,
                                   const char  *href,
                                   ChaosScript *script);

G_END_DECLS
