/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rota/moei-pulse.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HEARTBEAT (moei_heartbeat_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHeartbeat, moei_heartbeat, MOEI, HEARTBEAT, GObject)

MoeiHeartbeat *moei_heartbeat_new         (const char      *path);
void           moei_heartbeat_beat        (MoeiHeartbeat   *self,
                                           const MoeiPulse *pulse);
gboolean       moei_heartbeat_is_busy     (MoeiHeartbeat   *self);
const char    *moei_heartbeat_get_problem (MoeiHeartbeat   *self);

G_END_DECLS
