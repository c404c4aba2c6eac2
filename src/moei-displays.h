/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"
#include "wall/moei-wall.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DISPLAYS (moei_displays_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDisplays, moei_displays, MOEI, DISPLAYS, GObject)

MoeiDisplays *moei_displays_new         (GtkApplication *application,
                                         MoeiOperation  *operation,
                                         MoeiWallPlan   *plan);
GListModel   *moei_displays_get_walls   (MoeiDisplays   *self);
void          moei_displays_open        (MoeiDisplays   *self,
                                         GListModel     *monitors);
void          moei_displays_open_beside (MoeiDisplays   *self,
                                         GtkWindow      *window);
void          moei_displays_advance     (MoeiDisplays   *self,
                                         gint64          time,
                                         gint64          now);

G_END_DECLS
