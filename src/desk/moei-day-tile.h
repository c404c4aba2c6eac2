/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-lane.h"
#include "operation/moei-quota-day.h"
#include "parts/moei-day-bar.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DAY_TILE (moei_day_tile_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDayTile, moei_day_tile, MOEI, DAY_TILE, AdwBin)

void moei_day_tile_show (MoeiDayTile         *self,
                         MoeiQuotaDay        *day,
                         const MoeiDayStages *stages,
                         MoeiLane            *lane,
                         gboolean             is_today,
                         int                  maximum);

G_END_DECLS
