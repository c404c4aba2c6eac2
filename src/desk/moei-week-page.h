/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_PAGE (moei_week_page_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekPage, moei_week_page, MOEI, WEEK_PAGE, MoeiPanel)

G_END_DECLS
