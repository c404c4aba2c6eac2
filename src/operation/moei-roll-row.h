/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROLL_ROW (moei_roll_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRollRow, moei_roll_row, MOEI, ROLL_ROW, MoeiEntity)

MoeiRollRow    *moei_roll_row_new        (const char  *id);
int             moei_roll_row_get_people (MoeiRollRow *self);
const MoeiText *moei_roll_row_get_note   (MoeiRollRow *self);

G_END_DECLS
