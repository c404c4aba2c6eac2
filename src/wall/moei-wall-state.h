/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-words.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_STATE (moei_wall_state_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallState, moei_wall_state, MOEI, WALL_STATE, AdwBin)

void moei_wall_state_set          (MoeiWallState *self,
                                   MoeiDataState  state,
                                   gint64         age);
void moei_wall_state_set_portrait (MoeiWallState *self,
                                   gboolean       portrait);

G_END_DECLS
