/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "feed/moei-probe.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PROBE_VIEW (moei_probe_view_get_type ())

G_DECLARE_FINAL_TYPE (MoeiProbeView, moei_probe_view, MOEI, PROBE_VIEW, GtkBox)

void moei_probe_view_set_probe (MoeiProbeView *self,
                                MoeiProbe     *probe);

G_END_DECLS
