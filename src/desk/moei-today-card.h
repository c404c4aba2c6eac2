/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TODAY_CARD (moei_today_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTodayCard, moei_today_card, MOEI, TODAY_CARD, MoeiPanel)

G_END_DECLS
