/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"
#include "service/moei-exercise-moment.h"

G_BEGIN_DECLS

/* The last to get on an aircraft do so some minutes before it leaves. */
#define MOEI_EXERCISE_FLIGHT_CLOSES (5 * G_TIME_SPAN_MINUTE)

void moei_exercise_tell_milestones (MoeiCourse          *course,
                                    const MoeiDeparture *departure,
                                    MoeiMoment          *moment,
                                    MoeiFlight          *flight);

G_END_DECLS
