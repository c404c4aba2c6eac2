/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-wall.h"

G_BEGIN_DECLS

void moei_wall_keys_add (MoeiWall *wall);

G_END_DECLS
