/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CONVOY (moei_convoy_get_type ())

G_DECLARE_FINAL_TYPE (MoeiConvoy, moei_convoy, MOEI, CONVOY, MoeiEntity)

MoeiConvoy         *moei_convoy_new                   (const char *id);
guint               moei_convoy_get_day               (MoeiConvoy *self);
int                 moei_convoy_get_number            (MoeiConvoy *self);
const char         *moei_convoy_get_route             (MoeiConvoy *self);
MoeiConvoyState     moei_convoy_get_state             (MoeiConvoy *self);
int                 moei_convoy_get_buses             (MoeiConvoy *self);
int                 moei_convoy_get_seats             (MoeiConvoy *self);
int                 moei_convoy_get_people            (MoeiConvoy *self);
gint64              moei_convoy_get_planned_departure (MoeiConvoy *self);
gint64              moei_convoy_get_actual_departure  (MoeiConvoy *self);
gint64              moei_convoy_get_estimated_arrival (MoeiConvoy *self);
gint64              moei_convoy_get_actual_arrival    (MoeiConvoy *self);
const MoeiPosition *moei_convoy_get_position          (MoeiConvoy *self);
gint64              moei_convoy_get_position_observed (MoeiConvoy *self);
const char * const *moei_convoy_get_flights           (MoeiConvoy *self);
MoeiCollection     *moei_convoy_get_nationalities     (MoeiConvoy *self);
MoeiCollection     *moei_convoy_get_hand_overs        (MoeiConvoy *self);
MoeiCollection     *moei_convoy_get_fleet             (MoeiConvoy *self);

G_END_DECLS
