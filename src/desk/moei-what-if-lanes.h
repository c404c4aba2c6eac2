/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-rule.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WHAT_IF_LANES (moei_what_if_lanes_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWhatIfLanes, moei_what_if_lanes, MOEI, WHAT_IF_LANES, AdwBin)

void            moei_what_if_lanes_set_rule  (MoeiWhatIfLanes *self,
                                              MoeiRule        *rule);
void            moei_what_if_lanes_reset     (MoeiWhatIfLanes *self);
MoeiCollection *moei_what_if_lanes_dup_lanes (MoeiWhatIfLanes *self);

G_END_DECLS
