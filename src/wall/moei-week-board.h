/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WEEK_BOARD (moei_week_board_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWeekBoard, moei_week_board, MOEI, WEEK_BOARD, AdwBin)

void moei_week_board_show (MoeiWeekBoard *self,
                           MoeiOperation *operation);

G_END_DECLS
