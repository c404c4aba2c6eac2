/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-window.h"

G_BEGIN_DECLS

void moei_remember_size         (GSettings  *settings,
                                 GtkWindow  *window);
void moei_remember_restore_size (GSettings  *settings,
                                 GtkWindow  *window);
void moei_remember_bind         (GSettings  *settings,
                                 MoeiWindow *window);

G_END_DECLS
