/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DEPARTURES_CARD (moei_departures_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDeparturesCard, moei_departures_card, MOEI, DEPARTURES_CARD, MoeiPanel)

G_END_DECLS
