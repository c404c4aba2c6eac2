/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"

G_BEGIN_DECLS

MoeiBundle *moei_course_get_state     (MoeiCourse *self,
                                       gint64      instant);
MoeiBundle *moei_exercise_state_at    (MoeiBundle *plan,
                                       guint       seed,
                                       gint64      instant);

G_END_DECLS
