/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-document.h"
#include "wire/moei-entity-json.h"

/* "features[2]" could be a place or a route, so that these two are named. */
static const char *
get_root (MoeiDocumentKind kind)
{
  return kind == MOEI_DOCUMENT_PLACES || kind == MOEI_DOCUMENT_ROUTES ? moei_document_kind_get_name (kind) : NULL;
}

/**
 * moei_document_decode:
 * @kind: which document it should be
 * @bytes: what arrived
 * @error: what is wrong with it, and where
 *
 * Reads a document whole, or not at all.  Members that are not known are let
 * be, and words that are not known become *unknown*; everything else must be
 * as the contract has it.
 *
 * Returns: (transfer full) (nullable): the document
 */
MoeiDocument *
moei_document_decode (MoeiDocumentKind   kind,
                      GBytes            *bytes,
                      GError           **error)
{
  g_autoptr (MoeiDocument) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  MoeiJsonPath path = { NULL, "", 0 };
  gconstpointer text;
  gsize length;

  g_return_val_if_fail (kind < MOEI_N_DOCUMENT_KINDS, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (get_root (kind) != NULL)
    path.member = get_root (kind);

  text = g_bytes_get_data (bytes, &length);
  if (length > MOEI_DOCUMENT_MAX_BYTES) {
    moei_json_fail (&path, MOEI_WIRE_ERROR_TOO_LARGE, error, "more than %d bytes", MOEI_DOCUMENT_MAX_BYTES);
    return NULL;
  }

  root = moei_json_parse (text, length, get_root (kind), error);
  if (root == NULL)
    return NULL;

  self = moei_document_new (kind);
  if (!moei_fields_decode (moei_document_kind_get_fields (kind), root, &path, MOEI_ENTITY (self), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * moei_document_encode:
 * @self: a document
 *
 * Writes a document; the same document always as the same bytes.
 *
 * Returns: (transfer full): a JSON text
 */
GBytes *
moei_document_encode (MoeiDocument *self)
{
  MoeiJsonWriter writer = { NULL, FALSE };

  g_return_val_if_fail (MOEI_IS_DOCUMENT (self), NULL);

  writer.text = g_string_new (NULL);
  moei_fields_encode (moei_document_kind_get_fields (moei_document_get_kind (self)), MOEI_ENTITY (self), &writer);
  return g_string_free_to_bytes (writer.text);
}
