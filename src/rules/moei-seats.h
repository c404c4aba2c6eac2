/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

G_BEGIN_DECLS

gint64   moei_flight_get_departure (MoeiFlight     *flight);
gboolean moei_flight_still_takes   (MoeiFlight     *flight);
int      moei_seats_left           (MoeiCollection *flights,
                                    MoeiCollection *routes,
                                    gint64          now);
int      moei_manifested_after     (MoeiCollection *flights,
                                    gint64          instant);

G_END_DECLS
