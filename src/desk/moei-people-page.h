/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PEOPLE_PAGE (moei_people_page_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPeoplePage, moei_people_page, MOEI, PEOPLE_PAGE, MoeiPanel)

G_END_DECLS
