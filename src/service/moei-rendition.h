/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MoeiCoding:
 * @bytes: what is sent
 * @etag: its strong entity tag, with its quotation marks
 * @digest: its Repr-Digest
 *
 * A document in one content coding.
 */
typedef struct {
  GBytes *bytes;
  char   *etag;
  char   *digest;
} MoeiCoding;

/**
 * MoeiRendition:
 *
 * A document as it is sent: immutable, reference counted, made once.
 */
typedef struct _MoeiRendition MoeiRendition;

MoeiRendition    *moei_rendition_new              (GBytes              *bytes,
                                                   const char          *content_type,
                                                   gint64               revision);
MoeiRendition    *moei_rendition_ref              (MoeiRendition       *self);
void              moei_rendition_unref            (MoeiRendition       *self);
const char       *moei_rendition_get_content_type (const MoeiRendition *self);
const MoeiCoding *moei_rendition_get_identity     (const MoeiRendition *self);
const MoeiCoding *moei_rendition_get_gzip         (const MoeiRendition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiRendition, moei_rendition_unref)

G_END_DECLS
