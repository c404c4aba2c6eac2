/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-projection.h"

G_BEGIN_DECLS

int moei_map_walk_step    (guint            n_points,
                           int              current,
                           int              by);
int moei_map_walk_towards (const MoeiPoint *points,
                           guint            n_points,
                           int              current,
                           MoeiPoint        from,
                           double           across,
                           double           down);

G_END_DECLS
