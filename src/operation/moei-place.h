/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PLACE (moei_place_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPlace, moei_place, MOEI, PLACE, MoeiEntity)

MoeiPlace          *moei_place_new             (const char *id);
MoeiPlaceKind       moei_place_get_kind        (MoeiPlace *self);
MoeiPlaceState      moei_place_get_state       (MoeiPlace *self);
const MoeiText     *moei_place_get_name        (MoeiPlace *self);
const char         *moei_place_get_holder      (MoeiPlace *self);
const char         *moei_place_get_country     (MoeiPlace *self);
const MoeiText     *moei_place_get_township    (MoeiPlace *self);
const MoeiPosition *moei_place_get_position    (MoeiPlace *self);
int                 moei_place_get_precision_m (MoeiPlace *self);
int                 moei_place_get_people      (MoeiPlace *self);
int                 moei_place_get_capacity    (MoeiPlace *self);
const MoeiText     *moei_place_get_reason      (MoeiPlace *self);
gint64              moei_place_get_since       (MoeiPlace *self);
const char         *moei_place_get_iata        (MoeiPlace *self);
const char         *moei_place_get_icao        (MoeiPlace *self);
const MoeiText     *moei_place_get_note        (MoeiPlace *self);
MoeiCollection     *moei_place_get_reports     (MoeiPlace *self);

G_END_DECLS
