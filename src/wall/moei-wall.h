/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"
#include "rota/moei-rota.h"
#include "wall/moei-scene.h"
#include "wall/moei-screen.h"
#include "wall/moei-wall-help.h"
#include "wall/moei-wall-leaving.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL (moei_wall_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWall, moei_wall, MOEI, WALL, GtkWindow)

MoeiWall        *moei_wall_new          (MoeiOperation *operation,
                                         MoeiRota      *rota);
const char      *moei_wall_get_scene    (MoeiWall      *self);
void             moei_wall_set_scene    (MoeiWall      *self,
                                         const char    *kind);
MoeiLanguage     moei_wall_get_language (MoeiWall      *self);
void             moei_wall_set_language (MoeiWall      *self,
                                         MoeiLanguage   language);
MoeiRota        *moei_wall_get_rota     (MoeiWall      *self);
MoeiScreen      *moei_wall_get_screen   (MoeiWall      *self);
MoeiWallLeaving *moei_wall_get_leaving  (MoeiWall      *self);
MoeiWallHelp    *moei_wall_get_help     (MoeiWall      *self);

G_END_DECLS
