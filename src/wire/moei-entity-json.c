/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-field-codec.h"

#include <string.h>

/* Objects on the wire and the entities they are about. */

static MoeiEntity *decode_entity (GType                type,
                                  JsonNode            *node,
                                  const MoeiJsonPath  *path,
                                  GError             **error);

static gboolean
has_counts (const MoeiField *fields)
{
  for (const MoeiField *field = fields; field->member != NULL; field++) {
    if (field->kind == MOEI_FIELD_COUNT)
      return TRUE;
  }
  return FALSE;
}

/* Reads which of an object's counts are withheld. */
static gboolean
decode_suppressed (const MoeiField     *fields,
                   JsonObject          *object,
                   const MoeiJsonPath  *path,
                   char              ***suppressed,
                   GError             **error)
{
  static const MoeiField field = { "suppressed", MOEI_FIELD_STRINGS };
  const MoeiJsonPath suppressed_path = { path, field.member, 0 };
  g_auto (GValue) value = G_VALUE_INIT;
  JsonNode *node = json_object_get_member (object, field.member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || !has_counts (fields))
    return TRUE;

  g_value_init (&value, G_TYPE_STRV);
  if (!moei_field_decode (&field, node, &suppressed_path, &value, error))
    return FALSE;
  *suppressed = g_value_dup_boxed (&value);
  return TRUE;
}

static gboolean
is_suppressed (const MoeiField   *field,
               const char *const *suppressed)
{
  return field->kind == MOEI_FIELD_COUNT && suppressed != NULL &&
         g_strv_contains (suppressed, field->member);
}

static gboolean
decode_constant (const MoeiField     *field,
                 JsonNode            *node,
                 const MoeiJsonPath  *path,
                 GError             **error)
{
  const char *string;

  if (!moei_json_get_string (node, path, &string, error))
    return FALSE;
  if (!g_str_equal (string, field->constant))
    return moei_json_fail (path, MOEI_WIRE_ERROR_SCHEMA, error, "must be \"%s\"", field->constant);
  return TRUE;
}

static GParamSpec **
find_properties (const MoeiField *fields,
                 MoeiEntity      *entity)
{
  GObjectClass *klass = g_type_class_ref (G_OBJECT_TYPE (entity));
  GArray *properties = g_array_new (FALSE, FALSE, sizeof (GParamSpec *));

  for (const MoeiField *field = fields; field->member != NULL; field++) {
    GParamSpec *pspec = g_object_class_find_property (klass, moei_field_get_property (field));

    g_array_append_val (properties, pspec);
  }
  return (GParamSpec **) g_array_free (properties, FALSE);
}

/* The properties of one class that its @fields are about, in their order.
 * GObject finds them by their names, which is most of the work of a small
 * document: so each is found only once. */
static GParamSpec **
get_properties (const MoeiField *fields,
                MoeiEntity      *entity)
{
  static GMutex mutex;
  static GHashTable *known; /* MoeiField[] → GParamSpec *[] */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GParamSpec **properties;

  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);

  properties = g_hash_table_lookup (known, fields);
  if (properties == NULL) {
    properties = find_properties (fields, entity);
    g_hash_table_insert (known, (gpointer) fields, properties);
  }
  return properties;
}

static gboolean
decode_collection (JsonNode            *node,
                   const MoeiJsonPath  *path,
                   MoeiEntity          *entity,
                   GParamSpec          *pspec,
                   GError             **error)
{
  MoeiCollection *collection = g_value_get_object (moei_entity_get_field (entity, pspec->param_id));
  JsonArray *array;
  GType type;

  type = g_list_model_get_item_type (G_LIST_MODEL (collection));

  if (!moei_json_get_array (node, path, &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++) {
    const MoeiJsonPath item_path = { path, NULL, i };
    g_autoptr (MoeiEntity) item = decode_entity (type, json_array_get_element (array, i), &item_path, error);

    if (item == NULL)
      return FALSE;
    if (moei_collection_lookup (collection, moei_entity_get_id (item)) != NULL)
      return moei_json_fail (&item_path, MOEI_WIRE_ERROR_DUPLICATE, error,
                             "\"%s\" is given twice", moei_entity_get_id (item));
    moei_collection_append (collection, g_steal_pointer (&item));
  }
  return TRUE;
}

static gboolean
decode_value (const MoeiField     *field,
              JsonNode            *node,
              const MoeiJsonPath  *path,
              MoeiEntity          *entity,
              GParamSpec          *pspec,
              GError             **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  if (!moei_field_decode (field, node, path, &value, error))
    return FALSE;

  /* An entity was made with its id. */
  if (field->kind != MOEI_FIELD_ID)
    moei_entity_take_field (entity, pspec, &value);
  return TRUE;
}

static gboolean
decode_field (const MoeiField     *field,
              JsonNode            *node,
              const MoeiJsonPath  *path,
              MoeiEntity          *entity,
              GParamSpec          *pspec,
              GError             **error)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node)) {
    if (field->required)
      return moei_json_fail (path, MOEI_WIRE_ERROR_MISSING, error,
                             node != NULL ? "must not be null" : "missing");
    return TRUE;
  }

  if (field->kind == MOEI_FIELD_CONSTANT)
    return decode_constant (field, node, path, error);
  if (field->kind == MOEI_FIELD_GROUP)
    return moei_fields_decode (field->fields, node, path, entity, error);
  if (field->kind == MOEI_FIELD_COLLECTION)
    return decode_collection (node, path, entity, pspec, error);
  return decode_value (field, node, path, entity, pspec, error);
}

/**
 * moei_fields_decode:
 * @fields: the members that an object may have
 * @node: what should be such an object
 * @path: where it is
 * @entity: what to set; on failure some of it may be
 * @error: where to say what is wrong
 *
 * Sets an entity's properties from an object.  Members not in @fields are let
 * be, for the sake of newer services.
 *
 * Returns: whether @node was such an object
 */
gboolean
moei_fields_decode (const MoeiField     *fields,
                    JsonNode            *node,
                    const MoeiJsonPath  *path,
                    MoeiEntity          *entity,
                    GError             **error)
{
  g_auto (GStrv) suppressed = NULL;
  GParamSpec **properties = get_properties (fields, entity);
  JsonObject *object;

  if (!moei_json_get_object (node, path, &object, error) ||
      !decode_suppressed (fields, object, path, &suppressed, error))
    return FALSE;

  for (const MoeiField *field = fields; field->member != NULL; field++) {
    const MoeiJsonPath member_path = { path, field->member, 0 };
    JsonNode *member = json_object_get_member (object, field->member);

    if (is_suppressed (field, (const char *const *) suppressed)) {
      if (member != NULL && !JSON_NODE_HOLDS_NULL (member))
        return moei_json_fail (&member_path, MOEI_WIRE_ERROR_VALUE, error,
                               "given, although \"suppressed\" names it");
      g_object_set (entity, moei_field_get_property (field), MOEI_COUNT_SUPPRESSED, NULL);
    } else if (!decode_field (field, member, &member_path, entity, properties[field - fields], error)) {
      return FALSE;
    }
  }
  return TRUE;
}

static MoeiEntity *
decode_entity (GType                type,
               JsonNode            *node,
               const MoeiJsonPath  *path,
               GError             **error)
{
  const MoeiField *fields = moei_fields_of_type (type);
  const MoeiField *id_field = fields;
  g_autoptr (MoeiEntity) entity = NULL;
  JsonNode *id_node;
  JsonObject *object;

  while (id_field->kind != MOEI_FIELD_ID)
    id_field++;

  if (!moei_json_get_object (node, path, &object, error))
    return NULL;

  /* Whatever is wrong with the id is said when its turn comes. */
  id_node = json_object_get_member (object, id_field->member);
  entity = g_object_new (type,
                         "id", id_node != NULL && json_node_get_value_type (id_node) == G_TYPE_STRING
                                 ? json_node_get_string (id_node)
                                 : NULL,
                         NULL);
  return moei_fields_decode (fields, node, path, entity, error) ? g_steal_pointer (&entity) : NULL;
}

static void
encode_collection (MoeiCollection *collection,
                   MoeiJsonWriter *writer)
{
  moei_json_open (writer, '[');
  for (guint i = 0; i < moei_collection_size (collection); i++) {
    MoeiEntity *item = moei_collection_get (collection, i);

    moei_fields_encode (moei_fields_of_type (G_OBJECT_TYPE (item)), item, writer);
  }
  moei_json_close (writer, ']');
}

/* Writes a member; or keeps its name for later, if it is withheld. */
static void
encode_value (const MoeiField *field,
              MoeiEntity      *entity,
              GPtrArray       *suppressed,
              MoeiJsonWriter  *writer)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (entity), moei_field_get_property (field), &value);

  if (field->kind == MOEI_FIELD_COUNT && g_value_get_int (&value) == MOEI_COUNT_SUPPRESSED) {
    g_ptr_array_add (suppressed, (char *) field->member);
    return;
  }
  if (field->sparse && !moei_field_is_known (field, &value))
    return;

  moei_json_write_member (writer, field->member);
  if (field->kind == MOEI_FIELD_COLLECTION)
    encode_collection (g_value_get_object (&value), writer);
  else
    moei_field_encode (field, &value, writer);
}

/**
 * moei_fields_encode:
 * @fields: the members that an object has
 * @entity: what it is about
 * @writer: where to write it
 *
 * Writes an entity as an object, in the order of @fields.
 */
void
moei_fields_encode (const MoeiField *fields,
                    MoeiEntity      *entity,
                    MoeiJsonWriter  *writer)
{
  g_autoptr (GPtrArray) suppressed = g_ptr_array_new ();

  moei_json_open (writer, '{');
  for (const MoeiField *field = fields; field->member != NULL; field++) {
    if (field->kind == MOEI_FIELD_CONSTANT) {
      moei_json_write_member (writer, field->member);
      moei_json_write_string (writer, field->constant);
    } else if (field->kind == MOEI_FIELD_GROUP) {
      moei_json_write_member (writer, field->member);
      moei_fields_encode (field->fields, entity, writer);
    } else {
      encode_value (field, entity, suppressed, writer);
    }
  }

  if (suppressed->len > 0) {
    moei_json_write_member (writer, "suppressed");
    moei_json_open (writer, '[');
    for (guint i = 0; i < suppressed->len; i++)
      moei_json_write_string (writer, suppressed->pdata[i]);
    moei_json_close (writer, ']');
  }
  moei_json_close (writer, '}');
}

/**
 * moei_entity_to_json:
 * @entity: an entity of a class that is written
 *
 * Writes an entity as a document has it in its array.
 *
 * Returns: (transfer full): a JSON text
 */
char *
moei_entity_to_json (MoeiEntity *entity)
{
  const MoeiField *fields = moei_fields_of_type (G_OBJECT_TYPE (entity));
  MoeiJsonWriter writer = { NULL, FALSE };

  g_return_val_if_fail (fields != NULL, NULL);

  writer.text = g_string_new (NULL);
  moei_fields_encode (fields, entity, &writer);
  return g_string_free (writer.text, FALSE);
}

/**
 * moei_entity_from_json:
 * @type: the class of the entity
 * @json: a JSON text
 * @error: what is wrong with it, and where
 *
 * Reads what moei_entity_to_json() wrote, as strictly as a document.
 *
 * Returns: (transfer full) (nullable): the entity
 */
MoeiEntity *
moei_entity_from_json (GType        type,
                       const char  *json,
                       GError     **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (moei_fields_of_type (type) != NULL, NULL);
  g_return_val_if_fail (json != NULL, NULL);

  root = moei_json_parse (json, strlen (json), NULL, error);
  return root != NULL ? decode_entity (type, root, NULL, error) : NULL;
}
