/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-json-reader.h"
#include "wire/moei-json-scan.h"

#include <math.h>
#include <string.h>

/* json-glib's own getters log a CRITICAL when a value is of another type than
 * the caller hoped for.  These say so instead, and where. */

static void
append_path (GString            *string,
             const MoeiJsonPath *path)
{
  if (path == NULL)
    return;

  append_path (string, path->parent);
  if (path->member == NULL)
    g_string_append_printf (string, "[%u]", path->index);
  else if (path->member[0] != '\0')
    g_string_append_printf (string, "%s%s", string->len > 0 ? "." : "", path->member);
}

/**
 * moei_json_fail:
 * @path: (nullable): where in the document
 * @code: why
 * @error: where to put it
 * @format: what is wrong there, for printf()
 * @...: its arguments
 *
 * Says that a value is wrong.
 *
 * Returns: `FALSE`
 */
gboolean
moei_json_fail (const MoeiJsonPath  *path,
                MoeiWireError        code,
                GError             **error,
                const char          *format,
                ...)
{
  g_autoptr (GString) where = g_string_new (NULL);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  append_path (where, path);
  g_set_error (error, MOEI_WIRE_ERROR, code, "%s: %s", where->len > 0 ? where->str : "document", what);
  return FALSE;
}

/**
 * moei_json_parse:
 * @text: (array length=length): a text from outside
 * @length: its length in bytes
 * @root: (nullable): what errors call the document's root
 * @error: what is wrong, and where
 *
 * Parses a text after having looked at it strictly with moei_json_scan().
 *
 * Returns: (transfer full) (nullable): its root
 */
JsonNode *
moei_json_parse (const char  *text,
                 gsize        length,
                 const char  *root,
                 GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parser_error = NULL;

  if (!moei_json_scan (text, length, root, error))
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, length, &parser_error)) {
    g_set_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_SYNTAX, "%s: %s",
                 root != NULL ? root : "document", parser_error->message);
    return NULL;
  }
  return json_parser_steal_root (parser);
}

static gboolean
fail_type (JsonNode            *node,
           const MoeiJsonPath  *path,
           const char          *wanted,
           GError             **error)
{
  const char *found = "nothing";

  if (JSON_NODE_HOLDS_OBJECT (node))
    found = "an object";
  else if (JSON_NODE_HOLDS_ARRAY (node))
    found = "an array";
  else if (JSON_NODE_HOLDS_NULL (node))
    found = "null";
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    found = "a string";
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    found = "true or false";
  else
    found = "a number";

  return moei_json_fail (path, MOEI_WIRE_ERROR_TYPE, error, "must be %s, not %s", wanted, found);
}

/**
 * moei_json_get_object:
 * @node: a value
 * @path: where it is
 * @object: (out) (transfer none): the object that it is
 * @error: where to say that it is none
 *
 * Returns: whether it is one
 */
gboolean
moei_json_get_object (JsonNode            *node,
                      const MoeiJsonPath  *path,
                      JsonObject         **object,
                      GError             **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_type (node, path, "an object", error);

  *object = json_node_get_object (node);
  return TRUE;
}

/**
 * moei_json_get_array:
 * @node: a value
 * @path: where it is
 * @array: (out) (transfer none): the array that it is
 * @error: where to say that it is none, or too long
 *
 * Returns: whether it is one of at most `MOEI_JSON_MAX_ITEMS` items
 */
gboolean
moei_json_get_array (JsonNode            *node,
                     const MoeiJsonPath  *path,
                     JsonArray          **array,
                     GError             **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_type (node, path, "an array", error);
  if (json_array_get_length (json_node_get_array (node)) > MOEI_JSON_MAX_ITEMS)
    return moei_json_fail (path, MOEI_WIRE_ERROR_LIMIT, error, "more than %d items", MOEI_JSON_MAX_ITEMS);

  *array = json_node_get_array (node);
  return TRUE;
}

/**
 * moei_json_get_string:
 * @node: a value
 * @path: where it is
 * @string: (out) (transfer none): the string that it is
 * @error: where to say that it is none, or too long
 *
 * Returns: whether it is one of at most `MOEI_JSON_MAX_STRING` characters
 */
gboolean
moei_json_get_string (JsonNode            *node,
                      const MoeiJsonPath  *path,
                      const char         **string,
                      GError             **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_type (node, path, "a string", error);
  /* A character has a byte at least. */
  if (strlen (json_node_get_string (node)) > MOEI_JSON_MAX_STRING &&
      g_utf8_strlen (json_node_get_string (node), -1) > MOEI_JSON_MAX_STRING)
    return moei_json_fail (path, MOEI_WIRE_ERROR_LIMIT, error, "more than %d characters", MOEI_JSON_MAX_STRING);

  *string = json_node_get_string (node);
  return TRUE;
}

/**
 * moei_json_get_boolean:
 * @node: a value
 * @path: where it is
 * @boolean: (out): whether it is true
 * @error: where to say that it is neither true nor false
 *
 * Returns: whether it is either
 */
gboolean
moei_json_get_boolean (JsonNode            *node,
                       const MoeiJsonPath  *path,
                       gboolean            *boolean,
                       GError             **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_type (node, path, "true or false", error);

  *boolean = json_node_get_boolean (node);
  return TRUE;
}

/**
 * moei_json_get_integer:
 * @node: a value
 * @path: where it is
 * @minimum: its least value
 * @maximum: its greatest
 * @integer: (out): the whole number that it is
 * @error: where to say that it is none, or out of range
 *
 * As in JSON Schema, 3.0 and 3e0 are ways to write the whole number 3.
 *
 * Returns: whether it is one in that range
 */
gboolean
moei_json_get_integer (JsonNode            *node,
                       const MoeiJsonPath  *path,
                       gint64               minimum,
                       gint64               maximum,
                       gint64              *integer,
                       GError             **error)
{
  double number;

  if (!moei_json_get_double (node, path, &number, error))
    return FALSE;
  if (number != trunc (number))
    return moei_json_fail (path, MOEI_WIRE_ERROR_TYPE, error, "must be a whole number");

  /* Every range on the wire ends within 2^53, where doubles are exact. */
  if (number < minimum || number > maximum)
    return moei_json_fail (path, MOEI_WIRE_ERROR_RANGE, error,
                           "must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, minimum, maximum);

  *integer = (gint64) number;
  return TRUE;
}

/**
 * moei_json_get_double:
 * @node: a value
 * @path: where it is
 * @number: (out): the number that it is
 * @error: where to say that it is none
 *
 * Returns: whether it is one
 */
gboolean
moei_json_get_double (JsonNode            *node,
                      const MoeiJsonPath  *path,
                      double              *number,
                      GError             **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return fail_type (node, path, "a number", error);

  *number = type == G_TYPE_INT64 ? (double) json_node_get_int (node) : json_node_get_double (node);
  return TRUE;
}
