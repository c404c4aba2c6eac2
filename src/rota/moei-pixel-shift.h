/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiPixelShift:
 * @range: how far the picture strays to each side, in pixels; 0 if it stays
 * @x: where it is to the right of its place
 * @y: where it is below its place
 *
 * Where the picture is, so that nothing burns in.
 */
typedef struct {
  guint  range;
  int    x;
  int    y;

  /*< private >*/
  guint  step;
  gint64 last;
} MoeiPixelShift;

void     moei_pixel_shift_init    (MoeiPixelShift *self,
                                   guint           range);
gboolean moei_pixel_shift_advance (MoeiPixelShift *self,
                                   gint64          now);

G_END_DECLS
