/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

G_BEGIN_DECLS

/**
 * MoeiDepartureWindow:
 * @first: the first flight that is shown
 * @n: how many are shown
 * @n_before: how many come before them
 * @n_after: how many come after them
 *
 * Which of a day's flights are shown where there is not room for all.
 */
typedef struct {
  guint first;
  guint n;
  guint n_before;
  guint n_after;
} MoeiDepartureWindow;

GPtrArray  *moei_departures_of_day        (MoeiCollection      *flights,
                                           guint                day);
gboolean    moei_departure_has_gone       (MoeiFlight          *flight);
guint       moei_departures_count_gone    (GPtrArray           *departures);
int         moei_departures_count_people  (GPtrArray           *departures,
                                           guint                first,
                                           guint                n);
void        moei_departures_find_window   (GPtrArray           *departures,
                                           guint                room,
                                           MoeiDepartureWindow *window);
MoeiFlight *moei_departures_next_day      (MoeiCollection      *flights,
                                           guint                day);

G_END_DECLS
