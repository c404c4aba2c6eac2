/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PLAN_WATCH (moei_plan_watch_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPlanWatch, moei_plan_watch, MOEI, PLAN_WATCH, GObject)

MoeiPlanWatch *moei_plan_watch_new         (MoeiWallPlan  *plan);
void           moei_plan_watch_look        (MoeiPlanWatch *self);
gboolean       moei_plan_watch_is_busy     (MoeiPlanWatch *self);
gboolean       moei_plan_watch_has_changed (MoeiPlanWatch *self);
const char    *moei_plan_watch_get_problem (MoeiPlanWatch *self);

G_END_DECLS
