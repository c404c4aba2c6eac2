/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

typedef struct _MoeiRounds MoeiRounds;

MoeiRounds    *moei_rounds_new                 (MoeiWallPlan  *plan,
                                                const char    *monitor);
void           moei_rounds_free                (MoeiRounds    *self);

MoeiSceneKind  moei_rounds_get_scene           (MoeiRounds    *self);
guint          moei_rounds_get_n_scenes        (MoeiRounds    *self);
gboolean       moei_rounds_has_scene           (MoeiRounds    *self,
                                                MoeiSceneKind  scene);
void           moei_rounds_set_empty           (MoeiRounds    *self,
                                                MoeiSceneKind  scene,
                                                gboolean       empty);
void           moei_rounds_step                (MoeiRounds    *self,
                                                int            by);
gint64         moei_rounds_get_scene_left      (MoeiRounds    *self);

MoeiLanguage   moei_rounds_get_language        (MoeiRounds    *self);
void           moei_rounds_step_language       (MoeiRounds    *self);
gint64         moei_rounds_get_language_left   (MoeiRounds    *self);

gboolean       moei_rounds_pass                (MoeiRounds    *self,
                                                gint64         language_span,
                                                gint64         scene_span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiRounds, moei_rounds_free)

G_END_DECLS
