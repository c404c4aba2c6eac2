/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MILESTONE (moei_milestone_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMilestone, moei_milestone, MOEI, MILESTONE, MoeiEntity)

MoeiMilestone *moei_milestone_new         (const char    *id);
gint64         moei_milestone_get_planned (MoeiMilestone *self);
gint64         moei_milestone_get_done    (MoeiMilestone *self);

G_END_DECLS
