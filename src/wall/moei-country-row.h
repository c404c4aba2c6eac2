/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wall/moei-country-sum.h"

G_BEGIN_DECLS

#define MOEI_TYPE_COUNTRY_ROW (moei_country_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCountryRow, moei_country_row, MOEI, COUNTRY_ROW, AdwBin)

void moei_country_row_align        (MoeiCountryRow        *self,
                                    GtkSizeGroup          *waiting,
                                    GtkSizeGroup          *departed,
                                    GtkSizeGroup          *clearing);
void moei_country_row_set_portrait (MoeiCountryRow        *self,
                                    gboolean               portrait);
void moei_country_row_show         (MoeiCountryRow        *self,
                                    const MoeiCountryLine *line,
                                    int                    below);
void moei_country_row_show_heads   (MoeiCountryRow        *self);
void moei_country_row_show_total   (MoeiCountryRow        *self,
                                    const MoeiCountrySum  *total,
                                    int                    below);
void moei_country_row_show_rest    (MoeiCountryRow        *self,
                                    const MoeiCountrySum  *rest,
                                    int                    below);

G_END_DECLS
