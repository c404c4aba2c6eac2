/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "parts/moei-traffic.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FLIGHT_ROW (moei_flight_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFlightRow, moei_flight_row, MOEI, FLIGHT_ROW, AdwBin)

void moei_flight_row_align        (MoeiFlightRow *self,
                                   GtkSizeGroup  *times,
                                   GtkSizeGroup  *people,
                                   GtkSizeGroup  *states);
void moei_flight_row_set_portrait (MoeiFlightRow *self,
                                   gboolean       portrait);
void moei_flight_row_show         (MoeiFlightRow *self,
                                   MoeiTraffic   *traffic,
                                   MoeiFlight    *flight);

G_END_DECLS
