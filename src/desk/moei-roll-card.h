/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"
#include "operation/moei-roll.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROLL_CARD (moei_roll_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRollCard, moei_roll_card, MOEI, ROLL_CARD, AdwBin)

void moei_roll_card_show (MoeiRollCard  *self,
                          MoeiRoll      *roll,
                          MoeiOperation *operation,
                          int            withhold_below);

G_END_DECLS
