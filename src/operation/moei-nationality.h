/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_NATIONALITY (moei_nationality_get_type ())

G_DECLARE_FINAL_TYPE (MoeiNationality, moei_nationality, MOEI, NATIONALITY, MoeiEntity)

MoeiNationality *moei_nationality_new                   (const char *id);
const MoeiText  *moei_nationality_get_name              (MoeiNationality *self);
MoeiReadiness    moei_nationality_get_readiness         (MoeiNationality *self);
int              moei_nationality_get_longest_wait      (MoeiNationality *self);
int              moei_nationality_get_held              (MoeiNationality *self);
int              moei_nationality_get_listed            (MoeiNationality *self);
int              moei_nationality_get_screened          (MoeiNationality *self);
int              moei_nationality_get_embassy_confirmed (MoeiNationality *self);
int              moei_nationality_get_slot_given        (MoeiNationality *self);
int              moei_nationality_get_on_bus            (MoeiNationality *self);
int              moei_nationality_get_at_airport        (MoeiNationality *self);
int              moei_nationality_get_departed          (MoeiNationality *self);
const MoeiText  *moei_nationality_get_note              (MoeiNationality *self);
MoeiCollection  *moei_nationality_get_reports           (MoeiNationality *self);
MoeiCollection  *moei_nationality_get_holdings          (MoeiNationality *self);
MoeiCollection  *moei_nationality_get_aftercare         (MoeiNationality *self);

G_END_DECLS
