/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-rendition.h"

#define GZIP_LEVEL 6

struct _MoeiRendition {
  gatomicrefcount  refs;
  char            *content_type;
  MoeiCoding       identity;
  MoeiCoding       gzip;
};

static GBytes *
compress (GBytes *bytes)
{
  g_autoptr (GConverter) compressor = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, GZIP_LEVEL));
  stream = g_converter_output_stream_new (memory, compressor);
  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, NULL) ||
      !g_output_stream_close (stream, NULL, NULL))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Each coding has a tag of its own, as strong tags must: equal tags, equal bytes. */
static void
coding_init (MoeiCoding *self,
             GBytes     *bytes,
             gint64      revision)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL;
  guint8 sum[32];
  gsize sum_length = sizeof sum, length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_checksum_update (checksum, data, (gssize) length);
  self->bytes = g_bytes_ref (bytes);
  self->etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "-%.16s\"", revision, g_checksum_get_string (checksum));
  g_checksum_get_digest (checksum, sum, &sum_length);
  base64 = g_base64_encode (sum, sum_length);
  self->digest = g_strdup_printf ("sha-256=:%s:", base64);
}

static void
coding_clear (MoeiCoding *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->digest, g_free);
}

/**
 * moei_rendition_new:
 * @bytes: a document
 * @content_type: its media type
 * @revision: the revision at which it last changed
 *
 * Returns: (transfer full): the document as it is sent
 */
MoeiRendition *
moei_rendition_new (GBytes     *bytes,
                    const char *content_type,
                    gint64      revision)
{
  MoeiRendition *self = g_new0 (MoeiRendition, 1);
  g_autoptr (GBytes) gzip = compress (bytes);

  g_atomic_ref_count_init (&self->refs);
  self->content_type = g_strdup (content_type);
  coding_init (&self->identity, bytes, revision);
  if (gzip != NULL && g_bytes_get_size (gzip) < g_bytes_get_size (bytes))
    coding_init (&self->gzip, gzip, revision);
  return self;
}

/**
 * moei_rendition_ref:
 * @self: a rendition
 *
 * Returns: (transfer full): @self
 */
MoeiRendition *
moei_rendition_ref (MoeiRendition *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * moei_rendition_unref:
 * @self: (transfer full): a rendition
 */
void
moei_rendition_unref (MoeiRendition *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  coding_clear (&self->identity);
  coding_clear (&self->gzip);
  g_free (self->content_type);
  g_free (self);
}

/**
 * moei_rendition_get_content_type:
 * @self: a rendition
 *
 * Returns: its media type
 */
const char *
moei_rendition_get_content_type (const MoeiRendition *self)
{
  return self->content_type;
}

/**
 * moei_rendition_get_identity:
 * @self: a rendition
 *
 * Returns: (transfer none): it as it is
 */
const MoeiCoding *
moei_rendition_get_identity (const MoeiRendition *self)
{
  return &self->identity;
}

/**
 * moei_rendition_get_gzip:
 * @self: a rendition
 *
 * Returns: (transfer none) (nullable): it in gzip; `NULL` if that is no shorter
 */
const MoeiCoding *
moei_rendition_get_gzip (const MoeiRendition *self)
{
  return self->gzip.bytes != NULL ? &self->gzip : NULL;
}
