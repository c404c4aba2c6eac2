/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-settings.h"

/* GSettings ends the program where a schema, or a key of it, is not installed.
 * The schema that is there may be another version's: what it does not know is
 * not remembered, and that is all. */

/**
 * moei_settings_open:
 * @source: (nullable): where to look for the schema
 *
 * Returns: (transfer full) (nullable): the program's settings; `NULL` where
 *   their schema is not installed
 */
GSettings *
moei_settings_open (GSettingsSchemaSource *source)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, MOEI_APP_ID, TRUE);
  if (schema == NULL) {
    g_message ("the settings' schema is not installed; nothing will be remembered");
    return NULL;
  }
  return g_settings_new_full (schema, NULL, NULL);
}

static GSettingsSchemaKey *
find_key (GSettings          *self,
          const char         *key,
          const GVariantType *type)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) found = NULL;

  if (self == NULL)
    return NULL;

  g_object_get (self, "settings-schema", &schema, NULL);
  if (g_settings_schema_has_key (schema, key))
    found = g_settings_schema_get_key (schema, key);
  if (found != NULL && g_variant_type_equal (g_settings_schema_key_get_value_type (found), type))
    return g_steal_pointer (&found);

  g_info ("the settings' schema is another version's: it does not have %s", key);
  return NULL;
}

/* Of another type than it should be, it is none of ours. */
static gboolean
has_key (GSettings          *self,
         const char         *key,
         const GVariantType *type)
{
  g_autoptr (GSettingsSchemaKey) found = find_key (self, key, type);

  return found != NULL;
}

/**
 * moei_settings_dup_string:
 * @self: (nullable): settings
 * @key: a setting
 *
 * Returns: (transfer full): what it is; empty if there is no such setting
 */
char *
moei_settings_dup_string (GSettings  *self,
                          const char *key)
{
  return has_key (self, key, G_VARIANT_TYPE_STRING) ? g_settings_get_string (self, key) : g_strdup ("");
}

/**
 * moei_settings_get_int:
 * @self: (nullable): settings
 * @key: a setting
 * @otherwise: what counts if there is no such setting
 *
 * Returns: what it is
 */
int
moei_settings_get_int (GSettings  *self,
                       const char *key,
                       int         otherwise)
{
  return has_key (self, key, G_VARIANT_TYPE_INT32) ? g_settings_get_int (self, key) : otherwise;
}

/**
 * moei_settings_get_boolean:
 * @self: (nullable): settings
 * @key: a setting
 * @otherwise: what counts if there is no such setting
 *
 * Returns: what it is
 */
gboolean
moei_settings_get_boolean (GSettings  *self,
                           const char *key,
                           gboolean    otherwise)
{
  return has_key (self, key, G_VARIANT_TYPE_BOOLEAN) ? g_settings_get_boolean (self, key) : otherwise;
}

/**
 * moei_settings_set:
 * @self: (nullable): settings
 * @key: a setting
 * @value: what it shall be; consumed if it is floating
 *
 * Returns: whether it is remembered; not, where the schema does not know the
 *   setting or such a value of it
 */
gboolean
moei_settings_set (GSettings  *self,
                   const char *key,
                   GVariant   *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GSettingsSchemaKey) found = find_key (self, key, g_variant_get_type (owned));

  return found != NULL && g_settings_schema_key_range_check (found, owned) &&
         g_settings_set_value (self, key, owned);
}

/**
 * moei_settings_bind:
 * @self: (nullable): settings
 * @key: a setting
 * @object: (type GObject): an object
 * @property: its property, a flag, a number or a string, that is to follow the
 *   setting and be remembered
 *
 * Returns: whether it is bound
 */
gboolean
moei_settings_bind (GSettings  *self,
                    const char *key,
                    gpointer    object,
                    const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  const GVariantType *type = pspec->value_type == G_TYPE_BOOLEAN ? G_VARIANT_TYPE_BOOLEAN
                             : pspec->value_type == G_TYPE_INT   ? G_VARIANT_TYPE_INT32
                                                                 : G_VARIANT_TYPE_STRING;

  if (!has_key (self, key, type))
    return FALSE;

  g_settings_bind (self, key, object, property, G_SETTINGS_BIND_DEFAULT);
  return TRUE;
}
