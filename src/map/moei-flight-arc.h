/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-label-field.h"
#include "map/moei-projection.h"
#include "operation/moei-operation.h"
#include "operation/moei-place.h"

G_BEGIN_DECLS

/**
 * MoeiFlightArc:
 * @from: where the flights start
 * @to: where they go
 * @state: the state of the flight that matters most now
 * @flights: (element-type MoeiFlight): the flights, what matters most first
 * @points: (element-type MoeiPoint): the great circle
 *
 * The flights of the day between two airports.
 */
typedef struct {
  MoeiPlace       *from;
  MoeiPlace       *to;
  MoeiFlightState  state;
  GPtrArray       *flights;
  GArray          *points;
} MoeiFlightArc;

GPtrArray *moei_flight_arcs_collect  (MoeiOperation       *operation);
gboolean   moei_flight_arc_find_exit (const MoeiFlightArc *self,
                                      const MoeiProjector *projector,
                                      double               inset,
                                      GArray              *covered,
                                      MoeiPoint           *exit,
                                      double              *course);

G_END_DECLS
