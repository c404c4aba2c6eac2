/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-fields.h"

G_BEGIN_DECLS

/**
 * MoeiDocumentKind:
 * @MOEI_DOCUMENT_SERVICE: what the service is, and its clock
 * @MOEI_DOCUMENT_SITUATION: the revisions of all other documents, and the headline
 * @MOEI_DOCUMENT_PLACES: sites, holding places, crossings, stations, airports
 * @MOEI_DOCUMENT_ROUTES: roads between them
 * @MOEI_DOCUMENT_CONVOYS: the convoys of a day
 * @MOEI_DOCUMENT_FLIGHTS: the flights of a day
 * @MOEI_DOCUMENT_WEEK: the quota days of a week
 * @MOEI_DOCUMENT_NATIONALITIES: the queue of each nationality
 * @MOEI_DOCUMENT_RULE: lane rules and holidays
 * @MOEI_DOCUMENT_NOTICES: notices in force
 * @MOEI_DOCUMENT_ROLLS: lists of counts that owners handed over
 * @MOEI_DOCUMENT_CHANGES: what changed, newest first
 * @MOEI_DOCUMENT_OPERATION: what an operation in files is, as a whole
 *
 * The documents of the wire.  A file of an operation is the same document over
 * all dates.
 */
typedef enum {
  MOEI_DOCUMENT_SERVICE,
  MOEI_DOCUMENT_SITUATION,
  MOEI_DOCUMENT_PLACES,
  MOEI_DOCUMENT_ROUTES,
  MOEI_DOCUMENT_CONVOYS,
  MOEI_DOCUMENT_FLIGHTS,
  MOEI_DOCUMENT_WEEK,
  MOEI_DOCUMENT_NATIONALITIES,
  MOEI_DOCUMENT_RULE,
  MOEI_DOCUMENT_NOTICES,
  MOEI_DOCUMENT_ROLLS,
  MOEI_DOCUMENT_CHANGES,
  MOEI_DOCUMENT_OPERATION,
} MoeiDocumentKind;

#define MOEI_N_DOCUMENT_KINDS 13

const char      *moei_document_kind_get_name         (MoeiDocumentKind  kind);
const char      *moei_document_kind_get_content_type (MoeiDocumentKind  kind);
const char      *moei_document_kind_get_entities     (MoeiDocumentKind  kind);
const MoeiField *moei_document_kind_get_fields       (MoeiDocumentKind  kind);
gboolean         moei_document_kind_from_name        (const char       *name,
                                                      MoeiDocumentKind *kind);

G_END_DECLS
