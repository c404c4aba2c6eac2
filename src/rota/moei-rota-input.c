/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-rota-private.h"

/* What happens to a rota: somebody at the keyboard, an occasion, a notice, visitors. */

/**
 * moei_rota_touch:
 * @self: a rota
 *
 * Somebody is at the keyboard or moves the pointer: what is shown stays as it is
 * until nobody has been for the idle time.
 */
void
moei_rota_touch (MoeiRota *self)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  self->untouched_for = 0;
  if (!self->is_deaf)
    self->touch_left = moei_wall_plan_get_idle_seconds (self->plan) * G_TIME_SPAN_SECOND;
  moei_rota_settle (self);
}

/**
 * moei_rota_release:
 * @self: a rota
 *
 * Whoever was at the keyboard is done: what is shown goes on turning at once.
 */
void
moei_rota_release (MoeiRota *self)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  self->touch_left = self->touched_for = 0;
  self->is_put_aside = FALSE;
  moei_rota_settle (self);
}

/* Whoever asks for another scene sees one: an occasion ends, a take-over waits. */
static void
step (MoeiRota *self,
      int       by)
{
  MoeiSceneKind shown = self->scene;

  moei_rota_touch (self);
  if (moei_rota_is_visitor (self))
    return;

  self->is_put_aside = TRUE;
  for (guint i = 0; i <= MOEI_INTERRUPTIONS_MAX; i++)
    moei_interruptions_end (self->interruptions);
  /* What was interrupted is another scene already. */
  for (guint i = 0; i < moei_rounds_get_n_scenes (self->rounds) && moei_rounds_get_scene (self->rounds) == shown; i++)
    moei_rounds_step (self->rounds, by);
  moei_rota_settle (self);
}

/**
 * moei_rota_next:
 * @self: a rota
 *
 * Goes to the next scene by hand.
 */
void
moei_rota_next (MoeiRota *self)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  step (self, 1);
}

/**
 * moei_rota_previous:
 * @self: a rota
 *
 * Goes to the scene before by hand.
 */
void
moei_rota_previous (MoeiRota *self)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  step (self, -1);
}

/**
 * moei_rota_next_language:
 * @self: a rota
 *
 * Goes to the next language by hand.
 */
void
moei_rota_next_language (MoeiRota *self)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  moei_rounds_step_language (self->rounds);
  moei_rota_touch (self);
}

/**
 * moei_rota_interrupt:
 * @self: a rota
 * @occasion: what happened
 *
 * Does what the settings say for it.  A display that has but one scene keeps
 * it, and none shows a scene that is not among its own: another one beside it may
 * have it.
 */
void
moei_rota_interrupt (MoeiRota     *self,
                     MoeiOccasion *occasion)
{
  MoeiOccasionAction action;
  guint seconds;

  g_return_if_fail (MOEI_IS_ROTA (self));
  g_return_if_fail (MOEI_IS_OCCASION (occasion));

  action = moei_wall_plan_get_occasion (self->plan, moei_occasion_get_kind (occasion), &seconds);
  if (action == MOEI_OCCASION_ACTION_NONE || moei_rounds_get_n_scenes (self->rounds) == 1)
    return;
  if (action == MOEI_OCCASION_ACTION_PRE_EMPT &&
      !moei_rounds_has_scene (self->rounds, moei_occasion_get_scene (occasion)))
    return;

  moei_interruptions_add (self->interruptions, occasion, action, seconds * G_TIME_SPAN_SECOND);
  moei_rota_settle (self);
}

/**
 * moei_rota_set_take_over:
 * @self: a rota
 * @notice: (nullable): the id of the notice that takes the screen; `NULL` once it
 *   has expired or was withdrawn
 *
 * Only visitors do not see it.
 */
void
moei_rota_set_take_over (MoeiRota   *self,
                         const char *notice)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  if (g_strcmp0 (self->take_over, notice) == 0)
    return;

  g_free (self->take_over);
  self->take_over = g_strdup (notice);
  self->is_put_aside = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), moei_rota_properties[MOEI_ROTA_PROP_TAKE_OVER]);
  moei_rota_settle (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * moei_rota_set_visitor:
 * @self: a rota
 * @visitor: whether visitors come
 *
 * After the time for visitors it goes back by itself; said again, that time begins anew.
 */
void
moei_rota_set_visitor (MoeiRota *self,
                       gboolean  visitor)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  self->visitor_left = visitor ? moei_wall_plan_get_visitor_minutes (self->plan) * G_TIME_SPAN_MINUTE : 0;
  moei_rota_settle (self);
}

/**
 * moei_rota_set_empty:
 * @self: a rota
 * @scene: a scene
 * @empty: whether it has nothing to show
 *
 * An empty scene is passed over, if the settings say so.
 */
void
moei_rota_set_empty (MoeiRota      *self,
                     MoeiSceneKind  scene,
                     gboolean       empty)
{
  g_return_if_fail (MOEI_IS_ROTA (self));
  g_return_if_fail (scene < MOEI_N_SCENE_KINDS);

  moei_rounds_set_empty (self->rounds, scene, empty);
}

/**
 * moei_rota_resume:
 * @self: a rota that has not begun
 * @scene: what was shown
 * @language: in which language
 *
 * Begins where another left off; as far as its plan has that scene and language.
 */
void
moei_rota_resume (MoeiRota      *self,
                  MoeiSceneKind  scene,
                  MoeiLanguage   language)
{
  g_return_if_fail (MOEI_IS_ROTA (self));

  for (guint i = 0; i < moei_rounds_get_n_scenes (self->rounds) && moei_rounds_get_scene (self->rounds) != scene; i++)
    moei_rounds_step (self->rounds, 1);
  for (guint i = 0; i < MOEI_N_LANGUAGES && moei_rounds_get_language (self->rounds) != language; i++)
    moei_rounds_step_language (self->rounds);
  moei_rota_settle (self);
  self->scene_turns = self->language_turns = 0;
}
