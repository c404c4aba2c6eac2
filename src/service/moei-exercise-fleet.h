/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"

G_BEGIN_DECLS

void moei_exercise_tell_fleet (MoeiCourse    *course,
                               const MoeiLeg *leg,
                               gint64         instant,
                               int            on_bus,
                               MoeiConvoy    *convoy);

G_END_DECLS
