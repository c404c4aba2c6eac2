/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "feed/moei-probe.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PROBE_ROW (moei_probe_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiProbeRow, moei_probe_row, MOEI, PROBE_ROW, GtkListBoxRow)

GtkWidget *moei_probe_row_new  (MoeiProbeStep  step);
void       moei_probe_row_show (MoeiProbeRow  *self,
                                MoeiProbe     *probe);

G_END_DECLS
