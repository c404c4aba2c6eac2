/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wire/moei-form.h"

G_BEGIN_DECLS

/* The greatest count of people or things that anybody could mean. */
#define MOEI_COUNT_MAX    10000000

/* The greatest whole number that every reader of JSON holds exactly, 2^53 - 1. */
#define MOEI_REVISION_MAX G_GINT64_CONSTANT (9007199254740991)

/* Limits of what documents and events say of the service itself. */
#define MOEI_SECONDS_MAX  86400
#define MOEI_BYTES_MAX    1073741824
#define MOEI_RATE_MAX     100000

/**
 * MoeiFieldKind:
 * @MOEI_FIELD_CONSTANT: a string that must be just so
 * @MOEI_FIELD_ID: the identity of the object, required
 * @MOEI_FIELD_STRING: a string of some form
 * @MOEI_FIELD_STRINGS: an array of them
 * @MOEI_FIELD_WORD: a word of the vocabulary
 * @MOEI_FIELD_TEXT: a text in four languages
 * @MOEI_FIELD_INSTANT: a time of RFC 3339
 * @MOEI_FIELD_DAY: a date
 * @MOEI_FIELD_FLAG: true or false
 * @MOEI_FIELD_COUNT: a whole number that may be unknown or withheld
 * @MOEI_FIELD_NUMBER: a whole number, 0 if it is not said
 * @MOEI_FIELD_RATE: a number, 0 if it is not said
 * @MOEI_FIELD_WEEKDAYS: an array of weekdays, 1 for Monday
 * @MOEI_FIELD_POSITION: a GeoJSON Point
 * @MOEI_FIELD_LINE: a GeoJSON LineString
 * @MOEI_FIELD_GROUP: an object whose members are fields of the same thing
 * @MOEI_FIELD_COLLECTION: an array of entities
 *
 * How a field is written.
 */
typedef enum {
  MOEI_FIELD_CONSTANT,
  MOEI_FIELD_ID,
  MOEI_FIELD_STRING,
  MOEI_FIELD_STRINGS,
  MOEI_FIELD_WORD,
  MOEI_FIELD_TEXT,
  MOEI_FIELD_INSTANT,
  MOEI_FIELD_DAY,
  MOEI_FIELD_FLAG,
  MOEI_FIELD_COUNT,
  MOEI_FIELD_NUMBER,
  MOEI_FIELD_RATE,
  MOEI_FIELD_WEEKDAYS,
  MOEI_FIELD_POSITION,
  MOEI_FIELD_LINE,
  MOEI_FIELD_GROUP,
  MOEI_FIELD_COLLECTION,
} MoeiFieldKind;

/**
 * MoeiField:
 * @member: its name on the wire
 * @kind: how it is written
 * @property: (nullable): the property that holds it; `NULL` if of the same name
 * @form: the form of its strings
 * @maximum: the greatest value of its numbers
 * @fields: the members of a group
 * @constant: what a constant must be
 * @required: whether a document without it is refused
 * @sparse: whether it is left out where it is not known, rather than null
 *
 * One member of an object on the wire.  The same tables of these read and
 * write, so that the two cannot come apart.
 */
typedef struct _MoeiField MoeiField;

struct _MoeiField {
  const char      *member;
  MoeiFieldKind    kind;
  const char      *property;
  MoeiForm         form;
  gint64           maximum;
  const MoeiField *fields;
  const char      *constant;
  gboolean         required;
  gboolean         sparse;
};

const MoeiField *moei_fields_of_type      (GType            type);

const char      *moei_field_get_property  (const MoeiField *self);

G_END_DECLS
