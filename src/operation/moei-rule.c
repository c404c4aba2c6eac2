/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-lane.h"
#include "operation/moei-rule.h"

/**
 * MoeiRule:
 *
 * The rule of the quota from a day on.
 */
struct _MoeiRule {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiRule, moei_rule, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_EFFECTIVE = MOEI_ENTITY_FIRST_FIELD,
  FIELD_QUOTA,
  FIELD_NAME,
  FIELD_SPARE,
  FIELD_LANES,
} MoeiRuleField;

static void
moei_rule_class_init (MoeiRuleClass *klass)
{
  /* In the order of MoeiRuleField */
  GParamSpec *fields[] = {
    moei_field_day ("effective"),
    moei_field_count ("quota"),
    moei_field_text ("name"),
    moei_field_string ("spare"),
    moei_field_collection ("lanes", MOEI_TYPE_LANE),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_rule_init (MoeiRule *self)
{
}

/**
 * moei_rule_new:
 * @id: its identity
 *
 * Returns: (transfer full): a rule of which nothing else is known
 */
MoeiRule *
moei_rule_new (const char *id)
{
  return g_object_new (MOEI_TYPE_RULE, "id", id, NULL);
}

/**
 * moei_rule_get_effective:
 * @self: a rule
 *
 * Returns: the first day on which it holds; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_rule_get_effective (MoeiRule *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EFFECTIVE));
}

/**
 * moei_rule_get_quota:
 * @self: a rule
 *
 * Returns: people a weekday; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_rule_get_quota (MoeiRule *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_QUOTA));
}

/**
 * moei_rule_get_name:
 * @self: a rule
 *
 * Returns: (nullable): its name
 */
const MoeiText *
moei_rule_get_name (MoeiRule *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_rule_get_spare:
 * @self: a rule
 *
 * Returns: (nullable): what happens to spare seats: other-lane, lost, carried
 */
const char *
moei_rule_get_spare (MoeiRule *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SPARE));
}

/**
 * moei_rule_get_lanes:
 * @self: a rule
 *
 * Returns: (transfer none): its lanes
 */
MoeiCollection *
moei_rule_get_lanes (MoeiRule *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LANES));
}
