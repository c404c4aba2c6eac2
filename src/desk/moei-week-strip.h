/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_STRIP (moei_week_strip_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekStrip, moei_week_strip, MOEI, WEEK_STRIP, MoeiPanel)

G_END_DECLS
