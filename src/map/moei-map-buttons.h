/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_BUTTONS (moei_map_buttons_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapButtons, moei_map_buttons, MOEI, MAP_BUTTONS, GtkBox)

void moei_map_buttons_set_language (MoeiMapButtons *self,
                                    MoeiLanguage    language);

G_END_DECLS
