/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-route.h"

/**
 * MoeiRoute:
 *
 * A line on which convoys move between two places.
 */
struct _MoeiRoute {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiRoute, moei_route, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_NAME = MOEI_ENTITY_FIRST_FIELD,
  FIELD_FROM,
  FIELD_TO,
  FIELD_STATE,
  FIELD_REASON,
  FIELD_SINCE,
  FIELD_LINE,
  FIELD_MINUTES,
  FIELD_SCHEMATIC,
} MoeiRouteField;

static void
moei_route_class_init (MoeiRouteClass *klass)
{
  /* In the order of MoeiRouteField */
  GParamSpec *fields[] = {
    moei_field_text ("name"),
    moei_field_string ("from"),
    moei_field_string ("to"),
    moei_field_word ("state", MOEI_TYPE_ROUTE_STATE),
    moei_field_text ("reason"),
    moei_field_instant ("since"),
    moei_field_line ("line"),
    moei_field_number ("minutes", 0, 10000),
    moei_field_flag ("schematic"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_route_init (MoeiRoute *self)
{
}

/**
 * moei_route_new:
 * @id: its identity
 *
 * Returns: (transfer full): a route of which nothing else is known
 */
MoeiRoute *
moei_route_new (const char *id)
{
  return g_object_new (MOEI_TYPE_ROUTE, "id", id, NULL);
}

/**
 * moei_route_get_name:
 * @self: a route
 *
 * Returns: (nullable): its name
 */
const MoeiText *
moei_route_get_name (MoeiRoute *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_route_get_from:
 * @self: a route
 *
 * Returns: (nullable): the id of the place where it starts
 */
const char *
moei_route_get_from (MoeiRoute *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_FROM));
}

/**
 * moei_route_get_to:
 * @self: a route
 *
 * Returns: (nullable): the id of the place where it ends
 */
const char *
moei_route_get_to (MoeiRoute *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TO));
}

/**
 * moei_route_get_state:
 * @self: a route
 *
 * Returns: whether it is passable
 */
MoeiRouteState
moei_route_get_state (MoeiRoute *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_STATE));
}

/**
 * moei_route_get_reason:
 * @self: a route
 *
 * Returns: (nullable): why it is restricted or closed
 */
const MoeiText *
moei_route_get_reason (MoeiRoute *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_REASON));
}

/**
 * moei_route_get_since:
 * @self: a route
 *
 * Returns: since when; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_route_get_since (MoeiRoute *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SINCE));
}

/**
 * moei_route_get_line:
 * @self: a route
 *
 * Returns: (nullable): its course
 */
const MoeiLine *
moei_route_get_line (MoeiRoute *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LINE));
}

/**
 * moei_route_get_minutes:
 * @self: a route
 *
 * Returns: the usual travelling time in minutes; 0 if not said
 */
int
moei_route_get_minutes (MoeiRoute *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_MINUTES));
}

/**
 * moei_route_get_schematic:
 * @self: a route
 *
 * Returns: whether its course is only sketched
 */
gboolean
moei_route_get_schematic (MoeiRoute *self)
{
  return g_value_get_boolean (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SCHEMATIC));
}
