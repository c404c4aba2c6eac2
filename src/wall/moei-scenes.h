/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-scene.h"

G_BEGIN_DECLS

const char * const *moei_scenes_list   (void);
MoeiScene          *moei_scenes_create (const char *kind);

G_END_DECLS
