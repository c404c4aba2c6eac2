/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-state.h"

#include "service/moei-exercise-days.h"
#include "service/moei-exercise-queue.h"
#include "service/moei-exercise-scene.h"
#include "service/moei-exercise-traffic.h"

/**
 * moei_course_get_state:
 * @self: the course of an exercise
 * @instant: an instant; before the operation's start or after its end it is
 *   told as it is then
 *
 * Returns: (transfer full): the operation as it is known at @instant; to be
 *   read, not changed, as it shares what did not change with the plan
 */
MoeiBundle *
moei_course_get_state (MoeiCourse *self,
                       gint64      instant)
{
  MoeiDocument *operation = moei_bundle_get_document (self->plan, MOEI_DOCUMENT_OPERATION);
  MoeiBundle *state = moei_bundle_new ();

  instant = CLAMP (instant, moei_document_get_start (operation),
                   MAX (moei_document_get_start (operation), moei_document_get_end (operation)));

  moei_entity_assign (MOEI_ENTITY (moei_bundle_get_document (state, MOEI_DOCUMENT_OPERATION)),
                      MOEI_ENTITY (operation));
  g_object_set (moei_bundle_get_document (state, MOEI_DOCUMENT_OPERATION), "exercise", TRUE, NULL);
  moei_exercise_tell_places (self, instant, state);
  moei_exercise_tell_routes (self, instant, state);
  moei_exercise_tell_traffic (self, instant, state);
  moei_exercise_tell_days (self, instant, state);
  moei_exercise_tell_queue (self, instant, state);
  moei_exercise_tell_rule (self, instant, state);
  moei_exercise_tell_notices (self, instant, state);
  moei_exercise_tell_rolls (self, instant, state);
  return state;
}

/**
 * moei_exercise_state_at:
 * @plan: an operation as it ended
 * @seed: what the exercise's chances hang on
 * @instant: an instant
 *
 * The exercise without a clock: the same three always tell the same, whichever
 * way one came there.
 *
 * Returns: (transfer full): the operation as it is known at @instant
 */
MoeiBundle *
moei_exercise_state_at (MoeiBundle *plan,
                        guint       seed,
                        gint64      instant)
{
  g_autoptr (MoeiCourse) course = NULL;

  g_return_val_if_fail (MOEI_IS_BUNDLE (plan), NULL);

  course = moei_course_new (plan, seed);
  return moei_course_get_state (course, instant);
}
