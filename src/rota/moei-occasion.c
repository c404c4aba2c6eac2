/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-occasion.h"

/**
 * MoeiOccasion:
 *
 * Something that happened and that all in the room should see at once.
 */
struct _MoeiOccasion {
  GObject parent_instance;

  MoeiOccasionKind  kind;
  MoeiSeverity      severity;
  char             *entity;
};

G_DEFINE_FINAL_TYPE (MoeiOccasion, moei_occasion, G_TYPE_OBJECT)

static const MoeiSceneKind scenes[MOEI_N_OCCASION_KINDS] = {
  [MOEI_OCCASION_KIND_FLIGHT_CANCELLED] = MOEI_SCENE_KIND_FLIGHTS,
  [MOEI_OCCASION_KIND_CONVOY_HALTED] = MOEI_SCENE_KIND_SITUATION,
  [MOEI_OCCASION_KIND_NOTICE] = MOEI_SCENE_KIND_NOTICES,
  [MOEI_OCCASION_KIND_QUOTA_REACHED] = MOEI_SCENE_KIND_SITUATION,
  [MOEI_OCCASION_KIND_FLIGHT_DEPARTED] = MOEI_SCENE_KIND_FLIGHTS,
};

static void
moei_occasion_finalize (GObject *object)
{
  MoeiOccasion *self = MOEI_OCCASION (object);

  g_free (self->entity);

  G_OBJECT_CLASS (moei_occasion_parent_class)->finalize (object);
}

static void
moei_occasion_class_init (MoeiOccasionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_occasion_finalize;
}

static void
moei_occasion_init (MoeiOccasion *self)
{
}

/**
 * moei_occasion_new:
 * @kind: what happened
 * @entity: (nullable): the id of what it happened to: a flight, convoy, day or notice
 * @severity: how grave it is; only to set one before another
 *
 * Returns: (transfer full): an occasion
 */
MoeiOccasion *
moei_occasion_new (MoeiOccasionKind  kind,
                   const char       *entity,
                   MoeiSeverity      severity)
{
  MoeiOccasion *self;

  g_return_val_if_fail (kind < MOEI_N_OCCASION_KINDS, NULL);

  self = g_object_new (MOEI_TYPE_OCCASION, NULL);
  self->kind = kind;
  self->entity = g_strdup (entity);
  self->severity = severity;
  return self;
}

/**
 * moei_occasion_get_kind:
 * @self: an occasion
 *
 * Returns: what happened
 */
MoeiOccasionKind
moei_occasion_get_kind (MoeiOccasion *self)
{
  g_return_val_if_fail (MOEI_IS_OCCASION (self), MOEI_OCCASION_KIND_NOTICE);

  return self->kind;
}

/**
 * moei_occasion_get_entity:
 * @self: an occasion
 *
 * Returns: (nullable): the id of what it happened to
 */
const char *
moei_occasion_get_entity (MoeiOccasion *self)
{
  g_return_val_if_fail (MOEI_IS_OCCASION (self), NULL);

  return self->entity;
}

/**
 * moei_occasion_get_severity:
 * @self: an occasion
 *
 * Returns: how grave it is
 */
MoeiSeverity
moei_occasion_get_severity (MoeiOccasion *self)
{
  g_return_val_if_fail (MOEI_IS_OCCASION (self), MOEI_SEVERITY_UNKNOWN);

  return self->severity;
}

/**
 * moei_occasion_get_scene:
 * @self: an occasion
 *
 * Returns: the scene that tells of it
 */
MoeiSceneKind
moei_occasion_get_scene (MoeiOccasion *self)
{
  g_return_val_if_fail (MOEI_IS_OCCASION (self), MOEI_SCENE_KIND_SITUATION);

  return scenes[self->kind];
}

/**
 * moei_occasion_compare:
 * @a: an occasion
 * @b: another
 *
 * Returns: below 0 if @a goes before @b: the graver first, then by kind and entity
 */
int
moei_occasion_compare (MoeiOccasion *a,
                       MoeiOccasion *b)
{
  g_return_val_if_fail (MOEI_IS_OCCASION (a) && MOEI_IS_OCCASION (b), 0);

  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return g_strcmp0 (a->entity, b->entity);
}
