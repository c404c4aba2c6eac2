/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-tiding.h"

/**
 * MoeiTiding:
 *
 * What whoever does not look is told: its kind, and whom it is about.
 */
struct _MoeiTiding {
  GObject parent_instance;

  MoeiTidingKind  kind;
  char           *entity; /* (nullable) */
  char           *key;
};

G_DEFINE_FINAL_TYPE (MoeiTiding, moei_tiding, G_TYPE_OBJECT)

/* What it is about, as links name it; and whether it goes on, so that it is as
 * true an hour later. */
static const struct {
  const char *name;
  const char *link;
  gboolean    keeps;
} kinds[MOEI_N_TIDING_KINDS] = {
  [MOEI_TIDING_FLIGHT_DEPARTED] = { "flight-departed", "flight", FALSE },
  [MOEI_TIDING_FLIGHT_AT_RISK] = { "flight-at-risk", "flight", TRUE },
  [MOEI_TIDING_QUOTA_REACHED] = { "quota-reached", "day", FALSE },
  [MOEI_TIDING_DATA_OLD] = { "data-old", NULL, TRUE },
};

static void
moei_tiding_finalize (GObject *object)
{
  MoeiTiding *self = MOEI_TIDING (object);

  g_free (self->entity);
  g_free (self->key);

  G_OBJECT_CLASS (moei_tiding_parent_class)->finalize (object);
}

static void
moei_tiding_class_init (MoeiTidingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_tiding_finalize;
}

static void
moei_tiding_init (MoeiTiding *self)
{
}

/**
 * moei_tiding_new:
 * @kind: what happened
 * @entity: (nullable): the id of the flight or the day that it happened to
 *
 * Returns: (transfer full): a tiding
 */
MoeiTiding *
moei_tiding_new (MoeiTidingKind  kind,
                 const char     *entity)
{
  MoeiTiding *self;

  g_return_val_if_fail (kind < MOEI_N_TIDING_KINDS, NULL);

  self = g_object_new (MOEI_TYPE_TIDING, NULL);
  self->kind = kind;
  self->entity = g_strdup (entity);
  self->key = entity != NULL ? g_strconcat (kinds[kind].name, ":", entity, NULL) : g_strdup (kinds[kind].name);
  return self;
}

/**
 * moei_tiding_get_kind:
 * @self: a tiding
 *
 * Returns: what happened
 */
MoeiTidingKind
moei_tiding_get_kind (MoeiTiding *self)
{
  g_return_val_if_fail (MOEI_IS_TIDING (self), MOEI_TIDING_DATA_OLD);

  return self->kind;
}

/**
 * moei_tiding_get_entity:
 * @self: a tiding
 *
 * Returns: (nullable): the id of whom it is about
 */
const char *
moei_tiding_get_entity (MoeiTiding *self)
{
  g_return_val_if_fail (MOEI_IS_TIDING (self), NULL);

  return self->entity;
}

/**
 * moei_tiding_get_key:
 * @self: a tiding
 *
 * Returns: what two tidings of the same have in common: "flight-departed:EX2001"
 */
const char *
moei_tiding_get_key (MoeiTiding *self)
{
  g_return_val_if_fail (MOEI_IS_TIDING (self), "");

  return self->key;
}

/**
 * moei_tiding_dup_link:
 * @self: a tiding
 *
 * Returns: (transfer full): what the window's actions name its entity by, such as
 *   "flight:EX2001"; "" if it is about none
 */
char *
moei_tiding_dup_link (MoeiTiding *self)
{
  g_return_val_if_fail (MOEI_IS_TIDING (self), NULL);

  return self->entity != NULL ? g_strconcat (kinds[self->kind].link, ":", self->entity, NULL) : g_strdup ("");
}

/**
 * moei_tiding_keeps:
 * @self: a tiding
 *
 * Returns: whether it is worth telling later, should it still be true
 */
gboolean
moei_tiding_keeps (MoeiTiding *self)
{
  g_return_val_if_fail (MOEI_IS_TIDING (self), FALSE);

  return kinds[self->kind].keeps;
}

/**
 * moei_tiding_kind_get_name:
 * @kind: what happens
 *
 * Returns: its name, which is that of the setting whether it is told
 */
const char *
moei_tiding_kind_get_name (MoeiTidingKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_TIDING_KINDS, "");

  return kinds[kind].name;
}
