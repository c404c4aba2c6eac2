/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_CARD (moei_week_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekCard, moei_week_card, MOEI, WEEK_CARD, MoeiPanel)

G_END_DECLS
