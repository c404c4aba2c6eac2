/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-bundle.h"
#include "service/moei-service-clock.h"
#include "service/moei-store.h"

G_BEGIN_DECLS

/* What the exercise's chances hang on unless it is told another seed, and how
 * fast its clock may go. */
#define MOEI_EXERCISE_DEFAULT_SEED 1
#define MOEI_EXERCISE_MIN_SPEED    1
#define MOEI_EXERCISE_MAX_SPEED    600

#define MOEI_EXERCISE_ERROR (moei_exercise_error_quark ())

/**
 * MoeiExerciseError:
 * @MOEI_EXERCISE_ERROR_PLAN: the operation does not say when it begins and ends
 * @MOEI_EXERCISE_ERROR_START: the start is not within the operation
 *
 * Why an exercise cannot begin.
 */
typedef enum {
  MOEI_EXERCISE_ERROR_PLAN,
  MOEI_EXERCISE_ERROR_START,
} MoeiExerciseError;

GQuark moei_exercise_error_quark (void);

#define MOEI_TYPE_EXERCISE (moei_exercise_get_type ())

G_DECLARE_FINAL_TYPE (MoeiExercise, moei_exercise, MOEI, EXERCISE, GObject)

MoeiExercise *moei_exercise_new           (MoeiBundle        *plan,
                                           guint              seed,
                                           MoeiStore         *store,
                                           MoeiServiceClock  *clock);
void          moei_exercise_set_history   (MoeiExercise      *self,
                                           gint64             history);
gboolean      moei_exercise_begin         (MoeiExercise      *self,
                                           gint64             start,
                                           double             speed,
                                           GError           **error);
void          moei_exercise_step          (MoeiExercise      *self);
void          moei_exercise_stop          (MoeiExercise      *self);
gboolean      moei_exercise_is_running    (MoeiExercise      *self);
gboolean      moei_exercise_is_writing    (MoeiExercise      *self);

gint64        moei_exercise_default_start (void);

G_END_DECLS
