/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOEI_DISPLAY_BUS_PATH "/org/moei/Moei/Display"

#define MOEI_TYPE_DISPLAY_BUS (moei_display_bus_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDisplayBus, moei_display_bus, MOEI, DISPLAY_BUS, GObject)

MoeiDisplayBus *moei_display_bus_new          (void);
void            moei_display_bus_open         (MoeiDisplayBus  *self,
                                               GDBusConnection *connection);
GObject        *moei_display_bus_get_object   (MoeiDisplayBus  *self);
gboolean        moei_display_bus_is_reachable (MoeiDisplayBus  *self);

G_END_DECLS
