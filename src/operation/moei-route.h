/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROUTE (moei_route_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRoute, moei_route, MOEI, ROUTE, MoeiEntity)

MoeiRoute      *moei_route_new           (const char *id);
const MoeiText *moei_route_get_name      (MoeiRoute *self);
const char     *moei_route_get_from      (MoeiRoute *self);
const char     *moei_route_get_to        (MoeiRoute *self);
MoeiRouteState  moei_route_get_state     (MoeiRoute *self);
const MoeiText *moei_route_get_reason    (MoeiRoute *self);
gint64          moei_route_get_since     (MoeiRoute *self);
const MoeiLine *moei_route_get_line      (MoeiRoute *self);
int             moei_route_get_minutes   (MoeiRoute *self);
gboolean        moei_route_get_schematic (MoeiRoute *self);

G_END_DECLS
