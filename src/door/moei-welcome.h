/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "door/moei-service-pane.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WELCOME (moei_welcome_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWelcome, moei_welcome, MOEI, WELCOME, GtkBox)

GtkWidget       *moei_welcome_new      (void);
MoeiServicePane *moei_welcome_get_pane (MoeiWelcome *self);

G_END_DECLS
