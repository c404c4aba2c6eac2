/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SCALE_BAR (moei_scale_bar_get_type ())

G_DECLARE_FINAL_TYPE (MoeiScaleBar, moei_scale_bar, MOEI, SCALE_BAR, GtkWidget)

void   moei_scale_bar_set_scale    (MoeiScaleBar *self,
                                    double        metres_per_pixel);
void   moei_scale_bar_set_most     (MoeiScaleBar *self,
                                    int           most);
void   moei_scale_bar_set_language (MoeiScaleBar *self,
                                    MoeiLanguage  language);
double moei_scale_bar_round_length (double        most);

G_END_DECLS
