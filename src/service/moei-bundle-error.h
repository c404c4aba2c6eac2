/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOEI_BUNDLE_ERROR (moei_bundle_error_quark ())

/**
 * MoeiBundleError:
 * @MOEI_BUNDLE_ERROR_MISSING: a file of the operation is not there
 * @MOEI_BUNDLE_ERROR_REFERENCE: something names an id that nothing has
 * @MOEI_BUNDLE_ERROR_DATE: something that must belong to a day has none
 *
 * Why a folder of files is not an operation.  What a file itself has wrong is
 * said in the wire's own error domain, and what the disk refuses in GIO's;
 * all of them begin with the name of the file.
 */
typedef enum {
  MOEI_BUNDLE_ERROR_MISSING,
  MOEI_BUNDLE_ERROR_REFERENCE,
  MOEI_BUNDLE_ERROR_DATE,
} MoeiBundleError;

GQuark moei_bundle_error_quark (void);

G_END_DECLS
