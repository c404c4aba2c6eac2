/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_COUNTRY_CHOOSER (moei_country_chooser_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCountryChooser, moei_country_chooser, MOEI, COUNTRY_CHOOSER, MoeiPanel)

G_END_DECLS
