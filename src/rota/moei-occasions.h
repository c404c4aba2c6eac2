/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "rota/moei-rota.h"
#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

#define MOEI_TYPE_OCCASIONS (moei_occasions_get_type ())

G_DECLARE_FINAL_TYPE (MoeiOccasions, moei_occasions, MOEI, OCCASIONS, GObject)

MoeiOccasions *moei_occasions_new             (MoeiOperation *operation,
                                               MoeiWallPlan  *plan);
void           moei_occasions_look            (MoeiOccasions *self,
                                               gint64         now);
void           moei_occasions_lead            (MoeiOccasions *self,
                                               MoeiRota      *rota);
const char    *moei_occasions_get_take_over   (MoeiOccasions *self);
gboolean       moei_occasions_get_has_notices (MoeiOccasions *self);

G_END_DECLS
