/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-preferences.h"
#include "parts/moei-traffic.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TRAFFIC_DETAIL (moei_traffic_detail_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTrafficDetail, moei_traffic_detail, MOEI, TRAFFIC_DETAIL, AdwBin)

void moei_traffic_detail_set_traffic     (MoeiTrafficDetail *self,
                                          MoeiTraffic       *traffic);
void moei_traffic_detail_set_preferences (MoeiTrafficDetail *self,
                                          MoeiPreferences   *preferences);
void moei_traffic_detail_refresh         (MoeiTrafficDetail *self);

G_END_DECLS
