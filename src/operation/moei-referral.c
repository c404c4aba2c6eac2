/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-referral.h"

/**
 * MoeiReferral:
 *
 * How many people a receiving country reports after their return.
 *
 * Its id is what for: `arrived`, or help that they were referred to:
 * `psychological`, `legal`, `economic`.
 */
struct _MoeiReferral {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiReferral, moei_referral, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_PEOPLE = MOEI_ENTITY_FIRST_FIELD,
} MoeiReferralField;

static void
moei_referral_class_init (MoeiReferralClass *klass)
{
  /* In the order of MoeiReferralField */
  GParamSpec *fields[] = {
    moei_field_count ("people"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_referral_init (MoeiReferral *self)
{
}

/**
 * moei_referral_new:
 * @id: its identity
 *
 * Returns: (transfer full): a referral of which nothing else is known
 */
MoeiReferral *
moei_referral_new (const char *id)
{
  return g_object_new (MOEI_TYPE_REFERRAL, "id", id, NULL);
}

/**
 * moei_referral_get_people:
 * @self: a referral
 *
 * Returns: people so far, a total; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_referral_get_people (MoeiReferral *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PEOPLE));
}
