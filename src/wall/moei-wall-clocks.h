/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "language/moei-zone.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_CLOCKS (moei_wall_clocks_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallClocks, moei_wall_clocks, MOEI, WALL_CLOCKS, AdwBin)

void moei_wall_clocks_set_now (MoeiWallClocks *self,
                               gint64          now);
void moei_wall_clocks_set_day (MoeiWallClocks *self,
                               guint           day);

G_END_DECLS
