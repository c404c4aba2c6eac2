/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_MAP_CARD (moei_map_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiMapCard, moei_map_card, MOEI, MAP_CARD, GtkWidget)

G_END_DECLS
