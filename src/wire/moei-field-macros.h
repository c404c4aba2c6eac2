/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-fields.h"

/* What the tables of fields are written with, a line a field.  For the files
 * that have such tables only. */

#define CONSTANT(name, value)   { name, MOEI_FIELD_CONSTANT, .constant = value, .required = TRUE }
#define ID                      { "id", MOEI_FIELD_ID, .form = MOEI_FORM_ID, .required = TRUE }
#define STRING(name, its_form)  { name, MOEI_FIELD_STRING, .form = its_form }
#define STRINGS(name, its_form) { name, MOEI_FIELD_STRINGS, .form = its_form }
#define WORD(name)              { name, MOEI_FIELD_WORD }
#define TEXT(name)              { name, MOEI_FIELD_TEXT }
#define INSTANT(name)           { name, MOEI_FIELD_INSTANT }
#define DAY(name)               { name, MOEI_FIELD_DAY }
#define FLAG(name)              { name, MOEI_FIELD_FLAG }
#define COUNT(name)             { name, MOEI_FIELD_COUNT, .maximum = MOEI_COUNT_MAX }
#define NUMBER(name, greatest)  { name, MOEI_FIELD_NUMBER, .maximum = greatest }
#define WEEKDAYS(name)          { name, MOEI_FIELD_WEEKDAYS }
#define POSITION(name)          { name, MOEI_FIELD_POSITION }
#define GROUP(name, its_fields) { name, MOEI_FIELD_GROUP, .fields = its_fields }
#define COLLECTION(name)        { name, MOEI_FIELD_COLLECTION }

/* What only some tallies have: a count that is left out where it is not known. */
#define FLOW(name)              { name, MOEI_FIELD_COUNT, .maximum = MOEI_COUNT_MAX, .sparse = TRUE }

/* The revision of an entity or a file need not be said, that of an event must. */
#define REVISION                { "revision", MOEI_FIELD_NUMBER, .maximum = MOEI_REVISION_MAX, .sparse = TRUE }
#define EPOCH                   { "epoch", MOEI_FIELD_STRING, .form = MOEI_FORM_ID, .required = TRUE }
#define TIME                    { "time", MOEI_FIELD_INSTANT, .required = TRUE }
#define RATE                    { "rate", MOEI_FIELD_RATE, .maximum = MOEI_RATE_MAX, .required = TRUE }

/* What any entity may say of itself, and most do not. */
#define ORIGIN                  { "origin", MOEI_FIELD_WORD, .sparse = TRUE }
#define OWNER                   { "owner", MOEI_FIELD_STRING, .sparse = TRUE }
#define OBSERVED                { "observed", MOEI_FIELD_INSTANT, .sparse = TRUE }
#define SOURCE                  { "source", MOEI_FIELD_STRING, .sparse = TRUE }
#define ENTITY                  REVISION, ORIGIN, OWNER, OBSERVED, SOURCE

#define END                     { NULL }
