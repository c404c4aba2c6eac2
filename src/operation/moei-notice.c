/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-notice.h"

/**
 * MoeiNotice:
 *
 * A notice to all who look at the operation.
 */
struct _MoeiNotice {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiNotice, moei_notice, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_SEVERITY = MOEI_ENTITY_FIRST_FIELD,
  FIELD_URGENCY,
  FIELD_EFFECTIVE,
  FIELD_EXPIRES,
  FIELD_AFFECTS,
  FIELD_HEADLINE,
  FIELD_DESCRIPTION,
} MoeiNoticeField;

static void
moei_notice_class_init (MoeiNoticeClass *klass)
{
  /* In the order of MoeiNoticeField */
  GParamSpec *fields[] = {
    moei_field_word ("severity", MOEI_TYPE_SEVERITY),
    moei_field_word ("urgency", MOEI_TYPE_URGENCY),
    moei_field_instant ("effective"),
    moei_field_instant ("expires"),
    moei_field_strings ("affects"),
    moei_field_text ("headline"),
    moei_field_text ("description"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_notice_init (MoeiNotice *self)
{
}

/**
 * moei_notice_new:
 * @id: its identity
 *
 * Returns: (transfer full): a notice of which nothing else is known
 */
MoeiNotice *
moei_notice_new (const char *id)
{
  return g_object_new (MOEI_TYPE_NOTICE, "id", id, NULL);
}

/**
 * moei_notice_get_severity:
 * @self: a notice
 *
 * Returns: how grave
 */
MoeiSeverity
moei_notice_get_severity (MoeiNotice *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_SEVERITY));
}

/**
 * moei_notice_get_urgency:
 * @self: a notice
 *
 * Returns: how soon
 */
MoeiUrgency
moei_notice_get_urgency (MoeiNotice *self)
{
  return g_value_get_enum (moei_entity_get_field (MOEI_ENTITY (self), FIELD_URGENCY));
}

/**
 * moei_notice_get_effective:
 * @self: a notice
 *
 * Returns: from when; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_notice_get_effective (MoeiNotice *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EFFECTIVE));
}

/**
 * moei_notice_get_expires:
 * @self: a notice
 *
 * Returns: until when; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_notice_get_expires (MoeiNotice *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EXPIRES));
}

/**
 * moei_notice_get_affects:
 * @self: a notice
 *
 * Returns: (nullable): ids of what it is about
 */
const char * const *
moei_notice_get_affects (MoeiNotice *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_AFFECTS));
}

/**
 * moei_notice_get_headline:
 * @self: a notice
 *
 * Returns: (nullable): what happened
 */
const MoeiText *
moei_notice_get_headline (MoeiNotice *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HEADLINE));
}

/**
 * moei_notice_get_description:
 * @self: a notice
 *
 * Returns: (nullable): more
 */
const MoeiText *
moei_notice_get_description (MoeiNotice *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DESCRIPTION));
}
