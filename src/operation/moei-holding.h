/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HOLDING (moei_holding_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHolding, moei_holding, MOEI, HOLDING, MoeiEntity)

MoeiHolding *moei_holding_new        (const char  *id);
int          moei_holding_get_people (MoeiHolding *self);

G_END_DECLS
