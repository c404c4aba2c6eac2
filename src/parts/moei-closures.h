/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "operation/moei-words.h"

G_BEGIN_DECLS

char            *moei_closure_time               (gpointer         owner,
                                                  gint64           instant);
char            *moei_closure_text_or_dash       (gpointer         owner,
                                                  const char      *text);
char            *moei_closure_place_name         (gpointer         owner,
                                                  MoeiPlace       *place);
char            *moei_closure_flight_people      (gpointer         owner,
                                                  MoeiFlightState  state,
                                                  int              manifested,
                                                  int              boarded);
char            *moei_closure_flight_status      (gpointer         owner,
                                                  MoeiFlightState  state,
                                                  gint64           scheduled,
                                                  gint64           estimated);
char           **moei_closure_flight_css_classes (gpointer         owner,
                                                  MoeiFlightState  state,
                                                  gint64           scheduled,
                                                  gint64           estimated);

G_END_DECLS
