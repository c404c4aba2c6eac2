/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DETAIL_CARD (moei_detail_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDetailCard, moei_detail_card, MOEI, DETAIL_CARD, MoeiPanel)

G_END_DECLS
