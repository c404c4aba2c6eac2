/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TALLY (moei_tally_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTally, moei_tally, MOEI, TALLY, MoeiEntity)

MoeiTally *moei_tally_new                   (const char *id);
int        moei_tally_get_planned           (MoeiTally *self);
int        moei_tally_get_held              (MoeiTally *self);
int        moei_tally_get_listed            (MoeiTally *self);
int        moei_tally_get_screened          (MoeiTally *self);
int        moei_tally_get_embassy_confirmed (MoeiTally *self);
int        moei_tally_get_slot_given        (MoeiTally *self);
int        moei_tally_get_on_bus            (MoeiTally *self);
int        moei_tally_get_at_airport        (MoeiTally *self);
int        moei_tally_get_departed          (MoeiTally *self);
int        moei_tally_get_entered           (MoeiTally *self);
int        moei_tally_get_confirmed         (MoeiTally *self);

G_END_DECLS
