/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-text.h"
#include "parts/moei-picture.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_BLANK (moei_wall_blank_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallBlank, moei_wall_blank, MOEI, WALL_BLANK, AdwBin)

void moei_wall_blank_set_picture (MoeiWallBlank  *self,
                                  MoeiPicture     picture,
                                  const MoeiText *problem);

G_END_DECLS
