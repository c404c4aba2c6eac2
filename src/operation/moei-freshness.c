/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-freshness.h"

/**
 * MoeiFreshness:
 *
 * How current one of the service's documents is on this screen.
 *
 * Its id is the document: "places", "flights" …
 */
struct _MoeiFreshness {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiFreshness, moei_freshness, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_STATE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_GENERATED,
  FIELD_CONFIRMED,
  FIELD_OLD_AFTER,
  FIELD_PROBLEM,
} MoeiFreshnessField;

static void
moei_freshness_class_init (MoeiFreshnessClass *klass)
{
  /* In the order of MoeiFreshnessField */
  GParamSpec *fields[] = {
    moei_field_word ("state", MOEI_TYPE_DATA_STATE),
    moei_field_instant ("generated"),
    moei_field_instant ("confirmed"),
    moei_field_number ("old-after", 0, 86400),
    moei_field_string ("problem"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_freshness_init (MoeiFreshness *self)
{
}

/**
 * moei_freshness_new:
 * @id: its identity
 *
 * Returns: (transfer full): a freshness of which nothing else is known
 */
MoeiFreshness *
moei_freshness_new (const char *id)
{
  return g_object_new (MOEI_TYPE_FRESHNESS, "id", id, NULL);
}

/**
 * moei_freshness_get_state:
 * @self: a freshness
 *
 * Returns: how far it can be trusted to be current
 */
MoeiDataState
moei_freshness_get_state (MoeiFreshness *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STATE));
}

/**
 * moei_freshness_get_generated:
 * @self: a freshness
 *
 * Returns: when the service made it, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_freshness_get_generated (MoeiFreshness *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_GENERATED));
}

/**
 * moei_freshness_get_confirmed:
 * @self: a freshness
 *
 * Returns: when the service last said that it still holds, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_freshness_get_confirmed (MoeiFreshness *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_CONFIRMED));
}

/**
 * moei_freshness_get_old_after:
 * @self: a freshness
 *
 * Returns: how many seconds without that word make it old
 */
int
moei_freshness_get_old_after (MoeiFreshness *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_OLD_AFTER));
}

/**
 * moei_freshness_get_problem:
 * @self: a freshness
 *
 * Returns: (nullable): why it could not be read; `NULL` if it could
 */
const char *
moei_freshness_get_problem (MoeiFreshness *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PROBLEM));
}
