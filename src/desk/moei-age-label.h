/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_AGE_LABEL (moei_age_label_get_type ())

G_DECLARE_FINAL_TYPE (MoeiAgeLabel, moei_age_label, MOEI, AGE_LABEL, MoeiPanel)

G_END_DECLS
