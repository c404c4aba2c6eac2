/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FLIGHT (moei_flight_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFlight, moei_flight, MOEI, FLIGHT, MoeiEntity)

MoeiFlight      *moei_flight_new               (const char *id);
guint            moei_flight_get_day           (MoeiFlight *self);
const char      *moei_flight_get_number        (MoeiFlight *self);
const MoeiText  *moei_flight_get_carrier       (MoeiFlight *self);
const char      *moei_flight_get_from          (MoeiFlight *self);
const char      *moei_flight_get_to            (MoeiFlight *self);
MoeiFlightState  moei_flight_get_state         (MoeiFlight *self);
gint64           moei_flight_get_scheduled     (MoeiFlight *self);
gint64           moei_flight_get_estimated     (MoeiFlight *self);
gint64           moei_flight_get_actual        (MoeiFlight *self);
gint64           moei_flight_get_arrives       (MoeiFlight *self);
int              moei_flight_get_seats         (MoeiFlight *self);
int              moei_flight_get_manifested    (MoeiFlight *self);
int              moei_flight_get_boarded       (MoeiFlight *self);
MoeiCollection  *moei_flight_get_nationalities (MoeiFlight *self);
int              moei_flight_get_no_show       (MoeiFlight *self);
MoeiCollection  *moei_flight_get_milestones    (MoeiFlight *self);

G_END_DECLS
