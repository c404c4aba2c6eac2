/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"

G_BEGIN_DECLS

void moei_exercise_tell_places  (MoeiCourse *course,
                                 gint64      instant,
                                 MoeiBundle *state);
void moei_exercise_tell_routes  (MoeiCourse *course,
                                 gint64      instant,
                                 MoeiBundle *state);
void moei_exercise_tell_rule    (MoeiCourse *course,
                                 gint64      instant,
                                 MoeiBundle *state);
void moei_exercise_tell_notices (MoeiCourse *course,
                                 gint64      instant,
                                 MoeiBundle *state);
void moei_exercise_tell_rolls   (MoeiCourse *course,
                                 gint64      instant,
                                 MoeiBundle *state);

G_END_DECLS
