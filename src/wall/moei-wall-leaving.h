/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* For so long the key is to be kept pressed, in microseconds. */
#define MOEI_WALL_LEAVING_US (2 * G_USEC_PER_SEC)

#define MOEI_TYPE_WALL_LEAVING (moei_wall_leaving_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallLeaving, moei_wall_leaving, MOEI, WALL_LEAVING, AdwBin)

void moei_wall_leaving_begin (MoeiWallLeaving *self,
                              gint64           instant);
void moei_wall_leaving_last  (MoeiWallLeaving *self,
                              gint64           instant);
void moei_wall_leaving_end   (MoeiWallLeaving *self);

G_END_DECLS
