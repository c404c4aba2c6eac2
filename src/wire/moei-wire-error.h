/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOEI_WIRE_ERROR (moei_wire_error_quark ())

/**
 * MoeiWireError:
 * @MOEI_WIRE_ERROR_TOO_LARGE: more bytes than a document may have
 * @MOEI_WIRE_ERROR_ENCODING: not UTF-8, or a character that may not occur
 * @MOEI_WIRE_ERROR_SYNTAX: not JSON as RFC 8259 has it
 * @MOEI_WIRE_ERROR_LIMIT: nested too deeply, too many members or items, a number too great for any machine
 * @MOEI_WIRE_ERROR_DUPLICATE: a member, or an id, given twice
 * @MOEI_WIRE_ERROR_SCHEMA: another kind of document, or a version of it that this program does not know
 * @MOEI_WIRE_ERROR_MISSING: a required member is absent or null
 * @MOEI_WIRE_ERROR_TYPE: a value of the wrong type
 * @MOEI_WIRE_ERROR_RANGE: a number out of its range
 * @MOEI_WIRE_ERROR_VALUE: a text that is not the time, id or code that it should be
 *
 * Why a text from the wire was refused.  The message of each names the place
 * within the document, for whoever has to mend it, and is not translated.
 */
typedef enum {
  MOEI_WIRE_ERROR_TOO_LARGE,
  MOEI_WIRE_ERROR_ENCODING,
  MOEI_WIRE_ERROR_SYNTAX,
  MOEI_WIRE_ERROR_LIMIT,
  MOEI_WIRE_ERROR_DUPLICATE,
  MOEI_WIRE_ERROR_SCHEMA,
  MOEI_WIRE_ERROR_MISSING,
  MOEI_WIRE_ERROR_TYPE,
  MOEI_WIRE_ERROR_RANGE,
  MOEI_WIRE_ERROR_VALUE,
} MoeiWireError;

GQuark moei_wire_error_quark (void);

G_END_DECLS
