/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_IDLE_POINTER (moei_idle_pointer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiIdlePointer, moei_idle_pointer, MOEI, IDLE_POINTER, GObject)

MoeiIdlePointer *moei_idle_pointer_new  (GtkWidget       *widget);
void             moei_idle_pointer_hide (MoeiIdlePointer *self);

G_END_DECLS
