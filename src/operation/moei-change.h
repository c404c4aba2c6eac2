/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CHANGE (moei_change_get_type ())

G_DECLARE_FINAL_TYPE (MoeiChange, moei_change, MOEI, CHANGE, MoeiEntity)

MoeiChange     *moei_change_new             (const char *id);
gint64          moei_change_get_at          (MoeiChange *self);
MoeiChangeKind  moei_change_get_kind        (MoeiChange *self);
const char     *moei_change_get_entity      (MoeiChange *self);
const char     *moei_change_get_field       (MoeiChange *self);
const char     *moei_change_get_before      (MoeiChange *self);
const char     *moei_change_get_after       (MoeiChange *self);
const MoeiText *moei_change_get_before_text (MoeiChange *self);
const MoeiText *moei_change_get_after_text  (MoeiChange *self);
gboolean        moei_change_get_correction  (MoeiChange *self);
const MoeiText *moei_change_get_name        (MoeiChange *self);
const char     *moei_change_get_place       (MoeiChange *self);
const char     *moei_change_get_actor       (MoeiChange *self);

G_END_DECLS
