/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_BUS (moei_bus_get_type ())

G_DECLARE_FINAL_TYPE (MoeiBus, moei_bus, MOEI, BUS, MoeiEntity)

MoeiBus            *moei_bus_new                   (const char *id);
int                 moei_bus_get_number            (MoeiBus    *self);
int                 moei_bus_get_seats             (MoeiBus    *self);
int                 moei_bus_get_people            (MoeiBus    *self);
const MoeiPosition *moei_bus_get_position          (MoeiBus    *self);
gint64              moei_bus_get_position_observed (MoeiBus    *self);

G_END_DECLS
