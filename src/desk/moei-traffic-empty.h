/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-empty-state.h"
#include "desk/moei-traffic-filter.h"

G_BEGIN_DECLS

void moei_traffic_empty_show (MoeiEmptyState          *state,
                              const MoeiTrafficFilter *filter,
                              MoeiTraffic             *traffic,
                              gboolean                 of_convoys);

G_END_DECLS
