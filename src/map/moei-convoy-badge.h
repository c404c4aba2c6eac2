/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-map-style.h"
#include "map/moei-motion.h"

G_BEGIN_DECLS

/**
 * MoeiConvoyLook:
 * @MOEI_CONVOY_LOOK_MOVING: under way and reported: filled
 * @MOEI_CONVOY_LOOK_BOARDING: people get on: hollow, with a line around it
 * @MOEI_CONVOY_LOOK_HALTED: stopped on its way: filled otherwise, with a line
 *   around it and two bars
 * @MOEI_CONVOY_LOOK_LATE: its last report is late, or it never sent one: hollow,
 *   with a broken line around it and a wave: about here
 * @MOEI_CONVOY_LOOK_UNKNOWN: nobody knows where it is: grey, with dots around it
 *   and a question mark
 * @MOEI_CONVOY_N_LOOKS: how many there are
 *
 * How a convoy's badge looks.
 */
typedef enum {
  MOEI_CONVOY_LOOK_MOVING,
  MOEI_CONVOY_LOOK_BOARDING,
  MOEI_CONVOY_LOOK_HALTED,
  MOEI_CONVOY_LOOK_LATE,
  MOEI_CONVOY_LOOK_UNKNOWN,
  MOEI_CONVOY_N_LOOKS,
} MoeiConvoyLook;

/**
 * MOEI_CONVOY_BUS_REACH:
 *
 * How far a bus reaches from where it was reported, in pixels.
 */
#define MOEI_CONVOY_BUS_REACH 6.0

MoeiConvoyLook moei_convoy_look_of   (MoeiConvoy         *convoy,
                                      const MoeiMotion   *motion);
double         moei_convoy_look_mark (MoeiConvoyLook      self);
const GdkRGBA *moei_convoy_look_ink  (MoeiConvoyLook      self,
                                      const MoeiMapStyle *style);
void           moei_convoy_look_draw (MoeiConvoyLook      self,
                                      cairo_t            *cr,
                                      const MoeiMapStyle *style,
                                      double              width,
                                      double              height,
                                      const GdkRGBA      *around);
void           moei_convoy_bus_draw  (cairo_t            *cr,
                                      const MoeiMapStyle *style,
                                      gboolean            is_old);

G_END_DECLS
