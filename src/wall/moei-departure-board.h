/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DEPARTURE_BOARD (moei_departure_board_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDepartureBoard, moei_departure_board, MOEI, DEPARTURE_BOARD, GtkWidget)

GtkWidget *moei_departure_board_new         (void);
void       moei_departure_board_show        (MoeiDepartureBoard *self,
                                             MoeiOperation      *operation,
                                             gint64              now);
guint      moei_departure_board_get_n_shown (MoeiDepartureBoard *self);

G_END_DECLS
