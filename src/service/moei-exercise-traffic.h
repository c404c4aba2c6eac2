/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"
#include "service/moei-exercise-moment.h"

G_BEGIN_DECLS

int      moei_leg_get_on_bus            (const MoeiLeg        *self,
                                         MoeiMoment           *moment,
                                         int                   people);
gboolean moei_leg_has_departed          (const MoeiLeg        *self,
                                         MoeiMoment           *moment);
gboolean moei_leg_has_arrived           (const MoeiLeg        *self,
                                         MoeiMoment           *moment);
gboolean moei_leg_is_cancelled          (const MoeiLeg        *self,
                                         MoeiMoment           *moment);
int      moei_departure_get_slots       (const MoeiDeparture  *self,
                                         MoeiMoment           *moment,
                                         int                   people);
gboolean moei_departure_has_departed    (const MoeiDeparture  *self,
                                         MoeiMoment           *moment);
gboolean moei_departure_is_cancelled    (const MoeiDeparture  *self,
                                         MoeiMoment           *moment);

void     moei_exercise_tell_traffic     (MoeiCourse           *course,
                                         gint64                instant,
                                         MoeiBundle           *state);

G_END_DECLS
