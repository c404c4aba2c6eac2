/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PLACE_ROW (moei_place_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPlaceRow, moei_place_row, MOEI, PLACE_ROW, AdwBin)

GtkWidget *moei_place_row_new  (void);
void       moei_place_row_show (MoeiPlaceRow  *self,
                                MoeiOperation *operation,
                                MoeiEntity    *entity);

G_END_DECLS
