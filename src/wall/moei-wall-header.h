/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_HEADER (moei_wall_header_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallHeader, moei_wall_header, MOEI, WALL_HEADER, MoeiPanel)

G_END_DECLS
