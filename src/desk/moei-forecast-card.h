/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FORECAST_CARD (moei_forecast_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiForecastCard, moei_forecast_card, MOEI, FORECAST_CARD, MoeiPanel)

G_END_DECLS
