/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"

G_BEGIN_DECLS

void moei_exercise_tell_queue (MoeiCourse *course,
                               gint64      instant,
                               MoeiBundle *state);

G_END_DECLS
