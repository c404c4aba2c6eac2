/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PLACE_LIST (moei_place_list_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPlaceList, moei_place_list, MOEI, PLACE_LIST, MoeiPanel)

void moei_place_list_popup (MoeiPlaceList *self);

G_END_DECLS
