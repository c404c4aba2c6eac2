/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "wire/moei-document-kind.h"

G_BEGIN_DECLS

/* The size of a document, in bytes, beyond which nobody looks at it. */
#define MOEI_DOCUMENT_MAX_BYTES (8 * 1024 * 1024)

/**
 * MoeiHeadline:
 * @MOEI_HEADLINE_QUOTA: people allowed to leave today
 * @MOEI_HEADLINE_DEPARTED: people who have left today
 * @MOEI_HEADLINE_AT_AIRPORT: people at the airport now
 * @MOEI_HEADLINE_ON_BUS: people on a bus now
 * @MOEI_HEADLINE_SLOT_GIVEN: people with a slot who have not set out
 * @MOEI_HEADLINE_WAITING: people who wait for a slot
 *
 * The figures of the situation.
 */
typedef enum {
  MOEI_HEADLINE_QUOTA,
  MOEI_HEADLINE_DEPARTED,
  MOEI_HEADLINE_AT_AIRPORT,
  MOEI_HEADLINE_ON_BUS,
  MOEI_HEADLINE_SLOT_GIVEN,
  MOEI_HEADLINE_WAITING,
} MoeiHeadline;

#define MOEI_TYPE_DOCUMENT (moei_document_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDocument, moei_document, MOEI, DOCUMENT, MoeiEntity)

MoeiDocument     *moei_document_new                (MoeiDocumentKind   kind);
MoeiDocument     *moei_document_decode             (MoeiDocumentKind   kind,
                                                    GBytes            *bytes,
                                                    GError           **error);
GBytes           *moei_document_encode             (MoeiDocument      *self);

MoeiDocumentKind  moei_document_get_kind           (MoeiDocument      *self);
gint64            moei_document_get_revision       (MoeiDocument      *self);
gint64            moei_document_get_generated      (MoeiDocument      *self);
const char       *moei_document_get_epoch          (MoeiDocument      *self);
guint             moei_document_get_date           (MoeiDocument      *self);
const char       *moei_document_get_week           (MoeiDocument      *self);
const char       *moei_document_get_timezone       (MoeiDocument      *self);
guint             moei_document_get_operating_day  (MoeiDocument      *self);
const MoeiText   *moei_document_get_name           (MoeiDocument      *self);
gboolean          moei_document_get_exercise       (MoeiDocument      *self);
gint64            moei_document_get_start          (MoeiDocument      *self);
gint64            moei_document_get_end            (MoeiDocument      *self);
gint64            moei_document_get_clock_time     (MoeiDocument      *self);
double            moei_document_get_clock_rate     (MoeiDocument      *self);
const char       *moei_document_get_role           (MoeiDocument      *self);
int               moei_document_get_ping_interval  (MoeiDocument      *self);
gint64            moei_document_get_body_limit     (MoeiDocument      *self);
int               moei_document_get_headline       (MoeiDocument      *self,
                                                    MoeiHeadline       figure);
gint64            moei_document_get_observed       (MoeiDocument      *self);
MoeiCollection   *moei_document_get_entities       (MoeiDocument      *self);
MoeiCollection   *moei_document_get_holidays       (MoeiDocument      *self);
MoeiCollection   *moei_document_get_links          (MoeiDocument      *self);
MoeiCollection   *moei_document_get_documents      (MoeiDocument      *self);
gint64            moei_document_lookup_revision    (MoeiDocument      *self,
                                                    const char        *href);

G_END_DECLS
