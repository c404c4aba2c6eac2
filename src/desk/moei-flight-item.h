/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-flight.h"
#include "operation/moei-place.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FLIGHT_ITEM (moei_flight_item_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFlightItem, moei_flight_item, MOEI, FLIGHT_ITEM, GObject)

MoeiFlightItem *moei_flight_item_new        (MoeiFlight     *flight,
                                             MoeiCollection *places);
MoeiFlight     *moei_flight_item_get_flight (MoeiFlightItem *self);

G_END_DECLS
