/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map.h"
#include "operation/moei-place.h"

G_BEGIN_DECLS

MoeiOperation *map_fixture_load         (const char     *folder,
                                         gint64          now);
MoeiPlace     *map_fixture_add_place    (MoeiOperation  *operation,
                                         const char     *id,
                                         MoeiPlaceKind   kind,
                                         MoeiPlaceState  state,
                                         double          longitude,
                                         double          latitude);
void           map_fixture_wait_settled (MoeiMap        *map);
void           map_fixture_wait_canvas  (MoeiMapCanvas  *canvas);
void           map_fixture_wait_gone    (gpointer       *object);
void           map_fixture_save_picture (GtkWidget      *widget,
                                         const char     *path);

G_END_DECLS
