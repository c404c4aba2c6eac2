/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "parts/moei-panel.h"
#include "wall/moei-polyglot.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SCENE (moei_scene_get_type ())

G_DECLARE_DERIVABLE_TYPE (MoeiScene, moei_scene, MOEI, SCENE, MoeiPanel)

/**
 * MoeiSceneClass:
 * @parent_class: the parent class
 * @turn: (nullable): another language is current; the texts have turned already
 * @lay_out: (nullable): it now stands upright, or lies
 */
struct _MoeiSceneClass {
  MoeiPanelClass parent_class;

  void (*turn)    (MoeiScene *self);
  void (*lay_out) (MoeiScene *self);
};

void         moei_scene_init_template      (MoeiScene    *self);
MoeiLanguage moei_scene_get_language       (MoeiScene    *self);
void         moei_scene_set_language       (MoeiScene    *self,
                                            MoeiLanguage  language);
gboolean     moei_scene_get_portrait       (MoeiScene    *self);
int          moei_scene_get_withhold_below (MoeiScene    *self);
gboolean     moei_scene_get_visitor        (MoeiScene    *self);
const char  *moei_scene_get_take_over      (MoeiScene    *self);
double       moei_scene_get_text_size      (MoeiScene    *self);

G_END_DECLS
