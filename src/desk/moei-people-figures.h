/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-people-row.h"
#include "operation/moei-collection.h"
#include "rules/moei-clearing.h"

G_BEGIN_DECLS

GArray *moei_people_figures_compute  (MoeiCollection     *nationalities,
                                      int                 withhold_below,
                                      MoeiPeopleFigures  *total);
char   *moei_people_figures_clearing (const MoeiClearing *clearing,
                                      int                 withhold_below);

G_END_DECLS
