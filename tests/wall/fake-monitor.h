/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A monitor that can be plugged in and out: what a wall looks at in GdkMonitor. */
#define FAKE_TYPE_MONITOR (fake_monitor_get_type ())

G_DECLARE_FINAL_TYPE (FakeMonitor, fake_monitor, FAKE, MONITOR, GObject)

GObject *fake_monitor_new (const char *connector,
                           int         width,
                           int         height);

G_END_DECLS
