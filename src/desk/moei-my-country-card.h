/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-people-row.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MY_COUNTRY_CARD (moei_my_country_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMyCountryCard, moei_my_country_card, MOEI, MY_COUNTRY_CARD, AdwBin)

void moei_my_country_card_show (MoeiMyCountryCard *self,
                                MoeiPeopleRow     *row,
                                const char        *clearing);

G_END_DECLS
