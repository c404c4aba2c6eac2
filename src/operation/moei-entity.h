/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "operation/moei-geometry.h"
#include "operation/moei-text.h"
#include "operation/moei-types.h"
#include "operation/moei-word-types.h"
#include "operation/moei-words.h"

G_BEGIN_DECLS

/* A count that nobody reported is not zero; nor is one that is withheld
 * because so small a number could point at a person. */
#define MOEI_COUNT_UNKNOWN    (-1)
#define MOEI_COUNT_SUPPRESSED (-2)

/* An instant is a number of microseconds since 1970-01-01T00:00:00Z. */
#define MOEI_INSTANT_UNKNOWN  G_MININT64

/* A day is GDate's Julian day number of a civil date. */
#define MOEI_DAY_UNKNOWN      0u

#define MOEI_TYPE_ENTITY (moei_entity_get_type ())

G_DECLARE_DERIVABLE_TYPE (MoeiEntity, moei_entity, MOEI, ENTITY, GObject)

/**
 * MoeiEntityClass:
 * @parent_class: the parent class
 * @n_fields: how many fields its objects have, the base's included
 * @fields: by their numbers; [0] is unused
 * @defaults: what each is at first, by its number
 */
struct _MoeiEntityClass {
  GObjectClass parent_class;

  guint        n_fields;
  GParamSpec **fields;
  GValue      *defaults;
};

/* What a subclass numbers its own fields from. */
enum {
  MOEI_ENTITY_ID = 1,
  MOEI_ENTITY_REVISION,
  MOEI_ENTITY_ORIGIN,
  MOEI_ENTITY_OWNER,
  MOEI_ENTITY_OBSERVED,
  MOEI_ENTITY_SOURCE,
  MOEI_ENTITY_FIRST_FIELD,
};

const char     *moei_entity_get_id       (MoeiEntity       *self);
gint64          moei_entity_get_revision (MoeiEntity       *self);
MoeiOrigin      moei_entity_get_origin   (MoeiEntity       *self);
const char     *moei_entity_get_owner    (MoeiEntity       *self);
gint64          moei_entity_get_observed (MoeiEntity       *self);
const char     *moei_entity_get_source   (MoeiEntity       *self);

gboolean        moei_entity_assign       (MoeiEntity       *self,
                                          MoeiEntity       *from);
gpointer        moei_entity_copy         (MoeiEntity       *self);

/* For subclasses */
void            moei_entity_class_install_fields (MoeiEntityClass  *klass,
                                                  GParamSpec      **fields,
                                                  guint             n_fields);
const GValue   *moei_entity_get_field            (MoeiEntity       *self,
                                                  guint             field);
void            moei_entity_take_field           (MoeiEntity       *self,
                                                  GParamSpec       *field,
                                                  GValue           *value);

GParamSpec     *moei_field_count         (const char       *name);
GParamSpec     *moei_field_number        (const char       *name,
                                          int               minimum,
                                          int               maximum);
GParamSpec     *moei_field_flag          (const char       *name);
GParamSpec     *moei_field_instant       (const char       *name);
GParamSpec     *moei_field_day           (const char       *name);
GParamSpec     *moei_field_string        (const char       *name);
GParamSpec     *moei_field_strings       (const char       *name);
GParamSpec     *moei_field_word          (const char       *name,
                                          GType             type);
GParamSpec     *moei_field_text          (const char       *name);
GParamSpec     *moei_field_position      (const char       *name);
GParamSpec     *moei_field_line          (const char       *name);
GParamSpec     *moei_field_collection    (const char       *name,
                                          GType             item_type);
GType           moei_field_get_item_type (GParamSpec       *field);

G_END_DECLS
