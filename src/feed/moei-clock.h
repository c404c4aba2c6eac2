/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOEI_TYPE_CLOCK (moei_clock_get_type ())

G_DECLARE_FINAL_TYPE (MoeiClock, moei_clock, MOEI, CLOCK, GObject)

MoeiClock *moei_clock_new             (void);
void       moei_clock_set             (MoeiClock  *self,
                                       gint64      time,
                                       double      rate);
void       moei_clock_set_at          (MoeiClock  *self,
                                       gint64      time,
                                       double      rate,
                                       gint64      boot_time);
void       moei_clock_set_by_document (MoeiClock  *self,
                                       const char *epoch,
                                       gint64      time,
                                       double      rate);
gint64     moei_clock_now             (MoeiClock  *self);
double     moei_clock_get_rate        (MoeiClock  *self);
gint64     moei_clock_get_skew        (MoeiClock  *self);

gint64     moei_clock_boot_time       (void);

G_END_DECLS
