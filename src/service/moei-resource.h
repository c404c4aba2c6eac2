/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-document-kind.h"

G_BEGIN_DECLS

#define MOEI_RESOURCE_ERROR (moei_resource_error_quark ())

/**
 * MoeiResourceError:
 * @MOEI_RESOURCE_ERROR_UNKNOWN: nothing is at that address
 * @MOEI_RESOURCE_ERROR_DATE: its date is none
 * @MOEI_RESOURCE_ERROR_WEEK: its week is none
 *
 * Why an address leads nowhere.
 */
typedef enum {
  MOEI_RESOURCE_ERROR_UNKNOWN,
  MOEI_RESOURCE_ERROR_DATE,
  MOEI_RESOURCE_ERROR_WEEK,
} MoeiResourceError;

/**
 * MoeiResource:
 * @kind: which document
 * @day: its date; the Monday of its week; the operating day of a situation;
 *   else `MOEI_DAY_UNKNOWN`
 * @href: its one proper address
 *
 * A document that can be asked for.
 */
typedef struct {
  MoeiDocumentKind  kind;
  guint             day;
  char             *href;
} MoeiResource;

GQuark        moei_resource_error_quark (void);

MoeiResource *moei_resource_new         (MoeiDocumentKind     kind,
                                         guint                day);
MoeiResource *moei_resource_parse       (const char          *path,
                                         GHashTable          *query,
                                         guint                today,
                                         GError             **error);
void          moei_resource_free        (MoeiResource        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiResource, moei_resource_free)

G_END_DECLS
