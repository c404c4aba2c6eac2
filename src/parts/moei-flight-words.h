/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-traffic.h"

G_BEGIN_DECLS

gint64      moei_flight_words_get_departure  (MoeiFlight  *flight);
char       *moei_flight_words_departure      (MoeiTraffic *traffic,
                                              MoeiFlight  *flight,
                                              char       **former,
                                              char       **there);
char       *moei_flight_words_arrival        (MoeiTraffic *traffic,
                                              MoeiFlight  *flight,
                                              char       **there);
const char *moei_flight_words_destination    (MoeiTraffic *traffic,
                                              MoeiFlight  *flight);
char       *moei_flight_words_country        (MoeiTraffic *traffic,
                                              const char  *country);
char       *moei_flight_words_load           (MoeiFlight  *flight);
char       *moei_flight_words_risk           (MoeiTraffic *traffic,
                                              MoeiFlight  *flight,
                                              char       **convoy);
char       *moei_flight_words_risk_sentence  (MoeiTraffic *traffic,
                                              MoeiFlight  *flight);
const char *moei_flight_words_get_risk_icon  (MoeiRisk     risk);
const char *moei_flight_words_get_risk_class (MoeiRisk     risk);

G_END_DECLS
