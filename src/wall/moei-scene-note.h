/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wall/moei-polyglot.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SCENE_NOTE (moei_scene_note_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSceneNote, moei_scene_note, MOEI, SCENE_NOTE, AdwBin)

MoeiPolyglot *moei_scene_note_get_title  (MoeiSceneNote *self);
MoeiPolyglot *moei_scene_note_get_detail (MoeiSceneNote *self);

G_END_DECLS
