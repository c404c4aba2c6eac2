/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-entity.h"

/* The kinds of field that an entity can have.  Each says its unknown value. */

static GQuark
item_type_quark (void)
{
  return g_quark_from_static_string ("moei-field-item-type");
}

#define FIELD_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * moei_field_count:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a count of people or things, `MOEI_COUNT_UNKNOWN` at first
 */
GParamSpec *
moei_field_count (const char *name)
{
  return g_param_spec_int (name, NULL, NULL, MOEI_COUNT_SUPPRESSED, G_MAXINT,
                           MOEI_COUNT_UNKNOWN, FIELD_FLAGS);
}

/**
 * moei_field_number:
 * @name: the property's name, a static string
 * @minimum: its least value, also its default
 * @maximum: its greatest
 *
 * Returns: (transfer floating): a whole number that is always known
 */
GParamSpec *
moei_field_number (const char *name,
                   int         minimum,
                   int         maximum)
{
  return g_param_spec_int (name, NULL, NULL, minimum, maximum, minimum, FIELD_FLAGS);
}

/**
 * moei_field_flag:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a yes or no, no at first
 */
GParamSpec *
moei_field_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, FIELD_FLAGS);
}

/**
 * moei_field_instant:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): an instant, `MOEI_INSTANT_UNKNOWN` at first
 */
GParamSpec *
moei_field_instant (const char *name)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64,
                             MOEI_INSTANT_UNKNOWN, FIELD_FLAGS);
}

/**
 * moei_field_day:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a civil day, `MOEI_DAY_UNKNOWN` at first
 */
GParamSpec *
moei_field_day (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN, FIELD_FLAGS);
}

/**
 * moei_field_string:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a code or an id, `NULL` at first
 */
GParamSpec *
moei_field_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, FIELD_FLAGS);
}

/**
 * moei_field_strings:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a list of codes or ids, `NULL` at first
 */
GParamSpec *
moei_field_strings (const char *name)
{
  return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, FIELD_FLAGS);
}

/**
 * moei_field_word:
 * @name: the property's name, a static string
 * @type: an enumeration of the operation whose first value is *unknown*
 *
 * Returns: (transfer floating): a word of the vocabulary, *unknown* at first
 */
GParamSpec *
moei_field_word (const char *name,
                 GType       type)
{
  return g_param_spec_enum (name, NULL, NULL, type, 0, FIELD_FLAGS);
}

/**
 * moei_field_text:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a [struct@Text], `NULL` at first
 */
GParamSpec *
moei_field_text (const char *name)
{
  return g_param_spec_boxed (name, NULL, NULL, MOEI_TYPE_TEXT, FIELD_FLAGS);
}

/**
 * moei_field_position:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a [struct@Position], `NULL` (not located) at first
 */
GParamSpec *
moei_field_position (const char *name)
{
  return g_param_spec_boxed (name, NULL, NULL, MOEI_TYPE_POSITION, FIELD_FLAGS);
}

/**
 * moei_field_line:
 * @name: the property's name, a static string
 *
 * Returns: (transfer floating): a [struct@Line], `NULL` at first
 */
GParamSpec *
moei_field_line (const char *name)
{
  return g_param_spec_boxed (name, NULL, NULL, MOEI_TYPE_LINE, FIELD_FLAGS);
}

/**
 * moei_field_collection:
 * @name: the property's name, a static string
 * @item_type: the class of its entities
 *
 * Returns: (transfer floating): a [class@Collection] that lives as long as its entity
 */
GParamSpec *
moei_field_collection (const char *name,
                       GType       item_type)
{
  GParamSpec *pspec = g_param_spec_object (name, NULL, NULL, MOEI_TYPE_COLLECTION,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_param_spec_set_qdata (pspec, item_type_quark (), GSIZE_TO_POINTER (item_type));
  return pspec;
}

/**
 * moei_field_get_item_type:
 * @field: a field made by moei_field_collection()
 *
 * Returns: the class of its entities
 */
GType
moei_field_get_item_type (GParamSpec *field)
{
  return GPOINTER_TO_SIZE (g_param_spec_get_qdata (field, item_type_quark ()));
}
