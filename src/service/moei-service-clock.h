/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOEI_TYPE_SERVICE_CLOCK (moei_service_clock_get_type ())

G_DECLARE_FINAL_TYPE (MoeiServiceClock, moei_service_clock, MOEI, SERVICE_CLOCK, GObject)

MoeiServiceClock *moei_service_clock_new      (void);
void              moei_service_clock_play     (MoeiServiceClock *self,
                                               gint64            instant,
                                               double            rate);
gint64            moei_service_clock_get_now  (MoeiServiceClock *self);
double            moei_service_clock_get_rate (MoeiServiceClock *self);
guint             moei_service_clock_get_day  (MoeiServiceClock *self);

G_END_DECLS
