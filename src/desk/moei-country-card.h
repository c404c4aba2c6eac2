/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-people-row.h"
#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_COUNTRY_CARD (moei_country_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCountryCard, moei_country_card, MOEI, COUNTRY_CARD, AdwBin)

void moei_country_card_show (MoeiCountryCard *self,
                             MoeiPeopleRow   *row,
                             const char      *clearing,
                             MoeiCollection  *rolls,
                             int              withhold_below);

G_END_DECLS
