/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HAND_OVER (moei_hand_over_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHandOver, moei_hand_over, MOEI, HAND_OVER, MoeiEntity)

MoeiHandOver *moei_hand_over_new            (const char *id);
const char *moei_hand_over_get_place      (MoeiHandOver *self);
int         moei_hand_over_get_out        (MoeiHandOver *self);
int         moei_hand_over_get_in         (MoeiHandOver *self);
const char *moei_hand_over_get_counted_by (MoeiHandOver *self);

G_END_DECLS
