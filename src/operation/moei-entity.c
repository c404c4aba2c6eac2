/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-entity.h"

/* Limit of what the wire can carry without losing precision (2^53 - 1). */
#define MAX_REVISION G_GINT64_CONSTANT (9007199254740991)

/**
 * MoeiEntity:
 *
 * Something of the operation that has an identity: a place, a flight, a day.
 *
 * All that is known about it are its properties, called fields.  The base
 * stores them, compares before it notifies, and can take over another's
 * fields, so that an update from the service notifies exactly what changed
 * and a subclass cannot get that rule wrong.
 */
typedef struct {
  GValue *values; /* by property id; [0] is unused */
} MoeiEntityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MoeiEntity, moei_entity, G_TYPE_OBJECT)

/* The fields cannot be made in init(), where the class is not yet the object's
 * own.  At first none of them owns anything, so that they are copied as they are. */
static GValue *
ensure_values (MoeiEntity *self)
{
  MoeiEntityPrivate *priv = moei_entity_get_instance_private (self);
  MoeiEntityClass *klass = MOEI_ENTITY_GET_CLASS (self);

  if (priv->values == NULL)
    priv->values = g_memdup2 (klass->defaults, (klass->n_fields + 1) * sizeof (GValue));
  return priv->values;
}

/* Most collections are empty, and not made before somebody looks. */
static GValue *
ensure_value (MoeiEntity *self,
              guint       field)
{
  GValue *value = &ensure_values (self)[field];

  if (G_VALUE_TYPE (value) == MOEI_TYPE_COLLECTION && g_value_get_object (value) == NULL) {
    GParamSpec *pspec = MOEI_ENTITY_GET_CLASS (self)->fields[field];

    g_value_take_object (value, moei_collection_new (moei_field_get_item_type (pspec)));
  }
  return value;
}

static gboolean
boxed_equal (GType         type,
             gconstpointer a,
             gconstpointer b)
{
  if (a == b)
    return TRUE;
  if (type == MOEI_TYPE_TEXT)
    return moei_text_equal (a, b);
  if (type == MOEI_TYPE_POSITION)
    return moei_position_equal (a, b);
  if (type == MOEI_TYPE_LINE)
    return moei_line_equal (a, b);
  if (type == G_TYPE_STRV && a != NULL && b != NULL)
    return g_strv_equal (a, b);
  return FALSE;
}

static gboolean
values_equal (GParamSpec   *pspec,
              const GValue *a,
              const GValue *b)
{
  if (G_VALUE_HOLDS_BOXED (a))
    return boxed_equal (G_VALUE_TYPE (a), g_value_get_boxed (a), g_value_get_boxed (b));
  return g_param_values_cmp (pspec, a, b) == 0;
}

static gboolean
store (MoeiEntity   *self,
       GParamSpec   *pspec,
       const GValue *value)
{
  GValue *stored = &ensure_values (self)[pspec->param_id];

  if (values_equal (pspec, stored, value))
    return FALSE;

  g_value_copy (value, stored);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  return TRUE;
}

static void
moei_entity_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  g_value_copy (ensure_value (MOEI_ENTITY (object), prop_id), value);
}

static void
moei_entity_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  store (MOEI_ENTITY (object), pspec, value);
}

static void
moei_entity_finalize (GObject *object)
{
  MoeiEntity *self = MOEI_ENTITY (object);
  MoeiEntityPrivate *priv = moei_entity_get_instance_private (self);

  if (priv->values != NULL) {
    for (guint i = 1; i <= MOEI_ENTITY_GET_CLASS (self)->n_fields; i++)
      g_value_unset (&priv->values[i]);
    g_free (priv->values);
  }

  G_OBJECT_CLASS (moei_entity_parent_class)->finalize (object);
}

static void
moei_entity_class_init (MoeiEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  /* In the order of MOEI_ENTITY_ID …  A post or institution, never a person, owns a figure. */
  GParamSpec *fields[] = {
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS),
    g_param_spec_int64 ("revision", NULL, NULL, 0, MAX_REVISION, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS),
    moei_field_word ("origin", MOEI_TYPE_ORIGIN),
    moei_field_string ("owner"),
    moei_field_instant ("observed"),
    moei_field_string ("source"),
  };

  object_class->finalize = moei_entity_finalize;

  moei_entity_class_install_fields (klass, fields, G_N_ELEMENTS (fields));
}

static void
moei_entity_init (MoeiEntity *self)
{
}

/**
 * moei_entity_class_install_fields: (skip)
 * @klass: the class
 * @fields: (array length=n_fields): its own fields, in the order of their numbers
 * @n_fields: how many
 *
 * Installs a subclass's fields, numbered on from its parent's.
 */
void
moei_entity_class_install_fields (MoeiEntityClass *klass,
                                  GParamSpec     **fields,
                                  guint            n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamSpec **all = g_new0 (GParamSpec *, klass->n_fields + n_fields + 1);

  /* GObject does not let a subclass inherit these two. */
  object_class->get_property = moei_entity_get_property;
  object_class->set_property = moei_entity_set_property;

  /* The table that is there is the parent's. */
  for (guint i = 1; i <= klass->n_fields; i++)
    all[i] = klass->fields[i];
  klass->fields = all;
  for (guint i = 0; i < n_fields; i++) {
    all[++klass->n_fields] = fields[i];
    g_object_class_install_property (object_class, klass->n_fields, fields[i]);
  }

  klass->defaults = g_new0 (GValue, klass->n_fields + 1);
  for (guint i = 1; i <= klass->n_fields; i++) {
    g_value_init (&klass->defaults[i], all[i]->value_type);
    g_param_value_set_default (all[i], &klass->defaults[i]);
    g_assert (!g_value_fits_pointer (&klass->defaults[i]) || g_value_peek_pointer (&klass->defaults[i]) == NULL);
  }
}

/**
 * moei_entity_get_field: (skip)
 * @self: an entity
 * @field: a field's number
 *
 * Returns: its value, owned by @self and good until it changes
 */
const GValue *
moei_entity_get_field (MoeiEntity *self,
                       guint       field)
{
  g_return_val_if_fail (MOEI_IS_ENTITY (self), NULL);

  return ensure_value (self, field);
}

/**
 * moei_entity_take_field: (skip)
 * @self: an entity that was just made
 * @field: one of its fields
 * @value: (transfer full): of the field's type; empty afterwards
 *
 * Sets a field of an entity that nobody else has seen yet, so that nobody is
 * notified.
 */
void
moei_entity_take_field (MoeiEntity *self,
                        GParamSpec *field,
                        GValue     *value)
{
  GValue *stored;

  g_return_if_fail (MOEI_IS_ENTITY (self));
  g_return_if_fail (G_VALUE_HOLDS (value, field->value_type));

  stored = &ensure_values (self)[field->param_id];
  g_value_unset (stored);
  *stored = *value;
  *value = (GValue) G_VALUE_INIT;
}

static gboolean
merge_collection (MoeiEntity *self,
                  MoeiEntity *from,
                  guint       field)
{
  if (g_value_get_object (&ensure_values (self)[field]) == NULL &&
      g_value_get_object (&ensure_values (from)[field]) == NULL)
    return FALSE;

  return moei_collection_merge (g_value_get_object (ensure_value (self, field)),
                                g_value_get_object (ensure_value (from, field)));
}

/**
 * moei_entity_assign:
 * @self: an entity
 * @from: another of the same class
 *
 * Takes over all of @from's fields but its id, notifying only those that
 * differ.  Collections are merged in place, item by item.
 *
 * Returns: whether anything changed
 */
gboolean
moei_entity_assign (MoeiEntity *self,
                    MoeiEntity *from)
{
  MoeiEntityClass *klass;
  gboolean changed = FALSE;
  GValue *theirs;

  g_return_val_if_fail (MOEI_IS_ENTITY (self), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from), FALSE);

  if (self == from)
    return FALSE;

  klass = MOEI_ENTITY_GET_CLASS (self);
  theirs = ensure_values (from);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i <= klass->n_fields; i++) {
    if (G_VALUE_TYPE (&theirs[i]) == MOEI_TYPE_COLLECTION)
      changed |= merge_collection (self, from, i);
    else if (i != MOEI_ENTITY_ID)
      changed |= store (self, klass->fields[i], &theirs[i]);
  }
  g_object_thaw_notify (G_OBJECT (self));

  return changed;
}

/**
 * moei_entity_copy:
 * @self: an entity
 *
 * Returns: (transfer full): another of the same id that says the same
 */
gpointer
moei_entity_copy (MoeiEntity *self)
{
  MoeiEntity *copy;

  g_return_val_if_fail (MOEI_IS_ENTITY (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), "id", moei_entity_get_id (self), NULL);
  moei_entity_assign (copy, self);
  return copy;
}

/**
 * moei_entity_get_id:
 * @self: an entity
 *
 * Returns: its identity, unique among its kind and never reused
 */
const char *
moei_entity_get_id (MoeiEntity *self)
{
  return g_value_get_string (moei_entity_get_field (self, MOEI_ENTITY_ID));
}

/**
 * moei_entity_get_revision:
 * @self: an entity
 *
 * Returns: the service's revision at which it last changed; 0 if not said
 */
gint64
moei_entity_get_revision (MoeiEntity *self)
{
  return g_value_get_int64 (moei_entity_get_field (self, MOEI_ENTITY_REVISION));
}

/**
 * moei_entity_get_origin:
 * @self: an entity
 *
 * Returns: whether it was reported, estimated or made up for an exercise
 */
MoeiOrigin
moei_entity_get_origin (MoeiEntity *self)
{
  return g_value_get_enum (moei_entity_get_field (self, MOEI_ENTITY_ORIGIN));
}

/**
 * moei_entity_get_owner:
 * @self: an entity
 *
 * Returns: (nullable): the post or institution whose word it is
 */
const char *
moei_entity_get_owner (MoeiEntity *self)
{
  return g_value_get_string (moei_entity_get_field (self, MOEI_ENTITY_OWNER));
}

/**
 * moei_entity_get_observed:
 * @self: an entity
 *
 * Returns: the instant as of which it is said
 */
gint64
moei_entity_get_observed (MoeiEntity *self)
{
  return g_value_get_int64 (moei_entity_get_field (self, MOEI_ENTITY_OBSERVED));
}

/**
 * moei_entity_get_source:
 * @self: an entity
 *
 * Returns: (nullable): where it was published: an address, or words
 */
const char *
moei_entity_get_source (MoeiEntity *self)
{
  return g_value_get_string (moei_entity_get_field (self, MOEI_ENTITY_SOURCE));
}
