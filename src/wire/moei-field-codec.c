/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "wire/moei-field-codec.h"
#include "wire/moei-geojson.h"
#include "wire/moei-instant.h"
#include "wire/moei-text-json.h"

/* How a value of each kind is read and written: two functions a kind, side by
 * side.  A value that is not known never comes here: it is null. */

static gboolean
get_formed_string (const MoeiField     *self,
                   JsonNode            *node,
                   const MoeiJsonPath  *path,
                   const char         **string,
                   GError             **error)
{
  if (!moei_json_get_string (node, path, string, error))
    return FALSE;
  if (!moei_form_matches (self->form, *string))
    return moei_json_fail (path, MOEI_WIRE_ERROR_VALUE, error, "%s", moei_form_describe (self->form));
  return TRUE;
}

static gboolean
decode_string (const MoeiField     *self,
               JsonNode            *node,
               const MoeiJsonPath  *path,
               GValue              *value,
               GError             **error)
{
  const char *string;

  if (!get_formed_string (self, node, path, &string, error))
    return FALSE;
  g_value_set_string (value, string);
  return TRUE;
}

static void
encode_string (const MoeiField *self,
               const GValue    *value,
               MoeiJsonWriter  *writer)
{
  moei_json_write_string (writer, g_value_get_string (value));
}

static gboolean
decode_strings (const MoeiField     *self,
                JsonNode            *node,
                const MoeiJsonPath  *path,
                GValue              *value,
                GError             **error)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray *array;

  if (!moei_json_get_array (node, path, &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++) {
    const MoeiJsonPath item = { path, NULL, i };
    const char *string;

    if (!get_formed_string (self, json_array_get_element (array, i), &item, &string, error))
      return FALSE;
    g_strv_builder_add (strings, string);
  }
  g_value_take_boxed (value, g_strv_builder_end (strings));
  return TRUE;
}

static void
encode_strings (const MoeiField *self,
                const GValue    *value,
                MoeiJsonWriter  *writer)
{
  const char *const *strings = g_value_get_boxed (value);

  moei_json_open (writer, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    moei_json_write_string (writer, strings[i]);
  moei_json_close (writer, ']');
}

/* A newer service may have words that this program does not. */
static gboolean
decode_word (const MoeiField     *self,
             JsonNode            *node,
             const MoeiJsonPath  *path,
             GValue              *value,
             GError             **error)
{
  GEnumClass *words = g_type_class_peek (G_VALUE_TYPE (value)); /* its property holds it */
  const char *string;
  GEnumValue *word;

  if (!moei_json_get_string (node, path, &string, error))
    return FALSE;

  word = g_enum_get_value_by_nick (words, string);
  g_value_set_enum (value, word != NULL ? word->value : 0);
  return TRUE;
}

static void
encode_word (const MoeiField *self,
             const GValue    *value,
             MoeiJsonWriter  *writer)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (G_VALUE_TYPE (value));
  GEnumValue *word = g_enum_get_value (words, g_value_get_enum (value));

  moei_json_write_string (writer, word != NULL ? word->value_nick : NULL);
}

static gboolean
decode_text (const MoeiField     *self,
             JsonNode            *node,
             const MoeiJsonPath  *path,
             GValue              *value,
             GError             **error)
{
  MoeiText *text;

  if (!moei_text_decode (node, path, &text, error))
    return FALSE;
  g_value_take_boxed (value, text);
  return TRUE;
}

static void
encode_text (const MoeiField *self,
             const GValue    *value,
             MoeiJsonWriter  *writer)
{
  moei_text_write (writer, g_value_get_boxed (value));
}

static gboolean
decode_instant (const MoeiField     *self,
                JsonNode            *node,
                const MoeiJsonPath  *path,
                GValue              *value,
                GError             **error)
{
  const char *string;
  gint64 instant;

  if (!moei_json_get_string (node, path, &string, error))
    return FALSE;
  if (!moei_instant_parse (string, &instant))
    return moei_json_fail (path, MOEI_WIRE_ERROR_VALUE, error, "not an RFC 3339 time");

  g_value_set_int64 (value, instant);
  return TRUE;
}

static void
encode_instant (const MoeiField *self,
                const GValue    *value,
                MoeiJsonWriter  *writer)
{
  g_autofree char *string = moei_instant_format (g_value_get_int64 (value));

  moei_json_write_string (writer, string);
}

static gboolean
decode_day (const MoeiField     *self,
            JsonNode            *node,
            const MoeiJsonPath  *path,
            GValue              *value,
            GError             **error)
{
  const char *string;
  guint day;

  if (!moei_json_get_string (node, path, &string, error))
    return FALSE;
  if (!moei_day_parse (string, &day))
    return moei_json_fail (path, MOEI_WIRE_ERROR_VALUE, error, "not a date");

  g_value_set_uint (value, day);
  return TRUE;
}

static void
encode_day (const MoeiField *self,
            const GValue    *value,
            MoeiJsonWriter  *writer)
{
  g_autofree char *string = moei_day_format (g_value_get_uint (value));

  moei_json_write_string (writer, string);
}

static gboolean
decode_flag (const MoeiField     *self,
             JsonNode            *node,
             const MoeiJsonPath  *path,
             GValue              *value,
             GError             **error)
{
  gboolean flag;

  if (!moei_json_get_boolean (node, path, &flag, error))
    return FALSE;
  g_value_set_boolean (value, flag);
  return TRUE;
}

static void
encode_flag (const MoeiField *self,
             const GValue    *value,
             MoeiJsonWriter  *writer)
{
  moei_json_write_boolean (writer, g_value_get_boolean (value));
}

static gboolean
decode_number (const MoeiField     *self,
               JsonNode            *node,
               const MoeiJsonPath  *path,
               GValue              *value,
               GError             **error)
{
  gint64 number;

  if (!moei_json_get_integer (node, path, 0, self->maximum, &number, error))
    return FALSE;

  if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, number);
  else
    g_value_set_int (value, number);
  return TRUE;
}

static gint64
get_number (const GValue *value)
{
  return G_VALUE_HOLDS_INT64 (value) ? g_value_get_int64 (value) : g_value_get_int (value);
}

static void
encode_number (const MoeiField *self,
               const GValue    *value,
               MoeiJsonWriter  *writer)
{
  moei_json_write_integer (writer, get_number (value));
}

static gboolean
decode_rate (const MoeiField     *self,
             JsonNode            *node,
             const MoeiJsonPath  *path,
             GValue              *value,
             GError             **error)
{
  double rate;

  if (!moei_json_get_double (node, path, &rate, error))
    return FALSE;
  if (rate < 0 || rate > self->maximum)
    return moei_json_fail (path, MOEI_WIRE_ERROR_RANGE, error,
                           "must be from 0 to %" G_GINT64_FORMAT, self->maximum);
  g_value_set_double (value, rate);
  return TRUE;
}

static void
encode_rate (const MoeiField *self,
             const GValue    *value,
             MoeiJsonWriter  *writer)
{
  moei_json_write_double (writer, g_value_get_double (value));
}

static gboolean
decode_weekdays (const MoeiField     *self,
                 JsonNode            *node,
                 const MoeiJsonPath  *path,
                 GValue              *value,
                 GError             **error)
{
  JsonArray *array;
  int weekdays = 0;

  if (!moei_json_get_array (node, path, &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++) {
    const MoeiJsonPath item = { path, NULL, i };
    gint64 weekday;

    if (!moei_json_get_integer (json_array_get_element (array, i), &item, 1, 7, &weekday, error))
      return FALSE;
    if (weekdays & 1 << (weekday - 1))
      return moei_json_fail (&item, MOEI_WIRE_ERROR_DUPLICATE, error, "given twice");
    weekdays |= 1 << (weekday - 1);
  }
  g_value_set_int (value, weekdays);
  return TRUE;
}

static void
encode_weekdays (const MoeiField *self,
                 const GValue    *value,
                 MoeiJsonWriter  *writer)
{
  moei_json_open (writer, '[');
  for (int weekday = 1; weekday <= 7; weekday++) {
    if (g_value_get_int (value) & 1 << (weekday - 1))
      moei_json_write_integer (writer, weekday);
  }
  moei_json_close (writer, ']');
}

static gboolean
decode_position (const MoeiField     *self,
                 JsonNode            *node,
                 const MoeiJsonPath  *path,
                 GValue              *value,
                 GError             **error)
{
  MoeiPosition position;

  if (!moei_geojson_decode_point (node, path, &position, error))
    return FALSE;
  g_value_set_boxed (value, &position);
  return TRUE;
}

static void
encode_position (const MoeiField *self,
                 const GValue    *value,
                 MoeiJsonWriter  *writer)
{
  moei_geojson_write_point (writer, g_value_get_boxed (value));
}

static gboolean
decode_line (const MoeiField     *self,
             JsonNode            *node,
             const MoeiJsonPath  *path,
             GValue              *value,
             GError             **error)
{
  MoeiLine *line;

  if (!moei_geojson_decode_line (node, path, &line, error))
    return FALSE;
  g_value_take_boxed (value, line);
  return TRUE;
}

static void
encode_line (const MoeiField *self,
             const GValue    *value,
             MoeiJsonWriter  *writer)
{
  moei_geojson_write_line (writer, g_value_get_boxed (value));
}

/* Constants, groups and collections are the business of the object they are in. */
static const struct {
  gboolean (*decode) (const MoeiField     *self,
                      JsonNode            *node,
                      const MoeiJsonPath  *path,
                      GValue              *value,
                      GError             **error);
  void     (*encode) (const MoeiField     *self,
                      const GValue        *value,
                      MoeiJsonWriter      *writer);
} codecs[] = {
  [MOEI_FIELD_ID] = { decode_string, encode_string },
  [MOEI_FIELD_STRING] = { decode_string, encode_string },
  [MOEI_FIELD_STRINGS] = { decode_strings, encode_strings },
  [MOEI_FIELD_WORD] = { decode_word, encode_word },
  [MOEI_FIELD_TEXT] = { decode_text, encode_text },
  [MOEI_FIELD_INSTANT] = { decode_instant, encode_instant },
  [MOEI_FIELD_DAY] = { decode_day, encode_day },
  [MOEI_FIELD_FLAG] = { decode_flag, encode_flag },
  [MOEI_FIELD_COUNT] = { decode_number, encode_number },
  [MOEI_FIELD_NUMBER] = { decode_number, encode_number },
  [MOEI_FIELD_RATE] = { decode_rate, encode_rate },
  [MOEI_FIELD_WEEKDAYS] = { decode_weekdays, encode_weekdays },
  [MOEI_FIELD_POSITION] = { decode_position, encode_position },
  [MOEI_FIELD_LINE] = { decode_line, encode_line },
};

/**
 * moei_field_decode:
 * @self: a field other than a constant, a group or a collection
 * @node: what the document has for it, not null
 * @path: where
 * @value: a value of the property's type, to be set
 * @error: where to say what is wrong
 *
 * Returns: whether @node is a value of such a field
 */
gboolean
moei_field_decode (const MoeiField     *self,
                   JsonNode            *node,
                   const MoeiJsonPath  *path,
                   GValue              *value,
                   GError             **error)
{
  return codecs[self->kind].decode (self, node, path, value, error);
}

/**
 * moei_field_encode:
 * @self: a field other than a constant, a group or a collection
 * @value: its value
 * @writer: where to write it; null, if it is not known
 */
void
moei_field_encode (const MoeiField *self,
                   const GValue    *value,
                   MoeiJsonWriter  *writer)
{
  if (self->required || moei_field_is_known (self, value))
    codecs[self->kind].encode (self, value, writer);
  else
    moei_json_write_null (writer);
}

/**
 * moei_field_is_known:
 * @self: a field other than a constant, a group or a collection
 * @value: its value
 *
 * Returns: whether @value says anything
 */
gboolean
moei_field_is_known (const MoeiField *self,
                     const GValue    *value)
{
  switch (self->kind) {
  case MOEI_FIELD_ID:
  case MOEI_FIELD_STRING:
    return g_value_get_string (value) != NULL;
  case MOEI_FIELD_WORD:
    return g_value_get_enum (value) != 0;
  case MOEI_FIELD_INSTANT:
    return g_value_get_int64 (value) != MOEI_INSTANT_UNKNOWN;
  case MOEI_FIELD_DAY:
    return g_value_get_uint (value) != MOEI_DAY_UNKNOWN;
  case MOEI_FIELD_COUNT:
    return g_value_get_int (value) >= 0;
  case MOEI_FIELD_NUMBER:
    return get_number (value) != 0;
  case MOEI_FIELD_RATE:
    return g_value_get_double (value) != 0;
  case MOEI_FIELD_STRINGS:
  case MOEI_FIELD_TEXT:
  case MOEI_FIELD_POSITION:
  case MOEI_FIELD_LINE:
    return g_value_get_boxed (value) != NULL;
  case MOEI_FIELD_FLAG:
    return !self->sparse || g_value_get_boolean (value);
  case MOEI_FIELD_CONSTANT:
  case MOEI_FIELD_WEEKDAYS:
  case MOEI_FIELD_GROUP:
  case MOEI_FIELD_COLLECTION:
  default:
    return TRUE;
  }
}
