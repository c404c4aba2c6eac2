/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HISTORY_CARD (moei_history_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHistoryCard, moei_history_card, MOEI, HISTORY_CARD, MoeiPanel)

G_END_DECLS
