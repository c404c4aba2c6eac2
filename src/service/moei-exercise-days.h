/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"
#include "service/moei-exercise-moment.h"

G_BEGIN_DECLS

void moei_exercise_tell_days   (MoeiCourse *course,
                                gint64      instant,
                                MoeiBundle *state);
int  moei_exercise_get_to_come (MoeiCourse *course,
                                const char *nationality,
                                MoeiMoment *moment);

G_END_DECLS
