/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "feed/moei-way-out.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SERVICE_PANE (moei_service_pane_get_type ())

G_DECLARE_FINAL_TYPE (MoeiServicePane, moei_service_pane, MOEI, SERVICE_PANE, GtkBox)

void moei_service_pane_set       (MoeiServicePane *self,
                                  const char      *address,
                                  MoeiWayOut      *way_out);
void moei_service_pane_open_file (MoeiServicePane *self,
                                  const char      *path);
void moei_service_pane_test      (MoeiServicePane *self);
void moei_service_pane_say       (MoeiServicePane *self,
                                  const char      *text);

G_END_DECLS
