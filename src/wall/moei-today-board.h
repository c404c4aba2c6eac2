/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TODAY_BOARD (moei_today_board_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTodayBoard, moei_today_board, MOEI, TODAY_BOARD, AdwBin)

void moei_today_board_show         (MoeiTodayBoard *self,
                                    MoeiOperation  *operation,
                                    gint64          now);
void moei_today_board_set_portrait (MoeiTodayBoard *self,
                                    gboolean        portrait);

G_END_DECLS
