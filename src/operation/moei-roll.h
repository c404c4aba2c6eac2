/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROLL (moei_roll_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRoll, moei_roll, MOEI, ROLL, MoeiEntity)

MoeiRoll       *moei_roll_new           (const char *id);
const MoeiText *moei_roll_get_name      (MoeiRoll   *self);
int             moei_roll_get_total     (MoeiRoll   *self);
int             moei_roll_get_countries (MoeiRoll   *self);
const MoeiText *moei_roll_get_note      (MoeiRoll   *self);
MoeiCollection *moei_roll_get_rows      (MoeiRoll   *self);

G_END_DECLS
