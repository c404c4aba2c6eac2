/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-feed-error.h"
#include "feed/moei-gunzip.h"

#define PIECE (64 * 1024)

/**
 * moei_gunzip:
 * @coded: one gzip member, no less and no more
 * @limit: the most that may come out
 * @error: return location
 *
 * Unlike libsoup's own decoder it tells a body that was cut from a whole one,
 * and stops at @limit, so that a small body cannot fill the memory.
 *
 * Returns: (transfer full): the bytes; `NULL` with `MOEI_FEED_ERROR_CODING` or
 *   `MOEI_FEED_ERROR_TOO_LARGE`
 */
GBytes *
moei_gunzip (GBytes  *coded,
             gsize    limit,
             GError **error)
{
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GByteArray) decoded = g_byte_array_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree guint8 *piece = g_malloc (PIECE);
  GConverterResult result;
  gsize size, offset = 0;
  const guint8 *bytes = g_bytes_get_data (coded, &size);

  /* Then there are no bytes to point at. */
  if (size == 0) {
    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_CODING, NULL, "gzip: empty"));
    return NULL;
  }

  do {
    gsize read, written;

    result = g_converter_convert (G_CONVERTER (gunzip), bytes + offset, size - offset, piece, PIECE,
                                  G_CONVERTER_INPUT_AT_END, &read, &written, &local_error);
    if (result == G_CONVERTER_ERROR) {
      g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_CODING, NULL, "gzip: %s", local_error->message));
      return NULL;
    }

    offset += read;
    if (decoded->len + written > limit) {
      g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_TOO_LARGE, NULL,
                                                     "more than %" G_GSIZE_FORMAT " bytes", limit));
      return NULL;
    }
    g_byte_array_append (decoded, piece, written);
  } while (result != G_CONVERTER_FINISHED);

  if (offset != size) {
    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_CODING, NULL, "gzip: bytes after its end"));
    return NULL;
  }

  return g_byte_array_free_to_bytes (g_steal_pointer (&decoded));
}
