/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"
#include "wall/moei-scene.h"
#include "wall/moei-screen.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL (moei_wall_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWall, moei_wall, MOEI, WALL, GtkWindow)

MoeiWall     *moei_wall_new          (MoeiOperation *operation);
const char   *moei_wall_get_scene    (MoeiWall      *self);
void          moei_wall_set_scene    (MoeiWall      *self,
                                      const char    *kind);
MoeiLanguage  moei_wall_get_language (MoeiWall      *self);
void          moei_wall_set_language (MoeiWall      *self,
                                      MoeiLanguage   language);
MoeiScreen   *moei_wall_get_screen   (MoeiWall      *self);

G_END_DECLS
