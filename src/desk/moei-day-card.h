/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DAY_CARD (moei_day_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDayCard, moei_day_card, MOEI, DAY_CARD, MoeiPanel)

G_END_DECLS
