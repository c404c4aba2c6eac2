/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-change-values.h"

#include "operation/moei-collection.h"
#include "operation/moei-word-types.h"
#include "wire/moei-instant.h"
#include "wire/moei-text-json.h"

/* What a change says, out of entities as they are written.  Whatever is not as
 * the wire would have it is not said. */

/**
 * moei_change_get_member:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (nullable): its string; `NULL` if it is none
 */
const char *
moei_change_get_member (JsonObject *object,
                        const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;
  const char *string;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  string = json_node_get_string (node);
  return g_utf8_strlen (string, -1) <= MOEI_JSON_MAX_STRING ? string : NULL;
}

/**
 * moei_change_is_withheld:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: whether the object says that it withholds that member
 */
gboolean
moei_change_is_withheld (JsonObject *object,
                         const char *member)
{
  JsonArray *names = moei_change_get_items (object, "suppressed");

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++) {
    JsonNode *node = json_array_get_element (names, i);

    if (json_node_get_value_type (node) == G_TYPE_STRING &&
        g_strcmp0 (json_node_get_string (node), member) == 0)
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_change_get_items:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (nullable): its array; `NULL` if it is none
 */
JsonArray *
moei_change_get_items (JsonObject *object,
                       const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * moei_change_find_item:
 * @items: (nullable): an array
 * @id: (nullable): an id
 *
 * Returns: (nullable): the object of that id
 */
JsonObject *
moei_change_find_item (JsonArray  *items,
                       const char *id)
{
  for (guint i = 0; id != NULL && items != NULL && i < json_array_get_length (items); i++) {
    JsonNode *node = json_array_get_element (items, i);

    if (JSON_NODE_HOLDS_OBJECT (node) &&
        g_strcmp0 (moei_change_get_member (json_node_get_object (node), "id"), id) == 0)
      return json_node_get_object (node);
  }
  return NULL;
}

/**
 * moei_change_get_instant:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: its time; `MOEI_INSTANT_UNKNOWN` if it is none
 */
gint64
moei_change_get_instant (JsonObject *object,
                         const char *member)
{
  const char *string = moei_change_get_member (object, member);
  gint64 instant;

  return string != NULL && moei_instant_parse (string, &instant) ? instant : MOEI_INSTANT_UNKNOWN;
}

/**
 * moei_change_set_source:
 * @self: a change
 * @object: (nullable): what it is about
 *
 * Takes over whose word it is, as of when and where from.
 */
void
moei_change_set_source (MoeiChange *self,
                        JsonObject *object)
{
  g_autoptr (GEnumClass) origins = g_type_class_ref (MOEI_TYPE_ORIGIN);
  const char *origin = moei_change_get_member (object, "origin");
  GEnumValue *word = origin != NULL ? g_enum_get_value_by_nick (origins, origin) : NULL;

  g_object_set (self,
                "owner", moei_change_get_member (object, "owner"),
                "observed", moei_change_get_instant (object, "observed"),
                "source", moei_change_get_member (object, "source"),
                "origin", word != NULL ? word->value : MOEI_ORIGIN_UNKNOWN,
                NULL);
}

/**
 * moei_change_set_value:
 * @self: a change
 * @property: "before" or "after"
 * @object: (nullable): what has the value
 * @member: its member
 *
 * Returns: whether there is a value
 */
gboolean
moei_change_set_value (MoeiChange *self,
                       const char *property,
                       JsonObject *object,
                       const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;
  g_autofree char *number = NULL;
  const char *value = moei_change_get_member (object, member);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    value = number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_BOOLEAN)
    value = json_node_get_boolean (node) ? "true" : "false";

  g_object_set (self, property, value, NULL);
  return value != NULL;
}

/**
 * moei_change_set_text:
 * @self: a change
 * @property: "name", "before-text" or "after-text"
 * @object: (nullable): what has the text
 * @member: its member
 *
 * Returns: whether there is a text
 */
gboolean
moei_change_set_text (MoeiChange *self,
                      const char *property,
                      JsonObject *object,
                      const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;
  g_autoptr (MoeiText) text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || !moei_text_decode (node, NULL, &text, NULL))
    return FALSE;

  g_object_set (self, property, text, NULL);
  return TRUE;
}

/**
 * moei_change_says:
 * @self: a change
 *
 * Returns: whether what it says after differs from what it says before
 */
gboolean
moei_change_says (MoeiChange *self)
{
  return g_strcmp0 (moei_change_get_before (self), moei_change_get_after (self)) != 0 ||
         !moei_text_equal (moei_change_get_before_text (self), moei_change_get_after_text (self));
}
