/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-table.h"
#include "parts/moei-traffic.h"

G_BEGIN_DECLS

void moei_flight_columns_add (MoeiTable   *table,
                              MoeiTraffic *traffic);

G_END_DECLS
