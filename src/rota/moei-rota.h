/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-occasion.h"
#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROTA (moei_rota_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRota, moei_rota, MOEI, ROTA, GObject)

MoeiRota      *moei_rota_new                (MoeiWallPlan  *plan,
                                             const char    *monitor);
MoeiWallPlan  *moei_rota_get_plan           (MoeiRota      *self);
const char    *moei_rota_get_monitor        (MoeiRota      *self);
void           moei_rota_resume             (MoeiRota      *self,
                                             MoeiSceneKind  scene,
                                             MoeiLanguage   language);

void           moei_rota_advance            (MoeiRota      *self,
                                             gint64         now);
gint64         moei_rota_get_patience       (MoeiRota      *self);

void           moei_rota_touch              (MoeiRota      *self);
void           moei_rota_release            (MoeiRota      *self);
void           moei_rota_next               (MoeiRota      *self);
void           moei_rota_previous           (MoeiRota      *self);
void           moei_rota_next_language      (MoeiRota      *self);
void           moei_rota_interrupt          (MoeiRota      *self,
                                             MoeiOccasion  *occasion);
const char    *moei_rota_get_take_over      (MoeiRota      *self);
void           moei_rota_set_take_over      (MoeiRota      *self,
                                             const char    *notice);
gboolean       moei_rota_get_visitor        (MoeiRota      *self);
void           moei_rota_set_visitor        (MoeiRota      *self,
                                             gboolean       visitor);
void           moei_rota_set_empty          (MoeiRota      *self,
                                             MoeiSceneKind  scene,
                                             gboolean       empty);

MoeiSceneKind  moei_rota_get_scene          (MoeiRota      *self);
MoeiLanguage   moei_rota_get_language       (MoeiRota      *self);
MoeiHold       moei_rota_get_held_by        (MoeiRota      *self);
MoeiOccasion  *moei_rota_get_occasion       (MoeiRota      *self);
guint          moei_rota_get_scene_turns    (MoeiRota      *self);
guint          moei_rota_get_language_turns (MoeiRota      *self);

G_END_DECLS
