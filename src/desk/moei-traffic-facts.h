/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-fact.h"
#include "parts/moei-traffic.h"

G_BEGIN_DECLS

GPtrArray *moei_traffic_facts_flight_times  (MoeiTraffic    *traffic,
                                             MoeiFlight     *flight);
GPtrArray *moei_traffic_facts_flight_people (MoeiFlight     *flight);
GPtrArray *moei_traffic_facts_convoys       (MoeiTraffic    *traffic,
                                             MoeiFlight     *flight);
GPtrArray *moei_traffic_facts_convoy        (MoeiTraffic    *traffic,
                                             MoeiConvoy     *convoy);
GPtrArray *moei_traffic_facts_heads         (MoeiTraffic    *traffic,
                                             MoeiConvoy     *convoy);
GPtrArray *moei_traffic_facts_fleet         (MoeiTraffic    *traffic,
                                             MoeiConvoy     *convoy);
GPtrArray *moei_traffic_facts_flights       (MoeiTraffic    *traffic,
                                             MoeiConvoy     *convoy);
GPtrArray *moei_traffic_facts_nationalities (MoeiTraffic    *traffic,
                                             MoeiCollection *tallies,
                                             int             withhold_below);
GPtrArray *moei_traffic_facts_provenance    (MoeiEntity     *entity);

G_END_DECLS
