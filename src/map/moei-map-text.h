/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-label-field.h"
#include "map/moei-raster.h"
#include "operation/moei-language-id.h"

G_BEGIN_DECLS

/**
 * MoeiTextLine:
 * @text: (nullable): what it says
 * @colour: its colour
 * @size: its size in pixels
 * @weight: its weight
 *
 * A line of a label.
 */
typedef struct {
  const char   *text;
  GdkRGBA       colour;
  double        size;
  PangoWeight   weight;
} MoeiTextLine;

/**
 * MoeiMapText:
 * @name: what its first line says
 * @raster: the picture
 * @width: its width in pixels
 * @height: its height in pixels
 *
 * A label as a picture.
 */
typedef struct {
  char       *name;
  MoeiRaster *raster;
  double      width;
  double      height;
} MoeiMapText;

MoeiMapText    *moei_map_text_new       (GtkWidget          *widget,
                                         MoeiLanguage        language,
                                         const MoeiTextLine *first,
                                         const MoeiTextLine *second,
                                         const GdkRGBA      *halo,
                                         PangoAlignment      alignment,
                                         double              angle);
void            moei_map_text_free      (MoeiMapText        *self);
PangoAlignment  moei_map_text_alignment (MoeiLabelSlot       slot);

G_END_DECLS
