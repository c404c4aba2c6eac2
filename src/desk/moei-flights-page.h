/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FLIGHTS_PAGE (moei_flights_page_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFlightsPage, moei_flights_page, MOEI, FLIGHTS_PAGE, MoeiPanel)

G_END_DECLS
