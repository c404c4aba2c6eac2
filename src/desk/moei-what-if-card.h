/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WHAT_IF_CARD (moei_what_if_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWhatIfCard, moei_what_if_card, MOEI, WHAT_IF_CARD, MoeiPanel)

G_END_DECLS
