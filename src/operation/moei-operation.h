/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_OPERATION (moei_operation_get_type ())

G_DECLARE_FINAL_TYPE (MoeiOperation, moei_operation, MOEI, OPERATION, MoeiEntity)

MoeiOperation  *moei_operation_new               (void);
const MoeiText *moei_operation_get_name          (MoeiOperation *self);
gboolean        moei_operation_get_exercise      (MoeiOperation *self);
const char     *moei_operation_get_epoch         (MoeiOperation *self);
guint           moei_operation_get_operating_day (MoeiOperation *self);
const char     *moei_operation_get_week          (MoeiOperation *self);
guint           moei_operation_get_awaited_day   (MoeiOperation *self);
MoeiCollection *moei_operation_get_places        (MoeiOperation *self);
MoeiCollection *moei_operation_get_routes        (MoeiOperation *self);
MoeiCollection *moei_operation_get_convoys       (MoeiOperation *self);
MoeiCollection *moei_operation_get_flights       (MoeiOperation *self);
MoeiCollection *moei_operation_get_days          (MoeiOperation *self);
MoeiCollection *moei_operation_get_nationalities (MoeiOperation *self);
MoeiCollection *moei_operation_get_rules         (MoeiOperation *self);
MoeiCollection *moei_operation_get_holidays      (MoeiOperation *self);
MoeiCollection *moei_operation_get_notices       (MoeiOperation *self);
MoeiCollection *moei_operation_get_rolls         (MoeiOperation *self);
MoeiCollection *moei_operation_get_changes       (MoeiOperation *self);
MoeiCollection *moei_operation_get_freshness     (MoeiOperation *self);
MoeiCollection *moei_operation_get_schedule      (MoeiOperation *self);
MoeiCollection *moei_operation_get_movements     (MoeiOperation *self);
MoeiCollection *moei_operation_get_calendar      (MoeiOperation *self);

void            moei_operation_take_flights      (MoeiOperation  *self,
                                                  guint           day,
                                                  MoeiCollection *fresh);
void            moei_operation_take_convoys      (MoeiOperation  *self,
                                                  guint           day,
                                                  MoeiCollection *fresh);
void            moei_operation_take_days         (MoeiOperation  *self,
                                                  guint           day,
                                                  MoeiCollection *fresh);
void            moei_operation_freeze            (MoeiOperation  *self);
void            moei_operation_thaw              (MoeiOperation  *self);

G_END_DECLS
