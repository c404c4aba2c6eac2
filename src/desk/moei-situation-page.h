/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map.h"
#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SITUATION_PAGE (moei_situation_page_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSituationPage, moei_situation_page, MOEI, SITUATION_PAGE, MoeiPanel)

MoeiMap *moei_situation_page_get_map (MoeiSituationPage *self);

G_END_DECLS
