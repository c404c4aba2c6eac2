/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"
#include "parts/moei-picture.h"
#include "wall/moei-scene.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_STAGE (moei_wall_stage_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallStage, moei_wall_stage, MOEI, WALL_STAGE, AdwBin)

const char *moei_wall_stage_get_kind     (MoeiWallStage  *self);
MoeiScene  *moei_wall_stage_get_scene    (MoeiWallStage  *self);
gboolean    moei_wall_stage_show         (MoeiWallStage  *self,
                                          const char     *kind);
void        moei_wall_stage_set_language (MoeiWallStage  *self,
                                          MoeiLanguage    language);
void        moei_wall_stage_set_picture  (MoeiWallStage  *self,
                                          MoeiPicture     picture,
                                          const MoeiText *problem);

G_END_DECLS
