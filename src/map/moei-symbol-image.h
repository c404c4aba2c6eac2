/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-key.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SYMBOL_IMAGE (moei_symbol_image_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSymbolImage, moei_symbol_image, MOEI, SYMBOL_IMAGE, GtkWidget)

GtkWidget *moei_symbol_image_new         (MoeiMapSymbol    symbol);
GtkWidget *moei_symbol_image_new_for_key (MoeiMapKey       key);
void       moei_symbol_image_set_tone    (MoeiSymbolImage *self,
                                          MoeiMapTone         tone);

G_END_DECLS
