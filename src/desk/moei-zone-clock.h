/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_ZONE_CLOCK (moei_zone_clock_get_type ())

G_DECLARE_FINAL_TYPE (MoeiZoneClock, moei_zone_clock, MOEI, ZONE_CLOCK, AdwBin)

G_END_DECLS
