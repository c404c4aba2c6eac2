/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-operation.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"
#include "rules/moei-flight-risk.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TRAFFIC (moei_traffic_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTraffic, moei_traffic, MOEI, TRAFFIC, GObject)

MoeiTraffic          *moei_traffic_new             (void);
void                  moei_traffic_update          (MoeiTraffic   *self,
                                                    MoeiOperation *operation,
                                                    gint64         now);
MoeiOperation        *moei_traffic_get_operation   (MoeiTraffic   *self);
gint64                moei_traffic_get_now         (MoeiTraffic   *self);
const MoeiFlightRisk *moei_traffic_get_risk        (MoeiTraffic   *self,
                                                    MoeiFlight    *flight);
MoeiPlace            *moei_traffic_get_place       (MoeiTraffic   *self,
                                                    const char    *id);
MoeiRoute            *moei_traffic_get_route       (MoeiTraffic   *self,
                                                    MoeiConvoy    *convoy);
guint                 moei_traffic_get_flight_day  (MoeiFlight    *flight);
guint                 moei_traffic_get_convoy_day  (MoeiConvoy    *convoy);

G_END_DECLS
