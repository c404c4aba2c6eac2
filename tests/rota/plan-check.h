/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

void assert_faults_can_be_shown (MoeiWallPlan *plan);
void assert_can_be_followed     (MoeiWallPlan *plan);

G_END_DECLS
