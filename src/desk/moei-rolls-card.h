/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROLLS_CARD (moei_rolls_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRollsCard, moei_rolls_card, MOEI, ROLLS_CARD, MoeiPanel)

void moei_rolls_card_withhold (MoeiRollsCard *self,
                               int            below);

G_END_DECLS
